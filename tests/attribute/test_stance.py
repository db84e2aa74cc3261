"""What a content is to the one who says it, and what a denial denies."""

from __future__ import annotations

import pytest

from tests.attribute.make import only, read

STANCES = [
    ("Holm said it was sold.", "asserts"),
    ("Reuters said it was sold.", "reports"),
    ("The report says it was sold.", "reports"),
    ("The statistics office said it was sold.", "reports"),
    ("Holm suspects that it was sold.", "alleges"),
    ("Holm acknowledged that it was sold.", "confirms"),
    ("Holm denied that it was sold.", "denies"),
    ("Holm doubts that it was sold.", "doubts"),
    ("Holm expects that it will be sold.", "expects"),
    ("Holm promised to sell it.", "promises"),
    ("Holm threatened to sell it.", "threatens"),
    ("Holm urged that it be sold.", "asks"),
    ("The minister did not deny that it was sold.", "asserts"),
    ("Exports will fall, Holm predicted.", "expects"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_cue_and_speaker_make_the_stance(text: str, stance: str) -> None:
    assert only(read(text)).stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Holm hopes that it was sold.",
        "Holm did not say that it was sold.",
        "Holm declined to say whether it was sold.",
        "Nobody denied that it was sold.",
        "The port fears that it was sold.",
    ],
)
def test_a_thought_or_a_saying_that_was_not_said_is_no_voice(text: str) -> None:
    assert read(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "weaker"),
    [
        ("Holm claimed that it was sold.", "Holm said that it was sold."),
        ("It was allegedly sold.", "Holm claimed that it was sold."),
    ],
)
def test_weaker_words_hedge_more(text: str, weaker: str) -> None:
    stronger = only(read(weaker)).hedge or 0.0
    assert (only(read(text)).hedge or 0.0) > stronger


def test_a_bare_denial_denies_the_nearest_voice_of_another() -> None:
    extraction = read("Yonhap said it was sold. Reuters said it was lost. The ministry denied it.")
    _, reuters, denial = extraction.attributions
    assert denial.denies == reuters.id


def test_a_denial_with_words_of_its_own_denies_no_voice() -> None:
    assert only(read("The ministry denied that it was sold.")).denies is None


def test_a_report_inside_a_denial_is_what_is_denied() -> None:
    extraction = read("The ministry dismissed a Tasnim report that it was sold.")
    by_name = {a.speaker.name: a for a in extraction.attributions}
    assert by_name["Tasnim"].parent is None
    assert by_name["ministry"].denies == by_name["Tasnim"].id
