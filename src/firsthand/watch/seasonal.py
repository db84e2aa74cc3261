"""Means in control from a regression on the season: Poisson, or negative binomial.

Source: McCullagh and Nelder 1989 for the fits; Venables and Ripley 2002, section 7.4, for the
alternation between means and dispersion of the negative binomial.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from firsthand.watch.panel import Ints
from firsthand.watch.special import Floats, digamma, log_gamma, trigamma

TOLERANCE, STEPS = 1e-8, 25
SCORE_TOLERANCE = float(np.finfo(np.float64).eps) ** 0.25


def harmonics(times: Floats, frequency: int, pairs: int, trend: bool) -> Floats:
    """Return the columns of a regression on time: 1, perhaps the time, pairs of sine and cosine."""
    columns = [np.ones_like(times)]
    if trend:
        columns.append(times)
    for pair in range(1, pairs + 1):
        angle = 2 * np.pi * pair * times / frequency
        columns += [np.sin(angle), np.cos(angle)]
    return np.stack(columns, axis=1)


def poisson_means(before: Floats, times: Ints, frequency: int) -> Floats:
    """Return means at some time points, fitted to the counts before with one pair of harmonics."""
    seen = ~np.isnan(before)
    base = harmonics(np.flatnonzero(seen).astype(np.float64), frequency, 1, False)
    coefficients, _ = fit_log(base, before[seen], 0.0)
    ahead = harmonics(np.asarray(times, np.float64), frequency, 1, False)
    return np.asarray(np.exp(ahead @ coefficients))


def fit_log(
    columns: Floats, y: Floats, alpha: float, start: Floats | None = None
) -> tuple[Floats, Floats]:
    """Return coefficients and means of a log-linear count regression, variance m + alpha m².

    Args:
        columns: (rows, coefficients).
        y: Counts.
        alpha: 0 for the Poisson distribution.
        start: Means to start from; count + 0.1 (a sixth where it is 0, with alpha) without.
    """
    mean = start
    if mean is None:
        mean = y + 0.1 if alpha == 0 else y + (y == 0) / 6
    deviance = _deviance(y, mean, alpha)
    coefficients = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        root = np.sqrt(mean / (1 + alpha * mean))
        response = np.log(mean) + (y - mean) / mean
        coefficients, *_rest = np.linalg.lstsq(columns * root[:, None], response * root, rcond=None)
        mean = np.exp(columns @ coefficients)
        old, deviance = deviance, _deviance(y, mean, alpha)
        if abs(deviance - old) < TOLERANCE * (abs(deviance) + 0.1):
            break
    return np.asarray(coefficients), np.asarray(mean)


def _deviance(y: Floats, mean: Floats, alpha: float) -> float:
    part = y * np.log(np.maximum(y, 1e-300) / mean)
    if alpha == 0:
        return float(2 * (part - (y - mean)).sum())
    return float(2 * (part - (y + 1 / alpha) * np.log((1 + alpha * y) / (1 + alpha * mean))).sum())


@dataclass(frozen=True, slots=True)
class NegativeBinomial:
    """A fitted negative binomial regression; alpha is the extra variation (m + alpha m²)."""

    coefficients: Floats
    alpha: float


class NoFitError(ArithmeticError):
    """The dispersion cannot be estimated: the counts vary less than a Poisson's."""


def fit_negative_binomial(columns: Floats, y: Floats) -> NegativeBinomial:
    """Fit means and dispersion in turn.

    Raises:
        NoFitError: The estimate of the dispersion is not defined.
    """
    _, mean = fit_log(columns, y, 0.0)
    size = _size(y, mean)
    free = max(1, len(y) - columns.shape[1])
    change, scale = 1.0, float(np.sqrt(2 * free))
    likelihood = _likelihood(y, mean, size)
    earlier = likelihood + 2 * scale
    coefficients = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        if abs(earlier - likelihood) / scale + abs(change) <= TOLERANCE:
            break
        coefficients, mean = fit_log(columns, y, 1 / size, mean)
        old, size = size, _size(y, mean)
        change = old - size
        earlier, likelihood = likelihood, _likelihood(y, mean, size)
    return NegativeBinomial(coefficients, 1 / size)


def _size(y: Floats, mean: Floats) -> float:
    """Return the size parameter for given means, by Fisher scoring from the moment estimate."""
    with np.errstate(divide="ignore", invalid="ignore"):
        size = float(len(y) / np.square(y / mean - 1).sum())
    change = 1.0
    for _ in range(STEPS - 1):
        if not np.isfinite(size) or not np.isfinite(change):
            raise NoFitError
        if abs(change) <= SCORE_TOLERANCE:
            break
        size = abs(size)
        total = size + mean
        score = (
            digamma(size + y)
            - digamma(size)
            + np.log(size)
            + 1
            - np.log(total)
            - (y + size) / total
        ).sum()
        information = (
            -trigamma(size + y) + trigamma(size) - 1 / size + 2 / total - (y + size) / total**2
        ).sum()
        with np.errstate(divide="ignore", invalid="ignore"):
            change = float(score / information)
        size += change
    return size if size > 0 else float("nan")


def _likelihood(y: Floats, mean: Floats, size: float) -> float:
    return float(
        (
            log_gamma(size + y)
            - log_gamma(size)
            - log_gamma(y + 1)
            + size * np.log(size)
            + y * np.log(mean)
            - (size + y) * np.log(size + mean)
        ).sum()
    )
