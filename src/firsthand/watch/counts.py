"""Distributions over arrays: Poisson and negative binomial tails and quantiles, normal, Student."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from firsthand.watch.special import (
    Floats,
    beta_density,
    deviance_part,
    incomplete_beta,
    incomplete_gamma,
    stirling_error,
)

# A quantile counts as reached within this relative distance of its level, as R's do.
FUZZ = 64 * np.finfo(np.float64).eps
# From this mean on, and not too skew, three moments give a quantile to less than 1e-7 of it.
MOMENTS_FROM = 1e7
_inverse = np.frompyfunc(NormalDist().inv_cdf, 1, 1)
_erfc = np.frompyfunc(math.erfc, 1, 1)


def normal_quantile(p: float) -> float:
    """Return the standard normal quantile."""
    return NormalDist().inv_cdf(p)


def normal_upper(z: ArrayLike) -> Floats:
    """Return P(Z > z) of the standard normal distribution."""
    return np.asarray(_erfc(np.asarray(z, np.float64) / math.sqrt(2)) * 0.5, dtype=np.float64)


def student_two_sided(t: ArrayLike, df: ArrayLike) -> Floats:
    """Return P(|T| > |t|) of Student's distribution with `df` degrees of freedom."""
    t2, df = np.square(np.asarray(t, np.float64)), np.asarray(df, np.float64)
    with np.errstate(invalid="ignore", over="ignore"):
        return incomplete_beta(df / 2, 0.5, df / (df + t2), t2 / (df + t2))[0]


def as_student(tail: Floats, df: Floats) -> Floats:
    """Return the probability of the same deviation under Student's law as `tail` has under a normal."""
    small = np.clip(np.minimum(tail, 1 - tail), 1e-300, 0.5)
    z = -np.asarray(_inverse(small), dtype=np.float64)
    outer = student_two_sided(z, df) / 2
    return np.where(tail <= 0.5, outer, 1 - outer)


def count_tails(y: ArrayLike, mean: ArrayLike, dispersion: ArrayLike) -> tuple[Floats, Floats]:
    """Return P(Y <= y) and P(Y > y); Poisson where the dispersion is 1, else negative binomial.

    Args:
        y: Whole numbers; below 0 gives 0 and 1.
        mean: Of Y.
        dispersion: Variance over mean, at least 1.
    """
    y, mean, dispersion = (
        np.array(v, np.float64) for v in np.broadcast_arrays(y, mean, dispersion)
    )
    cdf, upper = np.zeros(y.shape), np.ones(y.shape)
    inside = (y >= 0) & np.isfinite(mean)
    poisson = inside & (dispersion <= 1)
    if poisson.any():
        upper[poisson], cdf[poisson] = incomplete_gamma(y[poisson] + 1, mean[poisson])
    nb = inside & (dispersion > 1)
    if nb.any():
        extra = dispersion[nb] - 1
        cdf[nb], upper[nb] = incomplete_beta(
            mean[nb] / extra, y[nb] + 1, 1 / dispersion[nb], extra / dispersion[nb]
        )
    return cdf, upper


def count_mass(y: ArrayLike, mean: ArrayLike, dispersion: ArrayLike) -> Floats:
    """Return P(Y = y) of the same distributions, for y >= 0."""
    y, mean, dispersion = (
        np.array(v, np.float64) for v in np.broadcast_arrays(y, mean, dispersion)
    )
    mass = np.zeros(y.shape)
    extra = np.where(dispersion > 1, dispersion - 1, 1.0)
    size = mean / extra
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        at = np.maximum(y, 1e-300)
        poisson = np.exp(-stirling_error(at) - deviance_part(at, mean)) / np.sqrt(2 * np.pi * at)
        none = np.where(dispersion > 1, np.exp(-size * np.log(dispersion)), np.exp(-mean))
        binomial = beta_density(size, at, 1 / dispersion, extra / dispersion) / at
    mass = np.where(dispersion > 1, binomial, poisson)
    return np.where(y > 0, mass, np.where(y == 0, none, 0.0))


def _by_moments(p: float, mean: Floats, dispersion: Floats) -> Floats:
    """Return the quantile by mean, variance, skewness and kurtosis (Cornish and Fisher)."""
    z = normal_quantile(p)
    deviation = np.sqrt(mean * dispersion)
    skew = (2 * dispersion - 1) / deviation
    excess = 6 * (dispersion - 1) / mean + 1 / (deviation * deviation)
    w = (
        z
        + skew * (z * z - 1) / 6
        + excess * (z**3 - 3 * z) / 24
        - skew * skew * (2 * z**3 - 5 * z) / 36
    )
    return np.maximum(np.floor(mean + deviation * w), 0.0)


def count_quantile(p: float, mean: ArrayLike, dispersion: ArrayLike) -> Floats:
    """Return the smallest whole number y with P(Y <= y) >= p; NaN where the mean is not finite."""
    mean, dispersion = (np.array(v, np.float64) for v in np.broadcast_arrays(mean, dispersion))
    result = np.full(mean.shape, np.nan)
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        tame = (mean > MOMENTS_FROM) & ((dispersion <= 1) | (mean / (dispersion - 1) > 1e4))
    finite = np.isfinite(mean) & np.isfinite(dispersion)
    result[tame & finite] = _by_moments(p, mean[tame & finite], dispersion[tame & finite])
    rest = finite & ~tame
    if rest.any():
        result[rest] = _search(p * (1 - FUZZ), mean[rest], dispersion[rest])
    return result


def _search(p: float, mean: Floats, dispersion: Floats) -> Floats:
    """Return quantiles by bisection between bounds that are widened until they hold the level."""
    guess = _by_moments(p, np.maximum(mean, 1e-300), dispersion)
    width = np.maximum(1.0, np.floor(0.02 * np.sqrt(mean * dispersion)))
    low, high = guess - width, guess + width - 1
    _widen(p, (mean, dispersion), low, high)
    # The answer lies in (low, high]: P(low) < p <= P(high).
    open_ = np.flatnonzero(high - low > 1)
    while open_.size:
        middle = np.floor((low[open_] + high[open_]) / 2)
        reached = count_tails(middle, mean[open_], dispersion[open_])[0] >= p
        high[open_] = np.where(reached, middle, high[open_])
        low[open_] = np.where(reached, low[open_], middle)
        open_ = open_[high[open_] - low[open_] > 1]
    return high


def _widen(p: float, law: tuple[Floats, Floats], low: Floats, high: Floats) -> None:
    """Move the bounds apart, in place, until P(low) < p <= P(high)."""
    mean, dispersion = law
    np.maximum(high, 0.0, out=high)
    np.maximum(low, -1.0, out=low)
    for bound, other, sign in ((low, high, -1.0), (high, low, 1.0)):
        live, step = np.arange(mean.size), np.maximum(high - low, 1.0)
        while live.size:
            reached = count_tails(bound[live], mean[live], dispersion[live])[0] >= p
            live = live[reached] if sign < 0 else live[~reached]
            other[live] = bound[live]
            bound[live] = np.maximum(bound[live] + sign * step[live], -1.0)
            step[live] *= 2
