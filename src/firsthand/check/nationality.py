"""Whose goods or people are counted, where a table only counts what passed through a place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from firsthand.check.concepts import countries_in
from firsthand.check.labels import labels_of
from firsthand.check.select import Chosen
from firsthand.check.subject import Subject, Told
from firsthand.model.claim import Role
from firsthand.model.span import overlap
from firsthand.model.table import Table
from firsthand.vocabulary.gazetteer import gazetteer

_OWNERS = frozenset({"exporter", "origin-place", "sender"})
_NAME = re.compile(r"[^\W\d_][\w'’-]{3,40}")


def counts_others_too(subject: Subject, chosen: Chosen) -> bool:
    """Tell whether a series counts what passed through a place, whosever it was.

    "North Korean coal through the Russian port of Ustgrad": a table that names only the port counts
    the coal of anybody. A place in the country whose goods they are, or in none that is told, is left.
    """
    if chosen.meeting.parties:
        return False
    whose = _owners(subject.told)
    if not whose or whose & _named(chosen.table):
        return False
    label = {w.casefold() for x in labels_of(chosen.series) for w in _NAME.findall(x)}
    around = {
        country
        for told in subject.told
        for role in told.claim.roles
        if (country := _country(role)) and {w.casefold() for w in _NAME.findall(role.text)} & label
    }
    return bool(around - whose) and not around & whose


def _owners(told: Iterable[Told]) -> frozenset[str]:
    """Countries from which the counted things come, by their roles or by the words of the count."""
    found: set[str] = set()
    for each in told:
        figures = [span for quantity in each.claim.quantities for span in quantity.span]
        for role in each.claim.roles:
            country = _country(role)
            if country and (role.role in _OWNERS or overlap(role.span, figures)):
                found.add(country)
    return frozenset(found)


def _named(table: Table) -> frozenset[str]:
    words = [table.title or "", table.publisher or "", table.table, *table.notes]
    return frozenset(c for text in words for c in countries_in(text))


def _country(role: Role) -> str | None:
    place = gazetteer().place(role.known) if role.known else None
    body = gazetteer().body(role.known) if role.known and not place else None
    if place:
        return place.country or (place.id if place.kind == "country" else None)
    return body.country if body else None
