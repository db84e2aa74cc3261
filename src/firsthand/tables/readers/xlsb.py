"""XLSB (binary workbook) as grids, through calamine: values and merged cells; formats are not told."""

from __future__ import annotations

import datetime
import io

from firsthand.errors import TableError
from firsthand.tables.grid import Cell, Grid, Page
from firsthand.tables.readers import limits
from firsthand.tables.readers.formats import spelled


def read_xlsb(data: bytes, *, name: str) -> Page:
    """Lay out every sheet of a binary workbook.

    Raises:
        TableError: it is damaged.
        TooLargeError: more cells than the bounds allow.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = []
        for sheet in book.sheet_names:
            values = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            rows = {
                number: cells
                for number, row in enumerate(values)
                if (cells := {c: cell for c, v in enumerate(row) if (cell := _cell(v)) is not None})
            }
            if sum(map(len, rows.values())) > limits.CELLS:
                raise limits.too_large(
                    f"more than {limits.CELLS:,} cells", where=f"{name} sheet {sheet!r}"
                )
            grids.append(Grid(rows, name=sheet))
    except (CalamineError, OSError, ValueError) as error:
        raise TableError(
            f"the workbook is damaged: {error}", where=name, hint="Save it as XLSX"
        ) from error
    return Page(tuple(grids))


def _cell(value: object) -> Cell | None:
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        number = int(value) if value == int(value) and abs(value) < 2**53 else value
        return Cell(spelled(number, None), number=number)
    if isinstance(value, datetime.date):
        day = value.isoformat()[:10]
        return Cell(day, day=day)
    text = str(value).strip()
    return Cell(text[: limits.TEXT]) if text else None
