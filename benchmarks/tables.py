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

from firsthand.model.base import to_json
from firsthand.tables.load import load_table

ROOT = Path(__file__).resolve().parents[1]
GOLD = (ROOT.parent / "shared" / "tables" / "dev", ROOT / "tests" / "data" / "tables" / "gold")


@dataclass
class Found:
    """What one reader made of all files."""

    reader: str
    cells: int
    files: int = 0
    right: int = 0
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


def held(values: Iterable[Any], gold: dict[str, Any]) -> tuple[int, int]:
    """Return how many numbers of the gold are among what a reader returned, and how many rows it lost."""
    bag = Counter(n for n in map(number, values) if n is not None)
    rows: dict[tuple[str | None, str], bool] = {}
    right = 0
    for series in gold["series"]:
        for told in series["values"]:
            got = next((n for n in printed(told) if bag[n]), None)
            if got is not None:
                bag[got] -= 1
                right += 1
            if told["value"] is not None:
                row = (series["sheet"], told["cell"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
                rows[row] = rows.get(row, False) or got is not None
    return right, sum(not kept for kept in rows.values())


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
        right, lost = held(values, gold)
        found.right += right
        found.rows_lost += lost
    return found


def compare(held_files: list[tuple[Path, dict[str, Any]]]) -> list[Found]:
    """Measure every reader on every file: ours on all cells, the others on cells with a number."""
    told = [v for _, gold in held_files for s in gold["series"] for v in s["values"]]
    began = time.perf_counter()
    right = sum(ours(path, gold) for path, gold in held_files)
    seconds = time.perf_counter() - began
    table = [Found("firsthand", len(told), len(held_files), right, 0, seconds)]
    numbers = sum(v["value"] is not None for v in told)
    for name in OTHERS:
        try:
            __import__(name)
        except ImportError:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        table.append(measure(name, held_files, numbers))
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
        share = 100 * row.right / row.cells
        print(
            f"{row.reader:13} {row.files:5}  {share:9.1f} %  {row.rows_lost:9}  {row.seconds:7.1f}"
        )
    print(
        f"long file: {long['megabytes']:.0f} MB, {long['series']:,} series: {long['mb_per_second']:.0f} MB/s, peak {long['peak_mb']:.0f} MB"
    )
    print(f"series made: {long['values_made']:,} values in {long['seconds_for_values']:.1f} s")
    if args.json:
        args.json.write_text(
            json.dumps({"readers": [asdict(row) for row in table], "long": long}, indent=1) + "\n",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
