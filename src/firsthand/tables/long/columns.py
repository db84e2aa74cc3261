"""The arrays of a long table, and the reading that fills them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.tables.long.cutting import Codes, Piece, cut, keys_of, whole_records
from firsthand.tables.long.numbers import ODD, read_figures
from firsthand.tables.long.plan import Plan
from firsthand.tables.readers import limits

PIECE = 4 * 2**20
"""Bytes that are read at once."""
LONGEST = 2**20
"""Bytes of one record, newlines in quotes included."""
KEPT = 1000
"""Records that do not fit of which the words are kept."""


class FieldArrays(msgspec.Struct):
    """One column of figures, by record.

    Args:
        values: In the unit printed; where `decimals` is `numbers.ODD`, the number of the text in `texts`.
        status: Number of the texts of its status in `statuses`; None: it has none.
    """

    values: NDArray[np.float64]
    decimals: NDArray[np.uint8]
    texts: list[str]
    status: NDArray[np.int16] | None
    statuses: list[tuple[str, ...]]


class LongColumns(msgspec.Struct):
    """A long table in arrays, a place for each record that has the usual number of fields.

    Args:
        group: Number of the record's texts in `groups`, those of the plan's columns `group`.
        period: Number of its texts in `periods`.
        misfits: (record from 1, its text) of records of another length, the first `KEPT` of them.
        odd_records: Numbers from 0 of all records that are not in the arrays.
    """

    group: NDArray[np.int32]
    period: NDArray[np.int32]
    groups: list[tuple[str, ...]]
    periods: list[tuple[str, ...]]
    fields: list[FieldArrays]
    misfits: list[tuple[int, str]]
    odd_records: NDArray[np.int64]
    digest: str

    def record(self, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the numbers of records, from 0 behind the headings, for places in the arrays."""
        before = self.odd_records - np.arange(len(self.odd_records))
        return place + np.searchsorted(before, place, side="right")


def read_columns_of(path: Path, plan: Plan) -> LongColumns:
    """Read a file into arrays.

    Raises:
        TooLargeError: a record is longer than `LONGEST`.
    """
    with path.open("rb") as stream:
        reader = _Reader(plan, _count_lines(stream), name=path.name)
        reader.read(stream)
    return reader.done()


def _count_lines(stream: BinaryIO) -> int:
    count = 1
    while chunk := stream.read(PIECE):
        count += chunk.count(b"\n")
    stream.seek(0)
    return count


class _Coder:
    """Numbers for the texts of some columns."""

    def __init__(self, columns: list[int], encoding: str) -> None:
        self._columns, self._encoding = columns, encoding
        self._codes = Codes()
        self.texts: list[tuple[str, ...]] = []

    def encode(self, piece: Piece) -> NDArray[np.int32]:
        codes, fresh = self._codes.encode(keys_of(piece, self._columns))
        for record in fresh:
            self.texts.append(tuple(piece.text(record, c, self._encoding) for c in self._columns))
        return codes


class _Reader:
    """Fills the arrays piece by piece."""

    def __init__(self, plan: Plan, lines: int, *, name: str) -> None:
        self._plan, self._name = plan, name
        self._filled = self._records = 0
        self._group = np.empty(lines, dtype=np.int32)
        self._period = np.empty(lines, dtype=np.int32)
        self._groups = _Coder(plan.group, plan.encoding)
        self._periods = _Coder(plan.periods, plan.encoding)
        self._status = [
            _Coder([c.index for c in field.besides], plan.encoding) if field.besides else None
            for field in plan.fields
        ]
        self._odd_texts = [_Coder([field.column.index], plan.encoding) for field in plan.fields]
        self._fields = [
            FieldArrays(
                np.empty(lines), np.empty(lines, dtype=np.uint8), [],
                np.empty(lines, dtype=np.int16) if field.besides else None, [],
            )
            for field in plan.fields
        ]  # fmt: skip
        self._misfits: list[tuple[int, str]] = []
        self._odd_records: list[int] = []
        self._digest = hashlib.sha256()

    def read(self, stream: BinaryIO) -> None:
        """Read the whole stream."""
        rest = b""
        skip = self._plan.skip
        while chunk := stream.read(PIECE):
            self._digest.update(chunk)
            data = rest + chunk[skip:]
            skip = max(0, skip - len(chunk))
            end = whole_records(data)
            if len(data) - end > LONGEST + PIECE:
                raise limits.too_large(
                    f"a record is longer than {LONGEST:,} bytes",
                    where=f"{self._name} record {self._plan.heads + self._records + 1}",
                )
            if end:
                self._take(data[:end])
            rest = data[end:]
        if rest.strip():
            self._take(rest if rest.endswith(b"\n") else rest + b"\n")

    def _take(self, data: bytes) -> None:
        piece = cut(data, self._plan.delimiter, self._plan.width)
        self._note_odd(piece)
        size = len(piece.starts)
        if size:
            self._fill(piece, slice(self._filled, self._filled + size))
        self._filled += size
        self._records += piece.count

    def _fill(self, piece: Piece, place: slice) -> None:
        self._group[place] = self._groups.encode(piece)
        self._period[place] = self._periods.encode(piece)
        for field, arrays, status, odd in zip(
            self._plan.fields, self._fields, self._status, self._odd_texts, strict=True
        ):
            figures = read_figures(piece, field.column.index, self._plan.decimal)
            arrays.decimals[place] = figures.decimals
            arrays.values[place] = figures.values
            rows = np.flatnonzero(figures.decimals == ODD)
            if len(rows):
                few = msgspec.structs.replace(piece, starts=piece.starts[rows], ends=piece.ends[rows])
                arrays.values[place.start + rows] = odd.encode(few)
            if status is not None and arrays.status is not None:
                arrays.status[place] = status.encode(piece).astype(np.int16)

    def _note_odd(self, piece: Piece) -> None:
        for record, start, end in piece.odd:
            number = self._records + record
            self._odd_records.append(number)
            text = bytes(piece.data[start:end]).decode(self._plan.encoding, errors="replace").strip()
            if text and len(self._misfits) < KEPT:
                self._misfits.append((self._plan.heads + number + 1, text[: limits.TEXT]))

    def done(self) -> LongColumns:
        """Return the arrays, cut to what was filled."""
        size = self._filled
        for arrays, status, odd in zip(self._fields, self._status, self._odd_texts, strict=True):
            arrays.values, arrays.decimals = arrays.values[:size], arrays.decimals[:size]
            arrays.texts = [texts[0] for texts in odd.texts]
            if status is not None and arrays.status is not None:
                arrays.status, arrays.statuses = arrays.status[:size], status.texts
        return LongColumns(
            self._group[:size], self._period[:size], self._groups.texts, self._periods.texts, self._fields,
            self._misfits, np.array(self._odd_records, dtype=np.int64), self._digest.hexdigest(),
        )  # fmt: skip
