"""Times of six languages: where they stand and which days they mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claim.periods import period, setting
from firsthand.claim.times import find_times
from firsthand.vocabulary.time_words import TIME_LANGUAGES

PUBLISHED = "2025-03-14"  # a Friday


def days(text: str, language: str) -> list[tuple[str, str]]:
    reads = setting(language, PUBLISHED)
    spans = [period(moment, reads) for moment in find_times(text, language)]
    return [(str(s.start or ""), str(s.end or "")) for s in spans if s]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "on 24 February 2022", "2022-02-24", "2022-02-24"),
        ("en", "since March 2024", "2024-03-01", ""),
        ("en", "by the end of 2026", "", "2026-12-31"),
        ("en", "last week", "2025-03-03", "2025-03-09"),
        ("en", "on Monday", "2025-03-10", "2025-03-10"),
        ("en", "in the first half of 2024", "2024-01-01", "2024-06-30"),
        ("en", "between 2021 and 2023", "2021-01-01", "2023-12-31"),
        ("de", "im dritten Quartal 2024", "2024-07-01", "2024-09-30"),
        ("de", "am vergangenen Montag", "2025-03-10", "2025-03-10"),
        ("de", "seit Januar", "2025-01-01", ""),
        ("ru", "в январе–июне 2024 года", "2024-01-01", "2024-06-30"),
        ("ru", "на прошлой неделе", "2025-03-03", "2025-03-09"),
        ("uk", "наприкінці березня", "2025-03-21", "2025-03-31"),
        ("uk", "два роки тому", "2023-01-01", "2023-12-31"),
        ("ko", "지난해", "2024-01-01", "2024-12-31"),
        ("ko", "2024년 3월 5일부터", "2024-03-05", ""),
        ("ko", "오는 4월 5일", "2025-04-05", "2025-04-05"),
        ("ja", "昨年", "2024-01-01", "2024-12-31"),
        ("ja", "先月末までに", "", "2025-02-28"),
        ("ja", "2024年第2四半期", "2024-04-01", "2024-06-30"),
    ],
)
def test_a_time_means_days(language: str, text: str, start: str, end: str) -> None:
    assert days(text, language) == [(start, end)]


def test_may_is_a_month_only_with_a_capital() -> None:
    assert days("they may leave", "en") == []
    assert days("they left in May", "en") == [("2024-05-01", "2024-05-31")]


def test_a_day_that_no_calendar_has_means_nothing() -> None:
    assert days("on 31 February 2024", "en") == []


def test_without_publication_a_relative_time_has_no_days() -> None:
    (moment,) = find_times("last week", "en")
    assert period(moment, setting("en", None)) is None


@given(st.dates(), st.sampled_from(["en", "de", "ru"]))
def test_a_date_is_read_back_as_it_is_printed(day: object, language: str) -> None:
    text = str(day)
    if text[:2] not in ("16", "17", "18", "19", "20"):
        return
    assert days(text, language) == [(text, text)]


@given(st.text(max_size=80), st.sampled_from(TIME_LANGUAGES))
def test_times_do_not_overlap(text: str, language: str) -> None:
    found = find_times(text, language)
    edges = [edge for moment in found for edge in (moment.core, moment.end)]
    assert edges == sorted(edges)
    assert all(m.start <= m.core < m.end <= len(text) for m in found)


@pytest.mark.parametrize("unit", ["1 ", "May ", "the last ", "2024-", "since "])
def test_a_long_row_of_time_words_takes_bounded_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    find_times(text, "en")
    assert time.process_time() - start < 20
