"""Meta tags and addresses in the head of a page, and what browsers note when they save one."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from firsthand.read.addresses import clean_url, is_front_page, unwrap
from firsthand.read.dates import parse_date
from firsthand.read.dom import Element

_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile.{0,200}?url:\s{0,5}(\S{1,2000})"
    r"\s{1,50}saved date:\s{0,5}([^\n]{1,80})",
    re.DOTALL,
)
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,2000})")
_ARCHIVED_ON = re.compile(r"FILE ARCHIVED ON (\d\d:\d\d:\d\d) (\w{3,9} \d\d?, \d{4})")
_WOMBAT = re.compile(
    r"__wm\.(?:wombat|init)\(\s{0,9}[\"']?(https?[^\"']{1,2000})?[\"']?(?:,\s{0,9}[\"'](\d{14}))?"
)
_WAYBACK_URL = re.compile(
    r"https?://web\.archive\.org/web/\d{14}[a-z_]{0,4}/https?://[^\"'\s<>]{4,2000}"
)


class MetaTags:
    """The meta tags of a page by name, property or itemprop in lower case."""

    def __init__(self, page: Element) -> None:
        self._values: dict[str, list[str]] = defaultdict(list)
        for meta in page.find_all("meta"):
            content = meta.get("content").strip()
            for key in ("name", "property", "itemprop", "http-equiv"):
                name = meta.get(key).strip().lower()
                if name and content:
                    self._values[name].append(content)

    def first(self, *names: str) -> str | None:
        """Return the first value that any of the names has, in the order of the names."""
        return next((self._values[name][0] for name in names if name in self._values), None)

    def all(self, *names: str) -> list[str]:
        """Return all values of the names."""
        return [value for name in names for value in self._values.get(name, ())]


class Saved(NamedTuple):
    """Where and when a page was saved; None where it does not say."""

    url: str | None = None
    at: str | None = None


def saved_note(page: Element, markup: str) -> Saved:
    """Return the address and time that a browser, SingleFile or an archive left in a page."""
    head = markup[:20_000]
    single = _SINGLE_FILE.search(head)
    if single:
        return Saved(single[1], parse_date(single[2]))
    savers = MetaTags(page)
    if savers.first("savepage-url"):
        return Saved(savers.first("savepage-url"), parse_date(savers.first("savepage-date") or ""))
    if page.get("data-scrapbook-source"):
        stamp = page.get("data-scrapbook-create")[:14]
        return Saved(page.get("data-scrapbook-source"), parse_date(stamp))
    archived = _archived(markup)
    if archived.url or archived.at:
        return archived
    browser = _SAVED_FROM.search(head)
    return Saved(browser[1]) if browser else Saved()


def _archived(markup: str) -> Saved:
    """Read what the Wayback Machine writes into its copies."""
    if "web.archive.org" not in markup and "FILE ARCHIVED ON" not in markup:
        return Saved()
    url = at = None
    called = _WOMBAT.search(markup)
    if called:
        url, stamp = called.groups()
        at = unwrap(f"https://web.archive.org/web/{stamp}/x").saved if stamp else None
    note = _ARCHIVED_ON.search(markup[-20_000:]) or _ARCHIVED_ON.search(markup[:20_000])
    if note:
        at = parse_date(f"{note[2]} {note[1]} GMT") or at
    browser = _SAVED_FROM.search(markup[:20_000])
    wrapped = browser[1] if browser else None
    if wrapped is None and url is None:
        found = _WAYBACK_URL.search(markup)
        wrapped = found[0] if found and 'rel="canonical"' not in markup[:20_000] else None
    if wrapped and unwrap(wrapped).saved:
        url, at = url or unwrap(wrapped).url, at or unwrap(wrapped).saved
    return Saved(url, at)


class Address(NamedTuple):
    """The address of a page as given, and the one that stands for all its versions."""

    url: str | None
    canonical: str | None


def page_address(page: Element, meta: MetaTags, linked: str | None, saved: str | None) -> Address:
    """Return the address of a page from its links, its tags, its JSON-LD and its saver.

    A canonical address that names the site's front page is wrong, unless nothing names another.
    """
    base = clean_url(saved)
    links = [(link.get("rel").lower().split(), link.get("href")) for link in page.find_all("link")]
    candidates = [
        *(href for rel, href in links if "canonical" in rel),
        *meta.all("og:url"),
        linked,
        saved,
        *meta.all("twitter:url", "dc.identifier", "url", "parsely-link"),
        *(href for rel, href in links if "shortlink" in rel),
    ]
    clean = [address for each in candidates if (address := clean_url(each, base))]
    if not clean:
        return Address(None, None)
    canonical = next((each for each in clean if not is_front_page(each)), clean[0])
    given = unwrap(saved).url if saved and base else canonical
    return Address(given, canonical)
