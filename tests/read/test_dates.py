"""Dates come out as ISO, as precise as they are written, with the zone that is told."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.read.dates import find_date, parse_date

FIELDS = {
    "2026-02-11T06:20:00Z": "2026-02-11T06:20:00Z",
    "2026-02-11T06:20": "2026-02-11T06:20:00",
    "2026-02-11 06:20:00 +0000 UTC": "2026-02-11T06:20:00Z",
    "2026-02-11T06:20:00.000+09:00": "2026-02-11T06:20:00+09:00",
    "2026-02-11T06:20:00-0500": "2026-02-11T06:20:00-05:00",
    "2026-02-11": "2026-02-11",
    "2026-02": "2026-02",
    "20260211": "2026-02-11",
    "20260211T0620": "2026-02-11T06:20:00",
    "20260211062000": "2026-02-11T06:20:00",
    "1739000000": "2025-02-08T07:33:20Z",
    "1739000000000": "2025-02-08T07:33:20Z",
    "Sat, 14 Feb 2026 07:00:00 +0000": "2026-02-14T07:00:00Z",
    "Sat, 14 Feb 26 07:00:00 EST": "2026-02-14T07:00:00-05:00",
    "Wed Feb 11 2026 06:20:00 GMT+0900 (KST)": "2026-02-11T06:20:00+09:00",
    "February 11, 2026, 3:45 PM UTC+9": "2026-02-11T15:45:00+09:00",
    "Feb. 9, 2025 at 5:06 p.m. EST": "2025-02-09T17:06:00-05:00",
    "12:05 AM, March 1, 2026": "2026-03-01T00:05:00",
    "12. Februar 2026, 10:30 Uhr": "2026-02-12T10:30:00",
    "12.02.2026 - 10:30 Uhr": "2026-02-12T10:30:00",
    "12 февраля 2026 г., 09:30": "2026-02-12T09:30:00",
    "12 лютого 2026 року": "2026-02-12",
    "10:30, 12 лютого 2026": "2026-02-12T10:30:00",
    "2026.02.12. 오후 3:05": "2026-02-12T15:05:00",
    "2026년 2월 12일 15시 05분": "2026-02-12T15:05:00",
    "2026年2月12日 午後3時05分": "2026-02-12T15:05:00",
    "2/13/2026 10:05 AM": "2026-02-13T10:05:00",
    "13/2/2026": "2026-02-13",
    "Monday, 9th of March, 2026": "2026-03-09",
}
NONE = [
    "",
    "02/03/2026",
    "2026-13-40",
    "2026-02-30",
    "30 February 2026",
    "5.1.2",
    "yesterday",
    "12345678901",
    "2026",
]


@pytest.mark.parametrize("value", FIELDS)
def test_a_field_gives_the_instant_that_it_names(value: str) -> None:
    assert parse_date(value) == FIELDS[value]


@pytest.mark.parametrize("value", NONE)
def test_what_has_two_meanings_or_none_is_no_date(value: str) -> None:
    """3 April or 4 March: a guess would move an article by a month."""
    assert parse_date(value) is None


def test_a_date_is_found_with_its_words() -> None:
    line = "By Ada Renn | Published: 12 February 2026, 10:30 a.m. KST | 3 min read"
    found = find_date(line)
    assert found is not None
    assert line[slice(*found.span)] == "12 February 2026, 10:30 a.m. KST"
    assert found.iso == "2026-02-12T10:30:00+09:00"


def test_a_zone_of_several_meanings_is_left_out() -> None:
    assert parse_date("12 February 2026 10:30 ET") == "2026-02-12T10:30:00"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.times())
def test_printing_then_reading_gives_the_second_back(day: date, clock: time) -> None:
    iso = f"{day.isoformat()}T{clock.replace(microsecond=0).isoformat()}"
    assert parse_date(iso + "Z") == iso + "Z"


@given(st.text(alphabet="0123456789 .-/:,TZFeb年月日г", max_size=60))
def test_any_line_gives_a_real_day_or_none(line: str) -> None:
    found = find_date(line)
    if found:
        start, end = found.span
        assert 0 <= start < end <= len(line)
        date.fromisoformat(found.iso[:10])
