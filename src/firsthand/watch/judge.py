"""Runs one method under one setting over a panel, and writes what it says line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from firsthand.watch.charts import ears, first_point
from firsthand.watch.cusum import cusum
from firsthand.watch.farrington import farrington
from firsthand.watch.farrington_flexible import farrington_flexible
from firsthand.watch.glr import glr
from firsthand.watch.panel import Flags, Ints, Panel
from firsthand.watch.settings import Classic, Cusum, Ears, Flexible, Glr, Setting
from firsthand.watch.special import Floats

HEAD = ("series", "method", "setting", "index", "date", "observed")
BODY: Mapping[type, tuple[str, ...]] = {
    Flexible: (
        "expected", "upperbound", "alarm", "score", "pvalue", "trend", "trend_coef", "phi",
        "mu0_vector", "pred_fit", "pred_se", "n_base", "sum_base", "n_fits", "iter_last",
        "min_fitted_last",
    ),
    Classic: ("expected", "upperbound", "alarm", "lower_tail_prob", "trend"),
    Ears: ("upperbound", "alarm"),
    Cusum: ("expected", "upperbound", "alarm", "statistic"),
    Glr: ("expected", "alarm", "phi", "statistic"),
}  # fmt: skip
NO_CONVERGENCE = "no_convergence"
# What R says where its own function stops; users compare status columns word by word.
MISSING = "error: missing value where TRUE/FALSE needed"
SAYS: Mapping[type, Mapping[float, str]] = {
    Flexible: {1: NO_CONVERGENCE, 2: "error: no counts in the block of this time point"},
    Classic: {
        1: NO_CONVERGENCE,
        2: "error: no counts in the baseline",
        3: MISSING,
        4: "error: variable lengths differ (found for '(weights)')",
    },
    Ears: {
        1: "error: number of items to replace is not a multiple of replacement length",
        2: "error: wrong sign in 'by' argument",
    },
    Cusum: {1: MISSING},
    Glr: {1: "error: NAs in foreign function call (arg 1)", 2: MISSING},
}
INFINITE = float("inf")
KEPT_IN_FAILURE = {"n_base", "sum_base", "n_fits"}
# The third EARS chart of a series too short for it is reported at this time point (from 0).
EARS_FAILS_AT = 7


@dataclass(frozen=True, slots=True)
class Judged:
    """What a method says of the time points of a panel, ordered by series and time."""

    panel: Panel
    setting: Setting
    series: Ints
    at: Ints
    columns: Mapping[str, Floats]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns of a line."""
        return (*HEAD, *BODY[type(self.setting.of)], "status")


def judge(panel: Panel, setting: Setting, *, latest: int | None = None) -> Judged:
    """Return what the method says of every time point that it can judge.

    Args:
        panel: Series of the setting's frequency.
        setting: Method and its parameters.
        latest: Only the last so many time points of each series.
    """
    starts = np.zeros(len(panel.names), np.int64)
    if latest is not None:
        starts = np.maximum(panel.lengths - latest, 0)
    counts = panel.lengths - starts
    series = np.repeat(np.arange(len(panel.names)), counts)
    ends = np.cumsum(counts)
    at = np.arange(len(series)) - np.repeat(ends - counts, counts) + np.repeat(starts, counts)
    known, columns = _run(panel, series, at, setting)
    judged = Judged(panel, setting, series[known], at[known], columns)
    return _failures_of_ears(judged) if isinstance(setting.of, Ears) else judged


def _run(
    panel: Panel, series: Ints, at: Ints, setting: Setting
) -> tuple[Ints, Mapping[str, Floats]]:
    of = setting.of
    if isinstance(of, Flexible | Classic) and of.population_offset:
        served: Flags = np.asarray(~np.isnan(panel.population).all(1))
        chosen = np.flatnonzero(served[series])
        known, columns = (
            farrington_flexible(panel, series[chosen], at[chosen], of)
            if isinstance(of, Flexible)
            else farrington(panel, series[chosen], at[chosen], of)
        )
        return chosen[known], columns
    if isinstance(of, Flexible):
        return farrington_flexible(panel, series, at, of)
    if isinstance(of, Classic):
        return farrington(panel, series, at, of)
    if isinstance(of, Ears):
        return ears(panel, series, at, of)
    if isinstance(of, Cusum):
        return cusum(panel, series, at, of)
    return glr(panel, series, at, of)


def _failures_of_ears(judged: Judged) -> Judged:
    """Report the third chart of a series with one time point, or none, that it could judge."""
    of, panel = judged.setting.of, judged.panel
    columns = dict(judged.columns) | {"failed": np.zeros(len(judged.at))}
    if not isinstance(of, Ears) or of.variant != "C3":
        return Judged(panel, judged.setting, judged.series, judged.at, columns)
    points = panel.lengths - first_point(of)
    short = np.flatnonzero((points <= 1) & (panel.lengths > EARS_FAILS_AT))
    keep = ~np.isin(judged.series, short)
    series = np.concatenate([judged.series[keep], short])
    at = np.concatenate([judged.at[keep], np.full(len(short), EARS_FAILS_AT)])
    order = np.lexsort((at, series))
    failed = np.where(points[short] == 1, 1.0, 2.0)
    added = {name: failed if name == "failed" else np.full(len(short), np.nan) for name in columns}
    columns = {name: np.concatenate([c[keep], added[name]])[order] for name, c in columns.items()}
    return Judged(panel, judged.setting, series[order], at[order], columns)


def lines(judged: Judged) -> Iterator[tuple[str, ...]]:
    """Yield the values of each time point as text, in the order of `names`."""
    kind = type(judged.setting.of)
    names = BODY[kind]
    panel, setting = judged.panel, judged.setting
    # Plain lists: an array gives out one number at a time ten times as slowly.
    places = judged.series, judged.at
    days, observed = panel.dates[places].astype(str).tolist(), panel.counts[places].tolist()
    failures = judged.columns["failed"].tolist()
    body = zip(*(judged.columns[name].tolist() for name in names), strict=True)
    for row, (i, k, values) in enumerate(
        zip(places[0].tolist(), places[1].tolist(), body, strict=True)
    ):
        failed = failures[row]
        head = (
            panel.names[i], setting.method, setting.name, str(k + 1), days[row],
            _text(observed[row], "NA"),
        )  # fmt: skip
        if failed:
            shown = _failed_values(kind, dict(zip(names, values, strict=True)), failed)
        else:
            blank = _blank(judged, row)
            shown = tuple(
                _text(v, "NA" if n == "alarm" else blank)
                for n, v in zip(names, values, strict=True)
            )
        yield (*head, *shown, SAYS[kind][failed] if failed else "ok")


def _failed_values(kind: type, values: Mapping[str, float], failed: float) -> tuple[str, ...]:
    if kind is Flexible and failed == 1:
        return tuple(
            "0" if n == "expected" else _text(v, "NA") if n in KEPT_IN_FAILURE else "NA"
            for n, v in values.items()
        )
    return ("NA",) * len(values)


def _blank(judged: Judged, row: int) -> str:
    """Return how a value that is not there is printed: NaN where arithmetic failed, else NA."""
    of, columns = judged.setting.of, judged.columns
    if isinstance(of, Ears):
        return "NA" if columns["missing"][row] else "NaN"
    if isinstance(of, Cusum):
        return "NaN" if columns["expected"][row] == 0 else "NA"
    return "NA"


def _text(value: float, blank: str) -> str:
    """Return a number with all its digits, as R prints it."""
    if value != value:
        return blank
    if value in (INFINITE, -INFINITE):
        return "Inf" if value > 0 else "-Inf"
    return f"{value:.17g}"
