"""Poisson regressions of many time points at once: one level a block, and a trend in time.

The model is log mean = level of the row's block + slope x time (+ log exposure). Levels are coded
as cell means, so the normal equations form an arrow whose solution is closed: sums by block, no
matrix to invert. The steps are those of iteratively reweighted least squares as R's `glm` takes
them (start at count + 0.1, stop at a relative change of deviance below 1e-8, at most 25 steps);
with the log link a step equals one of Newton's. Where a block holds zeros only the estimate does
not exist and the number of steps decides what is reported, so the steps are kept exactly.

Source: McCullagh and Nelder 1989, section 2.5.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from firsthand.watch.panel import Flags, Ints
from firsthand.watch.special import Floats

TOLERANCE, STEPS, START = 1e-8, 25, 0.1
PER_BATCH = 40_000
# Rows of baselines worked on at once: arrays of this size stay in the cache of one core.


@dataclass(slots=True)
class Design:
    """Baselines of many time points that share one layout of blocks.

    Args:
        counts: (points, rows); anything where not present.
        present: (points, rows); rows that take part.
        times: (points, rows), or (1, rows) where all points share them.
        blocks: (rows, levels), 1 where a row belongs to a level.
        exposure: (points, rows), or None where every row counts alike.
    """

    counts: Floats
    present: Flags
    times: Floats
    blocks: Floats
    exposure: Floats | None

    def part(self, points: Ints | Flags) -> Design:
        """Return the design of some of its points."""
        return Design(
            counts=self.counts[points],
            present=self.present[points],
            times=self.times if len(self.times) == 1 else self.times[points],
            blocks=self.blocks,
            exposure=None if self.exposure is None else self.exposure[points],
        )


@dataclass(slots=True)
class Sums:
    """Weighted sums by block at one set of coefficients: of 1, time and time squared."""

    w: Floats
    wt: Floats
    wtt: Floats

    def spread(self) -> Floats:
        """Return the sum of squares of time within blocks."""
        return np.asarray((self.wtt - self.wt * self.wt * _inverse(self.w)).sum(1))


@dataclass(slots=True)
class Fit:
    """Coefficients after the last step (and before it), and how the steps ended."""

    levels: Floats
    slope: Floats
    levels_before: Floats
    slope_before: Floats
    converged: Flags
    steps: Ints
    sums_before: Sums


def _inverse(values: Floats) -> Floats:
    """Return 1 / values, 0 for a block without rows."""
    return np.divide(1.0, values, out=np.zeros_like(values), where=values > 0)


def _sums(weights: Floats, times: Floats, blocks: Floats, trend: bool) -> Sums:
    w = weights @ blocks
    if not trend:
        zero = np.zeros_like(w)
        return Sums(w, zero, zero)
    if len(times) == 1:
        timed = blocks * times[0][:, None]
        return Sums(w, weights @ timed, weights @ (timed * times[0][:, None]))
    first = weights * times
    return Sums(w, first @ blocks, (first * times) @ blocks)


def _solve(sums: Sums, by_block: Floats, by_time: Floats, trend: bool) -> tuple[Floats, Floats]:
    """Solve the normal equations for right-hand sides given by block and for time."""
    inverse = _inverse(sums.w)
    if not trend:
        return by_block * inverse, np.zeros(len(by_block))
    spread = sums.spread()
    slope = (by_time - (sums.wt * by_block * inverse).sum(1)) * _inverse(spread)
    return (by_block - slope[:, None] * sums.wt) * inverse, slope


class _Search:
    """The steps of one batch; points leave it as they converge."""

    def __init__(self, design: Design, prior: Floats, trend: bool) -> None:
        self.design, self.trend = design, trend
        self.base = prior if design.exposure is None else prior * design.exposure
        y = design.counts
        offset = np.zeros(1) if design.exposure is None else np.log(design.exposure)
        weighted = prior * y
        self.by_block = weighted @ design.blocks
        self.by_time = np.einsum("ij,ij->i", weighted, np.broadcast_to(design.times, y.shape))
        start = y + START
        log_start = np.log(start)
        self.first = prior * start, prior * (start * (log_start - offset) - START)
        # Deviances are taken against the mean, so that large counts do not cancel.
        self.log_mean = np.log(np.maximum(self.by_block.sum(1), 1e-300)) - np.log(
            np.maximum(self.base.sum(1), 1e-300)
        )
        log_y = np.log(np.maximum(y, 1e-300)) - offset
        self.constant = (weighted * (log_y - self.log_mean[:, None])).sum(1) - weighted.sum(1)
        # The first step never ends the search: it moves away from the counts themselves.
        self.deviance = np.full(len(y), np.inf)

    def keep(self, open_: Flags) -> None:
        """Drop the points that are done."""
        self.design = self.design.part(open_)
        for name in ("base", "by_block", "by_time", "log_mean", "constant", "deviance"):
            setattr(self, name, getattr(self, name)[open_])

    def sums_at(self, levels: Floats, slope: Floats) -> Sums:
        """Return the sums with the means at some coefficients as weights."""
        weights = self.base
        if self.trend:
            weights = weights * np.exp(slope[:, None] * self.design.times)
        sums = _sums(weights, self.design.times, self.design.blocks, self.trend)
        scale = np.exp(levels)
        return Sums(sums.w * scale, sums.wt * scale, sums.wtt * scale)

    def first_step(self) -> tuple[Floats, Floats]:
        """Return the coefficients after the step that starts from the counts themselves."""
        weights, response = self.first
        sums = _sums(weights, self.design.times, self.design.blocks, self.trend)
        by_time = np.einsum(
            "ij,ij->i", response, np.broadcast_to(self.design.times, response.shape)
        )
        return _solve(sums, response @ self.design.blocks, by_time, self.trend)

    def settled(self, levels: Floats, slope: Floats, sums: Sums) -> Flags:
        """Tell which points changed their deviance by too little to go on; remember the new one."""
        part = ((levels - self.log_mean[:, None]) * self.by_block).sum(1) + slope * self.by_time
        deviance = 2 * (self.constant - part + sums.w.sum(1))
        with np.errstate(invalid="ignore"):
            change = np.abs(deviance - self.deviance)
            done = change < TOLERANCE * (np.abs(deviance) + 0.1)
        self.deviance = deviance
        return np.asarray(done)


def fit(design: Design, prior: Floats, *, trend: bool) -> Fit:
    """Fit the model to every point.

    Args:
        design: The baselines.
        prior: (points, rows) weights, 0 where a row is not present.
        trend: Whether the model has a slope; without, all slopes are 0.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        return _fit(design, prior, trend)


def _fit(design: Design, prior: Floats, trend: bool) -> Fit:
    n, levels_n = len(design.counts), design.blocks.shape[1]
    empty = np.zeros((n, levels_n))
    out = Fit(
        empty, np.zeros(n), empty.copy(), np.zeros(n), np.zeros(n, bool),
        np.zeros(n, np.int64), Sums(empty.copy(), empty.copy(), empty.copy()),
    )  # fmt: skip
    search = _Search(design, prior, trend)
    live = np.arange(n)
    levels, slope = search.first_step()
    sums = search.sums_at(levels, slope)
    search.settled(levels, slope, sums)
    for step in range(2, STEPS + 1):
        before = levels, slope, sums
        rest = search.by_block - sums.w
        change, tilt = _solve(sums, rest, search.by_time - sums.wt.sum(1), trend)
        levels, slope = levels + change, slope + tilt
        sums = search.sums_at(levels, slope)
        done = search.settled(levels, slope, sums)
        if step == STEPS or done.any():
            last = np.ones_like(done) if step == STEPS else done
            at = live[last]
            _record(
                out,
                at,
                (levels[last], slope[last]),
                (before[0][last], before[1][last], _part(before[2], last)),
            )
            out.converged[at], out.steps[at] = done[last], step
            if last.all():
                break
            open_ = ~last
            live, levels, slope, sums = live[open_], levels[open_], slope[open_], _part(sums, open_)
            search.keep(open_)
    return out


def _part(sums: Sums, rows: Flags) -> Sums:
    return Sums(sums.w[rows], sums.wt[rows], sums.wtt[rows])


def _record(
    out: Fit, at: Ints, after: tuple[Floats, Floats], before: tuple[Floats, Floats, Sums]
) -> None:
    out.levels[at], out.slope[at] = after
    out.levels_before[at], out.slope_before[at], sums = before
    out.sums_before.w[at] = sums.w
    out.sums_before.wt[at] = sums.wt
    out.sums_before.wtt[at] = sums.wtt


def means(design: Design, levels: Floats, slope: Floats) -> Floats:
    """Return the mean of every row at some coefficients."""
    mean = np.exp(levels @ design.blocks.T + slope[:, None] * design.times)
    return mean if design.exposure is None else mean * design.exposure
