"""What the rows of a table say of periods: columns of years, months and days, and rows such as `2023` over months."""

from __future__ import annotations

import msgspec

from firsthand.tables.columns import Column, Role
from firsthand.tables.layout import Block
from firsthand.tables.period_part import Part
from firsthand.tables.periods import is_whole_year
from firsthand.tables.timeline import give_years, resolve
from firsthand.tables.view import View


class RowPeriods(msgspec.Struct):
    """Periods by row.

    Args:
        parts: What the row's own cells say, the nearest first, with the years that go on from above.
        sections: What rows without figures say for the rows below them.
        unsure: Rows whose cells fit two readings, with both.
    """

    parts: dict[int, tuple[Part, ...]] = {}
    sections: dict[int, tuple[Part, ...]] = {}
    unsure: dict[int, tuple[str, ...]] = {}


def row_periods(view: View, block: Block, columns: list[Column]) -> RowPeriods:
    """Read the columns of periods of a block, and its lone rows that are periods."""
    out = RowPeriods({}, {}, {})
    lone = [row for row in block.body if len(view.grid.rows[row]) == 1]
    for row in lone:
        parts = view.periods(row, next(iter(view.grid.rows[row])))
        if parts:
            out.sections[row] = (parts[0],)
    taken = False
    for column in columns:
        if column.role is Role.PERIOD and not (taken and _is_second(view, block, column)):
            _read_column(view, block, column.index, set(lone), out)
            taken = True
        elif column.role in {Role.MONTH, Role.QUARTER}:
            _read_numbers(view, block, column, out)
    return out


def _is_second(view: View, block: Block, column: Column) -> bool:
    """A second column of whole periods (the end beside the start) is not joined with the first."""
    rows = block.body[:50]
    with_year = sum(
        1
        for row in rows
        if any(p.year is not None for p in view.periods(*view.origin(row, column.index)))
    )
    return with_year * 2 > len(rows)


def _read_column(view: View, block: Block, column: int, lone: set[int], out: RowPeriods) -> None:
    rows = [row for row in block.body if row not in lone]
    options = [view.periods(*view.origin(row, column)) for row in rows]
    chosen, unsure = resolve(options)
    for number in unsure:
        out.unsure[rows[number]] = tuple(part.text() or part.grain for part in options[number][:2])
    years = give_years(chosen)
    carried: tuple[Part, ...] = ()
    year: Part | None = None
    for number, row in enumerate(rows):
        part, cell = chosen[number], view.cell(row, column)
        if part is None and cell is not None:
            # Words in a column of periods: the whole of the year, or something that is no period.
            carried = (year,) if is_whole_year(cell.text) and year is not None else ()
            if carried:
                out.parts[row] = (*out.parts.get(row, ()), *carried)
            carried = ()
            continue
        if part is not None:
            outer = years[number]
            carried = (part,) if outer is None else (part, outer)
            year = outer or (Part("year", part.year) if part.year is not None else None)
        if carried:
            out.parts[row] = (*carried, *out.parts.get(row, ()))


def _read_numbers(view: View, block: Block, column: Column, out: RowPeriods) -> None:
    grain = "month" if column.role is Role.MONTH else "quarter"
    for row in block.body:
        cell = view.cell(row, column.index)
        if cell is not None and cell.text.isdigit() and int(cell.text) > 0:
            part = Part("month" if grain == "month" else "quarter", None, int(cell.text))
            out.parts[row] = (part, *out.parts.get(row, ()))
