"""What holds for every case: an echo adds nothing, order and batches do not matter, once is enough."""

from __future__ import annotations

import random
from itertools import pairwise

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.corroborate.engine import corroborate
from firsthand.corroborate.lines import lines
from firsthand.model.document import House
from firsthand.model.extraction import Extraction
from tests.corroborate.make import Said, article, entries, sentence

DETAILS = (
    "The gates were repainted rust-red in one night.",
    "A clerk kept the tally in an ochre ledger.",
    "Twenty buses with violet curtains waited outside.",
    "The canteen began to serve thirty-five extra sittings.",
    "A dark blue floodlight was left on until dawn.",
    "The night shift wore green armbands all week.",
)
OFFICES = ("the Russian border service", "South Korea's spy agency", "the Vessin port authority")


def original(number: int, office: str, details: tuple[int, ...]) -> Extraction:
    """An article that had its number from an office, with details of its own."""
    own = " ".join(DETAILS[d] for d in details)
    return article(
        f"o{number}",
        f"{sentence(tail=f', according to {office}.')} {own}",
        Said(office, "according to"),
        entries(by=1),
        outlet=f"Original {number}",
        on=f"2026-02-11T{6 + number:02}:00:00Z",
    )


def echo(source: Extraction, number: int, *, credited: bool) -> Extraction:
    """The same words in another title, later, its voices kept or not."""
    house = House(id=f"echo-{number}", name=f"Echo {number}")
    document = msgspec.structs.replace(
        source.document,
        document=f"e{number}",
        outlet=house,
        published=f"2026-02-12T{8 + number:02}:00:00Z",
        text_sha256=f"echo{number}",
    )
    if credited:
        return msgspec.structs.replace(source, document=document)
    claims = tuple(
        msgspec.structs.replace(c, attribution=None, via=(), chain=()) for c in source.claims
    )
    return msgspec.structs.replace(source, document=document, attributions=(), claims=claims)


cases = st.lists(
    st.tuples(
        st.sampled_from(OFFICES),
        st.sets(st.integers(0, len(DETAILS) - 1), min_size=2, max_size=4).map(
            lambda s: tuple(sorted(s))
        ),
    ),
    min_size=1,
    max_size=3,
).map(lambda found: [original(n, office, details) for n, (office, details) in enumerate(found)])


@given(cases, st.integers(0, 2), st.booleans())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_an_echo_never_adds_an_origin(case: list[Extraction], which: int, credited: bool) -> None:
    before = corroborate(case)
    after = corroborate([*case, echo(case[which % len(case)], 1, credited=credited)])
    assert after.articles == before.articles + 1
    for was, now in ((before.origins, after.origins), *_pairs(before.questions, after.questions)):
        assert (now.value or 0) <= (was.value or 0)
        assert now.low <= was.low
        assert was.high is None or (now.high is not None and now.high <= was.high)
        assert now.effective <= was.effective + 1e-9


def _pairs(before, after):  # type: ignore[no-untyped-def]
    now = {q.id: q.origins for q in after}
    return [(q.origins, now[q.id]) for q in before if q.id in now]


@given(cases, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_order_does_not_matter(case: list[Extraction], shuffler: random.Random) -> None:
    full = [*case, echo(case[0], 1, credited=False), echo(case[0], 2, credited=True)]
    expected = corroborate(full)
    shuffler.shuffle(full)
    assert corroborate(full) == expected


@given(cases)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_collapsing_twice_is_collapsing_once(case: list[Extraction]) -> None:
    """A second capture of each article changes no count of articles, outlets or origins."""
    again = [
        msgspec.structs.replace(
            e, document=msgspec.structs.replace(e.document, document=f"{e.id}-again")
        )
        for e in case
    ]
    once, twice = corroborate(case), corroborate([*case, *again])
    assert (once.articles, once.outlets, once.publishers) == (
        twice.articles, twice.outlets, twice.publishers,
    )  # fmt: skip
    assert once.origins == twice.origins
    assert [q.id for q in once.questions] == [q.id for q in twice.questions]


@pytest.mark.parametrize("cuts", [(1,), (2, 4), (3,)])
def test_partitions_do_not_change_a_result(cuts: tuple[int, ...]) -> None:
    """What extraction handed over in batches gives what it gives in one."""
    case = [original(n, OFFICES[n % 3], (n % 6, (n + 1) % 6)) for n in range(4)]
    case += [echo(case[0], 1, credited=False), echo(case[1], 2, credited=True)]
    bounds = [0, *cuts, len(case)]
    batches = [case[a:b] for a, b in pairwise(bounds)]
    rejoined = [
        msgspec.json.decode(msgspec.json.encode(e), type=Extraction)
        for b in reversed(batches)
        for e in b
    ]
    assert corroborate(rejoined) == corroborate(case)


@given(cases)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_lines_have_each_article_once_and_ordered_counts(case: list[Extraction]) -> None:
    told = list(lines(corroborate([*case, echo(case[0], 1, credited=True)])))
    articles = [t["article"] for t in told if "article" in t]
    assert len(articles) == len(set(articles)) == len(case) + 1
    for count in (t["count"] for t in told if "count" in t):
        assert count["low"] <= count["value"] <= count["high"]
