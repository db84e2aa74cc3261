"""Averages, ranks and dates."""

from __future__ import annotations

import pytest

from firsthand.model.question import About
from tests.check.make import YEAR, answer, claim, extraction, question, run, series, table, verdicts

ABOUT = About(measure="person-entries", parties=("kp",), **YEAR)
LONG = table(
    series({"Nationality": "DPRK"}, {"2015": 30000, "2019": 21000, "2023": 1117, "2024": 13221, "2025": 18642}, unit="person-entries"),
    title="Entries",
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "verdict"), [(1553.5, "agrees"), (1550, "agrees-within-rounding"), (1700, "differs")]
)
def test_a_monthly_average_is_the_total_over_the_months(value: float, verdict: str) -> None:
    asked = question(ABOUT, [answer(value, "person-entries/month")])
    (found,) = run(asked, (), [LONG])
    assert (found.kind, found.verdict) == ("average", verdict)
    assert found.arithmetic.startswith("18,642 / 12 = 1,553.5")


@pytest.mark.parametrize(
    ("text", "verdict", "arithmetic"),
    [
        ("18,642 entries, the highest number since 2019", "agrees", "18,642 > 13,221 of 2024"),
        ("18,642 entries, the most ever", "differs", "18,642 is not > 30,000 of 2015"),
        (
            "18,642 entries, the lowest number since 2015",
            "differs",
            "18,642 is not < 1,117 of 2023",
        ),
    ],
)
def test_a_rank_is_held_against_the_other_years(text: str, verdict: str, arithmetic: str) -> None:
    asked = question(ABOUT, [answer(18642, "person-entries", claims=("d#c1",))])
    found = run(asked, [extraction("d", text, [claim(text)])], [LONG])
    assert verdicts(found) == [("value", "agrees"), ("rank", verdict)]
    assert found[1].arithmetic == arithmetic


def test_a_plain_superlative_is_no_rank() -> None:
    text = "18,642 entries, most of them for study"
    asked = question(ABOUT, [answer(18642, "person-entries", claims=("d#c1",))])
    assert verdicts(run(asked, [extraction("d", text, [claim(text)])], [LONG])) == [
        ("value", "agrees")
    ]


@pytest.mark.parametrize(("day", "verdict"), [("2025-03-05", "agrees"), ("2025-03-06", "differs")])
def test_a_day_is_held_against_the_event_of_a_list(day: str, verdict: str) -> None:
    events = table(
        series(
            {"vessel": "OSTREL STAR", "event": "AIS gap"}, {"2025-03-05": 40.7}, frequency="daily"
        )
    )
    text = "The Ostrel Star went dark"
    asked = question(
        About(measure="date", topic=("ostrel star",)),
        [answer(day, None, claims=("d#c1",))],
        kind="shipping",
    )
    (found,) = run(asked, [extraction("d", text, [claim(text, kind="shipping")])], [events])
    assert (found.kind, found.verdict, found.answer) == ("date", verdict, 0)
