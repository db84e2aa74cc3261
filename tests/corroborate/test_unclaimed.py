"""An odd figure that an article prints answers the question, though no claim was found around it."""

from __future__ import annotations

import pytest

from firsthand.corroborate.engine import corroborate
from tests.corroborate.make import Told, article, entries, only, sentence

PLAIN = "The ferries of North Korea and Russia are full."


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("The table leads with 18,642, the paper says.", True),
        ("The table leads with 18 642.", True),
        ("The table leads with 18,642 tonnes.", False),
        ("It cost $18,642.", False),
        ("The table leads with 18,642.50.", False),
        ("The table leads with 118,642.", False),
    ],
)
def test_an_odd_figure_counts_for_who_prints_it(words: str, counted: bool) -> None:
    first = article("a", sentence(), entries(), outlet="A")
    second = article(
        "b", f"{PLAIN} {words}", Told(PLAIN[:-1], kind="other"), outlet="B", on="2026-02-13"
    )
    found = only(corroborate([first, second]))
    assert found.articles == 1 + counted
    assert found.answers[0].claims == ("a#c1",)


def test_a_round_figure_may_be_anything() -> None:
    first = article("a", sentence("15,000"), entries("15,000"), outlet="A")
    second = article(
        "b", f"{PLAIN} It has 15,000 fans.", Told(PLAIN[:-1], kind="other"), outlet="B"
    )
    assert only(corroborate([first, second])).articles == 1


def test_an_article_about_other_countries_is_left_out() -> None:
    other = "The ferries of Norway are full."
    first = article("a", sentence(), entries(), outlet="A")
    second = article("b", f"{other} Then came 18,642.", Told(other[:-1], kind="other"), outlet="B")
    assert only(corroborate([first, second])).articles == 1


def test_a_figure_laid_over_a_copy_does_not_change_the_question() -> None:
    first = article("a", sentence(), entries(), outlet="A")
    text = f"{PLAIN} The table leads with 18,642."
    second = article("b", text, Told(PLAIN[:-1], kind="other"), outlet="B")
    assert only(corroborate([first, second])).id == only(corroborate([first])).id
