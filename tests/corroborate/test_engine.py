"""The seven rules, and what a whole case counts."""

from __future__ import annotations

import random

import pytest

from firsthand.corroborate.engine import corroborate
from tests.corroborate.make import YEAR, Said, Seen, Told, article, entries, only, sentence

OFFICE = Said("the Russian border service", "according to", kind="government")


def office(ident: str, outlet: str, on: str = "2026-02-11", n: str = "18,642", **more: object):
    return article(
        ident,
        sentence(n, ", according to the Russian border service."),
        OFFICE,
        entries(n, by=1),
        outlet=outlet,
        on=on,
        **more,
    )


def test_nothing_in_gives_nothing_out() -> None:
    found = corroborate([])
    assert (found.articles, found.outlets, found.publishers, found.questions) == (0, 0, 0, ())
    assert (found.origins.value, found.origins.low, found.origins.high) == (None, 0, 0)


def test_one_office_behind_two_articles_is_one_origin() -> None:
    """Rule 1: who stands at the end of a chain counts, however many print it."""
    question = only(corroborate([office("a", "Alpha Post"), office("b", "Beta Post")]))
    assert (question.articles, question.outlets, question.publishers) == (2, 2, 2)
    assert (question.origins.value, question.origins.low, question.origins.high) == (1, 1, 1)
    assert question.conflict == "none"


def test_two_offices_are_two_origins() -> None:
    other = article(
        "b",
        sentence(tail=", South Korea's spy agency said."),
        Said("South Korea's spy agency", kind="intelligence-service"),
        entries(by=1),
        outlet="Beta Post",
    )
    assert only(corroborate([office("a", "Alpha Post"), other])).origins.value == 2


def test_a_title_at_the_end_cannot_be_told() -> None:
    """Rule 2: an agency that nobody here has read may have had access, or not."""
    cited = article(
        "a",
        sentence(tail=", Reuters reported."),
        Said("Reuters", "reported", kind="news-agency", stance="reports"),
        entries(by=1),
        outlet="Alpha Post",
    )
    count = only(corroborate([cited])).origins
    assert (count.value, count.low, count.high) == (None, 0, 1)


def test_an_own_voice_counts_only_with_a_sign_of_access() -> None:
    """Rule 3."""
    bare = article("a", sentence(), entries(), outlet="Alpha Post")
    count = only(corroborate([bare])).origins
    assert (count.value, count.low, count.high) == (None, 0, 1)
    opened = article(
        "b",
        f"We downloaded the table of the Russian border service. {sentence()}",
        entries(),
        Seen("opened", "We downloaded", "the table of the Russian border service"),
        outlet="Beta Post",
    )
    found = corroborate([opened])
    assert only(found).origins.value == 1
    assert found.origin_list[0].name == "Russian border service"


@pytest.mark.parametrize(
    ("words", "number", "low", "high"),
    [
        ("a person in the office", None, 1, 1),
        ("two officials", (2, 2), 1, 2),
        ("sources familiar with the matter", None, 1, None),
    ],
)
def test_described_sources_count_by_their_number(
    words: str, number: tuple[int, int] | None, low: int, high: int | None
) -> None:
    """Rule 4: one for one, up to their number for several, no upper end for a bare plural."""
    voice = Said(words, kind="person", anonymity="described", number=number)
    one = article("a", sentence(tail=f", {words} said."), voice, entries(by=1), outlet="Alpha Post")
    count = only(corroborate([one])).origins
    assert (count.low, count.high) == (low, high)


def test_described_sources_that_may_be_the_same_add_to_high_only() -> None:
    """Rule 4: two papers with "a source" may have met the same man."""
    both = [
        article(
            name,
            sentence(tail=", a source said."),
            Said("a source", kind="person", anonymity="described"),
            entries(by=1),
            outlet=f"{name} Post",
            on=day,
        )
        for name, day in (("Alpha", "2026-02-11"), ("Beta", "2026-03-20"))
    ]
    both[1] = article(
        "Beta",
        "It was cold. North Koreans entered Russia 18,642 times in 2025, a source said.",
        Said("a source", kind="person", anonymity="described"),
        entries(by=1),
        outlet="Beta Post",
        on="2026-02-10",
    )
    count = only(corroborate(both)).origins
    assert (count.low, count.high) in {(1, 2), (1, 1)}


def test_analysts_of_one_raw_material_share_its_origin() -> None:
    """Rule 5: the vendor is the origin; a reckoning that differs adds to `high` only."""
    made = [
        article(
            name,
            f"The Ostrel Star handed over {n} tonnes in March. Data: vessel tracks by SkyHarbour.",
            Told(
                f"The Ostrel Star handed over {n} tonnes in March",
                n,
                "tonnes",
                kind="shipping",
                when=("2025-03-01", "2025-03-31"),
            ),
            Seen("raw-material", "vessel tracks by SkyHarbour", "SkyHarbour"),
            outlet=f"{name} Institute",
        )
        for name, n in (("Halden", "2,900"), ("Quist", "3,100"))
    ]
    found = corroborate(made)
    count = only(found).origins
    assert (count.value, count.low, count.high) == (1, 1, 2)
    assert [o.name for o in found.origin_list] == ["SkyHarbour"]


def test_a_loop_of_citations_ends_in_no_voice() -> None:
    """Rule 6."""
    loop = [
        article(
            name,
            sentence(tail=f", the {other} Post reported."),
            Said(f"the {other} Post", "reported", kind="news-outlet"),
            entries(by=1),
            outlet=f"{name} Post",
            on="2026-02-11",
        )
        for name, other in (("Alpha", "Beta"), ("Beta", "Alpha"))
    ]
    assert only(corroborate(loop)).origins.low == 0


def test_a_stub_is_counted_apart() -> None:
    """Rule 7: what was not read in full is no article and no origin."""
    stub = article("s", sentence(), entries(), outlet="Gamma Post", reading="stub")
    found = corroborate([office("a", "Alpha Post"), stub])
    assert (found.articles, found.set_aside) == (1, {"stub": 1})
    assert only(found).articles == 1


def test_a_copy_of_a_text_adds_no_origin() -> None:
    """The same words in another title rest on the same voice, though none is named there."""
    tail = (
        "The gates were repainted rust-red in one night. A clerk kept the tally in an ochre ledger."
    )
    first = article(
        "a",
        f"{sentence(tail=', the Russian border service said.')} {tail}",
        Said("the Russian border service"),
        entries(by=1),
        outlet="Alpha Post",
        on="2026-02-11T08:00:00Z",
    )
    copy = article(
        "b", f"{sentence()} {tail}", entries(), outlet="Beta Post", on="2026-02-11T10:00:00Z"
    )
    question = only(corroborate([copy, first]))
    assert question.origins.value == question.origins.high == 1
    assert [(e.source, e.target) for e in question.edges if e.target == "a"] == [("b", "a")]


def test_the_order_of_documents_does_not_matter() -> None:
    case = [office(f"d{n}", f"Title {n}", on=f"2026-02-{11 + n}") for n in range(6)]
    case.append(article("own", sentence("18,462"), entries("18,462"), outlet="Other Post"))
    expected = corroborate(case)
    for seed in range(4):
        random.Random(seed).shuffle(case)
        assert corroborate(case) == expected


def test_what_was_published_later_is_left_out() -> None:
    case = [office("a", "Alpha Post", "2026-02-11"), office("b", "Beta Post", "2026-02-20")]
    found = corroborate(case, as_of="2026-02-15")
    assert (found.articles, found.set_aside) == (1, {"later": 1})


def test_sister_papers_are_one_publisher() -> None:
    weekend = article(
        "w",
        f"{sentence()} Our sister paper the Harbour Gazette had the story.",
        entries(),
        Seen("sister", "Our sister paper the Harbour Gazette", "Harbour Gazette"),
        outlet="Harbour Weekend",
        publisher="Harbour Media",
        on="2026-02-14",
    )
    found = corroborate([office("g", "Harbour Gazette", "2026-02-12"), weekend])
    assert (found.outlets, found.publishers, found.cannot_tell) == (2, 1, {})
    assert only(found).origins.value == 1


def test_a_slip_in_copying_is_a_conflict_on_one_origin() -> None:
    """The brief lives from this: one table, two values, and where the digits changed places."""
    wrong = article(
        "c",
        "Last year 18,462 North Koreans came to Russia, official figures show.",
        Told("Last year 18,462 North Koreans came to Russia", "18,462", when=YEAR),
        Seen("credits", "official figures show", "official figures"),
        outlet="Courier",
        on="2026-02-13",
    )
    question = only(corroborate([office("a", "Alpha Post"), office("b", "Beta Post"), wrong]))
    assert question.conflict == "differs"
    assert question.origins.value == question.origins.high == 1
    assert [a.value for a in question.answers] == [18642, 18462]
    assert question.answers[1].note == "two digits changed places"
    step = next(s for s in question.path if s.document == "c")
    assert (step.changed, step.how, step.note) == (True, "wording", "two digits changed places")


def test_a_withdrawn_value_is_marked_with_the_day() -> None:
    """The retraction that did not travel: the copy keeps what its source took back."""
    wrong = office("w", "Steppe Tribune", "2026-02-12", n="81,642")
    fix = article(
        "f",
        "Correction: we withdraw our report. North Koreans entered Russia 18,642 times in 2025, "
        "according to the Russian border service.",
        Said("the Russian border service", "according to"),
        entries(by=1),
        Seen("withdraws", "we withdraw our report"),
        outlet="Steppe Tribune",
        on="2026-02-15",
    )
    question = only(corroborate([office("a", "Alpha Post"), wrong, fix]))
    gone = next(a for a in question.answers if a.value == 81642)
    assert gone.retracted_by == "f"
    assert next(s for s in question.path if s.document == "w").withdrawn == "2026-02-15"
    assert ("f", "w", "corrects") in {(e.source, e.target, e.kind) for e in question.edges}


def test_versions_of_one_address_are_one_article() -> None:
    address = "https://www.alpha.example/2026/02/11/entries?utm_source=feed"
    old = office("v1", "Alpha Post", url=address)
    new = office(
        "v2", "Alpha Post", url="https://alpha.example/2026/02/11/entries", modified="2026-02-12"
    )
    found = corroborate([old, new])
    assert found.articles == 1
    assert found.article_list[0].document == "v2"
    assert found.article_list[0].versions == ("v1",)
