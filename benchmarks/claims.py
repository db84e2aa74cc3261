"""Claims alone: how fast, how linear, how well on own gold, and side by side with what others would use.

    python benchmarks/claims.py [--gold DIR] [--others PYTHON] [--articles N] [--write]

`--gold` is the folder with `score/` and the gold (`../shared`). `--others` is the interpreter of an environment with
recognizers-text-number, emoji==1.7.0, quantulum3, text2num and dateparser; without it the comparison is left out.
`--write` puts what is printed into docs/claims.md, between its marks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from firsthand.attribute.engine import Attributed, attribute
from firsthand.claim.engine import extract_claims
from firsthand.claim.numbers import find_numbers
from firsthand.model.document import Document

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "claims.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
READERS = ROOT / "benchmarks" / "number_readers.py"
ARTICLE = 600
KINDS = ("number", "ordinal", "percent", "range")
Row = dict[str, Any]
GROUPS: dict[str, dict[str, tuple[int, ...]]] = {
    "by design: the value expected is not the one that the words say (120分の1 as 0.00826)": {
        "japanese-number": (
            152, 182, 191, 279, 308, 317, 405, 420, 443, 485, 499, 513, 601, 673, 678, 689, 694,
        ),
        "japanese-percent": (104, 129, 135, 138, 150, 167),
        "japanese-range": (56, 112),
    },
    "by design: a power as one number (2^-1)": {"japanese-number": (74, 76, 81)},
    "by design: a division by a hundred as per cent (12/100)": {
        "japanese-percent": (111, 140, 148, 177, 195),
    },
    "by design: the day of a date as a number": {
        "korean-ordinal": (54, 55, 58, 60),
        "japanese-number": (476,),
    },
    "by design: a first that has no number word (first class)": {
        "japanese-ordinal": (83,),
        "korean-ordinal": (41, 43),
    },
    "by design: a plain number expected to be none (1ドル, 10000)": {
        "japanese-number": (531, 561, 690),
        "german-number": (38,),
    },
    "number words in kana (にじゅうさん), which news does not print": {
        "japanese-number": (750, 751, 752, 756, 760, 761, 762),
        "japanese-percent": (176,),
    },
}  # fmt: skip
HOSTILE: dict[str, tuple[str, int]] = {
    "digits": ("7", 1_000_000), "commas": (",", 1_000_000), "million": ("million ", 125_000),
    "1,000 ": ("1,000 ", 166_000), "half of the ": ("half of the ", 83_000),
}  # fmt: skip


def document(text: str, row: Row | None = None) -> Document:
    row = row or {}
    return Document(
        document=str(row.get("id", "d")), text=text, text_sha256="0" * 64,
        language=row.get("language", "en"), published=row.get("published", "2025-03-04"),
    )  # fmt: skip


def rows(path: Path) -> list[Row]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def speed(gold: Path, count: int) -> Iterator[str]:
    """Yield articles a second for claims alone, and the stages around them."""
    texts = [r["text"] for r in rows(gold / "attribution" / "polnear" / "dev.jsonl.gz")[:count]]
    docs = [document(text) for text in texts]
    size = sum(len(text.split()) for text in texts) / ARTICLE
    voiced = [(each, attribute(each)) for each in docs]
    best = {
        "claims": min(seconds(lambda: [extract_claims(*v) for v in voiced]) for _ in range(5)),
        "numbers": min(
            seconds(lambda: [find_numbers(t, language="en") for t in texts]) for _ in range(3)
        ),
    }
    yield f"{len(docs)} news articles, counted as {size:.0f} of {ARTICLE} words; one thread, best of five runs, processor time."
    yield ""
    yield "| stage | articles a second |\n| --- | --- |"
    for name, took in best.items():
        yield f"| {name} alone | {size / took:.0f} |"


def linearity(gold: Path) -> Iterator[str]:
    """Yield the time for a text once to 64 times over, and for a megabyte of hostile text."""
    text = rows(gold / "attribution" / "polnear" / "dev.jsonl.gz")[0]["text"] + "\n\n"
    yield "| text | seconds | growth for twice the text |\n| --- | --- | --- |"
    before = None
    for times in (1, 2, 4, 8, 16, 32, 64):
        doc = document(text * times)
        voiced = attribute(doc)
        took = min(seconds(lambda d=doc, v=voiced: extract_claims(d, v)) for _ in range(3))
        grown = f"{took / before:.2f} ×" if before else ""
        yield f"| {times} × {len(text.split())} words | {took:.3f} | {grown} |"
        before = took
    for name, (piece, times) in HOSTILE.items():
        doc = document(piece * times)
        took = seconds(lambda d=doc: extract_claims(d, Attributed()))
        yield f"| a megabyte of “{name.strip()}” | {took:.2f} | |"


def own_gold(gold: Path) -> Iterator[str]:
    """Yield the scorer's figures on our own passages, those read and those kept closed."""
    yield "```text"
    for name in ("own", "second", "last"):
        path = ROOT / "tests" / "data" / "claims" / f"{name}.jsonl"
        with tempfile.TemporaryDirectory() as work:
            batch, told = Path(work) / "batch.jsonl", Path(work) / "told.jsonl"
            keep = ("language", "published", "text")
            lines = [{"document": r["id"], **{k: r[k] for k in keep}} for r in rows(path)]
            batch.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
            with told.open("wb") as out:
                subprocess.run(
                    [sys.executable, "-m", "firsthand", "extract", str(batch)],
                    stdout=out,
                    check=True,
                )
            scorer = [sys.executable, str(gold / "score" / "claims.py"), str(path), str(told)]
            scored = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
        yield f"{name}.jsonl\n{scored.rstrip()}\n"
    yield "```"


def same(told: list[Any] | None, gold: list[Any]) -> bool:
    """Tell whether two lists hold the same values in any order, to nine digits."""
    if told is None or len(told) != len(gold):
        return False
    key = lambda v: [float("nan") if x is None else x for x in v] if isinstance(v, list) else [v]  # noqa: E731
    left, right = sorted(map(key, told), key=repr), list(map(key, gold))
    for one in left:
        match = next((o for o in right if len(o) == len(one) and all(map(near, one, o))), None)
        if match is None:
            return False
        right.remove(match)
    return True


def near(a: float, b: float) -> bool:
    return a == b or (a != a and b != b) or abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def ours(case: Row) -> list[Any]:
    found = find_numbers(case["text"], language=case["language"])
    return [list(f.value) if isinstance(f.value, tuple) else f.value for f in found if f.kind == case["kind"]]  # fmt: skip


def others(python: str, reader: str, lines: list[Row]) -> dict[str, Row]:
    """Return what another library tells of each line, by id."""
    given = "\n".join(json.dumps(line) for line in lines)
    done = subprocess.run(
        [python, str(READERS), reader], input=given, capture_output=True, text=True, check=True
    )
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def side_by_side(gold: Path, python: str) -> Iterator[str]:
    """Yield cases right by language and kind: values alone, places not asked, so that no format costs anybody."""
    cases = rows(gold / "numbers" / "recognizers-dev.jsonl")
    names = ("recognizers", "quantulum3", "text2num")
    told = {name: others(python, name, cases) for name in names}
    count: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for case in cases:
        values = [g["value"] for g in case["expected"]]
        for key in ((case["language"], case["kind"]), (case["language"], "all")):
            count[key]["firsthand"].append(same(ours(case), values))
            for name in names:
                row = told[name][case["id"]]
                if "values" in row:
                    count[key][name].append(same(row["values"], values))
    yield "| language | kind | cases | Firsthand | Recognizers-Text | quantulum3 | text2num |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for (language, kind), by_name in sorted(count.items()):
        total = len(by_name["firsthand"])
        cells = [cell(by_name[name], total) for name in ("firsthand", *names)]
        yield f"| {language} | {kind} | {total} | {' | '.join(cells)} |"


def cell(right: list[int], total: int) -> str:
    """Return per cent right of the cases that a library takes; how many where these are not all."""
    if not right:
        return "–"
    share = f"{100 * sum(right) / len(right):.1f}"
    return share if len(right) == total else f"{share} of {len(right)}"


def groups(gold: Path) -> Iterator[str]:
    """Yield the cases on which we differ from the recogniser's conventions, by what they are about."""
    cases = rows(gold / "numbers" / "recognizers-dev.jsonl")
    held: dict[str, int] = defaultdict(int)
    for case in cases:
        if not same(ours(case), [g["value"] for g in case["expected"]]):
            held[group_of(case)] += 1
    yield "| group | cases |\n| --- | --- |"
    for name, number in sorted(held.items(), key=lambda g: -g[1]):
        yield f"| {name} | {number} |"


def group_of(case: Row) -> str:
    """Return why a case differs: a convention of the cases that we do not follow, or a miss of ours."""
    if case["language"] in ("french", "spanish", "chinese"):
        return f"{case['language']}: numbers are reported, no claim grammar"
    name, number = case["id"].rsplit("-", 1)
    for group, listed in GROUPS.items():
        if int(number) in listed.get(name, ()):
            return group
    return f"missed: {case['language']} {case['kind']}"


def times(gold: Path, python: str) -> Iterator[str]:
    """Yield how many of gold's periods are found: a day inside is enough for dateparser, ours must have both ends."""
    texts = [
        *rows(gold / "claims" / "dev.jsonl"),
        *rows(ROOT / "tests" / "data" / "claims" / "own.jsonl"),
        *rows(ROOT / "tests" / "data" / "claims" / "second.jsonl"),
    ]
    told = others(python, "dateparser", texts)
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in texts:
        doc = document(row["text"], row)
        mine = {
            (c.when.start, c.when.end) for c in extract_claims(doc, attribute(doc)).claims if c.when
        }
        for claim in row["claims"]:
            span = claim.get("when")
            if not span or claim.get("optional"):
                continue
            fair = [span, *(w for w in claim.get("accept", {}).get("when", []) if w)]
            days = [day for _, day in told[row["id"]].get("times") or []]
            inside = any((w["from"] or "0") <= d <= (w["to"] or "9") for w in fair for d in days)
            count[row["language"]][0] += 1
            count[row["language"]][1] += any((w["from"], w["to"]) in mine for w in fair)
            count[row["language"]][2] += inside
    yield "| language | periods | Firsthand, both ends right | dateparser, any day inside |"
    yield "| --- | --- | --- | --- |"
    for language, (total, own, other) in sorted(count.items()):
        yield f"| {language} | {total} | {100 * own / total:.1f} | {100 * other / total:.1f} |"


def report(gold: Path, python: str | None, articles: int) -> Iterator[str]:
    now = datetime.now(UTC).strftime("%d %B %Y")
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    yield (
        f"Measured by `benchmarks/claims.py` on {now}: Python {platform.python_version()}, {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load:.1f}.\n"
    )
    parts: list[tuple[str, Iterator[str]]] = [
        ("Speed", speed(gold, articles)),
        ("Linear in length", linearity(gold)),
        ("Own gold", own_gold(gold)),
        ("Where we differ from the recogniser's cases", groups(gold)),
    ]
    if python:
        parts.append(("Numbers, side by side", side_by_side(gold, python)))
        parts.append(("Periods, side by side", times(gold, python)))
    for title, lines in parts:
        yield f"### {title}\n"
        yield from lines
        yield ""


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    cli.add_argument("--gold", type=Path, default=ROOT.parent / "shared")
    cli.add_argument("--others", metavar="PYTHON")
    cli.add_argument("--articles", type=int, default=84)
    cli.add_argument("--write", action="store_true")
    ask = cli.parse_args()
    out = []
    for line in report(ask.gold, ask.others, ask.articles):
        print(line, flush=True)
        out.append(line)
    if ask.write:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        _, _, tail = rest.partition(END)
        PAGE.write_text(f"{head}{BEGIN}\n\n" + "\n".join(out) + f"\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
