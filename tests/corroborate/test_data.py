"""The word lists of the stage load, and a bad line is named."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.corroborate.houses import house_words
from firsthand.corroborate.lexicon import factor, family, near_kinds, question_words
from firsthand.corroborate.phrases import asking_words
from firsthand.corroborate.voice_lists import voice_words
from firsthand.errors import VocabularyError
from firsthand.vocabulary.data_file import parse_data


def test_every_list_loads_and_holds_lower_case_words() -> None:
    for lists in (voice_words(), house_words()):
        for name in lists.__struct_fields__:
            words = getattr(lists, name)
            assert words, name
            assert all(w == w.lower() and w.strip() == w for w in words), name
    assert asking_words().irregular["met"] == "meet"


def test_a_bad_line_is_named_with_file_and_line() -> None:
    class Lists(msgspec.Struct):
        people: list[str]

    with pytest.raises(VocabularyError) as caught:
        parse_data("people: [persons,\n  no]\n", "questions.yaml", Lists)
    assert caught.value.where == "questions.yaml:2"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("persons", "workers", True), ("tonnes", "kilograms", True), ("tonnes", "barrels", False), ("EUR/kilograms", "EUR/tonnes", False), (None, None, True)],
)  # fmt: skip
def test_units_of_one_family_can_count_one_thing(one: str, other: str, same: bool) -> None:
    assert (family(one) == family(other)) is same


def test_factors_bring_units_of_a_family_together() -> None:
    assert 41 * factor("hours") == pytest.approx(2460 * factor("minutes"))
    assert factor("tonnes") == 1


def test_kinds_are_near_both_ways() -> None:
    assert near_kinds("trade", "shipping")
    assert near_kinds("shipping", "trade")
    assert near_kinds("other", "combat")
    assert not near_kinds("combat", "troop-deployment")
    assert question_words().near
