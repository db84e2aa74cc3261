"""Periods as first and last day, either of which may not be told."""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import date

Period = tuple[str | None, str | None]


def meets(one: Period, other: Period) -> bool:
    """Tell whether two periods share a day; an open end reaches for ever."""
    (a, b), (c, d) = one, other
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def shifted(period: Period, years: int) -> Period:
    """Return a period some years later; what ends with a month ends with that month again."""
    start, end = period
    return start and _moved(start, years), end and _moved(end, years, ends=True)


def _moved(day: str, years: int, *, ends: bool = False) -> str:
    year = int(day[:4]) + years
    if len(day) < 10 or day[5:7] != "02" or not 1 <= year <= 9999:
        return f"{year:04d}{day[4:]}"
    last = monthrange(year, 2)[1]
    was_last = int(day[8:10]) >= monthrange(int(day[:4]), 2)[1]
    number = last if ends and was_last else min(int(day[8:10]), last)
    return f"{year:04d}-02-{number:02d}{day[10:]}"


def days(period: Period) -> float:
    """Return how many days a period has; an open one has no end of them."""
    start, end = period
    if start is None or end is None:
        return math.inf
    return _number(end) - _number(start) + 1


def _number(day: str) -> int:
    """Return the number of a day; one that is not there is the last of its month before it."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return date(int(day[:4]), int(day[5:7]), 28).toordinal()


def overlap(one: Period, other: Period) -> float | None:
    """Return the share of all days of both that both hold; None where one is open."""
    if math.isinf(days(one)) or math.isinf(days(other)):
        return None
    last, first = min(str(one[1]), str(other[1])), max(str(one[0]), str(other[0]))
    whole = (min(str(one[0]), str(other[0])), max(str(one[1]), str(other[1])))
    return days((first, last)) / days(whole)
