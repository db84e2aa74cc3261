"""Level shifts of many series at once: the best split of the logarithms of each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from firsthand.watch.assumptions import Assumptions
from firsthand.watch.counts import normal_quantile, normal_upper
from firsthand.watch.panel import Flags, Ints
from firsthand.watch.special import Floats


class Splits(NamedTuple):
    """The best split of each series: its place, change of the logarithm, and probability.

    `tail` is over all splits of the series (Bonferroni), NaN where it is too short or below zero;
    `shifted` tells which are worth saying.
    """

    at: Ints
    change: Floats
    tail: Floats
    shifted: Flags


def best_splits(values: Floats, counts: Ints, given: Assumptions) -> Splits:
    """Return the best split of each row.

    Args:
        values: (series, figures), left-aligned; NaN behind the last.
        counts: Figures of each row.
        given: Figures needed on either side, level, and the variation of short series.
    """
    rule = given.shift
    n, width = values.shape
    if not n or width < 2 * rule.least:
        none = np.full(n, np.nan)
        return Splits(np.zeros(n, np.int64), none, none.copy(), np.zeros(n, bool))
    known = np.arange(width) < counts[:, None]
    y = np.where(known & (values >= 0), values, 0.0)
    weight = np.where(known, 1 / (given.short.variation**2 + 1 / (y + 0.5)), 0.0)
    # From the level of each series, so that sums of logarithms do not cancel.
    logs = np.log(y + 0.5)
    logs -= logs[:, :1]
    weights, sums = np.cumsum(weight, axis=1), np.cumsum(weight * logs, axis=1)
    before, after = weights[:, :-1], weights[:, -1:] - weights[:, :-1]
    splits = np.arange(1, width)
    fits = (splits >= rule.least) & (splits <= (counts - rule.least)[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        change = (sums[:, -1:] - sums[:, :-1]) / after - sums[:, :-1] / before
        z = np.where(fits, np.abs(change) / np.sqrt(1 / before + 1 / after), -1.0)
    best = z.argmax(1)
    rows = np.arange(n)
    top = z[rows, best]
    usable = (top >= 0) & ~(values < 0).any(1)
    tail = np.where(
        usable, np.minimum(1.0, 2 * normal_upper(top) * (counts - 2 * rule.least + 1)), np.nan
    )
    shifted = usable & (tail <= rule.level) & (top >= normal_quantile(1 - rule.level))
    return Splits(best + 1, change[rows, best], tail, shifted)
