"""Denials that a grammar of voices can miss: "rejected as false a report that …", "denies having …"."""

from __future__ import annotations

from firsthand.vocabulary.denial_words import denials

_LOOK = 160


def denied_before(text: str, low: int, start: int, language: str = "en") -> bool:
    """Tell whether the words in front of a stretch deny it; `low` is where its sentence begins."""
    known = denials(language)
    return (
        known is not None and known.before.search(text, max(low, start - _LOOK), start) is not None
    )


def denied_within(text: str, start: int, end: int, language: str = "en") -> tuple[int, int] | None:
    """Return where a denial inside a stretch begins and where the words that it denies begin."""
    known = denials(language)
    if known is None:
        return None
    untrue = known.untrue.match(text, start, end) if known.untrue else None
    if untrue:
        return start, untrue.end()
    found = known.within.search(text, start, end)
    return (found.start(), found.end()) if found else None
