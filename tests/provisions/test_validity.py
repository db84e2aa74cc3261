"""The last day of the period decides, and the law as it stood on that day."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.attribution import When
from firsthand.model.claim import Claim
from firsthand.provisions.load import law
from firsthand.provisions.validity import day_of, in_force, is_binding, outdone


def claim(start: str | None, end: str | None) -> Claim:
    when = When(text="", start=start, end=end)
    return Claim(id="c", attribution=None, span=((0, 1),), kind="labour", when=when, by="t")


PUBLISHED = "2025-02-09"


@pytest.mark.parametrize(
    ("periods", "day"),
    [
        ([("2024-01-01", "2024-12-31")], "2024-12-31"),
        ([("2025-01-01", "2025-12-31")], PUBLISHED),
        ([("2024-03-01", None)], PUBLISHED),
        ([], PUBLISHED),
        ([("2025-01-01", "2025-01-31"), ("2025-01-03", "2025-01-05")], "2025-01-05"),
        ([(None, "2019-12-31"), ("2024-01-01", "2024-12-31")], "2024-12-31"),
    ],
)
def test_the_narrowest_period_before_publication_decides(periods: list, day: str) -> None:
    claims = [claim(*p) for p in periods]
    assert {day_of(order, PUBLISHED) for order in permutations(claims)} == {day}


def test_without_any_date_the_day_is_not_known() -> None:
    assert day_of([], None) is None


@pytest.mark.parametrize(
    ("name", "day", "binds"),
    [
        ("UNSCR-2397-OP8", "2017-12-21", False),
        ("UNSCR-2397-OP8", "2017-12-22", True),
        ("UNSCR-2371-OP11", "2017-09-10", True),
        ("UNSCR-2371-OP11", "2017-09-11", False),
        ("UNSCR-2270-OP29", "2017-08-04", True),
        ("UNSCR-2270-OP29", "2017-08-06", False),
        ("UNSCR-2397-OP5", "2017-12-31", False),
        ("UNSCR-2375-OP14", "2017-12-31", True),
        ("UNSCR-1874-OP26", "2024-05-01", False),
        ("UNSCR-2397-OP8", None, True),
        ("UNSCR-2371-OP11", None, False),
    ],
)
def test_a_paragraph_binds_from_its_first_day_until_a_later_one_takes_its_place(
    name: str, day: str | None, binds: bool
) -> None:
    assert in_force(law().provisions[name], day) is binds


def test_a_call_is_outdone_by_a_ban_on_the_same_matter() -> None:
    call = law().provisions["UNSCR-2321-OP34"]
    assert not is_binding(call)
    assert not outdone(call, "2017-01-01")
    assert outdone(call, "2024-01-01")


@settings(deadline=None)
@given(st.dates().map(str))
def test_no_paragraph_binds_before_it_was_adopted(day: str) -> None:
    for provision in law().provisions.values():
        if in_force(provision, day):
            assert provision.adopted <= day
