"""What times are read against: publication, direction, the claim's own period, fiscal years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from firsthand.claim.calendar import Direction, Interval
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.time_words import TimeWords, time_words

NOWHERE = Interval(None, None)
_REMEMBERED = 1024
"""Settings that are remembered: a document needs a few, each clause one."""


class FiscalYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The month in which a country's fiscal year begins, and which calendar year names it."""

    begins: int
    named: Literal["begin", "end"]


class _FiscalFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    years: dict[str, FiscalYear]


class Setting(NamedTuple):
    """What a time is read against.

    `published`: the day of publication, None where it is unknown. `anchor`: the period of the claim, for
    "a year earlier". `countries`: whose fiscal years may be meant, likeliest first.
    """

    words: TimeWords
    published: date | None
    direction: Direction = "past"
    anchor: Interval | None = None
    countries: tuple[str, ...] = ()


Fields = dict[str, str]
Rule = Callable[[Fields, Setting], Interval | None]


@lru_cache(maxsize=_REMEMBERED)
def setting(
    language: str, published: str | None, *, direction: Direction = "past",
    anchor: Interval | None = None, countries: tuple[str, ...] = (),
) -> Setting:  # fmt: skip
    """Return what times of a document are read against; English words where a language has none."""
    words = time_words(language) or time_words("en")
    if words is None:
        raise KeyError(language)
    on = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
    return Setting(words, on, direction, anchor, countries)


@cache
def fiscal_years() -> dict[str, FiscalYear]:
    """Return the fiscal years of countries that do not use the calendar year."""
    return load_data("times/fiscal.yaml", _FiscalFile).years
