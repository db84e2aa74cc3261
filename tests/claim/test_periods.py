"""The interval in which a claim can be checked; articles are of 4 March 2026."""

from __future__ import annotations

import pytest

from firsthand.run.extract import extract_document
from tests.attribute.make import article, read

PERIODS = [
    ("About 15,000 people crossed the border last year.", "2025-01-01", "2025-12-31"),
    ("Last month 40 barges left the estuary.", "2026-02-01", "2026-02-28"),
    ("Forty barges left the estuary on Monday.", "2026-03-02", "2026-03-02"),
    ("In the first half of 2025, 40 barges left the estuary.", "2025-01-01", "2025-06-30"),
    ("Between 40 and 60 barges left the estuary in May.", "2025-05-01", "2025-05-31"),
    ("Since March 2025, 40 barges have left the estuary.", "2025-03-01", None),
    ("All workers had to leave by December 2019.", None, "2019-12-31"),
    ("Russia recorded 13,221 entries in 2024.", "2024-01-01", "2024-12-31"),
]
FISCAL = [
    ("Egypt's wheat imports reached 410,000 tonnes in the fiscal year to June.",
     "2024-07-01", "2025-06-30"),
    ("In fiscal year 2024, India's coal imports reached 40 tonnes.", "2023-04-01", "2024-03-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_a_period_has_the_precision_that_is_said(
    text: str, start: str | None, end: str | None
) -> None:
    (claim,) = read(text).claims
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (start, end)


@pytest.mark.parametrize(("text", "start", "end"), FISCAL)
def test_a_fiscal_year_is_the_country_s_own(text: str, start: str, end: str) -> None:
    (claim,) = read(text).claims
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (start, end)


def test_words_of_the_period_are_those_of_the_text() -> None:
    text = "Since March 2025, 40 barges have left the estuary."
    (claim,) = read(text).claims
    assert claim.when is not None
    assert claim.when.span is not None
    assert [text[a:b] for a, b in claim.when.span] == [claim.when.text] == ["Since March 2025"]


def test_of_these_keeps_the_period_of_the_count() -> None:
    _, part = read("The ministry counted 900 entries in 2025; of these, 300 were for work.").claims
    assert part.when is not None
    assert part.when.start == "2025-01-01"


def test_a_claim_without_a_period_has_none() -> None:
    assert [c.when for c in read("Forty barges left the estuary.").claims] == [None]


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("Two barges will leave in the coming weeks.", "en", "2026-03-04", None),
        ("Seit Jahresbeginn haben 40 Schiffe den Hafen verlassen.", "de", "2026-01-01", None),
        ("Im ganzen Jahr 2024 verließen 40 Schiffe den Hafen.", "de", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_stretch_without_a_number_stays_open(
    text: str, language: str, start: str, end: str | None
) -> None:
    (claim,) = read(text, language).claims
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (start, end)


def test_without_a_day_of_publication_a_time_stays_words() -> None:
    document = article("Forty barges left the estuary last year.", "en", published=None)
    (claim,) = extract_document(document).claims
    assert claim.when is not None
    assert (claim.when.text, claim.when.start, claim.when.end) == ("last year", None, None)
