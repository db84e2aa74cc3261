"""Captures in; documents (text, offsets, parts, title, dates, houses, language, verdict) out."""
