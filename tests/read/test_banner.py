"""Where only the window's title names paper and article, the page's head tells them apart."""

from __future__ import annotations

import pytest

from firsthand.collect.captured import Captured
from firsthand.model.document import Capture, Document
from firsthand.read.reader import read_capture

PAPER, TITLE = "Lakeside Mail Weekend", "The silence of May"
TEXT = (
    "<p>No deliveries have been reported since April, three people at the harbour told us last "
    "week, and none of them would be named.<p>Pictures show 46 tankers at the quay."
)
SHAPES = {
    "heading over bold": (f"{PAPER}: {TITLE}", f"<h3>{PAPER}</h3><font><b>{TITLE}</b></font>"),
    "dash": (f"{TITLE} - {PAPER}", f"<center><h3>{PAPER}</h3></center><b>{TITLE}</b>"),
    "two headings": (f"{PAPER}: {TITLE}", f"<h1>{PAPER}</h1><h2>{TITLE}</h2>"),
    "two bold lines": (f"{PAPER}: {TITLE}", f"<b>{PAPER}</b><br><b>{TITLE}</b>"),
    "title, then its source": (f"{TITLE} | {PAPER}", f"<h1>{TITLE}</h1><b>{PAPER}</b>"),
    "logo": (f"{TITLE} | {PAPER}", f"<div class=logo>{PAPER}</div><h1>{TITLE}</h1>"),
    "only the title": (f"{PAPER}: {TITLE}", f"<h3>{TITLE}</h3>"),
}


def read(window: str, head: str, foot: str = "") -> Document:
    page = f"<html><head><title>{window}</title></head><body>{head}{TEXT}{foot}</body></html>"
    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z")
    held = Captured(name="p.html", subject="p.html", data=page.encode(), capture=capture)
    (document,) = read_capture(held).documents
    return document


@pytest.mark.parametrize("name", SHAPES)
def test_the_paper_over_the_article_is_not_its_title(name: str) -> None:
    document = read(*SHAPES[name])
    assert document.title == TITLE
    assert document.outlet is not None
    assert document.outlet.name == PAPER


def test_a_paper_named_below_the_text_does_not_make_the_title_its_banner() -> None:
    document = read(f"{TITLE} | {PAPER}", f"<h1>{TITLE}</h1>", f"<h3>{PAPER}</h3>")
    assert document.title == TITLE


def test_a_title_with_a_mark_in_it_is_kept_whole() -> None:
    document = read(f"{PAPER}: Nampo: {TITLE}", f"<h3>{PAPER}</h3><b>Nampo: {TITLE}</b>")
    assert document.title == f"Nampo: {TITLE}"
