"""Headlines in cards: on an index page they are all there is, in an article they are others'."""

from __future__ import annotations

from firsthand.read.blocks import Block
from firsthand.read.content import CJK, weight
from firsthand.read.dom import Element

_MOST_LETTERS = 700
"""Most text of one card."""


def listed_articles(blocks: list[Block]) -> list[str]:
    """Return the headlines of an index page; none where the page is an article.

    An index has many linked headlines, and little running text to each.
    """
    linked = [block for block in blocks if block.zone is None and _is_linked_title(block)]
    running = [block for block in blocks if weight(block)]
    headed = [block for block in linked if block.is_heading]
    longest = max((len(block.text) for block in running), default=0)
    letters = sum(len(block.text) for block in running)
    many = len(headed) >= 4 and len(running) < 2.5 * len(headed) and longest < 400
    if many or (len(linked) >= 8 and letters < 30 * len(linked)):
        return list(dict.fromkeys(block.text for block in (headed if many else linked)))
    return []


def mark_cards(blocks: list[Block], scope: Element) -> None:
    """Mark the cards of other articles in an article as related: two or more linked headings.

    A heading that links to itself, as in live blogs, has the text of its own entry beside it and
    is no card: cards are short.
    """
    headed = [
        block for block in blocks
        if block.zone is None and block.is_heading and _is_linked_title(block)
    ]  # fmt: skip
    if len(headed) < 2:
        return
    titles = {id(block.element) for block in headed}
    cards = [_card_of(block.element, scope, titles) for block in headed]
    inside = {id(card): cards[0] for card in cards}
    for block in blocks:
        if block.zone is None or block.zone == "lead":
            for above in (block.element, *block.element.ancestors()):
                if id(above) in inside:
                    block.zone, block.box = "related", inside[id(above)]
                    break


def _is_linked_title(block: Block) -> bool:
    return block.link_share > 0.8 and len(block.text) > (10 if CJK.search(block.text) else 20)


def _card_of(heading: Element, scope: Element, titles: set[int]) -> Element:
    """Return the largest short element round a heading that holds no other such heading."""
    card = heading
    for above in heading.ancestors():
        if above is scope or above.tag in ("body", "main"):
            break
        inner = above.find_all("h2", "h3", "h4", "h5")
        if sum(id(each) in titles for each in inner) > 1 or len(above.text()) > _MOST_LETTERS:
            break
        card = above
    return card
