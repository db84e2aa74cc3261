"""News or rule, done or expected, affirmed or negated."""

from __future__ import annotations

import pytest

from firsthand.model.claim import Claim
from tests.attribute.make import read


def only(text: str, language: str = "en") -> Claim:
    (claim,) = read(text, language).claims
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2397 requires states to repatriate all workers by December 2019.",
        "States must repatriate all workers under the resolution.",
        "Under a 2018 law, employers must register foreign workers.",
    ],
)
def test_a_rule_is_law_and_goes_on(text: str) -> None:
    claim = only(text)
    assert (claim.mode, claim.kind, claim.status) == ("law", "obligation", "ongoing")


def test_what_was_long_past_is_background() -> None:
    text = "The quota was banned in 2017, when the council adopted the resolution."
    assert read(text).claims[0].mode == "background"


def test_an_event_of_the_week_is_news() -> None:
    claim = only("Forty barges left the estuary on Monday.")
    assert (claim.mode, claim.status) == ("news", "done")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The plant will begin mass production this year.", ("2026-01-01", "2026-12-31")),
        ("The company expects to deliver 40 barges next year.", ("2027-01-01", "2027-12-31")),
        (
            "The company is expected to deliver 40 barges in the second quarter of 2027.",
            ("2027-04-01", "2027-06-30"),
        ),
    ],
)
def test_what_is_expected_has_the_period_in_which_it_can_be_checked(
    text: str, period: tuple[str, str]
) -> None:
    claim = only(text)
    assert claim.status == "expected"
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == period


def test_may_is_expected() -> None:
    assert only("The firm may sell 40 barges.").status == "expected"


def test_could_under_an_if_is_conditional() -> None:
    assert read("The tax could rise if the parliament agrees.").claims[0].status == "conditional"


def test_what_is_being_done_goes_on() -> None:
    assert only("The plant is building 40 barges.").status == "ongoing"


@pytest.mark.parametrize(
    "text",
    [
        "The company did not deliver 40 barges.",
        "The company never delivered the barges.",
        "No barges left the estuary in May.",
        "The ministry has not issued 300 visas.",
    ],
)
def test_a_negated_clause_is_negated(text: str) -> None:
    assert only(text).polarity == "negated"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry refused 300 visas in 2025.",
        "The plant was halted in May.",
        "Not only coal left the port on Monday.",
    ],
)
def test_refused_and_halted_are_affirmed(text: str) -> None:
    assert only(text).polarity == "affirmed"


def test_a_negation_reaches_no_further_than_its_clause() -> None:
    first, second = read("Forty barges left the estuary, but three did not return.").claims
    assert (first.polarity, second.polarity) == ("affirmed", "negated")


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ministry denied that 300 workers had arrived.", "affirmed"),
        ("The ministry denied that the workers had not been paid.", "negated"),
    ],
)
def test_a_denied_claim_keeps_the_polarity_of_its_words(text: str, polarity: str) -> None:
    claim = only(text)
    assert (claim.status, claim.polarity, claim.strength) == ("denied", polarity, "denies")


def test_a_german_denial_is_denied() -> None:
    claim = only("Der Minister bestritt, dass 300 Arbeiter angekommen seien.", "de")
    assert (claim.status, claim.polarity) == ("denied", "affirmed")


def test_german_soll_with_a_coming_year_is_expected() -> None:
    claim = only("Die Werft soll 2027 vierzig Schiffe liefern.", "de")
    assert (claim.status, claim.when and claim.when.start) == ("expected", "2027-01-01")


def test_russian_ne_negates() -> None:
    assert only("Министерство не выдало 300 виз.", "ru").polarity == "negated"


@pytest.mark.parametrize(
    ("cue", "strength"), [("said", "asserts"), ("alleged", "alleges"), ("confirmed", "confirms")]
)
def test_a_claim_is_as_strong_as_the_word_it_rests_on(cue: str, strength: str) -> None:
    assert only(f"Holm {cue} that the barges carried coal.").strength == strength


def test_the_weakest_stance_on_the_path_counts() -> None:
    text = "The customs service said, citing a manifest, that forty barges had left."
    assert only(text).strength == "reports"


def test_a_condition_without_if_governs_its_main_clause() -> None:
    assert only("Had the pump failed, 40 barges would have sunk.").status == "conditional"


@pytest.mark.parametrize(
    "text",
    [
        "The 300 workers were told not to come back.",
        "Sanctioned or not, the 16 lorries pay the same toll.",
    ],
)
def test_a_negation_of_a_part_does_not_negate_the_claim(text: str) -> None:
    assert only(text).polarity == "affirmed"


def test_a_state_with_a_date_to_compare_with_goes_on() -> None:
    assert only("11 boats remain at the shoal, down from 32 on 1 March.").status == "ongoing"


def test_a_german_future_that_shares_its_subject_is_expected() -> None:
    text = "Die Werft hat 26 Boote geliefert und wird die letzten zehn im Herbst übergeben."
    assert [c.status for c in read(text, "de").claims] == ["done", "expected"]


def test_an_adopted_resolution_that_bars_is_law() -> None:
    claims = read("Resolution 2397, adopted in 2017, bars work permits for foreigners.").claims
    assert ("law", "obligation") in [(c.mode, c.kind) for c in claims]


def test_what_may_be_done_without_a_permit_is_a_rule() -> None:
    claim = only("Foreigners may stay no longer than 60 days without a permit.")
    assert (claim.kind, claim.polarity) == ("obligation", "affirmed")


def test_barely_in_front_of_a_number_negates_nothing() -> None:
    assert only("The village has shrunk to barely 4,000 people.").polarity == "affirmed"
