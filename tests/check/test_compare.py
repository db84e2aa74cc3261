"""One figure against one cell: agrees, agrees within rounding, differs, cannot tell."""

from __future__ import annotations

import pytest

from firsthand.model.question import About
from firsthand.model.table import Value
from tests.check.make import (
    YEAR,
    answer,
    case,
    claim,
    extraction,
    quantity,
    question,
    run,
    series,
    table,
)

ABOUT = About(measure="person-entries", parties=("kp",), **YEAR)


def held(value: object, cell: Value | float, relation: str = "=", **fields: object):
    rows = series({"Nationality": "DPRK"}, {"2025": cell}, unit="person-entries")
    asked = question(ABOUT, [answer(value, "person-entries", relation=relation, **fields)])
    return run(asked, (), [table(rows, title="Entries by nationality")])


@pytest.mark.parametrize(
    ("value", "relation", "kind", "verdict", "arithmetic"),
    [
        (18642, "=", "value", "agrees", "18,642 = 18,642"),
        (18462, "=", "value", "differs", "18,462 - 18,642 = -180"),
        (18600, "=", "value", "agrees-within-rounding", "18,642 rounds to 18,600"),
        (18000, "~", "value", "agrees-within-rounding", "18,642 cut off is 18,000"),
        (18000, ">", "bound", "agrees", "18,642 is more than 18,000"),
        (19000, ">=", "bound", "differs", "18,642 is not at least 19,000"),
        (18642, "<", "bound", "differs", "18,642 is not less than 18,642"),
        (18642, "<=", "bound", "agrees", "18,642 is at most 18,642"),
    ],
)
def test_verdict_and_sum(
    value: int, relation: str, kind: str, verdict: str, arithmetic: str
) -> None:
    (found,) = held(value, 18642, relation)
    assert (found.kind, found.verdict, found.arithmetic) == (kind, verdict, arithmetic)


def test_a_range_is_a_bound() -> None:
    (found,) = held((18000, 19000), 18642, "range")
    assert (found.kind, found.verdict) == ("bound", "agrees")
    assert found.arithmetic == "18,642 lies in 18,000-19,000"


def cell(**fields: object) -> Value:
    return Value(**{"period": "2025", "value": None, "printed": "..", "cell": "E5", **fields})


def test_a_missing_cell_cannot_tell() -> None:
    (found,) = held(18642, cell(flags=("missing",)))
    assert (found.verdict, found.arithmetic) == ("cannot-tell", "the table prints '..' for 2025")


@pytest.mark.parametrize(("value", "verdict"), [(3, "cannot-tell"), (7, "differs")])
def test_a_cell_that_only_bounds_refutes_what_lies_outside(value: int, verdict: str) -> None:
    (found,) = held(value, cell(printed="<5", high=5, flags=("bound",)))
    assert (found.kind, found.verdict) == ("bound", verdict)


def test_an_approximate_cell_has_a_width() -> None:
    (found,) = held(21300, cell(value=21000, printed="~21,000", flags=("approximate",)))
    assert found.verdict == "agrees-within-rounding"
    assert "(approximate)" in found.arithmetic


def test_a_revised_cell_says_so() -> None:
    (found,) = held(4655, cell(value=4655, printed="4,655 r", flags=("revised",)))
    assert found.arithmetic == "4,655 = 4,655 (revised)"
    assert found.flags == ("revised",)


def test_told_rounding_is_the_precision() -> None:
    text = "about 15,000 entries"
    told = claim(
        text, [quantity(text, "15,000", 15000, unit="person-entries", relation="~", rounding=500)]
    )
    rows = series({"Nationality": "DPRK"}, {"2025": 15430}, unit="person-entries")
    asked = question(ABOUT, [answer(15000, "person-entries", relation="~", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [told])], [table(rows, title="Entries")])
    assert (found.verdict, found.claims) == ("agrees-within-rounding", ("d#c1",))


def test_parts_that_make_up_the_period_are_summed() -> None:
    quarters = {f"2025-Q{n}": 1000 * n for n in range(1, 5)}
    rows = series({"Nationality": "DPRK"}, quarters, unit="person-entries", frequency="quarterly")
    asked = question(ABOUT, [answer(10000, "person-entries")])
    (found,) = run(asked, (), [table(rows, title="Entries")])
    assert (found.kind, found.verdict) == ("sum", "agrees")
    assert found.arithmetic == "1,000 + 2,000 + 3,000 + 4,000 = 10,000"
    assert found.cells == ("C1", "C2", "C3", "C4")


def test_an_expected_value_is_a_forecast() -> None:
    text = "20,000 entries are expected"
    told = claim(text, [quantity(text, "20,000", 20000, unit="person-entries")], status="expected")
    rows = series({"Nationality": "DPRK"}, {"2025": 18642}, unit="person-entries")
    asked = question(ABOUT, [answer(20000, "person-entries", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [told])], [table(rows, title="Entries")])
    assert (found.kind, found.verdict) == ("forecast", "differs")


def test_a_yes_is_held_against_nothing() -> None:
    assert run(question(ABOUT, [answer(True, None)]), (), [table()]) == ()
    assert case(question(ABOUT, [])).questions
