"""The page as a reader sees it, in Debian's Chromium: access, phone, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.tables.load import load_table
from firsthand.watch.engine import watch
from firsthand.watch.page import render

CHROMIUM = Path("/usr/bin/chromium")
EXAMPLE = Path(__file__).parents[2] / "examples" / "entries-2024"
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
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("watched") / "watched.html"
    tables = [load_table(p) for p in sorted(EXAMPLE.glob("*.csv"))]
    path.write_text(render(watch(tables)), encoding="utf-8")
    return path.as_uri()


def opened(browser: Any, address: str, width: int, **more: Any) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 844}, **more)
    page.goto(address)
    return page


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("dark", 390)])
def test_axe_finds_no_violation(browser: Any, address: str, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, address, width, color_scheme=scheme, bypass_csp=True)
    for summary in page.locator("summary").all():
        summary.click()
    told = [(v["id"], v["nodes"][0]["html"]) for v in Axe().run(page).response["violations"]]
    assert told == []
    page.close()


@pytest.mark.parametrize("width", [320, 390, 720, 1280])
def test_nothing_scrolls_sideways_and_the_latest_figure_is_in_sight(
    browser: Any, address: str, width: int
) -> None:
    page = opened(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    place = page.evaluate("document.querySelector('svg .out').getBoundingClientRect().right")
    assert 0 < place < width
    page.close()


def test_paper_shows_the_whole_drawing_and_no_link_to_skip(browser: Any, address: str) -> None:
    page = opened(browser, address, 794)
    page.emulate_media(media="print")
    assert not page.locator(".skip").is_visible()
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth)")  # fmt: skip
    page.close()
