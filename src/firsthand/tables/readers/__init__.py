"""One module for each container; bytes in, a `grid.Page` (or series as they stand) out. Nothing is run or fetched."""
