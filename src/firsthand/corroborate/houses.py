"""Which titles there are and which house answers for each.

Two titles are of one house where a publisher is told for both, where one calls the other its sister
paper, where they share a registrable domain, or where the gazetteer gives them one owner among
companies. A title whose house is not told is a house of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import msgspec

from firsthand.corroborate.data_file import load
from firsthand.corroborate.words import folded
from firsthand.model.document import Document, House
from firsthand.model.extraction import Extraction
from firsthand.vocabulary.gazetteer import gazetteer

_PUBLISHING = frozenset({"company", "news-agency", "news-outlet"})
_HOST = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}\Z")
Node = tuple[str, Hashable]


class HouseWords(msgspec.Struct):
    """The word lists of `data/houses.yaml`."""

    platforms: list[str]
    registries: list[str]
    generic: list[str]


@cache
def house_words() -> HouseWords:
    """Return the lists about titles and addresses.

    Raises:
        VocabularyError: the data file has a bad entry.
    """
    return load("houses", HouseWords)


def registrable(address: str | None) -> str | None:
    """Return the registrable domain of an address or host; None where it is no house's own.

    Domains of platforms that carry pages of many houses are none.
    """
    if not address:
        return None
    try:
        host = (urlsplit(address).hostname or "") if "://" in address else address.lower()
    except ValueError:
        return None
    if not _HOST.match(host) or host.replace(".", "").isdigit():
        return None
    labels = host.split(".")
    size = 3 if ".".join(labels[-2:]) in house_words().registries else 2
    domain = ".".join(labels[-size:])
    platforms = house_words().platforms
    return None if domain in platforms or host in platforms or len(labels) < size else domain


def name_key(name: str) -> str:
    """Return a name as compared: folded words without a leading article."""
    words = folded(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words) or name.casefold()


class Groups:
    """Things that were found to be one (union-find); the answer does not depend on the order."""

    def __init__(self) -> None:
        self._up: dict[Hashable, Hashable] = {}

    def find(self, thing: Hashable) -> Hashable:
        """Return the representative of a thing's group."""
        root = thing
        while (up := self._up.get(root, root)) != root:
            root = up
        while thing != root:
            self._up[thing], thing = root, self._up.get(thing, root)
        return root

    def join(self, one: Hashable, other: Hashable) -> None:
        """Put the groups of two things together; the representative is the least of both."""
        a, b = sorted((self.find(one), self.find(other)), key=repr)
        self._up[b] = a


@dataclass(frozen=True, slots=True)
class Imprint:
    """Title and house of one document; equal keys are one title, or one house.

    `outlet` and `house` are keys to count with; `told` is the house's id, None if it is not told.
    """

    outlet: str
    house: str
    told: str | None


def imprints(extractions: Sequence[Extraction]) -> dict[str, Imprint]:
    """Return title and house of each document, by its id."""
    titles, houses = Groups(), Groups()
    for each in extractions:
        _enter(each, titles, houses)
    publishers: dict[Hashable, Counter[str]] = {}
    for each in extractions:
        if each.document.publisher:
            root = houses.find(_title(each.document))
            publishers.setdefault(root, Counter())[each.document.publisher.id] += 1
    found = {}
    for each in extractions:
        node = _title(each.document)
        root = houses.find(node)
        known = publishers.get(root)
        told = min(known, key=lambda k: (-known[k], k)) if known else None
        found[each.id] = Imprint(repr(titles.find(node)), repr(root), told)
    return found


def _title(document: Document) -> Node:
    """Return the node of a document's title; a document without any stands alone."""
    house = document.outlet or document.publisher
    if house:
        return ("name", name_key(house.name))
    domain = registrable(document.canonical_url or document.url)
    return ("domain", domain) if domain else ("document", document.document)


def _enter(extraction: Extraction, titles: Groups, houses: Groups) -> None:
    document = extraction.document
    title = _title(document)
    if document.outlet and "." in document.outlet.id:
        titles.join(title, ("id", document.outlet.id.lower()))
        houses.join(title, ("id", document.outlet.id.lower()))
    for node in _same_house(document, extraction):
        houses.join(title, node)


def _same_house(document: Document, extraction: Extraction) -> Iterable[Node]:
    if document.publisher:
        yield from _nodes(document.publisher)
    title_id = document.outlet.id if document.outlet else None
    for address in (document.canonical_url, document.url, title_id):
        domain = registrable(address)
        if domain:
            yield ("domain", domain)
    for sign in extraction.signs:
        if sign.kind == "sister" and sign.of:
            yield ("name", name_key(sign.of))
    house = document.outlet or document.publisher
    owner = _owner(house.name) if house else None
    if owner:
        yield ("owner", owner)


def _nodes(publisher: House) -> Iterable[Node]:
    yield ("name", name_key(publisher.name))
    domain = registrable(publisher.id)
    if domain:
        yield ("domain", domain)


@cache
def _owner(name: str) -> str | None:
    """Return the id of the company that owns a known title; a state owner is no publisher."""
    known = gazetteer()
    for ident in known.lookup(name)[:1]:
        body = known.body(ident)
        owner = known.body(body.owner) if body and body.owner else None
        if owner and owner.kind in _PUBLISHING:
            return owner.id
    return None
