"""What a page holds, sorted into the article's pieces, headlines of others, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.model.document import PartKind
from firsthand.read.blocks import Block
from firsthand.read.phrases import found_in, is_line

ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*\Z")
"""A line that ends a sentence."""
CJK = re.compile("[぀-ヿ一-鿿가-힣]")
"""A character of Japanese, Chinese or Korean script."""
RIGHTS = re.compile(r"(?:©|ⓒ|\(c\)|copyright)", re.IGNORECASE)
"""The sign of a copyright line."""


class Piece(NamedTuple):
    """A stretch of the document's text; `soft` and `item` tell how it hangs on the one before."""

    kind: PartKind
    text: str
    soft: bool = False
    item: bool = False


@dataclass(slots=True)
class Content:
    """What a page holds, sorted.

    Args:
        pieces: The article's words in order, without its title.
        headlines: Lists of headlines of other articles: each a heading (or "") and its lines.
        notes: Short lines round the title: bylines and dates.
        tail: What stands outside of the article, for imprint and copyright.
        rights: Copyright lines in the article, which may be a news agency's.
        wall: Words of a pay wall.
        is_list: The page lists articles and is none.
    """

    pieces: list[Piece] = field(default_factory=list)
    headlines: list[tuple[str, list[str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    rights: list[str] = field(default_factory=list)
    wall: str | None = None
    is_list: bool = False


def weight(block: Block) -> float:
    """Return how much a block weighs as running text: its letters, 0 where it is none."""
    return prose(block) if block.zone in (None, "lead") else 0.0


def prose(block: Block) -> float:
    """Return the weight of a block whatever its zone."""
    if block.link_share > 0.5 or block.is_heading:
        return 0.0
    length = len(block.text) * (2.5 if len(CJK.findall(block.text[:200])) > 10 else 1.0)
    if length < 30 or (length < 80 and not ENDS.search(block.text)):
        return 0.0
    if RIGHTS.search(block.text[:20]) or is_line("boilerplate", block.text):
        return 0.0
    if block.element.tag != "p" and length < 200 and found_in("publisher", block.text):
        return 0.0
    return length * (1 - block.link_share)
