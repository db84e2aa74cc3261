"""What the claims of one question breach together, and what is beside it."""

from __future__ import annotations

import msgspec
import pytest

from firsthand.model.claim import Quantity
from firsthand.model.extraction import Extraction
from firsthand.model.question import About, Answer, Corroboration, OriginCount, Question
from firsthand.provisions.engine import assess
from tests.provisions.make import document, found

ONE = OriginCount(value=1, low=1, high=1, effective=1.0)
MET = "The Ostrel Star met a North Korean tanker at sea."
HANDED = "The Ostrel Star handed diesel to North Korea."
QUIET = "The Ostrel Star sent no signal for 41 hours."


def of_question(text: str, kinds: list[str], *, kind: str, measure: str) -> set[str]:
    """Provisions of a question that all sentences of the text answer."""
    return asked(document(text, kinds=kinds), kind=kind, measure=measure)


def asked(made: Extraction, *, kind: str, measure: str) -> set[str]:
    answer = Answer(
        value=True, spelled="", documents=("d",), claims=tuple(f"d#{c.id}" for c in made.claims)
    )
    question = Question(
        id="q", ask="", says="", kind=kind, about=About(measure=measure), articles=1, outlets=1,
        publishers=1, origins=ONE, answers=(answer,),
    )  # fmt: skip
    case = Corroboration(articles=1, outlets=1, publishers=1, origins=ONE, questions=(question,))
    return {f.provision for f in assess(case, [made])["q"].findings}


def test_a_yes_or_no_is_about_the_conduct_of_its_own_kind() -> None:
    """ "It handed over diesel" affirms that it met a ship; the diesel is another question."""
    kinds = ["shipping", "trade"]
    text = f"{MET} {HANDED}"
    assert of_question(text, kinds, kind="shipping", measure="event") == {"UNSCR-2375-OP11"}
    assert "UNSCR-2397-OP5" in of_question(text, kinds, kind="shipping", measure="tonnes")


def test_a_yes_or_no_is_told_by_claims_without_a_count_where_there_are_any() -> None:
    text = f"{MET} {HANDED}"
    made = document(text, kinds="shipping")
    counted = Quantity(span=((0, 3),), value=2900, unit="tonnes")
    claims = (made.claims[0], msgspec.structs.replace(made.claims[1], quantities=(counted,)))
    found = asked(msgspec.structs.replace(made, claims=claims), kind="shipping", measure="event")
    assert found == {"UNSCR-2375-OP11"}


def test_claims_that_tell_no_conduct_do_not_outvote_those_that_do() -> None:
    text = f"{HANDED} {QUIET} {QUIET} {QUIET} {QUIET}"
    kinds = ["trade", *["shipping"] * 4]
    assert "UNSCR-2397-OP5" in of_question(text, kinds, kind="shipping", measure="tonnes")


@pytest.mark.parametrize(
    "verb",
    ["went to China", "found its way to China", "ended up in China", "was rerouted to China"],
)
def test_goods_that_move_of_themselves_are_transferred(verb: str) -> None:
    text = f"Some 300 tonnes of North Korean coal {verb}."
    assert found(text, kinds="trade") == {"UNSCR-2371-OP8": "alleged"}


def test_a_weapons_programme_is_no_weapon() -> None:
    assert found("The money went to North Korea's weapons programme.", kinds="finance") == {}
