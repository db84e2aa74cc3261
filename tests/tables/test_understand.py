"""Shapes in which offices publish: headings, parents, sections, tables beside and below each other."""

from __future__ import annotations

import pytest

from firsthand.errors import TableError
from firsthand.tables.load import read_table
from tests.tables.conftest import Reader, labels, series_of, values


def test_headings_spread_over_blank_cells_to_the_next_heading(read: Reader) -> None:
    table = read("Country;2023;;2024;\n;Q1;Q2;Q1;Q2\nDPRK;1;2;3;4\n")
    assert [values(table)[c].period for c in ("B3", "C3", "D3", "E3")] == [
        "2023-Q1", "2023-Q2", "2024-Q1", "2024-Q2",
    ]  # fmt: skip


def test_an_indented_row_carries_its_parents_and_a_total_is_none(read: Reader) -> None:
    table = read("C,2023\nTotal,9\n  Asia,5\n    DPRK,3\nEurope,4\n")
    assert labels(table, "B4") == ["Asia", "DPRK"]
    assert labels(table, "B5") == ["Europe"]


def test_numbering_tells_parents_three_deep(read: Reader) -> None:
    table = read("Item,2023,2024\n1 Exports,9,8\n1.1 Coal,5,4\n1.1.1 to DPRK,1,1\n2 Imports,3,3\n")
    assert labels(table, "B4") == ["1 Exports", "1.1 Coal", "1.1.1 to DPRK"]
    assert labels(table, "B5") == ["2 Imports"]


def test_numbers_that_belong_to_the_words_are_no_numbering(read: Reader) -> None:
    table = read("Age,2023,2024\n15 years,9,8\n18 years,5,4\n65 years and over,1,1\n")
    assert labels(table, "B4") == ["65 years and over"]


def test_a_section_row_stands_over_the_rows_up_to_the_next(read: Reader) -> None:
    table = read("C,2023,2024\nMen,,\nDPRK,1,2\nWomen,,\nDPRK,3,4\n")
    assert labels(table, "B3") == ["Men", "DPRK"]
    assert labels(table, "B5") == ["Women", "DPRK"]


def test_a_section_of_a_unit_or_a_year_is_no_label(read: Reader) -> None:
    table = read("C,Q1,Q2\n2024,,\nthousand tonnes,,\nCoal,1.5,2\nmillion USD,,\nCoal,3,4\n")
    assert (values(table)["B4"].period, values(table)["B4"].value) == ("2024-Q1", 1500)
    assert series_of(table, "B6").unit == "USD"
    assert labels(table, "B6") == ["Coal"]


def test_of_which_is_no_label_and_its_parts_hang_on_the_row_above(read: Reader) -> None:
    table = read("C,2023\nChina,9\n  of which:,\n    coal,5\nDPRK,4\n")
    assert labels(table, "B4") == ["China", "coal"]


def test_a_blank_outer_label_goes_on_from_above(read: Reader) -> None:
    table = read("Border,Mode,2023,2024\nEast,Road,1,2\n,Rail,3,4\nNorth,Road,5,6\n")
    assert labels(table, "C3") == ["East", "Rail"]


def test_captions_tell_tables_apart_that_nothing_else_does(read: Reader) -> None:
    table = read("Table A. Exports\nC,2023\nDPRK,1\n\nTable B. Imports\nC,2023\nDPRK,2\n")
    assert labels(table, "B3") == ["Table A. Exports", "DPRK"]
    assert labels(table, "B7") == ["Table B. Imports", "DPRK"]


def test_tables_beside_each_other_are_two(read: Reader) -> None:
    table = read("In,,,Out,\nC,2023,,C,2023\nDPRK,1,,DPRK,2\nChina,3,,China,4\n")
    assert labels(table, "B3") == ["In", "DPRK"]
    assert labels(table, "E3") == ["Out", "DPRK"]


def test_years_down_and_measures_across(read: Reader) -> None:
    table = read("Year,Exports (USD mn),Imports (USD mn)\n2022,1.5,2\n2023,3,4\n")
    assert (values(table)["B2"].period, values(table)["B2"].value) == ("2022", 1_500_000)
    assert labels(table, "C3") == ["Imports (USD mn)"]


def test_rows_of_a_body_that_look_like_years_are_figures(read: Reader) -> None:
    table = read("Year,Visas,Permits\n2018,2029,2010\n2019,150,2001\n")
    assert values(table)["B2"].value == 2029


def test_months_take_their_year_from_the_row_above_or_below(read: Reader) -> None:
    above = read("Period,Persons\n2023,10\nJanuary,4\nFebruary,6\n2024,12\nJanuary,12\n")
    below = read("Period,Persons\nJanuary,4\nFebruary,6\n2023,10\nJanuary,12\n2024,12\n")
    assert [values(above)[c].period for c in ("B3", "B6")] == ["2023-01", "2024-01"]
    assert [values(below)[c].period for c in ("B2", "B5")] == ["2023-01", "2024-01"]


def test_the_year_beside_its_months_is_the_whole_year(read: Reader) -> None:
    table = read("C,2023,,\n,Jan,Feb,Year\nDPRK,1,2,30\n")
    assert (values(table)["D3"].period, labels(table, "D3")) == ("2023", ["DPRK"])


def test_columns_since_january_are_cumulative(read: Reader) -> None:
    table = read(
        "C,in the month,,since January,\n,Feb 2024,Mar 2024,Feb 2024,Mar 2024\nCoal,1,2,3,5\n"
    )
    assert (values(table)["C3"].period, series_of(table, "C3").cumulative) == ("2024-03", False)
    assert (values(table)["E3"].period, series_of(table, "E3").cumulative) == (
        "2024-01/2024-03",
        True,
    )


def test_a_change_has_the_later_period_and_no_multiplier(read: Reader) -> None:
    table = read("Exports, thousand EUR\nC;2023;2024;Change 2023 to 2024, %\nDPRK;10;12;20.0\n")
    assert (values(table)["D3"].period, values(table)["D3"].value) == ("2024", 20)
    assert series_of(table, "D3").unit == "percent"


def test_codes_ranks_and_notes_are_no_values(read: Reader) -> None:
    table = read(
        "Rank,Code,Country,2024,Rank 2023,Note\n1,0303,China,500,2,3\n2,2701,DPRK,400,1,\n"
    )
    assert set(values(table)) == {"D2", "D3"}


def test_notes_of_the_file_win_over_custom(read: Reader) -> None:
    table = read("C,2023,2024\nDPRK,x,-\n\nx = nil; - = not available\n")
    assert values(table)["B2"].flags == ("nil",)
    assert values(table)["C2"].flags == ("missing",)


def test_a_record_with_more_fields_is_set_aside_cell_by_cell(read: Reader) -> None:
    table = read('c,2023,2024\na,"1,000",2\nb,1,000,2\nc,3,4\n')
    assert {u.cell for u in table.unplaced} == {"A3", "B3", "C3", "D3"}
    assert "B3" not in values(table)


def test_text_that_looks_like_a_formula_stays_text(read: Reader) -> None:
    table = read("c,2023,2024\nx,=1+2,5\ny,@SUM(A1),-7\n")
    assert [(u.cell, u.text) for u in table.unplaced] == [("B2", "=1+2"), ("B3", "@SUM(A1)")]
    assert values(table)["C3"].value == -7


def test_two_values_of_one_period_and_label_are_a_doubt(read: Reader) -> None:
    table = read("country,year,persons\nDPRK,2024,1\nDPRK,2024,2\n")
    assert table.doubts[0].cells == ("C2", "C3")


def test_dates_that_fit_two_orders_are_a_doubt_and_neighbours_settle_it(read: Reader) -> None:
    open_ = read("Date,Persons\n01/02/2025,1\n05/02/2025,2\n")
    settled = read("Date,Persons\n01/02/2025,1\n02/02/2025,2\n03/02/2025,3\n")
    assert len(open_.doubts) == 2
    assert settled.doubts == ()
    assert values(settled)["B3"].period == "2025-02-02"


@pytest.mark.parametrize("text", ["", "\n\n", "hello\n", "a,b\nc,d\n", "Home,2023,2024\n"])
def test_a_file_without_figures_is_no_table(text: str) -> None:
    with pytest.raises(TableError):
        read_table(text.encode(), name="x.csv")


def test_the_legacy_encoding_is_told_by_the_words_of_tables() -> None:
    text = "Страна;2023;2024\nВсего;1;2\nКитай;3;4\nПримечание: оценка\n"
    table = read_table(text.encode("cp1251"), name="x.csv")
    assert labels(table, "B2") == ["Всего"]


@pytest.mark.parametrize(
    "heading", ["Change H1 2024/H1 2023, %", "% change on 2022", "2024 г. в % к 2023 г."]
)
def test_a_heading_that_compares_periods_is_a_label_as_printed(read: Reader, heading: str) -> None:
    table = read(f'Country,H1 2023,H1 2024,"{heading}"\nDPRK,3,7,133\n')
    assert labels(table, "D2") == ["DPRK", heading]
    assert labels(table, "B2") == ["DPRK"]


@pytest.mark.parametrize("word", ["Yhteensä", "Totalt", "Összesen", "Ukupno", "Σύνολο", "Toplam"])
def test_a_total_in_any_language_is_no_parent(read: Reader, word: str) -> None:
    assert labels(read(f"C,2023\n{word},9\n  Asia,5\n"), "B3") == ["Asia"]


def test_a_mark_of_letters_with_points_is_what_the_notes_say(read: Reader) -> None:
    table = read("Účel;2022;2023\nstudium;i.d.;1 402\ni.d. = důvěrný údaj\n")
    assert values(table)["B2"].flags == ("confidential",)
