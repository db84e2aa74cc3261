"""Extractions of many documents in; questions with their answers, origins and paths out."""
