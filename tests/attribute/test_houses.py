"""The publisher is no voice behind itself; other media are."""

from __future__ import annotations

import pytest

from firsthand.attribute.english.names import read_english
from firsthand.attribute.houses import Houses
from firsthand.model.document import Document, House
from tests.attribute.make import article, read, told


def houses(name: str, text: str = "") -> Houses:
    document: Document = article(text, outlet=House(id="x.example", name=name))
    return Houses.of(document, read_english, "en")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Northern Ledger", "the Ledger"),
        ("Northern Ledger", "Northern Ledger"),
        ("Ledger of the East", "the Ledger"),
        ("Agence France Presse", "AFP"),
    ],
)
def test_a_house_goes_by_its_head_and_its_initials(name: str, words: str) -> None:
    assert houses(name).publisher(words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kyiv Post", "Kyiv"),
        ("Russia Today", "Russia"),
        ("Northern Ledger", "the ledger"),
        ("Northern Ledger", "Eastern Ledger"),
    ],
)
def test_its_other_words_are_somebody_else(name: str, words: str) -> None:
    assert not houses(name).publisher(words)


@pytest.mark.parametrize(
    "text",
    [
        "We believe that 2,900 tonnes of diesel changed ships.",
        "Our analysts found that the ship was dark for 40 hours.",
        "The Fjord Gazette has learned that the ship was sold.",
    ],
)
def test_the_article_itself_is_no_voice_behind_the_article(text: str) -> None:
    assert told(read(text)) == []


def test_we_inside_somebodys_words_is_no_voice_either() -> None:
    assert len(told(read('"We believe that it was sold," Holm said.'))) == 1


def test_a_persons_surname_is_no_medium() -> None:
    text = "Marta Holm left. The minister told Holm that the port was closed."
    assert [source for source, *_ in told(read(text))] == ["The minister"]
