"""Title, outlet, publisher, dates and authors of a page, from all that it says of itself."""

from __future__ import annotations

import re

from firsthand.read.banner import banner
from firsthand.read.content import Content
from firsthand.read.described import Described
from firsthand.read.dom import Element
from firsthand.read.houses import clean_name, same_name
from firsthand.read.imprint import answers_for, read_imprint
from firsthand.read.json_ld import LinkedData, text_of, types_of
from firsthand.read.meta_tags import MetaTags
from firsthand.read.page_dates import page_moments
from firsthand.read.people import byline_names, names_in
from firsthand.read.phrases import is_line
from firsthand.read.titles import find_title, split_title

_AUTHOR_TAGS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "citation_author",
)  # fmt: skip
_PUBLISHER_TAGS = (
    "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "article:publisher",
)  # fmt: skip
_SITE_TAGS = (
    "application-name", "apple-mobile-web-app-title", "cre", "dc.source", "citation_journal_title",
)  # fmt: skip


def site_name(meta: MetaTags, linked: LinkedData) -> str | None:
    """Return the name that the page gives to its site."""
    portal = meta.first("og:article:author")  # Korean portals name the paper here: "paper | portal"
    name = clean_name(meta.first("og:site_name") or (portal and portal.split("|")[0]))
    part_of = linked.thing("isPartOf")
    if name is None and not types_of(part_of) & {"webpage"}:
        name = clean_name(text_of(part_of.get("name")))
    website = clean_name(text_of(linked.website.get("name")))
    return name or website or clean_name(meta.first(*_SITE_TAGS))


def set_title(
    described: Described, page: Element, meta: MetaTags, linked: LinkedData, site: str | None
) -> Element | None:
    """Set title and outlet, and return the element that shows the title, if any does."""
    publisher = _told_publisher(page, linked)
    known = [each for each in (site, publisher, meta.first(*_PUBLISHER_TAGS)) if each]
    url = described.canonical_url
    head = page.find("title")
    raw = head.text() if head is not None else ""
    tags = (
        linked.text("headline"),
        meta.first("og:title"),
        meta.first("twitter:title", "dc.title"),
    )
    told = [each for each in tags if each]
    bare = [split_title(each, known, [], url).title for each in told]
    over = None if told or site else banner(page, raw)
    known += [over] if over else []
    split = split_title(raw, known, [*told, *bare], url)
    wanted = [*told, *bare, split.title, *_sides(raw)]
    element = find_title(page, wanted, site or split.site, sure=bool(told))
    shown = element.text() if element is not None else None
    # Where a heading is made of pieces without a mark between them, the tags spell it better.
    spelled = [each for each in [*told, *bare] if shown and same_name(each, shown)]
    shown = " ".join(spelled[0].split()) if spelled else shown
    if shown and raw and not told and not over:
        split = split_title(raw, known, [shown], url)
    described.title = shown or next(iter(bare), None) or split.title or None
    alone = raw if len(raw.split()) <= 5 and not is_line("related", raw) else None
    described.outlet = _outlet(site, split.site, publisher, alone, described.title)
    return element


def _told_publisher(page: Element, linked: LinkedData) -> str | None:
    """Return the publisher that JSON-LD or microdata name."""
    told = text_of(linked.thing("publisher").get("name"))
    if told:
        return told
    for element in page.walk():
        if element.get("itemprop").lower() == "publisher":
            inner = next(
                (each for each in element.walk() if each.get("itemprop") == "name"), element
            )
            return clean_name(inner.get("content") or inner.text())
    return None


def _sides(raw: str) -> list[str]:
    return [side for side in re.split(r"\s[|•·»–—-]\s", raw) if len(side) > 8]


def _outlet(*names: str | None) -> str | None:
    """Choose the outlet among the site's name, the name in the page title and the publisher.

    The last of the names is the article's title, which is none of them; a bare domain gives way.
    """
    *given, title = names
    clean = [clean_name(each) for each in given]
    usable = [name for name in clean if name and not same_name(name, title)]
    spelled = [name for name in usable if "." not in name.rstrip(".") or " " in name]
    return next(iter(spelled or usable), None)


def describe(
    described: Described, page: Element, meta: MetaTags, linked: LinkedData, content: Content
) -> None:
    """Set publisher, dates and authors, and the outlet where only the footer names it."""
    imprint = read_imprint(content.tail, described.outlet)
    if described.outlet is None:
        described.outlet = imprint.outlet or imprint.publisher
    if imprint.publisher is None:
        # A copyright line in the article may be that of the agency whose text it is.
        own = read_imprint(content.rights, described.outlet)
        if described.outlet is None or same_name(own.publisher, described.outlet):
            imprint = own
    publisher = linked.thing("publisher")
    told = _told_publisher(page, linked) or meta.first(*_PUBLISHER_TAGS)
    described.publisher = answers_for(imprint, clean_name(told), described.outlet)
    described.publisher_url = text_of(publisher.get("url"))
    url = described.canonical_url
    moments = page_moments(page, meta, linked, notes=content.notes, url=url)
    described.published, described.modified = moments
    described.authors = _authors(page, meta, linked, content, described)


def _authors(
    page: Element, meta: MetaTags, linked: LinkedData, content: Content, described: Described
) -> tuple[str, ...]:
    named = [each.get("name") for each in linked.things("author")]
    linked_names = [
        text_of(name) for each in named for name in (each if isinstance(each, list) else [each])
    ]
    marked = [
        element.text() for element in page.walk()
        if "author" in element.get("itemprop").lower().split() or element.get("rel") == "author"
    ]  # fmt: skip
    tags = meta.all(*_AUTHOR_TAGS)
    houses = (described.outlet, described.publisher)
    for names in (linked_names, tags, marked, byline_names(content.notes)):
        clean = [name for each in names if each for name in names_in(each)]
        own = [name for name in clean if not any(same_name(name, each) for each in houses)]
        if own:
            return tuple(dict.fromkeys(own))
    return ()
