"""Encoding, delimiter and records of delimited files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.tables.readers.delimited import decode, find_dialect, lay_out

WORDS = "Страна;Всего;январь;Примечание\nКитай;1 334,9;516,4;-\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-u"]
)
def test_cyrillic_is_told_from_its_bytes(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), name="x") == WORDS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("국가별,합계,단위\n중국,1,2\n", "cp949"), ("国名,合計,単位\n中国,1,2\n", "cp932"), ("Länder;März;Quelle\nÖsterreich;1;2\n", "cp1252")],
)  # fmt: skip
def test_other_scripts_are_told_too(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), name="x") == text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_evenly(delimiter: str) -> None:
    rows = [["Country", "2023", "2024"], ["DPRK", "1 334.9", "2"], ["China", "3", "4"]]
    text = "Exports, in thousand; by country\n" + "\n".join(delimiter.join(row) for row in rows)
    assert find_dialect(text).delimiter == delimiter


def test_decimal_commas_do_not_cut() -> None:
    assert find_dialect("a;2023;2024\nb;1,5;2,5\nc;3,5;4,5\n").delimiter == ";"


def test_records_keep_their_numbers_over_blank_lines_and_quoted_newlines() -> None:
    grid = lay_out('a,b\n\n"x\ny",2\nc,3\n', find_dialect("a,b\n"), name="x")
    assert {row: cells[1].text for row, cells in grid.rows.items()} == {0: "b", 2: "2", 3: "3"}


def test_a_quote_that_is_never_closed_is_no_quote() -> None:
    text = 'a,2023\nx,"1\n' + "y,2\n" * 50
    assert len(lay_out(text, find_dialect(text), name="x").rows) == 52


def test_leading_blanks_are_the_indent() -> None:
    grid = lay_out("a,1\n   b,2\n　c,3\n", find_dialect("a,1\n"), name="x")
    assert [grid.rows[row][0].indent for row in range(3)] == [0, 3, 2]


@settings(deadline=None)
@given(st.binary(max_size=200).filter(lambda data: b"\0" not in data))
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data, name="x"), str)
