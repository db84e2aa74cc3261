"""From whom goods come and to whom they go."""

from __future__ import annotations

import pytest

from firsthand.provisions.direction import flow_of
from firsthand.provisions.reading import read_document
from tests.provisions.make import document

GOODS = ("coal", "refined-oil", "arms", "machinery", "luxury")


def way(text: str, language: str = "en") -> str:
    reading = read_document(document(text, language=language))
    window = [(0, len(text))]
    flow = flow_of(reading, window, "kp", goods=reading.terms(GOODS, window))
    return (
        "both" if flow.from_ and flow.to else "from" if flow.from_ else "to" if flow.to else "none"
    )


@pytest.mark.parametrize(
    "text",
    [
        "China imported North Korean coal",
        "Coal from North Korea reached Qinzhou",
        "North Korea exported coal to China",
        "North Korea's coal exports rose",
        "The ship loaded coal at the North Korean port of Nampo",
        "Russia received shells from Pyongyang",
        "Shells were sold to Russia by North Korea",
        "Shells made in North Korea were sold to Russia",
        "Coal of North Korean origin was sold",
        "Pyongyang has shipped shells to Russia",
    ],
)
def test_from(text: str) -> None:
    assert way(text) == "from"


@pytest.mark.parametrize(
    "text",
    [
        "Russia supplied North Korea with diesel",
        "Diesel was delivered to the North Korean port of Chongjin",
        "A broker sold excavators to a company in Pyongyang",
        "North Korea bought excavators in Vladivostok",
        "North Korea's diesel imports rose",
        "North Korea received a limousine",
        "The tanker was North Korea-bound with diesel",
        "Russia's president gave Kim Jong Un a limousine",
        "The ship unloaded diesel in Nampo",
        "Pyongyang asked Moscow for excavators",
    ],
)
def test_to(text: str) -> None:
    assert way(text) == "to"


@pytest.mark.parametrize(
    "text",
    [
        "Russian coal was shipped through the North Korean port of Rajin to Shanghai",
        "Mongolian coal was sold to China, not North Korea",
        "The freighter called at Nampo with coal",
        "China sold coal to Japan",
        "Talks with North Korea dealt with coal",
    ],
)
def test_neither(text: str) -> None:
    assert way(text) == "none"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("China kaufte Kohle aus Nordkorea", "de", "from"),
        ("Russland lieferte Diesel nach Nordkorea", "de", "to"),
        ("Китай закупил уголь из КНДР", "ru", "from"),
        ("Россия поставила дизельное топливо в КНДР", "ru", "to"),
    ],
)
def test_other_languages(text: str, language: str, expected: str) -> None:
    assert way(text, language) == expected
