"""Questions, extractions and tables in; verdicts with their arithmetic and the 1-6 grade out."""
