"""The mapping that says how a file was read, as a proposal to correct."""

from __future__ import annotations

from firsthand.model.table import Table
from firsthand.tables.columns import Column, Role, read_columns
from firsthand.tables.grid import Page, column_name
from firsthand.tables.layout import Block, divide
from firsthand.tables.mapping import Mapping, MarkName, TableMap, write_mapping
from firsthand.tables.sideways import beside
from firsthand.tables.understand import legend_of
from firsthand.tables.view import View

_MARKS: dict[str, MarkName] = {
    "missing": "missing", "confidential": "confidential", "nil": "nil", "below_unit": "below_unit",
    "provisional": "provisional", "revised": "revised", "estimate": "estimate", "forecast": "estimate",
    "approximate": "approximate",
}  # fmt: skip


def propose_mapping(page: Page, table: Table) -> str:
    """Return a mapping file for a file of grids; values are left to be found, so that it serves the next release."""
    legend = legend_of(page)
    tables: list[TableMap] = []
    decimal = None
    for grid in page.grids:
        view = View(grid, legend)
        decimal = decimal or view.style.decimal
        blocks = divide(view).blocks
        if any(len(beside(view, block)) > 1 for block in blocks):
            continue  # tables beside each other are told by no rows: they are left to be found
        for block in blocks:
            columns = read_columns(view, block)
            if any(column.role is Role.VALUE for column in columns):
                tables.append(_table(view, block, columns, last=block is blocks[-1]))
    marks = {mark: _MARKS[m.kind] for mark, m in legend.told.items() if m.kind in _MARKS}
    mapping = Mapping(
        decimal="," if decimal == "," else "." if decimal else None, marks=marks, table=tables
    )
    doubts = [
        f"{', '.join(each.cells)}: {' or '.join(each.readings)}" for each in table.doubts[:20]
    ]
    return write_mapping(mapping, name=table.table, doubts=doubts)


def _table(view: View, block: Block, columns: list[Column], *, last: bool) -> TableMap:
    """Return how a table is read; the body of the last one of a sheet is left open for the next release."""
    held = [column for column in columns if column.role not in {Role.VALUE, Role.EMPTY}]
    return TableMap(
        sheet=view.grid.name,
        headings=[block.heads[0] + 1, block.heads[-1] + 1] if block.heads else None,
        body=[block.body[0] + 1] if last else [block.body[0] + 1, block.body[-1] + 1],
        columns={column_name(column.index): column.role.value for column in held},  # type: ignore[misc]  # EMPTY is left out
        dimensions={
            column_name(column.index): column.heading
            for column in held
            if column.role is Role.LABEL and column.heading
        },
    )
