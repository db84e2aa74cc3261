"""`load_long`: a long delimited file of any length as a `Table` whose series are made when they are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from firsthand.model.table import Series, Table, Unplaced
from firsthand.tables.about import read_about
from firsthand.tables.grid import cell_name
from firsthand.tables.long.columns import KEPT, read_columns_of
from firsthand.tables.long.plan import SAMPLE, plan_long
from firsthand.tables.long.series import LongSeries
from firsthand.tables.mapping import Mapping

FROM = 2 * 2**20
"""Bytes from which a plain long file is read into arrays: below, cell by cell is as quick."""


def load_long(path: Path, mapping: Mapping | None) -> Table | None:
    """Read a file into arrays; None where it is too short for it, or no plain long table.

    `series` of the table is a `LongSeries`: a sequence with the length of all series, not a tuple.
    """
    with path.open("rb") as stream:
        head = stream.read(SAMPLE)
    if path.stat().st_size < FROM or head.startswith((b"PK", b"\xd0\xcf", b"<", b"{", b"%PDF")):
        return None
    plan = plan_long(head, name=path.name, mapping=mapping or Mapping())
    if plan is None:
        return None
    columns = read_columns_of(path, plan)
    series = LongSeries(plan, columns)
    about = read_about(plan.titles, [])
    unplaced = [
        Unplaced(cell=cell_name(record - 1, 0), text=text) for record, text in columns.misfits
    ]
    unplaced += [Unplaced(cell=cell, text=text) for cell, text in series.unplaced(KEPT)]
    return Table(
        table=path.name, sha256=columns.digest, title=about.title, publisher=about.publisher,
        notes=about.notes, vintage=about.vintage, series=cast("tuple[Series, ...]", series),
        unplaced=tuple(unplaced),
    )  # fmt: skip
