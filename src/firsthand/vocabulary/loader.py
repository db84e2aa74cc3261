"""Reads the data files of the gazetteer into bodies and places, and refuses a bad line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar, cast, get_args

from firsthand.errors import VocabularyError
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.entry import Body, Place, PlaceKind
from firsthand.vocabulary.rows import read_rows, split_list

BODY_COLUMNS = ("id", "name", "kind", "country", "owner", "domain", "aliases", "source")
PLACE_COLUMNS = ("id", "name", "kind", "country", "aliases", "source")
COUNTRY_COLUMNS = ("id", "name", "capital", "demonyms", "people", "aliases", "source")
AMBIGUOUS_COLUMNS = ("name", "ids", "note")
DECOY_COLUMNS = ("name", "note")
SPEAKER_KINDS = frozenset(get_args(SpeakerKind))
PLACE_KINDS = frozenset(get_args(PlaceKind)) - {"country"}
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")

E = TypeVar("E", Body, Place)


class Sourced(NamedTuple):
    """Where the entries of a vocabulary stand: entry id to FILE:LINE."""

    bodies: dict[str, Body]
    places: dict[str, Place]
    where: dict[str, str]
    ambiguous: dict[str, tuple[str, ...]]
    """Names that several entries share, with the ids best first."""
    decoys: tuple[str, ...]
    """Words that hold a known name but do not mention its bearer."""


def load_entries(folder: Path) -> Sourced:
    """Read all data files below `folder` (bodies/, places/, ambiguous.csv, decoys.csv).

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
    _check_references(bodies, places, where)
    known = where.keys()
    return Sourced(
        bodies, places, where, _ambiguous(folder / "ambiguous.csv", known),
        tuple(row.cells[0] for row in read_rows(folder / "decoys.csv", DECOY_COLUMNS)),
    )  # fmt: skip


def _add(entries: dict[str, E], entry: E, where: dict[str, str], line: str) -> None:
    _require(
        bool(ID.fullmatch(entry.id)),
        f"the id {entry.id!r} is not in lower-case words joined by hyphens",
        line,
    )
    _require(entry.id not in where, f"the id {entry.id!r} is taken ({where.get(entry.id)})", line)
    _require(bool(entry.name), "the name is empty", line)
    _require(bool(entry.source), "the source is empty", line)
    entries[entry.id] = entry
    where[entry.id] = line


def _bodies(folder: Path) -> Iterator[tuple[Body, str]]:
    for path in sorted(folder.glob("*.csv")):
        for (id_, name, kind, country, owner, domain, aliases, source), line in read_rows(
            path, BODY_COLUMNS
        ):
            _require(
                kind in SPEAKER_KINDS,
                f"the kind {kind!r} is not one of {sorted(SPEAKER_KINDS)}",
                line,
            )
            _require(
                not domain or bool(DOMAIN.fullmatch(domain)), f"the domain {domain!r} is none", line
            )
            yield Body(
                id_, name, cast(SpeakerKind, kind), country or None, owner or None, domain or None,
                split_list(aliases), source,
            ), line  # fmt: skip


def _places(folder: Path) -> Iterator[tuple[Place, str]]:
    for path in sorted(folder.glob("*.csv")):
        if path.name == "countries.csv":
            yield from _countries(path)
            continue
        for (id_, name, kind, country, aliases, source), line in read_rows(path, PLACE_COLUMNS):
            _require(
                kind in PLACE_KINDS, f"the kind {kind!r} is not one of {sorted(PLACE_KINDS)}", line
            )
            yield (
                Place(
                    id_,
                    name,
                    cast(PlaceKind, kind),
                    country or None,
                    split_list(aliases),
                    (),
                    (),
                    None,
                    source,
                ),
                line,
            )


def _countries(path: Path) -> Iterator[tuple[Place, str]]:
    for (id_, name, capital, demonyms, people, aliases, source), line in read_rows(
        path, COUNTRY_COLUMNS
    ):
        yield Place(
            id_, name, "country", id_, split_list(aliases), split_list(demonyms),
            split_list(people), capital or None, source,
        ), line  # fmt: skip


def _check_references(
    bodies: dict[str, Body], places: dict[str, Place], where: dict[str, str]
) -> None:
    countries = {place.id for place in places.values() if place.kind == "country"}
    for place in places.values():
        line = where[place.id]
        _require(
            place.country is None or place.country in countries,
            f"no country {place.country!r}",
            line,
        )
        _require(
            place.capital is None or place.capital in places, f"no city {place.capital!r}", line
        )
    for body in bodies.values():
        line = where[body.id]
        _require(
            body.country is None or body.country in countries, f"no country {body.country!r}", line
        )
        owned = body.owner is None or body.owner in bodies or body.owner in countries
        _require(owned, f"no body or country {body.owner!r} for an owner", line)


def _ambiguous(path: Path, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for (name, ids, _note), line in read_rows(path, AMBIGUOUS_COLUMNS):
        several = split_list(ids)
        _require(len(several) > 1, f"{name!r} has fewer than two ids", line)
        for id_ in several:
            _require(id_ in known, f"no entry {id_!r}", line)
        found[name] = several
    return found


def _require(holds: bool, problem: str, line: str) -> None:
    if not holds:
        raise VocabularyError(problem, where=line, hint="See docs/vocabulary.md.")
