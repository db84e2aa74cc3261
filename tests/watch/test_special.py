"""Special functions and distributions against values of mpmath and against plain summation."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.watch import special
from firsthand.watch.counts import (
    count_mass,
    count_quantile,
    count_tails,
    normal_upper,
    student_two_sided,
)
from firsthand.watch.cusum import _hypergeometric
from tests.reference.slow_counts import negative_binomial_cdf, poisson_cdf

VALUES = Path(__file__).parents[1] / "reference" / "special_values.csv"
FUNCTIONS = {
    "log_gamma": special.log_gamma,
    "digamma": special.digamma,
    "trigamma": special.trigamma,
    "incomplete_beta": lambda a, b, c: special.incomplete_beta(a, b, c)[0],
    "incomplete_gamma": lambda a, b: special.incomplete_gamma(a, b)[0],
    "student": student_two_sided,
    "hypergeometric": lambda a: _hypergeometric(np.array(a)),
}


@pytest.mark.parametrize(
    "row",
    list(csv.DictReader(VALUES.read_text().splitlines())),
    ids=lambda r: f"{r['function']}-{r['a']}",
)
def test_function_agrees_with_mpmath(row: dict[str, str]) -> None:
    given_ = [float(row[k]) for k in "abc" if row[k]]
    assert float(FUNCTIONS[row["function"]](*given_)) == pytest.approx(
        float(row["value"]), rel=1e-11
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(1, 30), st.integers(1, 20))
def test_negative_binomial_tail_is_the_sum_of_its_terms(y: int, size: int, extra: int) -> None:
    """Held against exact fractions: dispersion 1 + extra/4, mean = size x extra/4."""
    phi = 1 + Fraction(extra, 4)
    exact = negative_binomial_cdf(y, Fraction(size), 1 / phi)
    low, high = count_tails(y, float(size * (phi - 1)), float(phi))
    assert float(low) == pytest.approx(float(exact), rel=1e-12)
    assert float(high) == pytest.approx(float(1 - exact), rel=1e-9, abs=1e-300)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 200), st.floats(0.01, 150))
def test_poisson_tail_is_the_sum_of_its_terms(y: int, mean: float) -> None:
    assert float(count_tails(y, mean, 1.0)[0]) == pytest.approx(poisson_cdf(y, mean), rel=1e-10)


@settings(max_examples=40, deadline=None)
@given(st.floats(1e-4, 1e5), st.floats(1, 300), st.sampled_from([0.05, 0.5, 0.95, 0.99]))
def test_quantile_is_the_smallest_that_reaches_its_level(mean: float, phi: float, p: float) -> None:
    y = float(count_quantile(p, mean, phi))
    assert float(count_tails(y, mean, phi)[0]) >= p * (1 - 1e-12)
    assert y == 0 or float(count_tails(y - 1, mean, phi)[0]) < p


def test_quantile_of_a_huge_mean_comes_from_its_moments() -> None:
    y = float(count_quantile(0.99, 1e9, 4.0))
    assert y == pytest.approx(1e9 + 2.3263 * np.sqrt(4e9), rel=1e-7)


def test_masses_add_up_to_the_tail() -> None:
    mass = count_mass(np.arange(40.0), 6.0, 2.5)
    assert mass.sum() == pytest.approx(float(count_tails(39, 6.0, 2.5)[0]), rel=1e-12)


def test_normal_tail_keeps_its_digits_far_out() -> None:
    assert float(normal_upper(10.0)) == pytest.approx(7.619853024160526e-24, rel=1e-12)
