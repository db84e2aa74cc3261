"""Labels and words that mean alike are one concept, in several languages."""

from __future__ import annotations

import pytest

from firsthand.check.concepts import (
    concept_spans,
    concepts_in,
    countries_in,
    is_generic,
    is_total,
    parse_concepts,
)
from firsthand.errors import VocabularyError


@pytest.mark.parametrize("text", ["Education", "they came to study", "Studium", "обучение", "교육"])
def test_education_is_one_concept(text: str) -> None:
    assert "education" in concepts_in(text)


@pytest.mark.parametrize("label", ["Total", "All citizenships", "Insgesamt", "Всего", "합계"])
def test_a_whole_is_known_in_each_language(label: str) -> None:
    assert is_total(label)


def test_a_part_is_no_whole() -> None:
    assert not is_total("Education, all levels")


def test_a_measure_alone_says_nothing() -> None:
    assert is_generic("duration (h)")
    assert not is_generic("draught (m)")


def test_each_word_of_a_label_keeps_its_own_concept() -> None:
    spans = concept_spans("Killed and wounded")
    assert {"killed"} in spans.values()
    assert {"wounded"} in spans.values()


@pytest.mark.parametrize(
    "label", ["DPRK", "North Korea", "КНДР", "Nordkorea", "Korea, Democratic People's Republic of"]
)
def test_one_state_has_many_names(label: str) -> None:
    assert "kp" in countries_in(label)


def test_a_term_that_matches_everything_is_refused_with_its_line() -> None:
    with pytest.raises(VocabularyError) as caught:
        parse_concepts('lists:\n  coal:\n    en: ["*"]\n', "concepts.yaml")
    assert caught.value.where == "concepts.yaml:2"


@pytest.mark.parametrize(
    ("label", "found"), [("US dollars", set()), ("US exports", {"us"}), ("Russian roubles", set())]
)
def test_a_currency_is_no_country(label: str, found: set[str]) -> None:
    assert countries_in(label) == found
