"""Which documents count: articles of their own, versions of one address, and what is set aside.

Versions of one canonical address, and captures of one text under one title, are one article; the
latest stands for it. Only documents that were read in full are articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from firsthand.corroborate.houses import Groups, Imprint, imprints
from firsthand.corroborate.times import Published, published
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.question import Article

LATER = "later"
"""Key of `set_aside` for what was published after the day asked for."""
DUPLICATE = "duplicate"
VERSION = "version"
_TRACKING = re.compile(
    r"(?:utm_\w{1,20}|fbclid|gclid|dclid|yclid|mc_[ce]id|igshid|ref|ref_src|cmpid|ocid|smid|xtor|at_\w{1,20}|_ga)=",
)
_AMP = re.compile(r"(?:/amp|\.amp|/amp\.html)\Z")


@dataclass(frozen=True, slots=True)
class Held:
    """An article that counts.

    Args:
        extraction: The version that stands for it.
        older: Its earlier versions, the oldest first.
        imprint: Its title and house.
        time: When it was first published.
    """

    extraction: Extraction
    older: tuple[Extraction, ...]
    imprint: Imprint
    time: Published

    @property
    def id(self) -> str:
        """Id of the document that stands for the article."""
        return self.extraction.id

    @property
    def document(self) -> Document:
        """The document that stands for the article."""
        return self.extraction.document


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles in order of publication, and how many documents were set aside, by reason."""

    held: tuple[Held, ...]
    set_aside: dict[str, int]


def sort_documents(extractions: Sequence[Extraction], *, as_of: str | None = None) -> Shelf:
    """Tell articles, versions and what is set aside apart, whatever the order of the input.

    Args:
        as_of: Only what was published up to this day counts; what has no date does.
    """
    aside: Counter[str] = Counter()
    full = []
    for each in sorted(extractions, key=lambda e: e.id):
        if as_of and (each.document.published or "")[:10] > as_of:
            aside[LATER] += 1
        elif each.document.reading != "full":
            aside[each.document.reading] += 1
        else:
            full.append(each)
    marks = imprints(full)
    held = []
    for versions in _versions(full, marks):
        held.append(_article(versions, marks))
        texts = {v.document.text_sha256 for v in versions}
        aside[VERSION] += len(texts) - 1
        aside[DUPLICATE] += len(versions) - len(texts)
    held.sort(key=lambda h: (h.time.first, h.time.last, h.id))
    return Shelf(tuple(held), {why: n for why, n in sorted(aside.items()) if n})


def address(document: Document) -> str | None:
    """Return the address under which versions meet: no scheme, www, tracking or AMP ending."""
    url = document.canonical_url or document.url
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    path = _AMP.sub("", parts.path.rstrip("/"))
    query = "&".join(sorted(q for q in parts.query.split("&") if q and not _TRACKING.match(q)))
    # The front page is an address of all articles, not of one.
    return f"{host}{path}?{query}" if host and (path or query) else None


def _versions(full: Sequence[Extraction], marks: dict[str, Imprint]) -> list[list[Extraction]]:
    groups = Groups()
    for each in full:
        groups.join(("id", each.id), ("id", each.id))
        place = address(each.document)
        if place:
            groups.join(("id", each.id), ("address", place))
        if each.document.text:
            title = marks[each.id].outlet if each.document.house_name else ""
            groups.join(("id", each.id), ("text", each.document.text_sha256, title))
    found: dict[object, list[Extraction]] = {}
    for each in full:
        found.setdefault(groups.find(("id", each.id)), []).append(each)
    return list(found.values())


def _article(versions: list[Extraction], marks: dict[str, Imprint]) -> Held:
    ordered = sorted(versions, key=lambda v: (_edition(v.document), v.id))
    times = [published(v.document.published) for v in ordered]
    return Held(ordered[-1], tuple(ordered[:-1]), marks[ordered[-1].id], min(times))


def _edition(document: Document) -> tuple[float, str]:
    """Return what orders versions: the time of change or publication, then that of the capture."""
    time = published(document.modified or document.published)
    capture = document.capture
    return time.last, (capture.saved or capture.got) if capture else ""


def as_article(held: Held, group: str | None) -> Article:
    """Return the article as it is printed."""
    document = held.document
    return Article(
        document=held.id,
        title=document.title,
        outlet=document.outlet,
        publisher=document.publisher,
        house=held.imprint.told,
        published=document.published,
        url=document.canonical_url or document.url,
        reading=document.reading,
        versions=tuple(v.id for v in held.older),
        group=group,
    )
