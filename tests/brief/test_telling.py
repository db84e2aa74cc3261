"""A claim's sentence gives the answer that stands, who and what first, and no two begin alike."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.brief.finds import whole
from firsthand.brief.gate import verify
from firsthand.brief.select import printed_rule
from firsthand.brief.telling import leading_place, told, told_apart
from firsthand.brief.word import clause
from firsthand.errors import EvidenceError
from firsthand.model.brief import Dossier
from firsthand.model.question import About, Answer, OriginCount, Question

SAYS = "Romania shipped 321,480 tonnes of wheat to Egypt from 1 July 2025 to 30 September 2025"


def question(*answers: Answer, says: str = SAYS, ask: str = "How many tonnes?") -> Question:
    return Question(
        id="q-0000000001",
        ask=ask,
        says=says,
        kind="trade",
        about=About(measure="tonnes", start="2025-07-01", end="2025-09-30"),
        articles=2,
        outlets=2,
        publishers=2,
        origins=OriginCount(value=1, low=1, high=1, effective=1.0),
        answers=answers,
    )


def tonnes(value: int, spelled: str, **more: object) -> Answer:
    return Answer(value=value, unit="tonnes", spelled=spelled, **more)  # type: ignore[arg-type]


WITHDRAWN = tonnes(321480, "321,480", retracted_by="freight-1006")


def test_a_withdrawn_value_gives_way_to_the_one_that_stands() -> None:
    """A brief once printed the value that its own outlet had taken back."""
    asked = question(WITHDRAWN, tonnes(312480, "312,480"))
    assert leading_place(asked) == 1
    assert told(asked) == SAYS.replace("321,480", "312,480")


def test_a_value_within_another_number_is_not_taken_for_it() -> None:
    asked = question(
        tonnes(480, "480", retracted_by="x"),
        tonnes(90, "90"),
        says="Ships carried 321,480 tonnes, of them 480 by night",
    )
    assert told(asked) == "Ships carried 321,480 tonnes, of them 90 by night"


def test_a_value_that_is_about_so_much_says_so_once() -> None:
    asked = question(
        tonnes(321480, "321,480", retracted_by="x"),
        tonnes(312000, "312,000", relation="~"),
        says="Romania shipped some 321,480 tonnes",
    )
    assert told(asked) == "Romania shipped about 312,000 tonnes"


def test_words_that_hold_no_value_give_way_to_the_question() -> None:
    asked = question(
        WITHDRAWN, tonnes(9, "nine"), says="So it was", ask="How many tonnes were sold?"
    )
    assert told(asked) == "How many tonnes were sold: 9 tonnes"


def test_a_denial_that_stands_alone_is_told_as_one() -> None:
    no = Answer(value=False, spelled="no")
    assert told(question(no, says="The ship carried coal")) == (
        "It is denied that the ship carried coal"
    )


def test_the_period_goes_last() -> None:
    says = "From July to September 2025 321,480 tonnes went to Egypt"
    assert told(question(tonnes(321480, "321,480"), says=says)) == (
        "321,480 tonnes went to Egypt from July to September 2025"
    )


def test_claims_that_begin_alike_are_told_apart_by_their_values() -> None:
    says = "Fourteen men drew $6.8 million in pay from 64 companies"
    firms = Answer(value=64, unit="companies", spelled="64")
    event = Answer(value=True, spelled="drew")
    asked = [question(firms, says=says), question(event, says=says)]
    dossiers = [
        Dossier(question=msgspec.structs.replace(q, id=f"q-{n}")) for n, q in enumerate(asked)
    ]
    assert list(told_apart(dossiers).values()) == [f"64 companies: {says}", f"Whether {says}"]


@pytest.mark.parametrize(
    ("room", "cut"),
    [
        (60, "Romania shipped 321,480 tonnes of wheat to Egypt…"),
        (75, "Romania shipped 321,480 tonnes of wheat to Egypt…"),
        (47, "Romania shipped 321,480 tonnes of wheat…"),
        (90, SAYS),
    ],
)
def test_a_cut_breaks_no_date_and_ends_in_no_preposition(room: int, cut: str) -> None:
    assert clause(SAYS, room) == cut


def test_after_a_cut_stands_no_other_mark() -> None:
    assert whole("It carried coal…. Two articles.") == "It carried coal… Two articles."
    assert whole("It carried coal…; another gives 5.") == "It carried coal… Another gives 5."


def test_the_rule_prints_how_many_may_lead() -> None:
    assert printed_rule(3, reasons=True).startswith("At most three. ")


def test_the_gate_stops_a_sentence_that_counts_one_answer_and_prints_another() -> None:
    from packs import pack  # type: ignore[import-not-found]

    from firsthand.brief.compose import compose

    brief = compose(pack("a-border-entries"))
    dossier = brief.dossiers[0]
    one, two = (a.spelled for a in dossier.question.answers[:2])
    swapped = tuple(
        msgspec.structs.replace(s, sentence=s.sentence.replace(one, two))
        for s in brief.sentences
        if s.question == dossier.question.id and one in s.sentence and two not in s.sentence
    )
    assert swapped
    with pytest.raises(EvidenceError):
        verify(msgspec.structs.replace(brief, sentences=swapped))
