"""The site's name over an article, where only the window's title names both.

Old pages set the paper's name as a heading and the article's title in bold below it; their window
says "Paper: Title" or "Title - Paper", which alone does not tell the one from the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.read.dom import Element
from firsthand.read.titles import fold_title, may_show, sides_of
from firsthand.read.zones import HEADINGS, is_hidden

_RUNNING = 90
"""Characters of a text that is no title: what stands behind it is no head of the page."""
_LONGEST = 60
"""Characters of a site's name."""
_NO_HEAD = frozenset({"head", "script", "style", "noscript", "title", "nav", "template"})
_MOST = 3000
"""Elements among which a page's head is looked for."""


def banner(page: Element, raw: str) -> str | None:
    """Return the side of a window's title that stands over the other side on the page.

    None where the page does not show both before its running text, and where a level-1 heading
    stands over plain words, which may then be the title over the source's name.
    """
    pairs = sides_of(raw)
    if not pairs:
        return None
    wanted = {fold_title(side) for pair in pairs for side in pair}
    shown: dict[str, tuple[int, Element, str]] = {}
    for place, element in enumerate(_head_of(page)):
        if place > _MOST:
            break
        if not may_show(element) or is_hidden(element):
            continue
        text = " ".join(element.text().split())
        key = fold_title(text)
        if key in wanted:
            shown.setdefault(key, (place, element, text))
    for left, right in pairs:
        both = shown.get(fold_title(left)), shown.get(fold_title(right))
        if both[0] is None or both[1] is None:
            continue
        upper, lower = sorted((both[0], both[1]), key=lambda each: each[0])
        # A line that begins small goes on with the one above it: title and subtitle.
        whole = lower[2][:1].islower()
        if not whole and len(upper[2]) <= _LONGEST and _is_title_under(upper[1], lower[1]):
            return upper[2]
    return None


def _is_title_under(upper: Element, lower: Element) -> bool:
    """Tell whether the lower of two lines is set as a title of its own under the upper one."""
    if upper.tag == "h1" and lower.tag not in HEADINGS:
        return False
    return lower.tag in HEADINGS or lower.tag in ("b", "strong", "font")


def _head_of(page: Element) -> Iterator[Element]:
    """Yield the elements that begin before the first running text, in the order of the page."""
    todo: list[Element | str] = [page]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            if len(node.strip()) >= _RUNNING:
                return
        elif node.tag not in _NO_HEAD:
            yield node
            todo.extend(reversed(node.children))
