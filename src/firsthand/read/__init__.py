"""Captures in; documents (text with offsets, parts, title, dates, houses, language, verdict) out."""
