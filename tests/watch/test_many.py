"""Control of false discoveries, and periods on a line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.watch.many import adjusted, total_then_parts
from firsthand.watch.periods import same_season, stretch


def test_adjusted_values_are_those_of_the_paper() -> None:
    """Benjamini and Hochberg 1995, their example of thrombolysis: four are raised at 0.05."""
    p = np.array(
        [
            0.0001,
            0.0004,
            0.0019,
            0.0095,
            0.0201,
            0.0278,
            0.0298,
            0.0344,
            0.0459,
            0.3240,
            0.4262,
            0.5719,
            0.6528,
            0.7590,
            1.0,
        ]
    )
    assert (adjusted(p) <= 0.05).sum() == 4


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_adjusting_never_lowers_and_keeps_the_order(p: list[float]) -> None:
    q = adjusted(np.array(p))
    assert (q >= np.array(p) - 1e-15).all()
    assert (np.diff(q[np.argsort(p, kind="stable")]) >= 0).all()


def test_missing_probabilities_do_not_count() -> None:
    q = adjusted(np.array([0.01, np.nan, 0.5]))
    assert q[0] == pytest.approx(0.02)
    assert np.isnan(q[1])


def test_parts_of_a_quiet_total_are_not_looked_at() -> None:
    up, inside = total_then_parts(
        np.array([1e-6, 0.6]), [np.array([1e-5, 0.9]), np.array([1e-9])], 0.1
    )
    assert up.tolist() == [True, False]
    assert [i.tolist() for i in inside] == [[True, False], [False]]


@pytest.mark.parametrize(
    ("period", "start", "months"),
    [("2024", 24288, 12), ("2024-03", 24290, 1), ("2024-Q2", 24291, 3), ("2024-H2", 24294, 6),
     ("2024-01/2024-03", 24288, 3), ("2023/2024", 24276, 12)],
)  # fmt: skip
def test_periods_lie_on_one_line(period: str, start: float, months: float) -> None:
    assert stretch(period) == (start, months)


def test_same_season_is_the_same_part_of_another_year() -> None:
    assert same_season("2023-Q3", "2024-Q3")
    assert not same_season("2023-Q3", "2024-Q2")
    assert stretch("spring") is None
