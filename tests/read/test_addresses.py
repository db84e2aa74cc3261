"""Addresses lose what follows readers about, and keep what names the article."""

from __future__ import annotations

import pytest

from firsthand.read.addresses import clean_url, domain_of, is_front_page, unwrap

CLEAN = {
    "https://www.Harbour.example/2026/x?utm_source=a&id=7&fbclid=b#top": "https://www.harbour.example/2026/x?id=7",
    "http://a.example:80": "http://a.example/",
    "https://u:p@a.example/x": "https://a.example/x",
    "https://n.example/read?sid=104&aid=0012": "https://n.example/read?sid=104&aid=0012",
    "https://web.archive.org/web/20260213050000/https://a.example/x": "https://a.example/x",
    "https://web.archive.org/web/20260213im_/http://a.example/x?utm_medium=m": "http://a.example/x",
    "https://archive.ph/2026.02.13-050000/https://a.example/x": "https://a.example/x",
    "javascript:void(0)": None,
    "mailto:a@b.example": None,
    "/relative": None,
    "https://": None,
    "http://[bad": None,
    "": None,
}


@pytest.mark.parametrize("url", CLEAN)
def test_an_address_is_cleaned(url: str) -> None:
    assert clean_url(url) == CLEAN[url]


@pytest.mark.parametrize("url", [url for url in CLEAN.values() if url])
def test_cleaning_twice_changes_nothing(url: str) -> None:
    assert clean_url(url) == url


def test_a_relative_address_stands_on_its_base() -> None:
    assert clean_url("/x?a=1", "https://a.example/y/z") == "https://a.example/x?a=1"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://m.yna.co.kr/view", "yna.co.kr"),
        ("https://mod.gov.ua/", "mod.gov.ua"),
        ("https://news.harbour.example/x", "harbour.example"),
        ("https://someone.substack.com/p/1", "someone.substack.com"),
        ("http://10.0.0.1/x", "10.0.0.1"),
        ("nothing", None),
    ],
)
def test_the_domain_is_the_registered_name(url: str, domain: str | None) -> None:
    assert domain_of(url) == domain


def test_an_archive_tells_when_it_saved() -> None:
    assert (
        unwrap("https://web.archive.org/web/20260213050000/https://a.example/").saved
        == "2026-02-13T05:00:00Z"
    )
    assert unwrap("https://web.archive.org/web/20260213/https://a.example/").saved == "2026-02-13"
    assert unwrap("https://a.example/x") == ("https://a.example/x", None)


def test_a_front_page_has_neither_path_nor_query() -> None:
    assert is_front_page("https://a.example/")
    assert is_front_page("https://a.example/index.html")
    assert not is_front_page("https://a.example/?p=4711")
    assert not is_front_page("https://a.example/x")
