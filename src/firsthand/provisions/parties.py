"""Finds the states, their people, places and bodies that a text names, each with its country."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from firsthand.model.attribution import Entity
from firsthand.model.span import Span
from firsthand.provisions.records import Regime
from firsthand.vocabulary.entry import Mention
from firsthand.vocabulary.gazetteer import gazetteer

Form = Literal["name", "demonym", "people", "capital", "place", "body", "entity"]
_REPORTERS = frozenset(
    {"news-agency", "news-outlet", "research-body", "intelligence-service", "statistics-office",
     "international-body"}
)  # fmt: skip
"""Kinds of bodies that tell of conduct; their country is no party to it."""
_NEAR = 48
"""Code points around a name in which its nationality may stand ("the North Korean tanker X")."""
_APPOSED = 90
_STOP = re.compile(r"[.;:!?\n]")
_BETWEEN = re.compile(r"[\w\s'’\"“”-]*\Z")
_AFTER = re.compile(r"\s*[,(–—-]?\s*(?:an?|the|its|ein\w*|der|die|das)?\s*[\w\s-]*\Z")
_OF = re.compile(r"(?:['’]s)?\s*(?:of|in|from|aus|in|из|в|,|\()\s*(?:the\s)?\Z")


class Party(NamedTuple):
    """A name in a text that stands for a state, its people, its places or its bodies."""

    span: Span
    country: str
    form: Form


def find_parties(text: str, entities: Sequence[Entity], regime: Regime) -> tuple[Party, ...]:
    """Return the parties of a text in order.

    Bodies that report (agencies, services, offices of statistics) are none. Things that the text
    gives a nationality ("the North Korean tanker Chon Ma 7") are parties at each later mention.
    """
    found = {
        mention.span: party for mention in gazetteer().find(text) if (party := _party(mention))
    }
    for span in _named(text, regime.names):
        found.setdefault(span, Party(span, regime.target, "body"))
    if any(party.country in (regime.target, *regime.beside) for party in found.values()):
        for span in _named(text, regime.short):
            found.setdefault(span, Party(span, regime.target, "name"))
    known = sorted(found.values())
    for party in _affiliated(text, entities, known):
        found.setdefault(party.span, party)
    return _without_overlaps(found.values())


def country_of(ident: str | None) -> str | None:
    """Return the country that an id of the gazetteer stands for or belongs to, if any."""
    if ident is None:
        return None
    known = gazetteer()
    place = known.place(ident)
    if place is not None:
        return place.country or (place.id if place.kind == "country" else None)
    body = known.body(ident)
    return body.country if body is not None else None


def _party(mention: Mention) -> Party | None:
    known = gazetteer()
    ident = mention.ids[0]
    country = country_of(ident)
    if country is None:
        return None
    place = known.place(ident)
    if place is not None:
        inside = mention.form == "name" and place.kind != "country"
        return Party(mention.span, country, "place" if inside else mention.form)
    body = known.body(ident)
    if body is None or body.kind in _REPORTERS:
        return None
    return Party(mention.span, country, "body")


def _named(text: str, names: tuple[str, ...]) -> Iterable[Span]:
    return (match.span() for match in _names(names).finditer(text)) if names else ()


@cache
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    # No further name may follow: "the North Sea" is no state, and "Kim Jong Un University" no man.
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w|[ -][A-Z]\w)")


def _affiliated(text: str, entities: Sequence[Entity], known: Sequence[Party]) -> Iterable[Party]:
    starts = [party.span[0] for party in known]
    for entity in entities:
        if entity.kind not in ("vessel", "aircraft", "organisation", "person", "other"):
            continue
        spans = [span for pieces in entity.mentions for span in pieces]
        if any(party.span[0] < end and start < party.span[1] for start, end in spans
               for party in _around(known, starts, start, end)):  # fmt: skip
            continue
        country = country_of(entity.known) or _nationality(text, spans, known, starts)
        if country:
            yield from (Party(span, country, "entity") for span in spans)


def _nationality(
    text: str, spans: Sequence[Span], known: Sequence[Party], starts: Sequence[int]
) -> str | None:
    told: set[str] = set()
    for start, end in spans:
        for party in _around(known, starts, start, end):
            if _before(text, party, start) or _behind(text, party, end):
                told.add(party.country)
    return told.pop() if len(told) == 1 else None


def _around(known: Sequence[Party], starts: Sequence[int], start: int, end: int) -> Sequence[Party]:
    return known[bisect_left(starts, start - _NEAR) : bisect_left(starts, end + _APPOSED)]


def _before(text: str, party: Party, start: int) -> bool:
    """Tell whether a demonym stands before the name in one noun phrase."""
    gap = text[party.span[1] : start]
    return (
        party.form in ("demonym", "people", "name")
        and 0 < len(gap) <= _NEAR
        and _BETWEEN.match(gap) is not None
        and len(gap.split()) <= 3
        and not re.search(r"\b(?:to|from|with|by|the|a|an|and|said|in|of)\b", gap)
    )


def _behind(text: str, party: Party, end: int) -> bool:
    """Tell whether the nationality follows: ", a North Korean tanker", "of Pyongyang"."""
    gap = text[end : party.span[0]]
    if party.span[0] < end or len(gap) > _APPOSED or _STOP.search(gap):
        return False
    if _OF.match(gap):
        return True
    apposed = gap.lstrip()[:1] in (",", "(", "–", "—") and _AFTER.match(gap) is not None
    return apposed and len(gap.split()) <= 5 and not re.search(r"\b(?:to|from|and|said)\b", gap)


def _without_overlaps(parties: Iterable[Party]) -> tuple[Party, ...]:
    kept: list[Party] = []
    for party in sorted(parties, key=lambda p: (p.span[0], -p.span[1])):
        if not kept or party.span[0] >= kept[-1].span[1]:
            kept.append(party)
    return tuple(kept)
