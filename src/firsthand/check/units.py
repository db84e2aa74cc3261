"""How the unit of an answer and the unit of a table relate."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from firsthand.check.figures import exact
from firsthand.check.words import cut_words
from firsthand.model.base import Record
from firsthand.vocabulary.data_file import parse_data
from firsthand.vocabulary.units import convertible, sort_of

Relation = Literal["same", "kin", "unknown", "against", "other"]
_SUFFIX = re.compile(r"[(\[]\s*([^()\[\]]{1,12}?)\s*[)\]]\s*\Z|_([a-z$€%]{1,4})\Z")


class UnitRelations(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data/units.yaml`."""

    factors: dict[str, dict[str, float]]
    kin: tuple[tuple[str, ...], ...]
    against: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    stock: tuple[str, ...]
    suffixes: dict[str, str]
    earlier: tuple[str, ...]
    parties: tuple[str, ...]
    multipliers: dict[str, int]
    pointing: tuple[str, ...]


class Related(NamedTuple):
    """A relation, and how the table's value becomes one in the answer's unit: times, then over."""

    relation: Relation
    times: Decimal = Decimal(1)
    over: Decimal = Decimal(1)

    def convert(self, value: Decimal) -> Decimal:
        """Return a value of the table in the unit of the answer."""
        return value * self.times / self.over


@cache
def unit_relations() -> UnitRelations:
    """Return the shipped relations.

    Raises:
        VocabularyError: an entry does not fit; `where` is FILE:LINE.
    """
    path = files("firsthand.check").joinpath("data", "units.yaml")
    return parse_data(path.read_text("utf-8"), path.name, UnitRelations)


def relate(answer: str | None, series: str | None) -> Related:
    """Tell how the units of an answer and of a series relate.

    `same` (also after conversion), `kin` (other words for one kind of count), `unknown` (the table
    does not say), `against` (measures of one matter that are not comparable), `other`.
    """
    if series is None or answer is None:
        return Related("unknown")
    if answer == series:
        return Related("same")
    data = unit_relations()
    if (factor := data.factors.get(series, {}).get(answer)) is not None:
        return Related("same", times=exact(factor))
    if (factor := data.factors.get(answer, {}).get(series)) is not None:
        return Related("same", over=exact(factor))
    if any(answer in group and series in group for group in data.kin):
        return Related("kin")
    if (known := convertible(series, answer)) is not None:
        return Related("same", times=exact(known))
    for left, right in data.against:
        if (answer in left and series in right) or (answer in right and series in left):
            return Related("against")
    return Related("other")


def multiplier_of(label: str) -> int:
    """Return by what the values under a label are to be multiplied ("stolen, USD million"); else 1."""
    words = cut_words(label).folded
    return next((m for w in words if (m := unit_relations().multipliers.get(w))), 1)


def unit_of_label(label: str) -> str | None:
    """Return the unit that a label tells: in brackets behind it ("duration (h)"), or a currency."""
    suffixes = unit_relations().suffixes
    match = _SUFFIX.search(label.strip())
    told = suffixes.get((match[1] or match[2]).casefold()) if match else None
    # A currency is one wherever it stands ("stolen_usd_million").
    return told or next((u for w in cut_words(label).folded if (u := _money(w))), None)


def _money(word: str) -> str | None:
    unit = unit_relations().suffixes.get(word)
    return unit if sort_of(unit) == "money" else None
