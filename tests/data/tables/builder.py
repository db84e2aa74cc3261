"""Writes a table and its gold side by side: each value is told when its cell is written, by no reader."""

from __future__ import annotations

import csv
import datetime
import io
import json
import random
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

HERE = Path(__file__).parent / "gold"
Dims = dict[str, str]


def letters(column: int) -> str:
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


class Styled:
    """A cell with what a container can say of it."""

    def __init__(
        self,
        value: Any,
        *,
        fmt: str | None = None,
        bold: bool = False,
        indent: int = 0,
        up: str = "",
        formula: str | None = None,
    ) -> None:
        self.value, self.fmt, self.bold, self.indent, self.up, self.formula = (
            value,
            fmt,
            bold,
            indent,
            up,
            formula,
        )


class Sheet:
    """Cells of one sheet, by row and column from 0."""

    def __init__(self, table: Table, name: str | None) -> None:
        self.table, self.name = table, name
        self.cells: dict[tuple[int, int], Any] = {}
        self.merges: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, *values: Any) -> None:
        for step, value in enumerate(values):
            if value not in (None, ""):
                self.cells[row, column + step] = value

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        self.merges.append((top, left, bottom, right))

    def value(self, row: int, column: int, shown: Any, number: float | None, *, dims: Dims, period: str, unit: str | None, cumulative: bool | None = False,
              flags: str = "", low: float | None = None, high: float | None = None, optional: bool = False, also: tuple[str, ...] = (), cell: str | None = None) -> None:  # fmt: skip
        """Write a cell of figures and its gold; `number` is already in `unit`."""
        if shown is not None:
            self.put(row, column, shown)
        names = flags.split()
        value: dict[str, Any] = {
            "period": period,
            "value": number,
            "printed": str(getattr(shown, "value", shown) or ""),
            "cell": cell or f"{letters(column)}{row + 1}",
            "flags": names,
        }
        if "bound" in names:
            value |= {"low": low, "high": high}
        if optional:
            value["optional"] = True
        self.table.tell(self.name, dims, unit, cumulative, value, also)


class Table:
    """A file with its gold."""

    def __init__(
        self, name: str, title: str | None = None, same: dict[str, list[str]] | None = None
    ) -> None:
        self.name, self.title, self.same = name, title, same or {}
        self.sheets: list[Sheet] = []
        self.series: dict[str, dict[str, Any]] = {}
        self.random = random.Random(name)

    def sheet(self, name: str | None = None) -> Sheet:
        self.sheets.append(Sheet(self, name))
        return self.sheets[-1]

    def tell(
        self,
        sheet: str | None,
        dims: Dims,
        unit: str | None,
        cumulative: bool | None,
        value: dict[str, Any],
        also: tuple[str, ...] = (),
    ) -> None:
        key = json.dumps([sheet, dims, unit, cumulative], ensure_ascii=False)
        series = self.series.setdefault(
            key,
            {
                "id": f"s{len(self.series) + 1}",
                "sheet": sheet,
                "dims": dims,
                "unit": unit,
                "cumulative": cumulative,
                "also": [],
                "values": [],
            },
        )
        series["also"] = sorted({*series["also"], *also})
        series["values"].append(value)

    def gold(self) -> None:
        stem = self.name.rpartition(".")[0]
        gold = {
            "schema": 1,
            "table": self.name,
            "title": self.title,
            "same": self.same,
            "series": list(self.series.values()),
        }
        (HERE / f"{stem}.gold.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=None).replace('{"id"', '\n{"id"') + "\n",
            encoding="utf-8",
        )

    def write(self, data: bytes) -> None:
        (HERE / self.name).write_bytes(data)
        self.gold()

    def write_csv(
        self, *, delimiter: str = ",", encoding: str = "utf-8", ending: str = "\n", pad: bool = True
    ) -> None:
        sheet = self.sheets[0]
        height, width = (max(k[i] for k in sheet.cells) + 1 for i in (0, 1))
        out = io.StringIO()
        writer = csv.writer(out, delimiter=delimiter, lineterminator=ending)
        for row in range(height):
            record = [sheet.cells.get((row, column), "") for column in range(width)]
            while not pad and record and record[-1] == "":
                record.pop()
            writer.writerow(record)
        self.write(out.getvalue().encode(encoding))

    def write_xlsx(self, *, hidden: tuple[str, ...] = ()) -> None:
        import openpyxl
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont
        from openpyxl.styles import Alignment, Font

        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet in self.sheets:
            out = book.create_sheet(sheet.name)
            out.sheet_state = "hidden" if sheet.name in hidden else "visible"
            for (row, column), value in sheet.cells.items():
                cell = out.cell(row + 1, column + 1)
                if isinstance(value, Styled):
                    cell.value = f"={value.formula}" if value.formula else value.value
                    if value.up:
                        cell.value = CellRichText(
                            str(value.value),
                            TextBlock(InlineFont(vertAlign="superscript"), value.up),
                        )
                    if value.fmt:
                        cell.number_format = value.fmt
                    cell.font = Font(bold=value.bold)
                    cell.alignment = Alignment(indent=value.indent)
                else:
                    cell.value = value
            for top, left, bottom, right in sheet.merges:
                out.merge_cells(
                    start_row=top + 1,
                    start_column=left + 1,
                    end_row=bottom + 1,
                    end_column=right + 1,
                )
        buffer = io.BytesIO()
        book.save(buffer)
        self.write(_with_cached(buffer.getvalue(), self.sheets))

    def write_xls(self) -> None:
        import xlwt

        book = xlwt.Workbook(encoding="utf-8")
        for sheet in self.sheets:
            out = book.add_sheet(sheet.name, cell_overwrite_ok=True)
            corners = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
            for (row, column), value in sheet.cells.items():
                plain = value if isinstance(value, Styled) else Styled(value)
                style = xlwt.XFStyle()
                style.num_format_str = plain.fmt or "General"
                style.font.bold = plain.bold
                style.alignment.inde = plain.indent
                if plain.up:
                    font = xlwt.Font()
                    font.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
                    out.write_rich_text(row, column, [str(plain.value), (plain.up, font)], style)
                elif (row, column) in corners:
                    out.write_merge(
                        row,
                        corners[row, column][0],
                        column,
                        corners[row, column][1],
                        plain.value,
                        style,
                    )
                else:
                    out.write(row, column, plain.value, style)
        buffer = io.BytesIO()
        book.save(buffer)
        self.write(buffer.getvalue())

    def write_ods(self) -> None:
        sheets = "".join(_ods_sheet(sheet) for sheet in self.sheets)
        content = (
            '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">'
            '<office:automatic-styles><style:style style:name="b" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
            '<style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
            + "".join(
                f'<style:style style:name="i{n}" style:family="table-cell"><style:paragraph-properties fo:margin-left="{n * 0.35}cm"/></style:style>'
                for n in range(1, 4)
            )
            + f"</office:automatic-styles><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", content)
        self.write(buffer.getvalue())


def _ods_sheet(sheet: Sheet) -> str:
    corners = {
        (top, left): (bottom - top + 1, right - left + 1)
        for top, left, bottom, right in sheet.merges
    }
    covered = {
        (r, c)
        for top, left, bottom, right in sheet.merges
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    } - set(corners)
    height, width = (max(k[i] for k in sheet.cells) + 1 for i in (0, 1))
    out = f'<table:table table:name="{escape(sheet.name or "")}">'
    for row in range(height):
        out += "<table:table-row>"
        for column in range(width):
            out += (
                "<table:covered-table-cell/>"
                if (row, column) in covered
                else _ods_cell(sheet.cells.get((row, column)), corners.get((row, column)))
            )
        out += '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    return (
        out
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
    )


def _ods_cell(value: Any, span: tuple[int, int] | None) -> str:
    plain = value if isinstance(value, Styled) else Styled(value)
    where = (
        f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"'
        if span
        else ""
    )
    style = (
        ' table:style-name="b"'
        if plain.bold
        else f' table:style-name="i{plain.indent}"'
        if plain.indent
        else ""
    )
    content, up = (
        plain.value,
        f'<text:span text:style-name="up">{escape(plain.up)}</text:span>' if plain.up else "",
    )
    if content is None:
        return f"<table:table-cell{where}/>"
    if isinstance(content, datetime.date):
        return f'<table:table-cell{where}{style} office:value-type="date" office:date-value="{content.isoformat()}"><text:p>{plain.fmt}</text:p></table:table-cell>'
    if isinstance(content, int | float) and plain.fmt and "%" in plain.fmt:
        return f'<table:table-cell{where}{style} office:value-type="percentage" office:value="{content}"><text:p>{content * 100:.1f}%</text:p></table:table-cell>'
    if isinstance(content, int | float):
        return f'<table:table-cell{where}{style} office:value-type="float" office:value="{content}"><text:p>{content}</text:p></table:table-cell>'
    return f'<table:table-cell{where}{style} office:value-type="string"><text:p>{escape(content)}{up}</text:p></table:table-cell>'


def _with_cached(data: bytes, sheets: list[Sheet]) -> bytes:
    """Put the stored results beside the formulas, which openpyxl does not write."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            for number, sheet in enumerate(sheets, 1):
                if info.filename == f"xl/worksheets/sheet{number}.xml":
                    text = content.decode()
                    for value in sheet.cells.values():
                        if isinstance(value, Styled) and value.formula and value.value is not None:
                            text = text.replace(
                                f"<f>{escape(value.formula)}</f><v/>",
                                f"<f>{escape(value.formula)}</f><v>{value.value}</v>",
                                1,
                            )
                            text = text.replace(
                                f"<f>{escape(value.formula)}</f><v />",
                                f"<f>{escape(value.formula)}</f><v>{value.value}</v>",
                                1,
                            )
                    content = text.encode()
            target.writestr(
                zipfile.ZipInfo(info.filename, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def grouped(number: float, *, thousands: str = ",", point: str = ".", decimals: int = 0) -> str:
    """Print a number as an office would."""
    text = f"{number:,.{decimals}f}"
    return text.replace(",", "\0").replace(".", point).replace("\0", thousands)
