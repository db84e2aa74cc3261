"""Files of series in, lines out: what `firsthand watch --setting` and `--format csv` print."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from firsthand.errors import UsageError
from firsthand.model.alarm import Watched
from firsthand.watch.judge import BODY, HEAD, Judged, judge
from firsthand.watch.series_file import read_panels
from firsthand.watch.settings import Setting, known_settings, read_settings

# Series that are judged before their lines are written: memory stays low, whatever the file.
AT_ONCE = 1_000
COLUMNS = (
    "table", "series", "labels", "unit", "state", "direction", "period", "value", "cell",
    "expected", "low", "high", "tail", "adjusted", "method", "words",
)  # fmt: skip


def setting_of(name: str, settings: Path | None) -> Setting:
    """Return a setting by its name, from a file or from those that come with Firsthand.

    Raises:
        UsageError: There is no setting of that name.
    """
    given = read_settings(settings) if settings else {}
    setting = given.get(name) or known_settings().get(name)
    if setting is None:
        raise UsageError(
            f"there is no setting {name!r}",
            where=str(settings) if settings else None,
            hint=f"Known without a file: {', '.join(known_settings())}",
        )
    return setting


def header(name: str, settings: Path | None) -> tuple[str, ...]:
    """Return the names of the columns that a setting's method prints."""
    return (*HEAD, *BODY[type(setting_of(name, settings).of)], "status")


def judged_files(paths: Sequence[Path], name: str, settings: Path | None) -> Iterator[Judged]:
    """Yield what the method says of the series of its frequency, file by file."""
    setting = setting_of(name, settings)
    for path in paths:
        panel = read_panels(path).get(setting.frequency)
        if panel is None:
            continue
        for start in range(0, len(panel.names), AT_ONCE):
            rows = np.arange(start, min(start + AT_ONCE, len(panel.names)))
            yield judge(panel.part(rows), setting)


def as_csv(watched: Watched) -> str:
    """Return one line a series."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for v in watched.series:
        told = [p for p in v.points if p.value is not None]
        last = told[-1] if told else None
        figures = (
            (last.period, last.value, last.cell, last.expected, last.low, last.high)
            if last
            else ("",) * 6
        )
        writer.writerow(
            ("" if x is None else x)
            for x in (
                v.table,
                v.series,
                " / ".join(v.labels),
                v.unit,
                v.state,
                v.direction,
                *figures,
                v.tail,
                v.adjusted,
                v.method,
                v.words,
            )
        )
    return out.getvalue()
