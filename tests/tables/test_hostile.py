"""Hostile and broken files end in one clear error that names the place; nothing is run or fetched."""

from __future__ import annotations

import random
import socket
import tracemalloc
from pathlib import Path

import pytest

from firsthand.errors import InputError, TableError, TooLargeError
from firsthand.tables.load import load_table, read_table
from firsthand.tables.readers import limits
from tests.tables.conftest import GOLD, SHARED, repacked, values

BOOK = (SHARED / "tables" / "dev" / "d03-zuzuege.xlsx").read_bytes()
SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(old: bytes, new: bytes) -> bytes:
    return repacked(BOOK, lambda name, data: data.replace(old, new, 1) if name == SHEET else data)


def test_a_zip_bomb_stops_at_the_sheet_and_cell_it_stands_in() -> None:
    bomb = with_sheet(b"</sheetData>", b"</sheetData>" + b" " * (80 * 2**20))
    tracemalloc.start()
    with pytest.raises(TooLargeError) as stopped:
        read_table(bomb, name="bomb.xlsx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert stopped.value.where == "bomb.xlsx sheet 'Tab 4.1' A36"
    assert peak < 64 * 2**20


def test_a_cell_outside_of_a_sheet_is_named() -> None:
    with pytest.raises(TooLargeError, match="XFE1 lies outside"):
        read_table(with_sheet(b'r="A1"', b'r="XFE1"'), name="far.xlsx")


def test_entities_are_refused() -> None:
    bomb = with_sheet(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet')
    with pytest.raises(TableError, match="document type"):
        read_table(bomb, name="entity.xlsx")


def test_a_damaged_number_names_sheet_and_cell() -> None:
    with pytest.raises(TableError) as damaged:
        read_table(with_sheet(b"<v>29172</v>", b"<v>29x72</v>"), name="bad.xlsx")
    assert damaged.value.where == "bad.xlsx sheet 'Tab 4.1' B7"


def test_a_merged_area_over_everything_hides_no_cell() -> None:
    merged = with_sheet(
        b"<mergeCells", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><mergeCells'
    )
    assert len(values(read_table(merged, name="merged.xlsx"))) == 104


def test_a_million_empty_rows_cost_little() -> None:
    rows = b"".join(b'<row r="%d"/>' % number for number in range(40, 200_000))
    assert (
        len(values(read_table(with_sheet(b"</sheetData>", rows + b"</sheetData>"), name="e.xlsx")))
        == 104
    )


def test_a_million_columns_are_too_many() -> None:
    with pytest.raises(TooLargeError, match="fields"):
        read_table(b",".join([b"1"] * 10**6) + b"\n", name="wide.csv")


def test_more_cells_than_the_bound_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 1000)
    with pytest.raises(TooLargeError, match="cells"):
        read_table(b"a,2023,2024\n" + b"x,1,2\n" * 1000, name="tall.csv")


@pytest.mark.parametrize(
    "text", [b"1" * 10**6, b"," * 10**6, b'"' * 10**6, b"." * 10**6, b"(" * 10**6, b"1 " * 500_000]
)
def test_a_megabyte_of_one_sign_does_not_hang(text: bytes) -> None:
    with pytest.raises(InputError):
        read_table(text, name="x.csv")
    read_table(
        b"a,2023,2024\nx,1,2\ny," + text.replace(b",", b".").replace(b'"', b"'") + b",2\n",
        name="x.csv",
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"), (b"\0" * 1000, "binary"), (b"%PDF-1.4", "PDF"), (b"PK\x03\x04cut", "damaged"),
        (b'{"class": "dataset"', "damaged"), (b'{"a": 1}', "neither"), (b"[" * 100_000, "damaged|no table"),
        (b"<html><form><table><tr><td>User</td><td>Password</td></tr></table></form></html>", "no table"),
        (b"<div>" * 100_000, "no table"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000, "damaged"),
        (b"<table><tr><td>" * 3000, "no table"),
    ],
)  # fmt: skip
def test_what_is_no_table_says_why(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_table(data, name="x.csv")


def test_spans_that_cover_too_much_stop() -> None:
    page = b"<table><tr>" + b"<td colspan=1000 rowspan=1000>1</td>" * 3000 + b"</tr></table>"
    with pytest.raises(TooLargeError, match="spans too many"):
        read_table(page + b"<tr></tr>" * 1000, name="x.html")


@pytest.mark.parametrize(
    "name",
    [
        "t13-purposes.xls",
        "t17-fuel.xlsx",
        "t16-migraciya.ods",
        "t15-ausgaben.html",
        "t07-trade.sdmx.json",
        "t20-remittances.xml",
    ],
)
def test_damaged_files_end_in_a_table_or_an_error(name: str) -> None:
    chance = random.Random(name)
    whole = (GOLD / name).read_bytes()
    for number in range(25):
        data = bytearray(whole[: chance.randrange(len(whole))] if number % 5 == 0 else whole)
        for _ in range(chance.choice([1, 5, 40])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        where: str | None = name
        try:
            read_table(bytes(data), name=name)
        except InputError as error:
            where = error.where
        assert where


def test_external_links_and_macros_are_never_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    links = b'<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://example.org/a" TargetMode="External"/></Relationships>'
    linked = repacked(BOOK, lambda n, d: links if n == "xl/_rels/workbook.xml.rels" else d)
    with pytest.raises(TableError, match="no sheet"):
        read_table(linked, name="linked.xlsx")
    page = b'<html><link href="http://example.org"><img src="http://example.org/a"><table><tr><th>c</th><th>2023</th></tr><tr><td>x</td><td>1</td></tr></table></html>'
    assert len(values(read_table(page, name="x.html"))) == 1


def test_an_unreadable_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="cannot be read"):
        load_table(tmp_path / "missing.csv")
    with pytest.raises(TableError, match="cannot be read"):
        load_table(tmp_path)


def test_a_page_of_thousands_of_tables_is_too_large() -> None:
    page = "<table><tr><th>a<th>2023</tr><tr><td>x<td>1</tr></table>" * 6000
    with pytest.raises(TooLargeError, match="6,000 tables"):
        read_table(page.encode(), name="many.html")
