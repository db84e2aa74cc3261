"""The names by which claims are told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate.names import NameFinder, country_of
from tests.corroborate.make import Said, article


def names(text: str, *told: object):  # type: ignore[no-untyped-def]
    return NameFinder(article("a", text, *told)).within(((0, len(text)),))  # type: ignore[arg-type]


def test_peoples_and_capitals_are_their_country() -> None:
    assert names("North Koreans came to Russia, and Moscow knew.").geo == {"kp", "ru"}


def test_unknown_names_are_whole_and_months_are_none() -> None:
    found = names("In March the tanker Ostrel Star left Upper Old Dovrin.")
    assert found.own == {"ostrel star", "upper old dovrin"}


def test_a_short_form_stands_for_the_longer_name() -> None:
    text = "The Ostrel Star left. On Monday the Star came back."
    finder = NameFinder(article("a", text))
    assert finder.within(((text.index("On Monday"), len(text)),)).own == {"ostrel star"}


def test_who_speaks_is_not_what_is_spoken_of() -> None:
    found = names("Ukraine said that drones came from Minsk.", Said("Ukraine"))
    assert found.geo == {"by"}


def test_a_place_lies_in_its_country() -> None:
    assert country_of("ru") is None
    assert country_of("moscow") == "ru"


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    found = names(text)
    assert all(n == n.strip() and n for n in found.own)


def test_a_megabyte_of_capitals_does_not_hang() -> None:
    assert names("A" * 300_000 + " " + "Ab " * 100_000) is not None
