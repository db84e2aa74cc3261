"""What can be said: which claims lead, the headline, the sentences, and what is missing."""

from __future__ import annotations

import re
from dataclasses import replace as change
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs import PACKS, pack

from firsthand.brief.compose import compose
from firsthand.brief.facts import Facts
from firsthand.brief.finds import origins
from firsthand.brief.parts import Options, Parts
from firsthand.brief.select import DENIED, REASONS, TOUCHES, WITHDRAWN, select
from firsthand.brief.word import cardinal, cautions, clause, count, listed, scale, the
from firsthand.model.question import Corroboration, OriginCount

replace = msgspec.structs.replace
NEVER = re.compile(r"violat|false|fake|lie[ds]?\b|shocking|massive|claimed by|\bmissing\b", re.I)


@pytest.mark.parametrize("name", PACKS)
def test_three_to_five_sentences_each_with_a_lead_and_two_lines_at_most(name: str) -> None:
    brief = compose(pack(name))
    assert 3 <= len(brief.sentences) <= 5
    for sentence in brief.sentences:
        assert sentence.lead
        assert sentence.sentence.startswith(sentence.lead)
        assert len(sentence.sentence) <= 160


@pytest.mark.parametrize("name", PACKS)
def test_our_own_words_neither_judge_nor_say_violation(name: str) -> None:
    brief = compose(pack(name))
    for text in (brief.headline, *(s.sentence for s in (*brief.sentences, *brief.missing))):
        assert not NEVER.search(text), text


def test_the_headline_is_what_was_found() -> None:
    assert compose(pack(PACKS[0])).headline == "Eight articles, one table, two copies that differ"
    assert compose(pack(PACKS[2])).headline == (
        "Eight articles, three services, three values, one withdrawn and still printed"
    )


def test_the_claim_with_most_reasons_leads_and_each_names_its_reasons() -> None:
    brief = compose(pack(PACKS[0]))
    leading = brief.dossiers[: brief.leading]
    numbers = [len(d.question.reasons) for d in leading]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == 4
    assert all(set(d.question.reasons) <= set(REASONS) and d.question.reasons for d in leading)


def test_a_denial_and_a_withdrawal_are_reasons_and_are_said() -> None:
    ship, troops = compose(pack(PACKS[1])), compose(pack(PACKS[2]))
    assert any(DENIED in d.question.reasons for d in ship.dossiers)
    assert WITHDRAWN in troops.dossiers[0].question.reasons
    assert any(s.lead == "Denied." for s in ship.sentences)
    said = next(s.sentence for s in troops.sentences if s.lead == "Withdrawn.")
    assert said == (
        "Withdrawn. Steppe Tribune took back 31,800 on 8 Jun. One article still prints it: "
        "Republic Courier."
    )


def test_values_of_several_origins_are_never_averaged() -> None:
    said = compose(pack(PACKS[2])).sentences[0].sentence
    assert "13,800" in said
    assert "12,000" in said
    assert "11,000" in said
    assert "12,267" not in said


def test_the_cell_for_the_purpose_at_issue_is_read_out() -> None:
    brief = compose(pack(PACKS[0]))
    said = next(s for s in brief.sentences if s.lead == "Entries are not persons.")
    assert "For work the table gives none." in said.sentence
    assert any(e.cell == "E9" for e in said.evidence)


def test_at_most_top_claims_lead_and_about_narrows_them() -> None:
    parts = pack(PACKS[0])
    few = compose(replace(parts, options=Options(top=2)))
    assert few.leading == 2
    assert len(few.dossiers) == 7
    about = compose(replace(parts, options=Options(about="Tuvalsk")))
    assert [d.question.says for d in about.dossiers[: about.leading]] == [
        "340 North Koreans work on one site in Tuvalsk"
    ]


def test_without_any_reason_claims_with_a_number_lead() -> None:
    parts = pack(PACKS[0])
    bare = replace(parts, assessments={}, checks={})
    questions = tuple(
        replace(q, conflict="none", origins=replace(q.origins, value=None, low=0))
        for q in bare.corroboration.questions
    )
    brief = compose(replace(bare, corroboration=replace(bare.corroboration, questions=questions)))
    assert brief.leading == 3
    assert any(s.lead == "Cannot tell." for s in brief.sentences)


def test_the_order_does_not_depend_on_the_order_of_the_input() -> None:
    parts = pack(PACKS[0])
    case = parts.corroboration
    turned = replace(parts, corroboration=replace(case, questions=case.questions[::-1]))
    assert compose(turned).sentences == compose(parts).sentences
    assert compose(turned).dossiers == compose(parts).dossiers


def test_a_case_without_claims_says_so() -> None:
    parts = pack(PACKS[0])
    empty = replace(parts.corroboration, questions=())
    brief = compose(replace(parts, corroboration=empty, checks={}, assessments={}))
    assert brief.headline == "Twelve articles, no claim to compare"
    assert brief.sentences[0].lead == "Nothing to compare."


def test_a_case_without_articles_has_no_sentence() -> None:
    none = OriginCount(value=None, low=0, high=0, effective=0.0)
    brief = compose(
        Parts(corroboration=Corroboration(articles=0, outlets=0, publishers=0, origins=none))
    )
    assert brief.headline == "No articles, no claim to compare"
    assert brief.sentences == ()


def test_a_range_of_origins_is_said_as_one() -> None:
    parts = pack(PACKS[0])
    brief = compose(parts)
    dossier = brief.dossiers[0]
    facts = Facts(brief.corroboration, brief.extractions, brief.tables, brief.dossiers)
    for high, lead in ((None, "One origin or more."), (3, "One origin, at most three.")):
        told = replace(dossier.question.origins, high=high)
        wider = replace(dossier, question=replace(dossier.question, origins=told))
        facts = change(facts, dossiers=(wider,))
        said = origins(wider, facts)
        assert said is not None
        assert said.lead == lead


def test_gaps_are_named_and_searched_for() -> None:
    gaps = {s.sentence for s in compose(pack(PACKS[0])).missing}
    assert "Exits in 2025, to set entries against departures" in gaps
    assert any(g.startswith("Not shown for resolution 2397, paragraph 8") for g in gaps)
    assert any(g.endswith("held only through Yonsan News Agency") for g in gaps)


def test_touches_come_before_other_reasons_among_equals() -> None:
    brief = compose(pack(PACKS[0]))
    second, third = brief.dossiers[1:3]
    assert len(second.question.reasons) == len(third.question.reasons)
    assert TOUCHES in second.question.reasons
    assert TOUCHES not in third.question.reasons


@given(st.integers(1, 100))
def test_every_probability_has_one_word(percent: int) -> None:
    bands = [b for b in scale().bands if b.low <= percent < b.high]
    assert len(bands) == (1 if percent < 99 else 0)
    assert scale().adverb(percent)


def test_a_copy_that_is_unlikely_is_not_said() -> None:
    parts = pack(PACKS[2])
    case = parts.corroboration
    soft = tuple(
        replace(q, edges=tuple(replace(e, probability=0.4) for e in q.edges))
        for q in case.questions
    )
    brief = compose(replace(parts, corroboration=replace(case, questions=soft)))
    assert not any(s.lead == "No credit given." for s in brief.sentences)


def test_the_scale_names_its_source_and_has_no_gap() -> None:
    bands = scale().bands
    assert "ICD 203" in scale().name
    assert all(a.high == b.low for a, b in pairwise(bands))


def test_cautions_name_each_unit_once() -> None:
    units = [c.unit for c in cautions().cautions]
    assert len(units) == len(set(units))


def test_a_long_claim_is_cut_between_words() -> None:
    long = "Workers were sent to building sites across the whole of the country in 2024"
    assert clause(long, 30) == "Workers were sent to building…"
    assert clause(long, 33) == "Workers were sent to building…"
    assert clause("Short.") == "Short"


def test_words_of_our_own() -> None:
    assert count(1, "copy") == "one copy"
    assert count(2, "news agency") == "two news agencies"
    assert cardinal(13) == "13"
    assert listed(["A", "B", "C", "D", "E"]) == "A, B and others"
    assert listed(["A", "B", "C", "D", "E"], told=True) == "A, B and 3 more"
    assert the("National Intelligence Service") == "the National Intelligence Service"
    assert the("Ukraine’s military intelligence") == "Ukraine’s military intelligence"
    assert the("Yonhap") == "Yonhap"
    assert the("border table") == "the border table"
    assert the("two officials") == "two officials"
    assert the("a person in the personnel office") == "a person in the personnel office"


@pytest.mark.parametrize("name", PACKS)
def test_of_one_claim_the_same_thing_is_said_once(name: str) -> None:
    brief = compose(pack(name))
    leads = [(s.question, s.lead) for s in brief.sentences]
    assert len(set(leads)) == len(leads)
    first = brief.dossiers[0].question.id
    words = [s.lead for s in brief.sentences if s.question == first and s.lead]
    assert sum(bool(re.search(r"origins?[,.]|values\.|Cannot tell", w)) for w in words) <= 1


def test_selection_keeps_every_claim() -> None:
    parts = pack(PACKS[1])
    brief = compose(parts)
    facts = Facts(brief.corroboration, brief.extractions, brief.tables, brief.dossiers)
    ordered, leading = select(brief.dossiers, facts, most=1)
    assert leading == 1
    assert {d.question.id for d in ordered} == {q.id for q in parts.corroboration.questions}
