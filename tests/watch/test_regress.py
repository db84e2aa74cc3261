"""The closed regression against general least squares, and the rules around it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.watch.baseline import Window, layouts
from firsthand.watch.panel import Panel
from firsthand.watch.regress import Rule, estimate
from tests.reference.slow_regression import reweighted


def panel_of(counts: np.ndarray, frequency: int = 12) -> Panel:
    n = counts.shape[1]
    days = np.broadcast_to(np.arange(n).astype("datetime64[D]"), counts.shape)
    return Panel(
        ("x",) * len(counts),
        counts,
        days,
        np.full(len(counts), n),
        np.full(counts.shape, np.nan),
        frequency,
    )


def rule(periods: int) -> Rule:
    window = Window(years=5, half_width=1, periods=periods, left_out=6 if periods > 1 else 1)
    return Rule(
        window=window,
        trend=True,
        trend_below=1.1,
        reweight=True,
        threshold=2.58,
        exposure=False,
        plain_error=True,
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([1, 4, 10]))
def test_estimate_is_that_of_general_least_squares(seed: int, periods: int) -> None:
    rng = np.random.default_rng(seed)
    panel = panel_of(rng.negative_binomial(4, 0.2, (1, 75)).astype(float))
    at = np.array([74])
    (layout,) = layouts(panel, np.zeros(1, int), at, rule(periods).window)
    y = panel.counts[0, 74 + layout.offsets]
    blocks = (layout.blocks[:, None] == np.unique(layout.blocks)).astype(float)
    x = np.hstack([blocks, layout.offsets[:, None] / 60])
    _, found = estimate(panel, np.zeros(1, int), at, rule(periods))
    if found.trend[0] == 1:
        mean, phi = reweighted(x, y, 2.58)
        assert found.phi[0] == pytest.approx(phi, rel=1e-7)
        assert found.smallest[0] == pytest.approx(mean.min(), rel=1e-7)


def test_blocks_of_a_month_each_cover_the_year() -> None:
    (layout,) = layouts(
        panel_of(np.ones((1, 75))),
        np.zeros(1, int),
        np.array([74]),
        Window(years=5, half_width=1, periods=10, left_out=6),
    )
    year = dict(zip(layout.offsets.tolist(), layout.blocks.tolist(), strict=True))
    assert [year[o] for o in range(-61, -49)] == [10, 10, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert max(year) == -7


def test_point_without_its_years_has_no_baseline() -> None:
    panel = panel_of(np.ones((1, 75)))
    known, _ = estimate(panel, np.zeros(2, int), np.array([59, 61]), rule(1))
    assert known.tolist() == [1]


def test_leap_day_is_held_against_the_first_of_march() -> None:
    days = np.arange("2011-01-01", "2012-03-05", dtype="datetime64[D]")[None, :]
    panel = Panel(
        ("x",),
        np.ones(days.shape),
        days,
        np.array([days.shape[1]]),
        np.full(days.shape, np.nan),
        365,
    )
    at = int(np.flatnonzero(days[0] == np.datetime64("2012-02-29"))[0])
    (layout,) = layouts(
        panel, np.zeros(1, int), np.array([at]), Window(years=1, half_width=0, calendar=True)
    )
    assert days[0, at + layout.offsets[0]] == np.datetime64("2011-03-01")
