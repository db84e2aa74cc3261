"""The tables of a brief as grids with an anchor on every figure."""

from __future__ import annotations

from firsthand.brief.facts import Facts
from firsthand.brief.page import cell_id, check_cells
from firsthand.model.base import Record
from firsthand.model.brief import Brief
from firsthand.model.table import Series, Table

_ROWS, _PERIODS = 60, 24
"""Rows up to which a table is printed whole, and columns at most."""


class Cell(Record, frozen=True):
    """A figure of a table on the page."""

    id: str
    printed: str
    cell: str
    held: bool
    flags: str


class Grid(Record, frozen=True):
    """A table on the page: the rows that carry evidence, all rows where it is small."""

    id: str
    table: Table
    periods: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[Cell | None, ...]], ...]
    left_out: int


def grid(number: int, table: Table, brief: Brief, facts: Facts) -> Grid:
    """Return a table: whole where it is small, else the rows that carry evidence."""
    held = _held(brief)
    periods = sorted({v.period for s in table.series for v in s.values})
    shown = list(table.series)
    if len(shown) > _ROWS or len(periods) > _PERIODS // 2:
        shown = [s for s in shown if any((table.table, v.cell) in held for v in s.values)]
        periods = sorted({v.period for s in shown for v in s.values})[:_PERIODS]
    rows = tuple(_row(series, periods, table, facts, held=held) for series in shown)
    left = len(table.series) - len(shown)
    return Grid(f"t{number}", table, tuple(periods), rows, left)


def _held(brief: Brief) -> set[tuple[str, str]]:
    """Return the cells that a check held or a sentence reads out."""
    checks = (c for d in brief.dossiers for c in d.checks)
    held = {(c.table or "", cell) for c in checks for cell in check_cells(c)}
    evidence = (e for s in brief.sentences for e in s.evidence)
    return held | {(str(e.table), str(e.cell)) for e in evidence if isinstance(e.cell, str)}


def _row(
    series: Series, periods: list[str], table: Table, facts: Facts, *, held: set[tuple[str, str]]
) -> tuple[str, str, tuple[Cell | None, ...]]:
    by = {v.period: v for v in series.values}
    cells: list[Cell | None] = []
    for period in periods:
        value = by.get(period)
        if value is None:
            cells.append(None)
            continue
        ident = cell_id(facts, table.table, value.cell)
        is_held = (table.table, value.cell) in held
        cells.append(Cell(ident, value.printed, value.cell, is_held, ", ".join(value.flags)))
    return " / ".join(series.dims.values()) or series.id, series.unit or "", tuple(cells)
