"""Sums are exact, printed without noise, and rounding is judged at the precision that is said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.check.figures import exact, fit, show, show_percent, show_ratio, steps_of


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (18642, "18,642"),
        (8.800000000000001, "8.8"),
        (-4.7, "-4.7"),
        (0.1 + 0.2, "0.3"),
        (1e6, "1,000,000"),
    ],
)
def test_figures_are_printed_without_noise(value: float, printed: str) -> None:
    assert show(value) == printed


def test_differences_are_exact() -> None:
    assert show(exact(8.9) - exact(7.1)) == "1.8"


@pytest.mark.parametrize(
    ("top", "base", "printed"),
    [(18642, 4655, "4.005"), (13221, 1117, "11.84"), (1, 2, "0.5"), (1, 3, "0.3333")],
)
def test_ratios_have_four_digits(top: int, base: int, printed: str) -> None:
    assert show_ratio(exact(top) / exact(base)) == printed


def test_shares_are_printed_as_per_cent() -> None:
    assert show_percent(exact(11207) / exact(18642)) == "60.1 %"


@pytest.mark.parametrize(
    ("said", "real", "how"),
    [
        (41, 40.7, "rounds to"),
        (40, 40.7, "cut off is"),
        (40.7, 40.7, "equal"),
        (36, 40.7, None),
        (18000, 18342, "rounds to"),
        (20000, 18342, None),
        (18462, 18642, None),
        (2.5, 2.45, "rounds to"),
    ],
)
def test_a_figure_is_rounded_or_cut_off_at_its_last_digit(
    said: float, real: float, how: str | None
) -> None:
    assert fit(exact(said), exact(real), steps_of(said)).how == how


def test_about_lets_one_digit_stand() -> None:
    assert fit(exact(20000), exact(18342), steps_of(20000, loose=True)).how == "rounds to"


def test_told_rounding_is_one_of_the_precisions() -> None:
    assert steps_of(15000, rounding=500)[-1] == Decimal(1000)
    assert steps_of(6000, rounding=0.5) == (Decimal(1), Decimal(10), Decimal(100))


def test_a_final_zero_in_the_words_is_a_digit() -> None:
    assert fit(exact(7.0), exact(7.2), steps_of(7.0, spelled="7.0 metres")).how is None


@settings(deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 5))
def test_a_rounded_figure_always_fits_what_it_was_rounded_from(real: int, zeros: int) -> None:
    step = 10**zeros
    said = (real + step // 2) // step * step
    steps = tuple(Decimal(10**n) for n in range(zeros + 1))
    assert fit(Decimal(said), Decimal(real), steps).how is not None


@settings(deadline=None)
@given(st.integers(10, 10**7), st.integers(10, 10**7))
def test_what_fits_lies_within_one_step(said: int, real: int) -> None:
    steps = steps_of(said)
    if fit(exact(said), exact(real), steps).how:
        assert abs(said - real) <= max(steps)


@settings(deadline=None)
@given(st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 4)))
def test_printing_and_reading_back_agree(value: float) -> None:
    assert float(show(value).replace(",", "")) == pytest.approx(value, abs=1e-6)
