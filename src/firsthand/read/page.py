"""Reads an HTML page: its article, the lists round it, and what it says of itself."""

from __future__ import annotations

import re

from firsthand.read.article import find_content
from firsthand.read.blocks import blocks_of
from firsthand.read.content import Content, Piece, prose
from firsthand.read.described import Described
from firsthand.read.dom import Element, parse_page
from firsthand.read.draft import Draft
from firsthand.read.json_ld import LinkedData, linked_data, text_of
from firsthand.read.meta_tags import MetaTags, Saved, page_address, saved_note
from firsthand.read.page_houses import describe, set_title, site_name
from firsthand.read.phrases import found_in
from firsthand.read.verdict import Signals, count_words

BY = "html/1"
_SHELL_TEXT = 300


def read_page(markup: str, *, saved: Saved | None = None) -> Draft:
    """Return what a page holds.

    Args:
        markup: Its HTML.
        saved: Where and when it was saved, where the file round it says so.

    Raises:
        TooLargeError: it exceeds the bounds of `parse_page`.
        InputError: it cannot be parsed.
    """
    page = parse_page(markup)
    meta, linked = MetaTags(page), linked_data(page)
    described = Described(language=_language(page, meta, linked), free=linked.is_free)
    saved = saved or saved_note(page, markup)
    described.saved = saved.at
    address = page_address(page, meta, linked.text("url") or _main_entity(linked), saved.url)
    described.url, described.canonical_url = address.url, address.canonical
    site = site_name(meta, linked)
    title = set_title(described, page, meta, linked, site)
    content = _content(page, title, is_article=_is_article(page, meta, linked))
    describe(described, page, meta, linked, content)
    pieces = _pieces(content, linked)
    return Draft(
        by=BY, described=described, pieces=pieces, headlines=content.headlines,
        signals=_signals(page, markup, content, pieces, linked)._replace(bare=not described.title),
    )  # fmt: skip


def _is_article(page: Element, meta: MetaTags, linked: LinkedData) -> bool:
    """Tell whether a page says of itself that it is an article, and not a site's front."""
    kind = (meta.first("og:type") or "").lower()
    marked = kind == "article" or bool(linked.article) or bool(meta.first("article:published_time"))
    return marked and kind != "website" and not linked.is_list


def _content(page: Element, title: Element | None, *, is_article: bool) -> Content:
    blocks = blocks_of(page, title)
    content = find_content(blocks, page, title, is_article=is_article)
    shown = sum(len(piece.text) for piece in content.pieces)
    dropped = sum(prose(block) for block in blocks if block.zone == "drop")
    if shown < 100 and dropped > 600:
        # Some builders name every box of a page a widget: names are then no sign.
        blocks = blocks_of(page, title, by_names=False)
        plain = find_content(blocks, page, title, is_article=is_article)
        if not found_in("consent", " ".join(piece.text for piece in plain.pieces[:4])):
            return plain
    return content


def _language(page: Element, meta: MetaTags, linked: LinkedData) -> str | None:
    tags = meta.first(
        "content-language", "og:locale", "language", "dc.language", "dcterms.language"
    )
    return page.get("lang") or page.get("xml:lang") or tags or linked.text("inLanguage")


def _main_entity(linked: LinkedData) -> str | None:
    value = linked.article.get("mainEntityOfPage")
    if isinstance(value, dict):
        return text_of(value.get("@id") or value.get("url"))
    return text_of(value)


def _pieces(content: Content, linked: LinkedData) -> list[Piece]:
    """Return the article's words; those in its JSON-LD where the page shows next to none."""
    told = linked.text("articleBody") or ""
    shown = sum(count_words(piece.text) for piece in content.pieces if piece.kind == "body")
    if told and shown < 60 and count_words(told) > 2 * shown + 40:
        plain = re.sub(r"<[^<>]{1,300}>", "\n", told)
        return [Piece("body", line.strip()) for line in plain.splitlines() if line.strip()]
    if content.is_list:
        return []
    return content.pieces


def _signals(
    page: Element, markup: str, content: Content, pieces: list[Piece], linked: LinkedData
) -> Signals:
    body = page.find("body")
    text = body.text() if body is not None and len(pieces) < 4 else ""
    short = len(text) < 3000
    bare = not pieces and not content.is_list and len(text) < _SHELL_TEXT
    shell = bare and (markup.count("<script") > 2 or bool(found_in("scripts", markup[:200_000])))
    return Signals(
        free=linked.is_free,
        wall=content.wall,
        consent=short and bool(text) and bool(found_in("consent", text)),
        scripts=shell or (short and bool(text) and bool(found_in("scripts", text))),
        is_list=content.is_list or (linked.is_list and len(pieces) < 3),
    )
