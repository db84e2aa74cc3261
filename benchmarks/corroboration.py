"""Measure who copied whom and how many really knew, on invented worlds with known provenance.

    python benchmarks/corroboration.py world [--seeds 7 21] [--stories 84] [--articles 12]
    python benchmarks/corroboration.py packs
    python benchmarks/corroboration.py growth [--sizes 1000 3000 10000]
    python benchmarks/corroboration.py fit [--seeds 11 12]

`world` makes a world for each seed, extracts, corroborates, and scores edges, groups, questions and
origins beside two baselines (everybody on his own; shingles). `packs` scores the sample cases.
`growth` times the stage on texts alone. `fit` fits the weights of `corroborate/copying.py` again and
prints them. Each prints a table and, with --json FILE, writes what it printed. `--shared DIR` is the
folder with `score/`; it is `../shared` beside the checkout unless told.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from firsthand.corroborate.articles import sort_documents
from firsthand.corroborate.copying import WEIGHTS, Copying
from firsthand.corroborate.credits import credits_of
from firsthand.corroborate.engine import corroborate
from firsthand.corroborate.lines import lines
from firsthand.corroborate.titles import Titles
from firsthand.model.document import Document, House
from firsthand.model.extraction import Extraction
from firsthand.run.extract import extract_document

ROOT = Path(__file__).parent.parent
PACKS = ("a-border-entries", "c-ship-to-ship", "e-troop-numbers")
FIELDS = ("articles", "outlets", "publishers", "origins", "conflict")


def make_world(shared: Path, seed: int, stories: int, articles: int, folder: Path) -> Path:
    """Write a world with that seed into `folder` and return it."""
    maker = shared / "score" / "echo_world.py"
    subprocess.run(
        [sys.executable, str(maker), str(folder), "--seed", str(seed), "--stories", str(stories), "--articles", str(articles)],
        check=True,
    )  # fmt: skip
    return folder


def documents(world: Path) -> list[Document]:
    """Read the articles of a world."""
    found = []
    for line in (world / "articles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found.append(
            Document(
                document=row["id"],
                text=row["text"],
                text_sha256=hashlib.sha256(row["text"].encode()).hexdigest(),
                language="en",
                title=row["title"],
                published=row["published"],
                outlet=_house(row["outlet"]),
                publisher=_house(row["publisher"]),
            )
        )
    return found


def _house(name: str) -> House:
    return House(id=name.lower().replace(" ", "-"), name=name)


def scored(shared: Path, world: Path, *more: str) -> dict[str, dict[str, float]]:
    """Return what the scorer says of the world's predictions, or of a baseline."""
    scorer = shared / "score" / "corroboration.py"
    gold = world / "gold.jsonl"
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), *more, "--json"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    told: dict[str, dict[str, float]] = json.loads(done.stdout)
    return told


def world(ask: argparse.Namespace) -> list[dict[str, object]]:
    """Score the stage and both baselines on a world for each seed."""
    rows: list[dict[str, object]] = []
    for seed in ask.seeds:
        with tempfile.TemporaryDirectory() as name:
            folder = make_world(ask.shared, seed, ask.stories, ask.articles, Path(name))
            extractions = [extract_document(d) for d in documents(folder)]
            start = time.process_time()
            told = folder / "told.jsonl"
            found = lines(corroborate(extractions))
            told.write_text("".join(json.dumps(line) + "\n" for line in found), "utf-8")
            seconds = time.process_time() - start
            articles = str(folder / "articles.jsonl")
            for kind in ("own", "shingle"):
                rows.append(
                    _row(seed, kind, scored(ask.shared, folder, articles, "--baseline", kind))
                )
            ours = _row(seed, "firsthand", scored(ask.shared, folder, str(told)))
            rows.append({**ours, "articles": len(extractions), "cpu_s": round(seconds, 1)})
    return rows


def _row(seed: int, who: str, told: dict[str, dict[str, float]]) -> dict[str, object]:
    return {
        "seed": seed,
        "who": who,
        "edges F1": round(told["edges"]["f1"], 3),
        "credited": round(told["credited"]["f1"], 3),
        "uncredited": round(told["uncredited"]["f1"], 3),
        "ancestor": round(told["ancestor"]["f1"], 3),
        "groups ARI": round(told["groups"]["ari"], 3),
        "questions ARI": round(told["questions"]["ari"], 3),
        "origins MAE": round(told["origins"]["mean_absolute_error"], 3),
        "exact": round(told["origins"]["exact"], 3),
        "coverage": round(told["origins"]["coverage"], 3),
    }


def packs(ask: argparse.Namespace) -> list[dict[str, object]]:
    """Score the sample cases through `firsthand brief`."""
    rows: list[dict[str, object]] = []
    for name in PACKS:
        pack = ask.shared / "cases" / name
        tables = [w for t in sorted((pack / "tables").iterdir()) for w in ("--table", str(t))]
        with tempfile.TemporaryDirectory() as folder:
            brief = Path(folder) / "brief.json"
            words = ["brief", str(pack / "articles"), *tables, "--format", "json", "-o", str(brief)]
            subprocess.run(
                [sys.executable, "-m", "firsthand", *words], check=False, capture_output=True
            )
            scorer = str(ask.shared / "score" / "corroboration.py")
            done = subprocess.run(
                [sys.executable, scorer, "--pack", str(pack), str(brief), "--json"],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
        told = json.loads(done.stdout)
        whole = sum(m["question"] == "whole case" for m in told["misses"])
        fields = {f: told["right"][f] for f in FIELDS}
        right, of = sum(fields.values()) + 4 - whole, 5 * told["questions"] + 4
        share = round(right / of, 3)
        rows.append(
            {
                "pack": name,
                "found": told["found"],
                "of": told["questions"],
                "extra": told["extra"],
                **fields,
                "share": share,
            }
        )
    return rows


def growth(ask: argparse.Namespace) -> list[dict[str, object]]:
    """Time the stage on texts alone (no claims), for worlds of growing size."""
    rows: list[dict[str, object]] = []
    for size in ask.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = make_world(ask.shared, 7, max(1, round(size / 13.2)), 12, Path(name))
            made = [Extraction(document=d) for d in documents(folder)]
        start = time.process_time()
        corroborate(made)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append(
            {
                "articles": len(made),
                "cpu_s": round(seconds, 1),
                "ms_an_article": round(1000 * seconds / len(made), 2),
                "peak_MB": round(peak),
            }
        )
    return rows


# ------------------------------------------------------------------------------------------- fit


def fit(ask: argparse.Namespace) -> list[dict[str, object]]:
    """Fit the weights of the candidates by gradient descent on the softmax over them and none."""
    data = []
    for seed in ask.seeds:
        with tempfile.TemporaryDirectory() as name:
            folder = make_world(ask.shared, seed, ask.stories, ask.articles, Path(name))
            gold = {
                g["article"]: g["derived_from"]
                for g in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
            }
            held = sort_documents([Extraction(document=d) for d in documents(folder)]).held
        titles = Titles(held)
        copying = Copying(held, [credits_of(h, titles) for h in held])
        for at, article in enumerate(held):
            found = copying.candidates(at)
            true = gold[article.id][:1]
            right = [n for n, c in enumerate(found) if held[c.earlier].id in true]
            if found and bool(right) == bool(true):
                features = np.array([[float(c.features[k]) for k in WEIGHTS] for c in found])
                data.append((features, right[0] + 1 if right else 0))
    weights, bias = _descend(data)
    told = [
        {"feature": k, "now": WEIGHTS[k], "fitted": round(float(w), 2)}
        for k, w in zip(WEIGHTS, weights, strict=True)
    ]
    return [*told, {"feature": "BIAS", "now": None, "fitted": round(bias, 2)}]


def _descend(data: Sequence[tuple[np.ndarray, int]], steps: int = 400) -> tuple[np.ndarray, float]:
    scale = np.concatenate([m for m, _ in data]).std(axis=0) + 1e-9
    scaled = [(m / scale, right) for m, right in data]
    theta = np.append(np.zeros(len(scale)), -3.0)
    first, second = np.zeros_like(theta), np.zeros_like(theta)
    for step in range(1, steps + 1):
        slope = np.zeros_like(theta)
        for features, right in scaled:
            odds = np.append(0.0, features @ theta[:-1] + theta[-1])
            share = np.exp(odds - odds.max())
            share /= share.sum()
            share[right] -= 1
            slope += np.append(features.T @ share[1:], share[1:].sum())
        slope = slope / len(scaled) + np.append(1e-3 * theta[:-1], 0.0)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        theta -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return theta[:-1] / scale, float(theta[-1])


# ------------------------------------------------------------------------------------------- print


def show(rows: Sequence[dict[str, object]]) -> None:
    """Print rows as a table."""
    names = list(dict.fromkeys(n for row in rows for n in row))
    table = [names, *([str(row.get(n, "")) for n in names] for row in rows)]
    widths = [max(len(line[i]) for line in table) for i in range(len(names))]
    for line in table:
        print(
            "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()
        )


COMMANDS: dict[str, Callable[[argparse.Namespace], list[dict[str, object]]]] = {
    "world": world, "packs": packs, "growth": growth, "fit": fit,
}  # fmt: skip


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("command", choices=COMMANDS)
    cli.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    cli.add_argument("--seeds", type=int, nargs="+")
    cli.add_argument("--stories", type=int, default=84)
    cli.add_argument("--articles", type=int, default=12)
    cli.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    cli.add_argument("--json", type=Path)
    ask = cli.parse_args()
    ask.seeds = ask.seeds or ([11, 12] if ask.command == "fit" else [7])
    rows = COMMANDS[ask.command](ask)
    show(rows)
    if ask.json:
        ask.json.write_bytes(msgspec.json.encode(rows))


if __name__ == "__main__":
    main()
