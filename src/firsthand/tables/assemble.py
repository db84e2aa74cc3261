"""Values out of a block: each figure with its labels, period, unit and flags."""

from __future__ import annotations

from collections import Counter

import msgspec

from firsthand.model.table import Doubt, Flag, Unplaced
from firsthand.tables.columns import Column, Role, measure_labels, whole_year_headings
from firsthand.tables.figures import Figure
from firsthand.tables.flags import Said, besides, say, status_of
from firsthand.tables.grid import Cell, cell_name, column_name
from firsthand.tables.heading_periods import ColumnPeriods, column_periods
from firsthand.tables.headings import Heading
from firsthand.tables.layout import Block
from firsthand.tables.period_part import Part
from firsthand.tables.quantity import Measure, measure_of, times
from firsthand.tables.rows import Row, Rows
from firsthand.tables.timeline import Period, compose
from firsthand.tables.units import RATIOS
from firsthand.tables.view import View


class Observation(msgspec.Struct, frozen=True):
    """One value before values are gathered into series."""

    cell: str
    dims: tuple[tuple[str, str], ...]
    unit: str | None
    period: Period
    printed: str
    value: float | int | None
    flags: tuple[Flag, ...] = ()
    low: float | int | None = None
    high: float | int | None = None
    note: str | None = None


NO_PERIOD = Period("", "none")


class Context(msgspec.Struct, frozen=True):
    """What stands around a block.

    Args:
        texts: That may name a unit, the nearest first.
        periods: Of the sheet's name and the titles, for tables whose headings name no year.
        running: The words around say that figures run from the beginning of the year.
        marks: On the sheet's name; they hold for all of its figures.
    """

    texts: tuple[str, ...] = ()
    periods: tuple[Part, ...] = ()
    running: bool = False
    marks: tuple[str, ...] = ()


class Harvest(msgspec.Struct):
    """All that was got out of a block.

    Args:
        timeless: Figures with a unit and labels over which nothing names a period, as in a register
            of ships with what each can carry; they stand in `unplaced` too.
    """

    observations: list[Observation]
    unplaced: list[Unplaced]
    doubts: list[Doubt]
    timeless: list[Observation] = []


class Field(msgspec.Struct):
    """A column of figures with what is the same for all of its cells."""

    column: Column
    labels: tuple[str, ...]
    parts: tuple[Part, ...]
    running: bool
    percent: bool
    headings: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    besides: tuple[Column, ...] = ()


class _Work(msgspec.Struct):
    """What reading a block carries along."""

    view: View
    context: Context
    out: Harvest
    measures: dict[tuple[object, ...], Measure]


def harvest(
    view: View, block: Block, columns: list[Column], rows: Rows, context: Context
) -> Harvest:
    """Read every value of a block."""
    values = [column for column in columns if column.role is Role.VALUE]
    periods = column_periods(values)
    fields = fields_of(view, block, columns, periods)
    work = _Work(view, context, Harvest([], [], [], []), {})
    for row in rows.rows:
        percent = _all_percent(view, [(row.row, each.index) for each in values])
        for field in fields:
            _read(work, row, field, percent)
    work.out.doubts += _doubts_of_headings(view, block, rows, periods)
    return work.out


def fields_of(
    view: View, block: Block, columns: list[Column], periods: ColumnPeriods
) -> list[Field]:
    """Return the columns of figures with what is the same for all of their cells."""
    values = [column for column in columns if column.role is Role.VALUE]
    whole = whole_year_headings(columns)
    labels = {column.index: measure_labels(column, whole, units=False) for column in values}
    if len(set(labels.values())) == 1:
        labels = dict.fromkeys(labels, ())
    _tell_apart(values, labels, whole, periods)
    status = besides(columns)
    return [
        Field(
            column, labels[column.index], periods.parts[column.index], column.index in periods.running,
            _all_percent(view, [(row, column.index) for row in block.body]),
            tuple(heading.text for heading in reversed(column.path)),
            tuple(mark for heading in column.path for mark in heading.marks),
            status[column.index],
        )
        for column in values
    ]  # fmt: skip


def _tell_apart(
    values: list[Column],
    labels: dict[int, tuple[str, ...]],
    whole: frozenset[Heading],
    periods: ColumnPeriods,
) -> None:
    """Columns that nothing else tells apart take headings that are bare units for labels."""

    keys = {
        column.index: (
            labels[column.index],
            periods.parts[column.index],
            measure_of([h.text for h in reversed(column.path)], (), (), ()),
        )
        for column in values
    }
    counts = Counter(keys.values())
    for column in values:
        if counts[keys[column.index]] > 1:
            labels[column.index] = measure_labels(column, whole, units=True)


def _all_percent(view: View, places: list[tuple[int, int]]) -> bool:
    """Tell whether all numbers at these places are shown with a per cent sign."""
    figures = [view.figure(*place) for place in places]
    numbers = [figure for figure in figures if figure is not None and figure.value is not None]
    return bool(numbers) and all(figure.percent for figure in numbers)


def _read(work: _Work, row: Row, field: Field, percent: bool) -> None:
    view, column = work.view, field.column
    cell = view.grid.at(row.row, column.index)
    status = status_of(view, row.row, field.besides)
    name = cell_name(row.row, column.index)
    figure = _figure(view, row.row, column.index, cell, status)
    if figure is None:
        if cell is not None:
            _set_aside(work, name, cell.text)
        return
    period = _period(row, field, work.context)
    said = say(view.legend, figure, (*work.context.marks, *field.marks, *row.marks), status)
    measure = _measure(work, row, field, figure, percent)
    if period is None:
        _set_aside(work, name, cell.text if cell else "")
        if not (field.parts or row.periods or work.context.periods) and row.labels:
            _keep(
                work,
                _observation(
                    name, row, field, cell, figure, said=said, measure=measure, period=NO_PERIOD
                ),
                field,
            )
        return
    _doubt(work, name, cell, figure, period)
    work.out.observations.append(
        _observation(name, row, field, cell, figure, said=said, measure=measure, period=period)
    )


def _keep(work: _Work, each: Observation, field: Field) -> None:
    """Keep a figure without a period where its unit is told and is no ratio; its heading is a label."""
    if each.unit is None or each.unit in RATIOS:
        return
    if not field.labels and field.headings:
        each = msgspec.structs.replace(each, dims=(*each.dims, ("measure", field.headings[0])))
    work.out.timeless.append(each)


def _figure(
    view: View, row: int, column: int, cell: Cell | None, status: tuple[str, ...]
) -> Figure | None:
    """Return the figure of a cell; a blank one counts where a status says what it is."""
    if cell is None:
        return Figure(sign="") if {"missing", "confidential"} & set(status) else None
    return view.figure(row, column)


def _set_aside(work: _Work, name: str, text: str) -> None:
    work.out.unplaced.append(Unplaced(cell=name, text=text, sheet=work.view.grid.name))


def _period(row: Row, field: Field, context: Context) -> Period | None:
    parts = [*field.parts, *row.periods]
    if all(part.year is None and part.grain != "years" for part in parts):
        parts = [*parts, *context.periods[:1]]
    return compose(parts, running=field.running or context.running)


def _measure(work: _Work, row: Row, field: Field, figure: Figure, percent: bool) -> Measure:
    if (told := field.column.unit) is not None:
        return Measure(told.unit, 1 if told.unit in RATIOS else told.factor or 1)
    if figure.percent or (figure.value is None and (percent or field.percent)):
        return Measure("percent")
    labels = tuple(label.text for label in reversed(row.labels))
    key = (field.column.index, row.units, labels)
    if key not in work.measures:
        work.measures[key] = measure_of(field.headings, row.units, labels, work.context.texts)
    measure = work.measures[key]
    if row.factor is not None and measure.unit not in RATIOS:
        return Measure(measure.unit, 10**row.factor)
    return measure


def _observation(
    name: str, row: Row, field: Field, cell: Cell | None, figure: Figure, *,
    said: Said, measure: Measure, period: Period,
) -> Observation:  # fmt: skip
    dims = [(label.dim, label.text) for label in row.labels]
    dims += [
        (f"measure {level}" if level > 1 else "measure", text)
        for level, text in enumerate(field.labels, 1)
    ]
    return Observation(
        name, tuple(dims), measure.unit, period, cell.text if cell else "",
        times(said.value, measure.factor), said.flags,
        times(figure.low, measure.factor), times(figure.high, measure.factor), said.note,
    )  # fmt: skip


def _doubt(work: _Work, name: str, cell: Cell | None, figure: Figure, period: Period) -> None:
    """List a value whose cell fits two readings."""
    readings: tuple[str, ...] = ()
    if cell is not None and cell.fault is not None:
        readings = (f"no value: {cell.fault}", "the value that the formula would give")
    elif figure.unsure is not None and figure.value is not None and not work.view.style.sure:
        readings = (f"{figure.value:,}", f"{figure.unsure:,}")
    elif period.clash is not None:
        readings = (period.text, period.clash)
    if readings:
        work.out.doubts.append(Doubt(cells=(name,), readings=readings, sheet=work.view.grid.name))


def _doubts_of_headings(
    view: View, block: Block, rows: Rows, periods: ColumnPeriods
) -> list[Doubt]:
    """List the cells below and beside headings that fit two readings."""
    first, last = block.body[0] + 1, block.body[-1] + 1
    doubts = [
        Doubt(cells=(f"{column_name(c)}{first}:{column_name(c)}{last}",), readings=readings, sheet=view.grid.name)
        for c, readings in periods.unsure.items()
    ]  # fmt: skip
    values = sorted(periods.parts)
    if values:
        left, right = column_name(values[0]), column_name(values[-1])
        doubts += [
            Doubt(cells=(f"{left}{row + 1}:{right}{row + 1}",), readings=readings, sheet=view.grid.name)
            for row, readings in rows.unsure.items()
        ]  # fmt: skip
    return doubts
