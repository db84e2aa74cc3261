"""What a source span says of itself."""

from __future__ import annotations

import pytest

from firsthand.attribute.clausal.german import read_german
from firsthand.attribute.clausal.slavic import reader
from firsthand.attribute.english.names import read_english
from firsthand.attribute.korean import read_korean
from firsthand.attribute.phrase import known_body

ENGLISH = [
    ("Japan's NHK", "NHK", "named"),
    ("Trade Minister Lena Okafor", "Lena Okafor", "named"),
    ("Fiji's police chief, Ana Tuwai", "Ana Tuwai", "named"),
    ("the state agency Kuna", "Kuna", "named"),
    ("the research group Windward Lens", "Windward Lens", "named"),
    ("Seoul's National Intelligence Service (NIS)", "National Intelligence Service", "named"),
    ("two people briefed on the talks", "two people briefed on the talks", "described"),
    ("sources", "sources", "described"),
    ("Scholars", "Scholars", "described"),
    ("a person who asked not to be named", "a person", "described"),
    ("invoices supplied by a whistleblower", "invoices", "described"),
    ("a table published by the Danish customs", "a table published by the Danish customs", "named"),
    ("Spy agency", "Spy agency", "named"),
]


@pytest.mark.parametrize(("words", "name", "anonymity"), ENGLISH)
def test_a_name_is_told_without_title_and_possessor(words: str, name: str, anonymity: str) -> None:
    phrase = read_english(words)
    assert (phrase.name, phrase.anonymity) == (name, anonymity)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tuvalsk Insider", "news-outlet"),
        ("Ledger of the East", "news-outlet"),
        ("the insider", "unknown"),
        ("port papers", "document"),
        ("a fisherman", "person"),
        ("Reuters", "news-agency"),
        ("Bolivia's statistics institute", "statistics-office"),
    ],
)
def test_the_kind_of_a_speaker(words: str, kind: str) -> None:
    assert read_english(words).kind == kind


def test_a_described_source_keeps_number_and_access() -> None:
    phrase = read_english("three officials familiar with the matter")
    assert phrase.number == (3, 3)
    assert phrase.access == "familiar with the matter"


@pytest.mark.parametrize("name", ["report", "focus", "Report", "time"])
def test_a_common_word_is_no_known_body(name: str) -> None:
    assert known_body(name) is None


def test_other_languages_read_their_names() -> None:
    assert read_german("Finanzminister Karl Brandt").name == "Karl Brandt"
    assert read_german("der Sprecher des Zollamts").anonymity == "named"
    assert reader("ru")("министр обороны Андрей Белов").name == "Андрей Белов"
    assert read_korean("한 소식통").anonymity == "described"
