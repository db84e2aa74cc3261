"""Speech that goes on, and where it ends."""

from __future__ import annotations

import pytest

from tests.attribute.make import only, read, told


@pytest.mark.parametrize(
    "text",
    [
        "Holm said: “It never left.\n\n“Nobody saw it.”",
        "“It never left. Nobody saw it.\n\n“And nobody asked,” said Holm.",
    ],
)
def test_speech_of_several_paragraphs_has_one_speaker(text: str) -> None:
    ((source, _, content, _),) = told(read(text))
    assert source == "Holm"
    assert "It never left" in content
    assert "Nobody saw it" in content


def test_of_these_goes_on_with_the_voice_before() -> None:
    extraction = read(
        "Reuters reports that, citing the register, 400 people came. Of these, 30 gave no reason."
    )
    assert all("30 gave no reason" in content for _, _, content, _ in told(extraction))


def test_a_new_paragraph_ends_a_voice() -> None:
    extraction = read("Reuters said that 400 people came.\n\nOf these, 30 gave no reason.")
    assert "30 gave" not in told(extraction)[0][2]


@pytest.mark.parametrize(
    "text",
    [
        "Holm said that it left. It rained all night.",
        "It rained all night. According to Holm, it left.",
        "Holm confirmed the sale in an email.",
    ],
)
def test_a_voice_does_not_run_over_its_sentence(text: str) -> None:
    content = told(read(text))[0][2]
    assert "rained" not in content
    assert "email" not in content


def test_the_one_who_cites_later_names_the_source_of_what_it_said() -> None:
    extraction = read("The institute says that output fell by half. It cites customs records.")
    outer, inner = extraction.attributions
    assert inner.parent == outer.id
    assert inner.content == outer.content


def test_german_speech_in_the_konjunktiv_may_come_first() -> None:
    extraction = read("Die Schiffe seien weg, sagte der Minister.", "de")
    assert told(extraction) == [("der Minister", "sagte", "Die Schiffe seien weg", "asserts")]
    assert only(extraction).speaker.kind == "office-holder"
