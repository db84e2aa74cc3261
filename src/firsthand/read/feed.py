"""Reads RSS (0.9x, 1.0, 2.0) and Atom: each item a document.

Document type definitions are taken out before parsing, so no entity can be defined or fetched. A
feed that breaks off, or has a broken item, gives the items that are whole.
"""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree as ET  # without definitions there is nothing to expand

from firsthand.errors import InputError, TooLargeError
from firsthand.model.notice import Notice
from firsthand.read.addresses import clean_url
from firsthand.read.dates import parse_date
from firsthand.read.described import Described
from firsthand.read.draft import Draft
from firsthand.read.fragment import read_fragment
from firsthand.read.houses import clean_name, same_name
from firsthand.read.imprint import read_imprint
from firsthand.read.phrases import is_line
from firsthand.read.scan import stretches
from firsthand.read.verdict import Signals

BY = "feed/1"
MOST_ITEMS = 5_000
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]{0,2000}(?P<subset>\[)?", re.IGNORECASE)
_ENTITY = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)\b[^>]{0,100000}>")
_REFERENCE = re.compile(
    r"&(?:#(?P<number>\d{1,7}|x[0-9a-fA-F]{1,6});|(?P<name>[a-zA-Z][\w.-]{0,40});)?"
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ITEM = re.compile(r"<((?:\w{1,12}:)?(?:item|entry))(?:\s[^<>]{0,2000})?>")
_ROOT = re.compile(r"<(?:\w{1,12}:)?(?:rss|feed|RDF)\b[^<>]{0,8000}>", re.IGNORECASE)
_FEED_WORDS = re.compile(
    r"\s{0,3}[-–—|:»]?\s{0,3}\b(?:rss(?:[ -]?feed)?|atom(?: feed)?|newsfeed|news feed)\b.{0,20}\Z",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\s{1,3}[-–—|:»>/·]\s{1,3}|:\s")
_HOUSE_WORDS = re.compile(
    r"\b(?:press|media|news|verlag|group|publish\w+|ltd|gmbh|foundation|agency|institute|house|books)\b"
    r"|издат|видав|신문|통신|新聞|通信", re.IGNORECASE,
)  # fmt: skip


def read_feed(text: str, subject: str) -> tuple[list[Draft], list[Notice]]:
    """Return an item a draft, in the order of the feed.

    Raises:
        InputError: there is no whole item in it.
    """
    safe = _safe(text)
    notices: list[Notice] = []
    try:
        root = ET.fromstring(safe)  # noqa: S314  see above
        channel = _channel(root)
        items = [each for each in root.iter() if _local(each) in ("item", "entry")]
    except ET.ParseError as error:
        items, channel, lost = _piecewise(safe)
        told = f"{lost} broken items were left out" if lost > 1 else "1 broken item was left out"
        told = told if lost else "its end is missing"
        notices.append(_remark(subject, f"is damaged (line {error.position[0]}): {told}"))
    if len(items) > MOST_ITEMS:
        notices.append(
            _remark(subject, f"has {len(items):,} items; the first {MOST_ITEMS:,} are read")
        )
    if not items:
        raise InputError(
            "it is a feed without a whole item", hint="Get it again, or save its pages."
        )
    drafts: list[Draft] = []
    for number, item in enumerate(items[:MOST_ITEMS], 1):
        try:
            drafts.append(_draft(item, channel, f"{subject.rpartition('/')[2]}#{number}"))
        except (InputError, TooLargeError) as error:
            notices.append(_remark(f"{subject}#{number}", error.problem))
    return drafts, notices


def _safe(text: str) -> str:
    """Return XML without definitions, with every reference one that XML knows by itself."""
    text = _NOT_XML.sub("", _without_definitions(text))
    text = re.sub(r"\A\s*<\?xml[^>]{0,200}\?>", "", text).lstrip("\ufeff \t\r\n")
    return "".join(
        each.text if each.inside else _REFERENCE.sub(_known, each.text)
        for each in stretches(text, "<![CDATA[", "]]>")
    )


def _without_definitions(text: str) -> str:
    """Take out the document type: its entities are what makes XML dangerous."""
    found = _DOCTYPE.search(text, 0, 20_000)
    if found:
        end = text.find("]", found.end()) if found["subset"] else found.end()
        end = text.find(">", max(end, found.end()))
        text = text[: found.start()] + (text[end + 1 :] if end >= 0 else "")
    return _ENTITY.sub("", text)


def _known(reference: re.Match[str]) -> str:
    if reference["number"] or reference["name"] in ("amp", "lt", "gt", "quot", "apos"):
        number = reference["number"]
        if number and _NOT_XML.search(html.unescape(reference[0])):
            return ""
        return reference[0]
    if reference["name"]:
        char = html.unescape(reference[0])
        return char if char != reference[0] else "&amp;" + reference[0][1:]
    return "&amp;"


def _piecewise(text: str) -> tuple[list[ET.Element], Described, int]:
    """Parse each item by itself; items that are broken or cut off are counted."""
    head = _ROOT.search(text)
    opening = head[0] if head else "<rss>"
    name = re.match(r"<([\w:]+)", opening)
    closing = f"</{name[1]}>" if name else "</rss>"
    items: list[ET.Element] = []
    lost = at = 0
    first = len(text)
    while match := _ITEM.search(text, at):
        first = min(first, match.start())
        end = text.find(f"</{match[1]}>", match.end())
        if end < 0:
            break  # it breaks off in this item
        at = end + len(match[1]) + 3
        try:
            items.append(ET.fromstring(opening + text[match.start() : at] + closing)[0])  # noqa: S314
        except ET.ParseError:
            lost += 1
    return items, _channel_of_text(text[head.end() if head else 0 : first]), lost


def _channel_of_text(head: str) -> Described:
    """Read the channel's own fields out of markup that does not parse."""

    def first(name: str) -> str | None:
        found = re.search(
            rf"<(?:\w{{1,12}}:)?{name}\b[^<>]{{0,300}}>\s{{0,50}}(?:<!\[CDATA\[)?([^<\]]{{1,2000}})",
            head,
        )
        return html.unescape(found[1]).strip() if found else None

    return _channel_fields(
        first("title"), first("link"), first("language"),
        [first("publisher"), first("description"), first("copyright")],
    )  # fmt: skip


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(element: ET.Element, *names: str) -> list[str]:
    """Return the texts of direct children of those names, in the order of the names."""
    return [
        "".join(child.itertext()).strip()
        for name in names for child in element
        if _local(child) == name and "".join(child.itertext()).strip()
    ]  # fmt: skip


def _first(element: ET.Element, *names: str) -> str | None:
    return next(iter(_texts(element, *names)), None)


def _channel(root: ET.Element) -> Described:
    """Return what the feed says of itself; Atom has no channel element."""
    channel = next((each for each in root.iter() if _local(each) == "channel"), root)
    editor = re.search(r"\(([^()]{2,80})\)", _first(channel, "managingEditor", "webMaster") or "")
    house = editor[1] if editor and _HOUSE_WORDS.search(editor[1]) else None
    language = _first(channel, "language") or root.get(_LANG)
    says = [
        _first(channel, "publisher") or house,
        _first(channel, "description", "subtitle"),
        _first(channel, "copyright", "rights"),
    ]
    return _channel_fields(_first(channel, "title"), _link(channel), language, says)


def _channel_fields(
    title: str | None, link: str | None, language: str | None, says: list[str | None]
) -> Described:
    publisher, description, rights = says
    name = clean_name(_without_section(_FEED_WORDS.sub("", html.unescape(title or ""))))
    lines = [line for line in (rights and f"© {rights.lstrip('©')}", description) if line]
    imprint = read_imprint(lines, name)
    return Described(
        outlet=name, outlet_url=clean_url(link), language=language,
        publisher=clean_name(publisher) or imprint.publisher,
    )  # fmt: skip


def _without_section(title: str) -> str:
    """Return a feed's title without the part of the site: "Republic Courier | World"."""
    sides = _SIDES.split(title.strip())
    kept = [side for side in sides if not is_line("sections", side)]
    return kept[0] if len(kept) == 1 else title


def _link(element: ET.Element) -> str | None:
    """Return the address of an item or a feed: RSS has it as text, Atom as an attribute."""
    original = _first(element, "origLink")
    if original:
        return original
    best = None
    for child in element:
        if _local(child) == "link":
            relation = child.get("rel", "alternate")
            address = (child.text or "").strip() or child.get("href")
            if address and relation == "alternate":
                return address
            best = best or (
                address if relation not in ("self", "hub", "next", "edit", "enclosure") else None
            )
    return best


def _draft(item: ET.Element, channel: Described, place: str) -> Draft:
    described = _item_described(item, channel)
    described.guid = described.guid or (None if described.canonical_url else place)
    bodies = _texts(item, "encoded", "content", "description", "summary", "body")
    words = max(bodies, key=len, default="")
    fragment = read_fragment(words)
    title = described.title
    if title and fragment.pieces and same_name(fragment.pieces[0].text, title):
        fragment.pieces.pop(0)
    return Draft(
        by=BY, described=described, pieces=fragment.pieces, headlines=fragment.headlines,
        signals=Signals(wall=fragment.wall, cut=fragment.cut, is_item=True),
    )  # fmt: skip


def _item_described(item: ET.Element, channel: Described) -> Described:
    title = " ".join(
        html.unescape(re.sub(r"<[^<>]{1,300}>", "", _first(item, "title") or "")).split()
    )
    guid, link = _first(item, "guid", "id"), _link(item)
    if guid is None:
        guid = item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    address = link or (guid if guid and guid.startswith("http") else None)
    outlet, outlet_url = _source(item, channel)
    if outlet and title.endswith(f" - {outlet}"):
        title = title.removesuffix(f" - {outlet}").strip()  # as aggregators write titles
    published = [
        date
        for each in _texts(item, "pubDate", "published", "issued", "date", "created")
        if (date := parse_date(each))
    ]
    updated = [date for each in _texts(item, "updated", "modified") if (date := parse_date(each))]
    first = next(iter(published or updated), None)
    return Described(
        title=title or None, authors=_authors(item, outlet), outlet=outlet, outlet_url=outlet_url,
        publisher=channel.publisher if outlet == channel.outlet else None, published=first,
        modified=next((date for date in updated if date != first), None),
        url=address, canonical_url=clean_url(address), guid=guid,
        language=_first(item, "language") or item.get(_LANG) or channel.language,
    )  # fmt: skip


def _source(item: ET.Element, channel: Described) -> tuple[str | None, str | None]:
    """Return the outlet of an item: where it names its source, that one; else the feed's."""
    for child in item:
        if _local(child) == "source":
            name = clean_name(_first(child, "title") or child.text)
            if name:
                return name, clean_url(child.get("url") or _link(child))
    return channel.outlet, channel.outlet_url


def _authors(item: ET.Element, outlet: str | None) -> tuple[str, ...]:
    names: list[str] = []
    for child in item:
        if _local(child) in ("creator", "author"):
            told = _first(child, "name") or (child.text or "")
            behind = re.search(r"\(([^()]{2,80})\)", told)
            name = clean_name(behind[1] if behind else told)
            if name and not same_name(name, outlet):
                names.append(name)
    return tuple(dict.fromkeys(names))


def _remark(subject: str, problem: str) -> Notice:
    return Notice(
        subject=subject, code="damaged", message=f"{subject} {problem}", set_aside=False,
        hint="Get the feed again to have all of it.",
    )  # fmt: skip
