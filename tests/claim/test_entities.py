"""Vessels, aircraft and companies are known by the words beside them, with their numbers."""

from __future__ import annotations

from firsthand.model.attribution import Entity
from tests.attribute.make import read


def entity(text: str, name: str) -> Entity:
    return next(e for e in read(text).entities if e.name == name)


def test_a_vessel_has_the_numbers_behind_its_name() -> None:
    found = entity("The tanker Alma, IMO 9235713, sailed to Sikka.", "Alma")
    assert (found.kind, found.identifiers) == ("vessel", {"imo": "9235713"})


def test_a_number_alone_is_a_vessel_of_its_own() -> None:
    found = entity("A ship with IMO 9187629 lay off Crete.", "IMO 9187629")
    assert found.kind == "vessel"


def test_a_company_ends_in_a_word_for_companies() -> None:
    found = entity("Ostrel Shipping Ltd, INN 7707083893, sold the ferry.", "Ostrel Shipping Ltd")
    assert found.kind == "organisation"
    assert found.identifiers == {"inn": "7707083893"}


def test_a_registration_is_an_aircraft() -> None:
    assert entity("The cargo plane RA-82081 landed in Ordos.", "RA-82081").kind == "aircraft"


def test_a_further_mention_does_not_make_a_second_entity() -> None:
    found = read("The tanker Alma sailed on Monday. The tanker Alma sank on Tuesday.").entities
    named = [e for e in found if e.name == "Alma"]
    assert len(named) == 1
    assert len(named[0].mentions) == 2
