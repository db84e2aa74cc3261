"""A sentence of which no claim was made is read warily, and no sentence twice."""

from __future__ import annotations

import pytest

from firsthand.model.claim import Claim
from firsthand.model.document import Part
from firsthand.model.extraction import Extraction
from firsthand.provisions.engine import assess_document
from firsthand.provisions.reading import read_document
from firsthand.provisions.unread import unread_claims
from tests.provisions.make import document, voice

WORK = "North Korean workers are employed on building sites in Qatar."


def bare(text: str, language: str = "en", **fields: object) -> Extraction:
    made = document(text, language=language)
    return Extraction(document=made.document, **fields)


@pytest.mark.parametrize(
    ("text", "language", "provision"),
    [
        (WORK, "en", "UNSCR-2397-OP8"),
        ("Nordkorea lieferte Kohle nach China.", "de", "UNSCR-2371-OP8"),
        ("На стройках Владивостока работают граждане КНДР.", "ru", "UNSCR-2375-OP17"),
    ],
)
def test_a_sentence_without_a_claim_counts_and_names_none(
    text: str, language: str, provision: str
) -> None:
    by_name = {f.provision: f for f in assess_document(bare(text, language)).findings}
    assert by_name[provision].standing == "alleged"
    assert by_name[provision].claims == ()
    assert by_name[provision].matched


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2397 bars the employment of North Korean workers in Qatar.",
        "No North Korean workers are employed on building sites in Qatar.",
        "Are North Korean workers employed on building sites in Qatar?",
        "It is unclear whether North Korean workers are employed in Qatar.",
    ],
)
def test_rules_negations_and_questions_tell_no_conduct(text: str) -> None:
    assert assess_document(bare(text)).findings == ()


def test_a_sentence_with_a_claim_is_left_to_it() -> None:
    told = Claim(id="c1", attribution=None, span=((0, 10),), kind="labour", mode="law", by="t")
    assert assess_document(bare(WORK, claims=(told,))).findings == ()


def test_boilerplate_is_passed_over() -> None:
    made = bare(WORK)
    parts = (Part(part="boilerplate", span=((0, len(WORK)),)),)
    import msgspec

    page = Extraction(document=msgspec.structs.replace(made.document, parts=parts))
    assert list(unread_claims(read_document(page))) == []


def test_who_denies_tells_no_conduct() -> None:
    text = f"Moscow denied it. {WORK}"
    said = voice(text, "Moscow", "denied", stance="denies")
    assert assess_document(bare(text, attributions=(said,))).findings == ()
