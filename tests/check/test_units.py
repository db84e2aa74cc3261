"""Units are converted, called kin, or said not to be comparable."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.check.units import relate, unit_of_label, unit_relations


@pytest.mark.parametrize(
    ("answer", "series", "relation"),
    [
        ("tonnes", "tonnes", "same"),
        ("tonnes", "kilotonnes", "same"),
        ("workers", "persons", "kin"),
        ("workers", "person-entries", "against"),
        ("visas", "persons", "against"),
        ("tonnes", "USD", "against"),
        ("hours", "tonnes", "other"),
        ("hours", None, "unknown"),
    ],
)
def test_units_relate(answer: str, series: str | None, relation: str) -> None:
    assert relate(answer, series).relation == relation


def test_values_are_converted_exactly() -> None:
    assert relate("hours", "minutes").convert(Decimal(2442)) == Decimal("40.7")
    assert relate("tonnes", "kilotonnes").convert(Decimal("1.5")) == 1500


@settings(deadline=None)
@given(
    st.sampled_from(sorted((a, b) for a, to in unit_relations().factors.items() for b in to)),
    st.integers(1, 10**6),
)
def test_conversion_there_and_back_is_the_same(pair: tuple[str, str], value: int) -> None:
    large, small = pair
    there = relate(small, large).convert(Decimal(value))
    assert round(relate(large, small).convert(there), 9) == value


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("duration (h)", "hours"),
        ("deadweight_t", "tonnes"),
        ("draught [m]", "metres"),
        ("Total", None),
    ],
)
def test_a_unit_in_brackets_is_the_columns(label: str, unit: str | None) -> None:
    assert unit_of_label(label) == unit
