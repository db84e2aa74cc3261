"""Thirty-odd invented pages and feeds in the shapes that real sites have, read as a person would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.collect.captured import Captured
from firsthand.collect.gather import gather
from firsthand.model.document import Document
from firsthand.read.reader import ReadResult, read_capture

PAGES = Path(__file__).parent / "pages"
EXPECTED = json.loads((PAGES / "expected.json").read_text("utf-8"))


def read(path: Path) -> ReadResult:
    (captured,) = gather([str(path)], stdin=None)
    assert isinstance(captured, Captured)
    return read_capture(captured)


def part(document: Document, kind: str) -> str:
    return "".join(
        document.text[start:end]
        for each in document.parts
        if each.part == kind
        for start, end in each.span
    ).strip()


def told(document: Document) -> dict[str, object]:
    """Return what a sidecar may say of a document."""
    return {
        "id": document.document,
        "title": document.title,
        "outlet": document.outlet.name if document.outlet else None,
        "publisher": document.publisher.name if document.publisher else None,
        "published": document.published,
        "modified": document.modified,
        "url": document.canonical_url,
        "authors": list(document.authors),
        "language": document.language,
        "reading": document.reading,
        "saved": document.capture.saved if document.capture else None,
    }


def pairs() -> Iterator[tuple[str, int, dict[str, object]]]:
    for name, expected in EXPECTED.items():
        items = expected if isinstance(expected, list) else [expected]
        for number, item in enumerate(items):
            yield name, number, item


CASES = [pytest.param(*pair, id=f"{pair[0]}-{pair[1]}") for pair in pairs()]


def test_every_page_has_its_expectation() -> None:
    assert {path.name for path in PAGES.iterdir()} - {"expected.json"} == EXPECTED.keys()


@pytest.mark.parametrize(("name", "number", "expected"), CASES)
def test_metadata_are_what_a_reader_sees(
    name: str, number: int, expected: dict[str, object]
) -> None:
    document = read(PAGES / name).documents[number]
    found = told(document)
    wanted = {key: value for key, value in expected.items() if key in found}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(("name", "number", "expected"), CASES)
def test_the_body_is_the_article_and_nothing_else(
    name: str, number: int, expected: dict[str, object]
) -> None:
    document = read(PAGES / name).documents[number]
    body = part(document, "body")
    assert body.startswith(str(expected.get("starts", "")))
    assert body.endswith(str(expected.get("ends", "")))
    for words in expected.get("without", ()):  # type: ignore[attr-defined]
        assert words not in body


@pytest.mark.parametrize(("name", "number", "expected"), CASES)
def test_headlines_captions_and_tables_stand_apart(
    name: str, number: int, expected: dict[str, object]
) -> None:
    document = read(PAGES / name).documents[number]
    listed = part(document, "headline-list").splitlines()
    lines = [line.removeprefix("- ") for line in listed if line.startswith("- ")]
    assert lines == expected.get("headlines", [])
    for key, kind in (("captions", "caption"), ("tables", "table")):
        if key in expected:
            assert part(document, kind).split("\n\n") == expected[key]


@pytest.mark.parametrize("name", EXPECTED)
def test_parts_cover_the_text_in_order(name: str) -> None:
    for document in read(PAGES / name).documents:
        at = 0
        for each in document.parts:
            for start, end in each.span:
                assert start == at < end
                at = end
        assert at == len(document.text)
        if document.title and document.by.startswith("html"):
            assert document.text.startswith(document.title)
            assert document.parts[0].part == "title"
