"""Documents given as JSON keep their text to the letter; a bad line costs itself."""

from __future__ import annotations

import json

import pytest

from firsthand.collect.captured import Captured, SideNote
from firsthand.model.document import Capture, House
from firsthand.read.reader import ReadResult, read_capture

LINE = {
    "document": "d1", "text": "Bridge closed\n\nIt is  closed.\r\n", "title": "Bridge closed", "language": "english",
    "published": "2025-05-05", "outlet": {"id": "ob.example", "name": "Ostrel Broadcasting"}, "publisher": "Trust",
}  # fmt: skip


def read(text: str, name: str = "d.jsonl", **fields: object) -> ReadResult:
    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z")
    return read_capture(
        Captured(name=name, subject=name, data=text.encode(), capture=capture, **fields)  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("shape", ["{}", "[{}]", '{{"documents": [{}]}}', "{}\n\n"])
def test_one_document_in_any_shape(shape: str) -> None:
    (document,) = read(shape.format(json.dumps(LINE))).documents
    assert document.text == LINE["text"]
    assert document.document == "d1"
    assert document.language == "en"
    assert document.outlet == House(id="ob.example", name="Ostrel Broadcasting")
    assert document.publisher == House(id="trust", name="Trust")
    assert [part.part for part in document.parts] == ["title", "body"]


def test_id_and_document_are_both_taken_and_bad_lines_named() -> None:
    lines = [
        '{"id": "a", "text": "It is closed."}',
        "nonsense",
        '{"id": "b"}',
        "[1]",
        '{"text": "So it is."}',
    ]
    result = read("\n".join(lines))
    assert [each.document for each in result.documents] == ["a", "d"]
    assert [notice.subject for notice in result.notices] == ["d.jsonl:2", "d.jsonl:4", "d.jsonl:3"]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"a": 1}', "nonsense", '{"documents": [{"title": "x"}]}', "3"]
)
def test_json_without_a_document_is_one_line(text: str) -> None:
    result = read(text)
    assert not result.documents
    assert result.notices[-1].code == "unreadable"


def test_items_of_a_feed_have_side_notes_of_their_own() -> None:
    item = "<item><guid>{0}</guid><description>The bridge is closed.</description></item>"
    feed = f'<rss version="2.0"><channel><title>Digest</title>{item.format("a")}{item.format("b")}</channel></rss>'
    items = {
        "2": SideNote(outlet=House(id="", name="Courier")),
        "a": SideNote(published="2026-02-12"),
    }
    result = read(feed, "f.xml", items=items, side=SideNote(sample=True))
    first, second = result.documents
    assert (first.published, first.outlet and first.outlet.name) == ("2026-02-12", "Digest")
    assert second.outlet == House(id="courier", name="Courier")
    assert first.sample
    assert second.sample
