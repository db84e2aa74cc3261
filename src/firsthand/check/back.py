"""Counts told before in the same text, for claims that only point back: "That is a 23-fold rise"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from firsthand.check.periods import Days
from firsthand.check.said import period_of, said_in
from firsthand.check.subject import Subject, Told
from firsthand.check.units import unit_relations
from firsthand.model.claim import Quantity
from firsthand.model.span import hull

REACH = 400
"""Code points back to the counts of which a claim may speak: a paragraph or so."""
_RATIOS = frozenset({"fold", "share", "change"})
_HEAD = 60
"""Code points at the head of a claim in which it points back."""


class Counted(NamedTuple):
    """A count that a question asks for, where one text tells it.

    Args:
        start: Where the figure stands.
        days: Its period; None where that is not sure.
    """

    question: str
    claim: str
    start: int
    value: Decimal
    unit: str | None
    days: Days | None


class Ledger:
    """All counts of a case, by document and place."""

    def __init__(self, subjects: Mapping[str, Subject]) -> None:
        self.subjects = subjects
        self._by_claim: dict[str, list[Counted]] = {}
        self._by_document: dict[str, list[Counted]] = {}
        for name, subject in subjects.items():
            for counted in _counts(name, subject):
                self._by_claim.setdefault(counted.claim, []).append(counted)
                document = counted.claim.rpartition("#")[0]
                self._by_document.setdefault(document, []).append(counted)
        for told in self._by_document.values():
            told.sort(key=lambda c: c.start)

    def of(self, told: Told) -> list[Counted]:
        """Return the counts of one claim, in text order."""
        return sorted(self._by_claim.get(told.ident, ()), key=lambda c: c.start)

    def before(self, told: Told, unit: str | None = None) -> list[Counted]:
        """Return the counts within reach before a claim, the nearest first; of one unit if asked."""
        if not told.claim.span or told.claim.in_ == "title":
            return []
        start = hull(told.claim.span)[0]
        near = [
            c for c in self._by_document.get(told.extraction.id, ())
            if start - REACH <= c.start < start and c.claim != told.ident
            and (unit is None or c.unit == unit)
        ]  # fmt: skip
        return near[::-1]


def points_back(told: Told) -> bool:
    """Tell whether a claim begins with "that", "it" or "the figure" instead of naming its matter."""
    return _pattern().search(told.words[:_HEAD]) is not None


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in unit_relations().pointing)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _counts(name: str, subject: Subject) -> list[Counted]:
    found = []
    for place, answer in enumerate(subject.question.answers):
        said = said_in(subject, answer, place)
        if said is None or said.relation in _RATIOS or said.number is None:
            continue
        days = period_of(subject, said).days
        for told in said.told:
            for quantity in told.claim.quantities:
                if quantity.value == said.value and told.claim.in_ != "title":
                    start = _start(quantity)
                    found.append(Counted(name, told.ident, start, said.number, said.unit, days))
    return found


def _start(quantity: Quantity) -> int:
    return hull(quantity.span)[0] if quantity.span else 0
