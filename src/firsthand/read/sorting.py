"""Sorts the blocks of a page: article, headlines of others, notes at the title, and noise."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.model.document import PartKind
from firsthand.read.blocks import Block
from firsthand.read.content import CJK, ENDS, RIGHTS, Content, Piece, weight
from firsthand.read.dates import find_date
from firsthand.read.dom import Element
from firsthand.read.phrases import Opener, beginning, found_in, is_line, opener

MOST_HEADLINES = 60
"""Most headlines of other articles that are kept of a page."""
_CLOCK = re.compile(r"\s{1,3}\d{1,2}:\d{2}\Z|\A\d{1,2}:\d{2}\s{1,3}")
_BARS = re.compile(r"\s[·|•]\s")
_QUOTES = ('"', "“", "„", "«", "»", "'", "‘", "「")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_AGO = re.compile(
    r"\d{1,3}\s?(?:min\w*|h\w*|hours?|days?|weeks?|m|d)\.? ago|vor \d{1,3} \w{3,8}"
    r"|\d{1,3} (?:мин|час|дн|ден|день|хв|год)\w*\.? (?:назад|тому)"
    r"|\d{1,3}(?:분|시간|일) ?전|\d{1,3}(?:分|時間|日)前",
    re.IGNORECASE,
)
_MOST_TAIL = 60


@dataclass(slots=True)
class Sorter:
    """Takes the blocks one by one and knows whether a list of headlines is open."""

    content: Content
    heading: str | None = None
    """Heading of the list of headlines that is open; None where none is."""
    box: Element | None = None
    begun: int = 0
    """Letters of the body so far."""
    captions: set[str] = field(default_factory=set)
    linked: bool = False
    """Whether the open list of headlines has links: lines without one are then no headlines."""

    def take(self, block: Block) -> None:
        """Sort a block of the article."""
        if block.zone == "related":
            self._headline(block)
        elif block.zone == "wall":
            self._wall(block)
        elif RIGHTS.match(block.text) and len(block.text) < 200:
            self.content.rights.append(block.text)
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
        while pieces and (RIGHTS.match(pieces[-1].text) or is_line("boilerplate", pieces[-1].text)):
            self.content.rights.append(pieces.pop().text)

    def _add(self, block: Block) -> None:
        self.heading = None
        kinds: dict[str | None, PartKind] = {
            "caption": "caption",
            "quote": "quote-box",
            "table": "table",
        }
        kind = kinds.get(block.zone, "body")
        item = block.in_list is not None
        if kind == "caption":
            if block.text in self.captions:
                return  # the same picture, once for each width of screen
            self.captions.add(block.text)
        self.begun += len(block.text) if kind == "body" else 0
        self.content.pieces.append(Piece(kind, block.text, block.soft, item))

    def _open(self, block: Block) -> None:
        self.heading, self.box = block.text, None
        self.content.headlines.append((block.text, []))

    def _wall(self, block: Block) -> None:
        self.content.wall = self.content.wall or found_in("wall", block.text) or "pay wall"

    def _is_noise(self, block: Block) -> bool:
        text = block.text
        if all(is_line("boilerplate", part) for part in _BARS.split(text)):
            return True
        if not any(map(str.isalnum, text)) or _ADDRESS.fullmatch(text):
            return True
        if len(text) < 260 and self._is_wall(block):
            self._wall(block)
            return True
        short = len(text) < 220 and block.links > 0
        if short and found_in("promo", text) and not text.startswith(_QUOTES):
            return True
        begun = beginning("boilerplate", text) if short else None
        return begun is not None and (" " in begun.phrase or block.link_share > 0.5)

    def _is_wall(self, block: Block) -> bool:
        """Tell what a pay wall says from an article's words on subscribers and members."""
        text = block.text
        if text.startswith(_QUOTES) or not found_in("wall", text):
            return False
        return block.links > 0 or len(text) < 80 or beginning("wall", text) is not None

    def _is_note(self, block: Block) -> bool:
        """Tell a byline or date line above the text."""
        text = block.text
        if block.zone == "byline":
            return len(text) < 200 or block.link_share > 0.5
        if len(text) > 120 or self.begun > 150:
            return False
        if block.is_heading or block.zone is not None:
            return False
        dated = find_date(text)
        beside = len(text) - (dated.span[1] - dated.span[0]) if dated else 0
        if dated and beside < (12 if ENDS.search(text) else 40):
            return True
        by = opener("by", text) or beginning("by", text)
        return (
            bool(by)
            and len(text) < 80
            and not ENDS.search(text)
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
        spaces, wide = block.text.count(" "), len(CJK.findall(block.text))
        if self.heading is not None and (block.in_list or (linked > 0.5 and spaces + wide > 1)):
            return True
        if block.zone is not None:
            return False
        if block.links > 0 and len(block.text) < 300 and _refers(block) is not None:
            return True
        long = spaces >= 3 or wide >= 8
        return linked > 0.8 and not block.is_heading and long

    def _headline(self, block: Block) -> None:
        if _AGO.fullmatch(block.text):
            return
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
        opened = _refers(block)
        if opened and opened.end < len(text):
            text = text[opened.end :].strip()
        text = _CLOCK.sub("", text.lstrip(" >»›▶►•·-–—"))
        if self.linked and lists[-1][1] and not block.links and not block.is_heading:
            return
        if (
            text
            and sum(len(lines) for _, lines in lists) < MOST_HEADLINES
            and text not in lists[-1][1]
        ):
            self.linked = block.links > 0 if not lists[-1][1] else self.linked
            lists[-1][1].append(text)


def _refers(block: Block) -> Opener | None:
    """Return the words with which a line names another article: "Read also:", or bold before a link."""
    opened = opener("related", block.text)
    if opened:
        return opened
    begun = beginning("related", block.text)
    if begun and " " in begun.phrase and block.links * 2 > len(block.text) - begun.end:
        return begun
    return None


def _is_title_like(block: Block) -> bool:
    """Tell a headline in a box from its teaser, its date and its numbers."""
    text = block.text
    if is_line("boilerplate", text) or is_line("related", text) or len(text) < 8:
        return False
    if not any(map(str.isalpha, text)):
        return False
    dated = find_date(text)
    if dated and len(text) - (dated.span[1] - dated.span[0]) < 12:
        return False
    return block.link_share > 0.4 or block.is_heading or block.in_list is not None
