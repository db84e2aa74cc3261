"""Which period a figure has, when its claims tell it, and when they do not."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.check.periods import days_of
from firsthand.check.said import days_said, said_in
from firsthand.check.subject import subject_of
from firsthand.model.attribution import Sign, When
from firsthand.model.question import About
from tests.check.make import ENTRIES, YEAR, answer, claim, extraction, quantity, question, run

WHEN = When(text="2025", start="2025-01-01", end="2025-12-31")
HALF = When(text="the first half", start="2024-01-01", end="2024-06-30")


def days(*texts: tuple[str, When | None], about: About | None = None):
    documents, idents = [], []
    for n, (text, when) in enumerate(texts):
        told = claim(text, [quantity(text, "4,655", 4655, unit="person-entries")], when=when)
        documents.append(extraction(f"d{n}", text, [told]))
        idents.append(f"d{n}#c1")
    asked = question(
        about or About(measure="person-entries", parties=("kp",), **YEAR),
        [answer(4655, "person-entries", claims=tuple(idents))],
    )
    subject = subject_of(asked, {d.id: d for d in documents})
    said = said_in(subject, asked.answers[0], 0)
    assert said
    return days_said(subject, said)


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        ([("4,655 entries", WHEN)], "2025"),
        ([("a rise on the 4,655 entries of 2024", WHEN)], "2024"),
        ([("4,655 entries in the first half of 2024", HALF)], "2024-H1"),
        ([("4,655 entries", None), ("it stood at 4,655", None), ("4,655 entries", WHEN)], None),
        ([("4,655 entries", None), ("4,655 entries in 2024", None)], "2024"),
        ([("4,655 entries of 2023", None), ("4,655 entries in 2024", None)], None),
    ],
)
def test_most_claims_decide_and_two_periods_leave_it_open(texts: list, period: str | None) -> None:
    assert days(*texts) == (days_of(period) if period else None)


def test_a_figure_without_claims_takes_the_questions_period() -> None:
    subject = subject_of(question(About(measure="x", **YEAR), [answer(1, "x")]), {})
    said = said_in(subject, subject.question.answers[0], 0)
    assert said
    assert days_said(subject, said) == days_of("2025")


def test_a_figure_without_a_period_is_held_against_the_cell_that_has_it() -> None:
    text = "it stood at 4,655"
    told = claim(text, [quantity(text, "4,655", 4655, unit="person-entries")])
    asked = question(
        About(measure="person-entries", parties=("kp",), **YEAR),
        [answer(4655, "person-entries", claims=("d#c1",))],
    )
    (found,) = run(asked, [extraction("d", text, [told])], [ENTRIES])
    assert (found.verdict, found.row) == ("agrees", "DPRK / Total / 2024")


def test_a_period_after_publication_is_none_for_what_is_done() -> None:
    text = "18,642 entries in March"
    about = About(measure="person-entries", parties=("kp",), start="2027-03-01", end="2027-03-31")
    told = claim(text, [quantity(text, "18,642", 18642, unit="person-entries")])
    asked = question(about, [answer(18642, "person-entries", claims=("d#c1",))])
    (found,) = run(asked, [extraction("d", text, [told])], [ENTRIES])
    assert found.row == "DPRK / Total / 2025"


def test_people_who_cross_a_border_are_counted_as_its_tables_count() -> None:
    text = "18,462 North Koreans came to Russia"
    told = claim(text, [quantity(text, "18,462", 18462, unit="persons")], when=WHEN)
    asked = question(
        About(measure="persons", parties=("kp",), place="ru", **YEAR),
        [answer(18462, "persons", claims=("d#c1",))],
    )
    (found,) = run(asked, [extraction("d", text, [told])], [ENTRIES])
    assert (found.verdict, found.arithmetic) == ("differs", "18,462 - 18,642 = -180")


def test_an_answer_without_a_period_has_that_on_which_the_other_answers_agree() -> None:
    texts = ["18,642 entries in 2025", "18,462 entries in a year"]
    documents, idents = [], []
    for n, (text, value) in enumerate(zip(texts, (18642, 18462), strict=True)):
        when = None if n else WHEN
        figure = quantity(text, text[:6], value, unit="person-entries")
        documents.append(extraction(f"d{n}", text, [claim(text, [figure], when=when)]))
        idents.append(f"d{n}#c1")
    asked = question(
        About(measure="person-entries", parties=("kp",), place="ru", **YEAR),
        [
            answer(18642, "person-entries", claims=(idents[0],)),
            answer(18462, "person-entries", claims=(idents[1],)),
        ],
    )
    found = run(asked, documents, [ENTRIES])
    assert [c.verdict for c in found] == ["agrees", "differs"]


def test_the_day_of_the_report_that_is_taken_back_is_no_period() -> None:
    text = "In our report of 7 June we gave 18,642 entries"
    june = When(text="7 June", start="2025-06-07", end="2025-06-07")
    figure = quantity(text, "18,642", 18642, unit="person-entries")
    back = extraction("d0", text, [claim(text, [figure], when=june)])
    sign = Sign(kind="withdraws", span=((0, 13),), by="test/1")
    back = msgspec.structs.replace(back, signs=(sign,))
    plain = "18,642 entries in 2025"
    other = quantity(plain, "18,642", 18642, unit="person-entries")
    first = extraction("d1", plain, [claim(plain, [other], when=WHEN)])
    asked = question(
        About(measure="person-entries", parties=("kp",), **YEAR),
        [answer(18642, "person-entries", claims=("d0#c1", "d1#c1"))],
    )
    subject = subject_of(asked, {"d0": back, "d1": first})
    said = said_in(subject, asked.answers[0], 0)
    assert said
    assert days_said(subject, said) == days_of("2025")
