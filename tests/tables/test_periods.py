"""Periods are read in the words of many languages, with the precision that they say."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.tables.period_part import bounds
from firsthand.tables.periods import find_periods, read_period
from tests.tables.conftest import Reader, values

FILE = Path(__file__).parents[1] / "data" / "tables" / "periods.csv"
CASES = list(csv.DictReader(FILE.read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"])
def test_a_heading_says_its_period(case: dict[str, str]) -> None:
    part = read_period(case["text"])[0]
    assert part.text() == case["period"]
    assert bool(part.cumulative) == (case["cumulative"] == "yes")


@pytest.mark.parametrize(
    "text", ["1,234", "13221", "100", "8", "2 159", "DPRK", "Total", "0.5", "12.5 %"]
)
def test_figures_and_words_are_no_periods(text: str) -> None:
    assert read_period(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("05/11/2023", "2023-11-05", "2023-05-11"),
        ("2011-12", "2011/2012", "2011-12"),
        ("FY2023", "2023", "2022/2023"),
        ("2021–2022", "2021/2022", "2021-01/2022-12"),
    ],
)
def test_a_heading_that_fits_two_readings_gives_both(text: str, first: str, second: str) -> None:
    assert [part.text() for part in read_period(text)] == [first, second]


def test_a_month_without_a_year_waits_for_one() -> None:
    part = read_period("март")[0]
    assert part.text() is None
    assert part.text(2024) == "2024-03"


def test_a_period_is_found_within_a_heading() -> None:
    found = find_periods("Share of value, 2024")
    assert [(each.parts[0].text(), each.rest) for each in found] == [("2024", "Share of value")]


def test_of_two_periods_in_a_heading_both_are_found() -> None:
    found = find_periods("I квартал 2024 г. в % к I кварталу 2023 г.")
    assert [each.parts[0].text() for each in found] == ["2024-Q1", "2023-Q1"]


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31)))
def test_a_day_is_read_back_as_printed(day: object) -> None:
    assert read_period(str(day))[0].text() == str(day)


@given(st.integers(1800, 2099), st.integers(1, 4))
def test_a_quarter_spans_three_months(year: int, quarter: int) -> None:
    held = bounds(f"{year}-Q{quarter}")
    assert held is not None
    assert (held[0].month, held[1].month) == (3 * quarter - 2, 3 * quarter)


@given(st.text(max_size=80))
def test_any_text_is_read_or_is_no_period(text: str) -> None:
    for part in read_period(text):
        assert part.text(2024) is not None


@pytest.mark.parametrize(
    "heading",
    ["% change on 2022", "Change on 2022 (%)", "Veränderung gegenüber 2022 in %", "Изменение к 2022 г., %",
     "2022년 대비 증감률(%)", "Évolution par rapport à 2022 (%)", "比2022年增长（%）"],
)  # fmt: skip
def test_a_change_from_a_base_has_the_period_it_ends_in(read: Reader, heading: str) -> None:
    table = read(f'Country,2022,2023,"{heading}"\nDPRK,1117,13221,1083.6\n')
    assert values(table)["D2"].period == "2023"


def test_a_change_from_a_base_takes_the_period_of_the_title(read: Reader) -> None:
    table = read(
        "Students by country in 2023/24\nCountry,Enrolled,% change on 2022/23\nDPRK,1204,12.5\n"
    )
    assert [values(table)[c].period for c in ("B3", "C3")] == ["2023/2024", "2023/2024"]


@pytest.mark.parametrize("text", ["2021/'22", "2021-'22"])
def test_a_split_year_may_have_an_apostrophe(text: str) -> None:
    (part,) = read_period(text)
    assert part.text() == "2021/2022"
