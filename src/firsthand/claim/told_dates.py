"""The days of times with a name in the calendar: dates, months, quarters, seasons, years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from firsthand.claim.calendar import (
    Interval,
    back,
    day,
    months,
    nearest,
    part,
    season,
    unit_at,
    week_of,
    year,
)  # fmt: skip
from firsthand.claim.time_setting import NOWHERE, Fields, Rule, Setting


def number_of(fields: Fields, name: str, table: dict[str, int]) -> int:
    """Return a number told in digits or as a word of a table."""
    told = " ".join(fields[name].split())
    return int(told) if told.isdigit() else table[told]


def _month(fields: Fields, reads: Setting, name: str = "month") -> int:
    if f"{name}number" in fields:
        return int(fields[f"{name}number"])
    return reads.words.months[fields[name]]


def turn_of(fields: Fields, reads: Setting) -> int | None:
    """Return how many units on a time lies: -1 for "last"; None where nothing says so."""
    told = fields.get("turn")
    return None if told is None else reads.words.turns[" ".join(told.split())]


def told_year(fields: Fields, reads: Setting, name: str = "year") -> int | None:
    """Return the year that is told, also as "last year" behind a month; None where none is."""
    if name in fields:
        return int(fields[name])
    turn = turn_of(fields, reads)
    if turn is not None and reads.published and name == "year":
        return reads.published.year + turn
    return None


def _placed(
    fields: Fields, reads: Setting, make: Callable[[int], Interval], name: str = "year"
) -> Interval | None:
    """Return what `make` gives for the year told, else for the year nearest to publication."""
    told = told_year(fields, reads, name)
    if told is not None:
        return make(told)
    on = reads.published
    if on is None:
        return None
    return nearest(on, [make(on.year + step) for step in (-1, 0, 1)], reads.direction)


def _date(fields: Fields, reads: Setting) -> Interval | None:
    number, month = int(fields["day"]), _month(fields, reads)

    def make(of: int) -> Interval:
        one = day(of, month, number)
        return Interval(one, one)

    return _placed(fields, reads, make)


def _days(fields: Fields, reads: Setting) -> Interval | None:
    month = _month(fields, reads)

    def make(of: int) -> Interval:
        return Interval(day(of, month, int(fields["day"])), day(of, month, int(fields["day2"])))

    return _placed(fields, reads, make)


def _dates(fields: Fields, reads: Setting) -> Interval | None:
    first, last = _month(fields, reads), _month(fields, reads, "month2")

    def make(of: int) -> Interval:
        start = int(fields["year"]) if "year" in fields and "year2" in fields else of
        start -= first > last and "year" not in fields
        end = of + (first > last and "year2" not in fields and "year" in fields)
        return Interval(day(start, first, int(fields["day"])), day(end, last, int(fields["day2"])))

    return _placed(fields, reads, make, "year2" if "year2" in fields else "year")


def _months(fields: Fields, reads: Setting) -> Interval | None:
    first, last = _month(fields, reads), _month(fields, reads, "month2")

    def make(of: int) -> Interval:
        start = int(fields["year"]) if "year" in fields and "year2" in fields else of
        if first > last and not ("year" in fields and "year2" in fields):
            start -= 1
        return Interval(months(start, first).start, months(of, last).end)

    return _placed(fields, reads, make, "year2" if "year2" in fields else "year")


def a_month(fields: Fields, reads: Setting) -> Interval | None:
    """Return the days of a month, that of the year told or the nearest."""
    month = _month(fields, reads)
    if "year" not in fields and "turn" in fields and reads.published:
        turn = turn_of(fields, reads) or 0
        if "month" in fields and reads.words.turns and turn < 0 and fields.get("of") is None:
            return months(reads.published.year + turn, month)
    return _placed(fields, reads, lambda of: months(of, month))


def _year(fields: Fields, reads: Setting) -> Interval | None:
    return year(int(fields["year"]))


def _years(fields: Fields, reads: Setting) -> Interval | None:
    return Interval(year(int(fields["year"])).start, year(int(fields["year2"])).end)


def _season(fields: Fields, reads: Setting) -> Interval | None:
    number = reads.words.seasons[fields["season"]]
    turn = turn_of(fields, reads)
    if "year" in fields or turn is None or reads.published is None:
        return _placed(
            {k: v for k, v in fields.items() if k != "turn"}, reads, lambda of: season(number, of)
        )
    spans = [season(number, reads.published.year + step) for step in (-2, -1, 0, 1, 2)]
    return _turned(spans, turn, reads.published)


def _turned(spans: list[Interval], turn: int, on: date) -> Interval | None:
    if turn < 0:
        return next((s for s in reversed(spans) if s.end and s.end < on), None)
    if turn > 0:
        return next((s for s in spans if s.start and s.start > on), None)
    inside = next((s for s in spans if s.start and s.end and s.start <= on <= s.end), None)
    return inside or next((s for s in spans if s.start and s.start.year == on.year), None)


def _half(fields: Fields, reads: Setting) -> Interval | None:
    number = (
        int(fields["halfnumber"])
        if "halfnumber" in fields
        else reads.words.ordinals[fields["ordinal"]]
    )
    return _over(fields, reads, lambda of: months(of, 1 if number == 1 else 7, 6))


def _quarter(fields: Fields, reads: Setting) -> Interval | None:
    number = (
        int(fields["quarter"]) if "quarter" in fields else reads.words.ordinals[fields["ordinal"]]
    )
    return _over(fields, reads, lambda of: months(of, 3 * number - 2, 3))


def _over(fields: Fields, reads: Setting, make: Callable[[int], Interval]) -> Interval | None:
    """Place a stretch of a year: without a year, for the past, the latest that is over."""
    on = reads.published
    if on is None or told_year(fields, reads) is not None or reads.direction == "future":
        return _placed(fields, reads, make)
    spans = [make(on.year + step) for step in (-1, 0)]
    return next((s for s in reversed(spans) if s.end and s.end < on), spans[-1])


def _half_month(fields: Fields, reads: Setting) -> Interval | None:
    first = reads.words.ordinals[fields["ordinal"]] == 1
    whole = a_month(fields, reads) if "month" in fields else _this_month(reads)
    if whole is None or whole.start is None or whole.end is None:
        return None
    middle = whole.start.replace(day=15)
    return Interval(whole.start, middle) if first else Interval(middle + timedelta(1), whole.end)


def _this_month(reads: Setting) -> Interval | None:
    return unit_at(reads.published, "month", 0) if reads.published else None


def _first_months(fields: Fields, reads: Setting) -> Interval | None:
    count = number_of(fields, "count", reads.words.counts)
    return _over(fields, reads, lambda of: months(of, 1, count))


def _first_month(fields: Fields, reads: Setting) -> Interval | None:
    month = _month(fields, reads)
    return _over(fields, reads, lambda of: months(of, 1, month))


def _months_to(fields: Fields, reads: Setting) -> Interval | None:
    month = _month(fields, reads)
    count = number_of(fields, "count", reads.words.counts)
    return _over(fields, reads, lambda of: months(of, month - count + 1, count))


def _quarter_to(fields: Fields, reads: Setting) -> Interval | None:
    return _over(fields, reads, lambda of: months(of, _month(fields, reads) - 2, 3))


def _year_to(fields: Fields, reads: Setting) -> Interval | None:
    month = _month(fields, reads)
    number = fields.get("day") or fields.get("day2")

    def make(of: int) -> Interval:
        last = day(of, month, int(number)) if number else months(of, month).end
        if last is None:
            return NOWHERE
        before = months(of - 1, month).end
        whole = last == months(of, month).end and before
        return Interval(
            (before if whole and before else back(last, "year", 1)) + timedelta(1), last
        )

    return _over(fields, reads, make)


def _week_to(fields: Fields, reads: Setting) -> Interval | None:
    last = _date(fields, reads)
    return Interval(last.end - timedelta(6), last.end) if last and last.end else None


def _week_from(fields: Fields, reads: Setting) -> Interval | None:
    first = _date(fields, reads)
    return week_of(first.start) if first and first.start else None


def _year_end(fields: Fields, reads: Setting) -> Interval | None:
    return _placed(fields, reads, lambda of: part(year(of), "end"))


def _year_start(fields: Fields, reads: Setting) -> Interval | None:
    return _placed(fields, reads, lambda of: part(year(of), "start"))


def _decade(fields: Fields, reads: Setting) -> Interval | None:
    return months(int(fields["decade"]), 1, 120)


def _holiday(fields: Fields, reads: Setting) -> Interval | None:
    found = next(h for h in reads.words.holidays if fields["holiday"] in h.words)

    def make(of: int) -> Interval:
        one = day(of, found.month, found.day)
        return Interval(one, one)

    return _placed(fields, reads, make)


def _first_half(fields: Fields, reads: Setting) -> Interval | None:
    return _over(fields, reads, lambda of: months(of, 1, 6))


def _second_half(fields: Fields, reads: Setting) -> Interval | None:
    return _over(fields, reads, lambda of: months(of, 7, 6))


def _day_of_month(fields: Fields, reads: Setting) -> Interval | None:
    """Return the nearest day with a number, as Korean and Japanese news tell it: "on the 12th"."""
    on = reads.published
    if on is None:
        return None
    spans = []
    for step in (-1, 0, 1):
        month = on.year * 12 + on.month - 1 + step
        try:
            one = day(month // 12, month % 12 + 1, int(fields["day"]))
        except ValueError:
            continue
        spans.append(Interval(one, one))
    return nearest(on, spans, reads.direction)


def _ahead(rule: Rule) -> Rule:
    """Return a rule for times that say themselves that they are still to come."""

    def told(fields: Fields, reads: Setting) -> Interval | None:
        return rule(fields, reads._replace(direction="future"))

    return told


DATES: dict[str, Rule] = {
    "date": _date, "days": _days, "dates": _dates, "months": _months, "month": a_month,
    "part-month": a_month, "year": _year, "part-year": _year, "years": _years, "season": _season,
    "half": _half, "half-month": _half_month, "quarter": _quarter, "first-months": _first_months,
    "first-month-year": _first_month, "months-to": _months_to, "quarter-to": _quarter_to,
    "year-to": _year_to, "week-to": _week_to, "week-from": _week_from, "year-end": _year_end,
    "year-start": _year_start,
    "decade": _decade, "holiday": _holiday, "first-half": _first_half, "second-half": _second_half,
    "day": _day_of_month, "date-ahead": _ahead(_date), "month-ahead": _ahead(a_month),
    "day-ahead": _ahead(_day_of_month),
}  # fmt: skip
"""The rules by the name that the data files give a way of telling."""
