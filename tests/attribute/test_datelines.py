"""The head of a report is no content."""

from __future__ import annotations

import pytest

from firsthand.attribute.datelines import head_of
from tests.attribute.make import read, told

HEADS = [
    ("SEOUL (Yonsan) — ", "dateline", "Yonsan"),
    ("LONDON, Feb 9 — ", "dateline", None),
    ("NEW YORK/GENEVA – ", "dateline", None),
    ("Berlin (dpa) – ", "dateline", "dpa"),
    ("Seoul, Feb. 9 (Yonhap) -- ", "dateline", "Yonhap"),
    ("(Anchor) - ", "signed", "Anchor"),
    ("МОСКВА, 9 февраля. /ТАСС/. ", "dateline", "ТАСС"),
    ("МОСКВА, 9 фев — РИА Новости. ", "dateline", "РИА Новости"),
    ("КИЕВ. 9 февраля. УНН. ", "dateline", "УНН"),
    ("(서울=연합뉴스) 홍길동 기자 = ", "dateline", "연합뉴스"),
]


@pytest.mark.parametrize(("head", "kind", "of"), HEADS)
def test_a_head_tells_place_and_agency(head: str, kind: str, of: str | None) -> None:
    text = head + "Forty barges left."
    found = head_of(text, 0, len(text))
    assert found is not None
    assert (found.kind, found.of, text[found.span[1] :]) == (kind, of, "Forty barges left.")


@pytest.mark.parametrize(
    "text",
    [
        "BNS - Riga port handled 18 million tonnes",  # who speaks
        "The ship - a tanker - left.",
        "NATO is ready.",
        "Forty barges (of fifty) left — at night.",
    ],
)
def test_other_openings_are_no_head(text: str) -> None:
    assert head_of(text, 0, len(text)) is None


def test_the_head_is_left_out_of_the_content() -> None:
    extraction = read("SEOUL (Yonsan) — Forty barges left, Reuters said on Monday.")
    assert told(extraction)[0][2] == "Forty barges left"
