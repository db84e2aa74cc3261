"""From whom a value was had, where the text does not say it outright."""

from __future__ import annotations

from firsthand.corroborate.engine import corroborate
from firsthand.model.extraction import Extraction
from firsthand.model.question import Question
from tests.corroborate.make import YEAR, Said, Seen, Told, article, entries, only, sentence

PART = "Of these, 11,207 were put down to education."
SHARE = Told(PART[:-1], "11,207", of="these", when=YEAR)


def source(ident: str = "radio", outlet: str = "Peninsula Radio") -> Extraction:
    return article(
        ident,
        f"{sentence(tail=', according to the Russian border service.')} {PART}",
        Said("the Russian border service", "according to"),
        entries(by=1),
        SHARE,
        outlet=outlet,
        on="2026-02-11",
    )


def of(question: Question, document: str):  # type: ignore[no-untyped-def]
    return next(s for s in question.path if s.document == document)


def test_an_untold_value_rests_on_the_voice_of_the_others() -> None:
    """The office stands behind the part as it does behind the whole."""
    found = corroborate([source()])
    assert {q.origins.value for q in found.questions} == {1}
    assert len(found.origin_list) == 1


def test_two_odd_values_without_a_source_come_from_who_had_both() -> None:
    copy = article(
        "paper",
        f"Last year they came 18,462 times to Russia from North Korea. {PART}",
        Told("they came 18,462 times to Russia from North Korea", "18,462", when=YEAR),
        SHARE,
        outlet="Courier",
        on="2026-02-13",
    )
    found = corroborate([source(), copy])
    question = next(q for q in found.questions if len(q.answers) == 2)
    step = of(question, "paper")
    assert (step.came_from, step.how, step.changed) == ("radio", "wording", True)
    assert question.origins.high == 1


def test_a_round_number_alone_shows_no_copying() -> None:
    first = article("a", sentence("15,000"), entries("15,000"), outlet="A", on="2026-02-11")
    second = article("b", sentence("15,000"), entries("15,000"), outlet="B", on="2026-02-13")
    question = only(corroborate([first, second]))
    assert of(question, "b").came_from is None or of(question, "b").how == "wording"
    assert question.origins.low == 0


def test_a_described_source_of_a_cited_paper_is_one_source() -> None:
    """The insider met the man; the ledger only read the insider."""
    insider = article(
        "insider",
        sentence("340", tail=", a person in the office told the Insider."),
        Said("a person in the office", "told", kind="person", anonymity="described"),
        entries("340", by=1),
        outlet="Insider",
        on="2026-02-06",
    )
    ledger = article(
        "ledger",
        sentence("340", tail=", the Insider wrote, quoting a person in the firm."),
        Said("the Insider", "wrote", kind="news-outlet"),
        Said("a person in the firm", "quoting", kind="person", anonymity="described", under=1),
        entries("340", by=2),
        outlet="Ledger",
        on="2026-02-12",
    )
    question = only(corroborate([insider, ledger]))
    assert (question.origins.value, question.origins.high) == (1, 1)
    assert of(question, "ledger").came_from == "insider"


def test_official_figures_are_those_of_the_one_office_that_is_named() -> None:
    vague = article(
        "b",
        sentence(tail=", official figures show."),
        Said("official figures", "show", kind="document", anonymity="described"),
        entries(by=1),
        outlet="B",
        on="2026-02-13",
    )
    count = next(q for q in corroborate([source(), vague]).questions if q.articles == 2).origins
    assert (count.value, count.high) == (1, 1)


def test_a_capital_and_a_service_of_its_country_are_one_origin() -> None:
    service = article(
        "a",
        sentence(tail=", South Korea's National Intelligence Service said."),
        Said("South Korea's National Intelligence Service", kind="intelligence-service"),
        entries(by=1),
        outlet="A",
    )
    capital = article("b", sentence(tail=", Seoul said."), Said("Seoul"), entries(by=1), outlet="B")
    assert only(corroborate([service, capital])).origins.value == 1


def test_our_reporter_in_a_copied_text_is_the_reporter_of_the_first() -> None:
    tail = " The gates were repainted rust-red in one night. A clerk kept the tally in an ochre ledger."
    made = [
        article(
            name,
            f"{sentence(tail=', our own correspondent counted.')}{tail}",
            Said("our own correspondent", "counted", kind="person", anonymity="described"),
            entries(by=1),
            outlet=f"{name} Post",
            on=f"2026-02-11T{hour:02}:00:00Z",
        )
        for name, hour in (("alpha", 8), ("beta", 11))
    ]
    found = corroborate(made)
    assert only(found).origins.value == 1
    assert [o.name for o in found.origin_list] == ["alpha Post"]


def test_a_dateline_of_ones_own_is_access() -> None:
    own = article(
        "a", f"SEOUL (Yonsan) - {sentence()}", entries(), Seen("dateline", "SEOUL (Yonsan)", "Yonsan"),
        outlet="Yonsan News Agency",
    )  # fmt: skip
    assert only(corroborate([own])).origins.value == 1


def test_what_points_back_rests_on_the_voice_of_the_sentence_before() -> None:
    """The article reckons with what the table told; it did not see more than that."""
    text = (
        f"{sentence(tail=', the Russian border service said.')} That is 40 per cent of the ceiling.\n\n"
        "A farmer said that it rained."
    )
    paper = article(
        "a",
        text,
        Said("the Russian border service", "said"),
        Said("A farmer", "said that", kind="person", anonymity="described"),
        entries(by=1),
        Told(
            "That is 40 per cent of the ceiling",
            "40",
            "percent",
            relation="share",
            of="the ceiling",
        ),
        Told("it rained", by=2, kind="other"),
        outlet="A",
    )
    share = next(q for q in corroborate([paper]).questions if q.about.measure == "percent")
    assert share.answers[0].speakers == ("the Russian border service",)
