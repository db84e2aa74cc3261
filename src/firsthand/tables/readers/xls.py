"""XLS (Excel 2.1 to 2003) as grids, through xlrd, which only reads."""

from __future__ import annotations

import io
import struct

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet

from firsthand.errors import TableError
from firsthand.tables.grid import Area, Cell, Grid, Page
from firsthand.tables.readers import limits
from firsthand.tables.readers.formats import number_cell, read_format
from firsthand.tables.readers.xlsx_parts import Text, worded

# xlrd trusts the offsets of a file; on a damaged one it fails in any of these ways.
_BROKEN = (
    XLRDError, CompDocError, struct.error, AssertionError, IndexError, KeyError, ValueError, TypeError, AttributeError,
    UnicodeError, NotImplementedError, OverflowError, ZeroDivisionError, RecursionError, EOFError,
)  # fmt: skip


def read_xls(data: bytes, *, name: str) -> Page:
    """Lay out every sheet of an old workbook.

    Raises:
        TableError: it is damaged or locked with a password.
        TooLargeError: more cells than the bounds allow.
    """
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        return Page(tuple(_grid(book, sheet, name) for sheet in book.sheets()))
    except _BROKEN as error:
        locked = "encrypted" in str(error).casefold()
        raise TableError(
            "it is locked with a password" if locked else f"the workbook is damaged: {error}",
            where=name,
            hint="Save it again without a password" if locked else "Download the file again",
        ) from error


def _grid(book: Book, sheet: Sheet, file: str) -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    count = 0
    for row in range(sheet.nrows):
        cells = {
            column: cell
            for column in range(sheet.row_len(row))
            if (cell := _cell(book, sheet, row, column)) is not None
        }
        count += len(cells)
        if count > limits.CELLS:
            raise limits.too_large(
                f"more than {limits.CELLS:,} cells",
                where=f"{file} sheet {sheet.name!r} row {row + 1}",
            )
        if cells:
            rows[row] = cells
    areas = tuple(
        Area(top, left, down - 1, right - 1) for top, down, left, right in sheet.merged_cells
    )
    return Grid(rows, name=sheet.name, areas=areas)


def _cell(book: Book, sheet: Sheet, row: int, column: int) -> Cell | None:
    kind = sheet.cell_type(row, column)
    value = sheet.cell_value(row, column)
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    bold = book.font_list[style.font_index].bold or book.font_list[style.font_index].weight >= 600
    indent = style.alignment.indent_level if style.alignment else 0
    if kind == xlrd.XL_CELL_TEXT:
        runs = sheet.rich_text_runlist_map.get((row, column), [])
        return worded(
            Text(str(value), _raised(book, str(value), runs)), bold=bool(bold), indent=indent
        )
    if kind in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        shown = read_format(book.format_map[style.format_key].format_str)
        return number_cell(
            float(value), shown, epoch_1904=book.datemode == 1, bold=bool(bold), indent=indent * 2
        )
    if kind == xlrd.XL_CELL_ERROR:
        text = xlrd.error_text_from_code.get(int(value), "#ERR")
        return Cell(text, fault=f"the error value {text}")
    if kind == xlrd.XL_CELL_BOOLEAN:
        return Cell("TRUE" if value else "FALSE")
    return None


def _raised(book: Book, text: str, runs: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the raised stretches of a text from its runs of (offset, font)."""
    out = []
    for number, (start, font) in enumerate(runs):
        end = runs[number + 1][0] if number + 1 < len(runs) else len(text)
        if font < len(book.font_list) and book.font_list[font].escapement == 1 and end > start:
            out.append((start, end))
    return tuple(out)
