"""No voice runs over the edge of a part or a list item."""

from __future__ import annotations

import pytest

from firsthand.attribute.engine import attribute
from firsthand.model.document import Document, Part, PartKind
from firsthand.model.span import words_of

BODY = "Reuters reported that forty barges left"
ITEMS = "- NHK: drones are built\n- Holm confirms sale of port\n- Weather turns cold"


def document(*parts: tuple[PartKind, str]) -> Document:
    text, found = "", []
    for kind, words in parts:
        found.append(Part(part=kind, span=((len(text), len(text) + len(words)),)))
        text += words + "\n\n"
    return Document(document="d", text=text, text_sha256="", language="en", parts=tuple(found))


def told(doc: Document) -> list[tuple[str | None, str]]:
    return [
        (a.speaker.name, words_of(doc.text, a.content))
        for a in attribute(doc, fast=True).attributions
    ]


def test_each_headline_of_a_list_has_its_own_voice() -> None:
    found = told(document(("body", BODY + "."), ("headline-list", ITEMS)))
    assert found == [
        ("Reuters", "forty barges left"),
        ("NHK", "drones are built"),
        ("Holm", "sale of port"),
    ]


def test_voices_of_a_list_hang_on_the_article() -> None:
    attributed = attribute(document(("body", BODY + "."), ("headline-list", ITEMS)), fast=True)
    assert {a.parent for a in attributed.attributions} == {None}


def test_an_open_sentence_ends_with_its_part() -> None:
    doc = document(("title", "Barges gone: minister"), ("body", BODY), ("caption", "The port."))
    for attribution in attribute(doc, fast=True).attributions:
        spans = (*attribution.content, *attribution.source)
        homes = [
            [p.part for p in doc.parts if p.span[0][0] <= a and b <= p.span[0][1]] for a, b in spans
        ]
        assert all(homes)


@pytest.mark.parametrize("kind", ["boilerplate", "table"])
def test_boilerplate_and_tables_say_nothing(kind: PartKind) -> None:
    assert told(document((kind, BODY + "."))) == []


def test_a_title_apart_from_the_text_is_read_too() -> None:
    doc = Document(
        document="d",
        text="It rained.",
        text_sha256="",
        language="en",
        title="Barges left, says NHK",
    )
    (attribution,) = attribute(doc, fast=True).attributions
    assert attribution.in_ == "title"
    assert words_of(doc.title or "", attribution.content) == "Barges left"


def test_a_title_at_the_head_of_the_text_is_read_once() -> None:
    doc = Document(
        document="d", text="Barges left, says NHK\n\nIt rained.", text_sha256="", language="en",
        title="Barges left, says NHK",
    )  # fmt: skip
    assert len(attribute(doc, fast=True).attributions) == 1
