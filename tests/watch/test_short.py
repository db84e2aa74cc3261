"""The count model of short series: exact tails, honest alarms, and jumps that are found."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.watch.assumptions import assumptions
from firsthand.watch.short import parameters, predict, tails
from tests.reference.slow_counts import predictive_tails

MODEL = assumptions().short
SERIES = Path(__file__).parents[1] / "reference" / "short_series.csv"


def held(earlier: list[int], latest: int, variation: float) -> tuple[float, float]:
    model = MODEL.with_variation(variation)
    law = predict(np.array([earlier], float), np.array([float(latest)]), model)
    return float(law.below[0]), float(law.above[0])


@pytest.mark.parametrize(
    "row",
    list(csv.DictReader(SERIES.read_text().splitlines())),
    ids=lambda r: f"{r['earlier']}-{r['latest']}",
)
def test_tails_of_forty_series_are_exact(row: dict[str, str]) -> None:
    below, above = held(
        [int(y) for y in row["earlier"].split()], int(row["latest"]), float(row["variation"])
    )
    assert below == pytest.approx(float(row["below"]), abs=1e-9)
    assert above == pytest.approx(float(row["above"]), abs=1e-9)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(0, 900), min_size=1, max_size=10),
    st.integers(0, 2000),
    st.sampled_from([0.15, 0.35, 0.8]),
)
def test_tails_are_the_sums_of_their_terms(
    earlier: list[int], latest: int, variation: float
) -> None:
    slow = predictive_tails(earlier, latest, variation=variation, shape=MODEL.prior_shape)
    assert held(earlier, latest, variation) == pytest.approx(slow, abs=1e-9)


@pytest.mark.parametrize("n", [3, 5, 10])
@pytest.mark.parametrize("level", [2, 20, 2000])
def test_false_alarms_are_at_most_nominal_under_the_stated_variation(n: int, level: int) -> None:
    """Three deviations of the simulation are allowed for."""
    rng, runs, size = np.random.default_rng(n * level), 3000, 1 / MODEL.variation**2
    y = rng.poisson(level * rng.gamma(size, 1 / size, (runs, n + 1))).astype(float)
    r, a, b = parameters(y[:, :n], MODEL)
    above = np.where(y[:, n] > 0, tails(y[:, n] - 1, r, a, b, nodes=80)[1], 1.0)
    room = 3 * np.sqrt(MODEL.level / runs)
    assert (above <= MODEL.level).mean() <= MODEL.level + room
    assert (tails(y[:, n], r, a, b, nodes=80)[0] <= MODEL.level).mean() <= MODEL.level + room


@pytest.mark.parametrize(
    "earlier", [[1, 1, 1], [4, 7, 5], [1117, 900, 1300], [90000, 110000, 95000, 120000]]
)
def test_twelve_fold_jump_is_found_from_three_figures_on(earlier: list[int]) -> None:
    latest = 12 * round(sum(earlier) / len(earlier))
    assert held(earlier, latest, MODEL.variation)[1] <= MODEL.level


def test_band_and_probability_tell_the_same() -> None:
    rng = np.random.default_rng(1)
    y = rng.poisson(rng.uniform(0, 60, (150, 1)) * np.ones(6)).astype(float)
    law = predict(y[:, :5], y[:, 5] * rng.choice([0, 1, 4], 150), MODEL)
    latest = y[:, 5] * np.random.default_rng(1).choice([1], 150)
    assert (law.low <= law.high).all()
    law = predict(y[:, :5], latest, MODEL)
    assert ((law.above <= MODEL.level) == (latest > law.high)).all()
    assert ((law.below <= MODEL.level) == (latest < law.low)).all()
