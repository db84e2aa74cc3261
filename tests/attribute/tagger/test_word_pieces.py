"""Pieces: longest match first, places in the text as it stands, odd words bounded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.attribute.tagger.word_pieces import LONGEST_WORD, UNKNOWN, vocabulary, word_pieces


def cut(text: str) -> list[tuple[str, str]]:
    names = {n: piece for piece, n in vocabulary().items()}
    return [(names[n], text[a:b]) for n, a, b in word_pieces(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Unloading.", [("un", "Un"), ("##loading", "loading"), (".", ".")]),
        ("café", [("cafe", "café")]),
        ("U.N.", [("u", "U"), (".", "."), ("n", "N"), (".", ".")]),
        ("北京", [("北", "北"), ("京", "京")]),
        ("a\u200bb", [("ab", "a\u200bb")]),
    ],
)
def test_the_longest_known_piece_is_taken(text: str, pieces: list[tuple[str, str]]) -> None:
    assert cut(text) == pieces


def test_a_word_without_end_is_one_unknown_piece() -> None:
    text = "x" * (LONGEST_WORD + 1)
    assert cut(text) == [(UNKNOWN, text)]


@given(st.text(max_size=200))
def test_pieces_stand_in_order_inside_the_text(text: str) -> None:
    places = [(a, b) for _, a, b in word_pieces(text)]
    assert all(0 <= a < b <= len(text) for a, b in places)
    assert all(a <= c for (a, _), (c, _) in pairwise(places))
