"""The days that a time means, relative to publication and to the tense of its clause."""

from __future__ import annotations

from datetime import timedelta

from firsthand.claim.calendar import Interval, part
from firsthand.claim.time_setting import NOWHERE, Fields, Setting, setting
from firsthand.claim.times import Moment
from firsthand.claim.told_dates import DATES
from firsthand.claim.told_turns import TURNS

_RANGES = frozenset({"days", "dates", "months", "years"})
_PARTED = frozenset({"month", "part-month", "part-year", "season", "part-turn", "turn-word"})
_RULES = {**DATES, **TURNS}


def period(moment: Moment, reads: Setting) -> Interval | None:
    """Return the days that a time means, its lead worked in; None where they cannot be placed."""
    span = _core(moment, reads)
    if span is None or span == NOWHERE:
        return None
    return _led(moment, span, reads)


def _core(moment: Moment, reads: Setting) -> Interval | None:
    """Return the days of a time without its lead: of "since March" the month."""
    rule = _RULES.get(moment.means)
    if rule is None:
        return None
    try:
        span = rule(moment.fields, reads)
    except (OverflowError, ValueError):
        return None
    return _parted(moment.fields, span, reads) if moment.means in _PARTED else span


def _parted(fields: Fields, span: Interval | None, reads: Setting) -> Interval | None:
    """Return the part of a stretch that "early", "the end of" tell."""
    name = fields.get("part")
    if span is None or name is None:
        return span
    return part(span, reads.words.parts[" ".join(name.split())])


def _led(moment: Moment, span: Interval, reads: Setting) -> Interval:
    lead = moment.lead
    if moment.means in _RANGES and lead in ("from", "since", "between"):
        return span
    if lead in ("since", "from"):
        return Interval(span.start, None)
    if lead in ("by", "until"):
        return Interval(None, span.end)
    if lead == "before":
        told = reads.words.parts.get(" ".join(moment.fields.get("part", "").split()))
        if told == "end":
            return Interval(None, span.end)
        return Interval(None, span.start - timedelta(1) if span.start else None)
    if lead == "after":
        return Interval(span.end + timedelta(1) if span.end else None, None)
    return span


__all__ = ["NOWHERE", "Setting", "period", "setting"]
