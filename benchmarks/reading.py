"""Pages a second: the sample packs and a long page, here and in the pool.

    python benchmarks/reading.py [--json FILE]

Prints a table and, with `--json`, writes the figures.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

from firsthand.collect.captured import Captured
from firsthand.collect.gather import gather
from firsthand.model.document import Capture
from firsthand.read.reader import read_capture
from firsthand.read.sentences import sentences
from firsthand.run.pool import Settings, map_isolated

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT.parent / "shared" / "cases"


def captures() -> list[Captured]:
    folders = [str(path) for path in sorted(CASES.glob("*/articles"))]
    inputs = [*folders, str(ROOT / "tests" / "read" / "pages")]
    return [each for each in gather(inputs, stdin=None) if isinstance(each, Captured)]


def long_page(paragraphs: int) -> Captured:
    words = "<p class='x'>The <b>port</b> of Lukow took in 214 <a href='/w'>wagons</a> in October, it said.</p>"
    menu = "<nav><ul>" + "<li><a href='/x'>World news</a></li>" * 300 + "</ul></nav>"
    page = f"<html><head><title>Wagons</title></head><body>{menu}<main><h1>Wagons</h1>{words * paragraphs}</main></body></html>"
    capture = Capture(sha256="0" * 64, got="2026-01-01T00:00:00Z")
    return Captured(name="long.html", subject="long.html", data=page.encode(), capture=capture)


def rate(work: Callable[[], int], clock: Callable[[], float] = time.process_time) -> float:
    """Return items a second of processor time here, of the clock in workers; the best of three."""
    best = 0.0
    for _ in range(3):
        began = clock()
        count = work()
        best = max(best, count / (clock() - began))
    return best


def read_here(items: list[Captured]) -> int:
    return sum(len(read_capture(each).documents) for each in items)


def read_in_pool(items: list[Captured]) -> int:
    return sum(
        outcome.error is None for outcome in map_isolated(read_capture, items, settings=Settings())
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    cli.add_argument("--json", type=Path)
    chosen = cli.parse_args()
    pages = captures()
    long = long_page(400)
    text = read_capture(long).documents[0].text
    figures = {
        "documents/s, small pages, here": rate(lambda: read_here(pages * 3)),
        "inputs/s, small pages, in workers (with their start)": rate(
            lambda: read_in_pool(pages * 20)
        ),
        f"pages/s, a page of {len(long.data) // 1000} kB, here": rate(
            lambda: read_here([long] * 5)
        ),
        "sentences/s": rate(lambda: len(sentences(text * 5, "en"))),
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }
    for name, value in figures.items():
        print(f"{value:>12,.0f}  {name}")
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
