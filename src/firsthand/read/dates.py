"""Dates as pages, feeds and people write them, as ISO dates or instants with their zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple

from firsthand.model.span import Span
from firsthand.read.lexicon import word_lists

_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "мск": 180, "est": -300, "edt": -240, "et": None,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "kst": 540,
    "jst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "київ": None,
}  # fmt: skip
_ZONE = r"(?P<zone>(?:(?:GMT|UTC) ?)?[+-]\d{1,2}:?\d{2}|(?:GMT|UTC)[+-]\d{1,2}|[A-ZМСК]{1,5}\b|Z)"
_CLOCK = (
    r"(?:[T, \u00a0|·—–-]{1,4}(?:at|um|в|о|об|kl\.?)?[ \u00a0]{0,2}"
    r"(?P<half1>오전|오후|午前|午後)?[ ]?(?P<hour>\d{1,2})(?::|\.|時|시 ?)"
    r"(?P<minute>\d{2})(?:분|分)?"
    r"(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"[ \u00a0]?(?P<half2>[ap]\.?m\.?|[AP]\.?M\.?)?(?:[ ]?Uhr)?(?:[ ]?" + _ZONE + r")?)?"
)


class Found(NamedTuple):
    """A date in a text: as ISO, and where its words stand."""

    iso: str
    span: Span


@cache
def _month_numbers() -> dict[str, int]:
    return {
        form: int(month[1:])
        for lists in word_lists("months").values()
        for month, forms in lists.items()
        for form in forms
    }


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _month_numbers()), key=len, reverse=True))
    word = rf"(?P<name>{names})\b\.?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    shapes = (
        rf"(?<!\d){year}-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)",
        rf"(?<!\d){year}[./] ?(?P<month>\d\d?)[./] ?(?P<day>\d\d?)(?![\d/])\.?",
        rf"(?<!\d){year} ?[年년] ?(?P<month>\d\d?) ?[月월] ?(?P<day>\d\d?) ?[日일]",
        rf"(?<![\d.])(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?{year}",
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|\.)?[ -](?:of )?{word},?[ -]{year}",
        rf"\b{word} (?P<day>\d\d?)(?:st|nd|rd|th)?,?[ ]{year}",
        rf"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d\d?)/{year}",
        rf"(?<![\d/])(?P<month>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/{year}",
    )
    after_year = r"(?:[ \u00a0]?(?:года|г\.|року|р\.))?"
    return tuple(re.compile(shape + after_year + _CLOCK, re.IGNORECASE) for shape in shapes)


_BEFORE = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?: ?(?P<half>[ap]\.?m\.?))?(?: ?Uhr)?"
    r"(?:,|\s[|·—–-])?\s{1,2}(?:Uhr,? )?\Z",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(\d{1,2}) (\w{3}) (\d\d) ")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?\Z")
_LONGEST = 400


def find_date(text: str) -> Found | None:
    """Return the first date in a short text (its first 400 characters), with the time beside it.

    Numbers such as 03/04/2026, which may be April or March, are no date.
    """
    head = text[:_LONGEST].replace("\u00a0", " ").replace("\u202f", " ")
    matches = [match for pattern in _patterns() if (match := pattern.search(head))]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        iso = _iso(match, head)
        if iso:
            before = _BEFORE.search(head, 0, match.start())
            start = before.start() if before and match["hour"] is None else match.start()
            return Found(iso, (start, match.end()))
    return None


def parse_date(value: str) -> str | None:
    """Return a date or an instant that a field gives, as ISO; None where it is none.

    Zones are kept; a time without a zone stays without one, a day stays a day, a month a month.
    """
    value = value.strip()
    if _EPOCH.match(value):
        instant = datetime.fromtimestamp(int(value[:10]), UTC)
        return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
    compact = _COMPACT.match(value)
    if compact:
        year, month, day, hour, minute, second, zone = compact.groups()
        value = f"{year}-{month}-{day}"
        value += f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    month_only = _MONTH.match(value)
    if month_only:
        return value if 1 <= int(month_only[2]) <= 12 else None
    # Two figures for the year are only taken where mail has them: "14 Feb 26 07:00".
    value = _EMAIL.sub(lambda m: f"{m[1]} {m[2]} {'20' if m[3] < '70' else '19'}{m[3]} ", value)
    found = find_date(value)
    return found.iso if found else None


def _iso(match: re.Match[str], text: str) -> str | None:
    fields = match.groupdict()
    month = _month_numbers()[fields["name"].lower()] if fields.get("name") else int(fields["month"])
    hour, minute, second = fields["hour"], fields["minute"], fields["second"]
    half = fields["half1"] or fields["half2"]
    if hour is None:
        before = _BEFORE.search(text, 0, match.start())
        hour, minute, half = before.groups() if before else (None, None, None)
    try:
        moment = datetime(  # noqa: DTZ001  the zone is written behind it
            int(fields["year"]), month, int(fields["day"]),
            _hour(int(hour or 0), half), int(minute or 0), int(second or 0),
        )  # fmt: skip
    except ValueError:
        return None
    if hour is None:
        return moment.strftime("%Y-%m-%d")
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + _offset(fields["zone"])


def _hour(hour: int, half: str | None) -> int:
    if not half:
        return hour
    later = half in ("오후", "午後") or half[0] in "pP"
    return hour % 12 + (12 if later else 0)


def _offset(zone: str | None) -> str:
    """Return the zone as ISO has it; empty where it is not told or has more than one meaning."""
    if not zone:
        return ""
    name = zone.lower().strip()
    if name in _ZONES:
        minutes = _ZONES[name]
        if minutes is None:
            return ""
    else:
        signed = re.fullmatch(r"(?:gmt|utc)? ?([+-])(\d{1,2}):?(\d{2})?", name)
        if not signed:
            return ""
        minutes = int(signed[2]) * 60 + int(signed[3] or 0)
        minutes = -minutes if signed[1] == "-" else minutes
    if minutes == 0:
        return "Z"
    sign, spread = "-" if minutes < 0 else "+", timedelta(minutes=abs(minutes))
    hours, seconds = divmod(int(spread.total_seconds()), 3600)
    return f"{sign}{hours:02}:{seconds // 60:02}"
