"""Tables of HTML pages as grids: spans are laid out, raised marks kept, the words around collected."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from resiliparse.parse.html import ElementNode, HTMLTree, Node

from firsthand.errors import TableError
from firsthand.tables.grid import Area, Cell, Grid, Page
from firsthand.tables.readers import limits
from firsthand.tables.readers.encoding import decode

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", re.IGNORECASE
)
_TEXTS = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "p", "figcaption", "small", "li", "dt", "dd", "address"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "figcaption"})
_HIDDEN = frozenset(
    {"script", "style", "template", "noscript", "svg", "object", "iframe", "head", "nav"}
)
_BLOCKS = frozenset({"p", "div", "li", "br", "h1", "h2", "h3", "h4"})
_DEEPEST = 400
"""Elements within elements beyond which a page is not followed."""
_SPAN = 1000
"""Columns or rows of one cell, the bound of the HTML standard for colspan."""


class _Words(msgspec.Struct):
    """Text of a cell while its nodes are walked."""

    text: str = ""
    raised: list[tuple[int, int]] = []
    bold: bool = False


def read_html(data: bytes, *, name: str) -> Page:
    """Lay out every table of a page that has cells of its own.

    Raises:
        TableError: the page has no table.
        TooLargeError: more cells than the bounds allow.
    """
    tree = HTMLTree.parse(_text(data, name))
    body = tree.body
    if body is None:
        raise TableError("the page has no content", where=name)
    titles: list[str] = []
    texts: list[str] = []
    tables: list[tuple[Node, str | None]] = []
    above: str | None = None
    for node in _walk(body):
        if node.tag == "table":
            tables.append((node, above))
        elif node.tag in _TEXTS and not _within_table(node):
            words = _words(node).text.strip()
            if words:
                above = words if node.tag in _HEADINGS else above
                (titles if node.tag == "h1" else texts).append(words[:2000])
    if len(tables) > limits.SHEETS:
        raise limits.too_large(f"the page has {len(tables):,} tables", where=name)
    grids = [grid for node, heading in tables if (grid := _grid(node, name, heading)) is not None]
    if not grids:
        raise TableError(
            "the page has no table",
            where=name,
            hint="Save the page that shows the table, or its download",
        )
    title = titles[0] if titles else grids[0].caption or (tree.title or "").strip() or None
    return Page(tuple(grids), title=title, texts=(*titles[1:], *texts))


def _text(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared[1].decode("ascii")
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass  # a wrong declaration: the bytes decide
    return decode(data, name=name)


def _walk(root: Node) -> Iterator[Node]:
    """Yield elements in document order; scripts, navigation and the like are left out."""
    stack: list[tuple[Node, int]] = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if not isinstance(node, ElementNode):
            continue
        if node is not root:
            yield node
        if node.tag in _HIDDEN or depth > _DEEPEST:
            continue
        stack.extend((child, depth + 1) for child in reversed(_children(node)))


def _children(node: Node) -> list[Node]:
    out: list[Node] = []
    child = node.first_child
    while child is not None:
        if isinstance(child, ElementNode) or child.tag == "#text":
            out.append(child)
        child = child.next
    return out


def _within_table(node: Node) -> bool:
    parent = node.parent
    for _ in range(_DEEPEST):
        if parent is None:
            return False
        if parent.tag in {"td", "th", "caption"}:
            return True
        parent = parent.parent
    return False


def _rows(table: Node) -> list[tuple[Node, str]]:
    """Return the table's own rows with the section in which they stand."""
    out: list[tuple[Node, str]] = []
    for child in _children(table):
        if child.tag == "tr":
            out.append((child, "tbody"))
        elif child.tag in {"thead", "tbody", "tfoot"}:
            out += [(row, child.tag or "") for row in _children(child) if row.tag == "tr"]
    # A footer may be written before the body; it is shown, and counted, after it.
    return [*(row for row in out if row[1] != "tfoot"), *(row for row in out if row[1] == "tfoot")]


def _grid(table: Node, file: str, heading: str | None) -> Grid | None:
    rows = _rows(table)
    nested = any(node.tag == "table" for node in _walk(table))
    taken: set[tuple[int, int]] = set()
    cells: dict[int, dict[int, Cell]] = {}
    areas: list[Area] = []
    head, foot = 0, None
    for number, (row, section) in enumerate(rows):
        head = number + 1 if section == "thead" and head == number else head
        foot = number if section == "tfoot" and foot is None else foot
        column = 0
        for node in _children(row):
            if node.tag not in {"td", "th"}:
                continue
            while (number, column) in taken:
                column += 1
            down, right = (_span(node, side) for side in ("rowspan", "colspan"))
            down = min(down, len(rows) - number) or len(rows) - number
            if down * right > 1:
                areas.append(Area(number, column, number + down - 1, column + right - 1))
                taken |= {(number + i, column + j) for i in range(down) for j in range(right)}
            cell = None if nested and _holds_table(node) else _cell(node)
            if cell is not None:
                cells.setdefault(number, {})[column] = cell
            column += right
            if len(taken) > limits.CELLS or column > limits.COLUMNS:
                raise limits.too_large(
                    "the table spans too many cells", where=f"{file} row {number + 1}"
                )
    caption = next(
        (_words(node).text.strip() for node in _children(table) if node.tag == "caption"), None
    )
    if not cells:
        return None
    return Grid(
        cells, kind="html", areas=tuple(areas), caption=caption or heading, head=head, foot=foot
    )


def _span(node: Node, side: str) -> int:
    text = _attribute(node, side).strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(int(text[:6]), _SPAN) if side == "rowspan" else max(1, min(int(text[:6]), _SPAN))


def _attribute(node: Node, name: str) -> str:
    return (node.getattr(name) or "") if isinstance(node, ElementNode) else ""


def _holds_table(node: Node) -> bool:
    return any(each.tag == "table" for each in _walk(node))


_INDENT = re.compile(
    r"(?:padding-left|margin-left|text-indent)\s*:\s*(\d{1,3}(?:\.\d{1,3})?)\s*(px|em|rem|pt|%)?"
)
_LEVEL = re.compile(r"(?:indent|level|lvl|pl|ps|ml|einzug)[-_]?(\d)")


def _cell(node: Node) -> Cell | None:
    words = _words(node)
    text = words.text
    bare = text.lstrip()
    if not bare.strip():
        return None
    cut = len(text) - len(bare)
    raised = tuple((max(a - cut, 0), b - cut) for a, b in words.raised if b > cut)
    blanks = sum(1 for c in text[:cut] if c in "\u00a0\u2003\u2002\u3000")
    return Cell(
        bare.rstrip()[: limits.TEXT],
        raised=raised,
        bold=words.bold,
        indent=blanks + _indent(node),
        heading=node.tag == "th",
    )


def _indent(node: Node) -> int:
    """Return the indent of a cell in blanks, from its style or the number in its class."""
    found = _INDENT.search(_attribute(node, "style"))
    if found:
        size = float(found[1])
        return round(size * 2) if found[2] in {"em", "rem"} else round(size / 5)
    level = _LEVEL.search(_attribute(node, "class"))
    return 2 * int(level[1]) if level else 0


def _words(node: Node) -> _Words:
    """Return the text of a node: white space folded, line breaks as blanks, raised stretches by offset."""
    out = _Words(raised=[])
    plain = 0
    stack: list[tuple[Node, bool, bool]] = [(node, False, False)]
    while stack:
        current, raised, bold = stack.pop()
        if current.tag == "#text":
            plain += _append(out, current.text or "", raised, bold)
            continue
        if current.tag in _HIDDEN or (current.tag == "table" and current is not node):
            continue
        if current.tag in _BLOCKS and out.text and not out.text.endswith(" "):
            out.text += " "
        raised = raised or current.tag == "sup"
        bold = bold or current.tag in {"b", "strong"} or "bold" in _attribute(current, "style")
        stack.extend((child, raised, bold) for child in reversed(_children(current)))
    out.bold = bool(out.text.strip()) and plain == 0
    return out


_SPACE = re.compile(r"[ \t\r\n\f]+")


def _append(out: _Words, text: str, raised: bool, bold: bool) -> int:
    """Add a text node; returns how many of its characters are plain, not bold."""
    folded = _SPACE.sub(" ", text)
    if not out.text or out.text.endswith(" "):
        folded = folded.lstrip(" ")
    if raised and folded.strip():
        out.raised.append((len(out.text), len(out.text) + len(folded)))
    out.text += folded
    return 0 if bold else len(folded.strip())
