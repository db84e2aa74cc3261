"""Finds in a long table, by its arrays, the few of its many series that are worth telling.

Only the latest figure of each series is held against a band here, by the same methods; the series
that are told are then made and watched as those of any other table.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from firsthand.tables.long.series import LongSeries
from firsthand.watch.assumptions import Assumptions
from firsthand.watch.judge import judge
from firsthand.watch.level import best_splits
from firsthand.watch.long import SHOWN_LEAST, SHOWN_YEARS, grid_rows, honest_tails
from firsthand.watch.oddities import OFF, is_ratio
from firsthand.watch.panel import Flags, Ints, Panel
from firsthand.watch.periods import LONGEST_POINT
from firsthand.watch.rows import IRREGULAR, Rows, rows_of
from firsthand.watch.settings import Flexible, Setting, known_settings
from firsthand.watch.short import EDGE_NODES, NODES, parameters, tails
from firsthand.watch.special import Floats

NOT_JUDGED, TOO_SHORT, INSIDE, ALARM = range(4)
# Cells of a matrix that is looked at in one go: its arrays stay near the core that works on them.
CELLS = 500_000
MOST_ROWS = 8_192
WORKERS = 2
# Tails above this are raised by no control of false discoveries; a rough value will do.
SURE = 0.2


@dataclass(slots=True)
class Sieved:
    """What the arrays say of every series of a table, in its order.

    Args:
        ratio: Whether its unit is that of a share or rate.
        factor: The multiplier of its figures.
        state: One of NOT_JUDGED, TOO_SHORT, INSIDE, ALARM.
        tail: One-sided probability of the latest figure; NaN where not judged.
        shift: Probability of a level shift, NaN where there is none to tell.
        gaps: Whether periods inside are without a figure.
        frequency: Points a year.
        last: Where the period of the latest figure begins, in months; NaN without one.
        months: How long it is.
    """

    ratio: Flags
    factor: Floats
    state: Ints
    tail: Floats
    shift: Floats
    gaps: Flags
    frequency: Ints
    last: Floats
    months: Floats

    @classmethod
    def blank(cls, series: LongSeries) -> Sieved:
        """Return a record in which nothing is known yet but the units."""
        n = len(series)
        nothing = [np.full(n, np.nan) for _ in range(4)]
        whole = [np.zeros(n, np.int64) for _ in range(2)]
        ratio, factor = np.zeros(n, bool), np.ones(n)
        for number in range(n):
            head, times = series.head(number)
            ratio[number], factor[number] = is_ratio(head.unit), times
        return cls(
            ratio, factor, whole[0], nothing[0], nothing[1], np.zeros(n, bool), whole[1], *nothing[2:]
        )  # fmt: skip

    def put(self, at: Ints, rows: Rows, given: Assumptions) -> None:
        """Enter what some rows say."""
        fits = ~self.ratio[at] & ~(rows.values < 0).any(1) & (rows.counts > 0)
        self.state[at], self.tail[at] = _judged(rows, fits, given)
        splits = best_splits(rows.values, rows.counts, given)
        self.shift[at] = np.where(splits.shifted & ~rows.cumulative, splits.tail, np.nan)
        self.gaps[at] = _gaps(rows)
        self.frequency[at] = rows.frequency
        self.last[at], self.months[at] = rows.latest(rows.starts), rows.latest(rows.months)

    def stopped(self, given: Assumptions) -> Flags:
        """Tell which series end while others of their frequency go on."""
        out = np.zeros(len(self.state), dtype=bool)
        for frequency in set(self.frequency.tolist()) - {IRREGULAR}:
            mine = self.frequency == frequency
            newest = np.nanmax(np.where(mine, self.last, -np.inf))
            step = np.where(self.months <= LONGEST_POINT, 12 / frequency, self.months)
            late = newest - self.last >= given.stopped_after * step - OFF
            out |= mine & late
        return out

    def newest(self) -> list[int]:
        """Return a series of each frequency that goes on the longest."""
        told = ~np.isnan(self.last)
        return [
            int(np.argmax(np.where(told & (self.frequency == f), self.last, -np.inf)))
            for f in sorted(set(self.frequency[told].tolist()))
        ]


def sieve(series: LongSeries, given: Assumptions) -> Sieved:
    """Return what the arrays of a long table say of each of its series."""
    out = Sieved.blank(series)

    def look(numbers: Ints) -> None:
        out.put(numbers, rows_of(series.side_by_side(numbers, out.factor[numbers])), given)

    batches = list(_batches(series))
    if batches:
        look(batches[0])  # alone, since it sorts the places of all
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(look, batches[1:]))
    return out


def _batches(series: LongSeries) -> Iterator[Ints]:
    """Yield numbers of series of one column of figures, as many as make a matrix of `CELLS`."""
    groups, periods = len(series.columns.groups), max(1, len(series.columns.periods))
    size = max(1, min(MOST_ROWS, CELLS // periods))
    for first in range(0, len(series), groups or 1):
        for start in range(first, first + groups, size):
            yield np.arange(start, min(start + size, first + groups))


def _judged(rows: Rows, fits: Flags, given: Assumptions) -> tuple[Ints, Floats]:
    """Return state and tail of each row: by a long method, else by the short model, else neither."""
    state = np.where(fits, TOO_SHORT, NOT_JUDGED)
    tail = np.full(len(fits), np.nan)
    rest = fits & ~_long(rows, fits, given, (state, tail))
    behind = rows.behind()
    running = rows.cumulative[:, None]
    if running.any():
        apart = (rows.starts - rows.latest(rows.starts)[:, None]) % 12
        alike = np.minimum(apart, 12 - apart) < 0.1
        alike &= np.abs(rows.months - rows.latest(rows.months)[:, None]) < 0.1
        behind = behind & (alike | ~running)
    chosen = np.flatnonzero(rest & (behind.sum(1) >= given.short.least))
    if len(chosen):
        state[chosen], tail[chosen] = _short(rows, chosen, behind, given)
    return state, tail


def _short(rows: Rows, chosen: Ints, behind: Flags, given: Assumptions) -> tuple[Ints, Floats]:
    """Hold the latest figure of some rows against the count model: roughly, then well where it matters."""
    model = given.short
    behind = behind[chosen]
    recent = behind & (np.cumsum(behind[:, ::-1], axis=1)[:, ::-1] <= model.most)
    size, a, b = parameters(np.where(recent, rows.values[chosen], np.nan), model)
    y = rows.latest(rows.values)[chosen]
    least = np.full(len(chosen), np.nan)
    close = np.arange(len(chosen))
    for nodes in (EDGE_NODES, NODES):
        law = size, a[close], b[close]
        below = tails(y[close], *law, nodes=nodes)[0]
        above = np.where(y[close] > 0, tails(y[close] - 1, *law, nodes=nodes)[1], 1.0)
        least[close] = np.minimum(above, below)
        close = close[least[close] < SURE]
    return np.where(least <= model.level, ALARM, INSIDE), least


def _long(rows: Rows, fits: Flags, given: Assumptions, out: tuple[Ints, Floats]) -> Flags:
    """Judge rows that a long method serves into `out`; tell which those are."""
    served = np.zeros(len(fits), dtype=bool)
    for frequency, rule in given.long.items():
        setting = known_settings()[rule.setting]
        of = setting.of
        mine = np.flatnonzero(
            fits & (rows.frequency == frequency) & ~rows.cumulative & (rows.counts > 1)
        )
        if not len(mine) or not isinstance(of, Flexible):
            continue
        counts, lengths = grid_rows(rows.values[mine], rows.starts[mine], frequency)
        years = np.minimum(of.b, (lengths - 1 - of.w) // frequency)
        years[(lengths == 0) | (years < min(rule.years, of.b))] = 0
        for b in sorted(set(years.tolist()) - {0}):
            part = np.flatnonzero(years == b)
            panel = _panel(counts[part], lengths[part], frequency)
            using = replace(setting, of=replace(of, b=b))
            seen, state, tail = _latest(panel, using, frequency)
            out[0][mine[part[seen]]], out[1][mine[part[seen]]] = state[seen], tail[seen]
            served[mine[part[seen]]] = True
    return served


def _panel(counts: Floats, lengths: Ints, frequency: int) -> Panel:
    days = np.broadcast_to(np.datetime64("NaT", "D"), counts.shape)
    nothing = np.broadcast_to(np.nan, counts.shape)
    return Panel(("",) * len(counts), counts, days, lengths, nothing, frequency)


def _latest(panel: Panel, setting: Setting, frequency: int) -> tuple[Flags, Ints, Floats]:
    """Return which rows the method serves, and state and tail of their latest time point.

    A row whose latest point is hidden (too few cases of late) is served where an earlier one is
    not; that is asked only of such rows.
    """
    n = len(panel.names)
    state, tail = np.full(n, NOT_JUDGED), np.full(n, np.nan)
    judged = judge(panel, setting, latest=1)
    good, below, above = honest_tails(judged)
    alpha = setting.of.alpha if isinstance(setting.of, Flexible) else 0.01
    row = judged.series[good]
    raised = (judged.columns["alarm"][good] == 1) | (below[good] <= alpha)
    state[row] = np.where(raised, ALARM, INSIDE)
    tail[row] = np.minimum(below, above)[good]
    seen = ~np.isnan(tail)
    hidden = np.flatnonzero(~seen)
    if len(hidden):
        again = judge(panel.part(hidden), setting, latest=max(SHOWN_LEAST, SHOWN_YEARS * frequency))
        seen[hidden[np.unique(again.series[honest_tails(again)[0]])]] = True
    return seen, state, tail


def _gaps(rows: Rows) -> Flags:
    """Tell which rows have periods without a figure inside."""
    lacking = np.round(np.diff(rows.starts, axis=1) / rows.months[:, :-1]) >= 2
    lacking &= rows.months[:, :-1] > LONGEST_POINT
    return np.asarray(lacking.any(1) & ~rows.cumulative & (rows.frequency != IRREGULAR))
