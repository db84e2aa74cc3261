"""Measure where every stage stands on the gold, and write docs/accuracy.md.

    python benchmarks/accuracy.py [--gold DIR] [--only NAME ...]

Each block of the page is what the scorer printed, with the digest of the gold that it read.
`--gold` is the folder that holds `score/` and the gold; it is `../shared` beside the checkout unless told.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
FIRSTHAND = [sys.executable, "-m", "firsthand"]
OWN = "tests/data/claims"
PACKS = ("a-border-entries", "c-ship-to-ship", "e-troop-numbers")


def firsthand(*words: str, to: Path, given: Path | None = None) -> None:
    """Run a command; its output goes to `to`. Exit codes 0 and 1 are fine."""
    with to.open("wb") as out, (given or Path(os.devnull)).open("rb") as source:
        code = subprocess.run(
            [*FIRSTHAND, *words], stdout=out, stdin=source, stderr=subprocess.PIPE, check=False
        )
    if code.returncode not in (0, 1):
        sys.exit(
            f"firsthand {' '.join(words)}: exit {code.returncode}\n{code.stderr.decode()[-2000:]}"
        )


def score(gold: Path, name: str, *words: str) -> str:
    """Run a scorer and return what it printed."""
    done = subprocess.run(
        [sys.executable, str(gold / "score" / name), *words],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{name} {' '.join(words)}: {done.stderr}")
    return done.stdout.rstrip()


def lines_for_extract(source: Path, to: Path) -> None:
    """Turn gold lines into the batch lines that `extract` reads, without the gold."""
    opener = gzip.open if source.suffix == ".gz" else open
    keep = ("language", "published", "publisher", "outlet")
    with opener(source, "rt", encoding="utf-8") as lines, to.open("w", encoding="utf-8") as out:
        for line in filter(str.strip, lines):
            row = json.loads(line)
            batch = {"document": row.get("id") or row.get("document"), "text": row["text"]}
            out.write(
                json.dumps({**batch, **{k: row[k] for k in keep if row.get(k)}}, ensure_ascii=False)
                + "\n"
            )


def extracted(source: Path, work: Path) -> Path:
    """Run `extract` over a gold file's texts."""
    batch, told = work / "batch.jsonl", work / "told.jsonl"
    lines_for_extract(source, batch)
    firsthand("extract", str(batch), to=told)
    return told


def chains(gold: Path, work: Path) -> str:
    file = gold / "attribution" / "chains" / "dev.jsonl"
    return score(gold, "chains.py", str(file), str(extracted(file, work)))


def seed(gold: Path, work: Path) -> str:
    file = gold / "attribution" / "chains" / "seed.jsonl"
    return score(gold, "chains.py", str(file), str(extracted(file, work)))


def polnear(gold: Path, work: Path) -> str:
    file = gold / "attribution" / "polnear" / "dev.jsonl.gz"
    return score(gold, "attribution.py", str(file), str(extracted(file, work)))


def claims(gold: Path, work: Path) -> str:
    file = gold / "claims" / "dev.jsonl"
    return score(gold, "claims.py", str(file), str(extracted(file, work)))


def own(gold: Path, work: Path) -> str:
    """Score our own passages: read, read later, and kept closed (only figures of these are looked at)."""
    told = []
    for name in ("own", "second", "last"):
        file = ROOT / "tests" / "data" / "claims" / f"{name}.jsonl"
        told.append(
            f"{name}.jsonl\n{score(gold, 'claims.py', str(file), str(extracted(file, work)))}"
        )
    return "\n\n".join(told)


def numbers(gold: Path, work: Path) -> str:
    file = gold / "numbers" / "recognizers-dev.jsonl"
    told = work / "told.jsonl"
    batch = work / "batch.jsonl"
    with batch.open("w") as out:
        for line in file.read_text().splitlines():
            row = json.loads(line)
            out.write(json.dumps({k: row[k] for k in ("id", "text", "language")}) + "\n")
    firsthand("numbers", str(batch), to=told)
    return score(gold, "numbers.py", str(file), str(told))


def tables(gold: Path, work: Path) -> str:
    told = work / "tables"
    told.mkdir()
    for file in sorted((gold / "tables" / "dev").iterdir()):
        if not file.name.endswith(".gold.json"):
            firsthand(
                "table", "inspect", str(file), "--format", "json", to=told / f"{file.stem}.json"
            )
    return score(gold, "tables.py", str(gold / "tables" / "dev"), str(told))


def packs(gold: Path, work: Path) -> str:
    return "\n\n".join(pack(gold, work, name) for name in PACKS)


def pack(gold: Path, work: Path, name: str) -> str:
    folder, told = gold / "cases" / name, work / f"{name}.json"
    held = [word for t in sorted((folder / "tables").iterdir()) for word in ("--table", str(t))]
    firsthand("brief", str(folder / "articles"), *held, "--format", "json", to=told)
    return f"{name}\n{score(gold, 'corroboration.py', '--pack', str(folder), str(told))}"


def world(gold: Path, work: Path) -> str:
    made, told = work / "world", work / "told.jsonl"
    score(gold, "echo_world.py", str(made), "--stories", "85", "--seed", "7")
    firsthand("corroborate", str(made / "articles.jsonl"), "--format", "lines", to=told)
    ours = score(gold, "corroboration.py", str(made / "gold.jsonl"), str(told))
    base = score(
        gold,
        "corroboration.py",
        str(made / "gold.jsonl"),
        str(made / "articles.jsonl"),
        "--baseline",
        "shingle",
    )
    return f"Firsthand\n{ours}\n\nBaseline: shingles, 0.8 Jaccard\n{base}"


SECTIONS: dict[str, tuple[str, str, Callable[[Path, Path], str]]] = {
    "chains": ("On whose word: 120 passages", "attribution/chains/dev.jsonl", chains),
    "seed": ("On whose word: one real article", "attribution/chains/seed.jsonl", seed),
    "polnear": (
        "Source, cue and content on PolNeAR's 84 development articles",
        "attribution/polnear/dev.jsonl.gz",
        polnear,
    ),
    "claims": ("What is claimed: 130 short texts", "claims/dev.jsonl", claims),
    "own": ("What is claimed: 300 passages of our own, 100 of them closed", OWN, own),
    "numbers": ("Numbers alone, seven languages", "numbers/recognizers-dev.jsonl", numbers),
    "tables": ("Official tables: 12 files", "tables/dev", tables),
    "packs": ("Whole cases: three packs", "cases", packs),
    "world": ("Echo and origins: a synthetic world", "score/echo_world.py", world),
}


def digest(path: Path) -> str:
    """Digest of a file, or of all files below a folder."""
    whole = hashlib.sha256()
    for file in [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file()):
        whole.update(file.read_bytes())
    return whole.hexdigest()[:12]


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
        "# Accuracy\n\n"
        "Written by `make bench` (`benchmarks/accuracy.py`); do not edit by hand. Every block is what the scorer printed.\n"
        "Figures are per cent unless the block says otherwise. The gold is small: read a difference of a point as none.\n\n"
        f"Commit {commit or 'unknown'}, {now}, Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores.\n"
    )


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--gold", type=Path, default=ROOT.parent / "shared")
    cli.add_argument(
        "--only", nargs="*", choices=list(SECTIONS), help="print these and write nothing"
    )
    ask = cli.parse_args()
    if not (ask.gold / "score").is_dir():
        sys.exit(
            f"{ask.gold}: no folder score/ with the scorers; name the gold's folder with --gold"
        )
    page = [head()]
    for name in ask.only or SECTIONS:
        title, data, measure = SECTIONS[name]
        with tempfile.TemporaryDirectory() as work:
            told = measure(ask.gold, Path(work))
        print(f"== {title}\n{told}\n", flush=True)
        page.append(
            f"## {title}\n\nGold: `{data}`, digest `{digest((ROOT if data == OWN else ask.gold) / data)}`.\n\n```text\n{told}\n```\n"
        )
    if not ask.only:
        PAGE.write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()
