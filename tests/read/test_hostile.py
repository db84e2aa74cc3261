"""Bad input costs a line, never the run: documents or notices come back, whatever the bytes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firsthand.collect.captured import Captured
from firsthand.collect.gather import gather
from firsthand.model.document import Capture, Document
from firsthand.read.reader import ReadResult, read_capture

ARTICLE = "<p>The port of Lukow took in 214 wagons in October, the harbour office said.</p>"


def captured(data: bytes, name: str = "page.html") -> Captured:
    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z", file=name)
    return Captured(name=name, subject=name, data=data, capture=capture)


def read(data: bytes | str, name: str = "page.html") -> ReadResult:
    return read_capture(captured(data.encode() if isinstance(data, str) else data, name))


def holds(document: Document) -> bool:
    """Tell whether parts cover the text in order, and the text can be written."""
    at = 0
    for part in document.parts:
        for start, end in part.span:
            if start != at or end <= start:
                return False
            at = end
    document.text.encode("utf-8")
    return at == len(document.text)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + ARTICLE,
        "<div>" * 100_000 + ARTICLE + "</div>" * 100_000,
        "<b><i>" * 50_000 + ARTICLE,
        "<table><tr><td>" * 30_000 + ARTICLE,
        "<blockquote><ul><li>" * 30_000 + ARTICLE,
        "<a href='x'>" * 100_000 + ARTICLE,
    ],
    ids=["div", "closed", "inline", "table", "list", "link"],
)
def test_a_page_nested_without_end_is_read_or_refused_in_time(markup: str) -> None:
    began = time.monotonic()
    result = read(markup)
    assert time.monotonic() - began < 20  # generous: a quadratic walk takes hours
    assert result.documents or result.notices
    assert all(holds(document) for document in result.documents)


@pytest.mark.parametrize(
    "junk",
    [
        "<",
        "<a ",
        '<a b="',
        "<!--",
        "<p>&lt;",
        "&amp;",
        "9,",
        '"',
        "<br>",
        "<script>",
        "[](",
        "- ",
        "© ",
    ],
)
@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.md", "x.xml", "x.json"])
def test_a_megabyte_of_marks_does_not_hang(junk: str, name: str) -> None:
    began = time.monotonic()
    result = read(junk * (150_000 // len(junk)), name)
    assert time.monotonic() - began < 20
    assert result.documents or result.notices


def test_a_page_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    page = tmp_path / "huge.html"
    with page.open("wb") as file:
        file.truncate(200_000_000)
    began = time.monotonic()
    (notice,) = gather([str(page)], stdin=None)
    assert time.monotonic() - began < 1
    assert not isinstance(notice, Captured)
    assert notice.code == "too-large"
    assert "200,000,000" in notice.message


def test_a_page_of_20_million_letters_is_refused() -> None:
    result = read("<p>" + "word " * 4_000_000)
    assert not result.documents
    assert result.notices[0].code == "too-large"


def test_embedded_pictures_do_not_make_a_page_too_large() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 17_000_000}">'
    (document,) = read(picture + ARTICLE).documents
    assert document.text.startswith("The port of Lukow")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\n", bytes(range(32)) * 9]
)
def test_a_binary_file_with_the_name_of_a_text_is_refused(data: bytes) -> None:
    result = read(data, "report.txt")
    assert not result.documents
    assert result.notices[0].code == "unreadable"


def test_nul_bytes_in_a_text_are_told_and_replaced() -> None:
    result = read(b"The port took in 214 wa\x00gons, the office said.", "a.txt")
    assert "wa\ufffdgons" in result.documents[0].text
    assert not result.notices[0].set_aside


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1251", "nonsense"])
def test_a_wrong_declaration_does_not_spoil_the_text(encoding: str, declared: str) -> None:
    words = "Порт Луков принял в октябре 214 вагонов без маркировки, сообщили в управлении порта."
    page = f"<html><head><meta charset={declared}><title>Порт Луков</title></head><p>{words}</p>"
    (document,) = read(page.encode(encoding)).documents
    assert words in document.text
    assert document.language == "ru"


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM '
    '"file:///etc/hostname">]><rss version="2.0"><channel><title>T</title><item><guid>1</guid>'
    "<title>&b;&b; &c;</title><description>The bridge is closed.</description></item></channel></rss>"
)


def test_entities_of_a_feed_are_neither_expanded_nor_fetched() -> None:
    (document,) = read(BOMB, "bomb.xml").documents
    assert document.title == "&b;&b; &c;"
    assert document.text.endswith("The bridge is closed.")


def feed(items: str) -> str:
    return f'<rss version="2.0"><channel><title>Anchor Watch</title>{items}</channel></rss>'


@pytest.mark.parametrize("date", ["", "<pubDate>Sat, 14 Feb 2026 07:00:00 +0000</pubDate>"])
def test_items_without_dates_or_with_equal_ones_stay_apart(date: str) -> None:
    result = read(
        feed(f"<item><description>The bridge is closed.</description>{date}</item>" * 2), "f.xml"
    )
    assert [each.document for each in result.documents] == ["f.xml#1", "f.xml#2"]


def test_a_feed_that_breaks_off_gives_its_whole_items_and_a_notice() -> None:
    whole = "<item><guid>a</guid><description>The bridge is closed.</description></item>"
    result = read(feed(whole)[:-16] + "<item><guid>b</guid><description>The br", "f.xml")
    assert [each.document for each in result.documents] == ["a"]
    assert result.documents[0].outlet is not None
    assert [notice.set_aside for notice in result.notices] == [False]


def test_one_broken_item_does_not_cost_the_others() -> None:
    broken = "<item><guid>b</guid><description>5 < 6 and <b>more</description></item>"
    whole = "<item><guid>%s</guid><description>The bridge is closed.</description></item>"
    result = read(feed(whole % "a" + broken + whole % "c"), "f.xml")
    assert [each.document for each in result.documents] == ["a", "c"]
    assert "1 broken item" in result.notices[0].message


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.md", "a.xml", "a.json", "a"])
def test_an_input_without_words_is_told_as_empty_or_unusable(name: str) -> None:
    result = read(b"<html><body></body></html>", name)
    assert len(result.notices) == 1
    assert result.notices[0].set_aside


def test_front_matter_full_of_aliases_is_not_expanded() -> None:
    nested = "a: &a [x]\n" + "".join(
        f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else '*a'] * 9)}]\n" for n in range(12)
    )
    result = read(
        f"---\ntitle: Bridge\n{nested}authors: *b11\n---\n\nThe bridge is closed.\n", "a.md"
    )
    assert result.documents[0].title == "Bridge"
    assert result.documents[0].authors == ()


MARKS = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<b>", "<br>", "<li>", "<table>", "<tr>", "<td>", "<h1>", "</h1>",
    "<a href='x'>", "</a>", "<title>", "<!--", "-->", "<sup>", "&amp;", "&#0;", "&#x1F600;", "<item>",
    "</item>", "<rss>", "<channel>", "<description>", "{", "}", "[", "]", ":", ",", '"', "---", "#", "-", "*",
    ">", "|", "word", "Слово", "북한", "Related:", "2026-02-12", "©", "…", ".", "\x00", "\ufeff", "\u2028", "\n",
])  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=300), st.lists(MARKS, max_size=60).map(lambda x: " ".join(x).encode())
    ),
    st.sampled_from(["a.html", "a.txt", "a.md", "a.xml", "a.json", "a.jsonl", "a"]),
)
def test_any_bytes_give_documents_or_notices(data: bytes, name: str) -> None:
    result = read(data, name)
    assert result.documents or result.notices
    for document in result.documents:
        assert holds(document)
        assert document.text.strip()
        if document.title and document.by.startswith(("html", "feed", "markdown")):
            assert document.text.startswith(document.title)
