"""Official files end in the series that they print, each value with its cell."""

from __future__ import annotations

from pathlib import Path

from firsthand.model.table import Table, Value
from firsthand.tables.load import load_table

SHARED = Path(__file__).parents[2].parent / "shared"


def value(table: Table, cell: str) -> Value:
    return next(v for s in table.series for v in s.values if v.cell == cell)


def test_the_real_table_of_entries_is_read_with_marks_unit_and_cells() -> None:
    table = load_table(SHARED / "cases" / "seed" / "entries.csv")
    assert {s.unit for s in table.series} == {"person-entries"}
    assert (value(table, "E5").period, value(table, "E5").value) == ("2024", 13221)
    assert value(table, "C5").flags == ("approximate",)
    assert value(table, "D6").value is None
    assert value(table, "D6").flags == ("missing",)


def test_a_long_table_of_quarters_is_one_series_a_purpose() -> None:
    table = load_table(SHARED / "cases" / "seed" / "quarters.csv")
    assert [s.dims for s in table.series] == [
        {"purpose": "Total"},
        {"purpose": "Business"},
        {"purpose": "Education"},
    ]
    assert value(table, "C9").period == "2024-Q3"


def test_marks_of_a_heading_hold_below_it_and_the_day_of_publication_is_the_vintage() -> None:
    table = load_table(SHARED / "cases" / "a-border-entries" / "tables" / "table-4-2.csv")
    assert table.vintage == "2026-02-09"
    assert table.publisher == "Invented Border Service"
    assert value(table, "E5").flags == ("provisional",)
    assert value(table, "E9").flags[0] == "nil"
    assert value(table, "D5").flags == ("revised",)
    assert "first published as 4,512" in (value(table, "D5").note or "")
