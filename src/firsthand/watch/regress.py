"""Expected counts from a reweighted Poisson regression: what both Farrington methods share.

Two passes: the first finds past outbreaks, the second gives them less weight. A trend is kept where
it is sure and does not lead above what was ever seen.

Source: Farrington and others 1996, sections 3.2-3.6; Noufaily and others 2013.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from firsthand.watch.baseline import Layout, Window, layouts
from firsthand.watch.counts import student_two_sided
from firsthand.watch.iwls import PER_BATCH, Design, Fit, fit, means
from firsthand.watch.panel import Flags, Ints, Panel
from firsthand.watch.special import Floats


@dataclass(frozen=True, slots=True)
class Rule:
    """How the regression is made.

    Args:
        trend: Whether a trend is tried.
        trend_below: It is kept where its p-value is below this.
        reweight: Whether past outbreaks get less weight.
        threshold: Residuals above it do.
        exposure: Whether counts are per head of a population.
        plain_error: Standard errors from the residuals without the means as weights, and without
            a floor: what R's farringtonFlexible does (it overwrites the weights of its model).
    """

    window: Window
    trend: bool
    trend_below: float
    reweight: bool
    threshold: float
    exposure: bool
    plain_error: bool
    row_times: bool = False
    """Whether time is the number of the row also where windows go by the calendar."""


@dataclass(slots=True)
class Estimate:
    """What a regression says of each point; NaN where there is no result."""

    mean: Floats
    """Log of the expected count."""
    error: Floats
    """Standard error of the log."""
    phi: Floats
    trend: Floats
    slope: Floats
    rows: Floats
    cases: Floats
    fits: Floats
    steps: Floats
    smallest: Floats
    failed: Floats
    """0 computed, 1 not converged, 2 no baseline for its block, 3 missing counts in the way."""


def _blank(n: int) -> Estimate:
    values = {f.name: np.full(n, np.nan) for f in fields(Estimate)}
    values["failed"] = np.full(n, 2.0)
    return Estimate(**values)


def estimate(panel: Panel, series: Ints, at: Ints, rule: Rule) -> tuple[Ints, Estimate]:
    """Return which of the points have a baseline, and the estimates of these."""
    out, seen = _blank(len(at)), np.zeros(len(at), bool)
    for layout in layouts(panel, series, at, rule.window):
        seen[layout.points] = True
        batch = max(16, PER_BATCH // len(layout.offsets))
        for start in range(0, len(layout.points), batch):
            part = layout.points[start : start + batch]
            design, zero = _design(panel, series[part], at[part], layout, rule)
            _store(out, part, _points(design, zero, rule))
    known = np.flatnonzero(seen)
    return known, Estimate(**{f.name: getattr(out, f.name)[known] for f in fields(Estimate)})


def _store(out: Estimate, points: Ints, part: Estimate) -> None:
    for f in fields(Estimate):
        getattr(out, f.name)[points] = getattr(part, f.name)


def _design(
    panel: Panel, series: Ints, at: Ints, layout: Layout, rule: Rule
) -> tuple[Design, tuple[Floats, Floats, int]]:
    """Return the baselines of points, and for each its own time, log exposure and block."""
    rows = at[:, None] + layout.offsets
    counts = panel.counts[series[:, None], rows]
    present = ~np.isnan(counts)
    middle = float(layout.offsets.mean())
    if rule.window.calendar and not rule.row_times:
        times, own = _calendar_times(panel, series, at, rows, present)
    else:
        times = np.asarray((layout.offsets - middle)[None, :], dtype=np.float64)
        own = np.full(len(at), -middle)
    exposure: Floats | None = None
    head: Floats = np.zeros(len(at))
    if rule.exposure:
        exposure = panel.population[series[:, None], rows]
        present = present & (exposure > 0)
        exposure = np.where(present, exposure, 1.0)
        head = np.asarray(np.log(panel.population[series, at]))
    levels = np.unique(layout.blocks)
    blocks = (layout.blocks[:, None] == levels).astype(np.float64)
    here = int(np.searchsorted(levels, rule.window.periods))
    design = Design(np.where(present, counts, 0.0), present, times, blocks, exposure)
    return design, (own, head, here if here < len(levels) else -1)


def _calendar_times(
    panel: Panel,
    series: Ints,
    at: Ints,
    rows: Ints,
    present: Flags,
) -> tuple[Floats, Floats]:
    """Return times in steps of the first two dates of each series, for rows and points.

    The point's own time is counted from the first row with a count, the rows' from the first row:
    where they differ the reference implementation predicts for a shifted time, and so does this.
    """
    days = panel.dates.astype("datetime64[D]").astype(np.int64)
    unit = (days[series, 1] - days[series, 0]).astype(np.float64)
    first = np.take_along_axis(rows, present.argmax(1)[:, None], 1)[:, 0]
    middle = (days[series, rows[:, 0]] + days[series, rows[:, -1]]) / 2
    times = (days[series[:, None], rows] - middle[:, None]) / unit[:, None]
    shift = days[series, first] - days[series, rows[:, 0]]
    return times, (days[series, at] - shift - middle) / unit


def _points(design: Design, own: tuple[Floats, Floats, int], rule: Rule) -> Estimate:
    """Estimate with a trend where the rule asks for one, then without where it does not stand."""
    n = len(design.counts)
    out = _blank(n)
    rest = np.arange(n)
    if rule.trend:
        out = _pass(design, own, rule, trend=True)
        largest = np.where(design.present, design.counts, 0.0).max(1)
        with np.errstate(invalid="ignore", over="ignore"):
            kept = (out.trend < rule.trend_below) & (np.exp(out.mean) <= largest)
        if rule.window.years < 3:
            kept = np.zeros(n, bool)
        out.trend[:] = 1.0
        rest = np.flatnonzero(~kept)
    if len(rest):
        fits = np.where(out.failed[rest] == 0, 2.0, 1.0) if rule.trend else 1.0
        part = design.part(rest)
        plain = _pass(part, (own[0][rest], own[1][rest], own[2]), rule, trend=False)
        plain.trend[:] = 0.0
        plain.slope[:] = np.nan
        plain.fits[:] = fits
        _store(out, rest, plain)
    return out


def _pass(design: Design, own: tuple[Floats, Floats, int], rule: Rule, *, trend: bool) -> Estimate:
    """Fit (twice where outbreaks are to weigh less) and predict; `trend` holds its p-value."""
    time, head, here = own
    present = design.present.astype(np.float64)
    out = _blank(len(design.counts))
    out.rows, out.cases = present.sum(1), design.counts.sum(1)
    out.fits[:] = 1.0
    if here < 0:
        return out
    first = fit(design, present, trend=trend)
    rank = ((present @ design.blocks) > 0).sum(1) + float(trend)
    free = out.rows - rank
    last, prior = first, present
    spent = _Spent(design, first, present, free)
    if rule.reweight:
        prior = _weights(design, first, spent, rule.threshold)
        last = fit(design, prior, trend=trend)
        spent = _Spent(design, last, prior, free)
    out.phi = np.maximum(spent.phi, 1.0)
    spread = out.phi
    if rule.plain_error:
        own_weights = prior if rule.reweight else spent.weight
        with np.errstate(divide="ignore", invalid="ignore"):
            spread = (own_weights * spent.square).sum(1) / free
    _predict(out, last, (time, head, here), spread)
    if not rule.plain_error:
        spread = spent.phi  # the trend is tested without the floor
    if trend:
        within = last.sums_before.spread()
        with np.errstate(divide="ignore", invalid="ignore"):
            out.trend = student_two_sided(last.slope / np.sqrt(spread / within), free)
            out.trend[within <= 0] = 1.0
    out.steps = last.steps.astype(np.float64)
    out.smallest = np.where(design.present, spent.mean, np.inf).min(1)
    out.failed = np.where(first.converged, 0.0, 1.0)
    out.failed[last.sums_before.w[:, here] <= 0] = 2.0
    for name in ("mean", "error", "phi", "slope", "trend", "steps", "smallest"):
        getattr(out, name)[out.failed > 0] = np.nan
    return out


class _Spent:
    """What a fit leaves: means, squared working residuals, last working weights, dispersion."""

    def __init__(self, design: Design, fitted: Fit, prior: Floats, free: Floats) -> None:
        self.mean = means(design, fitted.levels, fitted.slope)
        self.weight = prior * means(design, fitted.levels_before, fitted.slope_before)
        with np.errstate(divide="ignore", invalid="ignore"):
            residual = design.counts / self.mean - 1
            self.square = residual * residual
            self.phi = np.einsum("ij,ij->i", self.weight, self.square) / free


def _weights(design: Design, fitted: Fit, spent: _Spent, threshold: float) -> Floats:
    """Return weights of mean 1 that fall with the square of large positive residuals.

    Source: Anscombe residuals, standardised by leverage (Farrington and others 1996, section 3.6).
    """
    sums, blocks = fitted.sums_before, design.blocks
    inverse = 1 / np.where(sums.w > 0, sums.w, np.inf)
    spread = sums.spread()
    steep = np.where(spread > 0, 1 / np.where(spread > 0, spread, 1.0), 0.0)
    lag = design.times - (sums.wt * inverse) @ blocks.T
    leverage = spent.weight * (inverse @ blocks.T + lag * lag * steep[:, None])
    phi = np.broadcast_to(np.maximum(spent.phi, 1.0)[:, None], leverage.shape)
    # Only counts above their mean can be down-weighted: cube roots are taken of these alone.
    above = (design.counts > spent.mean) & (leverage <= 1 - 1e-12)
    y, mean = design.counts[above], spent.mean[above]
    half = np.sqrt(mean)
    s = 1.5 * (np.cbrt(y * y / half) - half) / np.sqrt(phi[above] * (1 - leverage[above]))
    raw = design.present.astype(np.float64)
    with np.errstate(divide="ignore", over="ignore"):
        raw[above] = np.where(s > threshold, 1 / (s * s), 1.0)
    # Nothing over nothing: a baseline in which every count is missing, told apart later.
    with np.errstate(invalid="ignore"):
        return np.asarray(raw * (design.present.sum(1) / raw.sum(1))[:, None])


def _predict(out: Estimate, fitted: Fit, own: tuple[Floats, Floats, int], spread: Floats) -> None:
    """Set the log mean at each point and its standard error."""
    time, head, here = own
    sums = fitted.sums_before
    out.slope = fitted.slope.copy()
    out.mean = fitted.levels[:, here] + fitted.slope * time + head
    within = sums.spread()
    with np.errstate(divide="ignore", invalid="ignore"):
        centre = sums.wt[:, here] / sums.w[:, here]
        steep = np.where(within > 0, (time - centre) ** 2 / within, 0.0)
        out.error = np.sqrt(spread * (1 / sums.w[:, here] + steep))
