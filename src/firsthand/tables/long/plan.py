"""How a long file is to be read, told from its first records by the stages that read every table."""

from __future__ import annotations

import codecs

import msgspec

from firsthand.tables.assemble import Context, Field, fields_of
from firsthand.tables.columns import Column, Role, read_columns
from firsthand.tables.grid import Page
from firsthand.tables.heading_periods import column_periods
from firsthand.tables.layout import Layout, divide
from firsthand.tables.mapping import Mapping, map_columns, map_legend, map_style
from firsthand.tables.marks import Legend
from firsthand.tables.readers.delimited import find_dialect, lay_out
from firsthand.tables.readers.encoding import encoding_of
from firsthand.tables.understand import context_of, legend_of, words_above
from firsthand.tables.view import View

SAMPLE = 32 * 1024
"""Bytes from whose records the plan is made."""
USUAL = 0.95
"""Share of the first records that must have the usual number of fields."""
_PERIODS = frozenset({Role.PERIOD, Role.MONTH, Role.QUARTER})
_GROUP = frozenset({Role.LABEL, Role.UNIT, Role.FACTOR})


class Plan(msgspec.Struct):
    """How a long file is read.

    Args:
        skip: Bytes before the first record with figures; `heads` is how many records they hold.
        group: Columns that tell series apart; `periods` those of the period.
        fields: Columns of figures.
    """

    encoding: str
    delimiter: int
    decimal: str
    width: int
    skip: int
    heads: int
    columns: list[Column]
    group: list[int]
    periods: list[int]
    fields: list[Field]
    legend: Legend
    view: View
    context: Context
    titles: list[str]


def plan_long(head: bytes, *, name: str, mapping: Mapping) -> Plan | None:
    """Return the plan for a file that begins so; None where it is no plain long table."""
    encoding = encoding_of(head, name=name)
    if encoding.startswith(("utf-16", "utf-32")) or b"\0" in head:
        return None
    start = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    text = head[start : head.rfind(b"\n") + 1].decode(encoding, errors="replace")
    dialect = find_dialect(text)
    grid = lay_out(text, dialect, name=name)
    page = Page((grid,))
    legend = map_legend(legend_of(page), mapping)
    view = View(grid, legend, map_style(mapping))
    layout = divide(view)
    if dialect.skip or len(layout.blocks) != 1 or not layout.blocks[0].heads:
        return None
    block = layout.blocks[0]
    columns = read_columns(view, block)
    for said in mapping.table[:1]:
        map_columns(columns, said)
    if not _is_plain(view, layout, columns):
        return None
    values = [column for column in columns if column.role is Role.VALUE]
    titles = words_above(grid, layout)
    return Plan(
        encoding, ord(dialect.delimiter), view.style.decimal or ".", len(columns),
        start + _offset(head[start:], block.body[0]), block.body[0], columns,
        [c.index for c in columns if c.role in _GROUP], [c.index for c in columns if c.role in _PERIODS],
        fields_of(view, block, columns, column_periods(values)), legend, view,
        context_of(view, block, titles, page), titles,
    )  # fmt: skip


def _is_plain(view: View, layout: Layout, columns: list[Column]) -> bool:
    """Tell whether every record stands for itself: all of one length, with its period, no sections or indents."""
    block = layout.blocks[0]
    grid = view.grid
    rows = [row for row in block.body if grid.lengths[row] == len(columns)]
    span = block.body[-1] - block.body[0] + 1
    if len(rows) < USUAL * span or block.body[-1] != max(grid.rows):
        return False
    values = [column for column in columns if column.role is Role.VALUE]
    if not values or not any(c.role is Role.PERIOD for c in columns):
        return False
    labels = [c.index for c in columns if c.role in _GROUP]
    cells = [grid.at(row, index) for row in rows for index in labels]
    return all(cell is not None and not cell.indent for cell in cells)


def _offset(head: bytes, records: int) -> int:
    """Return where the record after so many begins; quotation marks in headings may hold newlines."""
    at = 0
    for _ in range(records):
        end = head.find(b"\n", at) + 1
        while end and head.count(b'"', at, end) % 2:
            end = head.find(b"\n", end) + 1
        at = end
    return at
