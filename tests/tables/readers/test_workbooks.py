"""Workbooks: what each container itself knows of a cell comes through."""

from __future__ import annotations

from typing import Any

from firsthand.tables.grid import Cell, Page
from firsthand.tables.readers.container import read_file
from tests.tables.conftest import GOLD, SHARED


def page(path: Any) -> Page:
    held = read_file(path.read_bytes(), name=path.name)
    assert isinstance(held, Page)
    return held


def cell(path: Any, row: int, column: int, sheet: int = 0) -> Cell:
    found = page(path).grids[sheet].at(row, column)
    assert found is not None
    return found


def test_xlsx_tells_weight_indent_raised_marks_and_formats() -> None:
    path = SHARED / "tables" / "dev" / "d08-two-tables.xlsx"
    assert cell(path, 12, 0).bold
    assert cell(path, 8, 0).raised == ((11, 12),)
    assert (cell(path, 7, 6).number, cell(path, 7, 6).percent) == (42.9, True)
    assert cell(path, 12, 2).number == 1180.7
    assert cell(SHARED / "tables" / "dev" / "d03-zuzuege.xlsx", 7, 0).indent == 2


def test_xlsx_reads_hidden_sheets_and_dates_as_shown() -> None:
    assert [grid.name for grid in page(GOLD / "t19-reserves.xlsx").grids] == ["Position", "Aux"]
    assert cell(SHARED / "tables" / "dev" / "d12-tsentrobank.xlsx", 3, 3).day == "2024-01"


def test_a_formula_without_a_result_is_a_fault() -> None:
    assert cell(GOLD / "t18-beside.xlsx", 7, 8).fault == "a formula without a stored result"


def test_xls_tells_formats_weight_raised_marks_and_spans() -> None:
    path = GOLD / "t13-purposes.xls"
    assert cell(path, 3, 1).day == "2003-01"
    assert cell(path, 4, 0).bold
    assert (cell(path, 4, 5).percent, cell(path, 9, 4).raised != ()) == (True, True)
    assert page(GOLD / "t14-gyoyeok.xls").grids[0].areas != ()


def test_ods_tells_shown_text_repeats_and_per_cent() -> None:
    path = GOLD / "t16-migraciya.ods"
    assert cell(path, 4, 3).percent
    assert cell(path, 0, 0).bold
    assert max(page(path).grids[0].rows) < 100


def test_html_lays_spans_out_and_leaves_scripts_and_layout_aside() -> None:
    held = page(GOLD / "t15-ausgaben.html")
    grid = next(grid for grid in held.grids if grid.caption)
    assert grid.at(0, 3) is not None
    assert grid.at(1, 1) is not None
    assert all(
        cell.text != "1"
        for each in held.grids
        for _, _, cell in each.cells()
        if len(each.rows) == 1
    )


def test_the_first_bytes_count_not_the_ending() -> None:
    data = (
        b"<html><table><tr><th>c</th><th>2023</th></tr><tr><td>x</td><td>1</td></tr></table></html>"
    )
    assert isinstance(read_file(data, name="export.xls"), Page)
