"""Texts ready for comparison."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.corroborate.likeness import compare
from firsthand.corroborate.sieve import propose
from firsthand.corroborate.texts import Corpus
from firsthand.corroborate.times import published
from firsthand.model.document import Document

WORDS = ("harbour", "mill", "ledger", "ochre", "gate", "clerk", "tally", "crane", "depot", "quay")
sentence = st.lists(st.sampled_from(WORDS), min_size=3, max_size=8).map(lambda w: " ".join(w) + ".")
texts = st.lists(st.lists(sentence, min_size=1, max_size=5).map(" ".join), min_size=2, max_size=8)


def corpus(found: list[str]) -> Corpus:
    documents = [Document(document=str(n), text=t, text_sha256="") for n, t in enumerate(found)]
    return Corpus(documents, [published("2026-02-11")] * len(found))


@given(texts)
@settings(deadline=None)
def test_shares_are_shares(found: list[str]) -> None:
    made = corpus(found)
    like = compare(made.text(0), made.text(1))
    for share in (
        like.close,
        like.wording,
        like.words,
        like.pairs,
        like.back,
        like.same,
        like.order,
    ):
        assert -1e-9 <= share <= 1 + 1e-9
    assert like.new >= 0
    assert math.isfinite(like.shared)


@given(texts)
@settings(deadline=None)
def test_a_text_is_wholly_in_itself(found: list[str]) -> None:
    made = corpus([*found, found[0]])
    like = compare(made.text(len(found)), made.text(0))
    assert like.same == 1
    assert like.words > 0.999


@given(texts)
@settings(deadline=None)
def test_candidates_are_others_that_may_be_earlier(found: list[str]) -> None:
    made = corpus(found)
    proposed = propose(made, [published(f"2026-02-{n + 10}") for n in range(len(found))])
    assert all(0 <= other < at for at, some in enumerate(proposed) for other in some)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    made = corpus(["harbour ledger.", "harbour quay.", "harbour mill.", "harbour gate."])
    assert made.weight("ledger") > made.weight("harbour") > 0


def test_the_sieve_grows_with_the_articles_and_not_with_their_pairs() -> None:
    """Four hundred copies of one text propose a bounded number of candidates each."""
    made = corpus(
        [f"Clerk {n} kept the tally in an ochre ledger at the old mill gate." for n in range(400)]
    )
    proposed = propose(
        made, [published(f"2026-02-11T{n // 60:02}:{n % 60:02}:00Z") for n in range(400)]
    )
    assert max(map(len, proposed)) <= 24
    assert sum(map(bool, proposed)) > 390
