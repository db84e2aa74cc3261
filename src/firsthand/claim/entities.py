"""The things that claims speak of: known places and bodies, vessels, aircraft, companies."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from msgspec.structs import replace

from firsthand.model.attribution import Entity, EntityKind
from firsthand.model.span import Span, Spans
from firsthand.vocabulary.entry import Mention
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.things import thing_words

_NAME = r"[A-ZÀ-ÝА-ЯЁ][^\W_]{0,30}"
_TITLE = rf"{_NAME}(?:[ -](?:{_NAME}|of the|\d{{1,4}}(?!\d|,))){{0,3}}"
_IMO = re.compile(r"\bIMO(?: number| no\.?)?[ :]{0,2}(\d{7})\b")
_MMSI = re.compile(r"\bMMSI(?: number| no\.?)?[ :]{0,2}(\d{9})\b")
_REGISTRATION = re.compile(
    r"\b(?:RA|EP|EK|UP|EX|UN|UR|EW|P|D|G|N|TC|A6|A7|HZ|4K|4L|ER|VP|VT|B|HL|JA)-\d{4,5}\b|\b(?:EP|TC|A6|A7|VT|VP|HZ|D|G|EW|UR|4K|4L)-[A-Z]{3,4}\b"
)
_TAX = re.compile(r"\b(INN|OGRN|UNP|LEI|BIC|SWIFT|ИНН|ОГРН)[ :№]{1,3}([0-9A-Z]{8,20})\b")


@dataclass(slots=True)
class Things:
    """The entities of a document by place; new ones get the next free id."""

    entities: list[Entity]
    text: str
    mentions: tuple[Mention, ...] = ()
    by_known: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    places: list[tuple[int, int, str]] = field(default_factory=list)
    at: dict[str, int] = field(default_factory=dict)
    more: dict[str, dict[Spans, None]] = field(default_factory=dict)
    numbers: dict[str, dict[str, str]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    next_id: int = 1

    def __post_init__(self) -> None:
        for number, entity in enumerate(self.entities):
            self._index(entity, number)

    def _index(self, entity: Entity, number: int) -> None:
        self.at[entity.id] = number
        self.by_name.setdefault(entity.name.casefold(), entity.id)
        if entity.known:
            self.by_known.setdefault(entity.known, entity.id)
        self.more[entity.id] = dict.fromkeys(entity.mentions)
        self._number(entity.id, entity.identifiers)
        for spans in entity.mentions:
            for start, end in spans:
                insort(self.places, (start, end, entity.id))
        digits = entity.id[1:]
        if digits.isdigit():
            self.next_id = max(self.next_id, int(digits) + 1)

    def add(
        self, name: str, kind: EntityKind, span: Span, *, known: str | None = None,
        identifiers: dict[str, str] | None = None, candidates: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        """Return the id of an entity, made where it is new; a further mention is added to it."""
        found = self.by_known.get(known) if known else None
        found = found or self.by_name.get(name.casefold())
        if found is None:
            entity = Entity(
                id=f"e{self.next_id}", name=name, kind=kind, mentions=((span,),), known=known,
                identifiers=identifiers or {}, candidates=candidates,
            )  # fmt: skip
            self.entities.append(entity)
            self._index(entity, len(self.entities) - 1)
            return entity.id
        self._mention(found, (span,), identifiers or {})
        return found

    def _mention(self, ident: str, spans: Spans, identifiers: dict[str, str]) -> None:
        if spans not in self.more[ident]:
            self.more[ident][spans] = None
            insort(self.places, (*spans[0], ident))
        self._number(ident, identifiers)

    def _number(self, ident: str, identifiers: dict[str, str]) -> None:
        known = self.numbers.setdefault(ident, {})
        for name, value in identifiers.items():
            known.setdefault(name, value)
            self.owners.setdefault(value, ident)

    def told(self) -> tuple[Entity, ...]:
        """Return the entities with all their mentions and identifiers."""
        return tuple(
            replace(e, mentions=tuple(self.more[e.id]), identifiers=self.numbers[e.id])
            for e in self.entities
        )

    def known_of(self, ident: str) -> str | None:
        """Return the id in the gazetteer of an entity."""
        return self.entities[self.at[ident]].known

    def inside(self, span: Span) -> str | None:
        """Return the id of the entity mentioned within a span, the first one."""
        low = bisect_left(self.places, (span[0], 0, ""))
        for start, end, ident in self.places[low : low + 50]:
            if start >= span[1]:
                break
            if end <= span[1]:
                return ident
        return None


def known_mention(mention: Mention, *, as_place: bool) -> str:
    """Return the id that a mention stands for: a capital is its government, in a place the city."""
    if mention.form == "capital" and as_place and len(mention.ids) > 1:
        return mention.ids[1]
    return mention.ids[0]


def entity_of(things: Things, mention: Mention, *, as_place: bool) -> str:
    """Return the id of the entity that a mention of the gazetteer names."""
    known = known_mention(mention, as_place=as_place)
    known_to = gazetteer()
    place, body = known_to.place(known), known_to.body(known)
    kind: EntityKind = "place"
    name = things.text[mention.span[0] : mention.span[1]]
    if mention.form in ("demonym", "people") and place:
        name = place.name
    if body is not None:
        kind = "government" if body.kind == "government" else "organisation"
    elif mention.form == "capital" and not as_place:
        kind = "government"
    others = tuple(i for i in mention.ids if i != known) if mention.form == "name" else ()
    return things.add(name, kind, mention.span, known=known, candidates=others)


def name_things(things: Things) -> None:
    """Add the vessels, aircraft and companies of the text, with their identifiers."""
    text = things.text
    for match in _vessels(text):
        things.add(
            match["name"], "vessel", match.span("name"), identifiers=_numbers(text, match.end())
        )
    if "IMO" in text:
        for match in _IMO.finditer(text):
            _unnamed(things, match, "imo")
    for match in _REGISTRATION.finditer(text):
        things.add(match[0], "aircraft", match.span(), identifiers={"registration": match[0]})
    for start, end in _companies(text):
        things.add(text[start:end], "organisation", (start, end), identifiers=_tax(text, end))


def _vessels(text: str) -> Iterator[re.Match[str]]:
    """Yield the names behind words for vessels: only there the longer expression is tried."""
    firsts, pattern = _vessel_pattern()
    if firsts.isdisjoint(_WORD.findall(text.lower())):
        return
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done or word[0].lower() not in firsts:
            continue
        match = pattern.match(text, word.start())
        if match:
            done = match.end()
            yield match


def _companies(text: str) -> Iterator[Span]:
    """Yield names that end in a word for companies: "Ostrel Shipping Ltd"."""
    ends = thing_words().companies
    if ends.isdisjoint(_WORD.findall(text)):
        return
    for word in _WORD.finditer(text):
        if word[0] not in ends:
            continue
        low = max(0, word.start() - 90)
        before = _NAMES_BEFORE.search(text[low : word.start()])
        if before:
            yield low + before.start(), word.end()


_WORD = re.compile(r"[^\W\d_][\w/.]{0,40}")
_NAMES_BEFORE = re.compile(rf"(?:(?<=\s)|^|(?<=[(\"“„«]))(?:{_NAME} ){{1,4}}$")


def _numbers(text: str, end: int) -> dict[str, str]:
    """Return the identifiers told right behind a vessel's name."""
    near = text[end : end + 60]
    out: dict[str, str] = {}
    for name, pattern in (("imo", _IMO), ("mmsi", _MMSI)):
        found = pattern.search(near)
        if found:
            out[name] = found[1]
    return out


def _unnamed(things: Things, match: re.Match[str], name: str) -> None:
    """Give an IMO number to the vessel before it, else to one of its own."""
    if match[1] in things.owners:
        return
    before = re.search(
        rf"({_TITLE}),? \(?$", things.text[max(0, match.start() - 60) : match.start()]
    )
    if before:
        start = max(0, match.start() - 60) + before.start(1)
        things.add(
            before[1], "vessel", (start, start + len(before[1])), identifiers={name: match[1]}
        )
        return
    things.add(f"IMO {match[1]}", "vessel", match.span(), identifiers={name: match[1]})


def _tax(text: str, end: int) -> dict[str, str]:
    found = _TAX.search(text, end, end + 50)
    return {found[1].lower(): found[2]} if found else {}


@cache
def _vessel_pattern() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the first words of words for vessels, and what matches one with its name behind it."""
    listed = thing_words().vessels
    words = "|".join(re.escape(w) for w in sorted(listed, key=len, reverse=True))
    pattern = re.compile(rf"(?i:{words})[ ](?:named |called )?[\"“«'‘„]?(?P<name>{_TITLE})")
    return frozenset(w.split()[0] for w in listed), pattern
