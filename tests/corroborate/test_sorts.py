"""Voices that are one under other words: papers by their sort, holders of an office, heads of a firm."""

from __future__ import annotations

import pytest

from firsthand.corroborate.engine import corroborate
from firsthand.corroborate.sorts import is_holder, is_of_sort
from firsthand.corroborate.voices import Voice, voice_of
from firsthand.model.extraction import Extraction
from tests.corroborate.make import Said, Told, article, entries, only, sentence


def voice(words: str, kind: str = "document") -> Voice:
    made = article("a", f"It snowed, {words} said.", Said(words, kind=kind))
    found = voice_of(made, made.attributions[0])
    assert found
    return found


@pytest.mark.parametrize(
    ("sort", "paper", "fits"),
    [
        ("court papers", "an indictment", True),
        ("port records", "the manifest", True),
        ("court papers", "a manifest", False),
        ("Harbour court papers", "an indictment", False),
    ],
)
def test_papers_told_by_their_sort_may_be_one_of_it(sort: str, paper: str, fits: bool) -> None:
    assert is_of_sort(voice(sort), voice(paper)) is fits
    assert not is_of_sort(voice(paper), voice(sort))


def test_court_papers_and_the_indictment_with_one_value_are_one_origin() -> None:
    def paper(ident: str, source: str) -> Extraction:
        text = sentence(tail=f", according to {source}.")
        said = Said(source, "according to", kind="document", anonymity="described")
        return article(ident, text, said, entries(by=1), outlet=ident)

    found = only(corroborate([paper("a", "an indictment"), paper("b", "court papers")]))
    assert found.origins.value == 1


@pytest.mark.parametrize(
    ("who", "house", "holds"),
    [
        ("prosecutor Corinne Adair", "the prosecution", True),
        ("lawyer Corinne Adair", "the prosecution", False),
        ("prosecutor Corinne Adair", "the embassy", False),
    ],
)
def test_a_named_holder_is_the_voice_of_a_bare_house(who: str, house: str, holds: bool) -> None:
    assert is_holder(voice(who, "office-holder"), voice(house, "government")) is holds


def test_the_head_of_a_firm_is_the_firm_wherever_the_text_names_him() -> None:
    """The firm denies, its chief executive speaks, and later only his surname does: one origin."""
    text = (
        "Larkspur Vault said that 64 firms were robbed. Its chief executive, Dario Venn, said that "
        "it rained. Venn said that 46 ships sank."
    )
    made = article(
        "a",
        text,
        Said("Larkspur Vault", "said that 64", kind="company"),
        Said("Its chief executive, Dario Venn", "said that it", kind="person", name="Dario Venn"),
        Said("Venn", "said that 46", kind="person", name="Dario Venn"),
        Told("64 firms were robbed", "64", "companies", by=1, kind="cyber"),
        Told("46 ships sank", "46", "vessels", by=3, kind="shipping"),
        outlet="A",
    )
    assert corroborate([made]).origins.value == 1
