"""Tells by its first bytes what a file is, and hands it to the reader of its container."""

from __future__ import annotations

import msgspec

from firsthand.errors import TableError
from firsthand.tables.coded import Coded
from firsthand.tables.grid import Page
from firsthand.tables.readers.archive import Archive
from firsthand.tables.readers.delimited import read_delimited
from firsthand.tables.readers.encoding import decode

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = frozenset({b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08"})


def read_file(data: bytes, *, name: str) -> Page | Coded:
    """Lay a file out as grids, or as observations where it is coded; its first bytes count, not its ending.

    Raises:
        TableError: it is empty, damaged or no container that is known.
        TooLargeError: it exceeds the bounds of `limits`.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise TableError("the file is empty", where=name)
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_OLE) or (data[:2] in _BIFF and b"\0" in data[:16]):
        from firsthand.tables.readers.xls import read_xls

        return read_xls(data, name=name)
    if head.startswith(b"<"):
        return _marked_up(data, head, name)
    if head[:1] in {b"{", b"["} and (coded := _json(data, name)):
        return coded
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


def _marked_up(data: bytes, head: bytes, name: str) -> Page | Coded:
    from firsthand.tables.readers.sdmx_ml import is_sdmx_ml, read_sdmx_ml

    if is_sdmx_ml(head):
        return read_sdmx_ml(data, name=name)
    from firsthand.tables.readers.html import read_html

    return read_html(data, name=name)


def _json(data: bytes, name: str) -> Coded | None:
    """Return the observations of a JSON file; None where it is text that only begins like one."""
    from firsthand.tables.readers.json_stat import is_json_stat, read_json_stat
    from firsthand.tables.readers.sdmx_json import is_sdmx_json, read_sdmx_json

    try:
        message = msgspec.json.decode(decode(data, name=name))
    except (msgspec.DecodeError, RecursionError) as error:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2].strip() in {b'{"', b"{", b"[", b"[{"}:
            raise TableError(
                f"the JSON is damaged: {error}", where=name, hint="Download the file again"
            ) from error
        return None
    if isinstance(message, dict) and is_sdmx_json(message):
        return read_sdmx_json(message, name=name)
    if isinstance(message, dict) and is_json_stat(message):
        return read_json_stat(message, name=name)
    raise TableError(
        "this JSON is neither JSON-stat nor SDMX-JSON",
        where=name,
        hint="Ask the office's interface for either, or for CSV",
    )
