"""Units and multipliers in the words of headings and titles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from firsthand.tables.lexicon import unit_words
from firsthand.tables.quantity import Measure, measure_of, times
from firsthand.tables.units import UnitWord, find_unit, is_comparison, named_units, read_unit

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.parametrize(
    ("text", "unit", "factor"),
    [
        ("mln EUR", "EUR", 10**6), ("млн долл. США", "USD", 10**6), ("тыс. т", "tonnes", 1000), ("тис. осіб", "persons", 1000),
        ("중량 (톤)", "tonnes", None), ("금액 (천달러)", "USD", 1000), ("単位：千トン", "tonnes", 1000), ("万円", "JPY", 10**4),
        ("億ドル", "USD", 10**8), ("in Tsd. Euro", "EUR", 1000), ("EUR '000", "EUR", 1000), ("1 000 t", "tonnes", 1000),
        ("Fees, thousand EUR", "EUR", 1000), ("Value (USD million)", "USD", 10**6), ("(number of entries)", "person-entries", None),
        ("Passenger traffic by border, thousand persons", "persons", 1000), ("Number of students enrolled", "persons", None),
        ("Выдано разрешений, тыс.", "permits", 1000), ("kt", "tonnes", 1000), ("%", "percent", None), ("w tys. osób", "persons", 1000),
        ("USD per tonne", "USD/tonne", None), ("руб./т", "RUB/tonne", None),
    ],
)  # fmt: skip
def test_a_heading_tells_unit_and_multiplier(text: str, unit: str, factor: int | None) -> None:
    found = find_unit(text)
    assert found is not None
    assert (found.unit, found.factor) == (unit, factor)


@pytest.mark.parametrize(
    "text", ["China", "Total", "Exports of coal", "2024", "Men", "Purpose of entry"]
)
def test_other_words_tell_none(text: str) -> None:
    assert find_unit(text) is None


def test_the_nearest_unit_wins_and_takes_no_multiplier_of_another() -> None:
    assert measure_of(["tonnes"], (), (), ["Exports, thousand EUR"]) == Measure("tonnes", 1)


def test_a_multiplier_alone_joins_the_unit_that_is_nearer() -> None:
    assert measure_of(["persons"], (), (), ["(thousands)"]) == Measure("persons", 1000)


def test_a_ratio_takes_no_multiplier() -> None:
    assert measure_of(["Share, %"], (), (), ["million USD"]) == Measure("percent", 1)


def test_a_list_of_units_goes_to_measures_by_their_kind() -> None:
    around = ["(Unit: tonnes, thousand USD)"]
    assert measure_of(["Quantity"], (), (), around) == Measure("tonnes", 1)
    assert measure_of(["Value"], (), (), around) == Measure("USD", 1000)


def test_an_index_is_in_no_money() -> None:
    assert measure_of(["Index 2020=100"], (), (), ["million USD"]) == Measure(None, 1)


def test_units_are_told_by_the_name_of_their_measure() -> None:
    told = named_units("単位：数量 トン、金額 百万円")
    assert told["数量"] == UnitWord("tonnes", whole=True)
    assert told["金額"].factor == 10**6


def test_multiplying_leaves_no_binary_rounding() -> None:
    assert times(2159.3, 10**6) == 2_159_300_000
    assert times(0.1, 3) == 0.3


def test_shares_and_changes_compare() -> None:
    assert is_comparison("в % к I кварталу 2023 г.")
    assert is_comparison("Anteil in %")
    assert not is_comparison("Partners")


def test_every_canonical_unit_is_of_the_contract() -> None:
    allowed = set(
        re.findall(
            r"^  ([\w-]+):", (SHARED / "facts" / "units.yaml").read_text("utf-8"), re.MULTILINE
        )
    )
    assert set(unit_words().units) <= allowed | {"number"}
    assert set(unit_words().scaled) <= allowed | set(unit_words().currencies)


def test_every_word_of_a_unit_reads_as_it() -> None:
    for unit, words in unit_words().units.items():
        for word in words:
            found = read_unit(word.rstrip("~"))
            assert found is None or found.unit is not None or found.factor, (unit, word)
