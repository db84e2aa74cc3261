"""ODS (OpenDocument spreadsheet, ISO/IEC 26300) as grids: stored values, shown text, spans, repeats."""

from __future__ import annotations

import re

import msgspec

from firsthand.errors import TableError
from firsthand.tables.grid import Area, Cell, Grid, Page
from firsthand.tables.periods import read_period
from firsthand.tables.readers import limits
from firsthand.tables.readers.archive import Archive

_REPEATED = 100
"""A cell or row with content that is repeated more often than this is a fill, not data."""


class _Style(msgspec.Struct):
    bold: bool = False
    indent: int = 0
    raised: bool = False
    parent: str = ""


class _Open(msgspec.Struct):
    """A cell while its content is read."""

    attributes: dict[str, str]
    covered: bool
    text: str = ""
    raised: list[tuple[int, int]] = []
    paragraphs: int = 0
    bold: bool = False


def read_ods(archive: Archive) -> Page:
    """Lay out every sheet of a spreadsheet.

    Raises:
        TableError, TooLargeError: as `Archive.chunks`.
    """
    styles: dict[str, _Style] = {}
    if "styles.xml" in archive.members:
        _Content(archive.name, styles).read(archive, "styles.xml")
    grids = _Content(archive.name, styles).read(archive, "content.xml")
    if not grids:
        raise TableError("the document has no sheet", where=archive.name)
    return Page(tuple(grids))


class _Content:
    """Parses content.xml."""

    def __init__(self, file: str, styles: dict[str, _Style]) -> None:
        self._file, self._styles = file, styles
        self.grids: list[Grid] = []
        self._style: _Style | None = None
        self._cell: _Open | None = None
        self._row = self._column = self._repeat = self._count = 0
        self._start_of_row: dict[int, Cell] = {}
        self._areas: list[Area] = []
        self._rows: dict[int, dict[int, Cell]] = {}
        self._name = ""
        self._skip = self._depth = 0
        self._up: list[bool] = []

    def read(self, archive: Archive, member: str) -> list[Grid]:
        archive.parse(member, self._start, self._end, self._text)
        return self.grids

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skip or name in {"annotation", "tracked-changes", "shapes", "ruby-text"}:
            self._skip += 1
        elif name == "style":
            self._style = _Style(parent=attributes.get("parent-style-name", ""))
            self._styles[attributes.get("name", "")] = self._style
        elif name in {"text-properties", "paragraph-properties"} and self._style is not None:
            _read_style(self._style, attributes)
        elif name == "table":
            self._name, self._rows, self._areas, self._row = attributes.get("name", ""), {}, [], 0
        elif name == "table-row":
            self._column, self._start_of_row = 0, {}
            self._repeat = _count(attributes.get("number-rows-repeated"))
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell = _Open(attributes, name == "covered-table-cell", raised=[])
        elif self._cell is not None:
            self._inside(self._cell, name, attributes)

    def _inside(self, cell: _Open, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            cell.text += "\n" if cell.paragraphs else ""
            cell.paragraphs += 1
        elif name == "span":
            style = self._styles.get(attributes.get("style-name", ""), _Style())
            self._up.append(style.raised)
        elif name == "s":
            cell.text += " " * min(_count(attributes.get("c")), 100)
        elif name in {"tab", "line-break"}:
            cell.text += "\t" if name == "tab" else "\n"

    def _text(self, data: str) -> None:
        if self._cell is None or self._skip or not self._cell.paragraphs:
            return
        if any(self._up):
            at = len(self._cell.text)
            self._cell.raised.append((at, at + len(data)))
        self._cell.text += data

    def _end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
        elif name == "style":
            self._style = None
        elif name == "span" and self._up:
            self._up.pop()
        elif name in {"table-cell", "covered-table-cell"} and self._cell is not None:
            self._close_cell(self._cell)
            self._cell = None
        elif name == "table-row":
            self._close_row()
        elif name == "table":
            self.grids.append(Grid(self._rows, name=self._name, areas=tuple(self._areas)))

    def _close_cell(self, open_cell: _Open) -> None:
        attributes = open_cell.attributes
        repeated = _count(attributes.get("number-columns-repeated"))
        cell = None if open_cell.covered else self._finished(open_cell)
        if cell is not None and self._column < limits.COLUMNS:
            for column in range(
                self._column, self._column + (repeated if repeated <= _REPEATED else 1)
            ):
                self._start_of_row[column] = cell
            down, right = (
                _count(attributes.get(f"number-{w}-spanned")) for w in ("rows", "columns")
            )
            if down > 1 or right > 1:
                self._areas.append(
                    Area(self._row, self._column, self._row + down - 1, self._column + right - 1)
                )
        self._column += repeated

    def _finished(self, open_cell: _Open) -> Cell | None:
        attributes = open_cell.attributes
        style = self._resolved(attributes.get("style-name", ""))
        kind = attributes.get("value-type", "")
        text = open_cell.text.strip("\n")
        bare = text.lstrip()
        cut = len(text) - len(bare)
        raised = tuple((max(a - cut, 0), b - cut) for a, b in open_cell.raised if b > cut)
        if not bare and not kind:
            return (
                Cell("", fault="a formula without a stored result")
                if "formula" in attributes
                else None
            )
        if kind in {"float", "percentage", "currency"}:
            return _number(attributes.get("value", ""), bare, kind == "percentage", style)
        if kind == "date":
            day = _day(attributes.get("date-value", ""), bare)
            return Cell(bare or day, day=day, bold=style.bold, indent=style.indent)
        if not bare:
            return None
        fault = (
            f"the error value {bare[:40]}"
            if kind == "string" and re.match(r"#\w|Err:\d", bare)
            else None
        )
        return Cell(
            bare.rstrip()[: limits.TEXT],
            raised=raised,
            bold=style.bold,
            indent=style.indent + cut,
            fault=fault,
        )

    def _resolved(self, name: str) -> _Style:
        style = self._styles.get(name, _Style())
        parent = self._styles.get(style.parent, _Style())
        return _Style(style.bold or parent.bold, style.indent or parent.indent)

    def _close_row(self) -> None:
        if self._start_of_row:
            times = self._repeat if self._repeat <= _REPEATED else 1
            for _ in range(times):
                self._count += len(self._start_of_row)
                if self._count > limits.CELLS:
                    raise limits.too_large(
                        f"more than {limits.CELLS:,} cells",
                        where=f"{self._file} sheet {self._name!r}",
                    )
                self._rows[self._row] = dict(self._start_of_row)
                self._row += 1
            self._row += self._repeat - times
        else:
            self._row += self._repeat


def _read_style(style: _Style, attributes: dict[str, str]) -> None:
    if attributes.get("font-weight") in {"bold", "600", "700", "800", "900"}:
        style.bold = True
    if attributes.get("text-position", "").startswith("super"):
        style.raised = True
    found = re.match(r"(\d{1,4}(?:\.\d{1,6})?)(mm|cm|in|pt)", attributes.get("margin-left", ""))
    if found:
        millimetres = float(found[1]) * {"mm": 1, "cm": 10, "in": 25.4, "pt": 0.353}[found[2]]
        style.indent = round(millimetres / 1.75)


def _count(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _number(stored: str, shown: str, percent: bool, style: _Style) -> Cell:
    try:
        number = float(stored)
    except ValueError:
        return Cell(shown or stored[:40], fault="no number is stored")
    if number != number or number in {float("inf"), float("-inf")}:
        return Cell(shown or stored[:40], fault="not a finite number")
    number = float(f"{number * 100:.13g}") if percent else number
    value = int(number) if number == int(number) and abs(number) < 2**53 else number
    return Cell(
        shown.strip() or f"{value:g}",
        number=value,
        percent=percent,
        bold=style.bold,
        indent=style.indent,
    )


def _day(stored: str, shown: str) -> str:
    """Return the stored date at the precision of the shown text."""
    parts = read_period(shown) if shown else ()
    grain = parts[0].grain if parts else "day"
    return stored[: {"year": 4, "month": 7}.get(grain, 10)]
