"""The labels of each row with those of its parents: indent, numbering, bold, section rows, cells that go on."""

from __future__ import annotations

import re

import msgspec

from firsthand.tables.columns import Column, Role
from firsthand.tables.grid import Cell
from firsthand.tables.layout import Block
from firsthand.tables.levels import Line, number_levels
from firsthand.tables.period_part import Part
from firsthand.tables.row_periods import RowPeriods, row_periods
from firsthand.tables.units import read_unit
from firsthand.tables.view import View, column_roles, is_of_which, is_total, split_marks


class Label(msgspec.Struct, frozen=True):
    """A label of a row: the dimension it belongs to and the words as printed."""

    dim: str
    text: str


class Row(msgspec.Struct):
    """What stands beside the figures of a row.

    Args:
        labels: Outermost parent first.
        periods: What the row and its parents say of a period, the nearest first.
        units: Texts in which a unit stands, the nearest first.
        marks: Marks on the labels and periods of the row.
        factor: Power of ten that a column of multipliers names; None: there is none.
    """

    row: int
    labels: tuple[Label, ...] = ()
    periods: tuple[Part, ...] = ()
    units: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    factor: int | None = None


class Rows(msgspec.Struct):
    """All rows with figures, and the rows whose period fits two readings."""

    rows: list[Row]
    unsure: dict[int, tuple[str, ...]]


class _Texts(msgspec.Struct):
    """What a line says beside its level."""

    fixed: tuple[Label, ...] = ()
    dim: str = ""
    marks: tuple[str, ...] = ()
    unit: str | None = None
    factor: int | None = None


def read_rows(view: View, block: Block, columns: list[Column]) -> Rows:
    """Return every body row that has figures, with its labels, periods and units."""
    periods = row_periods(view, block, columns)
    carry: dict[int, tuple[Label, Cell]] = {}
    lines: list[Line] = []
    texts: dict[int, _Texts] = {}
    previous: int | None = None
    for row in block.body:
        line, texts[row] = _line(view, row, columns, carry)
        line.gap = previous is not None and row - previous > 1
        previous = row
        lines.append(line)
    number_levels(lines)
    return Rows(_walk(lines, texts, periods), periods.unsure)


def _line(
    view: View, row: int, columns: list[Column], carry: dict[int, tuple[Label, Cell]]
) -> tuple[Line, _Texts]:
    cells = view.grid.rows[row]
    labels = [column for column in columns if column.role is Role.LABEL]
    valued = _is_valued(view, row, columns, cells)
    if not valued and len(cells) == 1:
        return _section(view, row, cells, labels)
    own = _labels(view, row, labels, carry)
    text, indent, bold = "", 0, False
    said = _Texts(
        marks=_marks(view, row, columns, own),
        unit=_text_of(Role.UNIT, columns, cells) or _compound_unit(columns, cells),
        factor=_factor(_text_of(Role.FACTOR, columns, cells)),
    )
    if own:
        label, cell = own[-1]
        text, indent, bold = label.text, cell.indent, cell.bold
        said.dim, said.fixed = label.dim, tuple(each for each, _ in own[:-1])
    code = _text_of(Role.CODE, columns, cells)
    line = Line(row, text, indent, bold, valued, code or "", unit=said.unit)
    line.figures = _figures(view, row, columns)
    return line, said


def _figures(view: View, row: int, columns: list[Column]) -> tuple[float | None, ...]:
    figures = [view.figure(row, c.index) for c in columns if c.role is Role.VALUE]
    return tuple(figure.value if figure else None for figure in figures)


def _marks(
    view: View, row: int, columns: list[Column], own: list[tuple[Label, Cell]]
) -> tuple[str, ...]:
    """Return the marks on the labels and periods of a row."""
    periods = [view.cell(row, c.index) for c in columns if c.role is Role.PERIOD]
    cells = [*(cell for _, cell in own), *(cell for cell in periods if cell is not None)]
    return tuple(mark for cell in cells for mark in split_marks(cell)[1])


def _text_of(role: Role, columns: list[Column], cells: dict[int, Cell]) -> str | None:
    found = next((c for c in columns if c.role is role and c.index in cells), None)
    if found is None:
        return None
    text = cells[found.index].text
    return text.partition(":")[0].strip() if found.coded and role is not Role.CODE else text


def _compound_unit(columns: list[Column], cells: dict[int, Cell]) -> str | None:
    held = [
        label.text
        for column in columns
        if column.compound and column.index in cells
        for label in _parted(column, cells[column.index].text)
        if "unit" in column_roles(label.dim)
    ]
    return held[0] if held else None


def _factor(text: str | None) -> int | None:
    found = re.match(r"\d{1,2}", text or "")
    return int(found[0]) if found else None


def _is_valued(view: View, row: int, columns: list[Column], cells: dict[int, Cell]) -> bool:
    """Tell whether a row has figures, or the status of one that is left out."""
    values = [c.index for c in columns if c.role is Role.VALUE and c.index in cells]
    if any(len(cells) > 1 or view.figure(row, index) is not None for index in values):
        return True
    coded = any(c.role in {Role.STATUS, Role.FACTOR} for c in columns)
    return coded and any(c.role is Role.PERIOD and c.index in cells for c in columns)


def _section(
    view: View, row: int, cells: dict[int, Cell], labels: list[Column]
) -> tuple[Line, _Texts]:
    cell = next(iter(cells.values()))
    text, marks = split_marks(cell)
    dim = labels[0].heading if labels else ""
    line = Line(row, text, cell.indent, cell.bold, valued=False)
    return line, _Texts(dim=f"{dim} (section)".strip(), marks=marks)


def _labels(
    view: View, row: int, labels: list[Column], carry: dict[int, tuple[Label, Cell]]
) -> list[tuple[Label, Cell]]:
    """Return the labels of a row's own columns; a blank outer cell goes on from above."""
    out: list[tuple[Label, Cell]] = []
    last = max((c.index for c in labels if view.cell(row, c.index) is not None), default=-1)
    seen: set[tuple[int, int]] = set()
    for column in labels:
        cell, origin = view.cell(row, column.index), view.origin(row, column.index)
        if cell is None:
            if column.index in carry and column.index < last:
                out.append(carry[column.index])
            continue
        if origin in seen:
            continue
        seen.add(origin)
        text, _ = split_marks(cell)
        text = text.partition(":")[2].strip() if column.coded else text
        if column.compound:
            out += [(label, cell) for label in _parted(column, text) if not column_roles(label.dim)]
            continue
        carry[column.index] = (Label(column.heading or f"label {column.index + 1}", text), cell)
        for other in labels:
            if other.index > column.index and origin[0] == row:
                carry.pop(other.index, None)
        out.append(carry[column.index])
    return out


def _parted(column: Column, text: str) -> list[Label]:
    """Return the labels that a compound cell holds together."""
    return [
        Label(dim, part.strip()) for dim, part in zip(column.compound, text.split(","), strict=True)
    ]


def _walk(lines: list[Line], texts: dict[int, _Texts], periods: RowPeriods) -> list[Row]:
    """Go down the lines with a stack of parents; totals and period rows are parents of none."""
    stack: list[Line] = []
    rows: list[Row] = []
    unit: str | None = None
    for line in lines:
        own = periods.parts.get(line.row, ())
        if not line.valued and is_of_which(line.text):
            continue
        if not line.valued and not own and read_unit(line.text):
            unit = line.text
            continue
        while stack and stack[-1].level >= line.level:
            stack.pop()
        if line.valued:
            parents = [
                each
                for each in stack
                if not is_total(each.text) and not periods.sections.get(each.row)
            ]
            rows.append(_row(line, parents, texts, own, unit))
            outer = [
                part for each in reversed(stack) for part in periods.sections.get(each.row, ())
            ]
            rows[-1].periods = (*own, *outer)
        if line.text or periods.sections.get(line.row):
            stack.append(line)
    return rows


def _row(
    line: Line,
    parents: list[Line],
    texts: dict[int, _Texts],
    own: tuple[Part, ...],
    unit: str | None,
) -> Row:
    said = texts[line.row]
    labels = list(said.fixed)
    fixed = {(label.dim, label.text) for label in labels}
    for each in parents:
        labels += [
            label
            for label in texts[each.row].fixed
            if (label.dim, label.text) not in fixed and not said.fixed
        ]
    counts: dict[str, int] = {}
    for each in [*parents, line]:
        if each.text:
            dim = texts[each.row].dim
            counts[dim] = counts.get(dim, 0) + 1
            labels.append(Label(dim if counts[dim] == 1 else f"{dim} {counts[dim]}", each.text))
    units = tuple(each for each in (said.unit, unit) if each)
    marks = (
        *said.marks,
        *(mark for each in parents if not each.valued for mark in texts[each.row].marks),
    )
    return Row(line.row, tuple(dict.fromkeys(labels)), own, units, marks, said.factor)
