"""When a page was published and changed, from its tags, its JSON-LD and the lines at its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.read.dates import Found, find_date, parse_date
from firsthand.read.dom import Element
from firsthand.read.json_ld import LinkedData
from firsthand.read.meta_tags import MetaTags
from firsthand.read.phrases import phrases

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published",
    "og:published_time", "datepublished", "date.published", "published_at", "published-date",
    "publish-date", "publishdate", "pubdate", "publish_date", "publication_date",
    "publication-date", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "sailthru.date", "parsely-pub-date", "originalpublicationdate", "article_date_original",
    "article.published", "rnews:datepublished", "vr:published_time", "mediator_published_time",
    "ptime", "article:create_time", "cxenseparse:recs:publishtime", "date", "article:post_date",
    "created", "article_date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified",
    "datemodified", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified",
    "article:update_time", "modified", "article.updated", "revised", "updated_at",
)  # fmt: skip
_UPDATED = re.compile(r"(?<![a-z])(?:updated|modified)")
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-]|\D|\Z)")


class Moments(NamedTuple):
    """When a page was published and when it was changed; None where it does not say."""

    published: str | None
    modified: str | None


def page_moments(
    page: Element, meta: MetaTags, linked: LinkedData, *, notes: list[str], url: str | None
) -> Moments:
    """Return when a page was published and changed, as precisely as it says.

    Args:
        page: Its tree, for `time` elements.
        meta: Its tags.
        linked: Its JSON-LD.
        notes: Lines at its title.
        url: Its address: a day in the path is the last resort.
    """
    published = [linked.text("datePublished"), *(meta.first(name) for name in _PUBLISHED)]
    modified = [linked.text("dateModified"), *(meta.first(name) for name in _MODIFIED)]
    marked = _marked(page)
    lines = _in_lines(notes)
    first = _most_precise([*published, *marked[0]]) or lines.published or _first_time(page)
    changed = _most_precise([*modified, *marked[1]]) or lines.modified
    if first is None and url:
        path = _IN_PATH.search(url)
        first = parse_date("-".join(path.groups())) if path else None
    return Moments(first, changed if changed != first else None)


def _most_precise(values: list[str | None]) -> str | None:
    """Return the first date; of the later ones the one that gives that day's time and zone."""
    dates = [date for value in values if value and (date := parse_date(value))]
    if not dates:
        return None
    same_day = [date for date in dates if date.startswith(dates[0][:10])]
    return max(same_day, key=lambda date: (len(date) > 10) + (len(date) > 19))


def _marked(page: Element) -> tuple[list[str], list[str]]:
    """Return the dates that microdata and `time` elements mark as published and as changed."""
    published: list[str] = []
    modified: list[str] = []
    for element in page.walk():
        if element.tag == "meta":
            continue
        role = element.get("itemprop").lower()
        value = element.get("datetime") or element.get("content") or element.get("title")
        if "datepublished" in role or (element.tag == "time" and "pubdate" in element.attributes):
            published.append(value or element.text())
        elif "datemodified" in role or (element.tag == "time" and _UPDATED.search(element.names)):
            modified.append(value or element.text())
        elif element.tag == "time" and re.search(r"(?<![a-z])published|entry-date", element.names):
            published.append(value or element.text())
    return published, modified


def _first_time(page: Element) -> str | None:
    """Return the first `time` in the article, or in the page where no article is marked."""
    for scope in (page.find("article"), page.find("main"), page):
        if scope is None:
            continue
        for element in scope.find_all("time"):
            found = parse_date(element.get("datetime") or element.text())
            if found:
                return found
    return None


def _in_lines(notes: list[str]) -> Moments:
    """Read the dates in lines at the title: "Published 12 February 2026, updated 13 February"."""
    published = modified = None
    for line in notes[:30]:
        rest = line
        while (found := find_date(rest)) is not None:
            if _says(rest, found, "updated"):
                modified = modified or found.iso
            else:
                published = published or found.iso
            rest = rest[found.span[1] :]
    return Moments(published or modified, modified if published else None)


def _says(text: str, found: Found, name: str) -> bool:
    before = re.sub(r"[^\w ]+", " ", text[: found.span[0]]).lower().split()
    tail = [" ".join(before[-n:]) for n in (1, 2, 3)]
    if any(each in phrases(name) for each in tail):
        return True
    return any(word in phrases(name) for word in before[-4:]) and not any(
        word in phrases("published") for word in before[-2:]
    )
