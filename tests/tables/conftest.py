"""Small makers of grids and tables."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from firsthand.model.table import Series, Table, Value
from firsthand.tables.load import read_table

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = Path(__file__).parents[1] / "data" / "tables" / "gold"
Reader = Callable[[str], Table]


@pytest.fixture
def read() -> Reader:
    """Read the text of a delimited file."""
    return lambda text: read_table(text.encode(), name="table.csv")


def values(table: Table) -> dict[str, Value]:
    """Return every value by its cell."""
    return {value.cell: value for series in table.series for value in series.values}


def series_of(table: Table, cell: str) -> Series:
    """Return the series in which a cell stands."""
    return next(s for s in table.series if any(v.cell == cell for v in s.values))


def labels(table: Table, cell: str) -> list[str]:
    """Return the labels of a cell."""
    return list(series_of(table, cell).dims.values())


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a zipped workbook with its members changed."""
    source, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info.filename, change(info.filename, source.read(info)))
    return out.getvalue()


def scorer() -> Any:
    """Return the shared scorer of tables as a module."""
    sys.path.insert(0, str(SHARED / "score"))
    try:
        import tables as module
    finally:
        sys.path.pop(0)
    return module


# The first call of a reader loads its word lists: a deadline would measure that, and the machine.
settings.register_profile("tables", deadline=None)
settings.load_profile("tables")
