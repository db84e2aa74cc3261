"""Tells by its first bytes what a file is, and hands it to the reader of its container."""

from __future__ import annotations

from firsthand.errors import TableError
from firsthand.tables.grid import Page
from firsthand.tables.readers.archive import Archive
from firsthand.tables.readers.delimited import read_delimited

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_page(data: bytes, *, name: str) -> Page:
    """Lay a file out as grids; its first bytes count, not its ending.

    Raises:
        TableError: it is empty, damaged or no container that is known.
        TooLargeError: it exceeds the bounds of `limits`.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise TableError("the file is empty", where=name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE) or data[:2] in {b"\x09\x08", b"\x09\x04", b"\x09\x02"}:
        from firsthand.tables.readers.xls import read_xls

        return read_xls(data, name=name)
    if head.startswith(b"<"):
        from firsthand.tables.readers.html import read_html

        return read_html(data, name=name)
    if data.startswith(b"%PDF"):
        raise TableError(
            "this is a PDF, not a table",
            where=name,
            hint="Ask the office for the spreadsheet behind it",
        )
    return read_delimited(data, name=name)


def _zipped(data: bytes, name: str) -> Page:
    archive = Archive(data, name=name)
    if "content.xml" in archive.members:
        from firsthand.tables.readers.ods import read_ods

        return read_ods(archive)
    if "xl/workbook.bin" in archive.members:
        from firsthand.tables.readers.xlsb import read_xlsb

        return read_xlsb(data, name=name)
    from firsthand.tables.readers.xlsx import read_xlsx

    return read_xlsx(archive)
