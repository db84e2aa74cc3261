"""Figures of many series as arrays: one row a series, in the order of time, no gaps between them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.tables.long.series import SideBySide
from firsthand.tables.timeline import DAY_STEPS, GRAINS, Period
from firsthand.watch.panel import Flags, Ints
from firsthand.watch.periods import PER_YEAR, stretch
from firsthand.watch.special import Floats

IRREGULAR = 0


@dataclass(slots=True)
class Rows:
    """Known figures of each series, left-aligned; NaN behind the last one.

    Args:
        values: (series, figures).
        starts: Where each figure's period begins, in months since year 0.
        months: How long it is.
        counts: Figures of each series.
        frequency: Points a year of each series; 0 where it is irregular.
        cumulative: Whether its figures run from the beginning of a year.
    """

    values: Floats
    starts: Floats
    months: Floats
    counts: Ints
    frequency: Ints
    cumulative: Flags

    def latest(self, of: Floats) -> Floats:
        """Return the last entry of each row of an array; NaN for a row without figures."""
        if not of.shape[1]:
            return np.full(len(of), np.nan)
        at = np.maximum(self.counts - 1, 0)
        return np.asarray(of[np.arange(len(of)), at])

    def behind(self) -> Flags:
        """Tell which entries are before the last of their row."""
        return np.asarray(np.arange(self.values.shape[1]) < (self.counts - 1)[:, None])


def rows_of(table: SideBySide) -> Rows:
    """Return the rows of a matrix; periods that have no place in time are left out."""
    places = [stretch(period.text) for period in table.periods]
    begun = np.array([np.nan if p is None else p.start for p in places])
    order = np.argsort(begun, kind="stable")[: len(places) - int(np.isnan(begun).sum())]
    matrix, told = table.values[:, order], table.told[:, order]
    known = ~np.isnan(matrix)
    counts = known.sum(1)
    row, column = np.nonzero(known)
    within = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
    shape = (len(matrix), int(counts.max(initial=0)))
    values, starts, months = (np.full(shape, np.nan) for _ in range(3))
    values[row, within] = matrix[row, column]
    starts[row, within] = begun[order][column]
    long = np.array([np.nan if p is None else p.months for p in places])[order]
    months[row, within] = long[column]
    periods = [table.periods[i] for i in order]
    running = np.array([p.cumulative for p in periods], dtype=bool)
    return Rows(
        values, starts, months, counts, _frequencies(periods, told), (told & running).any(1)
    )


def _frequencies(periods: Sequence[Period], told: Flags) -> Ints:
    """Return points a year by the commonest grain below the year, days by the steps between them."""
    grains = sorted({p.grain for p in periods})
    held = np.stack(
        [told[:, [p.grain == g for p in periods]].sum(1) for g in grains], axis=1
    ) if grains else np.zeros((len(told), 0), dtype=np.int64)  # fmt: skip
    yearly = np.array([GRAINS.get(g) == "annual" for g in grains], dtype=bool)
    fine = held * ~yearly
    out = np.where((held[:, yearly].sum(1) > 0) & (fine.sum(1) == 0), 1, IRREGULAR)
    if len(grains):
        rate = np.array([PER_YEAR.get(GRAINS.get(g, "irregular"), IRREGULAR) for g in grains])
        out = np.where(fine.sum(1) > 0, rate[fine.argmax(1)], out)
    daily = (held.sum(1) > 0) & (held[:, [g != "day" for g in grains]].sum(1) == 0)
    if daily.any():
        out[daily] = _of_days(periods, told[daily])
    return np.asarray(out, dtype=np.int64)


def _of_days(periods: Sequence[Period], told: Flags) -> Ints:
    """Return points a year of rows of days, by the least and the largest step of each."""
    days = np.array(
        [datetime.date.fromisoformat(p.text).toordinal() if p.grain == "day" else 0 for p in periods]
    )  # fmt: skip
    row, column = np.nonzero(told)
    same = row[1:] == row[:-1]
    step, whose = np.diff(days[column])[same], row[1:][same]
    least, most = np.full(len(told), 1 << 30), np.zeros(len(told), dtype=np.int64)
    np.minimum.at(least, whose, step)
    np.maximum.at(most, whose, step)
    out = np.zeros(len(told), dtype=np.int64)
    for span, name in DAY_STEPS:
        out[(least >= span.start) & (most < span.stop) & (most > 0)] = PER_YEAR[name]
    return out
