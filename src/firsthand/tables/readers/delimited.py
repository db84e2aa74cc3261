"""CSV, TSV and their kin as a grid: the delimiter is found out, records keep their numbers."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from firsthand.tables.grid import Cell, Grid, Page
from firsthand.tables.readers import limits
from firsthand.tables.readers.encoding import decode

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 256 * 1024


class Dialect(msgspec.Struct, frozen=True):
    """How the text of a delimited file is cut into cells."""

    delimiter: str
    quoting: bool = True
    skip: int = 0
    """Records at the beginning that are no data ("sep=;")."""


def read_delimited(data: bytes, *, name: str) -> Page:
    """Lay a delimited file out as one grid.

    Raises:
        TableError: the bytes are no text.
        TooLargeError: more cells or columns than the bounds allow.
    """
    text = decode(data, name=name)
    dialect = find_dialect(text)
    return Page((lay_out(text, dialect, name=name),))


def find_dialect(text: str) -> Dialect:
    """Return how the text is cut: the delimiter that gives most records the same number of fields."""
    first = text[:40].splitlines()[:1]
    if first and (hint := re.fullmatch(r'"?sep=(.)"?', first[0].strip().casefold())):
        return Dialect(hint[1], skip=1)
    sample = text[:_SAMPLE]
    scores = {delimiter: _score(sample, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda each: scores[each])
    return Dialect(best)


def _score(sample: str, delimiter: str) -> float:
    """Score a delimiter: how many cells stand in records of the commonest lengths above one."""
    lengths: Counter[int] = Counter()
    figures = 0
    for number, record in enumerate(_records(sample, Dialect(delimiter))):
        if number > 400:
            break
        lengths[len(record)] += 1
        figures += sum(1 for field in record if _looks_like_figure(field)) if len(record) > 1 else 0
    wide = {length: count for length, count in lengths.items() if length > 1}
    if not wide:
        return 0.0
    common = max(wide.values())
    return common * 2 + figures - 0.5 * (sum(wide.values()) - common)


_FIGURE = re.compile(
    r"\s*[~<≤≥>-]?\d{1,3}(?:[ .,\u00a0\u202f']?\d{3}){0,5}(?:[.,]\d{1,6})?\s?[%\w*]{0,2}\s*"
)


def _looks_like_figure(field: str) -> bool:
    return len(field) < 30 and _FIGURE.fullmatch(field) is not None


def _records(text: str, dialect: Dialect) -> Iterator[list[str]]:
    csv.field_size_limit(2**31 - 1)
    lines = io.StringIO(text, newline="")
    if dialect.quoting:
        return csv.reader(lines, delimiter=dialect.delimiter)
    return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)


def lay_out(text: str, dialect: Dialect, *, name: str) -> Grid:
    """Return the grid of a text whose dialect is known; a quote that is never closed is no quote.

    Raises:
        TooLargeError: more cells or columns than the bounds allow.
    """
    if dialect.quoting and _runaway(text, dialect):
        dialect = msgspec.structs.replace(dialect, quoting=False)
    rows: dict[int, dict[int, Cell]] = {}
    lengths: dict[int, int] = {}
    count = 0
    for number, record in enumerate(_records(text, dialect)):
        if number < dialect.skip or not record:
            continue
        if len(record) > limits.COLUMNS:
            raise limits.too_large(
                f"a record has {len(record):,} fields", where=f"{name} record {number + 1}"
            )
        cells = {
            column: _cell(field)
            for column, field in enumerate(record)
            if field and not field.isspace()
        }
        count += len(cells)
        if count > limits.CELLS:
            raise limits.too_large(
                f"more than {limits.CELLS:,} cells", where=f"{name} record {number + 1}"
            )
        lengths[number] = len(record)
        if cells:
            rows[number] = cells
    return Grid(rows, kind="delimited", lengths=lengths)


def _runaway(text: str, dialect: Dialect) -> bool:
    """Tell whether an unclosed quote swallows the rest of the file."""
    last: list[str] = []
    for record in _records(text, dialect):
        last = record
    return bool(last) and last[-1].count("\n") > 20


def _cell(field: str) -> Cell:
    """Return the cell of a field; leading blanks are its indent."""
    bare = field.lstrip()
    indent = sum(
        2 if c == "\u3000" else 4 if c == "\t" else 1 for c in field[: len(field) - len(bare)]
    )
    return Cell(bare.rstrip()[: limits.TEXT], indent=indent)
