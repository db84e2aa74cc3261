"""Every page of the three sample packs gives the metadata of its gold, and its own words alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.collect.captured import Captured
from firsthand.collect.gather import gather
from firsthand.model.document import Document
from firsthand.read.reader import read_capture

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
PACKS = sorted(path.parent for path in CASES.glob("*/gold.json"))


def documents(pack: Path) -> Iterator[tuple[str, Document]]:
    for each in gather([str(pack / "articles")], stdin=None):
        assert isinstance(each, Captured)
        result = read_capture(each)
        assert not result.notices
        for document in result.documents:
            yield each.name, document


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_metadata_equal_the_gold(pack: Path) -> None:
    gold = json.loads((pack / "gold.json").read_text("utf-8"))["documents"]
    wanted = {(each["file"], each.get("guid")): each for each in gold}
    seen = 0
    for file, document in documents(pack):
        each = wanted.get((file, None)) or wanted[file, document.document]
        seen += 1
        assert document.reading == "full"
        assert document.language == "en"
        assert document.title == each["title"]
        assert document.published == each["published"]
        assert document.outlet is not None
        assert document.outlet.name == each["outlet"]
        # A text has no imprint, and the old pages do not tell their address.
        if not file.endswith(".txt"):
            assert document.publisher is not None
            assert document.publisher.name == each["publisher"]
        assert document.canonical_url in (each["url"], None)
        assert (
            document.canonical_url
            or file.endswith(".txt")
            or "<HTML>" in (pack / "articles" / file).read_text()
        )
    assert seen == len(gold)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_bodies_hold_no_words_of_the_site(pack: Path) -> None:
    for _, document in documents(pack):
        body = "".join(
            document.text[start:end]
            for part in document.parts
            if part.part == "body"
            for start, end in part.span
        )
        assert len(body.split()) > 8
        for words in (
            "Most read",
            "Advertisement",
            "partners",
            "Imprint",
            "Front page",
            "Visitors",
            "inbox",
        ):
            assert words not in body


def test_an_article_without_a_header_stays_whole() -> None:
    (captured,) = gather([str(CASES / "seed" / "article.txt")], stdin=None)
    assert isinstance(captured, Captured)
    (document,) = read_capture(captured).documents
    assert document.text == (CASES / "seed" / "article.txt").read_text("utf-8")
    assert (document.title, document.outlet, document.published) == (None, None, None)
    assert document.document == "article"
    assert [part.part for part in document.parts] == ["body", "headline-list"]
    start, end = document.parts[1].span[0]
    assert document.text[start:end].startswith("Related:\n- ISW")
