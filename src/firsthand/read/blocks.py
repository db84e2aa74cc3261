"""A page as a row of blocks: paragraphs, headings, items, lines, tables, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.read.dom import Element, raised
from firsthand.read.zones import BLOCK_TAGS, HEADINGS, Zone, is_body, zone_of

_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True, eq=False)
class Block:
    """A stretch of text between two breaks of the page.

    Args:
        text: With single spaces; a `pre` keeps its lines, a table has a line a row.
        element: The nearest block element round it.
        zone: The innermost zone round it, and `box` the element that opened it.
        links: How many of its characters stand in links.
        soft: It follows the block before it after a single line break.
    """

    text: str
    element: Element
    zone: Zone | None = None
    box: Element | None = None
    links: int = 0
    soft: bool = False
    bold: bool = False

    @property
    def link_share(self) -> float:
        """How much of its text is linked, 0 to 1."""
        return self.links / max(1, len(self.text))

    @property
    def is_heading(self) -> bool:
        """Whether its element is a heading of some kind."""
        return self.element.tag in HEADINGS or self.element.tag in ("dt", "summary")

    @property
    def in_list(self) -> Element | None:
        """The list item round it, if any."""
        if self.element.tag in ("li", "dd"):
            return self.element
        above = self.element.parent
        return above if above is not None and above.tag in ("li", "dd") else None


@dataclass(slots=True)
class _State:
    """What the walk knows at one element."""

    zone: Zone | None = None
    box: Element | None = None
    block: Element | None = None
    link: bool = False
    pre: bool = False
    in_article: bool = False


@dataclass(slots=True)
class _Walk:
    holders: frozenset[int]
    titles: frozenset[int]
    by_names: bool
    found: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    links: int = 0
    letters: int = 0
    bold: int = 0
    breaks: int = 0
    edge: bool = False
    """Whether an element began or ended since the last text."""

    def flush(self, state: _State, *, soft: bool = False) -> None:
        """End the block that is being gathered."""
        joined = "".join(self.pieces)
        text = joined.strip("\n") if state.pre else _SPACES.sub(" ", joined).strip(" ")
        if text.strip():
            self.found.append(
                Block(
                    text,
                    state.block or Element("body"),
                    state.zone,
                    state.box,
                    min(self.links, len(text)),
                    self.breaks == 1,
                    self.bold * 10 > 9 * self.letters,
                )
            )
            self.breaks = 0
        self.pieces.clear()
        self.links = self.letters = self.bold = 0
        self.breaks = self.breaks + 1 if soft else 2


def blocks_of(root: Element, title: Element | None, *, by_names: bool = True) -> list[Block]:
    """Return the blocks of a page in order, those of dropped zones too, with their zones.

    Args:
        root: The page.
        title: The element of the article's title, if one is known.
        by_names: Class and id of elements are believed.
    """
    titles = frozenset({id(title)} if title is not None else ())
    walk = _Walk(_holders(root, title), titles, by_names)
    # Each entry is a node with the state round it; a tuple without a node ends a block.
    stack: list[tuple[Element | str | None, _State]] = [(root, _State())]
    while stack:
        node, state = stack.pop()
        if node is None:
            walk.flush(state)
        elif node == "":
            walk.edge = True
        elif isinstance(node, str):
            _add_text(walk, node, state)
        elif node.tag == "br":
            walk.flush(state, soft=True)
        else:
            _enter(walk, node, state, stack)
    return walk.found


def _holders(root: Element, title: Element | None) -> frozenset[int]:
    """Return the elements that hold the title or a body that the page marks."""
    marked = [each for each in root.walk() if "articlebody" in each.get("itemprop").lower()]
    if title is not None:
        marked.append(title)
    return frozenset(id(above) for each in marked for above in (each, *each.ancestors()))


def _add_text(walk: _Walk, text: str, state: _State) -> None:
    if not state.pre and text.isspace() and not walk.pieces:
        return
    if walk.edge and walk.pieces and text[:1].isupper():
        last = walk.pieces[-1][-1:]
        if last.islower() or last.isdigit():
            # Two elements without a space between them, which the page's style sets apart.
            walk.pieces.append(" ")
    walk.edge = False
    walk.pieces.append(text)
    length = len(text.strip())
    walk.letters += length
    if state.link:
        walk.links += len(text)


def _enter(
    walk: _Walk, element: Element, state: _State, stack: list[tuple[Element | str | None, _State]]
) -> None:
    zone = _zone(walk, element, state)
    # Boxes of headlines often have no more between them than the ends of their links.
    is_block = element.tag in BLOCK_TAGS or (
        element.tag == "a" and state.zone == "related" and not state.link and not _in_line(element)
    )
    inner = _State(
        zone or state.zone, element if zone else state.box, element if is_block else state.block,
        state.link or element.tag == "a", state.pre or element.tag in ("pre", "listing", "xmp"),
        state.in_article or element.tag in ("article", "main") or is_body(element),
    )  # fmt: skip
    if zone == "drop" and element.tag in (
        "script",
        "style",
        "svg",
        "math",
        "!",
        "head",
        "template",
    ):
        return
    if element.tag == "table" and is_data_table(element):
        walk.flush(state)
        walk.found.append(
            Block(table_text(element), element, zone or state.zone or "table", element)
        )
        return
    if zone == "drop" and not is_block:
        # Buttons and labels in a line are taken out of it; what they say is kept apart.
        walk.found.append(Block(element.text(), element, "drop", element))
        return
    if element.tag in ("sup", "sub"):
        _add_text(walk, raised(element), state)
        return
    if is_block or (zone and zone != state.zone):
        walk.flush(state)
        stack.append((None, inner))
    else:
        walk.edge = True
        stack.append(("", state))
        walk.bold += len(element.text()) if element.tag in ("b", "strong") else 0
    stack.extend((child, inner) for child in reversed(element.children))


def _in_line(link: Element) -> bool:
    """Tell whether a link has words beside it in its element."""
    around = link.parent.children if link.parent is not None else []
    return any(isinstance(each, str) and len(each.strip()) > 2 for each in around)


def _zone(walk: _Walk, element: Element, state: _State) -> Zone | None:
    if id(element) in walk.titles:
        return "title"
    if state.zone == "drop" and element.tag not in (
        "div",
        "section",
        "aside",
        "ul",
        "ol",
        "article",
    ):
        return None
    zone = zone_of(element, holds_article=id(element) in walk.holders, in_article=state.in_article)
    if state.zone == "drop":
        # Only headlines of other articles are worth getting out of what is left out.
        hidden = state.box is not None and state.box.tag in (
            "nav",
            "dialog",
            "template",
            "noscript",
        )
        return "related" if zone == "related" and not hidden else None
    if state.zone == "related" and zone in ("lead", "caption", "quote"):
        return None
    return zone


def is_data_table(table: Element) -> bool:
    """Tell a table of figures or facts from a table that lays out a page."""
    if table.get("role") in ("presentation", "none") or table.find(
        "table", "h1", "article", "main"
    ):
        return False
    rows = [
        [cell for cell in row.children if isinstance(cell, Element)] for row in table.find_all("tr")
    ]
    cells = [cell for row in rows for cell in row if cell.tag in ("td", "th")]
    if len(rows) < 2 or len(cells) < 4 or max(len(row) for row in rows) < 2:
        return False
    lengths = sorted(len(cell.text()) for cell in cells)
    if lengths[-1] > 600 or lengths[len(lengths) // 2] > 80:
        return False
    return not any(cell.find("p", "div", "ul") and len(cell.text()) > 200 for cell in cells)


def table_text(table: Element) -> str:
    """Return a table as lines: its caption, then a row a line with its cells between bars."""
    lines = [caption.text() for caption in table.find_all("caption")]
    for row in table.find_all("tr"):
        cells = [each.text() for each in row.children if isinstance(each, Element)]
        if any(cells):
            lines.append(" | ".join(cells))
    return "\n".join(line for line in lines if line)
