"""Many series side by side: counts, dates and populations as arrays, one row a series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.watch.special import Floats

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Days = NDArray[np.datetime64]

# Median distance of two dates in days -> points a year.
STEPS = ((1.5, 365), (10.0, 52), (45.0, 12), (135.0, 4), (250.0, 2), (1e9, 1))


@dataclass(frozen=True, slots=True)
class Panel:
    """Series of one frequency; rows shorter than the longest are filled with NaN at their end.

    Args:
        names: One a row.
        counts: (series, time points); NaN where missing.
        dates: (series, time points); NaT behind the end.
        lengths: Time points of each row.
        population: Like counts; NaN throughout where a series has none.
        frequency: Time points a year.
    """

    names: tuple[str, ...]
    counts: Floats
    dates: Days
    lengths: Ints
    population: Floats
    frequency: int

    def part(self, rows: Ints) -> Panel:
        """Return the panel of some of its series."""
        return Panel(
            names=tuple(self.names[i] for i in rows),
            counts=self.counts[rows],
            dates=self.dates[rows],
            lengths=self.lengths[rows],
            population=self.population[rows],
            frequency=self.frequency,
        )


def frequency_of(dates: Days) -> int:
    """Return the points a year that dates stand for, by their median distance; 1 for one date."""
    if len(dates) < 2:
        return 1
    step = float(np.median(np.diff(dates.astype("datetime64[D]")).astype(np.int64)))
    return next(frequency for limit, frequency in STEPS if step < limit)


def stack(
    names: list[str], counts: list[Floats], dates: list[Days], population: list[Floats]
) -> Panel:
    """Return the panel of series of one frequency; their lengths may differ."""
    longest = max((len(c) for c in counts), default=0)
    shape = (len(names), longest)
    table, heads = np.full(shape, np.nan), np.full(shape, np.nan)
    days = np.full(shape, np.datetime64("NaT"), dtype="datetime64[D]")
    for i, (count, day, head) in enumerate(zip(counts, dates, population, strict=True)):
        table[i, : len(count)] = count
        days[i, : len(count)] = day
        heads[i, : len(count)] = head
    return Panel(
        names=tuple(names),
        counts=table,
        dates=days,
        lengths=np.array([len(c) for c in counts], dtype=np.int64),
        population=heads,
        frequency=frequency_of(dates[0]) if dates else 1,
    )
