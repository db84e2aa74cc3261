"""What a notebook shows: a table or what was watched as a frame of pandas, and a series as a drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from firsthand.errors import UsageError
from firsthand.model.alarm import SeriesVerdict, Watched
from firsthand.model.table import Table
from firsthand.watch.drawing import alone

if TYPE_CHECKING:
    from pandas import DataFrame

Cell = str | float | int | None
TABLE = ("table", "sheet", "series", "unit", "frequency", "period", "value", "low", "high", "flags", "cell")  # fmt: skip
WATCHED = (
    "table", "series", "unit", "state", "method", "period", "value", "expected", "low", "high",
    "alarm", "tail", "adjusted", "cell",
)  # fmt: skip


class Drawing:
    """A series with its band as SVG; a notebook shows it by itself."""

    def __init__(self, svg: str) -> None:
        self.svg = svg

    def _repr_svg_(self) -> str:
        return self.svg


def plot(verdict: SeriesVerdict) -> Drawing:
    """Return the drawing of one series: figures, band, and what left it. It needs no other package."""
    return Drawing(alone(verdict))


def frame(what: Table | Watched) -> DataFrame:
    """Return figures as a frame of pandas, a row a figure.

    Each dimension of a table is a column of its own, behind those that every frame has; of what was
    watched the labels are `label 1`, `label 2`, … and `tail` and `adjusted` stand beside the figure
    that was judged. Periods are text, since a year, a quarter and a split year are no one type.

    Raises:
        UsageError: pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError as error:
        raise UsageError(
            "a frame needs pandas, which is not installed",
            hint="pip install 'firsthand[notebook]'",
        ) from error
    made: DataFrame = pandas.DataFrame(columns(what))
    return made


def columns(what: Table | Watched) -> dict[str, list[Cell]]:
    """Return the columns of a frame: names, and a value a figure."""
    heads, rows = (WATCHED, _watched(what)) if isinstance(what, Watched) else (TABLE, _told(what))
    out: dict[str, list[Cell]] = {name: [] for name in heads}
    for count, (plain, labels) in enumerate(rows):
        for name, value in zip(heads, plain, strict=True):
            out[name].append(value)
        for name, label in labels:
            own = f"{name} (label)" if name in heads else name
            column = out.setdefault(own, [])
            column += [None] * (count - len(column))
            column.append(label)
    longest = len(out[heads[0]])
    for each in out.values():
        each.extend([None] * (longest - len(each)))
    return out


_Row = tuple[tuple[Cell, ...], Sequence[tuple[str, str]]]


def _told(table: Table) -> Iterator[_Row]:
    for s in table.series:
        labels = list(s.dims.items())
        for v in s.values:
            flags = ", ".join(v.flags)
            yield (
                (table.table, s.sheet, s.id, s.unit, s.frequency, v.period, v.value, v.low, v.high, flags, v.cell),
                labels,
            )  # fmt: skip


def _watched(watched: Watched) -> Iterator[_Row]:
    for v in watched.series:
        labels = [(f"label {n}", text) for n, text in enumerate(v.labels, 1)]
        for number, p in enumerate(v.points, 1):
            judged = (v.tail, v.adjusted) if number == len(v.points) else (None, None)
            yield (
                (v.table, v.series, v.unit, v.state, v.method, p.period, p.value, p.expected, p.low, p.high,
                 p.alarm, *judged, p.cell),
                labels,
            )  # fmt: skip
