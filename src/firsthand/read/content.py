"""The article in a page: which blocks are its body, which headlines of others, which neither."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.model.document import PartKind
from firsthand.read.blocks import Block
from firsthand.read.dates import find_date
from firsthand.read.dom import Element
from firsthand.read.phrases import beginning, found_in, is_line, opener
from firsthand.read.zones import is_body

_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]」』]*\Z")
_CJK = re.compile("[぀-ヿ一-鿿가-힣]")
_RIGHTS = re.compile(r"(?:©|ⓒ|\(c\)|copyright)", re.IGNORECASE)
_CLOCK = re.compile(r"\s{1,3}\d{1,2}:\d{2}\Z|\A\d{1,2}:\d{2}\s{1,3}")
_MOST_HEADLINES = 60
_MOST_TAIL = 60


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
        wall: Words of a pay wall.
        is_list: The page lists articles and is none.
    """

    pieces: list[Piece] = field(default_factory=list)
    headlines: list[tuple[str, list[str]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    wall: str | None = None
    is_list: bool = False


def weight(block: Block) -> float:
    """Return how much a block weighs as running text: its letters, 0 where it is none."""
    return prose(block) if block.zone in (None, "lead") else 0.0


def prose(block: Block) -> float:
    """Return the weight of a block whatever its zone."""
    if block.link_share > 0.5 or block.is_heading:
        return 0.0
    length = len(block.text) * (2.5 if len(_CJK.findall(block.text[:200])) > 10 else 1.0)
    if length < 30 or (length < 80 and not _ENDS.search(block.text)):
        return 0.0
    if _RIGHTS.search(block.text[:20]) or is_line("boilerplate", block.text):
        return 0.0
    if length < 200 and found_in("publisher", block.text) and block.element.tag != "p":
        return 0.0
    return length * (1 - block.link_share)


def find_content(
    blocks: list[Block], root: Element, title: Element | None, *, whole: bool = False
) -> Content:
    """Sort the blocks of a page.

    Args:
        blocks: As `blocks_of` gives them.
        root: The page.
        title: The element of the title, if it is known.
        whole: All of it is the article; there is nothing round it.
    """
    scope = root if whole else _scope(blocks, root, title)
    inside = {id(block) for block in blocks if _is_in(block.element, scope)}
    listed = [] if whole else _listed_articles(blocks, inside)
    content = Content(is_list=bool(listed))
    started = not _has(blocks, title, inside)
    between = False
    sorter = _Sorter(content)
    for block in blocks:
        if block.zone == "title":
            started = between = True
            continue
        if id(block) in inside and started:
            sorter.take(block)
        elif id(block) in inside:
            content.notes.append(block.text)
        else:
            sorter.leave(block, between=between and not content.pieces)
    sorter.finish()
    if listed:
        content.pieces, content.headlines = [], [("", listed[:_MOST_HEADLINES])]
    return content


def _has(blocks: list[Block], title: Element | None, inside: set[int]) -> bool:
    return title is not None and any(
        block.zone == "title" and id(block) in inside for block in blocks
    )


def _is_in(element: Element, scope: Element) -> bool:
    return element is scope or any(above is scope for above in element.ancestors())


def _scope(blocks: list[Block], root: Element, title: Element | None) -> Element:
    """Return the element that holds the article.

    The marked body first, then the article or main element of the title, then the smallest
    element with four fifths of the running text.
    """
    weights: dict[int, float] = defaultdict(float)
    elements: dict[int, Element] = {}
    for block in blocks:
        heavy = weight(block)
        if heavy:
            for above in (block.element, *block.element.ancestors()):
                weights[id(above)] += heavy
                elements[id(above)] = above
    total = max(weights.values(), default=0.0)
    marked = [each for each in elements.values() if is_body(each)]
    best = max(marked, key=lambda each: weights[id(each)], default=None)
    if best is not None and weights[id(best)] >= total / 2:
        return best
    around = list(title.ancestors()) if title is not None else []
    for tag, share in (("article", 0.3), ("main", 0.5)):
        for each in [*around, *elements.values()]:
            if each.tag == tag and weights[id(each)] >= total * (share if each in around else 0.6):
                return each
    return _smallest(root, weights, elements, total)


def _smallest(
    root: Element, weights: dict[int, float], elements: dict[int, Element], total: float
) -> Element:
    current = root
    while total:
        below = [each for each in current.children if isinstance(each, Element)]
        heavy = max(below, key=lambda each: weights.get(id(each), 0.0), default=None)
        if heavy is None or weights.get(id(heavy), 0.0) < total * 0.8 or heavy.tag == "p":
            break
        current = heavy
    return current


def _listed_articles(blocks: list[Block], inside: set[int]) -> list[str]:
    """Return the headlines of an index page; none where the page is an article.

    An index has many linked headlines, and little running text to each.
    """
    within = [block for block in blocks if id(block) in inside]
    linked = [
        block for block in within
        if block.zone is None and block.link_share > 0.8
        and len(block.text) > (10 if _CJK.search(block.text) else 20)
    ]  # fmt: skip
    running = [block for block in within if weight(block)]
    headed = [block for block in linked if block.is_heading]
    longest = max((len(block.text) for block in running), default=0)
    letters = sum(len(block.text) for block in running)
    many = len(headed) >= 4 and len(running) < 2.5 * len(headed) and longest < 400
    if many or (len(linked) >= 8 and letters < 30 * len(linked)):
        return list(dict.fromkeys(block.text for block in (headed if many else linked)))
    return []


@dataclass(slots=True)
class _Sorter:
    """Takes the blocks one by one and knows whether a list of headlines is open."""

    content: Content
    heading: str | None = None
    """Heading of the list of headlines that is open; None where none is."""
    box: Element | None = None

    def take(self, block: Block) -> None:
        """Sort a block of the article."""
        if block.zone == "related":
            self._headline(block)
        elif block.zone == "wall":
            self._wall(block)
        elif block.zone == "drop" or self._is_noise(block):
            self.content.tail.append(block.text)
        elif self._is_note(block):
            self.content.notes.append(block.text)
        elif self._opens_list(block):
            self._open(block)
        elif self._is_headline(block):
            self._headline(block)
        elif block.link_share > 0.8 and block.zone is None and not block.is_heading:
            self.content.tail.append(block.text)  # topics and other short links
        else:
            self._add(block)

    def leave(self, block: Block, *, between: bool) -> None:
        """Sort a block outside of the article; `between`: it stands below the title."""
        if block.zone == "related":
            self._headline(block)
        elif block.zone == "wall":
            self._wall(block)
        elif block.zone == "byline" or (between and self._is_note(block)):
            self.content.notes.append(block.text)
        elif between and (block.zone in ("lead", "caption") or weight(block)):
            self._add(block)
        elif between and block.zone is None and len(block.text) < 120:
            self.content.notes.append(block.text)
        elif block.zone is None and self._opens_list(block):
            self._open(block)
        elif block.zone is None and self.heading is not None and self._is_headline(block):
            self._headline(block)
        elif len(self.content.tail) < _MOST_TAIL or block.zone == "drop":
            self.content.tail.append(block.text)

    def finish(self) -> None:
        """Drop empty lists, and what the article's end trails behind it."""
        self.content.headlines = [
            (heading, lines) for heading, lines in self.content.headlines if lines
        ]
        pieces = self.content.pieces
        while pieces and (
            _RIGHTS.match(pieces[-1].text) or is_line("boilerplate", pieces[-1].text)
        ):
            self.content.tail.append(pieces.pop().text)

    def _add(self, block: Block) -> None:
        self.heading = None
        kinds: dict[str | None, PartKind] = {
            "caption": "caption",
            "quote": "quote-box",
            "table": "table",
        }
        kind = kinds.get(block.zone, "body")
        item = block.in_list is not None
        if kind == "caption" and any(piece.text == block.text for piece in self.content.pieces):
            return
        self.content.pieces.append(Piece(kind, block.text, block.soft, item))

    def _open(self, block: Block) -> None:
        self.heading, self.box = block.text, None
        self.content.headlines.append((block.text, []))

    def _wall(self, block: Block) -> None:
        self.content.wall = self.content.wall or found_in("wall", block.text) or "pay wall"

    def _is_noise(self, block: Block) -> bool:
        text = block.text
        if is_line("boilerplate", text):
            return True
        if not any(map(str.isalnum, text)):
            return True
        if len(text) < 260 and found_in("wall", text) and not _looks_spoken(text):
            self._wall(block)
            return True
        short = len(text) < 160 and block.links > 0
        begun = beginning("boilerplate", text) if short else None
        if begun and (" " in begun.phrase or block.link_share > 0.5):
            return True
        return bool(_RIGHTS.match(text)) and len(text) < 200

    def _is_note(self, block: Block) -> bool:
        """Tell a byline or date line above the text."""
        text = block.text
        if block.zone == "byline":
            return len(text) < 200 or block.link_share > 0.5
        if len(text) > 120 or any(piece.kind == "body" for piece in self.content.pieces):
            return False
        if block.is_heading or block.zone is not None:
            return False
        dated = find_date(text)
        if dated and len(text) - (dated.span[1] - dated.span[0]) < 40:
            return True
        by = opener("by", text) or beginning("by", text)
        return (
            bool(by)
            and len(text) < 80
            and not _ENDS.search(text)
            and len(text) > (by.end if by else 0)
        )

    def _opens_list(self, block: Block) -> bool:
        headed = (
            block.is_heading
            or block.bold
            or block.text.rstrip().endswith((":", "："))
            or len(block.text) < 40
        )
        return headed and block.link_share < 0.5 and is_line("related", block.text)

    def _is_headline(self, block: Block) -> bool:
        linked = block.link_share
        if self.heading is not None and (linked > 0.5 or block.in_list):
            return True
        if block.zone is not None:
            return False
        opened = opener("related", block.text)
        if opened and block.links > 0 and len(block.text) < 300:
            return True
        long = block.text.count(" ") >= 3 or len(_CJK.findall(block.text)) >= 8
        return linked > 0.8 and not block.is_heading and long

    def _headline(self, block: Block) -> None:
        lists = self.content.headlines
        text = block.text
        if block.zone == "related":
            if block.box is not self.box:
                self.box = block.box
                lists.append(("", []))
                self.heading = ""
            if (
                not lists[-1][1]
                and not lists[-1][0]
                and is_line("related", text)
                and block.link_share < 0.9
            ):
                lists[-1] = (text, [])
                return
            if not _is_title_like(block):
                return
        elif self.heading is None:
            lists.append(("", []))
            self.heading = ""
        opened = opener("related", text)
        if opened and opened.end < len(text):
            text = text[opened.end :].strip()
        text = _CLOCK.sub("", text)
        if (
            text
            and sum(len(lines) for _, lines in lists) < _MOST_HEADLINES
            and text not in lists[-1][1]
        ):
            lists[-1][1].append(text)


def _looks_spoken(text: str) -> bool:
    return text[:1] in "\"“„«»'‘「"


def _is_title_like(block: Block) -> bool:
    """Tell a headline in a box from its teaser, its date and its numbers."""
    text = block.text
    if is_line("boilerplate", text) or is_line("related", text) or len(text) < 8:
        return False
    if not any(map(str.isalpha, text)) or block.zone == "drop":
        return False
    dated = find_date(text)
    if dated and len(text) - (dated.span[1] - dated.span[0]) < 12:
        return False
    return block.link_share > 0.4 or block.is_heading or block.in_list is not None
