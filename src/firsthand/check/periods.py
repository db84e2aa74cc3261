"""Periods of tables as days, and how they lie to the period of a question."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_YEAR = re.compile(r"(\d{4})\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])\Z")
_HALF = re.compile(r"(\d{4})-H([12])\Z")
_WEEK = re.compile(r"(\d{4})-W(\d{2})\Z")


class Days(NamedTuple):
    """An interval of whole days, both ends inclusive."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def covers(self, other: Days) -> bool:
        """Tell whether the other interval lies inside."""
        return self.start <= other.start and other.end <= self.end


@lru_cache(maxsize=4096)
def days_of(period: str) -> Days | None:
    """Return the days of a table's period; None for a split year, a season, or what is none.

    >>> days_of("2024-Q1")
    Days(start=datetime.date(2024, 1, 1), end=datetime.date(2024, 3, 31))
    """
    try:
        return _parse(period)
    except ValueError:
        return None


def _parse(period: str) -> Days | None:
    if match := _YEAR.match(period):
        return Days(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31))
    if match := _DAY.match(period):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return Days(day, day)
    if match := _MONTH.match(period):
        return _months(int(match[1]), int(match[2]), 1)
    if match := _QUARTER.match(period):
        return _months(int(match[1]), int(match[2]) * 3 - 2, 3)
    if match := _HALF.match(period):
        return _months(int(match[1]), int(match[2]) * 6 - 5, 6)
    if match := _WEEK.match(period):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return Days(monday, monday + timedelta(days=6))
    first, _, last = period.partition("/")
    if last and not _YEAR.match(first):
        left, right = _parse(first), _parse(last)
        return Days(left.start, right.end) if left and right and left.start <= right.end else None
    return None


def _months(year: int, month: int, count: int) -> Days:
    last = month + count - 1
    return Days(date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def is_split_year(period: str, days: Days) -> bool:
    """Tell whether a split year ("2023/2024") is about the twelve months that are meant."""
    match = _SPLIT.match(period)
    if match is None or not _YEAR_AT_LEAST <= days.length <= _YEAR_AT_MOST:
        return False
    return (days.start.year, days.end.year) == (int(match[1]), int(match[2]))


_SPLIT = re.compile(r"(\d{4})/(\d{4})\Z")
_YEAR_AT_LEAST, _YEAR_AT_MOST = 270, 370
"""Days of an academic or fiscal year, summer holidays left out or not."""


def days_between(start: str | None, end: str | None) -> Days | None:
    """Return the interval between two ISO dates; None where an end is open or no date."""
    try:
        if start and end and start <= end:
            return Days(date.fromisoformat(start[:10]), date.fromisoformat(end[:10]))
    except ValueError:
        return None
    return None


def day_of(text: str | None) -> date | None:
    """Return the day of an ISO date or instant; None where it is less than a day or none."""
    try:
        return date.fromisoformat(text[:10]) if text and len(text) >= 10 else None
    except ValueError:
        return None


def year_before(days: Days) -> Days | None:
    """Return the interval one year earlier ("from the previous year")."""
    try:
        end = days.end
        if (end.month, end.day) == (2, 29) or (end + timedelta(days=1)).day == 1:
            end = date(end.year - 1, end.month, monthrange(end.year - 1, end.month)[1])
        else:
            end = end.replace(year=end.year - 1)
        return Days(days.start.replace(year=days.start.year - 1), end)
    except ValueError:
        return None
