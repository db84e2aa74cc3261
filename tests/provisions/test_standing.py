"""Possible, alleged, breach stated, found: who says it decides, never we."""

from __future__ import annotations

import pytest

from firsthand.provisions.standing import stronger
from tests.provisions.make import assess, document, found, voice

COAL = "The Panel of Experts found that North Korea exported coal to China."


def test_a_body_with_the_mandate_finds() -> None:
    said = voice(COAL, "The Panel of Experts", "found", stance="asserts")
    assert found(COAL, kinds="trade", voices=[said]) == {"UNSCR-2371-OP8": "found"}


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "The Panel of Experts received information that North Korea exported coal to China.",
            "The Panel of Experts",
            "received information",
        ),
        (
            "A member State told the Panel of Experts that North Korea exported coal to China.",
            "A member State",
            "told",
        ),
        (
            "The monitors of eleven States wrote that North Korea exported coal to China.",
            "The monitors of eleven States",
            "wrote",
        ),
    ],
)
def test_others_and_inquiries_only_allege(text: str, source: str, cue: str) -> None:
    assert found(text, kinds="trade", voices=[voice(text, source, cue)]) == {
        "UNSCR-2371-OP8": "alleged"
    }


def test_who_asks_whether_says_nothing() -> None:
    text = "The Panel of Experts is investigating whether North Korea exported coal to China."
    said = voice(text, "The Panel of Experts", "investigating")
    assert found(text, kinds="trade", voices=[said]) == {}


def test_an_arguable_conduct_is_possible_with_its_note() -> None:
    made = assess(
        "About 10,000 North Korean soldiers were sent to Russia.", kinds="troop-deployment"
    )
    (finding,) = made.findings
    assert (finding.provision, finding.standing) == ("UNSCR-1874-OP9", "possible")
    assert finding.note
    assert not finding.verified


def test_an_inferred_element_is_possible() -> None:
    made = assess(
        "Some 3,000 tonnes of oil were handed to a North Korean tanker at sea.", kinds="shipping"
    )
    by_name = {f.provision: f for f in made.findings}
    assert by_name["UNSCR-2397-OP5"].standing == "possible"
    assert by_name["UNSCR-2397-OP5"].note == "inferred, not told: refined petroleum"
    assert by_name["UNSCR-2375-OP11"].standing == "alleged"


def test_matched_elements_have_their_words_and_the_rest_is_missing() -> None:
    text = "North Korean workers are employed on building sites in Qatar."
    finding = {f.provision: f for f in assess(text, kinds="labour").findings}["UNSCR-2397-OP8"]
    shown = {m.element: text[m.span[0][0] : m.span[-1][1]] for m in finding.matched}
    assert shown["nationals of the DPRK"] == "North Korean workers"
    assert shown["in the jurisdiction of another State"] == "Qatar"
    assert finding.missing == ("earning income",)
    assert finding.claims == ("d#c1",)


def test_the_stronger_standing_wins_in_any_order() -> None:
    assert stronger("alleged", "possible") == stronger("possible", "alleged") == "alleged"
    assert stronger("found", "breach-stated") == "found"


@pytest.mark.parametrize("when", [(None, None), None])
def test_the_day_is_that_of_publication_where_no_period_is_told(when: tuple | None) -> None:
    made = assess("North Korean workers are employed in Qatar.", kinds="labour", when=when)
    assert {f.on for f in made.findings} == {"2024-06-30"}


def test_a_day_before_the_law_touches_with_the_day_on_which_it_came() -> None:
    text = "North Korean loggers were at work in Siberia."
    made = assess(text, kinds="labour", when=("2014-01-01", "2014-12-31"))
    assert made.findings == ()
    limits = {t.provision: t.limit for t in made.touches}
    assert limits["UNSCR-2397-OP8"] == "not in force on 2014-12-31: it binds from 2017-12-22"


def test_a_breach_said_of_law_that_did_not_bind_is_kept_and_marked() -> None:
    text = "North Korean loggers were at work in Siberia. This breached paragraph 8 of resolution 2397."
    made = assess(text, kinds=["labour", "other"], when=("2014-01-01", "2014-12-31"))
    finding = {f.provision: f for f in made.findings}["UNSCR-2397-OP8"]
    assert (finding.standing, finding.in_force) == ("breach-stated", False)


def test_before_the_deadline_the_rule_is_only_touched() -> None:
    text = "North Korean workers are employed in Qatar."
    made = assess(text, kinds="labour", published="2019-03-01")
    assert [f.provision for f in made.findings] == ["UNSCR-2375-OP17"]
    assert {t.provision: t.limit for t in made.touches}[
        "UNSCR-2397-OP8"
    ] == "the paragraph gave time until 2019-12-22"


def test_a_document_without_claims_has_nothing() -> None:
    assert assess("", published="2024-01-01").findings == ()
    assert document("").claims == ()


FILLER = "It rained on the quay. The crew slept. A dog barked. "
RULE = "Paragraph 8 of resolution 2371 has forbidden all exports of coal by North Korea."


@pytest.mark.parametrize(
    ("rule", "standing"),
    [
        (RULE, "breach-stated"),
        ("Paragraph 8 of resolution 2371 has forbidden much.", "alleged"),
        ("Resolution 2371 bars all exports of coal by North Korea.", "alleged"),
        (FILLER * 3 + RULE, "alleged"),
    ],
)
def test_a_rule_restated_later_in_the_words_of_the_conduct_says_breach(
    rule: str, standing: str
) -> None:
    """The paragraph has to be named, the goods have to be these, and the article has to be the same."""
    text = f"North Korea exported 300 tonnes of coal to China. {FILLER}{rule}"
    kinds = ["trade", *["other"] * (text.count(". ") - 1), "obligation"]
    by_name = {f.provision: f.standing for f in assess(text, kinds=kinds).findings}
    assert by_name["UNSCR-2371-OP8"] == standing
