"""Quotations: nested, unbalanced, left open, and apostrophes that quote nothing."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.attribute.quotes import LONGEST, quotations


def inside(text: str) -> list[str]:
    return [text[q.inner : q.outer] for q in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "no" and "never".', ["no", "never"]),
        ("He said “no” and left.", ["no"]),
        ("Er sagte „nein“ und ging.", ["nein"]),
        ("Er sagte »nein« und ging.", ["nein"]),
        ("Он сказал «нет» и ушёл.", ["нет"]),
        ("그는 「아니오」라고 말했다.", ["아니오"]),
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
    ],
)
def test_each_language_has_its_marks(text: str, words: list[str]) -> None:
    assert inside(text) == words


@pytest.mark.parametrize("text", ["The ships' owners left.", "It's the captain’s.", "5' by 6'"])
def test_an_apostrophe_quotes_nothing(text: str) -> None:
    assert inside(text) == []


def test_a_mark_left_open_at_the_start_quotes_the_paragraph() -> None:
    text = "“It never left the port. Nobody saw it."
    (quote,) = quotations(text, 0, len(text))
    assert not quote.closed
    assert text[quote.inner : quote.outer] == text[1:]


def test_a_mark_left_open_in_the_middle_is_passed_over() -> None:
    assert inside("He said “it never left the port.") == []


def test_a_quotation_ends_within_reach() -> None:
    assert inside("x “" + "a" * (LONGEST + 10) + "” y") == []


@given(st.text(alphabet="“”„«»\"'‘’「」 ab.\n", max_size=80))
def test_quotations_stand_in_order_inside_the_text(text: str) -> None:
    found = quotations(text, 0, len(text))
    assert all(0 <= q.start < q.inner <= q.outer <= q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("mark", ['"', "“", "„", "“„«‹\"「『‘'"])
def test_a_hundred_thousand_marks_take_no_time(mark: str) -> None:
    text = f"{mark}he said " * (100_000 // (len(mark) + 8))
    begun = time.process_time()
    quotations(text, 0, len(text))
    assert time.process_time() - begun < 2
