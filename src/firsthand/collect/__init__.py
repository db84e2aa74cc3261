"""Paths, standard input and folders in; captures (bytes with where, when and how they were got) out."""
