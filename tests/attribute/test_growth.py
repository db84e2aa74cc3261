"""Work grows with the length of the text, also where somebody means harm."""

from __future__ import annotations

import time

import pytest

from firsthand.attribute.engine import attribute
from tests.attribute.make import article

STRETCHES = [
    ("en", "Reuters said on Monday that 40 ships left the port. The ministry denied it. "),
    ("en", "“The ships left,” the minister said. “They are gone.” "),
    ("en", "Marta Holm said it. She said it again. "),
    ("en", "according to Reuters, "),
    ("en", '"he said '),
    ("en", "“„«‹"),
    ("en", "Reuters, citing NHK, citing TASS, said "),
    ("de", "Der Minister sagte, die Schiffe seien weg. „Sie sind weg“, sagte er. "),
    ("ru", "Министр заявил, что суда ушли. «Их нет», — сказал он. "),
    ("uk", "Міністр заявив, що судна пішли. «Їх немає», — сказав він. "),
    ("ko", "관세청은 “배가 떠났다”고 말했다. "),
    ("ja", "税関は「船が出た」と述べた。"),
]
SHORT, LONG = 8_000, 40_000


def seconds(text: str, language: str) -> float:
    begun = time.process_time()
    attribute(article(text, language), fast=True)
    return time.process_time() - begun


@pytest.mark.parametrize(("language", "stretch"), STRETCHES)
def test_five_times_the_text_takes_no_more_than_ten_times_the_work(
    language: str, stretch: str
) -> None:
    seconds(stretch * 3, language)  # reads the data
    short = min(seconds(stretch * (SHORT // len(stretch)), language) for _ in range(2))
    long = min(seconds(stretch * (LONG // len(stretch)), language) for _ in range(2))
    assert long < 10 * short + 0.2


@pytest.mark.parametrize("mark", ["a", "1", ",", "\u0000", "\u202e", "😀", "(", "가", "は"])
@pytest.mark.parametrize("language", ["en", "ru", "ko", "ja"])
def test_a_run_without_a_space_takes_no_time(mark: str, language: str) -> None:
    assert seconds(mark * 100_000, language) < 3
