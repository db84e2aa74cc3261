"""Reads the HTML inside a feed's item: paragraphs without a page round them."""

from __future__ import annotations

import re

from firsthand.read.article import find_content
from firsthand.read.blocks import blocks_of
from firsthand.read.content import Content, Piece
from firsthand.read.dom import parse_page
from firsthand.read.phrases import is_line

_APPEARED = re.compile(
    r"The post\b.{1,400}?\b(?:appeared first on|first appeared on)\b", re.IGNORECASE
)
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")


class Fragment(Content):
    """The content of an item, and the words with which it sends its reader elsewhere, if any."""

    cut: str | None = None


def read_fragment(words: str) -> Fragment:
    """Return the paragraphs of an item's HTML or plain text.

    Raises:
        TooLargeError: it exceeds the bounds of `parse_page`.
        InputError: it cannot be parsed.
    """
    fragment = Fragment()
    if not _MARKUP.search(words):
        lines = [" ".join(line.split()) for line in words.splitlines()]
        fragment.pieces = [Piece("body", line) for line in lines if line]
        return _trimmed(fragment)
    page = parse_page(f"<body>{words}</body>")
    found = find_content(blocks_of(page, None, by_names=False), page, None, whole=True)
    fragment.pieces, fragment.headlines = found.pieces, found.headlines
    fragment.wall, fragment.tail = found.wall, found.tail
    return _trimmed(fragment)


def _trimmed(fragment: Fragment) -> Fragment:
    """Take off what the feed's software adds below, and keep in mind that it says "read more"."""
    while fragment.pieces and _APPEARED.match(fragment.pieces[-1].text):
        fragment.pieces.pop()
    last = fragment.tail[-1:] or [piece.text for piece in fragment.pieces[-1:]]
    if last and is_line("cut", last[0]):
        fragment.cut = last[0].strip()
        if fragment.pieces and fragment.pieces[-1].text == last[0]:
            fragment.pieces.pop()
    return fragment
