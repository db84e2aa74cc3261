"""Official tables: what others read of them, and how fast a long file is read.

    python benchmarks/tables.py [--json FILE] [--long MEGABYTES] [--gold DIR ...]

Every reader runs with its default settings, as somebody would call it first. A cell of the gold is told
right where the reader has, at its row and column, the number that is printed there (no multiplier asked);
for ours also period, labels, unit and flags are held. pandas, petl, clevercsv and frictionless are measured
where they are installed (`uv pip install pandas openpyxl xlrd odfpy lxml petl clevercsv frictionless`).
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from firsthand.model.base import to_json
from firsthand.tables.grid import column_number
from firsthand.tables.load import load_table

ROOT = Path(__file__).resolve().parents[1]
GOLD = (ROOT.parent / "shared" / "tables" / "dev", ROOT / "tests" / "data" / "tables" / "gold")
Grid = dict[tuple[str | None, int, int], Any]
"""(sheet, row, column) -> what a reader has there."""


def files(folders: list[Path]) -> list[tuple[Path, dict[str, Any]]]:
    """Return each file with its gold."""
    out = []
    for path in sorted(p for folder in folders for p in folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        out.append((path.with_name(gold["table"]), gold))
    return out


def with_pandas(path: Path) -> Grid:
    import pandas as pd

    if path.suffix in {".csv", ".tsv"}:
        frames = {None: pd.read_csv(path)}
    elif path.suffix in {".xlsx", ".xls", ".ods"}:
        frames = pd.read_excel(path, sheet_name=None)
    elif path.suffix == ".html":
        frames = dict(enumerate(pd.read_html(path)))
    else:
        raise ValueError(path.suffix)
    grid: Grid = {}
    for name, frame in frames.items():
        for r, record in enumerate(frame.itertuples(index=False), 1):
            grid |= {
                (name if isinstance(name, str) else None, r, c): v for c, v in enumerate(record)
            }
    return grid


def with_petl(path: Path) -> Grid:
    import petl

    table = petl.fromcsv(str(path)) if path.suffix == ".csv" else petl.fromtsv(str(path))
    return {(None, r, c): v for r, record in enumerate(table) for c, v in enumerate(record)}


def with_clevercsv(path: Path) -> Grid:
    import clevercsv

    return {
        (None, r, c): v
        for r, record in enumerate(clevercsv.read_table(str(path)))
        for c, v in enumerate(record)
    }


def with_frictionless(path: Path) -> Grid:
    from frictionless import Resource

    with Resource(path.name, basepath=str(path.parent)) as resource_:
        return {
            (None, r, c): v
            for r, row in enumerate(resource_.row_stream, 1)
            for c, v in enumerate(row.to_list())
        }


OTHERS: dict[str, Callable[[Path], Grid]] = {
    "pandas": with_pandas,
    "petl": with_petl,
    "clevercsv": with_clevercsv,
    "frictionless": with_frictionless,
}


def number(value: Any) -> float | None:
    """Return what a reader has as a number; text counts where float reads it."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def same(value: Any, told: dict[str, Any]) -> bool:
    """Tell whether a reader's value is the printed number, or no number where none is printed."""
    got = number(value)
    if told["value"] is None:
        return got is None or got != got
    if got is None or got != got:
        return False
    return any(
        abs(got * f - told["value"]) <= 1e-9 * max(1, abs(told["value"]))
        for f in (1, 100, 1e3, 1e4, 1e6, 1e8, 1e9)
    )


def held(read: Callable[[Path], Grid], path: Path, gold: dict[str, Any]) -> tuple[int, int, int]:
    """Return how many cells of the gold a reader has right, how many rows it lost, and how many there are."""
    cells = [
        (s["sheet"], v)
        for s in gold["series"]
        for v in s["values"]
        if not v["cell"].startswith("/")
    ]
    rows: dict[tuple[str | None, int], bool] = {}
    right = 0
    grid = read(path)
    for sheet, told in cells:
        letters, row = re.fullmatch(r"([A-Z]+)(\d+)", told["cell"]).groups()  # type: ignore[union-attr]  # always a cell
        where = (
            sheet if any(key[0] == sheet for key in grid) else None,
            int(row) - 1,
            column_number(letters),
        )
        right += where in grid and same(grid[where], told)
        key = (sheet, int(row))
        rows[key] = rows.get(key, False) or where in grid
    return right, sum(not kept for kept in rows.values()), len(rows)


def ours(path: Path, gold: dict[str, Any]) -> int:
    """Return how many cells are all right, by the shared scorer."""
    sys.path.insert(0, str(ROOT.parent / "shared" / "score"))
    import tables as scorer

    told = json.loads(to_json(load_table(path)))
    return int(scorer.score(gold, told)["right"])


def compare(held_files: list[tuple[Path, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Measure every reader on every file."""
    total = sum(len(s["values"]) for _, gold in held_files for s in gold["series"])
    began = time.perf_counter()
    right = sum(ours(path, gold) for path, gold in held_files)
    table: list[dict[str, Any]] = [
        {
            "reader": "firsthand",
            "files": len(held_files),
            "right": right,
            "cells": total,
            "rows_lost": 0,
            "seconds": time.perf_counter() - began,
        }
    ]
    for name, read in OTHERS.items():
        try:
            __import__(name)
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        found = {
            "reader": name,
            "files": 0,
            "right": 0,
            "cells": total,
            "rows_lost": 0,
            "seconds": 0.0,
        }
        for path, gold in held_files:
            began = time.perf_counter()
            try:
                good, lost, _ = held(read, path, gold)
            except Exception:
                lost = len(
                    {
                        (s["sheet"], v["cell"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
                        for s in gold["series"]
                        for v in s["values"]
                    }
                )
                good = 0
            else:
                found["files"] += 1
            found["right"] += good
            found["rows_lost"] += lost
            found["seconds"] += time.perf_counter() - began
        table.append(found)
    return table


def long_file(megabytes: int) -> dict[str, Any]:
    """Write a long file of about so many megabytes and measure how it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.csv"
        with path.open("w", encoding="utf-8") as out:
            out.write("partner,commodity,unit,period,value,flag\n")
            written, group = 0, 0
            while written < megabytes * 2**20:
                body = "".join(
                    f"C{group % 250},item {group // 250},{'tonnes' if group % 2 else 'thousand USD'},{y}-{m:02},"
                    f"{(group * 7919 + y * m) % 99991}.{m % 10},{'p' if y == 2024 else ''}\n"
                    for y in range(2005, 2025)
                    for m in range(1, 13)
                )
                written += out.write(body)
                group += 1
        size = path.stat().st_size / 1e6
        began = time.perf_counter()
        table = load_table(path)
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        began = time.perf_counter()
        values = sum(len(series.values) for series in table.series[:1000])
        made = time.perf_counter() - began
    return {
        "megabytes": size, "series": len(table.series), "seconds": seconds, "mb_per_second": size / seconds, "peak_mb": peak,
        "values_made": values, "seconds_for_values": made,
    }  # fmt: skip


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    cli.add_argument("--json", type=Path)
    cli.add_argument("--long", type=int, default=100, metavar="MEGABYTES")
    cli.add_argument("--gold", type=Path, nargs="*", default=list(GOLD))
    args = cli.parse_args()
    long = long_file(args.long)  # first, so that the peak of memory is its own
    table = compare(files(args.gold))
    print("reader        files  cells right  rows lost  seconds")
    for row in table:
        share = 100 * row["right"] / row["cells"]
        print(
            f"{row['reader']:13} {row['files']:5}  {share:9.1f} %  {row['rows_lost']:9}  {row['seconds']:7.1f}"
        )
    print(
        f"long file: {long['megabytes']:.0f} MB, {long['series']:,} series: {long['mb_per_second']:.0f} MB/s, peak {long['peak_mb']:.0f} MB"
    )
    print(f"series made: {long['values_made']:,} values in {long['seconds_for_values']:.1f} s")
    if args.json:
        args.json.write_text(
            json.dumps({"readers": table, "long": long}, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
