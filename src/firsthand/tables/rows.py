"""The labels of each row with those of its parents: indent, numbering, bold, section rows, cells that go on."""

from __future__ import annotations

import re

import msgspec

from firsthand.tables.columns import Column, Role
from firsthand.tables.grid import Cell
from firsthand.tables.layout import Block
from firsthand.tables.periods import Part
from firsthand.tables.units import read_unit
from firsthand.tables.view import View, is_of_which, is_total, split_marks


class Label(msgspec.Struct, frozen=True):
    """A label of a row: the dimension it belongs to and the words as printed."""

    dim: str
    text: str


class Row(msgspec.Struct):
    """What stands beside the figures of a row.

    Args:
        labels: Outermost parent first.
        periods: Readings of what the row and its parents say of a period, the nearest first.
        units: Texts in which a unit may stand, the nearest first.
        marks: Marks on the labels of the row.
    """

    row: int
    labels: tuple[Label, ...] = ()
    periods: tuple[tuple[Part, ...], ...] = ()
    units: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


class _Line(msgspec.Struct):
    """A row while levels are found: its innermost label cell, and what tells its level."""

    row: int
    text: str
    indent: int
    number: int
    bold: bool
    valued: bool
    gap: bool
    parts: tuple[Part, ...] = ()
    level: int = 0
    fixed: tuple[Label, ...] = ()
    marks: tuple[str, ...] = ()
    dim: str = ""
    unit: str | None = None
    periods: tuple[tuple[Part, ...], ...] = ()


def read_rows(view: View, block: Block, columns: list[Column]) -> list[Row]:
    """Return every body row that has figures, with its labels, periods and units; the others work on those below."""
    lines = _lines(view, block, columns)
    _number_levels(lines)
    return _walk(lines)


def _lines(view: View, block: Block, columns: list[Column]) -> list[_Line]:
    labels = [c for c in columns if c.role is Role.LABEL]
    carry: dict[int, tuple[Label, Cell]] = {}
    periods: dict[int, tuple[Part, ...]] = {}
    lines: list[_Line] = []
    previous: int | None = None
    for row in block.body:
        line = _line(view, row, columns, labels, carry, periods)
        line.gap = previous is not None and row - previous > 1
        previous = row
        lines.append(line)
    return lines


def _line(
    view: View, row: int, columns: list[Column], labels: list[Column],
    carry: dict[int, tuple[Label, Cell]], periods: dict[int, tuple[Part, ...]],
) -> _Line:  # fmt: skip
    cells = view.grid.rows[row]
    values = [c.index for c in columns if c.role is Role.VALUE]
    valued = any(
        c in cells and (len(cells) > 1 or view.is_figure(row, c)) for c in values
    ) or _status_only(columns, cells)
    if not valued and len(cells) == 1:
        return _section(view, row, cells, labels)
    line = _Line(row, "", 0, 0, False, valued, False)
    fixed = _carried(view, row, labels, carry)
    line.unit = next(
        (cells[c.index].text for c in columns if c.role is Role.UNIT and c.index in cells), None
    )
    if fixed:
        label, cell = fixed[-1]
        line.text, line.dim = label.text, label.dim
        line.indent, line.bold = cell.indent, cell.bold
        line.fixed = tuple(each for each, _ in fixed[:-1])
        line.marks = tuple(m for _, each in fixed for m in split_marks(each)[1])
        line.parts = view.periods(row, labels[len(labels) - 1].index) if labels else ()
    line.number = _depth(view, row, columns, line.text)
    line.periods = _row_periods(view, row, columns, periods)
    return line


def _status_only(columns: list[Column], cells: dict[int, Cell]) -> bool:
    """A row of a long table whose figure is blank, but whose other columns are filled."""
    if not any(c.role in {Role.STATUS, Role.FACTOR} for c in columns):
        return False
    return any(c.role is Role.PERIOD and c.index in cells for c in columns)


def _section(view: View, row: int, cells: dict[int, Cell], labels: list[Column]) -> _Line:
    column, cell = next(iter(cells.items()))
    text, marks = split_marks(cell)
    dim = labels[0].heading if labels else ""
    parts = view.periods(row, column)
    return _Line(
        row,
        text,
        cell.indent,
        _leading_depth(text),
        cell.bold,
        False,
        False,
        parts,
        marks=marks,
        dim=dim,
    )


def _carried(
    view: View, row: int, labels: list[Column], carry: dict[int, tuple[Label, Cell]]
) -> list[tuple[Label, Cell]]:
    """Return the labels of a row's own columns; a blank outer cell goes on from above."""
    out: list[tuple[Label, Cell]] = []
    last = max((c.index for c in labels if view.cell(row, c.index) is not None), default=-1)
    seen: set[tuple[int, int]] = set()
    for column in labels:
        cell = view.cell(row, column.index)
        origin = view.origin(row, column.index)
        if cell is not None:
            if origin in seen:
                continue
            seen.add(origin)
            text, _ = split_marks(cell)
            label = Label(column.heading or f"label {column.index + 1}", text)
            carry[column.index] = (label, cell)
            for other in labels:
                if other.index > column.index:
                    carry.pop(other.index, None)
            out.append((label, cell))
        elif column.index in carry and column.index < last:
            out.append(carry[column.index])
    return out


def _row_periods(
    view: View, row: int, columns: list[Column], carry: dict[int, tuple[Part, ...]]
) -> tuple[tuple[Part, ...], ...]:
    """Return what the period columns of a row say, the innermost first; blank cells go on from above."""
    out: list[tuple[Part, ...]] = []
    for column in columns:
        if column.role in {Role.PERIOD, Role.YEAR}:
            own = view.periods(*view.origin(row, column.index))
            if own:
                carry[column.index] = own
            parts = own or carry.get(column.index, ())
            if parts:
                out.insert(0, parts)
        elif column.role in {Role.MONTH, Role.QUARTER}:
            cell = view.cell(row, column.index)
            if cell is not None and cell.text.isdigit():
                grain = "month" if column.role is Role.MONTH else "quarter"
                out.insert(0, (Part(grain, None, int(cell.text)),))  # type: ignore[arg-type]  # two literals
    return tuple(out)


_NUMBER = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,5})[.)]?\s+\S|(\d{1,2}(?:\.\d{1,2}){1,5})\.?$|(\d{1,3})[.)]?$"
)


def _leading_depth(text: str) -> int:
    found = re.match(r"(\d{1,2}(?:\.\d{1,2}){0,5})([.)]?)\s+\S", text)
    if not found or not (found[2] or "." in found[1]):
        return 0
    return found[1].count(".") + 1


def _depth(view: View, row: int, columns: list[Column], text: str) -> int:
    """Return how deep a row is numbered: "1.2.1" in a column of codes or before the label is 3; 0: not at all."""
    for column in columns:
        cell = view.grid.at(row, column.index) if column.role is Role.CODE else None
        if cell is not None and re.fullmatch(r"\d{1,2}(?:\.\d{1,2}){0,5}\.?", cell.text):
            return cell.text.strip(".").count(".") + 1
    return _leading_depth(text)


def _number_levels(lines: list[_Line]) -> None:
    """Give every line its level: by numbering, else indent, else bold; a flat section stands over all."""
    data = [line for line in lines if line.text]
    depths = {line.number for line in data if line.number}
    indents = {line.indent for line in data}
    if len(depths) > 1:
        for line in data:
            line.level = line.number or 1
    elif len(indents) > 1:
        for line in data:
            line.level = line.indent
    elif _bold_parents(data):
        for line in data:
            line.level = 0 if line.bold else 1
    for number, line in enumerate(lines):
        following = next((each for each in lines[number + 1 :] if each.text), None)
        if (
            not line.valued
            and not is_of_which(line.text)
            and following
            and following.level <= line.level
        ):
            line.level = -1


def _bold_parents(data: list[_Line]) -> bool:
    """Bold rows are parents where plain ones follow them, and where bold is no mere stress of one row."""
    bold = [line for line in data if line.bold and not is_total(line.text)]
    if not bold or all(line.bold for line in data):
        return False
    return len(bold) > 1 or data[0].bold


def _walk(lines: list[_Line]) -> list[Row]:
    stack: list[_Line] = []
    rows: list[Row] = []
    units: list[str] = []
    for line in lines:
        section = not line.valued
        if section and is_of_which(line.text):
            continue
        if section and read_unit(line.text) and not line.parts:
            units = [line.text]
            continue
        while stack and stack[-1].level >= line.level:
            stack.pop()
        parents = [
            each
            for each in stack
            if not is_total(each.text) and not (each.parts and not each.fixed)
        ]
        if line.valued:
            rows.append(_row(line, parents, stack, units))
        if line.text:
            stack.append(line)
    return rows


def _row(line: _Line, parents: list[_Line], stack: list[_Line], units: list[str]) -> Row:
    labels = [label for label in line.fixed]
    names: dict[str, int] = {}
    own = [*parents, line] if line.text and not line.parts else parents
    for each in own:
        if each.text:
            names[each.dim] = names.get(each.dim, 0) + 1
            count = names[each.dim]
            labels.append(Label(each.dim if count == 1 else f"{each.dim} {count}", each.text))
    periods = [*line.periods, *([line.parts] if line.parts else [])]
    periods += [each.parts for each in reversed(stack) if each.parts]
    texts = [*([line.unit] if line.unit else []), *units]
    return Row(line.row, tuple(labels), tuple(periods), tuple(texts), line.marks)
