"""The article is told from what stands round it, whatever the page calls its boxes."""

from __future__ import annotations

import pytest

from firsthand.model.document import Document
from firsthand.read.blocks import blocks_of, is_data_table
from firsthand.read.dom import parse_page
from firsthand.read.zones import zone_of_names

ONE = "<p>The port of Lukow took in 214 wagons in October, the harbour office said on Monday.</p>"
TWO = "<p>Nobody in the office would say what was in them, or who had sent them to the port.</p>"


def read(body: str) -> Document:
    from firsthand.collect.captured import Captured
    from firsthand.model.document import Capture
    from firsthand.read.reader import read_capture

    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z")
    page = f"<html><title>Wagons</title><body>{body}</body></html>"
    result = read_capture(
        Captured(name="p.html", subject="p.html", data=page.encode(), capture=capture)
    )
    return result.documents[0]


def body_of(document: Document) -> list[str]:
    text = "".join(
        document.text[a:b] for p in document.parts if p.part == "body" for a, b in p.span
    )
    return [line for line in text.split("\n") if line]


BOXES = [
    '<div class="cookie-notice"><p>We use cookies on this site. You can change that at any time, friend.</p></div>',
    '<section id="comments"><p>My cousin works there and says that it was three hundred of them, at least.</p></section>',
    '<div class="newsletter-signup"><p>Five stories before breakfast, in your inbox by six each morning.</p></div>',
    '<div class="share-bar"><a href="x">Mail</a> <a href="y">Link</a></div>',
    "<form><label>Your mail</label><input><button>Sign up for the letter now</button></form>",
    '<div style="display:none"><p>This text is hidden from all readers of the page, and has been for long.</p></div>',
    '<div class="author-bio"><p>Ada Renn writes on ports and money and lives on the coast with two dogs.</p></div>',
    "<p>Advertisement</p>",
    '<p><a href="t">Subscribe to our channel</a></p>',
    "<div role='dialog'><p>Please turn off your blocker, since the ads pay for the work that we do here.</p></div>",
]


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "frame", ["<article><h1>Wagons</h1>{}</article>", "<div><h1>Wagons</h1>{}</div>"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_box_is_left_out_wherever_it_stands(box: str, frame: str, place: int) -> None:
    parts = [ONE, TWO]
    parts.insert(place, box)
    assert len(body_of(read(frame.format("".join(parts))))) == 2


LISTS = [
    '<div class="related"><h3>Related</h3><ul><li><a href="1">Bridge at Ostrel closed to lorries</a></li></ul></div>',
    '<h3>Read also</h3><ul><li><a href="1">Bridge at Ostrel closed to lorries</a></li></ul>',
    '<p>READ MORE: <a href="1">Bridge at Ostrel closed to lorries</a></p>',
    '<p><a href="1">Bridge at Ostrel closed to lorries</a></p>',
    '<aside><b>More on this</b><a href="1">Bridge at Ostrel closed to lorries</a></aside>',
    '<div class="most-read-box"><article><h4><a href="1">Bridge at Ostrel closed to lorries</a></h4><p>The bridge will stay closed until the spring floods are over.</p></article></div>',
]


@pytest.mark.parametrize("box", LISTS)
@pytest.mark.parametrize("place", [1, 2])
def test_headlines_of_other_articles_follow_the_body(box: str, place: int) -> None:
    parts = [ONE, TWO]
    parts.insert(place, box)
    document = read(f"<article><h1>Wagons</h1>{''.join(parts)}</article>")
    assert len(body_of(document)) == 2
    assert document.parts[-1].part == "headline-list"
    start, end = document.parts[-1].span[0]
    assert document.text[start:end].split("\n")[-1] == "- Bridge at Ostrel closed to lorries"


def test_an_article_with_many_cards_below_is_no_index() -> None:
    card = '<div><h3><a href="{0}">Headline number {0} of another article</a></h3><p>Its teaser goes on a little here.</p></div>'
    cards = "".join(card.format(number) for number in range(6))
    document = read(
        f'<meta property="og:type" content="article"><main><h1>Wagons</h1>{ONE}{TWO}<div>{cards}</div></main>'
    )
    assert document.reading == "full"
    assert len(body_of(document)) == 2
    assert document.text.count("Headline number") == 6


def test_news_on_members_and_subscribers_is_no_pay_wall() -> None:
    club = "<p>The fund is for members only, and the court asked on Monday whether subscribers only had paid in.</p>"
    document = read(f"<article><h1>Wagons</h1>{ONE}{club}</article>")
    assert document.reading == "full"
    assert len(body_of(document)) == 2


def test_paragraphs_of_old_pages_are_parted_by_breaks() -> None:
    document = read(
        "<table><tr><td><a href=1>Home</a></td><td><b>Wagons</b><br><br>The office counted 214 wagons."
        "<br><br>It did not say what was in them.<br>Nor did the mayor.</td></tr></table>"
    )
    assert document.title == "Wagons"
    assert body_of(document)[:2] == [
        "The office counted 214 wagons.",
        "It did not say what was in them.",
    ]


def test_raised_figures_do_not_join_the_number_before_them() -> None:
    document = read(
        f"<article><h1>Wagons</h1>{ONE}<p>It used 10<sup>6</sup> units, or 4,655<sup>1</sup> m<sup>2</sup>, of H<sub>2</sub>O<sup>[12]</sup>.</p></article>"
    )
    assert body_of(document)[1] == "It used 10⁶ units, or 4,655¹ m², of H₂O."


@pytest.mark.parametrize(
    ("table", "data"),
    [
        ("<table><tr><th>A<th>B<tr><td>1<td>2</table>", True),
        ("<table role=presentation><tr><th>A<th>B<tr><td>1<td>2</table>", False),
        (f"<table><tr><td>Menu<td>{ONE * 9}<tr><td>x<td>y</table>", False),
        ("<table><tr><td>only one row<td>of two</table>", False),
        (
            "<table><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table><td>x<tr><td>1<td>2</table>",
            False,
        ),
    ],
)
def test_a_table_of_figures_is_told_from_a_layout(table: str, data: bool) -> None:
    element = parse_page(table).find("table")
    assert element is not None
    assert is_data_table(element) is data


@pytest.mark.parametrize(
    ("names", "zone"),
    [
        ("article-related-links", "related"),
        ("elementor-widget-theme-post-content", None),
        ("widget widget-recent-entries", "drop"),
        ("adventure", None),
        ("main-content", None),
        ("tag-russia category-news", None),
        ("post-byline", "byline"),
        ("paywall-teaser", "wall"),
        ("loading-advice", None),
        ("naval-news", None),
        ("shareholders-meeting", None),
        ("commentary-text", None),
        ("authority-report", None),
        ("pw-post-body-paragraph", None),
        ("socialist-party", None),
    ],
)
def test_names_are_read_as_words_not_as_letters(names: str, zone: str | None) -> None:
    assert zone_of_names(names) == zone


def test_blocks_keep_the_order_of_the_page() -> None:
    page = parse_page(f"<h1>Wagons</h1>{ONE}<ul><li>one<li>two</ul><p>a<br>b<br><br>c</p>")
    found = [(block.text[:8], block.soft) for block in blocks_of(page, page.find("h1"))]
    assert found == [
        ("Wagons", False),
        ("The port", False),
        ("one", False),
        ("two", False),
        ("a", False),
        ("b", True),
        ("c", False),
    ]
