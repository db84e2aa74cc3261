"""Finds quotations in a paragraph, also nested, unbalanced and left open for the next paragraph."""

from __future__ import annotations

from typing import NamedTuple

CLOSERS: dict[str, str] = {
    "“": "”", "„": "“”\"", "«": "»", "‹": "›", "\"": "\"", "「": "」", "『": "』", "‘": "’",
    "'": "'", "”": "”", "‚": "‘’", "《": "》", "〈": "〉", "»": "«",
}  # fmt: skip
"""Opening mark -> marks that may close it, the usual one first."""
MARKS = frozenset("".join((*CLOSERS, *CLOSERS.values())))
LONGEST = 4000
"""Characters within which a quotation must be closed."""
_SINGLE = frozenset("‘'")


class Quotation(NamedTuple):
    """Words between quotation marks: [start, end) with the marks, [inner, outer) without."""

    start: int
    inner: int
    outer: int
    end: int
    closed: bool


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations of text[start:end] in order; linear in the length.

    A mark that opens the range, or stands behind a colon or comma, and is never closed quotes all
    that follows (`closed` false): so papers print speech of several paragraphs. Any other mark
    without a partner is passed over.
    """
    found: list[Quotation] = []
    missing: dict[str, int] = {}
    position = start
    while position < end:
        mark = text[position]
        if mark in CLOSERS and _opens(text, position, start, end):
            close = _closer(text, position, end, missing)
            if close >= 0:
                found.append(Quotation(position, position + 1, close, close + 1, closed=True))
                position = close + 1
                continue
            if mark not in "'’»" and _opens_speech(text, start, position):
                found.append(Quotation(position, position + 1, end, end, closed=False))
                return found
        position += 1
    return found


def _opens_speech(text: str, start: int, position: int) -> bool:
    i = position
    while i > start and text[i - 1].isspace():
        i -= 1
    return i == start or text[i - 1] in ":,"


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Tell whether the mark opens a quotation: nothing or a blank before it, a word after it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if after.isspace():
        return False
    if text[at] in "”»" and not (before.isspace() or before in "(—–-"):
        return False
    return not before.isalnum()


def _closer(text: str, at: int, end: int, missing: dict[str, int]) -> int:
    """Return the place of the closing mark, -1 where there is none within reach."""
    stop = min(end, at + LONGEST)
    best = -1
    for close in CLOSERS[text[at]]:
        start = max(at + 1, missing.get(close, 0))  # searched before: none up to there
        place = _find_close(text, close, start, stop) if start < stop else -1
        if place < 0:
            missing[close] = max(start, stop)
            continue
        best = place if best < 0 else min(best, place)
    return best


def _find_close(text: str, close: str, start: int, stop: int) -> int:
    place = text.find(close, start, stop)
    while place >= 0 and not _closes(text, place):
        place = text.find(close, place + 1, stop)
    return place


def _closes(text: str, place: int) -> bool:
    """Tell apart a closing mark from an apostrophe and from a mark that opens."""
    before = text[place - 1]
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] in "’'":
        return not after.isalnum() and not before.isspace()
    if text[place] == '"':
        return not (before.isspace() and after.isalnum())
    return True
