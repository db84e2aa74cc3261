"""Periods of official figures on a line: where one starts, how long it is, what it is called."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from firsthand.model.table import Frequency

_YEAR = re.compile(r"(\d{4})(?:/(\d{4}))?")
_PART = re.compile(r"(\d{4})-(Q|H|W)?(\d{1,2})(?:-(\d{1,2}))?")
MONTHS = {"Q": 3, "H": 6}
DAYS_PER_MONTH = 365.2425 / 12
# A day may be the day of a figure that stands for a month: "31.01.2024".
LONGEST_POINT = 1.5 / DAYS_PER_MONTH
PER_YEAR: dict[Frequency, int] = {
    "annual": 1, "half-yearly": 2, "quarterly": 4, "monthly": 12, "weekly": 52, "daily": 365,
}  # fmt: skip


class Stretch(NamedTuple):
    """A period in months since year 0: start and length (weeks and days are parts of months)."""

    start: float
    months: float


@lru_cache(maxsize=1 << 16)
def stretch(period: str) -> Stretch | None:
    """Return where a period lies; None for one that is not in the contract's form."""
    first, _, last = period.partition("/")
    if last and "-" in first:
        begin, end = stretch(first), stretch(last)
        return Stretch(begin.start, end.start + end.months - begin.start) if begin and end else None
    if found := _YEAR.fullmatch(period):
        begun = int(found[1]) * 12.0
        return Stretch(begun, 12.0)
    found = _PART.fullmatch(period)
    if not found:
        return None
    year, kind, number, day = int(found[1]) * 12.0, found[2], int(found[3]), found[4]
    if kind == "W":
        return Stretch(year + (number - 1) * 7 / DAYS_PER_MONTH, 7 / DAYS_PER_MONTH)
    if kind:
        return Stretch(year + (number - 1) * MONTHS[kind], float(MONTHS[kind]))
    if day:
        return Stretch(year + number - 1 + (int(day) - 1) / DAYS_PER_MONTH, 1 / DAYS_PER_MONTH)
    return Stretch(year + number - 1, 1.0)


def step_of(place: Stretch, frequency: Frequency) -> float:
    """Return the months from one period of a series to the next; points in time have no length."""
    per_year = PER_YEAR.get(frequency)
    if place.months <= LONGEST_POINT and per_year:
        return 12 / per_year
    return place.months


def same_season(a: str, b: str) -> bool:
    """Tell whether two periods are the same part of a year, of the same length."""
    x, y = stretch(a), stretch(b)
    if x is None or y is None:
        return False
    apart = (x.start - y.start) % 12
    return abs(x.months - y.months) < 0.1 and min(apart, 12 - apart) < 0.1
