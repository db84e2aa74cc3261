"""Nothing goes out that does not hold: whatever is changed in a brief, the gate stops it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest
from msgspec import UNSET
from packs import PACKS, pack, with_set_aside

from firsthand.brief.compose import compose
from firsthand.brief.gate import verify
from firsthand.errors import EvidenceError
from firsthand.model.brief import Brief, Evidence, Sentence

replace = msgspec.structs.replace


def brief(name: str) -> Brief:
    return compose(with_set_aside(pack(name)))


def with_sentence(given: Brief, at: int, sentence: Sentence) -> Brief:
    sentences = (*given.sentences[:at], sentence, *given.sentences[at + 1 :])
    return replace(given, sentences=sentences)


def with_evidence(given: Sentence, at: int, evidence: Evidence) -> Sentence:
    return replace(given, evidence=(*given.evidence[:at], evidence, *given.evidence[at + 1 :]))


@pytest.mark.parametrize("name", PACKS)
def test_a_brief_as_composed_passes(name: str) -> None:
    verify(brief(name))


def mutations(given: Brief) -> Iterator[tuple[str, Brief]]:
    """Change one count, span or cell at a time, in every sentence."""
    for at, sentence in enumerate(given.sentences):
        for n, count in enumerate(sentence.counts):
            for value in (count.value + 1, count.value - 1):
                counts = (
                    *sentence.counts[:n],
                    replace(count, value=value),
                    *sentence.counts[n + 1 :],
                )
                yield (
                    f"{count.what}={value}",
                    with_sentence(given, at, replace(sentence, counts=counts)),
                )
        for n, each in enumerate(sentence.evidence):
            changed = []
            if isinstance(each.span, tuple):
                (start, end), *rest = each.span
                for span in ((start + 1, end), (start, end - 1), (start, end + 10**6)):
                    changed.append(replace(each, span=(span, *rest)))
                changed.append(replace(each, document="nowhere"))
            if isinstance(each.cell, str):
                letter, row = each.cell[0], int(each.cell[1:])
                changed += [replace(each, cell=f"{letter}{row + 1}"), replace(each, cell=f"Z{row}")]
                changed.append(replace(each, table="other.csv"))
            if isinstance(each.provision, str):
                changed += [replace(each, provision=p) for p in ("UNSCR-1-OP1", "UNSCR-2371-OP8")]
            if isinstance(each.check, str):
                changed.append(replace(each, check=each.check + "x"))
            for other in changed:
                mutant = with_evidence(sentence, n, other)
                yield f"{each} -> {other}", with_sentence(given, at, mutant)


def reason(given: Brief) -> str:
    """Return why the gate stops a brief; empty where it does not."""
    try:
        verify(given)
    except EvidenceError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", PACKS)
def test_any_changed_count_span_or_cell_stops_it(name: str) -> None:
    tried = 0
    for what, mutant in mutations(brief(name)):
        assert "does not hold" in reason(mutant), f"passed: {what}"
        tried += 1
    assert tried > 40


@pytest.mark.parametrize("name", PACKS)
def test_any_changed_figure_in_the_words_stops_it(name: str) -> None:
    given = brief(name)
    for at, sentence in enumerate(given.sentences):
        for match in re.finditer(r"\d+", sentence.sentence):
            text = sentence.sentence
            other = text[: match.start()] + "987654" + text[match.end() :]
            lead = sentence.lead if sentence.lead and other.startswith(sentence.lead) else None
            with pytest.raises(EvidenceError):
                verify(with_sentence(given, at, replace(sentence, sentence=other, lead=lead)))


def test_a_number_word_that_was_not_counted_stops_it() -> None:
    given = brief("a-border-entries")
    wrong = replace(given.sentences[0], sentence="Three origins.", lead="Three origins.")
    with pytest.raises(EvidenceError, match="figure 3"):
        verify(with_sentence(given, 0, wrong))


def test_a_sentence_without_evidence_stops_it_and_is_named() -> None:
    given = brief("a-border-entries")
    bare = replace(given.sentences[0], evidence=())
    with pytest.raises(EvidenceError, match=r"One origin.*no evidence"):
        verify(with_sentence(given, 0, bare))


def test_an_article_that_is_counted_and_not_listed_stops_it() -> None:
    given = brief("a-border-entries")
    first = given.sentences[0]
    fewer = tuple(e for e in first.evidence if e.document != "baltic-0213")
    with pytest.raises(EvidenceError, match="does not list"):
        verify(with_sentence(given, 0, replace(first, evidence=fewer)))


def test_what_is_held_after_all_is_not_missing() -> None:
    given = brief("a-border-entries")
    table = given.tables[1]
    series = replace(table.series[0], unit="person-exits")
    held = replace(given, tables=(replace(table, series=(series,)), *given.tables))
    with pytest.raises(EvidenceError, match="held after all"):
        verify(held)


def test_an_absence_is_looked_for_in_every_document() -> None:
    given = brief("a-border-entries")
    gap = given.missing[0]
    some = replace(gap.evidence[0], in_=("fpr-0211",))
    with pytest.raises(EvidenceError, match="every document"):
        verify(replace(given, missing=(replace(gap, evidence=(some,)),)))


def test_a_wrong_estimative_word_stops_it() -> None:
    given = brief("e-troop-numbers")
    at = next(n for n, s in enumerate(given.sentences) if "very probably" in s.sentence)
    text = given.sentences[at].sentence.replace("very probably", "almost certainly")
    with pytest.raises(EvidenceError, match="estimative"):
        verify(with_sentence(given, at, replace(given.sentences[at], sentence=text)))


def test_the_counts_of_the_case_are_counted_again() -> None:
    given = brief("a-border-entries")
    more = replace(given.corroboration, outlets=given.corroboration.outlets + 1)
    with pytest.raises(EvidenceError, match="outlets"):
        verify(replace(given, corroboration=more))


def test_a_leading_claim_whose_words_are_not_held_stops_it() -> None:
    given = brief("a-border-entries")
    with pytest.raises(EvidenceError):
        verify(replace(given, extractions=given.extractions[1:]))


def test_evidence_names_one_place_only() -> None:
    given = brief("a-border-entries")
    both = Evidence(document="fpr-0211", span=((0, 4),), table="table-4-2.csv", cell="E5")
    assert both.judgement is UNSET
    sentence = with_evidence(given.sentences[0], 0, both)
    with pytest.raises(EvidenceError, match="2 places"):
        verify(with_sentence(given, 0, sentence))
