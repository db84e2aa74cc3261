"""Tails of counts by plain summation, in exact fractions or with math.lgamma."""

from __future__ import annotations

import math
from fractions import Fraction


def negative_binomial_cdf(y: int, size: Fraction, p: Fraction) -> Fraction:
    """Return P(Y <= y) of a negative binomial law of whole size, exactly."""
    total, term = Fraction(0), p ** int(size)
    for k in range(y + 1):
        total += term
        term = term * (size + k) / (k + 1) * (1 - p)
    return total


def poisson_cdf(y: int, mean: float) -> float:
    """Return P(Y <= y) of a Poisson law."""
    return math.fsum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(y + 1))


def predictive_tails(
    earlier: list[int], latest: int, *, variation: float, shape: float
) -> tuple[float, float]:
    """Return P(Y <= latest) and P(Y >= latest) of the beta negative binomial law, term by term."""
    r = 1 / variation**2
    a, b = r * len(earlier), shape + sum(earlier)
    lg = math.lgamma
    constant = lg(a + b) - lg(a) - lg(b) - lg(r) + lg(a + r)

    def mass(k: int) -> float:
        return math.exp(lg(r + k) - lg(k + 1) + lg(b + k) - lg(a + b + r + k) + constant)

    below = math.fsum(mass(k) for k in range(latest))
    return below + mass(latest), 1 - below
