"""The one shape into which every container is laid out before anything is understood.

A `Grid` is one sheet, one HTML table or one delimited file: printed cells by row and column (from 0),
what the container itself knows of a cell (type, format, weight, indent), and the merged areas.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

Kind = Literal["delimited", "sheet", "html"]


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell that holds something.

    Args:
        text: As printed; raised marks stand in it.
        number: Typed value of the container; None where it holds text.
        day: ISO date at the precision that is shown ("2024-01" for "Jan 2024"); None: no typed date.
        percent: The number is shown times a hundred with a per cent sign.
        raised: (start, end) of superscripts in `text`.
        fault: Why there is no value: a formula without a cached value, an error value.
        heading: The container calls it a heading (`<th>`).
    """

    text: str
    number: int | float | None = None
    day: str | None = None
    percent: bool = False
    raised: tuple[tuple[int, int], ...] = ()
    bold: bool = False
    indent: int = 0
    fault: str | None = None
    heading: bool = False


class Area(msgspec.Struct, frozen=True):
    """A merged area, corners inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(msgspec.Struct):
    """Cells by row and column; empty cells and the covered part of merged areas are absent.

    Args:
        name: Of the sheet; None in a file with one table.
        rows: Row -> column -> cell, rows in ascending order.
        lengths: Row -> number of fields of its record; empty unless the file is delimited.
        caption: Words that the container calls the table's caption.
        head: Rows that the container calls headings (`<thead>`); 0: it says nothing.
        foot: First row that the container calls a footer; None: it says nothing.
    """

    rows: dict[int, dict[int, Cell]]
    name: str | None = None
    kind: Kind = "sheet"
    areas: tuple[Area, ...] = ()
    lengths: dict[int, int] = {}
    caption: str | None = None
    head: int = 0
    foot: int | None = None

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell, or None where it is empty or covered."""
        return self.rows.get(row, {}).get(column)

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """Yield (row, column, cell) in reading order."""
        for row, cells in self.rows.items():
            for column in sorted(cells):
                yield row, column, cells[column]

    @property
    def width(self) -> int:
        """Number of columns up to the last one that holds something."""
        return max((max(cells) + 1 for cells in self.rows.values() if cells), default=0)


class Page(msgspec.Struct):
    """A file laid out: its grids, and the words that stand outside of them."""

    grids: tuple[Grid, ...]
    title: str | None = None
    texts: tuple[str, ...] = ()
    """Headings, paragraphs and foot lines outside of the tables."""


def column_name(column: int) -> str:
    """Return the letters of a column, 0 -> A, 26 -> AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the A1 name of a cell whose row and column count from 0."""
    return f"{column_name(column)}{row + 1}"


def column_number(letters: str) -> int:
    """Return the column, from 0, of upper-case letters: A -> 0, AA -> 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
