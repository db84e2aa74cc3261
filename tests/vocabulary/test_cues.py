"""The lexicon of cues: how much it knows, what it refuses, what a form means."""

from __future__ import annotations

import pytest

from firsthand.errors import VocabularyError
from firsthand.vocabulary.cues import (
    CueFile,
    VerbGroup,
    build,
    carries_voice,
    cue_of,
    cues,
    languages,
)
from firsthand.vocabulary.data_file import parse_data

SIZES = {"en": 400, "de": 180, "ru": 150, "uk": 130, "ko": 60, "ja": 35}


@pytest.mark.parametrize(("language", "least"), SIZES.items())
def test_each_language_knows_its_cues(language: str, least: int) -> None:
    known = cues(language)
    lemmas = {form.cue.lemma for forms in known.verbs.values() for form in forms}
    phrases = {phrase.words for each in known.phrases.values() for phrase in each}
    assert len(lemmas) + len(phrases) >= least


def test_every_language_has_a_file() -> None:
    assert set(SIZES) <= set(languages())


@pytest.mark.parametrize(
    ("language", "form", "lemma", "stance"),
    [
        ("en", "told", "tell", None),
        ("en", "had denied", "deny", "denies"),
        ("en", "pointed out", "point out", None),
        ("en", "reportedly", "reportedly", "reports"),
        ("de", "bestritt", "bestreiten", "denies"),
        ("de", "sagte", "sagen", None),
        ("ru", "сообщила", "сообщить", None),
        ("uk", "заперечив", "заперечити", "denies"),
    ],
)
def test_a_form_leads_to_its_cue(language: str, form: str, lemma: str, stance: str | None) -> None:
    cue = cue_of(form, language)
    assert cue is not None
    assert (cue.lemma, cue.stance) == (lemma, stance)


@pytest.mark.parametrize(
    ("words", "voice"),
    [("said", True), ("did not say", False), ("hopes", False), ("fears", False), ("xyz", True),
     ("did not deny", True), ("denied", True)],
)  # fmt: skip
def test_only_some_words_put_a_voice_behind_a_fact(words: str, *, voice: bool) -> None:
    assert carries_voice(words, "en") is voice


@pytest.mark.parametrize("language", SIZES)
def test_hedges_are_shares_and_the_longest_phrase_comes_first(language: str) -> None:
    known = cues(language)
    assert all(0 <= f.cue.hedge <= 1 for forms in known.verbs.values() for f in forms)
    for phrases in known.phrases.values():
        lengths = [len(phrase.words) for phrase in phrases]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("verbs:\n  - sense: say\n    takes: [clause]\n    words: [say]\n    stanze: denies\n", 2),
        ("verbs:\n  - sense: shout\n    takes: [clause]\n    words: [say]\n", 2),
        ("phrases:\n  - role: behind\n    words: [laut]\n", 2),
    ],
)
def test_a_bad_entry_is_named_by_file_and_line(text: str, where: int) -> None:
    with pytest.raises(VocabularyError) as caught:
        parse_data(text, "cues/xx.yaml", CueFile)
    assert f"cues/xx.yaml:{where}" in str(caught.value)


def test_a_verb_with_a_part_missing_is_named_too() -> None:
    group = VerbGroup(sense="say", takes=frozenset({"clause"}), words=("сообщить сообщит",))
    with pytest.raises(VocabularyError, match="'сообщить сообщит' has 2 parts, not 3"):
        build(CueFile(verbs=(group,)), "ru")
