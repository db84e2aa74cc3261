"""XLSX (Office Open XML, ECMA-376) as grids: values as cached, formats, rich text, merged cells."""

from __future__ import annotations

import re

import msgspec

from firsthand.errors import InputError, TableError, TooLargeError
from firsthand.tables.grid import Area, Cell, Grid, Page, cell_name, column_number
from firsthand.tables.readers import limits
from firsthand.tables.readers.archive import Archive
from firsthand.tables.readers.formats import number_cell
from firsthand.tables.readers.xlsx_parts import Runs, Strings, Style, Styles, Text, whole, worded

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class Book(msgspec.Struct):
    """What sheets share."""

    strings: list[Text] = []
    styles: list[Style] = []
    epoch_1904: bool = False


def read_xlsx(archive: Archive) -> Page:
    """Lay out every sheet of a workbook, hidden ones too.

    Raises:
        TableError: a part is missing or damaged; `where` names the part or the cell.
        TooLargeError: more cells or columns than the bounds allow.
    """
    root = _workbook_path(archive)
    folder = root.rpartition("/")[0]
    sheets, book = _workbook(archive, root)
    targets = _relations(archive, f"{folder}/_rels/{root.rpartition('/')[2]}.rels")
    for target, kind in targets.values():
        path = _resolve(folder, target)
        if kind == "sharedStrings" and path in archive.members:
            book.strings = Strings().read(archive, path)
        elif kind == "styles" and path in archive.members:
            book.styles = Styles().read(archive, path)
    grids: list[Grid] = []
    count = 0
    for name, relation in sheets:
        target, kind = targets.get(relation, ("", ""))
        path = _resolve(folder, target)
        if kind != "worksheet" or path not in archive.members:
            continue
        grid = _Sheet(book, name, archive.name, count).read(archive, path)
        count += sum(len(cells) for cells in grid.rows.values())
        grids.append(grid)
    if not grids:
        raise TableError("the workbook has no sheet", where=archive.name)
    return Page(tuple(grids))


def _workbook_path(archive: Archive) -> str:
    if "xl/workbook.xml" in archive.members:
        return "xl/workbook.xml"
    for target, kind in _relations(archive, "_rels/.rels").values():
        if kind == "officeDocument":
            return target.lstrip("/")
    raise TableError("no workbook in the archive", where=archive.name)


def _resolve(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _relations(archive: Archive, path: str) -> dict[str, tuple[str, str]]:
    """Return id -> (target, kind). Targets outside of the archive are left out and never opened."""
    out: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            out[attributes.get("Id", "")] = (attributes.get("Target", ""), kind)

    if path in archive.members:
        archive.parse(path, start, lambda _: None, lambda _: None)
    return out


def _workbook(archive: Archive, path: str) -> tuple[list[tuple[str, str]], Book]:
    sheets: list[tuple[str, str]] = []
    book = Book()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif name == "workbookPr":
            book.epoch_1904 = attributes.get("date1904", "0") in {"1", "true", "on"}

    archive.parse(path, start, lambda _: None, lambda _: None)
    return sheets, book


class _Sheet:
    """Parses one sheet."""

    def __init__(self, book: Book, name: str, file: str, count: int) -> None:
        self._book, self._name, self._file, self._count = book, name, file, count
        self.rows: dict[int, dict[int, Cell]] = {}
        self.areas: list[Area] = []
        self._row = self._column = -1
        self._kind = self._value = ""
        self._style = 0
        self._in_value = self._formula = False
        self._runs: Runs | None = None
        self._letters: dict[str, int] = {}
        self._digits = ""

    def read(self, archive: Archive, path: str) -> Grid:
        try:
            archive.parse(path, self._start, self._end, self._text)
        except (TableError, TooLargeError) as error:
            raise self._here(error) from error
        ordered = {row: self.rows[row] for row in sorted(self.rows)}
        return Grid(ordered, name=self._name, areas=tuple(self.areas))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._row = whole(attributes.get("r")) - 1 if "r" in attributes else self._row + 1
            self._column, self._digits = -1, ""
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._formula = True
        elif name == "is":
            self._runs = Runs()
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif self._runs is not None:
            self._runs.start(name, attributes)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._place(reference)
        self._kind, self._value, self._formula = attributes.get("t", "n"), "", False
        style = attributes.get("s")
        self._style = whole(style) if style else 0
        self._runs = None

    def _place(self, reference: str) -> None:
        """Take row and column from a cell's reference."""
        letters = reference.rstrip("0123456789")
        column = self._letters.get(letters)
        if column is None:
            fits = (
                letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) < 4
            )
            column = self._letters[letters] = column_number(letters) if fits else _LAST_COLUMN
        digits = reference[len(letters) :]
        if digits != self._digits:
            self._digits = digits
            self._row = int(digits) - 1 if 0 < len(digits) < 9 else _LAST_ROW
        self._column = column
        if column >= _LAST_COLUMN or not 0 <= self._row < _LAST_ROW:
            raise limits.too_large(
                f"cell {reference[:20]} lies outside of a sheet", where=self._where()
            )

    def _here(self, error: InputError) -> InputError:
        """Name sheet and cell in an error that names only the part of the archive."""
        where = error.where if error.where and " sheet " in error.where else self._where()
        return type(error)(error.problem, where=where, hint=error.hint)

    def _where(self) -> str:
        cell = cell_name(max(self._row, 0), max(self._column, 0))
        return f"{self._file} sheet {self._name!r} {cell}"

    def _text(self, data: str) -> None:
        if self._in_value:
            self._value += data
        elif self._runs is not None:
            self._runs.text(data)

    def _end(self, name: str) -> None:
        if name == "v":
            self._in_value = False
        elif name == "c":
            self._close_cell()
        elif self._runs is not None and name != "is":
            self._runs.end(name)

    def _close_cell(self) -> None:
        cell = self._cell()
        if cell is None:
            return
        self._count += 1
        if self._count > limits.CELLS:
            raise limits.too_large(f"more than {limits.CELLS:,} cells", where=self._where())
        self.rows.setdefault(self._row, {})[self._column] = cell

    def _cell(self) -> Cell | None:
        styles = self._book.styles
        style = styles[self._style] if self._style < len(styles) else Style()
        if self._kind == "inlineStr":
            return worded(
                self._runs.done() if self._runs else Text(""), bold=style.bold, indent=style.indent
            )
        if not self._value:
            if not self._formula:
                return None
            return Cell("", fault="a formula without a stored result", bold=style.bold)
        return self._typed(style)

    def _typed(self, style: Style) -> Cell | None:
        if self._kind == "s":
            index = whole(self._value)
            known = index < len(self._book.strings) and self._value.strip().isdigit()
            if not known:
                raise TableError(
                    f"refers to string {self._value[:20]!r}, which the workbook lacks",
                    where=self._where(), hint="Open it in a spreadsheet program and save it again",
                )  # fmt: skip
            return worded(self._book.strings[index], bold=style.bold, indent=style.indent)
        if self._kind == "n":
            return self._number(style)
        if self._kind == "e":
            return Cell(
                self._value[:40], fault=f"the error value {self._value[:40]}", bold=style.bold
            )
        if self._kind == "d":
            precision = style.shown.precision or "day"
            day = self._value[: {"day": 10, "month": 7, "year": 4}[precision]]
            return Cell(day, day=day, bold=style.bold, indent=style.indent)
        if self._kind == "b":
            return Cell("TRUE" if self._value == "1" else "FALSE", bold=style.bold)
        return worded(Text(self._value[: limits.TEXT]), bold=style.bold, indent=style.indent)

    def _number(self, style: Style) -> Cell:
        try:
            number = float(self._value)
        except ValueError as error:
            raise TableError(
                f"{self._value[:40]!r} is no number",
                where=self._where(),
                hint="Save the workbook again",
            ) from error
        if number != number or number in {float("inf"), float("-inf")}:
            return Cell(self._value[:40], fault="not a finite number")
        return number_cell(
            number,
            style.shown,
            epoch_1904=self._book.epoch_1904,
            bold=style.bold,
            indent=style.indent,
        )

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        a, b = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
        if a and b and len(self.areas) < 100_000:
            self.areas.append(
                Area(int(a[2]) - 1, column_number(a[1]), int(b[2]) - 1, column_number(b[1]))
            )
