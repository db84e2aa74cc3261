"""Paths, standard input and folders in; captures (bytes, and where and when they were got) out."""
