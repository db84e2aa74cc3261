"""Periods as first and last day, either of which may not be told."""

from __future__ import annotations

import math
from datetime import date

Period = tuple[str | None, str | None]


def meets(one: Period, other: Period) -> bool:
    """Tell whether two periods share a day; an open end reaches for ever."""
    (a, b), (c, d) = one, other
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def shifted(period: Period, years: int) -> Period:
    """Return a period some years later; the last day of February may be one that is not there."""
    start, end = (d and f"{int(d[:4]) + years:04d}{d[4:]}" for d in period)
    return start, end


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
