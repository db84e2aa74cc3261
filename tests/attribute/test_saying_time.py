"""The day of the saying, apart from the time of what is said."""

from __future__ import annotations

import pytest

from firsthand.run.extract import extract_document
from tests.attribute.make import article, only, read

DAYS = [  # published on Wednesday, 4 March 2026
    ("Holm said on Monday that it was sold.", "2026-03-02", "2026-03-02"),
    ("It was sold, Holm said Tuesday.", "2026-03-03", "2026-03-03"),
    ("Holm said on Wednesday that it was sold.", "2026-03-04", "2026-03-04"),
    ("Holm said on 9 February that it was sold.", "2026-02-09", "2026-02-09"),
    ("Holm said on December 30 that it was sold.", "2025-12-30", "2025-12-30"),
    ("Holm said last week that it was sold.", "2026-02-23", "2026-03-01"),
    ("Yesterday, Holm said that it was sold.", "2026-03-03", "2026-03-03"),
]


@pytest.mark.parametrize(("text", "start", "end"), DAYS)
def test_a_day_is_the_last_before_the_article(text: str, start: str, end: str) -> None:
    when = only(read(text)).when
    assert when is not None
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Holm sagte am Montag, das Schiff sei verkauft.", "2026-03-02"),
        ("ru", "Министр заявил в понедельник, что судно продано.", "2026-03-02"),
        ("uk", "Міністр заявив у понеділок, що судно продано.", "2026-03-02"),
        ("ko", "국방부는 2일 병력 3000명이 도착했다고 밝혔다.", "2026-03-02"),
    ],
)
def test_other_languages_tell_the_day_too(language: str, text: str, day: str) -> None:
    when = only(read(text, language)).when
    assert when is not None
    assert when.start == day


def test_the_time_of_the_content_is_not_the_time_of_the_saying() -> None:
    assert not only(read("Holm said that it was sold on Monday.")).when


def test_without_a_date_of_the_article_only_the_words_are_kept() -> None:
    document = article("Holm said on Monday that it was sold.", published=None)
    when = only(extract_document(document)).when
    assert when is not None
    assert (when.text, when.start, when.end) == ("on Monday", None, None)
