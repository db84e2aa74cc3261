"""Who "she", "the agency", a surname and an acronym are."""

from __future__ import annotations

import pytest

from firsthand.attribute.engine import attribute
from firsthand.model.document import Document, House, Part
from tests.attribute.make import article, read, voices

RESOLVED = [
    ("Marta Holm said it left. She added that it rained.", ["Marta Holm", "Marta Holm"]),
    ("Marta Holm said it left. Holm added that it rained.", ["Marta Holm", "Marta Holm"]),
    (
        "The Halden Maritime Centre said it left. Halden puts the cargo at 40 tonnes.",
        ["Halden Maritime Centre", "Halden Maritime Centre"],
    ),
    (
        "The Pacific Sanctions Lab said it left. The Lab puts the cargo at 40 tonnes.",
        ["Pacific Sanctions Lab", "Pacific Sanctions Lab"],
    ),
    (
        "The Strand Post reported that it left. The buyers paid, according to the newspaper.",
        ["Strand Post", "Strand Post"],
    ),
    (
        "The International Grain Council (IGC) said it left. The IGC said it rained.",
        ["International Grain Council", "International Grain Council"],
    ),
]


@pytest.mark.parametrize(("text", "names"), RESOLVED)
def test_a_later_mention_is_the_speaker_named_before(text: str, names: list[str]) -> None:
    extraction = read(text)
    assert voices(extraction) == names
    assert len({a.speaker.entity for a in extraction.attributions}) == 1


APART = [
    "The defence ministry said it left. The police said it rained.",
    "Ukraine's military intelligence said it left. Ukraine said it rained.",
    "Marta Holm said it left. Viktor Holm said it rained.",
    "A spokesman for the ministry said it left. The ministry said it rained.",
]


@pytest.mark.parametrize("text", APART)
def test_others_stay_others(text: str) -> None:
    assert len({a.speaker.entity for a in read(text).attributions}) == 2


def headed(title: str, text: str, *, apart: bool) -> Document:
    document = article(text)
    if apart:
        return Document(
            document="d", text=text, text_sha256=document.text_sha256, title=title, language="en"
        )
    whole = f"{title}\n\n{text}"
    parts = (
        Part(part="title", span=((0, len(title)),)),
        Part(part="body", span=((len(title) + 2, len(whole)),)),
    )
    return Document(
        document="d", text=whole, text_sha256="", title=title, language="en", parts=parts
    )


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "Tanker met ship, centre says",
            "The tanker met a ship, the Halden Maritime Centre said.",
            "Halden Maritime Centre",
        ),
        (
            "Spy agency: 15,000 workers in Russia",
            "The National Intelligence Service told lawmakers that 15,000 workers are in Russia.",
            "National Intelligence Service",
        ),
        (
            "Coal rerouted: paper",
            "Coal was rerouted, the Strand Post reported on Monday.",
            "Strand Post",
        ),
    ],
)
def test_a_bare_noun_in_a_title_is_who_the_text_names(
    title: str, text: str, name: str, *, apart: bool
) -> None:
    attributed = attribute(headed(title, text, apart=apart), fast=True)
    assert [a.speaker.name for a in attributed.attributions] == [name, name]
    assert len({a.speaker.entity for a in attributed.attributions}) == 1
    assert [a.in_ == "title" for a in attributed.attributions] == [apart, False]


def test_a_pronoun_does_not_look_into_the_title() -> None:
    document = headed(
        "What the border table says",
        "We downloaded table 4.2 of the customs service. It counts 18,642 entries.",
        apart=False,
    )
    names = [a.speaker.name for a in attribute(document, fast=True).attributions]
    assert names[-1] == "table 4.2 of the customs service"


def test_hundreds_of_speakers_are_told_apart() -> None:
    text = "\n\n".join(f"Anna Berg{n}a said that ship {n} left." for n in range(300))
    document = article(text, outlet=House(id="x.example", name="X Weekly"))
    assert len(attribute(document, fast=True).entities) == 300
