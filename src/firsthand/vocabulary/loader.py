"""Reads the data files of the gazetteer and refuses a bad line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar, cast, get_args

from firsthand.errors import VocabularyError
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.entry import Body, Office, Place, PlaceKind, Seat
from firsthand.vocabulary.rows import read_rows, split_list

BODY_COLUMNS = ("id", "name", "kind", "country", "office", "owner", "domain", "aliases", "source")
PLACE_COLUMNS = ("id", "name", "kind", "country", "aliases", "source")
COUNTRY_COLUMNS = ("id", "name", "capital", "demonyms", "people", "aliases", "source")
OFFICE_COLUMNS = ("id", "kind", "seat", "aliases")
AMBIGUOUS_COLUMNS = ("name", "ids", "note")
DECOY_COLUMNS = ("name", "note")
CONTEXT_COLUMNS = ("role", "words", "note")
SPEAKER_KINDS = frozenset(get_args(SpeakerKind))
PLACE_KINDS = frozenset(get_args(PlaceKind)) - {"country"}
SEATS = frozenset(get_args(Seat))
ROLES = frozenset(("modifier", "connector", "beside", "before", "behind"))
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")

E = TypeVar("E", Body, Place)


class Entries(NamedTuple):
    """Everything that the data files of a gazetteer hold."""

    bodies: dict[str, Body]
    places: dict[str, Place]
    offices: tuple[Office, ...]
    ambiguous: dict[str, tuple[str, ...]]
    """Names that several entries share, with the ids best first."""
    decoys: tuple[str, ...]
    """Words that hold a known name but do not mention its bearer."""
    context: dict[str, frozenset[str]]
    """Words around names, by role; docs/vocabulary.md says which."""
    where: dict[str, str]
    """FILE:LINE of each entry, by id."""


def load_entries(folder: Path) -> Entries:
    """Read all data files below `folder`, laid out as docs/vocabulary.md says.

    Raises:
        VocabularyError: a line breaks a rule of docs/vocabulary.md.
    """
    where: dict[str, str] = {}
    places: dict[str, Place] = {}
    for place, line in _places(folder / "places"):
        _add(places, place, where, line)
    bodies: dict[str, Body] = {}
    for body, line in _bodies(folder / "bodies"):
        _add(bodies, body, where, line)
    offices = _offices(folder / "offices.csv")
    _check_places(places, where)
    _check_bodies(bodies, places, {office.id for office in offices}, where=where)
    return Entries(
        bodies=bodies,
        places=places,
        offices=offices,
        ambiguous=_ambiguous(folder / "ambiguous.csv", where.keys()),
        decoys=tuple(row.cells[0] for row in read_rows(folder / "decoys.csv", DECOY_COLUMNS)),
        context=_context(folder / "context.csv"),
        where=where,
    )


def _add(entries: dict[str, E], entry: E, where: dict[str, str], line: str) -> None:
    if not ID.fullmatch(entry.id):
        _refuse(f"the id {entry.id!r} is not in lower-case words joined by hyphens", line)
    if entry.id in where:
        _refuse(f"the id {entry.id!r} is taken ({where[entry.id]})", line)
    if not entry.name or not entry.source:
        _refuse(f"{entry.id!r} has no name or no source", line)
    entries[entry.id] = entry
    where[entry.id] = line


def _bodies(folder: Path) -> Iterator[tuple[Body, str]]:
    for path in sorted(folder.glob("*.csv")):
        for row in read_rows(path, BODY_COLUMNS):
            id_, name, kind, country, office, owner, domain, aliases, source = row.cells
            if kind not in SPEAKER_KINDS:
                _refuse(f"the kind {kind!r} is not one of {sorted(SPEAKER_KINDS)}", row.where)
            if domain and not DOMAIN.fullmatch(domain):
                _refuse(f"{domain!r} is no domain, such as yna.co.kr", row.where)
            yield Body(
                id_, name, cast(SpeakerKind, kind), country or None, owner or None,
                domain or None, split_list(aliases), source, office or None,
            ), row.where  # fmt: skip


def _places(folder: Path) -> Iterator[tuple[Place, str]]:
    for path in sorted(folder.glob("*.csv")):
        if path.name == "countries.csv":
            yield from _countries(path)
            continue
        for (id_, name, kind, country, aliases, source), line in read_rows(path, PLACE_COLUMNS):
            if kind not in PLACE_KINDS:
                _refuse(f"the kind {kind!r} is not one of {sorted(PLACE_KINDS)}", line)
            names = split_list(aliases)
            place = cast(PlaceKind, kind)
            yield Place(id_, name, place, country or None, names, (), (), None, source), line


def _countries(path: Path) -> Iterator[tuple[Place, str]]:
    for row in read_rows(path, COUNTRY_COLUMNS):
        id_, name, capital, demonyms, people, aliases, source = row.cells
        yield Place(
            id_, name, "country", id_, split_list(aliases), split_list(demonyms),
            split_list(people), capital or None, source,
        ), row.where  # fmt: skip


def _offices(path: Path) -> tuple[Office, ...]:
    found: dict[str, Office] = {}
    for (id_, kind, seat, aliases), line in read_rows(path, OFFICE_COLUMNS):
        if kind not in SPEAKER_KINDS or seat not in SEATS:
            _refuse(f"no kind {kind!r} or no seat {seat!r} ({', '.join(sorted(SEATS))})", line)
        names = split_list(aliases)
        if id_ in found or not ID.fullmatch(id_) or not names:
            _refuse(f"the office {id_!r} is there twice, is no id or has no name", line)
        found[id_] = Office(id_, cast(SpeakerKind, kind), cast(Seat, seat), names)
    return tuple(found.values())


def _check_places(places: dict[str, Place], where: dict[str, str]) -> None:
    for place in places.values():
        if place.country is not None and not _is_country(places, place.country):
            _refuse(f"{place.id!r} lies in no country {place.country!r}", where[place.id])
        if place.capital is not None and place.capital not in places:
            _refuse(f"{place.id!r} has no city {place.capital!r}", where[place.id])


def _check_bodies(
    bodies: dict[str, Body], places: dict[str, Place], offices: Collection[str],
    *, where: dict[str, str],
) -> None:  # fmt: skip
    held: dict[tuple[str | None, str], str] = {}
    for body in bodies.values():
        line = where[body.id]
        if body.country is not None and not _is_country(places, body.country):
            _refuse(f"{body.id!r} is of no country {body.country!r}", line)
        if not (body.owner is None or body.owner in bodies or _is_country(places, body.owner)):
            _refuse(f"{body.id!r} has no body or country {body.owner!r} for an owner", line)
        if body.office is None:
            continue
        if body.office not in offices:
            _refuse(f"{body.id!r} holds no office {body.office!r} of offices.csv", line)
        other = held.setdefault((body.country, body.office), body.id)
        if other != body.id:
            _refuse(f"{body.id!r} and {other!r} hold one office of {body.country}", line)


def _is_country(places: dict[str, Place], id_: str) -> bool:
    return id_ in places and places[id_].kind == "country"


def _ambiguous(path: Path, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for (name, ids, _note), line in read_rows(path, AMBIGUOUS_COLUMNS):
        several = split_list(ids)
        missing = [id_ for id_ in several if id_ not in known]
        if len(several) < 2 or missing:
            _refuse(f"{name!r} needs two known ids or more; unknown: {missing}", line)
        found[name] = several
    return found


def _context(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {role: set() for role in ROLES}
    for (role, words, _note), line in read_rows(path, CONTEXT_COLUMNS):
        if role not in found:
            _refuse(f"the role {role!r} is not one of {sorted(ROLES)}", line)
        found[role].update(split_list(words))
    return {role: frozenset(words) for role, words in found.items()}


def _refuse(problem: str, line: str) -> None:
    raise VocabularyError(problem, where=line, hint="See docs/vocabulary.md.")
