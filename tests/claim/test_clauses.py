"""Sentences are cut into clauses only where both sides have a verb of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claim.clauses import cut_clauses
from firsthand.claim.tagging import words_of_text
from tests.attribute.make import read


def cut(text: str, *, headline: bool = False) -> list[str]:
    words = words_of_text(text, "en")
    clauses = cut_clauses(words, headline=headline)
    return [
        " … ".join(text[words[a].start : words[b - 1].end] for a, b in clause.ranges)
        for clause in clauses
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The plant closed in May and 40 workers left for Tver.",
            ["The plant closed in May", "40 workers left for Tver"],
        ),
        ("Poland and Latvia closed the border.", ["Poland and Latvia closed the border"]),
        (
            "The ship, which carried coal, sank off Busan.",
            ["The ship … sank off Busan", "which carried coal"],
        ),
        (
            "While exports rose, imports fell by a third.",
            ["imports fell by a third", "exports rose"],
        ),
        (
            "Imports reached 900 tonnes, representing a threefold increase.",
            ["Imports reached 900 tonnes", "representing a threefold increase"],
        ),
        ("He was hired as a welder after the war.", ["He was hired as a welder after the war"]),
        (
            "Germany took 44 per cent, Austria a quarter and Italy the rest.",
            ["Germany took 44 per cent", "Austria a quarter", "Italy the rest"],
        ),
    ],
)
def test_a_sentence_is_cut_into_its_facts(text: str, clauses: list[str]) -> None:
    assert cut(text) == clauses


def test_an_if_clause_makes_the_main_clause_conditional() -> None:
    words = words_of_text("If the deal fails, the troops will leave.", "en")
    clauses = cut_clauses(words)
    assert [(c.sort, c.conditional) for c in clauses if c.sort != "condition"] == [("main", True)]


def test_two_headlines_in_one_are_two_clauses() -> None:
    text = "Oslo bans the ships, Riga closes its port"
    assert len(cut(text, headline=True)) == 2


@given(st.text(max_size=120))
def test_clauses_stand_inside_the_row_and_do_not_share_words(text: str) -> None:
    words = words_of_text(text, "en")
    seen: set[int] = set()
    for clause in cut_clauses(words):
        for low, high in clause.ranges:
            inside = set(range(low, high))
            assert 0 <= low < high <= len(words)
            assert not inside & seen
            seen |= inside


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The agency flew 18 tonnes into Goma and hopes to deliver 60 more.", 2),
        ("The chair rotates every year and decisions need a majority.", 2),
        ("Croatia has not yet decided whether to send 300 instructors.", 1),
        ("The bill, if passed, would strip 11,000 nationals of their passports.", 1),
    ],
)
def test_clauses_are_cut_where_a_verb_of_their_own_follows(text: str, count: int) -> None:
    assert len(read(text).claims) == count
