"""Who is of which state: demonyms, capitals, seats, leaders, and things that are given a nationality."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model.attribution import Entity
from firsthand.provisions.load import law
from firsthand.provisions.parties import country_of, find_parties
from tests.provisions.make import vessel

UN = law().regimes["UN-1718"]


def parties(text: str, entities: tuple[Entity, ...] = ()) -> list[tuple[str, str]]:
    return [(text[slice(*p.span)], p.country) for p in find_parties(text, entities, UN)]


@pytest.mark.parametrize(
    "name",
    ["North Korea", "Pyongyang", "the DPRK", "North Koreans", "Kim Jong Un", "КНДР", "Nordkorea"],
)
def test_the_state_has_many_names(name: str) -> None:
    assert "kp" in {country for _, country in parties(f"It went to {name} today")}


def test_the_south_is_another_state() -> None:
    assert [c for _, c in parties("South Korea and Seoul")] == ["kr", "kr"]


def test_a_ship_is_what_the_text_says_it_is_at_each_mention() -> None:
    text = "The North Korean tanker Yu Son drew near. Later the Yu Son left."
    assert parties(text, (vessel(text, "Yu Son"),)).count(("Yu Son", "kp")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Yu Son, a North Korean tanker, left.",
        "The Yu Son of North Korea left.",
        "The Yu Son (North Korea) left.",
    ],
)
def test_an_apposition_gives_the_nationality(text: str) -> None:
    assert ("Yu Son", "kp") in parties(text, (vessel(text, "Yu Son"),))


def test_a_name_beside_another_state_stays_without_one() -> None:
    text = "The Calvera sent no signal near the North Korean port."
    assert "Calvera" not in {name for name, _ in parties(text, (vessel(text, "Calvera"),))}


def test_an_agency_that_reports_is_no_party() -> None:
    assert parties("Yonhap said so") == []


def test_ids_lead_to_countries() -> None:
    assert (country_of("kp"), country_of(None), country_of("nobody")) == ("kp", None, None)


@settings(deadline=None)
@given(st.text(alphabet="North Korean tanker,.() Pyongyang\n", max_size=120))
def test_spans_slice_the_text_in_order(text: str) -> None:
    spans = [p.span for p in find_parties(text, (), UN)]
    assert all(text[a:b] for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
