"""Arithmetic of whole days, months, quarters and years; intervals have both ends inclusive."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

Direction = Literal["past", "future", "any"]


class Interval(NamedTuple):
    """Days from and to, both inclusive; None for an open end."""

    start: date | None
    end: date | None


def day(year: int, month: int, number: int) -> date | None:
    """Return a day; None where the calendar has none of that name."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def months(year: int, first: int, count: int = 1) -> Interval:
    """Return `count` whole months from month `first` of a year; months below 1 and above 12 carry over."""
    start = _month(year, first)
    return Interval(start, _month(year, first + count) - timedelta(1))


def _month(year: int, month: int) -> date:
    index = year * 12 + month - 1
    return date(min(max(index // 12, 1), 9998), index % 12 + 1, 1)


def year(number: int) -> Interval:
    """Return a calendar year."""
    return months(number, 1, 12)


def week_of(one: date) -> Interval:
    """Return the week from Monday in which a day lies."""
    start = one - timedelta(one.weekday())
    return Interval(start, start + timedelta(6))


def back(one: date, unit: str, count: int) -> date:
    """Return the day `count` units before one; negative counts go forward, the last day of a month stays in it."""
    if unit in ("day", "hour"):
        return one - timedelta(count)
    if unit in ("week", "weekend"):
        return one - timedelta(7 * count)
    length = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    first = _month(one.year, one.month - length * count)
    last = _month(first.year, first.month + 1) - timedelta(1)
    return first.replace(day=min(one.day, last.day))


def shift(span: Interval, unit: str, count: int) -> Interval:
    """Return an interval moved back by whole units; the ends of months stay ends of months."""
    return Interval(*(None if each is None else _shifted(each, unit, count) for each in span))


def _shifted(one: date, unit: str, count: int) -> date:
    moved = back(one, unit, count)
    ends = (one + timedelta(1)).day == 1
    if ends and unit not in ("day", "week", "hour", "weekend"):
        return months(moved.year, moved.month).end or moved
    return moved


def unit_at(one: date, unit: str, turn: int) -> Interval:
    """Return the day, week, month, quarter, half, year, decade or century `turn` units from that of a day."""
    if unit in ("day", "hour"):
        moved = one + timedelta(turn)
        return Interval(moved, moved)
    if unit == "week":
        return week_of(one + timedelta(7 * turn))
    if unit == "weekend":
        return weekend(one, turn)
    if unit == "month":
        return months(one.year, one.month + turn)
    if unit == "quarter":
        return months(one.year, (one.month - 1) // 3 * 3 + 1 + 3 * turn, 3)
    if unit == "half":
        return months(one.year, (one.month - 1) // 6 * 6 + 1 + 6 * turn, 6)
    if unit == "decade":
        return months((one.year // 10 + turn) * 10, 1, 120)
    if unit == "century":
        return months((one.year // 100 + turn) * 100 + 1, 1, 1200)
    return year(one.year + turn)


def weekend(one: date, turn: int = 0) -> Interval:
    """Return the last Saturday and Sunday before a day, on a Saturday or Sunday the present ones."""
    saturday = one - timedelta((one.weekday() - 5) % 7) + timedelta(7 * (turn + (turn < 0)))
    return Interval(saturday, saturday + timedelta(1))


def season(number: int, of: int) -> Interval:
    """Return a season of the north in whole months: spring is March to May; winter begins in December."""
    return months(of, 3 * number, 3)


def nearest(one: date, found: list[Interval], direction: Direction) -> Interval:
    """Return, of intervals in order, the latest that has begun (past) or the first that is not over (future)."""
    if direction == "future":
        return next((each for each in found if each.end and each.end >= one), found[-1])
    return next((each for each in reversed(found) if each.start and each.start <= one), found[0])


def part(span: Interval, name: str) -> Interval:
    """Return the early, mid or late third, or the first or last day of an interval."""
    if not span.start or not span.end or name == "whole":
        return span
    if name == "start":
        return Interval(span.start, span.start)
    if name == "end":
        return Interval(span.end, span.end)
    if (span.end - span.start).days > 60:
        return _months_part(span.start, span, name)
    length = (span.end - span.start).days + 1
    third = 10 if length >= 28 else max(1, length // 3)
    if name == "early":
        return Interval(span.start, span.start + timedelta(third - 1))
    if name == "late":
        last = (
            span.start + timedelta(2 * third) if length >= 28 else span.end - timedelta(third - 1)
        )
        return Interval(last, span.end)
    return Interval(span.start + timedelta(third), span.start + timedelta(2 * third - 1))


def _months_part(start: date, span: Interval, name: str) -> Interval:
    count = (
        ((span.end or start).year - start.year) * 12 + (span.end or start).month - start.month + 1
    )
    third = max(1, count // 3)
    offset = {"early": 0, "mid": (count - third) // 2, "middle": (count - third) // 2}.get(
        name, count - third
    )
    return months(start.year, start.month + offset, third)


def is_ahead(span: Interval | None, published: date | None) -> bool:
    """Tell whether a period begins after publication."""
    if span is None or published is None:
        return False
    start = span.start or span.end
    return start is not None and start > published
