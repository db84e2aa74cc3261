"""Plain slow twins of fast routines: written to be read, compared on random input."""
