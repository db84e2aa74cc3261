"""The count model for short series: what the next figure may be, after a handful of earlier ones.

Each figure is negative binomial about the level of its series with a stated coefficient of
variation v, that is size r = 1 / v². Levels have the conjugate prior, a beta law for the success
probability p (in the limit without extra variation: a gamma law for the level). After earlier
figures p is beta with parameters a = r (n + weight) and b = shape + their sum, and the next figure
is beta negative binomial: a negative binomial whose level is not known exactly.

Source: Aitchison and Dunsmore 1975, Statistical Prediction Analysis, chapter 2; Johnson, Kemp and
Kotz 2005, section 6.2.3 (the beta negative binomial, or generalised Waring, law).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from firsthand.watch.assumptions import Short
from firsthand.watch.panel import Flags
from firsthand.watch.special import Floats, beta_density, incomplete_beta

# Nodes of the trapezoidal rule over the log-odds; the integrand is analytic and dies off at both
# ends, so the rule gains digits geometrically: 400 give more than ten.
NODES = 400
REACH = 11.0
FAR = 40.0
BATCH = 2_000
# Edges of a band are printed, not decided by: fewer nodes, and large ones to a two-thousandth.
EDGE_NODES, EDGE_DIGITS = 80, 5e-4


@dataclass(frozen=True, slots=True)
class Predicted:
    """What was to be expected of one more figure of each series.

    Args:
        expected: Middle of the law, in the sense of its mean; NaN where it has none.
        low: Lower edge of the band: below it lies at most the nominal level.
        high: Upper edge.
        above: P(figure >= the latest).
        below: P(figure <= the latest).
    """

    expected: Floats
    low: Floats
    high: Floats
    above: Floats
    below: Floats


def parameters(earlier: Floats, model: Short) -> tuple[float, Floats, Floats]:
    """Return r, and a and b of each series; `earlier` is (series, figures), NaN where missing."""
    size = 1 / (model.variation * model.variation)
    n = (~np.isnan(earlier)).sum(1)
    return (
        size,
        size * (n + model.prior_weight),
        model.prior_shape + np.nansum(np.maximum(earlier, 0), 1),
    )


def predict(earlier: Floats, latest: Floats, model: Short) -> Predicted:
    """Hold the latest figure of each series against the earlier ones.

    Args:
        earlier: (series, figures); NaN where missing.
        latest: One a series.
        model: Prior, extra variation and level.
    """
    if len(latest) > BATCH:
        parts = [
            predict(earlier[i : i + BATCH], latest[i : i + BATCH], model)
            for i in range(0, len(latest), BATCH)
        ]
        names = ("expected", "low", "high", "above", "below")
        return Predicted(*(np.concatenate([getattr(p, n) for p in parts]) for n in names))
    size, a, b = parameters(earlier, model)
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = np.where(a > 1, size * b / (a - 1), np.nan)
    below = tails(latest, size, a, b)[0]
    above = np.where(latest > 0, tails(latest - 1, size, a, b)[1], 1.0)
    low, high = _band(size, a, b, model.level)
    return Predicted(expected, low, high, above, below)


def tails(
    y: Floats, size: float, a: Floats, b: Floats, *, nodes: int = NODES
) -> tuple[Floats, Floats]:
    """Return P(Y <= y) and P(Y > y) of the beta negative binomial law.

    The negative binomial's tail is averaged over the beta law of p, both by the incomplete beta
    function, so that counts of any size cost the same.
    """
    y = np.asarray(y, np.float64)
    centre = np.log(a / b)
    # Deviation of the log-odds of a beta law; the tail of y may pull the mass towards its own odds.
    own = np.log(size / (np.maximum(y, 0.0) + 1))
    spread = REACH * np.sqrt(1 / a + 1 / b)
    # Far out the beta law falls as exp(-a t) on one side and exp(-b t) on the other.
    left = np.minimum(centre - spread - FAR / a, own)
    right = np.maximum(centre + spread + FAR / b, own)
    odds = left[:, None] + (right - left)[:, None] * (np.arange(nodes) + 0.5) / nodes
    with np.errstate(over="ignore"):
        p, q = 1 / (1 + np.exp(-odds)), 1 / (1 + np.exp(odds))
        weight = beta_density(a[:, None], b[:, None], p, q) * ((right - left) / nodes)[:, None]
    used = weight > (1e-25 if nodes == NODES else 1e-12)
    cdf = np.where(y < 0, 0.0, 1.0)[:, None] + np.zeros_like(p)
    upper = 1 - cdf
    shape = np.broadcast_to(np.maximum(y, 0.0)[:, None] + 1, p.shape)
    used &= (y >= 0)[:, None]
    cdf[used], upper[used] = incomplete_beta(size, shape[used], p[used], q[used])
    low, high = (weight * cdf).sum(1), (weight * upper).sum(1)
    return np.where(y < 0, 0.0, np.minimum(low, 1.0)), np.where(y < 0, 1.0, np.minimum(high, 1.0))


def _band(size: float, a: Floats, b: Floats, level: float) -> tuple[Floats, Floats]:
    """Return the smallest and largest figures that raise no alarm, by bisection."""

    def below(y: Floats) -> Floats:
        return tails(y, size, a, b, nodes=EDGE_NODES)[0]

    def above(y: Floats) -> Floats:
        return tails(y - 1, size, a, b, nodes=EDGE_NODES)[1]

    middle = size * b / np.maximum(a - 1, 0.5)
    low, high = np.full(len(a), -1.0), np.maximum(1.0, np.ceil(4 * middle))
    for _ in range(60):
        out = above(high) > level
        if not out.any():
            break
        high = np.where(out, high * 2, high)
    top = _bisect(low, high, lambda y: above(y) <= level) - 1
    bottom = _bisect(low, np.maximum(top, 0.0), lambda y: below(y) > level)
    return bottom, top


def _bisect(low: Floats, high: Floats, reached: Callable[[Floats], Flags]) -> Floats:
    """Return the smallest whole number that satisfies a rule; `high` does, `low` does not."""
    for _ in range(70):
        open_ = high - low > np.maximum(1.0, EDGE_DIGITS * high)
        if not open_.any():
            break
        middle = np.floor((low + high) / 2)
        hit = reached(middle)
        high, low = np.where(hit & open_, middle, high), np.where(~hit & open_, middle, low)
    return high
