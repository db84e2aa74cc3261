"""Forms of verbs from their dictionary entries."""

from __future__ import annotations

import pytest

from firsthand.vocabulary.inflect_verbs import verb_forms

FORMS = [
    ("en", "say said said", {"say": "base", "says": "third", "said": "past", "saying": "ing"}),
    ("en", "deny", {"denies": "third", "denied": "past", "denying": "ing"}),
    ("en", "admit", {"admitted": "past", "admitting": "ing"}),
    ("en", "advise", {"advised": "past", "advising": "ing"}),
]


@pytest.mark.parametrize(("language", "entry", "wanted"), FORMS)
def test_regular_and_irregular_forms(language: str, entry: str, wanted: dict[str, str]) -> None:
    found = {}
    for form, tense, _ in verb_forms(entry.split(), language):
        found.setdefault(form, tense)
    assert wanted.items() <= found.items()


@pytest.mark.parametrize(
    ("language", "entry", "form"),
    [
        ("de", "berichten", "berichtete"),
        ("de", "mit|teilen", "teilte"),
        ("ru", "сообщить сообщит сообщил", "сообщила"),
        ("uk", "повідомити повідомить повідомив", "повідомили"),
    ],
)
def test_other_languages_inflect_too(language: str, entry: str, form: str) -> None:
    assert form in {f for f, _, _ in verb_forms(entry.split(), language)}


def test_a_separable_part_is_kept_with_the_form() -> None:
    parts = {part for form, _, part in verb_forms(["mit|teilen"], "de") if form == "teilte"}
    assert parts == {"mit"}


@pytest.mark.parametrize(("language", "entry"), [("en", "say said"), ("de", "a b"), ("ru", "а")])
def test_an_entry_has_the_parts_of_its_language(language: str, entry: str) -> None:
    with pytest.raises(ValueError, match="parts, not"):
        verb_forms(entry.split(), language)
