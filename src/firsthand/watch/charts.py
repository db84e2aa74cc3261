"""Control charts of recent days: the three methods of the Early Aberration Reporting System.

Source: Hutwagner and others 2003, Journal of Urban Health 80(2); R's `earsC` for the third chart.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from firsthand.watch.counts import normal_quantile
from firsthand.watch.panel import Ints, Panel
from firsthand.watch.settings import Ears
from firsthand.watch.special import Floats

GAPS = {"C1": 0, "C2": 2, "C3": 2}
BEFORE = {"C1": 0, "C2": 2, "C3": 4}


def first_point(settings: Ears) -> int:
    """Return the first time point (from 0) that a chart can judge."""
    return settings.baseline + BEFORE[settings.variant]


def ears(panel: Panel, series: Ints, at: Ints, settings: Ears) -> tuple[Ints, Mapping[str, Floats]]:
    """Hold time points against the few before them.

    Returns:
        Which of the points have a baseline, and for these upperbound and alarm; a bound that is
        not defined is NaN, and so is its alarm; `missing` is 1 where that is for missing counts.
    """
    known = np.flatnonzero(at >= first_point(settings))
    bounds = np.empty(len(known))
    missing = np.empty(len(known))
    y = panel.counts[series[known], at[known]]
    z = normal_quantile(1 - settings.alpha)
    for start in range(0, len(known), 50_000):
        part = slice(start, start + 50_000)
        rows, times = series[known[part]], at[known[part]]
        if settings.variant == "C3":
            bounds[part], missing[part] = _third(panel, rows, times, settings, z)
        else:
            mean, deviation = _moments(panel, rows, times, settings)
            bounds[part] = mean + z * deviation
            missing[part] = np.isnan(mean)
    with np.errstate(invalid="ignore"):
        alarm = np.where(np.isnan(bounds) | np.isnan(y), np.nan, (y > bounds).astype(np.float64))
    return known, {"upperbound": bounds, "alarm": alarm, "missing": missing}


def _moments(panel: Panel, series: Ints, at: Ints, settings: Ears) -> tuple[Floats, Floats]:
    """Return mean and deviation (never below the least) of the points before some points."""
    last = at - 1 - GAPS[settings.variant]
    rows = last[:, None] - np.arange(settings.baseline)
    base = panel.counts[series[:, None], rows]
    mean = base.mean(1)
    deviation = np.sqrt(np.square(base - mean[:, None]).sum(1) / (settings.baseline - 1))
    # Equal counts have no spread; rounding of their mean must not invent one.
    deviation[base.max(1) == base.min(1)] = 0.0
    return mean, np.maximum(deviation, settings.least_deviation)


def _third(panel: Panel, series: Ints, at: Ints, settings: Ears, z: float) -> tuple[Floats, Floats]:
    """Return bounds from the count itself and the excess of the two points before.

    The chart's value is the excess of three points; solved for the limit, the bound starts from
    the point's own count, as in R's `earsC`.
    """
    mean, deviation = _moments(panel, series, at, settings)
    own = panel.counts[series, at]
    excess = np.zeros(len(at))
    missing = np.isnan(mean) | np.isnan(own)
    with np.errstate(divide="ignore", invalid="ignore"):
        for back in (1, 2):
            middle, spread = _moments(panel, series, at - back, settings)
            y = panel.counts[series, at - back]
            missing |= np.isnan(middle) | np.isnan(y)
            excess = excess + np.maximum(0.0, (y - middle) / spread - 1)
        bound = own + deviation * (z - excess)
    return np.where(np.isnan(bound), np.nan, np.maximum(bound, 0.0)), missing.astype(np.float64)
