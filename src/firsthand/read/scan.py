"""Stretches of a text between two marks, found in one pass however many marks are never closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of a text: inside of the marks (which it includes) or outside."""

    text: str
    inside: bool


def stretches(text: str, opening: str, closing: str) -> Iterator[Stretch]:
    """Yield a text in stretches outside and inside of the marks.

    An opening that is never closed is outside.
    A regular expression with `.*?` would look to the end of the text from every opening mark.
    """
    at = 0
    while True:
        start = text.find(opening, at)
        end = text.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            yield Stretch(text[at:], False)
            return
        yield Stretch(text[at:start], False)
        yield Stretch(text[start : end + len(closing)], True)
        at = end + len(closing)


def without(text: str, opening: str, closing: str) -> str:
    """Return a text without what stands between the marks."""
    return "".join(each.text for each in stretches(text, opening, closing) if not each.inside)
