"""Which held title a name means."""

from __future__ import annotations

import pytest

from firsthand.corroborate.articles import sort_documents
from firsthand.corroborate.titles import Titles
from tests.corroborate.make import article


@pytest.fixture
def titles() -> Titles:
    names = [
        "Yonsan News Agency",
        "Free Peninsula Radio",
        "Harbour Gazette",
        "Harbour Weekend",
        "Times",
        "조선일보",
    ]
    return Titles(sort_documents([article(n, n, outlet=n) for n in names]).held)


def named(titles: Titles, name: str) -> str | None:
    found = titles.meant(name)
    return found and found.split("'")[3]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Yonsan", "yonsan new agency"),
        ("the Free Peninsula Radio", "free peninsula radio"),
        ("FPR", "free peninsula radio"),
        ("Harbour", None),
        ("the Harbour Gazette", "harbour gazette"),
        ("Gazette", None),
        ("News Agency", None),
        ("Reuters", None),
        ("", None),
    ],
)
def test_a_name_means_a_title_only_where_it_fits_no_other(
    titles: Titles, name: str, title: str | None
) -> None:
    assert named(titles, name) == title


def test_mentions_are_full_names_with_a_capital(titles: Titles) -> None:
    text = "The Harbour Gazette and Yonsan News Agency had it; times change, harbour gazette."
    found = [text[slice(*span)] for _, span in titles.mentions(text, [(0, len(text))])]
    assert found == ["Harbour Gazette", "Yonsan News Agency"]


def test_a_megabyte_without_a_name_is_read(titles: Titles) -> None:
    assert titles.mentions("harbour " * 100_000, [(0, 800_000)]) == []
