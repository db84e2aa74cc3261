"""Titles and the houses that answer for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.corroborate.houses import Groups, imprints, registrable
from tests.corroborate.make import Seen, article


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.harbour.example/a/b", "harbour.example"),
        ("https://news.bbc.co.uk/1", "bbc.co.uk"),
        ("en.yna.co.kr", "yna.co.kr"),
        ("https://someone.substack.com/p/1", None),
        ("https://t.me/channel", None),
        ("harbour-gazette", None),
        ("https://10.0.0.1/x", None),
        ("https://[bad", None),
        (None, None),
    ],
)
def test_a_registrable_domain_is_one_of_a_house_of_its_own(
    address: str | None, domain: str | None
) -> None:
    assert registrable(address) == domain


def test_one_domain_joins_two_titles_to_one_house() -> None:
    marks = imprints(
        [
            article("a", "x", outlet="Daily Strait", url="https://strait.example/a"),
            article("b", "y", outlet="Strait Business", url="https://biz.strait.example/b"),
            article("c", "z", outlet="Other", url="https://other.example/c"),
        ]
    )
    assert marks["a"].house == marks["b"].house != marks["c"].house
    assert marks["a"].outlet != marks["b"].outlet


def test_a_platform_joins_nobody() -> None:
    marks = imprints(
        [
            article("a", "x", outlet="One", url="https://one.substack.com/a"),
            article("b", "y", outlet="Two", url="https://two.substack.com/b"),
        ]
    )
    assert marks["a"].house != marks["b"].house


def test_a_sister_tells_the_house_of_a_title_that_has_none() -> None:
    text = "Our sister paper the Gazette had it."
    marks = imprints(
        [
            article("g", "x", outlet="The Gazette"),
            article(
                "w",
                text,
                Seen("sister", "Our sister paper the Gazette", "Gazette"),
                outlet="Weekend",
                publisher="Harbour Media",
            ),
        ]
    )
    assert marks["g"].house == marks["w"].house
    assert marks["g"].told == "harbour-media"


def test_a_title_without_a_publisher_is_a_house_of_its_own() -> None:
    marks = imprints([article("a", "x", outlet="One"), article("b", "y", outlet="Two")])
    assert marks["a"].house != marks["b"].house
    assert marks["a"].told is None


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.randoms())
def test_groups_do_not_depend_on_the_order_of_joining(pairs, random) -> None:  # type: ignore[no-untyped-def]
    one, other = Groups(), Groups()
    for a, b in pairs:
        one.join(a, b)
    random.shuffle(pairs)
    for a, b in pairs:
        other.join(b, a)
    assert [one.find(n) for n in range(10)] == [other.find(n) for n in range(10)]
