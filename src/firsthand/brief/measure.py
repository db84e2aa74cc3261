"""How wide a string is on a page and in a terminal, without a browser at hand.

A drawing is laid out on the server, so that its widths are estimates from above: the wider of Noto
Sans semi-bold and Noto Serif italic, the widest faces that the page names. A narrower face only
leaves more air.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from wcwidth import wcswidth, wcwidth

# Advance widths in hundredths of an em, measured in Chromium and rounded up to five.
_WIDTHS = {
    30: " ',.:;·",
    35: "!()-ijl‘’",
    40: "IJ[]`f",
    45: "/\\t{}“”",
    50: '"?_rs',
    55: "cz–",
    60: "$*+0123456789<=>FS^evxy|~−≤≥",
    65: "#CELPTYZabdgkopq",
    70: "BKRVXhnu",
    75: "&ADG",
    80: "HOQU",
    85: "N≠",
    90: "w…",
    95: "%@M",
    100: "m—",
    105: "W",
}
_WIDTH = {char: width for width, chars in _WIDTHS.items() for char in chars}
_LOOSE = " ,;:–"
"""What does not stand before the sign of a cut."""
_OTHER_LOWER, _OTHER_UPPER, _WIDE = 70, 85, 105


@lru_cache(maxsize=4096)
def _char(char: str) -> int:
    if char in _WIDTH:
        return _WIDTH[char]
    cells = wcwidth(char)
    if cells <= 0:
        return 0
    if cells == 2:
        return _WIDE
    return _OTHER_UPPER if unicodedata.category(char) == "Lu" else _OTHER_LOWER


def width(text: str, size: float) -> float:
    """Return an upper estimate of the width of `text` in pixels at a font size in pixels."""
    return sum(_char(c) for c in text) * size / 100


def cut(text: str, size: float, room: float) -> str:
    """Return the text where it fits the room (pixels), else its beginning with "…"."""
    if width(text, size) <= room:
        return text
    used, kept = width("…", size), 0
    for char in text:
        used += _char(char) * size / 100
        if used > room:
            break
        kept += 1
    return text[: _before_word(text, kept)].rstrip(_LOOSE) + "…"


def _before_word(text: str, at: int) -> int:
    """Return where to cut a text: before the word that the cut would break, else at `at`.

    A long word is broken where more than half of the room would stay empty, a figure never.
    """
    if not (0 < at < len(text)) or text[at].isspace() or text[at - 1].isspace():
        return at
    start = max(text.rfind(" ", 0, at), text.rfind("\u00a0", 0, at)) + 1
    end = min(
        (p for p in (text.find(" ", at), text.find("\u00a0", at)) if p >= 0), default=len(text)
    )
    figure = any(c.isdigit() for c in text[start:end])
    return start if start and (figure or 2 * start >= at) else at


def wrap(text: str, size: float, room: float, *, lines: int = 4) -> list[str]:
    """Break a text at its spaces into at most `lines` lines; what is left ends in "…"."""
    out = [""]
    for word in text.split():
        longer = f"{out[-1]} {word}".strip()
        if out[-1] and width(longer, size) > room:
            out.append(word)
        else:
            out[-1] = longer
    if len(out) > lines:
        out[lines - 1 :] = [" ".join(out[lines - 1 :])]
    return [cut(line, size, room) for line in out]


def cells(text: str) -> int:
    """Count the columns that a text takes in a terminal; Hangul takes two a letter."""
    return max(wcswidth(text), 0) if text.isprintable() else sum(max(wcwidth(c), 0) for c in text)


def fit(text: str, room: int, *, ellipsis: str = "…") -> str:
    """Return the text where it fits the columns, else its beginning with an ellipsis.

    A figure is never cut in two: it goes whole.
    """
    if cells(text) <= room:
        return text
    kept = fitting(text, room - cells(ellipsis))
    return text[: _before_word(text, kept)].rstrip(_LOOSE) + ellipsis


def fitting(text: str, room: int) -> int:
    """Return how many characters of a text, from its beginning, stand in so many columns."""
    kept = 0
    # Letters may join into one, so that the whole beginning is measured and not its letters.
    while kept < len(text) and cells(text[: kept + 1]) <= room:
        kept += 1
    return kept


def pad(text: str, room: int, *, right: bool = False) -> str:
    """Fill the text with spaces to the columns; `right` sets it flush right."""
    gap = " " * max(0, room - cells(text))
    return gap + text if right else text + gap
