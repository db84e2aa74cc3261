"""Title, outlet, dates and address of a page where its makers say them in odd places."""

from __future__ import annotations

import pytest

from firsthand.collect.captured import Captured, SideNote
from firsthand.model.document import Capture, Document, House
from firsthand.read.dom import parse_page
from firsthand.read.json_ld import linked_data
from firsthand.read.reader import read_capture
from firsthand.read.titles import split_title

BODY = "<p>The port of Lukow took in 214 wagons in October, the harbour office said on Monday.</p>"


def read(
    head: str, body: str = f"<h1>Wagons by night</h1>{BODY}", side: SideNote | None = None
) -> Document:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z", file="p.html")
    captured = Captured(
        name="p.html",
        subject="p.html",
        data=page.encode(),
        capture=capture,
        side=side or SideNote(),
    )
    (document,) = read_capture(captured).documents
    return document


@pytest.mark.parametrize(
    ("raw", "outlet"),
    [
        ("Wagons by night | Harbour Gazette", "Harbour Gazette"),
        ("Wagons by night - Harbour Gazette", "Harbour Gazette"),
        ("Harbour Gazette - Wagons by night", "Harbour Gazette"),
        ("Wagons by night – World – Harbour Gazette", "Harbour Gazette"),
        ("Wagons by night: Harbour Gazette", "Harbour Gazette"),
        ("Harbour Gazette » Wagons by night", "Harbour Gazette"),
        ("Wagons by night", None),
    ],
)
def test_the_sites_name_is_parted_from_the_window_title(raw: str, outlet: str | None) -> None:
    document = read(f"<title>{raw}</title>")
    assert document.title == "Wagons by night"
    assert (document.outlet.name if document.outlet else None) == outlet


def test_a_title_with_dashes_keeps_them() -> None:
    told = split_title("Coal - the long way home | Post", ["Post"], [], None)
    assert told == ("Coal - the long way home", "Post")
    assert split_title("Ten ships, one flag", [], [], None) == ("Ten ships, one flag", None)
    domain = split_title(
        "Ostrel-Star: who owns it? - Anchor Watch", [], [], "https://anchorwatch.example/1"
    )
    assert domain == ("Ostrel-Star: who owns it?", "Anchor Watch")


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","datePublished":"2026-02-12T08:00:00Z","headline":"H"}',
        '[{"@type":"WebSite"},{"@type":["Article","NewsArticle"],"datePublished":"2026-02-12T08:00:00Z"}]',
        '{"@graph":[{"@type":"WebPage"},{"@type":"Article","datePublished":"2026-02-12T08:00:00Z"}]}',
        '{"@type":"WebPage","mainEntity":{"@type":"ReportageNewsArticle","datePublished":"2026-02-12T08:00:00Z"}}',
        '<!-- {"@type":"NewsArticle","datePublished":"2026-02-12T08:00:00Z",} -->',
        '{"@type":"NewsArticle","datePublished":"2026-02-12T08:00:00Z","headline":"un"escaped"}',
        '{"@type":"http://schema.org/NewsArticle","datePublished":["2026-02-12T08:00:00Z"]}',
    ],
)
def test_json_ld_is_read_however_it_is_nested_or_broken(script: str) -> None:
    document = read(f'<script type="application/ld+json">{script}</script>')
    assert document.published == "2026-02-12T08:00:00Z"


def test_the_pages_own_article_is_told_from_those_that_it_lists() -> None:
    page = parse_page(
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Other"},'
        '{"@type":"NewsArticle","headline":"Own","datePublished":"2026-02-12","author":{"name":"A"}}]</script>'
    )
    assert linked_data(page).text("headline") == "Own"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2026-02-12T08:00:00+0900">', "2026-02-12T08:00:00+09:00"),
        ('<meta name="date" content="2026-02-12"><meta itemprop="datePublished" content="2026-02-12T08:00:00Z">',
         "2026-02-12T08:00:00Z"),
        ('<meta name="DC.date.issued" content="2026-02-12">', "2026-02-12"),
        ('<link rel="canonical" href="https://a.example/2026/02/12/x">', "2026-02-12"),
        ('<meta name="date" content="yesterday">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_of_publication_comes_from_what_the_page_says(
    head: str, published: str | None
) -> None:
    """Never from the file's time: a page saved in May may be of February."""
    assert read(head).published == published


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("<p>12 February 2026</p>", "2026-02-12", None),
        (
            "<p>By Ada Renn, 12 February 2026, updated 13 February 2026</p>",
            "2026-02-12",
            "2026-02-13",
        ),
        ("<p>Stand: 12.02.2026, 10:30 Uhr</p>", "2026-02-12T10:30:00", None),
        ("<div>Опубликовано: 12.02.2026 / Обновлено: 13.02.2026</div>", "2026-02-12", "2026-02-13"),
        (
            "<p>입력 2026.02.12 10:30 | 수정 2026.02.12 11:00</p>",
            "2026-02-12T10:30:00",
            "2026-02-12T11:00:00",
        ),
    ],
)
def test_lines_at_the_title_give_dates(line: str, published: str, modified: str | None) -> None:
    document = read("", f"<h1>Wagons by night</h1>{line}{BODY}")
    assert (document.published, document.modified) == (published, modified)
    assert line.split(">")[1][:10] not in document.text


def test_a_canonical_address_that_is_the_front_page_is_not_believed() -> None:
    head = '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/x">'
    assert read(head).canonical_url == "https://a.example/x"


def test_a_side_note_wins_over_all_that_a_page_says() -> None:
    side = SideNote(
        document="d1", title="Other", outlet=House(id="", name="Morning Courier"), published="12 Feb 2026",
        publisher=House(id="cg.example", name="Courier Group"), url="https://mc.example/x?utm_source=a",
        language="de", authors=("A B",), sample=True,
    )  # fmt: skip
    document = read(
        '<title>Wagons by night | Post</title><meta name="date" content="2020-01-01">', side=side
    )
    assert (document.document, document.title, document.published) == ("d1", "Other", "2026-02-12")
    assert document.outlet == House(id="mc.example", name="Morning Courier")
    assert document.publisher == House(id="cg.example", name="Courier Group")
    assert (document.canonical_url, document.language, document.authors) == (
        "https://mc.example/x",
        "de",
        ("A B",),
    )
    assert document.sample


def test_a_page_without_a_name_is_known_by_its_host() -> None:
    document = read('<link rel="canonical" href="https://news.lukow.org/x">')
    assert document.outlet == House(id="lukow.org", name="news.lukow.org")
    assert document.document == "https://news.lukow.org/x"
    assert not document.sample
    assert read("").outlet is None
    assert read("").document == "p"


def test_a_publisher_with_the_outlets_name_is_the_outlet() -> None:
    head = '<meta property="og:site_name" content="Post"><meta name="publisher" content="POST"><meta property="og:url" content="https://p.example/x">'
    document = read(head)
    assert document.publisher == document.outlet == House(id="p.example", name="Post")


def test_a_page_saved_as_mhtml_keeps_address_and_time() -> None:
    page = f"<html><title>Wagons by night</title><h1>Wagons by night</h1>{BODY}</html>"
    mail = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/x\r\n"
        "Date: Thu, 12 Feb 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
        f"----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n----b--\r\n"
    )
    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z")
    (document,) = read_capture(
        Captured(name="w.mhtml", subject="w.mhtml", data=mail.encode(), capture=capture)
    ).documents
    assert document.canonical_url == "https://a.example/x"
    assert document.capture is not None
    assert document.capture.saved == "2026-02-12T10:00:00+01:00"
    assert document.published is None
