"""Whatever the bytes, a file ends in a table or in an error; every value stands where it is said to stand."""

from __future__ import annotations

import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.tables.grid import column_number
from firsthand.tables.load import read_table

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CELLS = st.one_of(
    st.sampled_from(["", "2023", "2024", "Q1", "Total", "DPRK", "1,234", "5.5", "..", "-", "p", "12 r", "<5", "USD", "%", "January"]),
    st.integers(-10**6, 10**6).map(str),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12),
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12)


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_table_or_an_error(data: bytes) -> None:
    where: str | None = "x.csv"
    try:
        read_table(data, name="x.csv")
    except InputError as error:
        where = error.where
    assert where


@QUICK
@given(TABLES)
def test_every_value_stands_in_the_cell_that_it_names(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    text = out.getvalue()
    try:
        table = read_table(text.encode(), name="x.csv")
    except InputError:
        return
    records = list(csv.reader(io.StringIO(text)))
    dialects = [records, *([list(csv.reader(io.StringIO(text), delimiter=d)) for d in ";\t|"])]
    held = [
        {(r, c): field.strip() for r, record in enumerate(each) for c, field in enumerate(record)}
        for each in dialects
    ]
    for series in table.series:
        for value in series.values:
            letters = value.cell.rstrip("0123456789")
            place = int(value.cell[len(letters) :]) - 1, column_number(letters)
            assert any(each.get(place) == value.printed for each in held), value


@QUICK
@given(TABLES)
def test_no_cell_is_told_twice(rows: list[list[str]]) -> None:
    text = "\n".join(
        ",".join(cell.replace(",", " ").replace('"', "") for cell in row) for row in rows
    )
    try:
        table = read_table(text.encode(), name="x.csv")
    except InputError:
        return
    cells = [value.cell for series in table.series for value in series.values]
    assert len(cells) == len(set(cells))
