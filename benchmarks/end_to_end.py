"""Time and memory of the whole way, stage by stage, on synthetic articles.

    python benchmarks/end_to_end.py [--sizes 100 1000 3000] [--gold DIR] [--write]

Every size runs in a process of its own, so that its peak memory is its own. The articles come from
`score/echo_world.py` in the gold's folder (`../shared` unless told). One process, one thread a stage.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
BY_RULES = "extract with --fast, not in the sum"
STAGES = ("read", "extract", "corroborate", "check", "assess", "compose", "gate", "html")


def articles(count: int, gold: Path, folder: Path) -> Path:
    """Make a world with at least `count` articles and keep that many."""
    maker = gold / "score" / "echo_world.py"
    stories = max(9, count // 10)
    done = subprocess.run(
        [sys.executable, str(maker), str(folder), "--stories", str(stories)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stderr)
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    if len(lines) < count:
        sys.exit(f"{stories} stories make only {len(lines)} articles")
    path = folder / f"{count}.jsonl"
    path.write_text("\n".join(lines[:count]) + "\n", encoding="utf-8")
    return path


def measure(path: Path) -> dict[str, float]:
    """Run every stage once over a file of articles; seconds by stage, peak memory in MB."""
    from firsthand.brief import html
    from firsthand.brief.compose import compose
    from firsthand.brief.gate import verify
    from firsthand.brief.parts import Parts
    from firsthand.check.engine import check
    from firsthand.check.grade import grade
    from firsthand.corroborate.engine import corroborate
    from firsthand.provisions.engine import assess
    from firsthand.run.extract import extract_document
    from firsthand.run.pipeline import read_inputs

    extract_document(read_inputs([str(path)]).documents[0])  # load lexicons before the clock runs
    took: dict[str, float] = {}
    began = time.perf_counter()

    def lap(stage: str) -> None:
        nonlocal began
        took[stage], began = time.perf_counter() - began, time.perf_counter()

    began = time.perf_counter()
    documents = read_inputs([str(path)]).documents
    lap("read")
    extractions = tuple(extract_document(d) for d in documents if d.reading == "full")
    lap("extract")
    for document in documents:
        if document.reading == "full":
            extract_document(document, fast=True)
    lap(BY_RULES)
    found = corroborate(extractions)
    lap("corroborate")
    checks = check(found, extractions, [])
    grades = grade(found, checks)
    lap("check")
    assessments = assess(found, extractions)
    lap("assess")
    brief = compose(
        Parts(
            corroboration=found,
            extractions=extractions,
            checks=checks,
            grades=grades,
            assessments=assessments,
        )
    )
    lap("compose")
    verify(brief)
    lap("gate")
    page = html.render(brief)
    lap("html")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **took,
        "documents": len(documents),
        "peak_mb": peak,
        "page_mb": len(page.encode()) / 1e6,
    }


def table(rows: list[dict[str, float]]) -> str:
    """Return the figures as a table: seconds by stage, documents a second, memory, growth."""
    head = ["stage", *(f"{int(r['documents']):,} documents" for r in rows), "growth, last to first"]
    ratio = rows[-1]["documents"] / rows[0]["documents"]
    out = [head, ["---"] * len(head)]
    for stage in STAGES:
        growth = rows[-1][stage] / max(rows[0][stage], 1e-9)
        out.append(
            [
                stage,
                *(f"{r[stage]:.2f} s" for r in rows),
                f"{growth:.1f} × for {ratio:.0f} × the documents",
            ]
        )
    out.append([BY_RULES, *(f"{r[BY_RULES]:.2f} s" for r in rows), ""])
    total = [sum(r[s] for s in STAGES) for r in rows]
    out.append(["all", *(f"{t:.2f} s" for t in total), f"{total[-1] / total[0]:.1f} ×"])
    out.append(
        [
            "documents a second",
            *(f"{r['documents'] / t:.1f}" for r, t in zip(rows, total, strict=True)),
            "",
        ]
    )
    out.append(
        [
            "peak memory",
            *(f"{r['peak_mb']:.0f} MB" for r in rows),
            f"{rows[-1]['peak_mb'] / rows[0]['peak_mb']:.1f} ×",
        ]
    )
    out.append(["page", *(f"{r['page_mb']:.1f} MB" for r in rows), ""])
    return "\n".join(f"| {' | '.join(cells)} |" for cells in out)


def head() -> str:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    ).stdout.strip()
    now = datetime.now(UTC).strftime("%d %B %Y")
    return (
        "# Performance\n\nWritten by `make bench` (`benchmarks/end_to_end.py`); do not edit by hand.\n\n"
        f"Commit {commit or 'unknown'}, {now}, Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; "
        f"load {os.getloadavg()[0]:.1f} when it began; one process, one thread. Articles are those of a synthetic news world (`echo_world.py`, about 90 words each).\n\n## End to end\n\n"
    )


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 3000])
    cli.add_argument("--gold", type=Path, default=ROOT.parent / "shared")
    cli.add_argument("--write", action="store_true", help="write docs/performance.md")
    cli.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    ask = cli.parse_args()
    if ask.measure:
        print(json.dumps(measure(ask.measure)))
        return
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in ask.sizes:
            path = articles(size, ask.gold, Path(folder))
            done = subprocess.run(
                [sys.executable, __file__, "--measure", str(path)],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                sys.exit(done.stderr)
            rows.append(json.loads(done.stdout))
            print(json.dumps(rows[-1]), flush=True)
    text = table(rows)
    print(text)
    if ask.write:
        PAGE.write_text(head() + text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
