"""Farrington's method as first published, for all series and time points at once.

Source: Farrington and others 1996, Journal of the Royal Statistical Society A 159(3). Details that
decide the sixth digit follow R's `algo.farrington`: limits are two-sided, and a point with too few
recent cases has the bound 0.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from firsthand.watch.baseline import Window
from firsthand.watch.counts import normal_quantile, normal_upper
from firsthand.watch.farrington_flexible import FLOOR, POWERS, deviation_of, recent_enough
from firsthand.watch.panel import Ints, Panel
from firsthand.watch.regress import Rule, estimate
from firsthand.watch.settings import Classic
from firsthand.watch.special import Floats

TREND_BELOW, THRESHOLD = 0.05, 1.0
# Codes of `failed` beyond those of the regression.
MISSING, MISSING_WEIGHTED = 3.0, 4.0


def rule_of(settings: Classic) -> Rule:
    """Return how the regression is made under these settings."""
    return Rule(
        window=Window(
            years=settings.b, half_width=settings.w, calendar=settings.calendar, left_out=settings.w
        ),
        trend=settings.trend,
        trend_below=TREND_BELOW,
        reweight=settings.reweight,
        threshold=THRESHOLD,
        exposure=settings.population_offset,
        plain_error=False,
        row_times=True,
    )


def farrington(
    panel: Panel, series: Ints, at: Ints, settings: Classic
) -> tuple[Ints, Mapping[str, Floats]]:
    """Hold time points against what was to be expected of them.

    Returns:
        Which of the points have a baseline, and for these: expected, upperbound, alarm,
        lower_tail_prob, trend and failed (3, 4: missing counts in the baseline). NaN where there
        is no value.
    """
    known, est = estimate(panel, series, at, rule_of(settings))
    y = panel.counts[series[known], at[known]]
    z, q = normal_quantile(1 - settings.alpha / 2), POWERS[settings.power]
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        mean = np.maximum(np.exp(est.mean), FLOOR)
        error = mean * est.error
        deviation = deviation_of(mean, est.phi + error * error / mean, q)
        upper = (mean**q + z * deviation) ** (1 / q)
        below = 1 - normal_upper((y**q - mean**q) / deviation)
    enough = recent_enough(panel, series[known], at[known], settings.limit54)
    upper = np.where(enough == 1, upper, np.where(enough == 0, 0.0, np.nan))
    with np.errstate(invalid="ignore"):
        alarm = np.where(enough == 1, (y > upper).astype(np.float64), enough)
    columns = {
        "expected": mean,
        "upperbound": upper,
        "alarm": alarm,
        "lower_tail_prob": below,
        "trend": est.trend,
    }
    whole = est.rows == settings.b * (2 * settings.w + 1)
    failed = est.failed.copy()
    if settings.fast:
        failed[~whole] = MISSING
    elif settings.reweight:
        failed[~whole] = MISSING_WEIGHTED
    for column in columns.values():
        column[failed > 0] = np.nan
    return known, columns | {"failed": failed}
