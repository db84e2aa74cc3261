"""A period as one heading says it, and as the contract writes it."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache
from typing import Literal

import msgspec

Grain = Literal["year", "half", "quarter", "month", "week", "day", "months", "split", "years"]
FIRST_YEAR, LAST_YEAR = 1800, 2100
_SIZE = {"half": 6, "quarter": 3, "month": 1}


class Part(msgspec.Struct, frozen=True):
    """What one heading says of a period; a missing year comes from another heading.

    Args:
        first: Number of the half, quarter, month or week; first month of `months`; first year of `years`.
        last: Last month of `months`; last year of `years`.
        day: Of the month `first`.
        over: `months` that end in the year after they began.
        cumulative: The words say that it runs from the beginning of the year; None: they do not tell.
        point: A day or month at which something stood, not during which it happened.
    """

    grain: Grain
    year: int | None = None
    first: int = 0
    last: int = 0
    day: int = 0
    over: bool = False
    cumulative: bool | None = None
    point: bool = False

    def text(self, year: int | None = None) -> str | None:
        """Return the period as the contract writes it, with `year` where none is said; None without one."""
        y = self.year if self.year is not None else year
        if self.grain == "years":
            return f"{self.first}-01/{self.last}-12"
        if y is None:
            return None
        return _written(self, y)

    def begins(self) -> int:
        """Return the first month, 1 to 12; 0 where the part has none."""
        if self.grain in _SIZE:
            return (self.first - 1) * _SIZE[self.grain] + 1
        return self.first if self.grain in {"months", "day"} else 0

    def ends(self) -> int:
        """Return the last month, 1 to 12; 0 where the part has none."""
        if self.grain in _SIZE:
            return self.first * _SIZE[self.grain]
        return {"months": self.last, "day": self.first}.get(self.grain, 0)


def _written(part: Part, y: int) -> str | None:
    n = part.first
    match part.grain:
        case "year":
            return f"{y:04}"
        case "half":
            return f"{y:04}-H{n}"
        case "quarter":
            return f"{y:04}-Q{n}"
        case "month":
            return f"{y:04}-{n:02}"
        case "week":
            return f"{y:04}-W{n:02}"
        case "day":
            return (
                f"{y:04}-{n:02}-{part.day:02}" if part.day <= calendar.monthrange(y, n)[1] else None
            )
        case "split":
            return f"{y:04}/{y + 1:04}"
        case _:
            return f"{y:04}-{n:02}/{y + part.over:04}-{part.last:02}"


def period_of_day(day: str) -> Part:
    """Return the part that a typed date says, at the precision that is shown ("2024", "2024-01", "2024-01-05")."""
    numbers = [int(each) for each in day.split("-")]
    if len(numbers) == 1:
        return Part("year", numbers[0])
    if len(numbers) == 2:
        return Part("month", numbers[0], numbers[1])
    return Part("day", numbers[0], numbers[1], day=numbers[2])


@lru_cache(maxsize=20_000)
def bounds(period: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of a period as the contract writes it; None for a split year."""
    a, slash, b = period.partition("/")
    if slash and len(a) == len(b) == 4:
        return None
    first, last = _ends(a), _ends(b if slash else a)
    return first[0], last[1]


def _ends(period: str) -> tuple[datetime.date, datetime.date]:
    year, _, rest = period.partition("-")
    y = int(year)
    if rest.startswith("W"):
        week = int(rest[1:])
        return datetime.date.fromisocalendar(y, week, 1), datetime.date.fromisocalendar(y, week, 7)
    if len(rest) == 5:
        day = datetime.date.fromisoformat(period)
        return day, day
    first, last = 1, 12
    if rest.startswith("Q"):
        first, last = 3 * int(rest[1:]) - 2, 3 * int(rest[1:])
    elif rest.startswith("H"):
        first, last = 6 * int(rest[1:]) - 5, 6 * int(rest[1:])
    elif rest:
        first = last = int(rest)
    return datetime.date(y, first, 1), datetime.date(y, last, calendar.monthrange(y, last)[1])
