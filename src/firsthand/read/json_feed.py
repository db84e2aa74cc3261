"""Reads a JSON Feed: each item a document."""

from __future__ import annotations

from firsthand.collect.side_files import note_from
from firsthand.read.addresses import clean_url
from firsthand.read.dates import parse_date
from firsthand.read.described import Described
from firsthand.read.draft import Draft
from firsthand.read.fragment import read_fragment
from firsthand.read.houses import clean_name
from firsthand.read.imprint import read_imprint
from firsthand.read.verdict import Signals

BY = "feed/1"
MOST_ITEMS = 5_000


def read_json_feed(feed: dict[str, object]) -> list[Draft]:
    """Return an item a draft, in the order of the feed; items that are no objects are passed over.

    Source: jsonfeed.org/version/1.1.
    """
    outlet = clean_name(_text(feed, "title"))
    says = [line for line in (_text(feed, "description"), _text(feed, "user_comment")) if line]
    publisher = read_imprint(says, outlet).publisher
    channel = Described(
        outlet=outlet, outlet_url=clean_url(_text(feed, "home_page_url")), publisher=publisher,
        language=_text(feed, "language"), authors=_authors(feed),
    )  # fmt: skip
    items = feed.get("items")
    given = items[:MOST_ITEMS] if isinstance(items, list) else []
    return [
        _draft(item, channel, number)
        for number, item in enumerate(given, 1)
        if isinstance(item, dict)
    ]


def _draft(item: dict[str, object], channel: Described, number: int) -> Draft:
    fragment = read_fragment(
        _text(item, "content_html") or _text(item, "content_text") or _text(item, "summary") or ""
    )
    address = _text(item, "url") or _text(item, "external_url")
    described = Described(
        title=_text(item, "title"), authors=_authors(item) or channel.authors,
        outlet=channel.outlet, outlet_url=channel.outlet_url, publisher=channel.publisher,
        published=parse_date(_text(item, "date_published") or ""),
        modified=parse_date(_text(item, "date_modified") or ""),
        url=address, canonical_url=clean_url(address),
        guid=_text(item, "id") or (None if address else f"#{number}"),
        language=_text(item, "language") or channel.language,
    )  # fmt: skip
    return Draft(
        by=BY, described=described, pieces=fragment.pieces, headlines=fragment.headlines,
        signals=Signals(wall=fragment.wall, cut=fragment.cut, is_item=True),
    )  # fmt: skip


def _text(thing: dict[str, object], key: str) -> str | None:
    value = thing.get(key)
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) else None


def _authors(thing: dict[str, object]) -> tuple[str, ...]:
    listed = thing.get("authors") or [thing.get("author")]
    names = (
        [each.get("name") for each in listed if isinstance(each, dict)]
        if isinstance(listed, list)
        else []
    )
    return note_from({"authors": [name for name in names if isinstance(name, str)]}).authors
