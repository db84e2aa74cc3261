"""The day on which something was said, from the words beside the cue."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from typing import Literal

import msgspec

from firsthand.attribute.candidate import Candidate
from firsthand.model.attribution import When
from firsthand.model.span import Span
from firsthand.vocabulary.data_file import load_data

Unit = Literal["week", "month", "year"]
Interval = tuple[dt.date, dt.date]
REACH = 60
"""Characters beside the cue in which its time stands."""


class TimeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language; see the head of the data file."""

    weekdays: dict[str, int]
    months: dict[str, int]
    days: dict[str, int]
    spans: dict[str, tuple[Unit, int]]
    leads: tuple[str, ...]
    order: Literal["day-month", "month-day", "both", "day"]


class TimesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All languages."""

    en: TimeWords
    de: TimeWords
    ru: TimeWords
    uk: TimeWords
    ko: TimeWords
    ja: TimeWords


@functools.cache
def _words(language: str) -> TimeWords | None:
    file = load_data("cues/saying_times.yaml", TimesFile)
    return getattr(file, language, None)


@functools.cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _words(language)
    if words is None:
        return None
    months, weekdays = _any(words.months), _any(words.weekdays)
    parts = [rf"(?P<span>{_any(words.spans)})", rf"(?P<day>{_any(words.days)})"]
    year = r"(?:,?\s+(?P<year{n}>\d{{4}}))?"
    if words.order in ("day-month", "both"):
        parts.append(
            rf"(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th)?(?:\s+of)?\s+(?P<m1>{months})" + year.format(n=1)
        )
    if words.order in ("month-day", "both"):
        parts.append(
            rf"(?P<m2>{months})\s+(?P<d2>\d{{1,2}})(?!\d|[.,]\d)(?:st|nd|rd|th)?" + year.format(n=2)
        )
    if words.order == "day":
        parts.append(r"(?:(?P<m3>\d{1,2})[월月]\s?)?(?P<d3>\d{1,2})[일日]")
    parts.append(rf"(?P<weekday>{weekdays})")
    leads = "|".join(re.escape(lead) for lead in sorted(words.leads, key=len, reverse=True))
    lead = rf"(?:(?:{leads})\s+)?" if leads else ""
    edge = r"(?<!\w)" if words.order != "day" else ""
    close = r"(?!\w)" if words.order != "day" else ""
    return re.compile(rf"{edge}{lead}(?:{'|'.join(parts)}){close}", re.I)


def _any(words: dict[str, object] | dict[str, int] | dict[str, tuple[Unit, int]]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or r"(?!)"


def time_beside(candidate: Candidate, text: str, language: str) -> Span | None:
    """Return where the time of saying stands: between source, cue and content or right behind.

    A time inside the content or the source is no time of saying.
    """
    pattern = _pattern(language)
    if pattern is None or not candidate.cue:
        return None
    if candidate.when is not None and pattern.search(text, *candidate.when):
        return candidate.when
    low = min(a for a, _ in (*candidate.cue, *candidate.source))
    high = max(b for _, b in (*candidate.cue, *candidate.source))
    for match in pattern.finditer(text, max(0, low - REACH), min(len(text), high + REACH)):
        span = match.span()
        taken = (*candidate.content, *candidate.source, *candidate.cue)
        if any(a < span[1] and span[0] < b for a, b in taken):
            continue
        if not _beside(text, span, (low, high), candidate):
            continue
        return span
    return None


def _beside(text: str, span: Span, frame: Span, candidate: Candidate) -> bool:
    """Tell whether nothing but the frame itself stands between a time and its cue."""
    low, high = frame
    if low <= span[0] and span[1] <= high:
        return True
    if span[0] >= high:
        between = text[high : span[0]]
        return len(between.split()) <= 2 and not re.search(r"[.;:!?\n]", between)
    between = text[span[1] : low]
    opens = (
        not text[: span[0]].rstrip()
        or text[: span[0]].rstrip()[-1] in '.!?\n;:”"»'
        or "\n" in text[max(0, span[0] - 2) : span[0]]
    )
    return opens and len(between.split()) <= 2 and not re.search(r"[.;!?\n]", between)


def when_said(span: Span | None, text: str, published: str | None, language: str) -> When | None:
    """Return when it was said; days count back from publication. None where no time is told."""
    pattern = _pattern(language)
    if span is None or pattern is None:
        return None
    words = text[span[0] : span[1]]
    match = pattern.search(words)
    found = _interval(match, published, language) if match is not None else None
    if found is None:
        return When(text=words, span=(span,))
    return When(text=words, span=(span,), start=found[0].isoformat(), end=found[1].isoformat())


def _interval(match: re.Match[str], published: str | None, language: str) -> Interval | None:
    words = _words(language)
    if words is None:
        return None
    groups = {k: v.lower().replace("’", "'") for k, v in match.groupdict().items() if v}
    day = _date_of(groups, words, published)
    if day is not None or published is None:
        return (day, day) if day is not None else None
    base = _parse(published)
    if base is None:
        return None
    if "weekday" in groups:
        back = (base.weekday() - words.weekdays[groups["weekday"]]) % 7
        return _one(base - dt.timedelta(days=back))
    if "day" in groups:
        return _one(base + dt.timedelta(days=words.days[groups["day"]]))
    if "span" in groups:
        unit, turns = words.spans[groups["span"]]
        return _SPANS[unit](base, turns)
    return None


def _one(day: dt.date) -> Interval:
    return day, day


def _parse(published: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        return None


def _date_of(groups: dict[str, str], words: TimeWords, published: str | None) -> dt.date | None:
    """Return a date told with day and month; without a year the last one before publication."""
    number = next((groups[k] for k in ("d1", "d2", "d3") if k in groups), None)
    base = _parse(published) if published else None
    if number is None:
        return None
    month = next((words.months[groups[k]] for k in ("m1", "m2") if k in groups), None)
    if "d3" in groups:
        month = int(groups["m3"]) if "m3" in groups else (base.month if base else None)
    year = next((int(groups[k]) for k in ("year1", "year2") if k in groups), None)
    if month is None or (year is None and base is None):
        return None
    first = year if year is not None else (base.year if base else 0)
    for candidate in (first, first - 1) if year is None else (first,):
        try:
            day = dt.date(candidate, month, int(number))
        except ValueError:
            return None
        if year is not None or base is None or day <= base + dt.timedelta(days=1):
            return day
    return None


def _week(base: dt.date, turns: int) -> Interval:
    monday = base - dt.timedelta(days=base.weekday()) + dt.timedelta(weeks=turns)
    return monday, min(
        monday + dt.timedelta(days=6), base
    ) if turns == 0 else monday + dt.timedelta(days=6)


def _month(base: dt.date, turns: int) -> Interval:
    index = base.year * 12 + base.month - 1 + turns
    first = dt.date(index // 12, index % 12 + 1, 1)
    following = dt.date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    last = following - dt.timedelta(days=1)
    return first, min(last, base) if turns == 0 else last


def _year(base: dt.date, turns: int) -> Interval:
    year = base.year + turns
    return dt.date(year, 1, 1), base if turns == 0 else dt.date(year, 12, 31)


_SPANS: dict[Unit, Callable[[dt.date, int], Interval]] = {
    "week": _week,
    "month": _month,
    "year": _year,
}
