"""Capacities, ends of a change, values before revision, and tables that belong to a party."""

from __future__ import annotations

import pytest

from firsthand.model.question import About
from firsthand.model.table import Value
from tests.check.make import answer, claim, extraction, question, run, series, table

MARCH = {"start": "2025-03-01", "end": "2025-03-31"}
ROW = {"vessel": "OSTREL STAR", "event": "AIS gap"}
DRAUGHTS = table(
    series({**ROW, "measure": "draught before (m)"}, {"2025-03-05": 8.9}, unit="metres", frequency="daily"),
    series({**ROW, "measure": "draught after (m)"}, {"2025-03-05": 7.1}, unit="metres", frequency="daily"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "verdict"), [(1.8, "agrees"), (2, "agrees-within-rounding"), (2.8, "differs")]
)
def test_a_change_is_held_against_both_ends(value: float, verdict: str) -> None:
    text = (
        "When it came back after the gap in its signals the draught of the Ostrel Star had changed."
    )
    about = About(measure="metres", topic=("ostrel star", "draught"), **MARCH)
    asked = question(about, [answer(value, "metres", claims=("d#c1",))], kind="shipping")
    (found,) = run(asked, [extraction("d", text, [claim(text, kind="shipping")])], [DRAUGHTS])
    assert (found.kind, found.verdict) == ("difference", verdict)
    assert found.arithmetic.startswith("8.9 - 7.1 = 1.8")
    assert found.cells == ("C1", "C1")
    assert found.row == "OSTREL STAR / AIS gap"


FLEET = table(
    series({"name": "CHON MA 7", "flag": "DPRK", "measure": "deadweight_t"}, {"": 4210}),
    series({"name": "OSTREL STAR", "flag": "Palvania", "measure": "deadweight_t"}, {"": 6480}),
    series({"name": "KESTRAL BAY", "flag": "Palvania", "measure": "deadweight_t"}, {"": 900}),
    name="fleet-list.csv",
)  # fmt: skip
TEXT = "The Ostrel Star handed 2,900 tonnes of diesel to the Chon Ma 7."


@pytest.mark.parametrize(
    ("value", "verdict", "arithmetic"),
    [
        (2900, "cannot-tell", "2,900 <= 4,210 deadweight: possible, not shown"),
        (5200, "differs", "5,200 > 4,210 deadweight: more than it can take"),
    ],
)
def test_a_load_is_bounded_by_the_smallest_carrier_that_is_named(
    value: int, verdict: str, arithmetic: str
) -> None:
    asked = question(
        About(measure="tonnes", parties=("kp",), **MARCH),
        [answer(value, "tonnes", claims=("d#c1",))],
        kind="shipping",
    )
    (found,) = run(asked, [extraction("d", TEXT, [claim(TEXT, kind="shipping")])], [FLEET])
    assert (found.kind, found.verdict, found.arithmetic) == ("bound", verdict, arithmetic)
    assert found.row == "CHON MA 7"


def revised(note: str) -> list:
    cell = Value(
        period="2024", value=4655, printed="4,655 r", cell="D5", flags=("revised",), note=note
    )
    rows = series({"Nationality": "DPRK"}, {"2024": cell}, unit="person-entries")
    about = About(measure="person-entries", parties=("kp",), start="2024-01-01", end="2024-12-31")
    asked = question(
        about,
        [
            answer(4655, "person-entries"),
            answer(4512, "person-entries"),
            answer(4600, "person-entries"),
        ],
    )
    return list(run(asked, (), [table(rows, title="Entries", notes=(note,))]))


@pytest.mark.parametrize(
    "note",
    [
        "r = revised; the total of 2024 was first published as 4,512",
        "revised from 4,512",
        "zuvor 4.512",
        "ранее 4 512",
    ],
)
def test_the_value_before_revision_is_held_against_the_note(note: str) -> None:
    now, before, other = revised(note)
    assert now.verdict == "agrees"
    assert (before.verdict, before.row, before.arithmetic) == (
        "agrees",
        "note r",
        "4,512 = 4,512 (as first published)",
    )
    assert other.verdict != "agrees"


def test_a_note_on_another_year_does_not_count() -> None:
    assert revised("the total of 2023 was first published as 4,512")[1].verdict == "differs"


def losses(title: str, speakers: tuple[str, ...]):
    rows = series({"measure": "Killed and wounded"}, {"2025-05": 4300}, frequency="monthly")
    text = "3,900 have been killed or wounded"
    asked = question(
        About(measure="troops", parties=("kp",)),
        [answer(3900, "troops", claims=("d#c1",), speakers=speakers)],
        kind="combat",
    )
    (found,) = run(
        asked, [extraction("d", text, [claim(text, kind="combat")])], [table(rows, title=title)]
    )
    return found


def test_a_difference_from_a_partys_table_says_whose_it_is() -> None:
    found = losses(
        "Losses among DPRK personnel (Ukraine's military intelligence)",
        ("National Intelligence Service",),
    )
    assert found.arithmetic == "3,900 - 4,300 = -400; another service's table"


def test_a_difference_from_a_neutral_table_is_plain() -> None:
    assert (
        losses("Losses among DPRK personnel", ("National Intelligence Service",)).arithmetic
        == "3,900 - 4,300 = -400"
    )


def test_a_table_of_the_speaker_is_not_anothers() -> None:
    found = losses(
        "Losses of the DPRK (Ukraine's military intelligence)", ("Ukraine's military intelligence",)
    )
    assert "another" not in found.arithmetic
