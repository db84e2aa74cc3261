"""Bounds within which every container is read, so that no file can take the machine.

Raise one only with a measurement: peak memory is about 200 bytes a cell.
"""

from __future__ import annotations

from firsthand.errors import TooLargeError

BYTES = 256 * 2**20
"""Bytes of a file that is read into memory as a whole."""
CELLS = 1_000_000
"""Cells that hold something, in one file."""
COLUMNS = 20_000
"""Columns of a sheet; spreadsheets end at 16,384."""
ROWS = 2_000_000
SHEETS = 5_000
"""Sheets of a workbook, tables of a page: 30,000 take a minute, and no office publishes so many."""
UNPACKED = 384 * 2**20
"""Bytes of all members of a zipped workbook together."""
RATIO = 200
"""Unpacked bytes for each packed byte of a member: text packs to a tenth, a bomb to a thousandth."""
FREE = 64 * 2**20
"""Bytes that a member may unpack to whatever its ratio: declared empty rows pack well too."""
TEXT = 32_767
"""Characters of one cell, the bound of spreadsheets; what is longer is cut."""


def too_large(what: str, *, where: str) -> TooLargeError:
    """Return the error for a container that exceeds one of the bounds above."""
    return TooLargeError(
        what, where=where, hint="Cut the file into parts, or export the one table that is needed"
    )
