"""Cumulative sums of transformed counts, for many series at once.

Source: Rossi, Lampugnani and Marchi 1999, Statistics in Medicine 18(16), for the transformation;
Hilbe 2011 for the Anscombe residual of the negative binomial. Bounds are the smallest count that
would have raised the alarm, as R's `algo.cusum` gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from firsthand.watch.panel import Ints, Panel
from firsthand.watch.seasonal import poisson_means
from firsthand.watch.settings import Cusum
from firsthand.watch.special import Floats

# Nodes of the integral that stabilises the negative binomial's variance; the integrand is smooth
# after the substitution, so 60 give all digits up to counts of a thousand million.
NODES, WEIGHTS = np.polynomial.legendre.leggauss(60)
FAILED = 1.0
TABLE_FINE, TABLE_END = 10.0, 100.0


def start_of(length: int, from_share: float) -> int:
    """Return the first time point (from 0) of the chart; those before say what is in control."""
    return int(np.floor(length * from_share + 1e-9))


def cusum(
    panel: Panel, series: Ints, at: Ints, settings: Cusum
) -> tuple[Ints, Mapping[str, Floats]]:
    """Run the chart of each series and return it at the time points asked for.

    Returns:
        Which of the points lie on a chart, and for these: expected, upperbound, alarm, statistic,
        failed (1: missing counts, where the transformation cannot have them). NaN where there is no
        value; `missing` tells where a gap is why.
    """
    charts = {int(i): _chart(panel.part(np.array([i])), settings) for i in np.unique(series)}
    starts = {i: start_of(int(panel.lengths[i]), settings.from_share) for i in charts}
    first = np.array([starts[int(i)] for i in series], dtype=np.int64)
    length = np.array([len(charts[int(i)]["statistic"]) for i in series], dtype=np.int64)
    known = np.flatnonzero((at >= first) & (at < first + length))
    places = [(charts[int(series[p])], int(at[p] - first[p])) for p in known]
    names = ("expected", "upperbound", "alarm", "statistic", "missing", "failed")
    return known, {
        name: np.array([chart[name][place] for chart, place in places]) for name in names
    }


def _chart(panel: Panel, settings: Cusum) -> dict[str, Floats]:
    """Return the chart of the one series of a panel."""
    length = int(panel.lengths[0])
    start = start_of(length, settings.from_share)
    x = panel.counts[0, start : min(length, start + settings.at_most)]
    before = panel.counts[0, :start]
    if settings.transform == "anscombeNegBin" and np.isnan(panel.counts[0, :length]).any():
        names = ("expected", "upperbound", "alarm", "statistic", "missing")
        return {name: np.array([np.nan]) for name in names} | {"failed": np.array([FAILED])}
    if settings.seasonal:
        mean = poisson_means(before, start + np.arange(len(x)), panel.frequency)
    else:
        mean = np.full(len(x), before.mean())
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = TRANSFORMS[settings.transform](x, mean, settings.alpha)
        total = 0.0
        totals: list[float] = []
        missing: list[bool] = []
        for score in scores:
            gap = bool(missing and missing[-1]) or bool(np.isnan(x[len(totals)]))
            total = max(0.0, total + score - settings.k) if score == score else float("nan")
            if totals and totals[-1] != totals[-1]:
                total = float("nan")
            totals.append(total)
            missing.append(gap)
        statistic = np.array(totals)
        earlier = np.concatenate([[0.0], statistic[:-1]])
        if settings.transform in ("anscombeNegBin", "none"):
            bound = settings.h - statistic
        else:
            bound = BOUNDS[settings.transform](mean, settings.h - earlier + settings.k, settings)
        alarm = np.where(np.isnan(statistic), np.nan, (statistic >= settings.h).astype(np.float64))
    return {
        "expected": mean,
        "upperbound": np.where(np.isnan(bound) | (bound < 0), 0.0, bound),
        "alarm": alarm,
        "statistic": statistic,
        "missing": np.array(missing, dtype=np.float64),
        "failed": np.zeros(len(x)),
    }


def _standard(x: Floats, m: Floats, _: float) -> Floats:
    return np.asarray((x - m) / np.sqrt(m))


def _rossi(x: Floats, m: Floats, _: float) -> Floats:
    return np.asarray((x - 3 * m + 2 * np.sqrt(x * m)) / (2 * np.sqrt(m)))


def _anscombe(x: Floats, m: Floats, _: float) -> Floats:
    return np.asarray(1.5 * (np.cbrt(x) ** 2 - np.cbrt(m) ** 2) / m ** (1 / 6))


def _second(x: Floats, m: Floats, _: float) -> Floats:
    centre = np.cbrt(m) ** 2 - 1 / (9 * np.cbrt(m))
    return np.asarray((np.cbrt(x) ** 2 - centre) / (2 / 3 * m ** (1 / 6)))


def _pearson(x: Floats, m: Floats, alpha: float) -> Floats:
    return np.asarray((x - m) / np.sqrt(m + alpha * m * m))


def stabilised(x: Floats, alpha: float) -> Floats:
    """Return the integral of (u + alpha u²)^(-1/3) from 0 to x: the exact stabiliser.

    It is 3/2 x^(2/3) times Gauss's hypergeometric function of 1/3, 2/3; 5/3; -alpha x. With
    u = sinh(s)³ / alpha the integrand is smooth on the whole way.
    """
    end = np.arcsinh(np.cbrt(alpha * np.asarray(x, np.float64)))
    s = end[..., None] * (NODES + 1) / 2
    w = np.sinh(s)
    values = w * np.cosh(s) / np.cbrt(1 + w**3)
    return np.asarray(3 * alpha ** (-2 / 3) * (values @ WEIGHTS) * end / 2)


def _hypergeometric(z: Floats) -> Floats:
    """Return 2F1(1/3, 2/3; 5/3; -z), for z >= 0."""
    z = np.maximum(z, 1e-9)
    return np.asarray(stabilised(z, 1.0) / (1.5 * np.cbrt(z) ** 2))


def _tabled(z: Floats) -> Floats:
    """Return the function as R's package has it, which reads it from a table.

    Below 10 the argument is rounded to hundredths; up to 100 values lie on the line between those
    of whole numbers; beyond there are none, and the chart stops.
    """
    near = _hypergeometric(np.floor(z * 100 + 0.5) / 100)
    low = np.floor(z)
    share = z - low
    between = _hypergeometric(low) * (1 - share) + _hypergeometric(low + 1) * share
    return np.where(z < TABLE_FINE, near, np.where(z < TABLE_END, between, np.nan))


def _anscombe_negative(x: Floats, m: Floats, alpha: float) -> Floats:
    rise = np.cbrt(x) ** 2 * _tabled(alpha * x) - np.cbrt(m) ** 2 * _tabled(alpha * m)
    return np.asarray(1.5 * rise / (m + alpha * m * m) ** (1 / 6))


def _plain(x: Floats, m: Floats, _: float) -> Floats:
    return x


TRANSFORMS: dict[str, Callable[[Floats, Floats, float], Floats]] = {
    "standard": _standard,
    "rossi": _rossi,
    "anscombe": _anscombe,
    "anscombe2nd": _second,
    "pearsonNegBin": _pearson,
    "anscombeNegBin": _anscombe_negative,
    "none": _plain,
}


def _bound_rossi(m: Floats, need: Floats, _: Cusum) -> Floats:
    # (sqrt x + sqrt m)² = 4 m + 2 need sqrt m
    root = np.sqrt(2 * need * np.sqrt(m) + 4 * m) - np.sqrt(m)
    return np.asarray(root * root)


def _bound_anscombe(m: Floats, need: Floats, _: Cusum) -> Floats:
    return np.asarray((np.cbrt(m) ** 2 + 2 / 3 * m ** (1 / 6) * need) ** 1.5)


def _bound_second(m: Floats, need: Floats, _: Cusum) -> Floats:
    return np.asarray((np.cbrt(m) ** 2 - np.cbrt(m) / 9 + 2 / 3 * m ** (1 / 6) * need) ** 1.5)


def _bound_pearson(m: Floats, need: Floats, settings: Cusum) -> Floats:
    return np.asarray(m + need * np.sqrt(m + settings.alpha * m * m))


BOUNDS: dict[str, Callable[[Floats, Floats, Cusum], Floats]] = {
    "standard": lambda m, need, _: np.ceil(m + need * np.sqrt(m)),
    "rossi": _bound_rossi,
    "anscombe": _bound_anscombe,
    "anscombe2nd": _bound_second,
    "pearsonNegBin": _bound_pearson,
}
