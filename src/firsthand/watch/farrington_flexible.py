"""Farrington's method as improved by Noufaily and others, for all series and time points at once.

Source: Noufaily and others 2013, Statistics in Medicine 32(7); limits by the delta method from
Farrington and others 1996. Details that decide the sixth digit follow R's `farringtonFlexible`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from firsthand.watch.baseline import Window
from firsthand.watch.counts import count_quantile, count_tails, normal_quantile, normal_upper
from firsthand.watch.panel import Ints, Panel
from firsthand.watch.regress import Estimate, Rule, estimate
from firsthand.watch.settings import Flexible
from firsthand.watch.special import Floats

# R's log link never gives a mean below this.
FLOOR = float(np.finfo(np.float64).eps)
POWERS = {"2/3": 2 / 3, "1/2": 1 / 2, "none": 1.0}
Columns = Mapping[str, Floats]


def rule_of(settings: Flexible) -> Rule:
    """Return how the regression is made under these settings."""
    return Rule(
        window=Window(
            years=settings.b,
            half_width=settings.w,
            periods=settings.periods,
            left_out=settings.left_out,
            calendar=settings.calendar,
        ),
        trend=settings.trend,
        trend_below=settings.trend_below,
        reweight=settings.reweight,
        threshold=settings.weights_threshold,
        exposure=settings.population_offset,
        plain_error=True,
    )


def farrington_flexible(
    panel: Panel, series: Ints, at: Ints, settings: Flexible
) -> tuple[Ints, Columns]:
    """Hold time points against what was to be expected of them.

    Returns:
        Which of the points have a baseline, and for these: expected, upperbound, alarm, score,
        pvalue, trend, trend_coef, phi, mu0_vector, pred_fit, pred_se, n_base, sum_base, n_fits,
        iter_last, min_fitted_last and failed. NaN where there is no value.
    """
    known, est = estimate(panel, series, at, rule_of(settings))
    y = panel.counts[series[known], at[known]]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        columns = (_delta if settings.limit == "delta" else _by_count)(y, est, settings)
    _rules(columns, y, recent_enough(panel, series[known], at[known], settings.limit54), est)
    columns |= {
        "trend": est.trend,
        "trend_coef": np.where(est.trend == 1, est.slope, np.nan),
        "phi": est.phi,
        "n_base": est.rows,
        "sum_base": est.cases,
        "n_fits": est.fits,
        "iter_last": est.steps,
        "min_fitted_last": est.smallest,
        "failed": est.failed,
    }
    return known, columns


def _delta(y: Floats, est: Estimate, settings: Flexible) -> dict[str, Floats]:
    """Return limits by the delta method on a power of the count."""
    z, q = normal_quantile(1 - settings.alpha), POWERS[settings.power]
    mean = np.maximum(np.exp(est.mean), FLOOR)
    error = mean * est.error
    deviation = deviation_of(mean, est.phi + error * error / mean, q)
    upper = (mean**q + z * deviation) ** (1 / q)
    return {
        "expected": mean,
        "upperbound": upper,
        "score": (y - mean) / (upper - mean),
        "pvalue": normal_upper((y**q - mean**q) / deviation),
        "mu0_vector": np.exp(mean + z * error),
        "pred_fit": mean.copy(),
        "pred_se": error,
    }


def deviation_of(mean: Floats, tau: Floats, q: float) -> Floats:
    """Return the standard deviation of the count's power `q` (Farrington 1996, section 3.7)."""
    if q == POWERS["2/3"]:
        return np.asarray(np.sqrt(4 / 9 * np.cbrt(mean) * tau))
    return np.asarray(np.sqrt(tau / 4) if q == POWERS["1/2"] else np.sqrt(mean * tau))


def _by_count(y: Floats, est: Estimate, settings: Flexible) -> dict[str, Floats]:
    """Return limits that are quantiles of a count, at the mean or at its own upper limit."""
    z = normal_quantile(1 - settings.alpha)
    shift = z * est.error if settings.limit == "muan" else 0.0
    mean = np.exp(est.mean + shift)
    fine = np.isfinite(mean)
    upper, tail = np.full(len(y), np.nan), np.full(len(y), np.nan)
    upper[fine] = count_quantile(1 - settings.alpha, mean[fine], est.phi[fine])
    seen = fine & ~np.isnan(y)
    tail[seen] = count_tails(y[seen] - 1, mean[seen], est.phi[seen])[1]
    return {
        "expected": np.where(np.isinf(mean), np.nan, np.exp(est.mean)),
        "upperbound": upper,
        "score": (y - est.mean) / (upper - est.mean),
        "pvalue": tail,
        "mu0_vector": mean,
        "pred_fit": est.mean,
        "pred_se": est.error,
    }


def recent_enough(panel: Panel, series: Ints, at: Ints, limit54: tuple[float, int]) -> Floats:
    """Return 1 where enough cases came of late, 0 where not, NaN where a count is missing."""
    cases, period = limit54
    rows = np.maximum(at[:, None] - np.arange(period), 0)
    total = panel.counts[series[:, None], rows].sum(1)
    return np.where(np.isnan(total), np.nan, (total >= cases).astype(np.float64))


def _rules(columns: dict[str, Floats], y: Floats, enough: Floats, est: Estimate) -> None:
    """Set the alarms, and hide bounds where too few cases came of late."""
    hidden = ~(enough == 1)
    with np.errstate(invalid="ignore"):
        alarm = (columns["score"] > 1) & (y != 0) & ~hidden
    for name in ("expected", "upperbound"):
        columns[name][hidden] = np.nan
    columns["alarm"] = np.where(est.failed > 0, np.nan, alarm.astype(np.float64))
