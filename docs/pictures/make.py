"""Make the pictures of the README from the bundled case; needs Debian's Chromium and Playwright.

.venv/bin/python docs/pictures/make.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
CASE = ROOT / "examples" / "border-entries"


def main() -> None:
    """Write brief.png (the first screen) and path.png (the widest drawing of the first path)."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "brief.html"
        tables = [word for t in sorted((CASE / "tables").iterdir()) for word in ("--table", str(t))]
        command = [sys.executable, "-m", "firsthand", "brief", str(CASE / "articles"), *tables]
        subprocess.run([*command, "-o", str(page_file)], check=True)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800}, device_scale_factor=1.25)
        page.goto(page_file.as_uri())
        page.screenshot(path=ROOT / "docs" / "pictures" / "brief.png")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        widest = page.locator("svg.path:visible").evaluate_all(
            "all => all.map((s, i) => [s.getBoundingClientRect().width, i]).sort((a, b) => b[0] - a[0])[0][1]"
        )
        page.locator("svg.path:visible").nth(widest).screenshot(
            path=ROOT / "docs" / "pictures" / "path.png"
        )
        browser.close()


if __name__ == "__main__":
    main()
