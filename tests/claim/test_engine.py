"""What holds of the claims of every text, however odd."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.attribute.engine import Attributed, attribute
from firsthand.claim.engine import extract_claims
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.span import hull, overlap
from firsthand.read.sentences import sentences
from tests.attribute.make import OUTLET, article, read
from tests.attribute.odd_texts import many, odd_texts, readings

LANGUAGES = ("en", "de", "ru", "uk")
READINGS = readings(*LANGUAGES)


@many
@given(READINGS)
def test_every_span_slices_the_text_and_roles_repeat_it(extraction: Extraction) -> None:
    text = extraction.text
    for claim in extraction.claims:
        spans = [*claim.span, *(s for q in claim.quantities for s in q.span)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        for role in claim.roles:
            assert all(0 <= start < end <= len(text) for start, end in role.span)
            assert role.text


@many
@given(READINGS)
def test_via_leads_from_the_article_to_the_innermost_voice(extraction: Extraction) -> None:
    parents = {a.id: a.parent for a in extraction.attributions}
    for claim in extraction.claims:
        assert (claim.via[-1] if claim.via else None) == claim.attribution
        outer = None
        for ident in claim.via:
            assert parents[ident] == outer
            outer = ident


@many
@given(READINGS)
def test_the_chain_is_the_outlet_and_the_speakers_of_via(extraction: Extraction) -> None:
    names = {a.id: a.speaker.name for a in extraction.attributions}
    for claim in extraction.claims:
        assert claim.chain == (OUTLET, *(names[i] for i in claim.via if names[i]))


@many
@given(READINGS)
def test_a_quantity_stands_in_a_sentence_of_its_claim(extraction: Extraction) -> None:
    within = sentences(extraction.text, extraction.document.language)
    for claim in extraction.claims:
        own = [s for s in within if overlap([s], claim.span)]
        for quantity in claim.quantities:
            start, end = hull(quantity.span)
            assert any(a <= start and end <= b for a, b in own)


@many
@given(READINGS)
def test_entities_of_roles_exist(extraction: Extraction) -> None:
    entities = {e.id for e in extraction.entities}
    named = [r.entity for c in extraction.claims for r in c.roles if r.entity]
    assert entities.issuperset(named)


@many
@given(READINGS)
def test_a_period_does_not_end_before_it_begins(extraction: Extraction) -> None:
    for claim in extraction.claims:
        if claim.when and claim.when.start and claim.when.end:
            assert claim.when.start <= claim.when.end


@many
@given(READINGS)
def test_a_denied_claim_is_on_the_word_of_one_who_denies(extraction: Extraction) -> None:
    stances = {a.id: a.stance for a in extraction.attributions}
    for claim in extraction.claims:
        if claim.strength == "denies":
            assert "denies" in [stances[i] for i in claim.via]


@many
@given(odd_texts(LANGUAGES))
def test_the_same_text_is_read_the_same_twice(pair: tuple[str, str]) -> None:
    document = article(*pair)
    attributed = attribute(document)
    assert extract_claims(document, attributed) == extract_claims(document, attributed)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 999_999), st.sampled_from(["workers", "visas", "barges", "tonnes"]))
def test_a_figure_is_read_back_as_it_is_printed(value: int, noun: str) -> None:
    (claim,) = read(f"The port counted {value:,} {noun} in May.").claims
    assert [(q.value, q.relation) for q in claim.quantities] == [(value, "=")]


def test_a_language_without_a_grammar_has_no_claims() -> None:
    document = article("Le ministre a compté 300 ouvriers en 2024.", "fr")
    assert extract_claims(document, attribute(document)).claims == ()


def test_claims_stand_in_the_order_of_the_text() -> None:
    claims: tuple[Claim, ...] = read("Forty barges left. Three sank. Holm counted nine.").claims
    assert len(claims) == 3
    assert [hull(c.span) for c in claims] == sorted(hull(c.span) for c in claims)


@pytest.mark.parametrize("mark", ["a", "1", ",", '"'])
def test_a_megabyte_of_one_mark_claims_nothing(mark: str) -> None:
    document = article(mark * 1_000_000)
    assert extract_claims(document, Attributed()).claims == ()


@pytest.mark.parametrize("piece", ["million ", "1,000 ", ", ", "half of the ", "7"])
def test_a_row_without_an_end_is_read_in_bounded_time(piece: str) -> None:
    """Without a limit the words of one sentence cost their square."""
    start = time.process_time()
    extract_claims(article(piece * (20_000 // len(piece)), "en"), Attributed())
    assert time.process_time() - start < 10
