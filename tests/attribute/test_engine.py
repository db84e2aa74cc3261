"""What holds of the attributions of every text, however odd."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.attribute.engine import attribute
from firsthand.model.extraction import Extraction
from firsthand.run.extract import extract_document
from tests.attribute.make import OUTLET, all_spans, article, read, told
from tests.attribute.odd_texts import many, odd_texts, readings

LANGUAGES = ("en", "de", "ru", "uk", "ko")
READINGS = readings(*LANGUAGES)


@many
@given(READINGS)
def test_every_span_slices_the_text(extraction: Extraction) -> None:
    for start, end in all_spans(extraction):
        assert 0 <= start < end <= len(extraction.text)


@many
@given(READINGS)
def test_ids_are_unique(extraction: Extraction) -> None:
    for records in (extraction.attributions, extraction.claims, extraction.entities):
        idents = [record.id for record in records]
        assert len(idents) == len(set(idents))


@many
@given(READINGS)
def test_parents_exist_and_lead_to_the_article(extraction: Extraction) -> None:
    parents = {a.id: a.parent for a in extraction.attributions}
    for ident in parents:
        seen, at = set(), ident
        while at is not None:
            assert at in parents
            assert at not in seen, "a voice cannot be had from itself"
            seen.add(at)
            at = parents[at]


@many
@given(READINGS)
def test_speakers_and_denials_name_what_exists(extraction: Extraction) -> None:
    entities = {e.id for e in extraction.entities}
    idents = {a.id for a in extraction.attributions}
    for a in extraction.attributions:
        assert a.speaker.entity is None or a.speaker.entity in entities
        assert not a.denies or a.denies in idents - {a.id}
        assert bool(a.source) or a.speaker.anonymity == "none"


@many
@given(READINGS)
def test_a_confidence_is_a_probability(extraction: Extraction) -> None:
    for a in extraction.attributions:
        assert 0 <= a.confidence <= 1
        assert not a.hedge or 0 <= a.hedge <= 1


@many
@given(odd_texts(LANGUAGES))
def test_the_same_text_is_read_the_same_twice(pair: tuple[str, str]) -> None:
    document = article(*pair)
    assert attribute(document, fast=True) == attribute(document, fast=True)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["\r\n\r\n", "\n\n", "\n \n"]), st.integers(1, 3))
def test_line_ends_move_spans_and_change_no_words(gap: str, times: int) -> None:
    head, tail = "Forty barges left.", "The harbour master said that the port was closed."
    extraction = read(head + gap * times + tail)
    assert told(extraction) == told(read(tail))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u0000", "😀", "“”", "said", ":", "»«"])
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert attribute(article(text), fast=True).attributions == ()


def test_a_language_without_a_grammar_is_not_read() -> None:
    text = "Le ministre a dit que quarante barges avaient quitté le port."
    assert attribute(article(text, "fr"), fast=True).attributions == ()


def test_a_document_that_is_not_read_keeps_its_text() -> None:
    text = "The harbour master said that forty barges had left."
    document = article(text)
    unread = type(document)(
        document="d", text=text, text_sha256=document.text_sha256, reading="language-not-read"
    )
    extraction = extract_document(unread)
    assert extraction.text == text
    assert not extraction.attributions
    assert not extraction.claims


def test_the_outlet_is_the_root_of_every_chain() -> None:
    extraction = read("Forty barges left. Holm said that the port was closed.")
    assert {c.chain[0] for c in extraction.claims} == {OUTLET}


def test_a_megabyte_without_a_space_ends() -> None:
    assert attribute(article("a" * 1_000_000), fast=True).attributions == ()


def test_a_megabyte_of_digits_commas_and_quotes_ends() -> None:
    text = "\n\n".join(mark * 249_990 for mark in ('"', ",", "1", "“"))
    assert attribute(article(text), fast=True).attributions == ()
