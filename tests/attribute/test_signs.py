"""Signs of how an outlet came to what it prints."""

from __future__ import annotations

import pytest

from tests.attribute.make import read, signs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Fjord Gazette has examined the records.", "The Fjord Gazette has examined"),
        ("We downloaded the customs records and counted the barges.", "We downloaded"),
    ],
)
def test_looking_oneself_is_access(text: str, words: str) -> None:
    assert [(kind, said) for kind, said, _ in signs(read(text))] == [("opened", words)]


@pytest.mark.parametrize("line", ["SEOUL (Yonhap) — ", "SEOUL, March 4 (Yonhap) -- "])
def test_a_dateline_names_place_and_agency(line: str) -> None:
    ((kind, words, of),) = signs(read(f"{line}Forty barges left the estuary on Monday."))
    assert (kind, of) == ("dateline", "Yonhap")
    assert words == line[: len(words)]
    assert words.startswith("SEOUL")


def test_a_sister_paper_is_named() -> None:
    text = "Our sister paper the Harbour Gazette reported that forty barges had left."
    wanted = ("sister", "Our sister paper the Harbour Gazette", "Harbour Gazette")
    assert signs(read(text)) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "We withdraw the report of 2 March that forty barges had left.",
        "Correction: an earlier version of this article said that forty barges had left.",
    ],
)
def test_a_report_that_is_taken_back_is_told(text: str) -> None:
    assert {kind for kind, _, _ in signs(read(text))} == {"withdraws"}


def test_what_the_outlet_was_shown_is_seen() -> None:
    text = "A manifest seen by the Fjord Gazette lists forty barges."
    wanted = ("seen", "seen by the Fjord Gazette", "Fjord Gazette")
    assert signs(read(text)) == [wanted]


def test_who_told_the_outlet_is_a_sign() -> None:
    text = "Holm told the Fjord Gazette that the barges had left."
    assert ("told", "told the Fjord Gazette", "Fjord Gazette") in signs(read(text))


def test_reports_say_is_a_credit_without_a_chain() -> None:
    assert ("credits", "Reports say", None) in signs(read("Reports say that forty barges left."))


@pytest.mark.parametrize(
    "text",
    [
        "Forty barges left the estuary on Monday.",
        "The troops withdrew from the town.",
        "The shop opened on Monday.",
        "Her sister sailed to Oslo.",
    ],
)
def test_ordinary_words_are_no_sign(text: str) -> None:
    assert signs(read(text)) == []
