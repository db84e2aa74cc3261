"""The records of the gazetteer: bodies, places, offices, and where a text mentions them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from firsthand.model.attribution import SpeakerKind
from firsthand.model.span import Span

Form = Literal["name", "demonym", "people", "capital"]
PlaceKind = Literal["country", "region", "city", "sea", "strait", "border", "area"]
Seat = Literal["home", "local", "abroad"]


class Body(NamedTuple):
    """An organisation that reporting cites or writes about.

    `country` and `owner` are ids ("kp"; "cn", "naver"), None where there is none or none is known;
    `domain` is the registrable domain of its own site; `office` is the office of its country that
    it holds ("statistics-office"), so that "Russia's statistics service" is Rosstat.
    """

    id: str
    name: str
    kind: SpeakerKind
    country: str | None
    owner: str | None
    domain: str | None
    aliases: tuple[str, ...]
    source: str
    office: str | None = None


class Place(NamedTuple):
    """A country, region, city or water.

    `country` is the id of the country that it lies in or, where that is in dispute, None;
    `capital` is the id of the city that stands for the government.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    source: str


class Office(NamedTuple):
    """A body that every country has one of, known by common nouns: "defence ministry".

    `seat` tells what a city beside it means: at home in the capital ("Moscow's foreign ministry"),
    local ("Moscow police" is the city's), abroad ("the embassy in Moscow" is not Russia's).
    """

    id: str
    kind: SpeakerKind
    seat: Seat
    aliases: tuple[str, ...]


class Mention(NamedTuple):
    """A known name in a text; `ids` best first, and for a capital the country before the city."""

    span: Span
    ids: tuple[str, ...]
    form: Form
