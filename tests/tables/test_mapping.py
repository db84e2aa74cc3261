"""Mapping files: proposed, corrected by hand, read back, used for the next release."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.errors import TableError
from firsthand.tables.load import load_table, propose, read_table
from firsthand.tables.mapping import Mapping, TableMap, read_mapping, write_mapping
from tests.tables.conftest import SHARED, labels, series_of, values

DEV = SHARED / "tables" / "dev"


@pytest.mark.parametrize(
    "name",
    [
        "d01-entries-by-purpose.csv",
        "d03-zuzuege.xlsx",
        "d08-two-tables.xlsx",
        "d10-visas-transposed.ods",
    ],
)
def test_what_is_proposed_reads_the_file_the_same(name: str) -> None:
    text = propose(DEV / name)
    assert text is not None
    mapped = read_table((DEV / name).read_bytes(), name=name, mapping=read_mapping(text, name="m"))
    assert mapped.series == load_table(DEV / name).series


def test_coded_files_need_no_mapping() -> None:
    assert propose(DEV / "d07-coal-fish.jsonstat.json") is None


def test_a_mapping_beside_the_file_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("c,FY2023,Other\nDPRK,x,7\n")
    path.with_name("a.csv.table.toml").write_text(
        'schema = 1\n[marks]\nx = "nil"\n[[table]]\nheadings = [1, 1]\nbody = [2]\n'
        'columns = { C = "note" }\ndimensions = { A = "Country" }\nunits = { B = "thousand USD" }\nperiods = { B = "2022/2023" }\n'
    )
    table = load_table(path)
    assert (values(table)["B2"].period, values(table)["B2"].flags) == ("2022/2023", ("nil",))
    assert series_of(table, "B2").dims == {"Country": "DPRK"}
    assert (series_of(table, "B2").unit, table.doubts) == ("USD", ())
    assert set(values(table)) == {"B2"}


def test_sheets_can_be_skipped() -> None:
    mapping = Mapping(skip=["2022", "2023"])
    table = read_table((DEV / "d09-year-sheets.xlsx").read_bytes(), name="x.xlsx", mapping=mapping)
    assert {series.sheet for series in table.series} == {"2024"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema = 1\nx", "not TOML"), ("schema = 2", "schema"), ('[[table]]\ncolumns = { A = "colour" }', "columns"),
        ('[[table]]\nunit = "furlongs"', "no unit"), ('[[table]]\nperiods = { B = "soon" }', "no period"), ("color = 1", "color"),
    ],
)  # fmt: skip
def test_a_bad_entry_is_named(text: str, words: str) -> None:
    with pytest.raises(TableError, match=words):
        read_mapping(text, name="m.toml")


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=3), st.sampled_from(["nil", "missing"]), max_size=4
    ),
    st.text(max_size=20),
)
def test_a_mapping_is_read_back_as_written(marks: dict[str, str], sheet: str) -> None:
    mapping = Mapping(
        decimal=",",
        marks=marks,
        table=[TableMap(sheet=sheet, headings=[1, 2], body=[3], columns={"A": "label"})],
    )  # type: ignore[arg-type]
    assert (
        read_mapping(write_mapping(mapping, name="a", doubts=["B2: 1 or 2"]), name="m") == mapping
    )


def test_labels_go_by_the_name_that_the_mapping_gives() -> None:
    mapping = Mapping(table=[TableMap(headings=[1], body=[2], dimensions={"A": "Land"})])
    table = read_table(b"c,2023\nDPRK,1\n", name="x.csv", mapping=mapping)
    assert table.series[0].dims == {"Land": "DPRK"}
    assert labels(table, "B2") == ["DPRK"]
