"""Finds the article in a page: the element that holds it, and whether the page is one at all."""

from __future__ import annotations

from collections import defaultdict

from firsthand.read.blocks import Block
from firsthand.read.cards import listed_articles, mark_cards
from firsthand.read.content import Content, weight
from firsthand.read.dom import Element
from firsthand.read.sorting import MOST_HEADLINES, Sorter
from firsthand.read.zones import is_body


def find_content(
    blocks: list[Block],
    root: Element,
    title: Element | None,
    *,
    whole: bool = False,
    is_article: bool = False,
) -> Content:
    """Sort the blocks of a page.

    Args:
        blocks: As `blocks_of` gives them.
        root: The page.
        title: The element of the title, if it is known.
        whole: All of it is the article; there is nothing round it.
        is_article: The page says that it is one, so that it is no index.
    """
    scope = root if whole else _scope(blocks, root, title)
    inside = {id(block) for block in blocks if _is_in(block.element, scope)}
    listed: list[str] = []
    if not whole:
        within = [block for block in blocks if id(block) in inside]
        listed = [] if is_article else listed_articles(within)
        mark_cards(within, scope)
    content = Content(is_list=bool(listed))
    started = not _has(blocks, title, inside)
    between = False
    sorter = Sorter(content)
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
        content.pieces, content.headlines = [], [("", listed[:MOST_HEADLINES])]
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
