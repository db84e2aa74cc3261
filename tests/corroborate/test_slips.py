"""How one number became another in copying."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate.slips import half_step, rounds_to, significant, slip, what_changed


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (18642, 18462, "two digits changed places"),
        (13800, 31800, "two digits changed places"),
        (418, 419, "one digit differs"),
        (1500, 15000, "a zero too many or too few"),
        (7757, 8000, "rounded"),
        (40.7, 40, "rounded"),
        (36, 41, "another value"),
    ],
)
def test_a_change_is_named_for_what_happened_to_the_digits(
    was: float, now: float, expected: str
) -> None:
    assert what_changed(was, now) == expected


@pytest.mark.parametrize(("told", "fits"), [(41, True), (40, True), (42, False), (40.7, True)])
def test_a_number_may_be_rounded_or_cut_off(told: float, fits: bool) -> None:
    """40 hours and 42 minutes are 41 hours to one paper and 40 to another."""
    assert rounds_to(40.7, told) is fits


@pytest.mark.parametrize(
    ("value", "half"), [(15000, 500), (18642, 0.5), (40.7, 0.05), (2900, 50), (0, 0.5)]
)
def test_the_last_digit_that_is_said_gives_the_precision(value: float, half: float) -> None:
    assert half_step(value) == pytest.approx(half)


@given(st.integers(1, 10**12))
def test_no_number_is_a_slip_of_itself(value: int) -> None:
    assert slip(value, value) is None
    assert rounds_to(value, value)
    assert 1 <= significant(value) <= 13


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_slip_is_seen_from_both_sides(one: int, other: int) -> None:
    assert (slip(one, other) is None) == (slip(other, one) is None)
