"""What a new release changed is told value by value."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.tables.diff import diff
from firsthand.tables.inspect import render_revisions
from tests.tables.conftest import Reader

OLD = "Visas\nPublished 1 March 2024\nC,2022,2023\nDPRK,10,12p\nChina,5,..\nOld,1,1\n"
NEW = "Visas\nPublished 1 March 2025\nC,2022,2023,2024p\nDPRK,11 r,12,14\nChina,5,7,8\nNew,1,1,1\n"


def test_revised_marked_and_added_values_are_told(read: Reader) -> None:
    told = diff(read(OLD), read(NEW))
    assert [(r.kind, r.period, r.change) for r in told.revisions] == [
        ("revised", "2022", 1), ("flags", "2023", 0), ("added", "2024", None), ("revised", "2023", None), ("added", "2024", None),
    ]  # fmt: skip
    assert (told.same, told.old_vintage, told.new_vintage) == (1, "2024-03-01", "2025-03-01")


def test_series_that_came_and_went_are_named(read: Reader) -> None:
    told = diff(read(OLD), read(NEW))
    assert [list(each.values()) for each in (*told.gone, *told.fresh)] == [["Old"], ["New"]]


def test_a_value_that_is_no_more_is_withdrawn(read: Reader) -> None:
    told = diff(read("c,2022,2023\nA,1,2\n"), read("c,2023\nA,2\n"))
    assert [(r.kind, r.period) for r in told.revisions] == [("withdrawn", "2022")]


def test_a_quarter_is_the_same_period_as_its_months(read: Reader) -> None:
    told = diff(read("c,Q2 2024\nA,1\n"), read("c,April-June 2024\nA,1\n"))
    assert (told.same, told.revisions) == (1, ())


def test_the_text_says_both_cells_and_the_change(read: Reader) -> None:
    text = render_revisions(diff(read(OLD), read(NEW)), width=80)
    assert "10 B4 → 11 r B4, +1 (+10.0 %)" in text


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
def test_a_table_does_not_differ_from_itself(numbers: list[int]) -> None:
    from firsthand.tables.load import read_table

    years = ",".join(str(2000 + n) for n in range(len(numbers)))
    table = read_table(f"place,{years}\nA,{','.join(map(str, numbers))}\n".encode(), name="x.csv")
    told = diff(table, table)
    assert (told.revisions, told.gone, told.fresh) == ((), (), ())
    assert told.same == len(numbers)
