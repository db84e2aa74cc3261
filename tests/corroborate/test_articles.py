"""Articles, versions and what is set aside."""

from __future__ import annotations

import pytest

from firsthand.corroborate.articles import address, sort_documents
from tests.corroborate.make import article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/x/?utm_source=b", "http://a.example/x"),
        ("https://m.a.example/x#top", "https://a.example/x/"),
        ("https://a.example/x/amp", "https://a.example/x"),
        ("https://a.example/x?id=7&fbclid=q", "https://a.example/x?id=7"),
    ],
)
def test_addresses_meet_without_their_trimmings(one: str, other: str) -> None:
    first = article("a", "t", url=one).document
    assert address(first) == address(article("b", "t", url=other).document) is not None


@pytest.mark.parametrize("url", [None, "https://a.example/", "https://[bad"])
def test_a_front_page_is_the_address_of_no_article(url: str | None) -> None:
    assert address(article("a", "t", url=url).document) is None


def test_other_queries_are_other_articles() -> None:
    found = sort_documents(
        [article(i, i, url=f"https://a.example/x?id={i}", outlet="A") for i in ("1", "2")]
    )
    assert len(found.held) == 2


def test_the_latest_version_stands_for_the_article() -> None:
    url = "https://a.example/x"
    found = sort_documents(
        [
            article("new", "later text", url=url, outlet="A", modified="2026-02-14"),
            article("old", "first text", url=url, outlet="A"),
        ]
    )
    assert [(h.id, [v.id for v in h.older]) for h in found.held] == [("new", ["old"])]
    assert found.set_aside == {"version": 1}


def test_one_text_under_one_title_is_a_duplicate_and_under_two_an_echo() -> None:
    text = "Nothing happened at the port."
    twice = sort_documents([article("a", text, outlet="A"), article("b", text, outlet="A")])
    assert (len(twice.held), twice.set_aside) == (1, {"duplicate": 1})
    echo = sort_documents([article("a", text, outlet="A"), article("b", text, outlet="B")])
    assert len(echo.held) == 2


def test_each_reading_that_is_not_full_is_counted_apart() -> None:
    found = sort_documents(
        [
            article("a", "x", reading="stub"),
            article("b", "y", reading="list"),
            article("c", "z", reading="language-not-read"),
            article("d", "full text"),
        ]
    )
    assert [h.id for h in found.held] == ["d"]
    assert found.set_aside == {"language-not-read": 1, "list": 1, "stub": 1}
