"""Rows of the vocabulary's CSV files, with the file and line that each stands on.

CSV and not YAML for the long lists: four thousand entries take 0.62 s of CPU to read as YAML and
0.012 s as CSV, and a spreadsheet opens them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from firsthand.errors import VocabularyError

DATA = Path(__file__).parent / "data"


class Row(NamedTuple):
    """One entry: its cells in the order of the columns, and FILE:LINE."""

    cells: tuple[str, ...]
    where: str


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the entries of a CSV file; blank lines and lines that begin with # are passed over.

    Raises:
        VocabularyError: the head or a row does not have exactly these columns.
    """
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        head = next(lines, [])
        if tuple(head) != columns:
            raise VocabularyError(
                f"the head is {','.join(head)!r}, expected {','.join(columns)!r}",
                where=f"{path.name}:1",
            )
        for cells in lines:
            if not cells or cells[0].startswith("#"):
                continue
            where = f"{path.name}:{lines.line_num}"
            if len(cells) != len(columns):
                raise VocabularyError(
                    f"{len(cells)} cells where {len(columns)} are expected ({','.join(columns)})",
                    where=where,
                    hint="Put cells that hold a comma in double quotes.",
                )
            yield Row(tuple(map(str.strip, cells)), where)


def split_list(cell: str) -> tuple[str, ...]:
    """Return the items of a cell that lists several, separated by semicolons."""
    return tuple([item for part in cell.split(";") if (item := part.strip())]) if cell else ()
