"""Special functions over arrays: incomplete beta and gamma, and the parts that they rest on.

Written for numpy alone, so that watching needs no scipy. Deviances and Stirling's error keep the
prefactors exact to the last digits where plain log-gammas would cancel (Loader 2000, "Fast and
accurate computation of binomial probabilities"); continued fractions are those of the NIST
Digital Library of Mathematical Functions (8.9.2, 8.17.22), evaluated by the modified Lentz rule.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

TINY = 1e-300
PRECISION = 1e-15
STEPS = 20_000
LOG_2PI = float(np.log(2 * np.pi))
# Coefficients of Stirling's series in 1/n, 1/n^3, … (DLMF 5.11.1).
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)


def stirling_error(n: ArrayLike) -> Floats:
    """Return log n! less Stirling's approximation of it, for real n > 0."""
    shape = np.shape(n)
    n = np.asarray(n, dtype=np.float64).ravel()
    small = n < 10
    shifted = np.where(small, n + 10, n)
    inverse = 1 / shifted
    total = np.zeros_like(shifted)
    for coefficient in reversed(STIRLING):
        total = total * inverse * inverse + coefficient
    total *= inverse
    if small.any():
        low = n[small]
        lift = np.zeros_like(low)
        for step in range(10):
            lift += (low + step + 0.5) * np.log1p(1 / (low + step)) - 1
        total[small] += lift
    return np.asarray(total.reshape(shape))


def log_gamma(x: ArrayLike) -> Floats:
    """Return the logarithm of the gamma function, for x > 0."""
    x = np.asarray(x, dtype=np.float64)
    return np.asarray(stirling_error(x) + (x - 0.5) * np.log(x) - x + LOG_2PI / 2)


def deviance_part(x: ArrayLike, mean: ArrayLike) -> Floats:
    """Return x log(x / mean) + mean - x without cancellation where x is near its mean."""
    x, mean = np.broadcast_arrays(
        np.asarray(x, dtype=np.float64), np.asarray(mean, dtype=np.float64)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.where(x > 0, x * np.log(x / mean), 0.0) + mean - x
        v = (x - mean) / (x + mean)
    v = np.where(np.isfinite(v), v, 1.0)
    near = np.abs(v) < 0.1
    v = np.where(near, v, 0.0)
    total, term = (x - mean) * v, 2 * x * v
    for j in range(1, 10):
        term = term * v * v
        total = total + term / (2 * j + 1)
    return np.asarray(np.where(near, total, far))


def beta_density(a: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike) -> Floats:
    """Return x^a y^b / B(a, b), where y is 1 - x given by itself to keep its digits."""
    a, b, x, y = (np.asarray(v, dtype=np.float64) for v in (a, b, x, y))
    n = a + b
    log_part = (
        stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - deviance_part(a, n * x)
        - deviance_part(b, n * y)
    )
    return np.asarray(np.exp(log_part) * np.sqrt(a * b / (2 * np.pi * n)))


Step = Callable[[int, tuple[Floats, ...]], tuple[Floats, Floats]]


def _lentz(first: Floats, arguments: tuple[Floats, ...], step: Step) -> Floats:
    """Evaluate a continued fraction; `step` gives numerator and denominator of term n.

    Elements leave the computation as they converge, so that one slow one costs only itself.
    """
    value = first.copy()
    live = np.arange(value.size)
    f = np.where(first == 0, TINY, first)
    c, d = f.copy(), np.zeros_like(f)
    for n in range(1, STEPS):
        numerator, denominator = step(n, arguments)
        d = denominator + numerator * d
        c = denominator + numerator / c
        d = 1 / np.where(d == 0, TINY, d)
        c = np.where(c == 0, TINY, c)
        change = c * d
        f = f * change
        if n % 4:
            continue
        open_ = np.abs(change - 1) > PRECISION
        value[live] = f
        if not open_.any():
            break
        if open_.sum() < 0.7 * open_.size:
            live, f, c, d = live[open_], f[open_], c[open_], d[open_]
            arguments = tuple(v[open_] for v in arguments)
    return value


def _beta_step(n: int, arguments: tuple[Floats, ...]) -> tuple[Floats, Floats]:
    a, b, x = arguments
    m = n // 2
    if n % 2:
        numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    else:
        numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    return numerator, np.ones_like(x)


def incomplete_beta(
    a: ArrayLike, b: ArrayLike, x: ArrayLike, y: ArrayLike | None = None
) -> tuple[Floats, Floats]:
    """Return the regularised incomplete beta function I_x(a, b) and its complement.

    Args:
        a: First parameter, positive.
        b: Second parameter, positive.
        x: Between 0 and 1.
        y: 1 - x, where the caller knows it with more digits.
    """
    x = np.asarray(x, dtype=np.float64)
    given = np.broadcast_arrays(
        np.asarray(a, np.float64), np.asarray(b, np.float64), x, 1 - x if y is None else y
    )
    shape = given[0].shape
    a_, b_, x_, y_ = (np.asarray(v, np.float64).ravel() for v in given)
    swap = x_ * (a_ + b_ + 2) > a_ + 1
    p, q = np.where(swap, b_, a_), np.where(swap, a_, b_)
    u, w = np.where(swap, y_, x_), np.where(swap, x_, y_)
    inside = (u > 0) & (w > 0)
    tail = np.zeros_like(u)
    part = (p[inside], q[inside], u[inside])
    fraction = _lentz(np.ones_like(part[0]), part, _beta_step)
    tail[inside] = beta_density(*part, w[inside]) / part[0] / fraction
    tail = np.clip(tail, 0.0, 1.0)
    low, high = np.where(swap, 1 - tail, tail), np.where(swap, tail, 1 - tail)
    return low.reshape(shape), high.reshape(shape)


def _gamma_step(n: int, arguments: tuple[Floats, ...]) -> tuple[Floats, Floats]:
    a, x = arguments
    return -n * (n - a), x + 2 * n + 1 - a


def _gamma_series(a: Floats, x: Floats) -> Floats:
    """Return the sum of x^n / ((a + 1) … (a + n)), which converges for x below a + 1."""
    total, term = np.ones_like(x), np.ones_like(x)
    for n in range(1, STEPS):
        term = term * x / (a + n)
        total = total + term
        if n % 8 == 0 and not (term > PRECISION * total).any():
            break
    return total


def incomplete_gamma(a: ArrayLike, x: ArrayLike) -> tuple[Floats, Floats]:
    """Return the regularised incomplete gamma functions P(a, x) and Q(a, x), for a > 0, x >= 0."""
    given = np.broadcast_arrays(np.asarray(a, np.float64), np.asarray(x, np.float64))
    shape = given[0].shape
    a_, x_ = (v.ravel() for v in given)
    front = np.exp(-stirling_error(a_) - deviance_part(a_, x_)) / np.sqrt(2 * np.pi * a_)
    lower = x_ < a_ + 1
    small = np.zeros_like(x_)
    small[lower] = front[lower] * _gamma_series(a_[lower], x_[lower])
    upper = ~lower
    part = (a_[upper], x_[upper])
    small[upper] = front[upper] * part[0] / _lentz(part[1] + 1 - part[0], part, _gamma_step)
    small = np.clip(small, 0.0, 1.0)
    p, q = np.where(lower, small, 1 - small), np.where(lower, 1 - small, small)
    return p.reshape(shape), q.reshape(shape)


def digamma(x: ArrayLike) -> Floats:
    """Return the derivative of log-gamma, for x > 0 (recurrence, then DLMF 5.11.2)."""
    x = np.asarray(x, dtype=np.float64)
    shift = sum((1 / (x + j) for j in range(10)), np.zeros_like(x))
    z = x + 10
    i2 = 1 / (z * z)
    series = i2 * (1 / 12 - i2 * (1 / 120 - i2 * (1 / 252 - i2 * (1 / 240 - i2 / 132))))
    return np.asarray(np.log(z) - 0.5 / z - series - shift)


def trigamma(x: ArrayLike) -> Floats:
    """Return the second derivative of log-gamma, for x > 0 (recurrence, then DLMF 5.15.8)."""
    x = np.asarray(x, dtype=np.float64)
    shift = sum((1 / (x + j) ** 2 for j in range(10)), np.zeros_like(x))
    z = x + 10
    i2 = 1 / (z * z)
    series = i2 * (1 / 6 - i2 * (1 / 30 - i2 * (1 / 42 - i2 * (1 / 30 - i2 * 5 / 66))))
    return np.asarray(1 / z + 0.5 * i2 + series / z + shift)
