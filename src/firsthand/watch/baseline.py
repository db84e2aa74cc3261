"""Which earlier rows a time point is held against, and which block of the year each belongs to.

A layout is the same for all time points whose reference points stand the same number of rows back;
with row numbers that is one layout for a whole panel, by the calendar there are a few.

Source: Noufaily and others 2013, section 3 (blocks of the year); Farrington and others 1996.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from firsthand.watch.panel import Days, Ints, Panel


@dataclass(frozen=True, slots=True)
class Window:
    """How far a baseline reaches: years back, rows either side, blocks a year, rows left out."""

    years: int
    half_width: int
    periods: int = 1
    left_out: int = 0
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows of a baseline, counted from the time point (negative), with their blocks.

    Args:
        offsets: Ascending.
        blocks: Block 1..p of each row.
        points: Rows of the given points that have this layout.
    """

    offsets: Ints
    blocks: Ints
    points: Ints


def _blocks(distances: Ints, window: Window) -> dict[int, int]:
    """Return offset -> block for reference points that stand `distances` rows back."""
    w, p = window.half_width, window.periods
    block = {-int(d) + step: p for d in distances for step in range(-w, w + 1)}
    block.update(dict.fromkeys(range(-w, 1), p))
    if p > 1:
        ends = [*sorted((int(d) for d in distances), reverse=True), 0]
        for older, newer in pairwise(ends):
            _fill(block, start=-older + w + 1, length=older - newer - 2 * w - 1, blocks=p - 1)
    return {at: label for at, label in block.items() if at < -window.left_out}


def _fill(block: dict[int, int], *, start: int, length: int, blocks: int) -> None:
    """Cut the rows between two windows into consecutive blocks, the longer ones first.

    A block of no length still labels the row that it would start at and the one before, as the
    reference implementation does; this moves the oldest row of the next window.
    """
    for label in range(1, blocks + 1):
        size = length // blocks + (label <= length % blocks)
        cells = range(start, start + size) if size > 0 else (start, start - 1)
        for at in cells:
            block[at] = label
        start += size


def _years_back(days: Days, years: int) -> Days:
    """Return the same day some years earlier; 29 February becomes 1 March."""
    months = days.astype("datetime64[M]")
    return np.asarray(
        (months - 12 * years).astype("datetime64[D]") + (days - months.astype("datetime64[D]"))
    )


def _same_weekday(days: Days, like: Days) -> Days:
    """Move days to the nearest day that has the weekday of another."""
    shift = (like.astype(np.int64) - days.astype(np.int64)) % 7
    return np.asarray(days + np.where(shift > 3, shift - 7, shift))


def _distances(panel: Panel, series: Ints, at: Ints, window: Window) -> Ints:
    """Return (points, years) rows back to each reference point; 0 where it is not in the series."""
    years = np.arange(1, window.years + 1)
    if not window.calendar:
        return np.broadcast_to(panel.frequency * years, (len(at), window.years))
    out = np.zeros((len(at), window.years), dtype=np.int64)
    for i in np.unique(series):
        mine = np.flatnonzero(series == i)
        days = panel.dates[i, : panel.lengths[i]]
        here = days[at[mine]]
        for year in years:
            sought = _years_back(here, int(year))
            if panel.frequency == 52:
                sought = _same_weekday(sought, here)
            row = np.searchsorted(days, sought)
            hit = days[np.minimum(row, len(days) - 1)] == sought
            out[mine, year - 1] = np.where(hit, at[mine] - row, 0)
    return out


def layouts(panel: Panel, series: Ints, at: Ints, window: Window) -> Iterator[Layout]:
    """Yield the layouts of time points; points without a full baseline are in none.

    Args:
        panel: The series.
        series: Row of the panel, one a point.
        at: Time point (from 0), one a point.
        window: How far the baseline reaches.
    """
    distances = _distances(panel, series, at, window)
    if not window.calendar:
        kinds, which = distances[:1], np.zeros(len(at), dtype=np.int64)
    else:
        kinds, which = np.unique(distances, axis=0, return_inverse=True)
    for number, kind in enumerate(kinds):
        if not kind.all():
            continue
        blocks = _blocks(kind, window)
        offsets = np.array(sorted(blocks), dtype=np.int64)
        mine = np.flatnonzero(which.ravel() == number)
        mine = mine[at[mine] - kind.max() - window.half_width >= 0]
        if len(mine) and len(offsets):
            yield Layout(offsets, np.array([blocks[int(o)] for o in offsets]), mine)
