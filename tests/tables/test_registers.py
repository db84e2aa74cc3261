"""Registers: figures with a unit that belong to no period, such as what a ship can carry."""

from __future__ import annotations

import pytest

from firsthand.tables.inspect import render
from firsthand.tables.units import find_unit
from tests.tables.conftest import Reader, labels, values

FLEET = "IMO;name;flag;deadweight_t\n9990017;OSTREL;Palvania;6,480\n9990108;CHON MA;DPRK;4,210\n"


def test_a_register_is_told_without_a_period_and_with_a_doubt(read: Reader) -> None:
    table = read(FLEET)
    told = values(table)
    assert {c: (v.value, v.period) for c, v in told.items()} == {"D2": (6480, ""), "D3": (4210, "")}
    assert {s.unit for s in table.series} == {"tonnes"}
    assert labels(table, "D3") == ["CHON MA", "DPRK", "deadweight_t"]
    assert [d.cells for d in table.doubts] == [("D2:D3",)]
    assert table.unplaced == ()
    assert "2 values" in render(table, width=80)


@pytest.mark.parametrize(
    "text",
    [
        "name;flag;score\nA;P;6\nB;Q;7\n",  # no unit: a score, a rank, a number of a room
        "name;flag;share (%)\nA;P;6\nB;Q;7\n",  # a ratio is of some time
    ],
)
def test_without_a_unit_nothing_is_a_register(read: Reader, text: str) -> None:
    table = read(text)
    assert not values(table)
    assert {u.cell for u in table.unplaced} >= {"C2", "C3"}


def test_beside_figures_of_a_period_nothing_is_a_register(read: Reader) -> None:
    table = read("Country,2023,2024\nDPRK,1,2\nMali,3,4\n\n\nname,weight_t\nOSTREL,6480\nCHON,77\n")
    assert {v.period for v in values(table).values()} <= {"2023", "2024"}


@pytest.mark.parametrize(
    ("name", "unit", "factor"),
    [("deadweight_t", "tonnes", None), ("value_thousand_usd", "USD", 1000), ("tank_m3", "cubic-metres", None)],
)  # fmt: skip
def test_a_name_as_programs_write_it_ends_in_its_unit(
    name: str, unit: str, factor: int | None
) -> None:
    found = find_unit(name)
    assert found is not None
    assert (found.unit, found.factor) == (unit, factor)


@pytest.mark.parametrize("name", ["OBS_VALUE", "TIME_PERIOD", "TIME_FORMAT", "entry_id", "a_b_c"])
def test_other_names_of_programs_tell_no_unit(name: str) -> None:
    assert find_unit(name) is None
