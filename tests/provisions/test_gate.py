"""Law, background, comment, denials and refusals are no conduct; plans are told as plans."""

from __future__ import annotations

import pytest

from tests.provisions.make import assess, found, touched

WORK = "North Korean workers are employed on building sites in Qatar."


def test_work_abroad_is_alleged() -> None:
    assert found(WORK, kinds="labour") == {
        "UNSCR-2375-OP17": "alleged",
        "UNSCR-2397-OP8": "alleged",
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "law"},
        {"mode": "background"},
        {"mode": "comment"},
        {"status": "denied"},
        {"polarity": "negated"},
        {"strength": "doubts"},
        {"strength": "denies"},
        {"part": "boilerplate"},
    ],
)
def test_what_is_not_told_as_fact_gives_nothing(fields: dict) -> None:
    made = assess(WORK, kinds="labour", **fields)
    assert (made.findings, made.touches) == ((), ())


@pytest.mark.parametrize("kind", ["obligation", "policy-stance"])
def test_kinds_that_are_no_conduct_give_nothing(kind: str) -> None:
    assert found(WORK, kinds=kind) == {}


def test_a_wrong_kind_does_not_hide_what_the_words_show() -> None:
    assert found(WORK, kinds="designation").keys() == {"UNSCR-2375-OP17", "UNSCR-2397-OP8"}


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "expected"},
        {"status": "conditional"},
        {"strength": "promises"},
        {"mode": "forecast"},
    ],
)
def test_a_plan_touches_with_its_limit(fields: dict) -> None:
    assert found(WORK, kinds="labour", **fields) == {}
    assert (
        touched(WORK, kinds="labour", **fields)["UNSCR-2397-OP8"]
        == "told as planned or possible, not as done"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Russia plans to bring in 12,000 North Korean workers.",
        "Moscow agreed to employ North Korean workers on building sites.",
        "Pyongyang asked Moscow for machine tools.",
    ],
)
def test_words_of_planning_make_a_plan_whatever_the_status(text: str) -> None:
    assert found(text) == {}
    assert touched(text)


@pytest.mark.parametrize(
    "text",
    [
        "China halted all imports of coal from North Korea.",
        "The bank closed all accounts of the North Korean embassy.",
        "Mongolia sent home the last North Korean workers.",
        "Poland refused visas to North Korean workers.",
        "There is no evidence that North Korea shipped shells to Russia.",
        "North Korean refugees work as bakers in Berlin.",
    ],
)
def test_keeping_the_law_breaks_nothing(text: str) -> None:
    assert found(text) == {}


def test_a_denial_stands_beside_what_another_claim_tells() -> None:
    from firsthand.provisions.claims import assess_claim
    from firsthand.provisions.join import join
    from firsthand.provisions.reading import read_document
    from tests.provisions.make import document

    told = read_document(document(WORK, kinds="labour"))
    denied = read_document(document(WORK, kinds="labour", status="denied"))
    both = [assess_claim(r, r.extraction.claims[0]) for r in (told, denied)]
    finding = join(both, published="2024-06-30").findings[0]
    assert finding.standing == "alleged"
    assert finding.note == "denied in another claim"
