"""What only points back is about the counts that the text told before it."""

from __future__ import annotations

from firsthand.check.engine import check
from firsthand.model.attribution import When
from firsthand.model.extraction import Extraction
from firsthand.model.question import About, Question
from tests.check.make import (
    answer,
    case,
    claim,
    extraction,
    quantity,
    question,
    series,
    table,
    verdicts,
)

TEXT = (
    "The port of Ustgrad took 2,126 tonnes of zinc in 2025. A year before it had been 94 tonnes. "
    "That is a 23-fold rise."
)
SHIPPED = table(
    series({"Port": "Ustgrad"}, {"2024": 94, "2025": 2126}, unit="tonnes"),
    title="Zinc taken at the ports, tonnes",
)


def year(number: int) -> dict[str, str]:
    return {"start": f"{number}-01-01", "end": f"{number}-12-31"}


def counts(text: str) -> tuple[Extraction, list[Question]]:
    """One text with a count of 2025, one of the year before and a fold, a question for each."""
    spans = [(0, text.index(". A") + 1), (text.index("A year"), text.index(". That") + 1)]
    when = When(text="in 2025", **year(2025))
    claims = [
        claim(text, [quantity(text, "2,126", 2126, unit="tonnes")], span=(spans[0],), when=when, kind="trade"),
        claim(text, [quantity(text, "94", 94, unit="tonnes")], "c2", span=(spans[1],), kind="trade"),
        claim(text, [quantity(text, "23-fold", 23, unit="times", relation="fold")], "c3",
              span=((text.index("That"), len(text)),), kind="trade"),
    ]  # fmt: skip
    asked = [
        question(About(measure="tonnes", parties=("ustgrad",), **year(2025)),
                 [answer(2126, "tonnes", claims=("d#c1",))], "trade", id="q-1", ask="How much zinc did Ustgrad take?"),
        question(About(measure="tonnes", **year(2024)),
                 [answer(94, "tonnes", claims=("d#c2",))], "trade", id="q-2"),
        question(About(measure="times"), [answer(23, "times", relation="fold", claims=("d#c3",))],
                 "trade", id="q-3"),
    ]  # fmt: skip
    return extraction("d", text, claims), asked


def test_a_fold_that_points_back_is_held_against_the_two_counts_before_it() -> None:
    text, asked = counts(TEXT)
    found = check(case(*asked), [text], [SHIPPED])
    (fold,) = found["q-3"]
    assert (fold.verdict, fold.cells) == ("agrees-within-rounding", ("C2", "C1"))


def test_without_a_table_the_counts_themselves_are_compared() -> None:
    text, asked = counts(TEXT)
    found = check(case(*asked), [text], [])
    assert verdicts(found["q-3"]) == [("fold", "agrees-within-rounding")]


def test_a_count_that_points_back_is_about_the_matter_of_the_count_before_it() -> None:
    text, asked = counts(TEXT)
    found = check(case(*asked), [text], [SHIPPED])
    assert verdicts(found["q-1"]) == verdicts(found["q-2"]) == [("value", "agrees")]


def test_a_fold_that_names_its_own_matter_does_not_point_back() -> None:
    text, asked = counts(TEXT)
    other = text.text.replace("That is a", "Lead saw a")
    start = other.index("Lead")
    fold = quantity(other, "23-fold", 23, unit="times", relation="fold")
    claims = (*text.claims[:2], claim(other, [fold], "c3", span=((start, len(other)),)))
    assert check(case(*asked), [extraction("d", other, claims)], [SHIPPED])["q-3"] == ()


def test_a_share_of_a_whole_told_beside_it_is_held_against_the_count_before() -> None:
    text = "Deliveries came to 1,999 barrels. That is 40 per cent of the 5,000 barrels allowed."
    of = quantity(text, "40 per cent", 40, unit="percent", relation="share", of="the 5,000 barrels")
    claims = [
        claim(text, [quantity(text, "1,999", 1999, unit="barrels")], span=((0, 33),)),
        claim(text, [of, quantity(text, "5,000", 5000, unit="barrels")], "c2", span=((34, len(text)),)),
    ]  # fmt: skip
    asked = [
        question(About(measure="barrels"), [answer(1999, "barrels", claims=("d#c1",))], id="q-1"),
        question(
            About(measure="percent"),
            [answer(40, "percent", relation="share", claims=("d#c2",))],
            id="q-2",
        ),
    ]
    (found,) = check(case(*asked), [extraction("d", text, claims)], [])["q-2"]
    assert (found.kind, found.verdict) == ("share", "agrees-within-rounding")
    assert found.arithmetic.startswith("1,999 / 5,000")


def test_a_count_that_points_back_is_not_held_against_all_that_its_text_is_about() -> None:
    """The total of the table is met by the names around the claim; the row before it is meant."""
    text, asked = counts(TEXT)
    both = table(
        *SHIPPED.series,
        series({"Port": "All ports"}, {"2024": 900, "2025": 9000}, unit="tonnes"),
        title="Zinc taken at Ustgrad and other ports, tonnes",
    )
    found = check(case(*asked), [text], [both])
    assert verdicts(found["q-2"]) == [("value", "agrees")]
