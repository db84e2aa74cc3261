"""Checks that fewer texts call for: averages, ranks and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from firsthand.check.draft import Draft
from firsthand.check.figures import exact, fit, show
from firsthand.check.periods import Days, days_of
from firsthand.check.said import Said
from firsthand.check.select import Cell, Chosen, cells_for, choose
from firsthand.check.subject import Subject, Told
from firsthand.model.check import Verdict
from firsthand.model.table import Table

_RATE = re.compile(r"(?P<unit>.+)/(?P<per>day|week|month|quarter|year)\Z")
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_TOP = re.compile(
    r"\b(?P<top>highest|largest|most|biggest|greatest|record|lowest|smallest|fewest|least)\b"
    r"[^.;:!?]{0,40}?(?:\bsince (?:\w+ )?(?P<year>(?:19|20)\d{2})|\bon record\b|\bever\b)"
    r"|\b(?:a|the|all-time) (?P<record>record)\b(?: (?:high|low|number|year|total))?",
    re.IGNORECASE,
)
_LOW = frozenset({"lowest", "smallest", "fewest", "least"})


def average_draft(subject: Subject, said: Said, tables: Sequence[Table]) -> Draft | None:
    """Hold "350 a month" against the table's total over the months of the question's period."""
    match = _RATE.match(said.unit or "")
    number = said.number
    if match is None or number is None or subject.days is None:
        return None
    for chosen in choose(subject, tables, match["unit"]):
        cells = cells_for(subject, chosen, subject.days)
        values = [cell.value.value for cell in cells]
        times = _times(subject.days, match["per"])
        if not cells or times is None or any(value is None for value in values):
            continue
        total = chosen.related.convert(sum((exact(v) for v in values if v is not None), Decimal(0)))
        mean = total / times
        how = fit(number, mean, said.steps).how
        verdict: Verdict = (
            "differs" if how is None else "agrees" if how == "equal" else "agrees-within-rounding"
        )
        words = f"{show(total)} / {times} = {show(round(mean, 2))}, said {show(number)}"
        return Draft("average", verdict, words, cells=tuple(cells), said=said)
    return None


def _times(days: Days, per: str) -> int | None:
    if per in _DAYS:
        count, rest = divmod(days.length, _DAYS[per])
        return count if rest == 0 and count else None
    months = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    count, rest = divmod(months, _MONTHS[per])
    return count if rest == 0 and count else None


def rank_draft(subject: Subject, told: Told, chosen: Chosen) -> Draft | None:
    """Hold "the highest since 2019" against the same series in the years that are meant."""
    match = _TOP.search(told.words)
    if match is None or subject.days is None:
        return None
    cells = cells_for(subject, chosen, subject.days)
    if len(cells) != 1 or cells[0].value.value is None:
        return None
    word = (match["top"] or match["record"]).casefold()
    since = int(match["year"]) if match["year"] else None
    own = exact(cells[0].value.value)
    others = _others(chosen, cells[0], since)
    if not others:
        return None
    lowest = word in _LOW
    best = min(others, key=_value) if lowest else max(others, key=_value)
    holds = own < _value(best) if lowest else own > _value(best)
    sign = ("<" if lowest else ">") if holds else ("is not <" if lowest else "is not >")
    words = f"{show(own)} {sign} {show(_value(best))} of {best.value.period}"
    return Draft("rank", "agrees" if holds else "differs", words, cells=(cells[0], best))


def _others(chosen: Chosen, own: Cell, since: int | None) -> list[Cell]:
    """The other values of the series with the same length of period; a "since" year is left out."""
    length = days_of(own.value.period)
    found: list[Cell] = []
    for value in chosen.series.values:
        days = days_of(value.period)
        if (
            days is None
            or length is None
            or value.value is None
            or value.period == own.value.period
        ):
            continue
        alike = abs(days.length - length.length) <= 3 and days.end < length.start
        if alike and (since is None or days.start.year > since):
            found.append(Cell(chosen, value))
    return found


def _value(cell: Cell) -> Decimal:
    return exact(cell.value.value) if cell.value.value is not None else Decimal(0)


def date_draft(subject: Subject, said: str, place: int, chosen: Sequence[Chosen]) -> Draft | None:
    """Hold a day that is said against the day of the one event that a table of events has."""
    day = days_of(said)
    if day is None or day.length != 1:
        return None
    for each in chosen:
        events = [v for v in each.series.values if (d := days_of(v.period)) and d.length == 1]
        if each.series.frequency not in ("daily", "irregular") or len(events) != 1:
            continue
        same = events[0].period == said
        words = (
            f"{said} = {events[0].period}" if same else f"{said}, the table has {events[0].period}"
        )
        draft = Draft(
            "date", "agrees" if same else "differs", words, cells=(Cell(each, events[0]),)
        )
        answer = subject.question.answers[place]
        told = tuple(t for t in subject.told if t.ident in answer.claims)
        return draft._replace(said=Said(0, None, "=", said, None, None, place, told, None))
    return None
