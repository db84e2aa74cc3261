"""Reads series from CSV: one line a time point, with series, date, count and perhaps population."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from firsthand.errors import InputError
from firsthand.watch.panel import Panel, frequency_of, stack

NEEDED = {"series", "date", "count"}


def read_panels(path: Path) -> dict[int, Panel]:
    """Return the series of a file by their points a year, each in the order of the file.

    Raises:
        InputError: The file cannot be read, lacks a column, or a cell is no date or number.
    """
    series: dict[str, list[tuple[str, float, float]]] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.DictReader(stream)
            lacking = NEEDED - set(rows.fieldnames or ())
            if lacking:
                raise InputError(
                    f"has no column {', '.join(sorted(lacking))}",
                    where=str(path),
                    hint="Series have the columns series, date, count and, if known, population.",
                )
            for number, row in enumerate(rows, 2):
                name, values = _row(row, f"{path}:{number}")
                series.setdefault(name, []).append(values)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"cannot read the series: {error}", where=str(path)) from error
    return _panels(series)


def _row(row: dict[str, str | None], where: str) -> tuple[str, tuple[str, float, float]]:
    try:
        day = np.datetime64((row["date"] or "").strip(), "D")
        if np.isnat(day):
            raise ValueError(f"{row['date']!r} is no date")
        return row["series"] or "", (
            str(day), _number(row["count"]), _number(row.get("population")),
        )  # fmt: skip
    except ValueError as error:
        raise InputError(
            f"cannot read the line: {error}", where=where, hint="Correct the line, or leave it out."
        ) from error


def _number(text: str | None) -> float:
    text = (text or "").strip()
    return float("nan") if text in ("", "NA") else float(text)


def _panels(series: dict[str, list[tuple[str, float, float]]]) -> dict[int, Panel]:
    by_frequency: dict[int, list[str]] = {}
    for name, rows in series.items():
        days = np.array([r[0] for r in rows], dtype="datetime64[D]")
        by_frequency.setdefault(frequency_of(days), []).append(name)
    return {
        frequency: stack(
            names,
            [np.array([r[1] for r in series[n]]) for n in names],
            [np.array([r[0] for r in series[n]], dtype="datetime64[D]") for n in names],
            [np.array([r[2] for r in series[n]]) for n in names],
        )
        for frequency, names in by_frequency.items()
    }
