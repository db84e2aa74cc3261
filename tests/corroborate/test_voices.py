"""Who stands at the end of a chain, and who is who."""

from __future__ import annotations

import pytest

from firsthand.corroborate.voices import (
    core_of,
    is_own,
    is_own_reporter,
    may_be_anyone,
    papers_named,
    printed_name,
    speaking,
    voice_of,
)
from tests.corroborate.make import Said, article


def voice(words: str, **more: object):  # type: ignore[no-untyped-def]
    made = article("a", f"It snowed, {words} said.", Said(words, **more))  # type: ignore[arg-type]
    return voice_of(made, made.attributions[0])


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("data of the Russian border service", "Russian border service"),
        ("table 4.2 of the Russian border service", "Russian border service"),
        ("a count by Commander Ilya Marn", "Commander Ilya Marn"),
        ("a table that the Russian border service put on its website", "Russian border service"),
        ("a report which the harbour board has published", "harbour board"),
        ("table 4.2 of the Russian border service ourselves", "Russian border service"),
        ("the Russian border service", "Russian border service"),
        ("Free Peninsula Radio", "Free Peninsula Radio"),
    ],
)
def test_papers_are_printed_by_whose_they_are(words: str, printed: str) -> None:
    assert printed_name(words) == printed


def test_one_office_has_one_core_whatever_its_papers_are_called() -> None:
    core, lands = core_of("Russian border service")
    assert lands == {"ru"}
    assert core_of("border service of Russia")[0] == core


@pytest.mark.parametrize("words", ["official figures", "government data", "a report"])
def test_official_figures_name_nobody(words: str) -> None:
    assert voice(words, kind="document").generic


@pytest.mark.parametrize(
    ("words", "plural"),
    [("sources familiar with the matter", True), ("a source", False), ("two officials", True)],
)
def test_a_plural_is_seen_in_the_head(words: str, plural: bool) -> None:
    assert voice(words, kind="person", anonymity="described").plural is plural


def test_scholars_are_described_though_they_begin_a_sentence() -> None:
    assert voice("Scholars", kind="unknown").anonymity == "described"
    assert may_be_anyone(voice("Scholars", kind="unknown"))


def test_a_spokesman_speaks_for_his_body_and_a_professor_for_himself() -> None:
    text = "the spokesman of Ukraine's military intelligence, Danylo Hrab"
    spokesman = voice(text, kind="office-holder", name="Danylo Hrab")
    assert {"military", "intelligence", "ua"} <= spokesman.body
    assert voice("Prof. Mikael Torrance", kind="person", name="Mikael Torrance").body == frozenset()


def test_own_people_have_access_and_a_bare_we_shows_none() -> None:
    assert is_own_reporter("our own correspondent")
    assert is_own_reporter("a count by our reporter")
    assert is_own("We")
    assert not is_own_reporter("We")


@pytest.mark.parametrize(
    ("sentence", "papers"),
    [
        (
            "We downloaded table 4.2 of the Russian border service.",
            "table 4.2 of the Russian border service",
        ),
        ("We have seen it.", None),
    ],
)
def test_what_was_opened_is_named_in_its_sentence(sentence: str, papers: str | None) -> None:
    assert papers_named(sentence) == papers


def test_a_bare_noun_stands_for_the_full_name_of_its_document() -> None:
    made = article(
        "a",
        "It snowed, the centre said. It froze, the Halden Maritime Centre found.",
        Said("the centre", kind="research-body", name="centre"),
        Said(
            "the Halden Maritime Centre",
            "found",
            kind="research-body",
            name="Halden Maritime Centre",
        ),
    )
    found = speaking(made, made.attributions[0])
    assert found is not None
    assert found.name == "Halden Maritime Centre"
