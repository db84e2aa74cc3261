"""What a voice says is cut from what brings it in; doings that look like voices are none."""

from __future__ import annotations

import pytest

from firsthand.model.span import words_of
from tests.attribute.make import read


def claims(text: str, language: str = "en") -> list[tuple[str, bool]]:
    extraction = read(text, language)
    return [(words_of(text, c.span), c.attribution is not None) for c in extraction.claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ministry said that exports fell in May.", "exports fell in May"),
        ("Exports fell in May, the ministry said on Friday.", "Exports fell in May"),
        ("According to Yonhap, the plant closed.", "the plant closed"),
        ("Former employees say the plant closed in 2019.", "the plant closed in 2019"),
        ("The Manila Times reported that 14 ships left.", "14 ships left"),
    ],
)
def test_the_words_that_bring_in_a_voice_belong_to_no_claim(text: str, claim: str) -> None:
    assert claims(text) == [(claim, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry added 17 companies to the list.",
        "Of these entries, 7,887 individuals claimed educational purposes.",
        "The court put 12 men on trial in May.",
    ],
)
def test_a_doing_that_looks_like_a_voice_stays_whole(text: str) -> None:
    assert claims(text) == [(text.rstrip("."), False)]


def test_words_behind_a_voice_go_on_with_what_it_said() -> None:
    text = "Some 1,200 men work at the mine, the union says, twice as many as in 2022."
    ((told, voiced),) = claims(text)
    assert voiced
    assert told.endswith("twice as many as in 2022")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The shipowner rejected as false a report that the ferry had sunk."),
        ("en", "The ministry denies having sold the ferries."),
        ("de", "Das Ministerium bestritt, dass Soldaten entsandt worden seien."),
        ("ru", "Министерство опровергло сообщения о том, что солдаты переброшены в Курск."),
        ("ko", "국방부는 병력이 파견됐다는 보도를 부인했다."),
    ],
)
def test_what_is_denied_is_denied(language: str, text: str) -> None:
    assert [claim.status for claim in read(text, language).claims] == ["denied"]
