"""The law is data that a lawyer reviews; a bad entry is refused with its file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from firsthand.errors import VocabularyError
from firsthand.provisions.load import (
    check_references,
    law,
    parse_provisions,
    parse_terms,
    word_lists,
)
from firsthand.provisions.records import Provision

FACTS = Path(__file__).parents[2].parent / "shared" / "facts" / "provisions.yaml"
ENTRY = """provisions:
- id: UNSCR-9999-OP1
  tier: core
  regime: UN-1718
  resolution: 9999 (2030)
  paragraph: '1'
  adopted: '2030-01-01'
  in_force_from: '2030-01-01'
  ends: null
  binding: decides
  subject: [labour]
  obligation: States must.
  bound: all
  source: S/RES/9999
  confidence: from memory
  verified: {substance: 'no', paragraph_number: 'no'}
"""
MATCH = """  match:
  - conduct: work
    kinds: [labour]
    roles: {worker: DPRK}
    elements:
    - {name: people, role: worker}
"""


def parse(text: str) -> tuple[Provision, ...]:
    return parse_provisions(text, "law.yaml", roles=law().roles, lists=word_lists("en").names)


def test_every_entry_of_the_facts_is_there_with_its_substance() -> None:
    facts = yaml.load(FACTS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert {f["id"] for f in facts} == law().provisions.keys()
    for fact in facts:
        own = law().provisions[fact["id"]]
        assert (own.obligation, own.in_force_from, own.ends, own.deadline) == (
            fact["obligation"], fact["in_force_from"], fact["ends"], fact["deadline"],
        )  # fmt: skip
        assert own.verified.paragraph_number == fact["verified"]["paragraph_number"]


def test_thirty_core_paragraphs_and_more_can_be_matched() -> None:
    matched = [p for p in law().provisions.values() if p.match or p.touch]
    assert sum(p.tier == "core" for p in matched) >= 30


def test_a_good_entry_is_read() -> None:
    (entry,) = parse(ENTRY + MATCH)
    assert entry.instrument == "9999"
    assert not entry.number_verified


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("tier: core", "tier: middle", 3),
        ("ends: null", "endz: null", 2),
        ("'2030-01-01'\n  ends", "'2030-13-01'\n  ends", 2),
        ("ends: null", "ends: '2029-01-01'", 2),
        ("{worker: DPRK}", "{worker: Albania}", None),
        ("{worker: DPRK}", "{jester: DPRK}", 2),
        ("role: worker}", "role: student}", 2),
        ("role: worker}", "terms: [jokes]}", 2),
        ("{name: people, role: worker}", "{name: people}", 2),
        ("    kinds: [labour]\n", "    kinds: [labour]\n    unless: [jokes]\n", 2),
    ],
)
def test_a_bad_entry_is_refused_with_its_line(before: str, after: str, line: int | None) -> None:
    text = (ENTRY + MATCH).replace(before, after, 1)
    with pytest.raises(VocabularyError) as caught:
        parse(text)
    file, _, number = (caught.value.where or "").partition(":")
    assert file == "law.yaml"
    assert number == str(line) if line else int(number) > 1


def test_a_touch_needs_a_limit() -> None:
    with pytest.raises(VocabularyError, match="limit"):
        parse(ENTRY + MATCH.replace("match:", "touch:"))


def test_a_reference_that_leads_nowhere_is_refused_with_its_line() -> None:
    text = ENTRY.replace("  subject:", "  amends: [UNSCR-0]\n  subject:")
    entries = {p.id: p for p in parse(text)}
    with pytest.raises(VocabularyError) as caught:
        check_references(entries, {"law.yaml": text}, law().regimes)
    assert caught.value.where == "law.yaml:2"


def test_a_term_that_matches_any_word_is_refused_with_its_line() -> None:
    with pytest.raises(VocabularyError) as caught:
        parse_terms('lists:\n  coal:\n    en: ["*"]\n', "goods.yaml")
    assert caught.value.where == "goods.yaml:3"


def test_a_language_without_lists_of_its_own_takes_the_english_ones() -> None:
    assert word_lists("sv").find("coal") == word_lists("en").find("coal")


def test_no_quote_is_longer_than_twenty_five_words() -> None:
    quotes = [p.quote for p in law().provisions.values() if p.quote]
    assert quotes
    assert all(len(re.findall(r"\w+", quote)) <= 25 for quote in quotes)
