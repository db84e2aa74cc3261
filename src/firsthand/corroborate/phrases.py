"""Periods, units, places and bodies as English words."""

from __future__ import annotations

from calendar import monthrange
from functools import cache

import msgspec

from firsthand.corroborate.data_file import load
from firsthand.corroborate.periods import Period
from firsthand.vocabulary.gazetteer import gazetteer

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class AskingWords(msgspec.Struct):
    """The lists of `data/asking.yaml`, as they stand there."""

    irregular: dict[str, str]
    auxiliaries: list[str]
    before_number: list[str]
    units: dict[str, str]
    mass: list[str]
    pointing: list[str]
    relative: list[str]
    until_now: list[str]
    lowered: list[str]


@cache
def asking_words() -> AskingWords:
    """Return the lists by which questions are worded.

    Raises:
        VocabularyError: the data file has a bad entry.
    """
    return load("asking", AskingWords)


def period_words(period: Period | None) -> str:
    """Return a period as words: "in 2025", "in March 2025", "from 3 to 5 March 2025", "by 2026"."""
    if period is None:
        return ""
    start, end = period
    if start is None or end is None:
        if start:
            return f"since {_day(start)}"
        return f"by {_day(end)}" if end else ""
    if start == end:
        return f"on {_day(start)}"
    year, month, day = start[:4], start[5:7], start[8:]
    if start[5:] == "01-01" and end[5:] == "12-31":
        return f"in {year}" if end[:4] == year else f"from {year} to {end[:4]}"
    if day == "01" and start[:7] == end[:7] and int(end[8:] or 0) >= 28:
        return f"in {MONTHS[int(month) - 1]} {year}"
    if day == "01" and _ends_month(end):
        first = MONTHS[int(month) - 1] + (f" {year}" if end[:4] != year else "")
        return f"from {first} to {MONTHS[int(end[5:7]) - 1]} {end[:4]}"
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"from {int(day)} to {_day(end)}"
    return f"from {_day(start)} to {_day(end)}"


def plain_period(period: Period | None) -> str:
    """Return a period without the word before it: "2025"."""
    return period_words(period).removeprefix("in ").removeprefix("on ")


def _ends_month(date: str) -> bool:
    if len(date) < 10:
        return False
    return int(date[8:10]) == monthrange(int(date[:4]), int(date[5:7]))[1]


def _day(date: str) -> str:
    if len(date) < 10:
        return date
    return f"{int(date[8:10])} {MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def unit_words(unit: str | None) -> str:
    """Return a unit in words; "in all" where none is told."""
    return asking_words().units.get(unit or "", (unit or "in all").replace("-", " "))


def name_of(ident: str) -> str:
    """Return the name of a known place or body; others stand for themselves, with capitals."""
    place, body = gazetteer().place(ident), gazetteer().body(ident)
    if place or body:
        return place.name if place else body.name if body else ident
    return " ".join(w[:1].upper() + w[1:] for w in ident.split())
