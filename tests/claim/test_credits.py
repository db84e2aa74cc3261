"""Who wrote, edited or pictured a report claims nothing."""

from __future__ import annotations

import pytest

from firsthand.claim.credits import is_credit
from tests.attribute.make import read


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ana Berg and Kim Soo; Editing by Tom Hale",
        "By Ana Berg in Seoul",
        "Pictures by Overhead Nine",
        "Foto: Ana Berg",
        "Источник: Интерфакс",
    ],
)
def test_a_line_of_names_is_a_credit(line: str) -> None:
    assert is_credit(line)
    assert not read(line).claims


@pytest.mark.parametrize(
    "line",
    [
        "By 2030 the port will double its output.",
        "Reporting by the agency showed 40 barges at the pier.",
        "Sources: two officials denied it.",
    ],
)
def test_a_sentence_that_opens_like_a_credit_is_none(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    "head", ["SEOUL (Yonsan) — ", "PARIS, 3 March (Halden News) - ", "Berlin (dpa) – "]
)
def test_a_dateline_belongs_to_no_claim(head: str) -> None:
    (claim,) = read(f"{head}Forty barges left the estuary.").claims
    assert claim.span[0][0] == len(head)
    assert claim.when is None
