"""The days that a time means, relative to publication and to the tense of its clause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from firsthand.claim.calendar import (
    Direction, Interval, back, day, months, nearest, part, season, shift, unit_at, week_of, weekend,
    year,
)  # fmt: skip
from firsthand.claim.times import Moment
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.time_words import TimeWords, time_words

NOWHERE = Interval(None, None)
_RANGES = frozenset({"days", "dates", "months", "years"})


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


Rule = Callable[[dict[str, str], Setting], Interval | None]


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


def period(moment: Moment, reads: Setting) -> Interval | None:
    """Return the days that a time means, its lead worked in; None where they cannot be placed."""
    span = core_period(moment, reads)
    if span is None or span == NOWHERE:
        return None
    return _led(moment, span, reads)


def core_period(moment: Moment, reads: Setting) -> Interval | None:
    """Return the days of a time without its lead: of "since March" the month."""
    rule = _RULES.get(moment.means)
    if rule is None:
        return None
    try:
        return rule(moment.fields, reads)
    except (OverflowError, ValueError):
        return None


def _led(moment: Moment, span: Interval, reads: Setting) -> Interval:
    lead = moment.lead
    if moment.means in _RANGES and lead in ("from", "since", "between"):
        return span
    if lead in ("since", "from"):
        return Interval(span.start, None)
    if lead in ("by", "until"):
        return Interval(None, span.end)
    if lead == "before":
        part_told = reads.words.parts.get(" ".join(moment.fields.get("part", "").split()))
        if part_told == "end":
            return Interval(None, span.end)
        return Interval(None, span.start - timedelta(1) if span.start else None)
    if lead == "after":
        return Interval(span.end + timedelta(1) if span.end else None, None)
    return span


# --- what each way of telling means ---------------------------------------------------------------


def _number(fields: dict[str, str], name: str, table: dict[str, int]) -> int:
    told = " ".join(fields[name].split())
    return int(told) if told.isdigit() else table[told]


def _month(fields: dict[str, str], reads: Setting, name: str = "month") -> int:
    if f"{name}number" in fields:
        return int(fields[f"{name}number"])
    return reads.words.months[fields[name]]


def _turn(fields: dict[str, str], reads: Setting) -> int | None:
    told = fields.get("turn")
    return None if told is None else reads.words.turns[" ".join(told.split())]


def _told_year(fields: dict[str, str], reads: Setting, name: str = "year") -> int | None:
    """Return the year that is told, also as "last year" behind a month; None where none is."""
    if name in fields:
        return int(fields[name])
    turn = _turn(fields, reads)
    if turn is not None and reads.published and name == "year":
        return reads.published.year + turn
    return None


def _placed(
    fields: dict[str, str], reads: Setting, make: Callable[[int], Interval], name: str = "year"
) -> Interval | None:
    """Return what `make` gives for the year told, else for the year nearest to publication."""
    told = _told_year(fields, reads, name)
    if told is not None:
        return make(told)
    on = reads.published
    if on is None:
        return None
    return nearest(on, [make(on.year + step) for step in (-1, 0, 1)], reads.direction)


def _date(fields: dict[str, str], reads: Setting) -> Interval | None:
    number, month = int(fields["day"]), _month(fields, reads)

    def make(of: int) -> Interval:
        one = day(of, month, number)
        return Interval(one, one)

    return _placed(fields, reads, make)


def _days(fields: dict[str, str], reads: Setting) -> Interval | None:
    month = _month(fields, reads)

    def make(of: int) -> Interval:
        return Interval(day(of, month, int(fields["day"])), day(of, month, int(fields["day2"])))

    return _placed(fields, reads, make)


def _dates(fields: dict[str, str], reads: Setting) -> Interval | None:
    first, last = _month(fields, reads), _month(fields, reads, "month2")

    def make(of: int) -> Interval:
        start = int(fields["year"]) if "year" in fields and "year2" in fields else of
        start -= first > last and "year" not in fields
        end = of + (first > last and "year2" not in fields and "year" in fields)
        return Interval(day(start, first, int(fields["day"])), day(end, last, int(fields["day2"])))

    return _placed(fields, reads, make, "year2" if "year2" in fields else "year")


def _months(fields: dict[str, str], reads: Setting) -> Interval | None:
    first, last = _month(fields, reads), _month(fields, reads, "month2")

    def make(of: int) -> Interval:
        start = int(fields["year"]) if "year" in fields and "year2" in fields else of
        if first > last and not ("year" in fields and "year2" in fields):
            start -= 1
        return Interval(months(start, first).start, months(of, last).end)

    return _placed(fields, reads, make, "year2" if "year2" in fields else "year")


def _a_month(fields: dict[str, str], reads: Setting) -> Interval | None:
    month = _month(fields, reads)
    if "year" not in fields and "turn" in fields and reads.published:
        turn = _turn(fields, reads) or 0
        if "month" in fields and reads.words.turns and turn < 0 and fields.get("of") is None:
            return months(reads.published.year + turn, month)
    return _placed(fields, reads, lambda of: months(of, month))


def _part_of(rule: Callable[[dict[str, str], Setting], Interval | None]) -> Rule:
    def told(fields: dict[str, str], reads: Setting) -> Interval | None:
        span = rule(fields, reads)
        name = fields.get("part")
        if span is None or name is None:
            return span
        return part(span, reads.words.parts[" ".join(name.split())])

    return told


def _year(fields: dict[str, str], reads: Setting) -> Interval | None:
    return year(int(fields["year"]))


def _years(fields: dict[str, str], reads: Setting) -> Interval | None:
    return Interval(year(int(fields["year"])).start, year(int(fields["year2"])).end)


def _season(fields: dict[str, str], reads: Setting) -> Interval | None:
    number = reads.words.seasons[fields["season"]]
    turn = _turn(fields, reads)
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
    return next((s for s in spans if s.start and s.start.year == on.year), None)


def _half(fields: dict[str, str], reads: Setting) -> Interval | None:
    number = (
        int(fields["halfnumber"])
        if "halfnumber" in fields
        else reads.words.ordinals[fields["ordinal"]]
    )
    return _over(fields, reads, lambda of: months(of, 1 if number == 1 else 7, 6))


def _quarter(fields: dict[str, str], reads: Setting) -> Interval | None:
    number = (
        int(fields["quarter"]) if "quarter" in fields else reads.words.ordinals[fields["ordinal"]]
    )
    return _over(fields, reads, lambda of: months(of, 3 * number - 2, 3))


def _over(
    fields: dict[str, str], reads: Setting, make: Callable[[int], Interval]
) -> Interval | None:
    """Place a stretch of a year: without a year, for the past, the latest that is over."""
    on = reads.published
    if on is None or _told_year(fields, reads) is not None or reads.direction == "future":
        return _placed(fields, reads, make)
    spans = [make(on.year + step) for step in (-1, 0)]
    return next((s for s in reversed(spans) if s.end and s.end < on), spans[-1])


def _half_month(fields: dict[str, str], reads: Setting) -> Interval | None:
    first = reads.words.ordinals[fields["ordinal"]] == 1
    whole = _a_month(fields, reads) if "month" in fields else _this_month(reads)
    if whole is None or whole.start is None or whole.end is None:
        return None
    middle = whole.start.replace(day=15)
    return Interval(whole.start, middle) if first else Interval(middle + timedelta(1), whole.end)


def _this_month(reads: Setting) -> Interval | None:
    return unit_at(reads.published, "month", 0) if reads.published else None


def _first_months(fields: dict[str, str], reads: Setting) -> Interval | None:
    count = _number(fields, "count", reads.words.counts)
    return _over(fields, reads, lambda of: months(of, 1, count))


def _first_month(fields: dict[str, str], reads: Setting) -> Interval | None:
    month = _month(fields, reads)
    return _over(fields, reads, lambda of: months(of, 1, month))


def _months_to(fields: dict[str, str], reads: Setting) -> Interval | None:
    month = _month(fields, reads)
    count = _number(fields, "count", reads.words.counts)
    return _over(fields, reads, lambda of: months(of, month - count + 1, count))


def _quarter_to(fields: dict[str, str], reads: Setting) -> Interval | None:
    return _over(fields, reads, lambda of: months(of, _month(fields, reads) - 2, 3))


def _year_to(fields: dict[str, str], reads: Setting) -> Interval | None:
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


def _week_to(fields: dict[str, str], reads: Setting) -> Interval | None:
    last = _date(fields, reads)
    return Interval(last.end - timedelta(6), last.end) if last and last.end else None


def _week_from(fields: dict[str, str], reads: Setting) -> Interval | None:
    first = _date(fields, reads)
    return week_of(first.start) if first and first.start else None


def _fiscal_rule(reads: Setting) -> FiscalYear:
    known = load_fiscal()
    return next((known[c] for c in reads.countries if c in known), FiscalYear(1, "begin"))


@cache
def load_fiscal() -> dict[str, FiscalYear]:
    """Return the fiscal years of countries that do not use the calendar year."""
    return load_data("times/fiscal.yaml", _FiscalFile).years


def _fiscal(fields: dict[str, str], reads: Setting) -> Interval | None:
    rule = _fiscal_rule(reads)
    first = int(fields["year"]) if "year" in fields else 2000 + int(fields["shortyear"])
    split = "year" in fields and "shortyear" in fields
    if rule.named == "end" and not split and rule.begins > 1:
        first -= 1
    return months(first, rule.begins, 12)


def _split_year(fields: dict[str, str], reads: Setting) -> Interval | None:
    """Read "2023-24": a fiscal year where the country has one of its own, else both years."""
    rule, first = _fiscal_rule(reads), int(fields["year"])
    if (first + 1) % 100 != int(fields["shortyear"]):
        return None
    return months(first, rule.begins, 12) if rule.begins > 1 else months(first, 1, 24)


def _fiscal_turn(fields: dict[str, str], reads: Setting) -> Interval | None:
    on, rule = reads.published, _fiscal_rule(reads)
    if on is None:
        return None
    first = on.year - (on.month < rule.begins) + (_turn(fields, reads) or 0)
    return months(first, rule.begins, 12)


def _turn_unit(fields: dict[str, str], reads: Setting) -> Interval | None:
    turn = _turn(fields, reads)
    unit = reads.words.units[fields["unit"]]
    if turn is None and unit in ("year", "month", "week", "quarter", "half", "decade"):
        turn = 0
    return unit_at(reads.published, unit, turn) if reads.published and turn is not None else None


def _sofar(fields: dict[str, str], reads: Setting) -> Interval | None:
    unit = reads.words.units[fields["unit"]]
    if reads.published is None:
        return None
    return Interval(unit_at(reads.published, unit, 0).start, reads.published)


def _sofar_month(fields: dict[str, str], reads: Setting) -> Interval | None:
    span = _a_month(fields, reads)
    return Interval(span.start, reads.published) if span else None


def _rest(fields: dict[str, str], reads: Setting) -> Interval | None:
    span = _turn_unit(fields, reads)
    return Interval(reads.published, span.end) if span else None


def _weekday(fields: dict[str, str], reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    number, turn = reads.words.weekdays[fields["weekday"]], _turn(fields, reads)
    if turn == 1 or (turn is None and reads.direction == "future"):
        ahead = (number - on.weekday()) % 7 or (7 if turn == 1 else 0)
        one = on + timedelta(ahead)
    else:
        behind = (on.weekday() - number) % 7 or (7 if turn == -1 else 0)
        one = on - timedelta(behind)
    return Interval(one, one)


def _past(fields: dict[str, str], reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    count = _number(fields, "count", reads.words.counts)
    return Interval(back(on, reads.words.units[fields["unit"]], count), on)


def _coming(fields: dict[str, str], reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    count = _number(fields, "count", reads.words.counts)
    return Interval(on, back(on, reads.words.units[fields["unit"]], -count))


def _ago(fields: dict[str, str], reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    unit = reads.words.units[fields["unit"]]
    then = back(on, unit, _number(fields, "count", reads.words.counts))
    return unit_at(then, "year" if unit in ("decade", "century") else unit, 0)


def _same_year(fields: dict[str, str], reads: Setting) -> Interval | None:
    span = _closed(reads)
    if span is None:
        return None
    told = _told_year(fields, reads)
    first = span.start or span.end
    return shift(span, "year", 1 if told is None or first is None else first.year - told)


def _closed(reads: Setting) -> Interval | None:
    """Return the anchor with an open end closed by the day of publication."""
    span = reads.anchor
    if span is None or span == NOWHERE:
        return None
    return Interval(span.start, span.end or reads.published)


def _unit_before(fields: dict[str, str], reads: Setting) -> Interval | None:
    unit = reads.words.units[fields["unit"]]
    count = _number(fields, "count", reads.words.counts) if "count" in fields else 1
    span = _closed(reads)
    if span is None or span.start is None or span.end is None:
        on = reads.published
        if on is None:
            return None
        return unit_at(on, unit, -count)
    return shift(span, unit, count)


def _before(unit: str) -> Rule:
    """Return the rule of a word such as Vorjahr, which tells the unit itself."""

    def told(fields: dict[str, str], reads: Setting) -> Interval | None:
        word = next(w for w, known in reads.words.units.items() if known == unit)
        return _unit_before({**fields, "unit": word}, reads)

    return told


def _year_end(fields: dict[str, str], reads: Setting) -> Interval | None:
    return _placed(fields, reads, lambda of: part(year(of), "end"))


def _weekend(fields: dict[str, str], reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    return weekend(on, 1 if reads.direction == "future" and on.weekday() < 5 else 0)


def _decade(fields: dict[str, str], reads: Setting) -> Interval | None:
    return months(int(fields["decade"]), 1, 120)


def _holiday(fields: dict[str, str], reads: Setting) -> Interval | None:
    found = next(h for h in reads.words.holidays if fields["holiday"] in h.words)

    def make(of: int) -> Interval:
        one = day(of, found.month, found.day)
        return Interval(one, one)

    return _placed(fields, reads, make)


def _daypart(fields: dict[str, str], reads: Setting) -> Interval | None:
    offset = reads.words.days[" ".join(fields["daypart"].split())]
    return unit_at(reads.published, "day", offset) if reads.published else None


_RULES: dict[str, Rule] = {
    "date": _date, "days": _days, "dates": _dates, "months": _months, "month": _part_of(_a_month),
    "part-month": _part_of(_a_month), "year": _year, "part-year": _part_of(_year), "years": _years,
    "season": _part_of(_season), "half": _half, "half-month": _half_month, "quarter": _quarter,
    "first-months": _first_months, "first-month-year": _first_month, "months-to": _months_to,
    "quarter-to": _quarter_to, "year-to": _year_to, "week-to": _week_to, "week-from": _week_from,
    "fiscal": _fiscal, "fiscal-short": _fiscal, "split-year": _split_year, "fiscal-turn": _fiscal_turn, "turn": _turn_unit,
    "part-turn": _part_of(_turn_unit), "sofar": _sofar, "sofar-month": _sofar_month,
    "rest-turn": _rest, "weekday": _weekday, "past": _past, "coming": _coming, "ago": _ago,
    "same-year": _same_year, "same-before": _same_year, "unit-before": _unit_before,
    "year-before": _before("year"), "month-before": _before("month"),
    "quarter-before": _before("quarter"), "week-before": _before("week"), "year-end": _year_end,
    "weekend": _weekend, "decade": _decade, "holiday": _holiday, "daypart": _daypart,
}  # fmt: skip
