"""Without a table a text is held against its own figures."""

from __future__ import annotations

import pytest

from firsthand.model.attribution import When
from firsthand.model.claim import Basis
from firsthand.model.question import About
from tests.check.make import YEAR, answer, claim, extraction, quantity, question, run

FOLD = About(measure="times", parties=("kp",), **YEAR)


@pytest.mark.parametrize(("fold", "verdict"), [(12, "agrees-within-rounding"), (10, "differs")])
def test_a_fold_is_held_against_from_and_to(fold: int, verdict: str) -> None:
    text = f"Entries rose {fold}-fold, from 1,117 to 13,221"
    told = claim(
        text,
        [
            quantity(text, f"{fold}-fold", fold, unit="times", relation="fold"),
            quantity(text, "1,117", 1117, unit="person-entries"),
            quantity(text, "13,221", 13221, unit="person-entries"),
        ],
    )
    asked = question(FOLD, [answer(fold, "times", relation="fold", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [told])])
    assert (found.kind, found.verdict, found.table) == ("fold", verdict, None)
    assert found.arithmetic.startswith("13,221 / 1,117 = 11.84, ")


def test_a_fold_is_held_against_the_claim_of_its_base() -> None:
    text = "18,642 entries were made in 2025, five times the year before. In 2024 it was 4,655."
    now = When(text="2025", start="2025-01-01", end="2025-12-31")
    then = When(text="2024", start="2024-01-01", end="2024-12-31")
    basis = Basis(text="the year before", start="2024-01-01", end="2024-12-31")
    first = claim(
        text,
        [
            quantity(text, "18,642", 18642, unit="person-entries"),
            quantity(text, "five times", 5, unit="times", relation="fold", basis=basis),
        ],
        span=((0, 60),),
        when=now,
    )
    second = claim(
        text,
        [quantity(text, "4,655", 4655, unit="person-entries")],
        "c2",
        span=((62, 82),),
        when=then,
    )
    asked = question(FOLD, [answer(5, "times", relation="fold", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [first, second])])
    assert (found.verdict, found.arithmetic) == ("differs", "18,642 / 4,655 = 4.005, not 5")


@pytest.mark.parametrize(("value", "verdict"), [(-40, "agrees"), (-50, "differs")])
def test_a_change_is_held_against_both_counts(value: int, verdict: str) -> None:
    text = f"applications fell {-value} % from 530 to 318"
    told = claim(
        text,
        [
            quantity(text, f"{-value} %", value, unit="percent", relation="change"),
            quantity(text, "530", 530, unit="applications"),
            quantity(text, "318", 318, unit="applications"),
        ],
    )
    asked = question(
        About(measure="percent"), [answer(value, "percent", relation="change", claims=("d#c1",))]
    )
    (found,) = run(asked, [extraction("d", text, [told])])
    assert (found.kind, found.verdict) == ("change", verdict)


def test_a_share_is_held_against_part_and_whole() -> None:
    text = "13,221 entries; of these 7,887, or two thirds, for study"
    whole = claim(text, [quantity(text, "13,221", 13221, unit="person-entries")], span=((0, 14),))
    part = claim(
        text,
        [
            quantity(text, "7,887", 7887, unit="person-entries", of="c1"),
            quantity(text, "two thirds", 0.6667, unit="fraction", relation="share"),
        ],
        "c2",
        span=((16, len(text)),),
    )
    asked = question(
        About(measure="person-entries", topic=("education",)),
        [answer(7887, "person-entries", claims=("d#c2",))],
    )
    (found,) = run(asked, [extraction("d", text, [whole, part])])
    assert (found.kind, found.verdict) == ("share", "differs")
    assert found.arithmetic == "7,887 / 13,221 = 59.7 %, two thirds is 66.7 %"


def whole_and_parts(first: int, second: int):
    text = f"418 are enrolled: {first} at universities, {second} at colleges"
    whole = claim(text, [quantity(text, "418", 418, unit="persons")], span=((0, 16),))
    parts = claim(
        text,
        [
            quantity(text, f"{first} at", first, unit="persons", of="c1"),
            quantity(text, f"{second} at", second, unit="persons", of="c1"),
        ],
        "c2",
        span=((18, len(text)),),
    )
    asked = question(
        About(measure="persons"), [answer(418, "persons", claims=("d#c1",))], kind="training"
    )
    return run(asked, [extraction("d", text, [whole, parts])])


def test_parts_that_add_up_agree() -> None:
    (found,) = whole_and_parts(331, 87)
    assert (found.kind, found.verdict, found.arithmetic) == ("sum", "agrees", "331 + 87 = 418")


def test_parts_greater_than_their_whole_differ() -> None:
    (found,) = whole_and_parts(331, 97)
    assert (found.verdict, found.arithmetic) == ("differs", "331 + 97 = 428, more than 418")


def test_parts_that_leave_a_rest_say_nothing() -> None:
    assert whole_and_parts(300, 87) == ()


def test_a_part_greater_than_its_whole_differs() -> None:
    text = "Of 100 entries 120 were for study"
    whole = claim(text, [quantity(text, "100", 100, unit="person-entries")], span=((0, 14),))
    part = claim(
        text, [quantity(text, "120", 120, unit="person-entries", of="c1")], "c2", span=((15, 33),)
    )
    asked = question(
        About(measure="person-entries"), [answer(120, "person-entries", claims=("d#c2",))]
    )
    (found,) = run(asked, [extraction("d", text, [whole, part])])
    assert (found.kind, found.verdict) == ("bound", "differs")
