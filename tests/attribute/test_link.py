"""On whose word each voice comes."""

from __future__ import annotations

import pytest

from firsthand.attribute.candidate import Candidate
from firsthand.attribute.link import MAX_TWINS, link
from firsthand.model.span import Spans
from firsthand.vocabulary.cues import cue_of
from tests.attribute.make import read


def candidate(source: int, content: Spans, cue: str = "said") -> Candidate:
    known = cue_of(cue, "en")
    assert known is not None
    at = ((source, source + 1),)
    return Candidate(at, ((source + 1, source + 2),), content, "verb", "test", known, "test")


def test_the_smallest_content_around_it_is_the_parent() -> None:
    wide = candidate(0, ((2, 100),))
    near = candidate(10, ((12, 90),))
    inner = candidate(20, ((22, 80),))
    parents = {id(x.candidate): x.parent for x in link([wide, near, inner])}
    assert parents[id(wide)] is None
    above = parents[id(inner)]
    assert above is not None
    assert above.candidate is near


def test_what_is_denied_is_not_on_the_deniers_word() -> None:
    denial = candidate(0, ((2, 100),), "denied")
    report = candidate(10, ((12, 90),))
    report.way = "noun"
    found = {id(x.candidate): x for x in link([denial, report])}
    assert found[id(report)].parent is None


def test_words_that_say_so_win_over_the_place() -> None:
    outer, inner = candidate(0, ((2, 9),)), candidate(50, ((52, 99),))
    inner.hint = outer
    found = {id(x.candidate): x for x in link([outer, inner])}
    above = found[id(inner)].parent
    assert above is not None
    assert above.candidate is outer


def test_a_shared_voice_is_told_for_each_outlet_up_to_a_limit() -> None:
    outlets = [candidate(n, ((50, 100),)) for n in range(0, 40, 4)]
    inner = candidate(60, ((62, 90),))
    found = [x for x in link([*outlets, inner]) if x.candidate is inner]
    assert len(found) == MAX_TWINS


def test_voices_that_hold_each_other_end() -> None:
    one, two = candidate(10, ((0, 100),)), candidate(20, ((0, 100),))
    one.hint, two.hint = two, one
    assert link([one, two]) is not None


def test_the_articles_own_voice_hands_on_what_stands_in_it() -> None:
    own, other = candidate(0, ((2, 100),)), candidate(10, ((12, 90),))
    (left,) = link([own, other], lambda c: c is own)
    assert (left.candidate, left.parent) == (other, None)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Only 418 are enrolled, according to the register, Reuters said.",
            ["Reuters", "register"],
        ),
        (
            "The ships left, the minister said on Monday, according to Reuters.",
            ["Reuters", "minister"],
        ),
        (
            "The ban was broken, lawmaker Ana Cho quoted the service as saying.",
            ["Ana Cho", "service"],
        ),
        (
            "It was helped, prosecutor Ana Cho was quoted by the Delta Herald as saying.",
            ["Delta Herald", "Ana Cho"],
        ),
        (
            "The minister told Reuters that the court had found that it was sold.",
            ["Reuters", "minister", "court"],
        ),
        (
            "A memo seen by Reuters says that it was sold.",
            ["Reuters", "A memo"],
        ),
    ],
)
def test_a_chain_is_told_from_the_outside_in(text: str, chain: list[str]) -> None:
    extraction = read(text)
    by_id = {a.id: a for a in extraction.attributions}
    inner = next(
        a for a in extraction.attributions if a.id not in {b.parent for b in by_id.values()}
    )
    names: list[str | None] = []
    at: str | None = inner.id
    while at is not None:
        names.append(by_id[at].speaker.name)
        at = by_id[at].parent
    assert names[::-1] == chain
