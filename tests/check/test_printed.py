"""A share printed beside a count is checked though no claim tells it."""

from __future__ import annotations

import pytest

from firsthand.model.question import About
from tests.check.make import ENTRIES, YEAR, answer, extraction, question, run, verdicts

STUDY = About(measure="person-entries", parties=("kp",), topic=("education",), **YEAR)
AGREES, DIFFERS = ("share", "agrees-within-rounding"), ("share", "differs")


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Almost two thirds of them, 11,207, came to study.", [DIFFERS]),
        ("Three fifths of the entries, or 11,207, were to study.", [AGREES]),
        ("Some 60 per cent (11,207) came to study.", [AGREES]),
        ("It counts 11,207, or 60 percent, for study.", [AGREES]),
        ("Of these 11,207, half were men.", []),
        ("Half came by rail. 11,207 came to study.", []),
        ("Half came by rail, and of the rest 11,207 to study.", []),
    ],
)
def test_a_share_directly_beside_a_count_is_held_with_it(text: str, shares: list) -> None:
    asked = question(STUDY, [answer(11207, "person-entries", documents=("d",))])
    found = verdicts(run(asked, [extraction("d", text, [])], [ENTRIES]))
    assert found == [("value", "agrees"), *shares]


def test_a_count_that_the_table_does_not_have_lends_no_share() -> None:
    text = "Almost two thirds of them, 11,702, came to study."
    asked = question(STUDY, [answer(11702, "person-entries", documents=("d",))])
    assert verdicts(run(asked, [extraction("d", text, [])], [ENTRIES])) == [("value", "differs")]
