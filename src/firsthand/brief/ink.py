"""Lines for a terminal: stretches with a colour, measured in columns, painted at the very end."""

from __future__ import annotations

from typing import Literal, NamedTuple

from firsthand.brief.measure import cells, fit, fitting, pad
from firsthand.brief.view import View

Ink = Literal["", "bold", "dim", "green", "red", "yellow", "blue", "italic", "voice"]
_CODES: dict[Ink, str] = {
    "": "",
    "bold": "1",
    "dim": "2",
    "italic": "2;3",
    "voice": "1",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
}
_ASCII = {
    "├─": "|-", "└─": "`-", "├╌": "|..", "└╌": "`..", "│": "|", "╌": "..",
    "✓": "ok", "✕": "x", "○": "?", "–": "-", "—": "-", "≠": "!=", "−": "-", "÷": "/", "×": "x",
    "≤": "<=", "≥": ">=", "→": "->", "←": "<-", "·": "-", "…": "...",
    "’": "'", "‘": "'", "“": '"', "”": '"',
}  # fmt: skip

INKS: dict[str, Ink] = {"good": "green", "bad": "red", "warn": "yellow", "none": "dim"}
"""Colours of the tones of a verdict."""


class Bit(NamedTuple):
    """A stretch of a line in one colour."""

    text: str
    ink: Ink = ""


Line = tuple[Bit, ...]


def bit(view: View, text: str, ink: Ink = "") -> Bit:
    """Return a stretch with the signs that the terminal has, without line breaks and controls.

    Text from documents could otherwise steer the terminal with escape sequences.
    """
    clean = "".join(c if c.isprintable() else " " for c in text)
    if not view.unicode:
        for sign, plain in _ASCII.items():
            clean = clean.replace(sign, plain)
    return Bit(clean, ink)


def ellipsis(view: View) -> str:
    """Return the sign of a cut."""
    return "…" if view.unicode else "..."


def length(line: Line) -> int:
    """Count the columns of a line."""
    return sum(cells(b.text) for b in line)


def column(view: View, text: str, room: int, ink: Ink = "", *, right: bool = False) -> Bit:
    """Return a text that fills a column, cut with a sign where it does not fit."""
    clean = bit(view, text).text
    return Bit(pad(fit(clean, room, ellipsis=ellipsis(view)), room, right=right), ink)


def flush(view: View, left: Line, right: Line) -> Line:
    """Return a line with its right part set at the right edge."""
    gap = view.columns - length(left) - length(right)
    return (*left, Bit(" " * max(gap, 1)), *right)


def flushed(view: View, left: Line, right: Line) -> list[Line]:
    """Return a line with its right part at the right edge, below it where both do not fit."""
    if length(left) + length(right) + 1 <= view.columns:
        return [flush(view, left, right)]
    return [left, flush(view, (), right)]


def paint(view: View, lines: list[Line]) -> str:
    """Print the lines; trailing blanks go, colour only where the view has it."""
    out = []
    for line in lines:
        text = "".join(_painted(b, view.color) for b in line)
        out.append(text.rstrip())
    return "\n".join(out) + "\n"


def _painted(each: Bit, color: bool) -> str:
    code = _CODES[each.ink]
    if not (color and code and each.text.strip()):
        return each.text
    tail = each.text[len(each.text.rstrip()) :]
    return f"\x1b[{code}m{each.text.rstrip()}\x1b[0m{tail}"


def wrap(view: View, bits: list[Bit], room: int) -> list[Line]:
    """Break a run of stretches at spaces into lines of at most `room` columns.

    A word that is longer than a line is broken where the line ends.
    """
    out: list[list[Bit]] = [[]]
    used = 0
    for each in bits:
        for at, each_word in enumerate(each.text.split(" ")):
            word, gap = each_word, 1 if at else 0
            wide = cells(word)
            if used and used + gap + wide > room:
                out.append([])
                used, gap = 0, 0
            if used + gap + wide > room:
                gap = 0
            at_letter = 0
            while wide > room:
                head = _head(word[at_letter : at_letter + room + 1], room)
                out[-1].append(Bit(head, each.ink))
                out.append([])
                used, gap = 0, 0
                at_letter += len(head)
                wide -= max(cells(head), 1)
            word = word[at_letter:]
            out[-1].append(Bit(" " * gap + word, each.ink))
            used += gap + wide
    return [tuple(line) for line in out]


def _head(word: str, room: int) -> str:
    return word[: max(fitting(word, room), 1)]
