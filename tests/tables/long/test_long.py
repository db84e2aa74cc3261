"""Long files in arrays say what reading cell by cell says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.model.table import Table
from firsthand.tables.inspect import render
from firsthand.tables.load import load_table, read_table
from firsthand.tables.long import columns, load
from firsthand.tables.long.cutting import Codes, cut, keys_of, whole_records
from firsthand.tables.long.numbers import ODD, read_figures, spelled
from firsthand.tables.mapping import Mapping

HEAD = "country,item,unit,year,month,value,flag\n"


def lines(count: int) -> str:
    shown = ("1234", "12.5", '"1,234"', "..", "<5", "0", "-3", "")
    return "".join(
        f'C{n // 240},"item, {n // 24 % 10}",{"t" if n % 2 else "thousand USD"},{2022 + n // 12 % 2},{n % 12 + 1},{shown[n % 8]},{"p" if n % 5 == 0 else "m" if n % 8 == 7 else ""}\n'
        for n in range(count)
    )


def both(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Table, Table]:
    monkeypatch.setattr(load, "FROM", 0)
    path = tmp_path / "long.csv"
    path.write_text(text, encoding="utf-8")
    long = load.load_long(path, Mapping())
    assert long is not None
    return long, read_table(path.read_bytes(), name="long.csv")


def test_the_series_are_those_of_the_plain_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "PIECE", 4096)
    long, plain = both(tmp_path, HEAD + lines(960), monkeypatch)
    held = {(*s.dims.values(), s.unit): s.values for s in long.series}
    assert held == {(*s.dims.values(), s.unit): s.values for s in plain.series}
    assert long.sha256 == plain.sha256


def test_records_that_do_not_fit_are_set_aside_and_shift_no_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = lines(480).splitlines(keepends=True)
    body[100:100] = ["\n", "C9,broken\n"]
    long, plain = both(tmp_path, HEAD + "".join(body), monkeypatch)
    cells = {v.cell for s in plain.series for v in s.values}
    assert {v.cell for s in long.series for v in s.values} == cells
    assert [(u.cell, u.text) for u in long.unplaced] == [("A103", "C9,broken")]


def test_a_table_with_sections_is_read_the_plain_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "FROM", 0)
    path = tmp_path / "wide.csv"
    path.write_text("c,2023,2024\nMen,,\nDPRK,1,2\n")
    assert load.load_long(path, Mapping()) is None
    assert isinstance(load_table(path).series, tuple)


def test_the_view_shows_the_first_series_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long, _ = both(tmp_path, HEAD + lines(960), monkeypatch)
    assert "more series" in render(long, width=80, limit=2)


@pytest.mark.parametrize(
    "text", ["0", "7", "-12", "1234.50", "0.5", "-0.25", "999999999999999", "12,5"]
)
def test_plain_figures_are_read_and_spelled_as_they_stand(text: str) -> None:
    decimal = "," if "," in text else "."
    figures = read_figures(cut(f"{text};x\n".encode(), ord(";"), 2), 0, decimal)
    assert spelled(float(figures.values[0]), int(figures.decimals[0]), decimal) == text
    assert figures.values[0] == float(text.replace(",", "."))


@pytest.mark.parametrize(
    "text",
    ["", "007", ".5", "12.", "1.2.3", "1e5", "..", "-", "+5", "1234567890123456", "1 234", "--1"],
)
def test_other_figures_are_left_to_the_plain_way(text: str) -> None:
    assert read_figures(cut(f"{text};x\n".encode(), ord(";"), 2), 0, ".").decimals[0] == ODD


FIELDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(FIELDS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_fields_are_cut_as_the_csv_module_cuts_them(rows: list[list[str]]) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    piece = cut(out.getvalue().encode(), ord(","), 3)
    told = [[piece.text(n, c, "utf-8") for c in range(3)] for n in range(len(piece.starts))]
    assert told == [[field.strip() for field in row] for row in rows]


@given(
    st.lists(
        st.sampled_from(["a", "b", "ab", "", "abcdefgh", "abcdefghi", "x" * 40]),
        min_size=1,
        max_size=30,
    )
)
def test_keys_are_equal_where_the_fields_are(fields: list[str]) -> None:
    piece = cut("".join(f"{f};1\n" for f in fields).encode(), ord(";"), 2)
    codes, fresh = Codes().encode(keys_of(piece, [0]))
    first = {field: n for n, field in reversed(list(enumerate(fields)))}
    assert [fields[at] for at in fresh] == sorted(first, key=lambda field: first[field])
    assert len(np.unique(codes)) == len(set(fields))
    assert all((codes[i] == codes[0]) == (fields[i] == fields[0]) for i in range(len(fields)))


def test_a_piece_ends_with_a_whole_record() -> None:
    assert whole_records(b'a,"b\nc",d\nx,"y\n') == 10
