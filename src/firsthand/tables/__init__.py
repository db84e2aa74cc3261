"""Official files in; series out, each value with the cell that it came from."""
