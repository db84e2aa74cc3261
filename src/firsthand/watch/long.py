"""Holds long series of tables against the method of their frequency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from firsthand.model.alarm import Direction, Point, SeriesVerdict, State
from firsthand.model.table import Series
from firsthand.watch.assumptions import Assumptions
from firsthand.watch.counts import as_student, count_quantile, count_tails
from firsthand.watch.judge import Judged, judge
from firsthand.watch.oddities import known, labels_of
from firsthand.watch.panel import Flags, Ints, Panel, stack
from firsthand.watch.periods import PER_YEAR, stretch
from firsthand.watch.settings import Flexible, Setting, known_settings
from firsthand.watch.special import Floats

# Time points of each series that get a band: the last two years, at least ten.
SHOWN_YEARS, SHOWN_LEAST = 2, 10
# Years of a grid at most, and how far a period may begin from its place on it, in months.
MOST_YEARS, MOST_OFF = 60, 0.1
# A standard error of the log beyond this says that the fit knows nothing.
MOST_ERROR = 5.0


def years_of(series: Series, given: Assumptions) -> int | None:
    """Return the years of baseline that a series gives its method; None where it is too short."""
    frequency = PER_YEAR.get(series.frequency)
    rule = given.long.get(frequency or 0)
    if frequency is None or rule is None:
        return None
    grid = _grid(series)
    if grid is None:
        return None
    of = known_settings()[rule.setting].of
    if not isinstance(of, Flexible):
        return None
    years = min(of.b, (len(grid[1]) - 1 - of.w) // frequency)
    return years if years >= min(rule.years, of.b) else None


def grid_rows(values: Floats, starts: Floats, frequency: int) -> tuple[Floats, Ints]:
    """Return figures on even grids, NaN in gaps, and the length of each; 0 where periods fit none.

    Args:
        values: (series, figures), left-aligned; NaN behind the last.
        starts: Where each figure's period begins, in months, ascending.
        frequency: Points a year.
    """
    step = 12 / frequency
    known = ~np.isnan(values)
    away = np.where(known, starts - starts[:, :1], 0.0)
    row = np.round(away / step).astype(np.int64)
    last = np.where(known, row, 0).max(1, initial=0)
    fits = known[:, 0] & (last <= MOST_YEARS * frequency)
    fits &= ~(known[:, 1:] & (np.diff(row, axis=1) < 1)).any(1)
    if frequency < PER_YEAR["weekly"]:
        fits &= ~(known & (np.abs(away - row * step) > MOST_OFF)).any(1)
    lengths = np.where(fits, last + 1, 0)
    out = np.full((len(values), int(lengths.max(initial=0))), np.nan)
    series, at = np.nonzero(known & fits[:, None])
    out[series, row[series, at]] = values[series, at]
    return out, lengths


def _grid(series: Series) -> tuple[list[str], Floats] | None:
    """Return periods and values on an even grid, NaN in gaps; None where periods do not fit one."""
    told = known(series)
    if len(told) < 2:
        return None
    frequency = PER_YEAR[series.frequency]
    begun = [place.start for p in told if (place := stretch(p))]
    figures = [float(v.value or 0) for v in told.values()]
    counts, lengths = grid_rows(np.array([figures]), np.array([begun]), frequency)
    if not lengths[0]:
        return None
    names = [""] * int(lengths[0])
    for start, period in zip(begun, told, strict=True):
        names[round((start - begun[0]) * frequency / 12)] = period
    return names, counts[0]


def judge_long(series: Mapping[int, Series], given: Assumptions) -> dict[int, SeriesVerdict]:
    """Return verdicts of series that are long enough, by the keys under which they came."""
    groups: dict[tuple[int, int], list[int]] = {}
    for key, one in series.items():
        years = years_of(one, given)
        if years is not None:
            groups.setdefault((PER_YEAR[one.frequency], years), []).append(key)
    out: dict[int, SeriesVerdict] = {}
    for (frequency, years), keys in groups.items():
        setting = known_settings()[given.long[frequency].setting]
        if isinstance(setting.of, Flexible):
            setting = replace(setting, of=replace(setting.of, b=years))
        grids = [grid for key in keys if (grid := _grid(series[key]))]
        panel = _panel([str(key) for key in keys], [g[1] for g in grids], frequency)
        found = _rows(panel, setting, max(SHOWN_LEAST, SHOWN_YEARS * frequency))
        for i, key in enumerate(keys):
            if found.get(i):
                out[key] = _verdict(series[key], grids[i][0], found[i], setting)
    return out


def _panel(names: list[str], values: list[Floats], frequency: int) -> Panel:
    days = [np.arange(len(v)).astype("datetime64[D]") for v in values]
    panel = stack(names, values, days, [np.full(len(v), np.nan) for v in values])
    return replace(panel, frequency=frequency)


def honest_tails(judged: Judged) -> tuple[Flags, Floats, Floats]:
    """Return which points have a result, P(count <= observed) and P(count >= observed).

    The method takes its fit as known. Probabilities that are compared over many series must not:
    the error of the fitted mean widens the law of the next count, and a dispersion from n rows
    makes its deviations Student's rather than normal (less those for large residuals, which
    were given less weight).
    """
    c = judged.columns
    y = judged.panel.counts[judged.series, judged.at]
    good = np.asarray((c["failed"] == 0) & ~np.isnan(c["expected"]) & ~np.isnan(y))
    mean = np.where(good, c["expected"], 1.0)
    wide = np.where(good, c["phi"] + mean * np.minimum(c["pred_se"], MOST_ERROR) ** 2, 1.0)
    count = np.where(good, np.floor(y), 0.0)
    of = judged.setting.of
    levels = of.periods if isinstance(of, Flexible) else 1
    free = np.maximum(np.where(good, c["n_base"] - levels - c["trend"], 1.0), 1.0)
    below = as_student(count_tails(count, mean, wide)[0], free)
    above = as_student(count_tails(count - 1, mean, wide)[1], free)
    return good, below, above


def _alpha(setting: Setting) -> float:
    return setting.of.alpha if isinstance(setting.of, Flexible) else 0.01


Band = dict[str, float]


def _rows(panel: Panel, setting: Setting, latest: int) -> dict[int, dict[int, Band]]:
    """Return, by series and time point, the band and the probabilities of either tail."""
    judged = judge(panel, setting, latest=latest)
    c = judged.columns
    good, below, above = honest_tails(judged)
    low = np.full(len(good), np.nan)
    low[good] = count_quantile(_alpha(setting), c["expected"][good], c["phi"][good])
    out: dict[int, dict[int, Band]] = {}
    for row in np.flatnonzero(good):
        out.setdefault(int(judged.series[row]), {})[int(judged.at[row])] = {
            "expected": float(c["expected"][row]),
            "low": float(low[row]),
            "high": float(c["upperbound"][row]),
            "above": float(above[row]),
            "below": float(below[row]),
            "alarm": float(c["alarm"][row]),
        }
    return out


def _verdict(
    series: Series, periods: list[str], bands: dict[int, Band], setting: Setting
) -> SeriesVerdict:
    alpha, told = _alpha(setting), known(series)
    place = {period: row for row, period in enumerate(periods)}
    points = []
    for period, value in told.items():
        band = bands.get(place[period])
        if band is None:
            points.append(Point(period=period, value=value.value, cell=value.cell))
            continue
        alarm: Direction | None = "below" if band["below"] <= alpha else None
        if band["alarm"] == 1:
            alarm = "above"
        points.append(
            Point(
                period=period,
                value=value.value,
                cell=value.cell,
                expected=band["expected"],
                low=band["low"],
                high=band["high"],
                alarm=alarm,
            )
        )
    last, band = points[-1], bands.get(len(periods) - 1)
    state: State = "not-judged" if band is None else "alarm" if last.alarm else "inside"
    tail = None if band is None else min(band["above"], band["below"])
    excess = last.value / last.high if last.alarm == "above" and last.value and last.high else None
    return SeriesVerdict(
        table="",
        series=series.id,
        labels=labels_of(series),
        unit=series.unit,
        state=state,
        method=setting.name,
        direction=last.alarm,
        tail=tail,
        excess=excess,
        points=tuple(points),
    )
