"""The page as a reader sees it, in Debian's Chromium: first screen, access, paper, nothing blocked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packs import PACKS, pack, with_set_aside
from test_html import evil_parts, many

from firsthand.brief.compose import compose
from firsthand.brief.html import render

CHROMIUM = Path("/usr/bin/chromium")
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason="needs Debian's Chromium: apt-get install chromium"
    ),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Write the briefs of the packs and return their addresses."""
    folder, out = tmp_path_factory.mktemp("briefs"), {}
    for name in PACKS:
        path = folder / f"{name}.html"
        path.write_text(render(compose(with_set_aside(pack(name)))), encoding="utf-8")
        out[name] = path.as_uri()
    for name, given in (("evil", compose(evil_parts())), ("many", many(60, 60))):
        path = folder / f"{name}.html"
        path.write_text(render(given), encoding="utf-8")
        out[name] = path.as_uri()
    return out


def opened(browser: Any, address: str, view: dict[str, int], **more: Any) -> Any:
    page = browser.new_page(viewport=view, **more)
    page.goto(address)
    return page


def whole_inside(page: Any, selector: str) -> bool:
    """Tell whether an element stands whole in the window, without scrolling."""
    return bool(
        page.evaluate(
            """s => { const e = document.querySelector(s); if (!e) return false;
            const r = e.getBoundingClientRect();
            return r.width > 0 && r.top >= 0 && r.left >= 0 && r.bottom <= innerHeight
              && r.right <= innerWidth }""",
            selector,
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_screen_of_a_desk_shows_what_it_must(
    browser: Any, pages: dict[str, str], scheme: str
) -> None:
    page = opened(browser, pages[PACKS[0]], DESKTOP, color_scheme=scheme)
    for selector in ("h1", ".say", ".four", ".aside3", "#c1 summary", "#c1 .panel", ".draft"):
        assert whole_inside(page, selector), selector
    assert whole_inside(page, ".way .pn svg"), "the whole path of the first claim"
    assert page.locator("#c1 details[open]").count() == 1
    assert page.locator("#c2 details[open]").count() == 0
    assert page.locator(".say li").count() == 5
    page.close()


def test_the_first_screen_of_a_phone_shows_headline_numbers_and_sentences(
    browser: Any, pages: dict[str, str]
) -> None:
    page = opened(browser, pages[PACKS[0]], PHONE)
    for selector in ("h1", ".four", ".aside3", ".say"):
        assert whole_inside(page, selector), selector
    order = [
        page.evaluate("s => document.querySelector(s).getBoundingClientRect().top", s)
        for s in ("h1", ".four", ".say", ".way", ".rows", ".miss", ".gone", ".srcs")
    ]
    assert order == sorted(order)
    page.close()


@pytest.mark.parametrize("name", [*PACKS, "evil", "many"])
def test_nothing_scrolls_sideways(browser: Any, pages: dict[str, str], name: str) -> None:
    page = opened(browser, pages[name], PHONE)
    for width in (320, 390, 720, 780, 1100, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize(
    ("name", "scheme", "view"),
    [
        (PACKS[0], "light", DESKTOP),
        (PACKS[0], "dark", PHONE),
        (PACKS[1], "dark", DESKTOP),
        (PACKS[2], "light", PHONE),
        ("evil", "light", DESKTOP),
    ],
)
def test_axe_finds_no_violation(
    browser: Any, pages: dict[str, str], name: str, scheme: str, view: dict[str, int]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The policy of the page allows no script, so that the checker's own is let past it.
    page = opened(browser, pages[name], view, color_scheme=scheme, bypass_csp=True)
    for each in page.locator("details:not([open]) > summary").all():
        if each.is_visible():
            each.click()
    result = Axe().run(page)
    told = [
        (v["id"], [n["html"][:120] for n in v["nodes"][:2]]) for v in result.response["violations"]
    ]
    assert told == []
    page.close()


@pytest.mark.parametrize("name", [*PACKS, "evil"])
def test_the_policy_blocks_nothing_of_ours_and_nothing_runs(
    browser: Any, pages: dict[str, str], name: str
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages[name])
    assert said == []
    assert asked == [pages[name]]
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
    assert "Serif" in family
    page.close()


def test_a_claim_opens_and_a_sentence_leads_to_the_words(
    browser: Any, pages: dict[str, str]
) -> None:
    page = opened(browser, pages[PACKS[0]], DESKTOP, java_script_enabled=False)
    page.locator("#c2 summary").click()
    assert page.locator("#c2 .panel").is_visible()
    page.locator(".say li:first-child .no").click()
    assert page.url.endswith("#e1")
    page.locator("#e1 li:first-child a").click()
    assert "#d" in page.url
    anchor = page.url.partition("#")[2]
    box = page.locator(f"[id='{anchor}']").bounding_box()
    assert box
    assert 0 <= box["y"] <= 800
    page.close()


def test_the_first_page_on_paper_holds_the_findings(
    browser: Any, pages: dict[str, str], tmp_path: Path
) -> None:
    page = opened(browser, pages[PACKS[0]], DESKTOP)
    page.emulate_media(media="print")
    assert page.locator(".way .pm").is_visible()
    assert not page.locator(".way .pn").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.rows')).breakBefore") == "page"
    # 210 x 297 mm less 15 mm on each side, at 96 pixels an inch.
    page.set_viewport_size({"width": 680, "height": 1008})
    bottom = page.evaluate(
        """() => Math.max(...['.bhead', '.btop', '.way', '.miss'].map(
        s => document.querySelector(s).getBoundingClientRect().bottom))"""
    )
    assert bottom <= 1008
    path = tmp_path / "brief.pdf"
    page.pdf(path=str(path), prefer_css_page_size=True)
    assert path.read_bytes()[:5] == b"%PDF-"
    page.close()


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("width", [390, 900, 1280])
def test_labels_of_the_path_do_not_overlap_in_the_browser(
    browser: Any, pages: dict[str, str], name: str, width: int
) -> None:
    page = opened(browser, pages[name], {"width": width, "height": 800})
    clashes = page.evaluate(
        """() => { const out = [];
        for (const svg of document.querySelectorAll('svg.path[role=img]')) {
          if (!svg.getBoundingClientRect().width) continue;
          const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBBox()]);
          const view = svg.viewBox.baseVal;
          for (let i = 0; i < boxes.length; i++) {
            const [s, a] = boxes[i];
            if (a.x + a.width > view.width + 2) out.push(['outside', s]);
            for (let j = i + 1; j < boxes.length; j++) {
              const [t, b] = boxes[j];
              const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
              const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
              if (w > 1 && h > Math.min(a.height, b.height) * .45) out.push([s, t]);
            } } }
        return out }"""
    )
    assert clashes == []
    page.close()
