"""The days of times told by where they lie from publication or from the claim's own period."""

from __future__ import annotations

from datetime import timedelta

from firsthand.claim.calendar import Interval, back, months, shift, unit_at, weekend
from firsthand.claim.time_setting import NOWHERE, Fields, FiscalYear, Rule, Setting, fiscal_years
from firsthand.claim.told_dates import a_month, number_of, told_year, turn_of


def _fiscal_rule(reads: Setting) -> FiscalYear:
    known = fiscal_years()
    return next((known[c] for c in reads.countries if c in known), FiscalYear(1, "begin"))


def _fiscal(fields: Fields, reads: Setting) -> Interval | None:
    rule = _fiscal_rule(reads)
    first = int(fields["year"]) if "year" in fields else 2000 + int(fields["shortyear"])
    split = "year" in fields and "shortyear" in fields
    if rule.named == "end" and not split and rule.begins > 1:
        first -= 1
    return months(first, rule.begins, 12)


def _split_year(fields: Fields, reads: Setting) -> Interval | None:
    """Read "2023-24": a fiscal year where the country has one of its own, else both years."""
    rule, first = _fiscal_rule(reads), int(fields["year"])
    if (first + 1) % 100 != int(fields["shortyear"]):
        return None
    return months(first, rule.begins, 12) if rule.begins > 1 else months(first, 1, 24)


def _fiscal_turn(fields: Fields, reads: Setting) -> Interval | None:
    on, rule = reads.published, _fiscal_rule(reads)
    if on is None:
        return None
    first = on.year - (on.month < rule.begins) + (turn_of(fields, reads) or 0)
    return months(first, rule.begins, 12)


def _turn_unit(fields: Fields, reads: Setting) -> Interval | None:
    turn = turn_of(fields, reads)
    unit = reads.words.units[fields["unit"]]
    if turn == 1 and reads.published and fields["unit"] in _MANY:
        return Interval(reads.published, None)  # "in the coming weeks": nobody says how many
    if turn is None and unit in ("year", "month", "week", "quarter", "half", "decade"):
        turn = 0
    return unit_at(reads.published, unit, turn) if reads.published and turn is not None else None


_MANY = frozenset(
    [
        "days",
        "weeks",
        "months",
        "years",
        "decades",
        "tagen",
        "wochen",
        "monaten",
        "jahren",
        "tage",
        "monate",
        "jahre",
    ]
)
"""Units in the plural: without a number they tell no end."""


def _sofar(fields: Fields, reads: Setting) -> Interval | None:
    unit = reads.words.units[fields["unit"]]
    if reads.published is None:
        return None
    return Interval(unit_at(reads.published, unit, 0).start, reads.published)


def _sofar_month(fields: Fields, reads: Setting) -> Interval | None:
    span = a_month(fields, reads)
    return Interval(span.start, reads.published) if span else None


def _rest(fields: Fields, reads: Setting) -> Interval | None:
    span = _turn_unit(fields, reads)
    return Interval(reads.published, span.end) if span else None


def _turn_word(fields: Fields, reads: Setting) -> Interval | None:
    """Read one word that tells both turn and unit: "昨年", "지난달"."""
    told = " ".join(fields["turn"].split())
    unit = next((u for mark, u in _UNITS_INSIDE.items() if mark in told), None)
    turn = turn_of(fields, reads)
    if reads.published is None or unit is None or turn is None:
        return None
    return unit_at(reads.published, unit, turn)


_UNITS_INSIDE = {
    "年": "year",
    "月": "month",
    "週": "week",
    "해": "year",
    "년": "year",
    "달": "month",
    "주": "week",
}


def _last_year(fields: Fields, reads: Setting) -> Interval | None:
    return unit_at(reads.published, "year", -1) if reads.published else None


def _weekday(fields: Fields, reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    number, turn = reads.words.weekdays[fields["weekday"]], turn_of(fields, reads)
    if turn == 1 or (turn is None and reads.direction == "future"):
        ahead = (number - on.weekday()) % 7 or (7 if turn == 1 else 0)
        one = on + timedelta(ahead)
    else:
        behind = (on.weekday() - number) % 7 or (7 if turn == -1 else 0)
        one = on - timedelta(behind)
    return Interval(one, one)


def _past(fields: Fields, reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    count = number_of(fields, "count", reads.words.counts)
    return Interval(back(on, reads.words.units[fields["unit"]], count), on)


def _coming(fields: Fields, reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    count = number_of(fields, "count", reads.words.counts)
    return Interval(on, back(on, reads.words.units[fields["unit"]], -count))


def _ago(fields: Fields, reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    unit = reads.words.units[fields["unit"]]
    then = back(on, unit, number_of(fields, "count", reads.words.counts))
    return unit_at(then, "year" if unit in ("decade", "century") else unit, 0)


def _same_year(fields: Fields, reads: Setting) -> Interval | None:
    span = _closed(reads)
    if span is None:
        return None
    told = told_year(fields, reads)
    first = span.start or span.end
    return shift(span, "year", 1 if told is None or first is None else first.year - told)


def _closed(reads: Setting) -> Interval | None:
    """Return the anchor with an open end closed by the day of publication."""
    span = reads.anchor
    if span is None or span == NOWHERE:
        return None
    return Interval(span.start, span.end or reads.published)


def _unit_before(fields: Fields, reads: Setting) -> Interval | None:
    unit = reads.words.units[fields["unit"]]
    count = number_of(fields, "count", reads.words.counts) if "count" in fields else 1
    span = _closed(reads)
    if span is None or span.start is None or span.end is None:
        on = reads.published
        if on is None:
            return None
        return unit_at(on, unit, -count)
    return shift(span, unit, count)


def _before(unit: str) -> Rule:
    """Return the rule of a word such as Vorjahr, which tells the unit itself."""

    def told(fields: Fields, reads: Setting) -> Interval | None:
        word = next(w for w, known in reads.words.units.items() if known == unit)
        return _unit_before({**fields, "unit": word}, reads)

    return told


def _weekend(fields: Fields, reads: Setting) -> Interval | None:
    on = reads.published
    if on is None:
        return None
    return weekend(on, 1 if reads.direction == "future" and on.weekday() < 5 else 0)


def _daypart(fields: Fields, reads: Setting) -> Interval | None:
    offset = reads.words.days[" ".join(fields["daypart"].split())]
    return unit_at(reads.published, "day", offset) if reads.published else None


TURNS: dict[str, Rule] = {
    "fiscal": _fiscal, "fiscal-short": _fiscal, "split-year": _split_year,
    "fiscal-turn": _fiscal_turn, "turn": _turn_unit, "part-turn": _turn_unit, "sofar": _sofar,
    "sofar-month": _sofar_month, "rest-turn": _rest, "weekday": _weekday, "past": _past,
    "coming": _coming, "ago": _ago, "same-year": _same_year, "same-before": _same_year,
    "unit-before": _unit_before, "year-before": _before("year"), "month-before": _before("month"),
    "quarter-before": _before("quarter"), "week-before": _before("week"), "weekend": _weekend,
    "daypart": _daypart, "turn-word": _turn_word, "last-year": _last_year,
}  # fmt: skip
"""The rules by the name that the data files give a way of telling."""
