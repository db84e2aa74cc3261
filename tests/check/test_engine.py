"""One check for each distinct answer and cell, in the order of the answers, whatever the order of the rest."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

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
    run,
    verdicts,
)

KP = About(measure="person-entries", parties=("kp",), place="ru", **YEAR)


def test_answers_keep_their_order_and_their_numbers() -> None:
    asked = question(KP, [answer(18642, "person-entries"), answer(18462, "person-entries")])
    found = run(asked, (), [ENTRIES])
    assert [(c.id, c.answer, c.verdict) for c in found] == [
        ("k1", 0, "agrees"),
        ("k2", 1, "differs"),
    ]


def test_one_answer_of_many_documents_is_one_check() -> None:
    texts = [f"North Koreans made 18,642 entries ({n})" for n in range(5)]
    documents = [
        extraction(f"d{n}", t, [claim(t, [quantity(t, "18,642", 18642, unit="person-entries")])])
        for n, t in enumerate(texts)
    ]
    asked = question(
        KP, [answer(18642, "person-entries", claims=tuple(f"d{n}#c1" for n in range(5)))]
    )
    (found,) = run(asked, documents, [ENTRIES])
    assert len(found.claims) == 5


def test_a_ratio_that_a_question_asks_for_is_not_told_beside_another() -> None:
    text = "18,642 entries, a four-fold rise"
    told = claim(
        text,
        [
            quantity(text, "18,642", 18642, unit="person-entries"),
            quantity(text, "four-fold", 4, unit="times", relation="fold"),
        ],
    )
    count = question(KP, [answer(18642, "person-entries", claims=("d#c1",))])
    fold = question(
        About(measure="times", parties=("kp",), **YEAR),
        [answer(4, "times", relation="fold", claims=("d#c1",))],
        id="q-2",
    )
    texts = [extraction("d", text, [told])]
    found = check(case(count, fold), texts, [ENTRIES])
    assert verdicts(found["q-1"]) == [("value", "agrees")]
    assert verdicts(found["q-2"]) == [("fold", "agrees-within-rounding")]
    assert verdicts(run(count, texts, [ENTRIES])) == [
        ("value", "agrees"),
        ("fold", "agrees-within-rounding"),
    ]


def test_without_tables_a_plain_number_is_held_against_nothing() -> None:
    assert run(question(KP, [answer(18642, "person-entries")])) == ()


@settings(deadline=None)
@given(st.integers(1, 10**6), st.randoms())
def test_the_order_of_documents_and_tables_does_not_matter(value: int, rng: random.Random) -> None:
    text = f"{value} entries"
    documents = [
        extraction(
            f"d{n}", text, [claim(text, [quantity(text, str(value), value, unit="person-entries")])]
        )
        for n in range(3)
    ]
    asked = question(KP, [answer(value, "person-entries", claims=("d0#c1", "d1#c1", "d2#c1"))])
    mixed = list(documents)
    rng.shuffle(mixed)
    assert run(asked, documents, [ENTRIES]) == run(asked, mixed, [ENTRIES])


@settings(deadline=None)
@given(st.integers(1, 10**6))
def test_a_verdict_of_agreement_is_never_farther_than_the_rounding(value: int) -> None:
    (found,) = run(question(KP, [answer(value, "person-entries")]), (), [ENTRIES])
    if found.verdict == "agrees":
        assert value == 18642
    elif found.verdict == "agrees-within-rounding":
        assert abs(value - 18642) < 1000
