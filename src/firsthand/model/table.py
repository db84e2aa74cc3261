"""Official tables as series, each value with the cell that it came from."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from firsthand.model.base import SCHEMA, Record

Frequency = Literal["annual", "half-yearly", "quarterly", "monthly", "weekly", "daily", "irregular"]
Flag = Literal[
    "approximate", "provisional", "revised", "estimate", "nil", "missing", "confidential",
    "below-unit", "note", "bound",
]  # fmt: skip


class Value(Record, kw_only=True, frozen=True, omit_defaults=False):
    """One figure of a table.

    Args:
        period: As in the contract (2024, 2024-03, 2024-Q1, 2024-01/2024-03, 2023/2024 …).
        value: In the unit of its series, multipliers worked in; None where missing or only bounded.
        printed: As it stands in the cell.
        cell: A1 name, or JSON pointer.
    """

    period: str
    value: float | int | None
    printed: str
    cell: str
    flags: tuple[Flag, ...] = ()
    low: float | int | None = None
    high: float | int | None = None
    note: str | None = None
    """Words of the table's notes that belong to this value (what "r" or "1)" says)."""


class Series(Record, kw_only=True, frozen=True):
    """One combination of dimension labels, as printed; values in the order of their periods."""

    id: str
    sheet: str | None = None
    dims: dict[str, str] = field(default_factory=dict)
    """Dimension -> label; a level of nesting is a dimension of its own."""
    unit: str | None = None
    frequency: Frequency = "irregular"
    cumulative: bool = False
    values: tuple[Value, ...] = ()


class Unplaced(Record, kw_only=True, frozen=True):
    """A cell that was read and belongs to no series."""

    cell: str
    text: str
    sheet: str | None = None


class Doubt(Record, kw_only=True, frozen=True):
    """Cells that fit more than one reading; ranges such as C4:C20 are allowed."""

    cells: tuple[str, ...]
    readings: tuple[str, ...]
    sheet: str | None = None


class Table(Record, kw_only=True, frozen=True):
    """A file of official figures, as `firsthand table inspect --format json` prints it."""

    schema: int = SCHEMA
    table: str
    """Name of the file, without folders."""
    sha256: str
    title: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()
    vintage: str | None = None
    """Day on which the office published it, where the file says so; ISO date."""
    series: tuple[Series, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    by: str = "tables/1"


RevisionKind = Literal["revised", "flags", "added", "withdrawn"]


class Revision(Record, kw_only=True, frozen=True):
    """What became of one value between two releases of a table.

    Args:
        change: New less old value, in the unit; None where one of them is missing.
        percent: The change in per cent of the old value; None where that is 0 or missing.
    """

    kind: RevisionKind
    dims: dict[str, str]
    period: str
    unit: str | None = None
    sheet: str | None = None
    old: Value | None = None
    new: Value | None = None
    change: float | int | None = None
    percent: float | None = None


class Revisions(Record, kw_only=True, frozen=True):
    """What a new release of a table changed in an old one, as `firsthand table diff` prints it.

    Args:
        same: Values that both have and that did not change.
        gone, fresh: Labels of series that only the old or only the new release has.
    """

    schema: int = SCHEMA
    old: str
    new: str
    old_sha256: str
    new_sha256: str
    old_vintage: str | None = None
    new_vintage: str | None = None
    same: int = 0
    revisions: tuple[Revision, ...] = ()
    gone: tuple[dict[str, str], ...] = ()
    fresh: tuple[dict[str, str], ...] = ()
    by: str = "tables/1"
