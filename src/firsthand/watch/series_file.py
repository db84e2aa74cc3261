"""Reads series from CSV: one line a time point, with series, date, count and perhaps population."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from firsthand.errors import InputError
from firsthand.watch.panel import Days, Panel, frequency_of, stack

NEEDED = ("series", "date", "count")


@dataclass(slots=True)
class _Columns:
    """The lines of one series in arrays: days since 1970, counts, populations."""

    days: array[int] = field(default_factory=lambda: array("q"))
    counts: array[float] = field(default_factory=lambda: array("d"))
    population: array[float] = field(default_factory=lambda: array("d"))

    def dates(self) -> Days:
        """Return the days as dates."""
        return np.frombuffer(self.days, dtype=np.int64).astype("datetime64[D]")


def read_panels(path: Path) -> dict[int, Panel]:
    """Return the series of a file by their points a year, each in the order of the file.

    Raises:
        InputError: The file cannot be read, lacks a column, or a cell is no date or number.
    """
    series: dict[str, _Columns] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.reader(stream)
            _fill(series, rows, path)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"cannot read the series: {error}", where=str(path)) from error
    return _panels(series)


def _fill(series: dict[str, _Columns], rows: Iterator[list[str]], path: Path) -> None:
    heads = next(rows, [])
    lacking = sorted(set(NEEDED) - set(heads))
    if lacking:
        raise InputError(
            f"has no column {', '.join(lacking)}",
            where=str(path),
            hint="Series have the columns series, date, count and, if known, population.",
        )
    name, date, count = (heads.index(n) for n in NEEDED)
    population = heads.index("population") if "population" in heads else None
    known: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        try:
            day = known.get(row[date])
            if day is None:
                day = known[row[date]] = _day(row[date])
            held = series.get(row[name])
            if held is None:
                held = series[row[name]] = _Columns()
            held.counts.append(_number(row[count]))
            held.days.append(day)
            head = "" if population is None or population >= len(row) else row[population]
            held.population.append(_number(head))
        except (ValueError, IndexError) as error:
            raise InputError(
                f"cannot read the line: {error}",
                where=f"{path}:{number}",
                hint="Correct the line, or leave it out.",
            ) from error


def _day(text: str) -> int:
    day = np.datetime64(text.strip(), "D")
    if np.isnat(day):
        raise ValueError(f"{text!r} is no date")
    return int(day.astype(np.int64))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        if text.strip() in ("", "NA"):
            return float("nan")
        raise


def _panels(series: dict[str, _Columns]) -> dict[int, Panel]:
    by_frequency: dict[int, list[str]] = {}
    for name, held in series.items():
        by_frequency.setdefault(frequency_of(held.dates()), []).append(name)
    return {
        frequency: stack(
            names,
            [np.frombuffer(series[n].counts) for n in names],
            [series[n].dates() for n in names],
            [np.frombuffer(series[n].population) for n in names],
        )
        for frequency, names in by_frequency.items()
    }
