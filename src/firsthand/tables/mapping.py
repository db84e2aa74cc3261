"""FILE.table.toml: how a table is read, proposed by `inspect`, corrected by hand, used for the next release.

What the file does not say is found out as ever, so that a correction is one line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from firsthand.errors import TableError
from firsthand.tables.columns import Column, Role
from firsthand.tables.figures import Style
from firsthand.tables.grid import Grid, column_name, column_number
from firsthand.tables.layout import Block, Layout
from firsthand.tables.marks import Legend, Meaning, mark_key
from firsthand.tables.periods import read_period
from firsthand.tables.units import UnitWord, find_unit

ENDING = ".table.toml"
RoleName = Literal[
    "label", "period", "month", "quarter", "unit", "factor", "status", "code", "note", "marks", "value"
]  # fmt: skip
MarkName = Literal[
    "missing", "confidential", "nil", "below_unit", "provisional", "revised", "estimate", "approximate", "note"
]  # fmt: skip
ColumnName = Annotated[str, Meta(pattern="^[A-Z]{1,3}$")]
Rows = Annotated[list[Annotated[int, Meta(ge=1)]], Meta(min_length=1, max_length=2)]


class TableMap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a mapping says of one table of a file.

    Args:
        sheet: Name of its sheet; None: the only one.
        headings: First and last heading row, from 1.
        body: First and last row with figures; the last may be left out, then it goes on to the end.
        unit: For all figures, as a heading would print it ("thousand USD").
    """

    sheet: str | None = None
    headings: Rows | None = None
    body: Rows | None = None
    unit: str | None = None
    columns: dict[ColumnName, RoleName] = {}
    dimensions: dict[ColumnName, str] = {}
    units: dict[ColumnName, str] = {}
    periods: dict[ColumnName, str] = {}


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mapping file."""

    schema: Literal[1] = 1
    decimal: Literal[".", ","] | None = None
    skip: list[str] = []
    marks: dict[str, MarkName] = {}
    table: list[TableMap] = []


def mapping_beside(path: Path) -> Mapping | None:
    """Return the mapping that lies beside a file, None where there is none. Raises as `read_mapping`."""
    beside = path.with_name(path.name + ENDING)
    if not beside.is_file():
        return None
    try:
        text = beside.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"the mapping cannot be read: {error}", where=beside.name) from error
    return read_mapping(text, name=beside.name)


def read_mapping(text: str, *, name: str) -> Mapping:
    """Read a mapping file.

    Raises:
        TableError: it is not TOML or an entry does not fit; `where` names file and key.
    """
    try:
        mapping = msgspec.convert(tomllib.loads(text), Mapping)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"not TOML: {error}", where=name) from error
    except msgspec.ValidationError as error:
        message, _, key = str(error).partition(" - at `$")
        raise TableError(message, where=f"{name} {key.rstrip('`').lstrip('.')}".strip()) from error
    for table in mapping.table:
        for key, words in {"unit": table.unit, **table.units}.items():
            if words is not None and find_unit(words) is None:
                raise TableError(
                    f"{words!r} is no unit",
                    where=f"{name} {key}",
                    hint='Write it as a heading would: "thousand USD"',
                )
        for key, words in table.periods.items():
            if not read_period(words):
                raise TableError(
                    f"{words!r} is no period",
                    where=f"{name} {key}",
                    hint="Write 2024, 2024-03, 2024-Q1 or 2023/2024",
                )
    return mapping


def map_legend(legend: Legend, mapping: Mapping) -> Legend:
    """Return the legend with the marks of the mapping over those of the notes."""
    told = dict(legend.told)
    for mark, kind in mapping.marks.items():
        key = mark_key(mark)
        if key not in told or told[key].kind != kind:
            told[key] = Meaning(kind)
    return Legend(told)


def map_style(mapping: Mapping) -> Style | None:
    """Return the style of numbers that the mapping sets; None: it is found out."""
    return Style(mapping.decimal) if mapping.decimal else None


def map_blocks(grid: Grid, found: Layout, mapping: Mapping) -> list[tuple[Block, TableMap]]:
    """Return the blocks that the mapping lays down for a sheet; those without a body are left out.

    A block has the captions and unit rows that were found over the same headings.
    """
    out = []
    known = {block.heads: block for block in found.blocks}
    for table in mapping.table:
        if table.sheet not in {None, grid.name} or table.body is None:
            continue
        last = table.body[1] if len(table.body) > 1 else max(grid.rows, default=0) + 1
        heads = table.headings or []
        rows = tuple(row for row in grid.rows if heads and heads[0] - 1 <= row <= heads[-1] - 1)
        body = tuple(row for row in grid.rows if table.body[0] - 1 <= row <= last - 1)
        like = known.get(rows, Block((), ()))
        block = Block(rows, body, like.captions, like.units)
        if block.body:
            out.append((block, table))
    return out


def map_columns(columns: Iterable[Column], table: TableMap) -> None:
    """Set what the mapping says of columns."""
    by_index = {column.index: column for column in columns}
    for letters, role in table.columns.items():
        if column := by_index.get(column_number(letters)):
            column.role = Role(role)
    for letters, name in table.dimensions.items():
        if column := by_index.get(column_number(letters)):
            column.dimension = name
    for letters, period in table.periods.items():
        if column := by_index.get(column_number(letters)):
            column.period = read_period(period)[0]
    for column in by_index.values():
        column.unit = _unit(table.units.get(column_name(column.index), table.unit))


def _unit(words: str | None) -> UnitWord | None:
    return find_unit(words) if words else None


def write_mapping(mapping: Mapping, *, name: str, doubts: Iterable[str] = ()) -> str:
    """Return a mapping as TOML, with its doubts as remarks to be settled."""
    lines = [
        f"# How {name} is read. Correct what is wrong, take out the rest; keep it as {name}{ENDING}.",
        *(f"# Fits two readings: {doubt}" for doubt in doubts),
        "schema = 1",
    ]
    lines += [f"decimal = {_quoted(mapping.decimal)}"] if mapping.decimal else []
    lines += [f"skip = [{', '.join(map(_quoted, mapping.skip))}]"] if mapping.skip else []
    lines += (
        ["", "[marks]", *(f"{_quoted(k)} = {_quoted(v)}" for k, v in mapping.marks.items())]
        if mapping.marks
        else []
    )
    for table in mapping.table:
        lines += ["", "[[table]]", *_table_lines(table)]
    return "\n".join(lines) + "\n"


def _table_lines(table: TableMap) -> list[str]:
    lines = [f"sheet = {_quoted(table.sheet)}"] if table.sheet is not None else []
    lines += [f"headings = {table.headings}"] if table.headings else []
    lines += [f"body = {table.body}"] if table.body else []
    lines += [f"unit = {_quoted(table.unit)}"] if table.unit else []
    for key in ("columns", "dimensions", "units", "periods"):
        held: dict[str, str] = getattr(table, key)
        if held:
            pairs = ", ".join(f"{column} = {_quoted(value)}" for column, value in held.items())
            lines.append(f"{key} = {{ {pairs} }}")
    return lines


_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')


def _quoted(text: str) -> str:
    """Return a TOML basic string."""
    return '"' + _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + '"'
