"""A share is told with the count beside which it stands."""

from __future__ import annotations

from firsthand.check.engine import check
from firsthand.model.question import About
from tests.check.make import (
    ENTRIES,
    YEAR,
    answer,
    case,
    claim,
    extraction,
    quantity,
    question,
    verdicts,
)

STUDY = About(measure="person-entries", parties=("kp",), topic=("education",), **YEAR)


def run_both(text: str, share_from: str, published_count: bool) -> dict[str, list[tuple[str, str]]]:
    """A count question and a share question; the count's clause may be without a claim."""
    at = text.index(share_from)
    share = claim(
        text,
        [quantity(text, "three in five", 0.6, unit="fraction", relation="share")],
        "c2",
        span=((at, len(text)),),
    )
    count = claim(
        text, [quantity(text, "11,207", 11207, unit="person-entries")], span=((0, min(at, 28)),)
    )
    other = "11,207 entries were put down to education"
    told = claim(other, [quantity(other, "11,207", 11207, unit="person-entries")])
    documents = [
        extraction("d", text, [count, share] if published_count else [share]),
        extraction("e", other, [told]),
    ]
    claims = ("d#c1", "e#c1") if published_count else ("e#c1",)
    asked = case(
        question(STUDY, [answer(11207, "person-entries", claims=claims)]),
        question(
            About(measure="fraction"),
            [answer(0.6, "fraction", relation="share", claims=("d#c2",))],
            id="q-2",
        ),
    )
    return {name: verdicts(found) for name, found in check(asked, documents, [ENTRIES]).items()}


def test_a_clause_beside_the_count_belongs_to_it() -> None:
    found = run_both("Education leads with 11,207, which is three in five", "which", True)
    assert found["q-1"] == [("value", "agrees"), ("share", "agrees-within-rounding")]
    assert found["q-2"] == []


def test_a_printed_count_is_enough_where_no_claim_was_made_of_it() -> None:
    found = run_both("Education leads with 11,207, which is three in five", "which", False)
    assert found["q-1"] == [("value", "agrees"), ("share", "agrees-within-rounding")]


def test_a_share_far_from_any_count_stays_alone() -> None:
    text = (
        "Education leads with 11,207. "
        + "Rain fell on the town all day. " * 4
        + "That is three in five"
    )
    assert run_both(text, "That is", True)["q-1"] == [("value", "agrees")]
