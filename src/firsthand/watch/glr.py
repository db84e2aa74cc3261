"""Likelihood ratio charts for a rise of counts, Poisson or negative binomial, many series at once.

Source: Höhle and Paul 2008, Computational Statistics and Data Analysis 52(9). After an alarm the
chart starts anew.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from firsthand.watch.cusum import start_of
from firsthand.watch.panel import Ints, Panel
from firsthand.watch.seasonal import NoFitError, fit_log, fit_negative_binomial, harmonics
from firsthand.watch.settings import Glr
from firsthand.watch.special import Floats

# Codes of `failed`: missing counts; dispersion that cannot be estimated.
MISSING, NO_FIT = 1.0, 2.0
NEWTON_STEPS, NEWTON_TOLERANCE = 100, 1e-12


def glr(panel: Panel, series: Ints, at: Ints, settings: Glr) -> tuple[Ints, Mapping[str, Floats]]:
    """Run the chart of each series and return it at the time points asked for.

    Returns:
        Which of the points lie on a chart, and for these: expected, alarm, phi (the extra
        variation alpha), statistic, failed. A series that failed has its first point only.
    """
    charts = {int(i): _chart(panel.part(np.array([i])), settings) for i in np.unique(series)}
    first = np.array(
        [start_of(int(panel.lengths[i]), settings.from_share) for i in series], dtype=np.int64
    )
    length = np.array([len(charts[int(i)]["statistic"]) for i in series], dtype=np.int64)
    known = np.flatnonzero((at >= first) & (at < first + length))
    places = [(charts[int(series[p])], int(at[p] - first[p])) for p in known]
    names = ("expected", "alarm", "phi", "statistic", "failed")
    return known, {name: np.array([c[name][place] for c, place in places]) for name in names}


def _chart(panel: Panel, settings: Glr) -> dict[str, Floats]:
    """Return the chart of the one series of a panel."""
    length = int(panel.lengths[0])
    start = start_of(length, settings.from_share)
    x = panel.counts[0, start : min(length, start + settings.at_most)]
    before = panel.counts[0, :start]
    if np.isnan(x).any() or np.isnan(before).any():
        return _failure(MISSING)
    try:
        mean, alpha = _control(before, start + np.arange(len(x)), panel.frequency, settings)
    except NoFitError:
        return _failure(NO_FIT)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if settings.theta is not None:
            statistic, alarm = _fixed(x, mean, alpha, settings)
        else:
            statistic, alarm = _free(x, mean, alpha, settings)
    return {
        "expected": mean,
        "alarm": alarm,
        "phi": np.full(len(x), alpha),
        "statistic": statistic,
        "failed": np.zeros(len(x)),
    }


def _failure(code: float) -> dict[str, Floats]:
    names = ("expected", "alarm", "phi", "statistic")
    return {name: np.array([np.nan]) for name in names} | {"failed": np.array([code])}


def _control(before: Floats, times: Ints, frequency: int, settings: Glr) -> tuple[Floats, float]:
    """Return the means in control at some time points, and the extra variation."""
    if not settings.seasonal:
        alpha = settings.alpha
        if alpha is None:
            alpha = fit_negative_binomial(np.ones((len(before), 1)), before).alpha
        return np.full(len(times), before.mean()), alpha
    rows = np.arange(len(before), dtype=np.float64)
    columns = harmonics(rows, frequency, settings.harmonics, settings.trend)
    ahead = harmonics(times.astype(np.float64), frequency, settings.harmonics, settings.trend)
    if settings.alpha is None:
        fitted = fit_negative_binomial(columns, before)
        return np.exp(ahead @ fitted.coefficients), fitted.alpha
    coefficients, _ = fit_log(columns, before, settings.alpha)
    return np.exp(ahead @ coefficients), settings.alpha


def _fixed(x: Floats, mean: Floats, alpha: float, settings: Glr) -> tuple[Floats, Floats]:
    """Return the chart for a given rise: a cumulative sum of log-likelihood ratios."""
    theta = settings.theta or 0.0
    if alpha > 0:
        rise = np.log((1 + alpha * mean) / (1 + alpha * mean * np.exp(theta)))
        steps = theta * x + (x + 1 / alpha) * rise
    else:
        steps = theta * x + (1 - np.exp(theta)) * mean
    statistic, alarm, total = np.zeros(len(x)), np.zeros(len(x)), 0.0
    for i, step in enumerate(steps):
        total = max(0.0, total + float(step))
        statistic[i], alarm[i] = total, float(total > settings.limit)
        if alarm[i]:
            total = 0.0
    return statistic, alarm


def _free(x: Floats, mean: Floats, alpha: float, settings: Glr) -> tuple[Floats, Floats]:
    """Return the chart for an unknown rise since an unknown time point."""
    statistic, alarm = np.zeros(len(x)), np.zeros(len(x))
    start = 0
    kappa = np.zeros(0)
    for now in range(len(x)):
        seen, expected = x[start : now + 1], mean[start : now + 1]
        cases = np.cumsum(seen[::-1])[::-1]
        if alpha > 0:
            kappa = _negative_rise(seen, expected, alpha, np.append(kappa, 0.5))
            ratios = _negative_ratio(seen, expected, alpha, kappa)
        else:
            usual = np.cumsum(expected[::-1])[::-1]
            kappa = np.where(cases > usual, np.log(cases / usual), 0.0)
            ratios = kappa * cases + (1 - np.exp(kappa)) * usual
        best = float(np.max(ratios)) if not np.isnan(ratios).all() else float("nan")
        statistic[now], alarm[now] = best, float(best >= settings.limit)
        if alarm[now]:
            start, kappa = now + 1, np.zeros(0)
    return statistic, alarm


def _later(values: Floats) -> Floats:
    """Return, for each row, the sum of its upper triangle: terms from that change point on."""
    return np.asarray(np.triu(values).sum(1))


def _negative_rise(x: Floats, mean: Floats, alpha: float, kappa: Floats) -> Floats:
    """Return the likeliest rise, at least 0, since each time point (Newton's steps)."""
    kappa = np.maximum(kappa, 0.0)
    cases = np.cumsum(x[::-1])[::-1]
    usual = np.cumsum(mean[::-1])[::-1]
    # Without cases there is no rise; nor where there are no more than expected at a rise of 0.
    flat = _later((x - mean) / (1 + alpha * mean) * np.ones((len(x), 1))) <= 0
    kappa = np.where(flat, 0.0, np.where(kappa > 0, kappa, np.log(np.maximum(cases / usual, 1.0))))
    live = ~flat
    for _ in range(NEWTON_STEPS):
        if not live.any():
            break
        risen = mean * np.exp(kappa)[:, None]
        part = 1 + alpha * risen
        slope = _later((x - risen) / part)
        bend = -_later(risen * (1 + alpha * x) / (part * part))
        step = np.where(live, slope / bend, 0.0)
        kappa = np.maximum(kappa - np.clip(step, -1.0, 1.0), 0.0)
        live = live & (np.abs(step) > NEWTON_TOLERANCE)
    return np.asarray(kappa)


def _negative_ratio(x: Floats, mean: Floats, alpha: float, kappa: Floats) -> Floats:
    """Return the log-likelihood ratio of each rise against none."""
    risen = mean * np.exp(kappa)[:, None]
    rise = np.log((1 + alpha * mean) / (1 + alpha * risen))
    return _later(kappa[:, None] * x + (x + 1 / alpha) * rise)
