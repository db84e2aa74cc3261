"""Which paragraph a sentence names, and whether it says that it is broken or what it bars."""

from __future__ import annotations

import time

import pytest

from firsthand.provisions.load import law
from firsthand.provisions.reading import read_document
from firsthand.provisions.statements import names, statements
from tests.provisions.make import document, found

OP8 = law().provisions["UNSCR-2397-OP8"]


def said(text: str, language: str = "en"):
    return statements(read_document(document(text, language=language)))


@pytest.mark.parametrize(
    "text",
    [
        "This breaches paragraph 8 of Security Council resolution 2397.",
        "This breaches UNSCR 2397, operative paragraph 8.",
        "This breaches OP8 of resolution 2397 (2017).",
        "This breaches resolution 2397.",
        "This violates resolutions 2375 and 2397.",
    ],
)
def test_the_paragraph_or_its_resolution_is_named(text: str) -> None:
    (statement,) = said(text)
    assert statement.broken
    assert names(statement, OP8)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das verstößt gegen Absatz 8 der Resolution 2397.", "de"),
        ("Это нарушает пункт 8 резолюции 2397.", "ru"),
    ],
)
def test_other_languages_name_it_too(text: str, language: str) -> None:
    (statement,) = said(text, language)
    assert statement.broken
    assert names(statement, OP8)


def test_another_paragraph_is_not_this_one() -> None:
    (statement,) = said("This breaches paragraph 5 of resolution 2397.")
    assert names(statement, OP8) is None


@pytest.mark.parametrize(
    "text",
    [
        "This would breach resolution 2397.",
        "This does not breach resolution 2397.",
        "He denied that it breaches resolution 2397.",
        "It is unclear whether this violates resolution 2397.",
        "Resolution 2397 was adopted in 2017.",
    ],
)
def test_what_is_possible_or_denied_is_not_said_to_be_broken(text: str) -> None:
    assert not any(s.broken for s in said(text))


WORK = "About 300 North Korean workers are at work in Qatar. "


@pytest.mark.parametrize(
    ("after", "standing"),
    [
        ("The dispatch breaches paragraph 8 of resolution 2397, a lawmaker said.", "breach-stated"),
        ("Paragraph 8 of resolution 2397 bars this.", "breach-stated"),
        ("Resolution 2397 bars the employment of North Koreans.", "breach-stated"),
        ("Resolution 2397 bars exports of crude oil.", "alleged"),
        ("UN sanctions prohibit the employment of North Koreans.", "alleged"),
        ("The dispatch breaches the sanctions.", "alleged"),
        ("This would breach resolution 2397.", "alleged"),
    ],
)
def test_only_a_named_rule_makes_it_breach_stated(after: str, standing: str) -> None:
    assert found(WORK + after, kinds=["labour", "obligation"])["UNSCR-2397-OP8"] == standing


def test_the_other_paragraph_stays_alleged() -> None:
    text = WORK + "The dispatch breaches paragraph 8 of resolution 2397."
    assert found(text, kinds=["labour", "other"])["UNSCR-2375-OP17"] == "alleged"


def test_a_rule_far_from_the_conduct_says_nothing_of_it() -> None:
    text = WORK + "Rain fell. It was cold. Shops closed. Paragraph 8 of resolution 2397 bars this."
    assert (
        found(text, kinds=["labour", "other", "other", "other", "obligation"])["UNSCR-2397-OP8"]
        == "alleged"
    )


def test_a_named_paragraph_counts_though_we_match_no_conduct() -> None:
    assert found("The affair breaches paragraph 12 of resolution 2397.") == {
        "UNSCR-2397-OP12": "breach-stated"
    }


def test_hostile_text_takes_linear_time() -> None:
    start = time.process_time()
    said("resolution " * 20_000)
    said("paragraph 1 " * 20_000)
    said("resolution 2397, " + "2397, " * 50_000)
    assert time.process_time() - start < 10
