"""Grades are proposed from 1 to 6, each with its reasons."""

from __future__ import annotations

import pytest

from firsthand.check.grade import PARTY_REMARK, grade, grade_question
from firsthand.model.check import Check
from firsthand.model.question import About, Origin, OriginCount
from tests.check.make import answer, case, question


def count(value: int | None, effective: float, low: int = 0) -> OriginCount:
    return OriginCount(value=value, low=low or value or 0, high=value, effective=effective)


def held(
    verdict: str, place: int = 0, arithmetic: str = "1 = 1", table: str | None = "t.csv"
) -> Check:
    return Check(
        id="k1", kind="value", verdict=verdict, arithmetic=arithmetic, table=table, answer=place
    )


OFFICE = Origin(id="o1", name="statistics office")
UNNAMED = Origin(id="o2", name="a person in the firm", anonymity="described")


def graded(
    origins: OriginCount, checks: list[Check], conflict: str = "none", origin: Origin = OFFICE
) -> int:
    asked = question(
        About(measure="persons"),
        [answer(1, "persons", origin_ids=(origin.id,))],
        origins=origins,
        conflict=conflict,
    )
    return grade_question(asked, checks, {origin.id: origin}).grade


@pytest.mark.parametrize(
    ("origins", "checks", "conflict", "expected"),
    [
        (count(2, 2.0), [held("agrees")], "none", 1),
        (count(3, 3.0), [], "none", 1),
        (count(2, 2.0), [], "none", 2),
        (count(1, 1.0), [held("agrees-within-rounding")], "none", 2),
        (count(1, 1.0), [], "none", 3),
        (count(2, 2.0), [], "differs", 3),
        (count(2, 2.0), [held("agrees")], "differs", 2),
        (count(1, 1.0), [held("differs")], "none", 5),
        (count(1, 1.0), [held("differs", table=None)], "none", 4),
        (count(None, 0.0), [], "none", 6),
        (count(1, 1.0), [held("not-comparable")], "none", 3),
    ],
)
def test_grade(origins: OriginCount, checks: list[Check], conflict: str, expected: int) -> None:
    assert graded(origins, checks, conflict) == expected


def test_grade_1_needs_two_effective_origins() -> None:
    assert graded(count(2, 1.6), [held("agrees")]) == 2


def test_one_unnamed_voice_cannot_be_judged() -> None:
    assert graded(count(1, 1.0), [], origin=UNNAMED) == 6
    assert graded(count(1, 1.0), [held("agrees")], origin=UNNAMED) == 2


def test_a_partys_table_refutes_nobody() -> None:
    assert graded(count(1, 1.0), [held("differs", arithmetic=f"1 - 2 = -1; {PARTY_REMARK}")]) == 3


def test_the_reasons_are_printed() -> None:
    asked = question(About(measure="persons"), [answer(1, "persons")], origins=count(1, 1.0))
    found = grade(case(asked), {asked.id: [held("agrees")]})[asked.id]
    assert found.by == "proposed"
    assert found.why == ("1 origin behind 1 article (effective 1)", "value agrees: 1 = 1")
