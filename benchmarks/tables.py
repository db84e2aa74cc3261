"""Official tables: what others read of them, and how fast a long file is read.

    python benchmarks/tables.py [--json FILE] [--long MEGABYTES] [--gold DIR ...]

Every reader runs with its default settings, as somebody would call it first. To be generous, another reader
has a number right where the printed number is anywhere among the numbers it returns (no multiplier, place,
label or unit asked), and has lost a row where none of the row's numbers is; for ours row, column, period,
labels, unit and flags are held too. pandas, petl, clevercsv and frictionless are measured where they are
installed (`uv pip install pandas openpyxl xlrd odfpy lxml petl clevercsv frictionless`).
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.model.base import to_json
from firsthand.tables.load import load_table
from firsthand.watch.engine import watch

ROOT = Path(__file__).resolve().parents[1]
GOLD = (ROOT.parent / "shared" / "tables" / "dev", ROOT / "tests" / "data" / "tables" / "gold")


@dataclass
class Found:
    """What one reader made of all files."""

    reader: str
    cells: int
    files: int = 0
    right: int = 0
    misread: int = 0
    rows_lost: int = 0
    seconds: float = 0.0


def files(folders: list[Path]) -> list[tuple[Path, dict[str, Any]]]:
    """Return each file with its gold."""
    out = []
    for path in sorted(p for folder in folders for p in folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        out.append((path.with_name(gold["table"]), gold))
    return out


def with_pandas(path: Path) -> Iterator[Any]:
    import pandas as pd

    if path.suffix in {".csv", ".tsv"}:
        frames = [pd.read_csv(path)]
    elif path.suffix in {".xlsx", ".xls", ".ods"}:
        frames = list(pd.read_excel(path, sheet_name=None).values())
    elif path.suffix == ".html":
        frames = pd.read_html(path)
    else:
        raise ValueError(path.suffix)
    return (value for frame in frames for row in frame.itertuples(index=False) for value in row)


def with_petl(path: Path) -> Iterator[Any]:
    import petl

    table = petl.fromcsv(str(path)) if path.suffix == ".csv" else petl.fromtsv(str(path))
    return (value for row in table for value in row)


def with_clevercsv(path: Path) -> Iterator[Any]:
    import clevercsv

    return (value for row in clevercsv.read_table(str(path)) for value in row)


def with_frictionless(path: Path) -> Iterator[Any]:
    from frictionless import Resource

    with Resource(path.name, basepath=str(path.parent)) as held:
        yield from (value for row in held.row_stream for value in row.to_list())


OTHERS: dict[str, Callable[[Path], Iterable[Any]]] = {
    "pandas": with_pandas,
    "petl": with_petl,
    "clevercsv": with_clevercsv,
    "frictionless": with_frictionless,
}


def number(value: Any) -> float | None:
    """Return what a reader has as a number; text counts where float reads it."""
    try:
        found = float(value)
    except (TypeError, ValueError):
        return None
    return round(found, 6) if found == found else None


def printed(told: dict[str, Any]) -> list[float]:
    """Return the numbers a cell of the gold may print: its value over every multiplier."""
    factors = (1, 100, 1e3, 1e4, 1e6, 1e8, 1e9)
    return [] if told["value"] is None else [round(told["value"] / f, 6) for f in factors]


def held(values: Iterable[Any], gold: dict[str, Any]) -> tuple[int, int, int]:
    """Return how many numbers of the gold are among what a reader returned, how many of rows that it
    kept are not, and how many rows it lost."""
    bag = Counter(n for n in map(number, values) if n is not None)
    rows: dict[tuple[str | None, str], list[bool]] = {}
    for series in gold["series"]:
        for told in series["values"]:
            if told["value"] is None:
                continue
            got = next((n for n in printed(told) if bag[n]), None)
            if got is not None:
                bag[got] -= 1
            row = (series["sheet"], told["cell"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
            rows.setdefault(row, []).append(got is not None)
    kept = [found for found in rows.values() if any(found)]
    right = sum(map(sum, kept))
    return right, sum(map(len, kept)) - right, len(rows) - len(kept)


def ours(path: Path, gold: dict[str, Any]) -> int:
    """Return how many cells are all right, by the shared scorer."""
    sys.path.insert(0, str(ROOT.parent / "shared" / "score"))
    import tables as scorer

    told = json.loads(to_json(load_table(path)))
    return int(scorer.score(gold, told)["right"])


def measure(name: str, held_files: list[tuple[Path, dict[str, Any]]], numbers: int) -> Found:
    """Measure one other reader on every file; a file it cannot read counts as lost."""
    found = Found(name, numbers)
    for path, gold in held_files:
        began = time.perf_counter()
        try:
            values: list[Any] = list(OTHERS[name](path))
            found.files += 1
        except Exception:
            values = []
        found.seconds += time.perf_counter() - began
        right, misread, lost = held(values, gold)
        found.right += right
        found.misread += misread
        found.rows_lost += lost
    return found


def compare(held_files: list[tuple[Path, dict[str, Any]]]) -> list[Found]:
    """Measure every reader on every file: ours on all cells, the others on cells with a number."""
    told = [v for _, gold in held_files for s in gold["series"] for v in s["values"]]
    began = time.perf_counter()
    right = sum(ours(path, gold) for path, gold in held_files)
    seconds = time.perf_counter() - began
    table = [Found("firsthand", len(told), len(held_files), right, len(told) - right, 0, seconds)]
    numbers = sum(v["value"] is not None for v in told)
    for name in OTHERS:
        try:
            __import__(name)
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        table.append(measure(name, held_files, numbers))
    return table


def write_long(path: Path, megabytes: int) -> int:
    """Write monthly series of ten years, every five-hundredth raised at its end; return how many."""
    rng = np.random.default_rng(0)
    season = np.exp(0.3 * np.sin(np.arange(120) * 2 * np.pi / 12))
    periods = [f"{y}-{m:02}" for y in range(2015, 2025) for m in range(1, 13)]
    written = groups = 0
    with path.open("w", encoding="utf-8") as out:
        out.write("partner,commodity,unit,period,value,flag\n")
        while written < megabytes * 1e6:
            values = rng.poisson(rng.uniform(2, 400) * season)
            values[-1] *= 1 if groups % 500 else 12
            unit = "tonnes" if groups % 2 else "persons"
            head = f"C{groups % 250},item {groups // 250},{unit}"
            written += out.write(
                "".join(
                    f"{head},{p},{v},{'p' if p >= '2024-10' else ''}\n"
                    for p, v in zip(periods, values, strict=True)
                )
            )
            groups += 1
    return groups


def long_file(megabytes: int) -> dict[str, Any]:
    """Write a long file of about so many megabytes and measure how it is read and watched."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.csv"
        groups = write_long(path, megabytes)
        size = path.stat().st_size / 1e6
        out: dict[str, Any] = {"megabytes": size, "series": groups, "steps": {}}
        held: list[Any] = []
        for name, step in (
            ("load_table", lambda: held.append(load_table(path))),
            ("watch", lambda: held.append(watch([held[0]]))),
        ):
            wall, cpu = time.perf_counter(), time.process_time()
            step()
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            out["steps"][name] = {
                "seconds": wall, "processor_seconds": cpu, "mb_per_second": size / wall,
                "mb_per_processor_second": size / cpu, "peak_mb": peak,
            }  # fmt: skip
        out["alarms"] = held[1].tally.alarms
    return out


def as_table(head: list[str], rows: list[list[object]]) -> str:
    """Return a table in Markdown."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def of_readers(found: list[Found]) -> str:
    """Return the readers side by side."""
    rows: list[list[object]] = [
        [
            r.reader,
            r.files,
            f"{100 * r.right / r.cells:.1f} %",
            r.misread,
            r.rows_lost,
            f"{r.seconds:.1f}",
        ]
        for r in found
    ]
    return as_table(
        ["reader", "files read", "cells right", "cells misread", "rows lost", "seconds"], rows
    )


def of_long(long: dict[str, Any]) -> str:
    """Return how a long file was read and watched."""
    rows: list[list[object]] = [
        [name, f"{s['seconds']:.0f}", f"{s['mb_per_second']:.0f}", f"{s['processor_seconds']:.0f}",
         f"{s['mb_per_processor_second']:.0f}", f"{s['peak_mb']:,.0f}"]
        for name, s in long["steps"].items()
    ]  # fmt: skip
    name = f"{long['megabytes']:,.0f} MB, {long['series']:,} monthly series of ten years"
    return as_table(
        [name, "seconds", "MB/s", "processor seconds", "MB a processor second", "peak MB so far"],
        rows,
    )


def write_docs(parts: dict[str, str]) -> None:
    """Put each table between its marks in docs/tables.md."""
    page = ROOT / "docs" / "tables.md"
    text = page.read_text("utf-8")
    for name, table in parts.items():
        start = f"<!-- {name}: written by benchmarks/tables.py -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}{start}\n{table}\n<!-- /{name} -->{after}"
    page.write_text(text, "utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    cli.add_argument("--json", type=Path)
    cli.add_argument("--long", type=int, default=100, metavar="MEGABYTES", help="0: leave it out")
    cli.add_argument("--gold", type=Path, nargs="*", default=list(GOLD))
    cli.add_argument("--docs", action="store_true", help="write the figures into docs/tables.md")
    args = cli.parse_args()
    # The long file first, so that the peak of memory is its own.
    long = long_file(args.long) if args.long else None
    found = compare(files(args.gold))
    parts = {"readers": of_readers(found)} | ({"long": of_long(long)} if long else {})
    print("\n\n".join(parts.values()))
    if args.json:
        held = {"readers": [asdict(row) for row in found], "long": long}
        args.json.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    if args.docs:
        write_docs(parts)


if __name__ == "__main__":
    main()
