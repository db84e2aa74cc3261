"""Shares of parts among their totals, many at once: what was usual, and what counting explains."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from firsthand.watch.assumptions import Assumptions
from firsthand.watch.counts import normal_upper
from firsthand.watch.panel import Flags
from firsthand.watch.special import Floats


class Shares(NamedTuple):
    """The latest share of each part, the usual one before, and the tail; `changed`: worth saying."""

    now: Floats
    usual: Floats
    tail: Floats
    changed: Flags


def shares(parts: Floats, wholes: Floats, given: Assumptions) -> Shares:
    """Hold the latest share of each part against the earlier ones.

    The log-odds of a share are taken as normal, with the stated variation beside that of counting
    (half a case added on either side: Haldane 1956).

    Args:
        parts: (series, figures), left-aligned; NaN behind the last.
        wholes: The totals of the same periods.
        given: Stated variation, level, figures needed, and the least share.
    """
    rule = given.composition
    known = ~np.isnan(parts)
    counts = known.sum(1)
    last = np.maximum(counts - 1, 0)[:, None]
    fits = (counts > rule.least) & ~(known & ((wholes < parts) | (wholes <= 0) | (parts < 0))).any(
        1
    )
    if not parts.shape[1]:
        nothing = np.full(len(parts), np.nan)
        return Shares(nothing, nothing.copy(), nothing.copy(), fits & False)
    k, n = np.where(known, parts, 0.0), np.where(known, wholes, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = np.log((k + 0.5) / (n - k + 0.5))
        noise = 1 / (k + 0.5) + 1 / (n - k + 0.5)
        before = known & (np.arange(parts.shape[1]) < last)
        weight = np.where(before, 1 / (rule.variation**2 + noise), 0.0)
        usual = np.where(before, odds * weight, 0.0).sum(1) / weight.sum(1)
        own, own_noise = (np.take_along_axis(v, last, 1)[:, 0] for v in (odds, noise))
        spread = np.sqrt(rule.variation**2 + own_noise + 1 / weight.sum(1))
        away = np.where(fits, np.abs(own - usual) / spread, 0.0)
        now = np.where(
            fits, (np.take_along_axis(k, last, 1) / np.take_along_axis(n, last, 1))[:, 0], 0.0
        )
        before_share = np.where(fits, 1 / (1 + np.exp(-usual)), 0.0)
    tail = np.where(fits, normal_upper(away), np.nan)
    large = np.maximum(now, before_share) >= rule.share_from
    return Shares(now, before_share, tail, fits & (tail <= rule.level) & large)
