"""Periods of tables become whole days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.check.periods import Days, days_between, days_of, is_split_year, year_before


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-W01", "2024-01-01", "2024-01-07"),
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2024-01/2024-03", "2024-01-01", "2024-03-31"),
    ],
)
def test_a_period_has_its_days(period: str, start: str, end: str) -> None:
    assert days_of(period) == Days(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "period", ["2023/2024", "", "2024-13", "2024-W60", "spring", "2024-03/2024-01", "2024-02-30"]
)
def test_a_split_year_and_nonsense_have_none(period: str) -> None:
    assert days_of(period) is None


def test_an_open_interval_has_no_days() -> None:
    assert days_between("2024-01-01", None) is None


@settings(deadline=None)
@given(st.integers(1990, 2090), st.integers(1, 12))
def test_the_year_before_a_month_is_that_month(year: int, month: int) -> None:
    days = days_of(f"{year}-{month:02}")
    assert days
    assert year_before(days) == days_of(f"{year - 1}-{month:02}")


@pytest.mark.parametrize(
    ("start", "end", "same"),
    [
        ("2023-09-01", "2024-08-31", True),
        ("2023-10-01", "2024-07-31", True),
        ("2023-01-01", "2024-12-31", False),
        ("2022-09-01", "2023-08-31", False),
        ("2023-12-01", "2024-01-31", False),
    ],
)
def test_a_split_year_is_its_twelve_months(start: str, end: str, same: bool) -> None:
    days = days_between(start, end)
    assert days
    assert is_split_year("2023/2024", days) is same
