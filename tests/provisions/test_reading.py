"""The windows of a claim, and time that grows with the text only."""

from __future__ import annotations

import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.provisions.engine import assess_document
from firsthand.provisions.reading import read_document, scene_of
from tests.provisions.make import document, voice

TEXT = "One came. Two came, the office said. Three came. Four came. Five came. Six came."


def words(spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(TEXT[a:b] for a, b in spans)


def test_the_passage_is_two_sentences_to_either_side() -> None:
    reading = read_document(document(TEXT))
    scene = scene_of(reading, reading.extraction.claims[3])
    assert words(scene.sentence) == "Four came."
    assert words(scene.passage) == TEXT.removeprefix("One came. ")


def test_a_headline_stands_alone() -> None:
    reading = read_document(document(TEXT, part="headline-list"))
    scene = scene_of(reading, reading.extraction.claims[3])
    assert scene.passage == scene.sentence


def test_who_speaks_is_no_party() -> None:
    text = "Russia said that North Korea had sold coal."
    reading = read_document(document(text, voices=[voice(text, "Russia", "said")]))
    assert [p.country for p in reading.parties] == ["kp"]


def test_a_claim_without_a_place_has_no_windows() -> None:
    reading = read_document(document(TEXT))
    bare = msgspec.structs.replace(reading.extraction.claims[0], span=())
    assert scene_of(reading, bare).own == ()


@pytest.mark.parametrize(
    "unit",
    [
        "North Korean coal ",
        "North Korea, ",
        "coal, ",
        "(",
        "resolution 2397 ",
        "not ",
        "they sold it to ",
    ],
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    start = time.process_time()
    assess_document(document(unit * (100_000 // len(unit))))
    assert time.process_time() - start < 10


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="North Korea sold coal to China. They \x00\n“”,()", max_size=200))
def test_all_spans_slice_the_text(text: str) -> None:
    for finding in assess_document(document(text)).findings:
        for matched in finding.matched:
            assert all(0 <= a < b <= len(text) for a, b in matched.span)
