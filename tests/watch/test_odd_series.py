"""Series that no method can serve end in a status, never in a warning or an error."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from firsthand.watch.judge import judge, lines
from firsthand.watch.panel import Panel
from firsthand.watch.settings import Flexible, known_settings

MONTHLY = [name for name, s in known_settings().items() if s.frequency == 12]
ODD = {
    "missing": np.full(130, np.nan),
    "missing at first": np.r_[np.full(20, np.nan), np.full(110, 3.0)],
    "nothing": np.zeros(130),
    "a spike": np.r_[np.zeros(129), 1e6],
    "steep": np.floor(1.05 ** np.arange(130) * 10),
    "huge": np.full(130, 1e9) + np.arange(130) % 7,
}


@pytest.fixture(scope="module")
def panel() -> Panel:
    counts = np.stack(list(ODD.values()))
    days = np.broadcast_to(np.arange("2010-01", "2020-11", dtype="datetime64[M]"), counts.shape)
    return Panel(
        tuple(ODD), counts, days.astype("datetime64[D]"), np.full(len(ODD), 130),
        np.full(counts.shape, np.nan), 12,
    )  # fmt: skip


@pytest.mark.parametrize("name", MONTHLY)
def test_every_line_has_a_status(panel: Panel, name: str) -> None:
    judged = judge(panel, known_settings()[name])
    statuses = {line[-1] for line in lines(judged)}
    assert "ok" in statuses
    assert all(s == "ok" or s.startswith(("error", "no_convergence")) for s in statuses)


def test_a_trend_that_explodes_warns_of_nothing(panel: Panel) -> None:
    setting = known_settings()["farrington-2013-monthly"]
    assert isinstance(setting.of, Flexible)
    steep = replace(setting, of=replace(setting.of, trend_below=1.0, b=2, w=0))
    assert len(judge(panel, steep).at) > 0
