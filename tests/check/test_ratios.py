"""Folds, shares and changes are held against both of their cells."""

from __future__ import annotations

import pytest

from firsthand.model.claim import Basis
from firsthand.model.question import About
from tests.check.make import (
    ENTRIES,
    YEAR,
    answer,
    claim,
    extraction,
    quantity,
    question,
    run,
    series,
    table,
)

BASE = {"base_start": "2024-01-01", "base_end": "2024-12-31"}
FOLD = About(measure="times", parties=("kp",), **YEAR, **BASE)
CHANGE = About(measure="percent", parties=("kp",), **YEAR, **BASE)
STUDY = About(measure="person-entries", parties=("kp",), topic=("education",), **YEAR)


@pytest.mark.parametrize(
    ("value", "verdict", "end"),
    [
        (4, "agrees-within-rounding", "which rounds to 4"),
        (5, "differs", "not 5"),
        (4.5, "differs", "not 4.5"),
    ],
)
def test_a_fold_uses_both_cells(value: float, verdict: str, end: str) -> None:
    asked = question(FOLD, [answer(value, "times", relation="fold")])
    (found,) = run(asked, (), [ENTRIES])
    assert (found.kind, found.verdict) == ("fold", verdict)
    assert found.arithmetic == f"18,642 / 4,655 = 4.005, {end}"
    assert (found.row, found.cells) == ("DPRK / Total", ("C2", "C1"))


def test_a_fold_is_rounded_and_never_cut_off() -> None:
    rows = series({"Nationality": "DPRK"}, {"2024": 100, "2025": 490}, unit="person-entries")
    asked = question(FOLD, [answer(4, "times", relation="fold")])
    (found,) = run(asked, (), [table(rows, title="Entries")])
    assert found.verdict == "differs"


@pytest.mark.parametrize(("bound", "verdict"), [(">", "agrees"), ("<=", "differs")])
def test_a_sign_on_top_of_a_fold_counts(bound: str, verdict: str) -> None:
    text = "more than four times as many"
    told = claim(
        text, [quantity(text, "four times", 4, unit="times", relation="fold", bound=bound)]
    )
    asked = question(FOLD, [answer(4, "times", relation="fold", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [told])], [ENTRIES])
    assert found.verdict == verdict


def test_the_year_before_is_the_base_where_none_is_told() -> None:
    asked = question(
        About(measure="times", parties=("kp",), **YEAR), [answer(4, "times", relation="fold")]
    )
    (found,) = run(asked, (), [ENTRIES])
    assert found.verdict == "agrees-within-rounding"


def share_of(words: str, value: float, unit: str, **fields: object):
    text = f"Education leads with 11,207, which is {words}"
    told = claim(
        text,
        [
            quantity(text, "11,207", 11207, unit="person-entries"),
            quantity(text, words, value, unit=unit, relation="share", **fields),
        ],
    )
    asked = question(STUDY, [answer(11207, "person-entries", claims=("d#c1",))])
    return run(asked, [extraction("d", text, [told])], [ENTRIES])


@pytest.mark.parametrize(
    ("words", "value", "unit", "verdict", "arithmetic"),
    [
        (
            "three in five",
            0.6,
            "fraction",
            "agrees-within-rounding",
            "11,207 / 18,642 = 60.1 %, three in five is 60 %",
        ),
        (
            "two thirds",
            2 / 3,
            "fraction",
            "differs",
            "11,207 / 18,642 = 60.1 %, two thirds is 66.7 %",
        ),
        ("60 %", 60, "percent", "agrees-within-rounding", "11,207 / 18,642 = 60.1 %, said 60 %"),
        ("59 %", 59, "percent", "differs", "11,207 / 18,642 = 60.1 %, said 59 %"),
    ],
)
def test_a_share_told_beside_a_count_is_a_check_of_its_own(
    words: str, value: float, unit: str, verdict: str, arithmetic: str
) -> None:
    count, share = share_of(words, value, unit)
    assert (count.kind, count.verdict) == ("value", "agrees")
    assert (share.kind, share.verdict, share.arithmetic) == ("share", verdict, arithmetic)
    assert share.row == "DPRK / 2025"


def test_more_than_half_is_a_bound_on_a_share() -> None:
    _, share = share_of("more than half", 0.5, "fraction", bound=">")
    assert share.verdict == "agrees"


@pytest.mark.parametrize(
    ("value", "verdict"), [(300, "agrees-within-rounding"), (-300, "differs"), (12, "differs")]
)
def test_a_change_is_signed(value: int, verdict: str) -> None:
    asked = question(CHANGE, [answer(value, "percent", relation="change")])
    (found,) = run(asked, (), [ENTRIES])
    assert (found.kind, found.verdict) == ("change", verdict)
    assert found.arithmetic.startswith("18,642 - 4,655 = 13,987, 13,987 / 4,655 = 300.5 %, said ")


def test_a_change_in_the_things_own_unit_is_a_difference_of_cells() -> None:
    text = "the number rose by 14,000"
    told = claim(
        text,
        [
            quantity(
                text,
                "14,000",
                14000,
                unit="person-entries",
                relation="change",
                basis=Basis(text="2024", start="2024-01-01", end="2024-12-31"),
            )
        ],
    )
    about = About(measure="person-entries", parties=("kp",), **YEAR)
    asked = question(about, [answer(14000, "person-entries", relation="change", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [told])], [ENTRIES])
    assert found.verdict == "agrees-within-rounding"
    assert found.arithmetic == "18,642 - 4,655 = 13,987, said 14,000"


def test_nothing_can_be_folded_from_nothing() -> None:
    rows = series({"Nationality": "DPRK"}, {"2024": 0, "2025": 12}, unit="person-entries")
    asked = question(FOLD, [answer(12, "times", relation="fold")])
    (found,) = run(asked, (), [table(rows, title="Entries")])
    assert (found.verdict, found.arithmetic) == ("cannot-tell", "12 against 0 gives no ratio")
