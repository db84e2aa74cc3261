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


def test_a_house_without_a_name_counts_though_it_answers_no_question() -> None:
    def told(who: str) -> int | None:
        text = f"It rained, {who} said. {sentence(tail=', the Russian border service said.')}"
        voices = [
            Said(who, f"{who} said", kind="unknown", anonymity="described"),
            Said("the Russian border service", "service said"),
        ]
        rained = Told("It rained", by=1, kind="other")
        return corroborate([article("a", text, *voices, rained, entries(by=2))]).origins.value

    assert told("the motorists' club") == 2
    assert told("a driver") == told("two institutes") == 1


def test_pictures_are_of_who_analysed_them_and_not_of_who_saw_them() -> None:
    """ "Seen by the Gazette" is the paper's access, "analysed by the Marn Centre" is whose they are."""
    for words, name in (
        ("analysed by the Marn Centre", "the Marn Centre"),
        ("obtained by the Marn Gazette", "satellite pictures"),
    ):
        text = f"It snowed, satellite pictures {words} show."
        made = article("a", text, Said("satellite pictures", "show", kind="document"))
        found = voice_of(made, made.attributions[0])
        assert found
        assert found.name == name


def test_a_spokesman_of_nobody_speaks_for_the_house_before() -> None:
    text = "The Marn Company denied it. A spokesman, Ilya Ro, said that 64 firms were robbed."
    made = article(
        "a",
        text,
        Said("The Marn Company", "denied it", kind="company"),
        Said("A spokesman, Ilya Ro", "said that", kind="person", name="Ilya Ro"),
        Told("64 firms were robbed", "64", "companies", by=2, kind="cyber"),
        Told("it", by=1, kind="cyber", status="denied"),
    )
    assert corroborate([made]).origins.value == 1
