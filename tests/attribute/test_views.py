"""Units and the tokens that a grammar reads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.attribute.views import DEEPEST, MAX_TOKENS, Unit, units


def read(text: str, language: str = "en") -> list[Unit]:
    return units(text, (0, len(text)), language)


def tokens(text: str) -> list[str]:
    (unit,) = read(text)
    return [unit.view.raw(i) for i in range(len(unit.view))]


def test_direct_speech_is_one_token() -> None:
    (unit,) = read("“The ships left at night,” he said.")
    assert unit.view.kind[0] == "Q"
    assert unit.view.low[1:3] == ["he", "said"]


def test_a_name_in_quotation_marks_stays_words() -> None:
    assert tokens("The “Ostrel Star” left.") == ["The", "Ostrel", "Star", "left", "."]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The U.S. Navy said no.", "U.S."),
        ("Gen. Holm said no.", "Gen."),
        ("It cost 1,200.50 euros.", "1,200.50"),
        ("Al-Ahram’s editor said no.", "Al-Ahram’s"),
    ],
)
def test_marks_inside_a_word_belong_to_it(text: str, word: str) -> None:
    assert word in tokens(text)


def test_sentences_of_one_quotation_are_one_unit() -> None:
    assert len(read("“It left. It came back.” He said no more.")) == 2


def test_speech_has_units_of_its_own() -> None:
    (unit,) = read("“The mayor said it left. He was there,” she said.")
    assert [u.view.low[0] for u in unit.inner] == ["the", "he"]


def test_a_list_mark_and_the_head_of_a_report_are_no_words() -> None:
    first, second = read("- Holm said no.\n\nSEOUL (Yonsan) — Holm said yes.")
    assert first.view.low[0] == second.view.low[0] == "holm"


def test_quotations_in_quotations_end() -> None:
    (unit,) = read("“" * 3000 + "a")
    depth = 0
    while unit.inner:
        unit, depth = unit.inner[0], depth + 1
    assert depth <= DEEPEST


def test_a_sentence_without_end_is_cut() -> None:
    assert len(read("ship " * 5000)[0].view) <= MAX_TOKENS + 1


@given(st.text(max_size=120))
def test_tokens_stand_in_order_and_slice_the_text(text: str) -> None:
    for unit in read(text):
        spans = list(zip(unit.view.starts, unit.view.ends, strict=True))
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert all(b <= c for (_, b), (c, _) in pairwise(spans))
