"""The arrays of a long table, and the reading that fills them."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.tables.long.cutting import Codes, Keys, Piece, cut, keys_of, whole_records
from firsthand.tables.long.numbers import ODD, Figures, read_figures
from firsthand.tables.long.plan import Plan
from firsthand.tables.readers import limits

PIECE = 2**20
"""Bytes that are read at once: what is made of them stays in the cache of a core (measured: 1 MB 95 MB/s, 4 MB 68)."""
LONGEST = 2**20
"""Bytes of one record, newlines in quotes included."""
WORKERS = 2
"""Threads that cut pieces; what is cut waits in memory, about fifteen times the bytes of a piece each."""
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
        # bytes.count starts anew at each newline: four times as slow where they are dense.
        count += int(np.count_nonzero(np.frombuffer(chunk, dtype=np.uint8) == ord("\n")))
    stream.seek(0)
    return count


class _Coder:
    """Numbers for the texts of some columns."""

    def __init__(self, columns: list[int], encoding: str) -> None:
        self.columns, self._encoding = columns, encoding
        self._codes = Codes()
        self._words: dict[str, str] = {}
        self.texts: list[tuple[str, ...]] = []

    def encode(self, piece: Piece, keys: Keys) -> NDArray[np.int32]:
        codes, fresh = self._codes.encode(keys)
        for record in fresh:
            texts = (piece.text(record, c, self._encoding) for c in self.columns)
            # The words of one column come again in many groups: each is kept once.
            self.texts.append(tuple(self._words.setdefault(text, text) for text in texts))
        return codes


class _Cut(msgspec.Struct):
    """A piece with all that can be told of it by itself."""

    piece: Piece
    group: Keys
    period: Keys
    status: list[Keys | None]
    figures: list[Figures]


def _cut(data: bytes, plan: Plan) -> _Cut:
    """Cut a piece and read it as far as it needs no other; runs beside others, since numpy lets go of the lock."""
    piece = cut(data, plan.delimiter, plan.width)
    return _Cut(
        piece,
        keys_of(piece, plan.group),
        keys_of(piece, plan.periods),
        [keys_of(piece, [c.index for c in f.besides]) if f.besides else None for f in plan.fields],
        [read_figures(piece, field.column.index, plan.decimal) for field in plan.fields],
    )


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
            _Coder([c.index for c in field.besides], plan.encoding) for field in plan.fields
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
        """Read the whole stream; while one piece is taken in, the next ones are cut."""
        waiting: deque[Future[_Cut]] = deque()
        with ThreadPoolExecutor(WORKERS) as pool:
            for data in self._pieces(stream):
                waiting.append(pool.submit(_cut, data, self._plan))
                if len(waiting) > WORKERS:
                    self._take(waiting.popleft().result())
            while waiting:
                self._take(waiting.popleft().result())

    def _pieces(self, stream: BinaryIO) -> Iterator[bytes]:
        """Yield whole records."""
        rest, skip = b"", self._plan.skip
        while chunk := stream.read(PIECE):
            self._digest.update(chunk)
            data = rest + chunk[skip:]
            skip = max(0, skip - len(chunk))
            end = whole_records(data)
            if len(data) - end > LONGEST + PIECE:
                raise limits.too_large(
                    f"a record is longer than {LONGEST:,} bytes",
                    where=f"{self._name} near record {self._plan.heads + self._records + 1}",
                )
            if end:
                yield data[:end]
            rest = data[end:]
        if rest.strip():
            yield rest if rest.endswith(b"\n") else rest + b"\n"

    def _take(self, held: _Cut) -> None:
        self._note_odd(held.piece)
        size = len(held.piece.starts)
        if size:
            self._fill(held, slice(self._filled, self._filled + size))
        self._filled += size
        self._records += held.piece.count

    def _fill(self, held: _Cut, place: slice) -> None:
        piece = held.piece
        self._group[place] = self._groups.encode(piece, held.group)
        self._period[place] = self._periods.encode(piece, held.period)
        for number, arrays in enumerate(self._fields):
            figures, status = held.figures[number], held.status[number]
            arrays.decimals[place] = figures.decimals
            arrays.values[place] = figures.values
            rows = np.flatnonzero(figures.decimals == ODD)
            if len(rows):
                few = msgspec.structs.replace(
                    piece, starts=piece.starts[rows], ends=piece.ends[rows]
                )
                odd = self._odd_texts[number]
                arrays.values[place.start + rows] = odd.encode(few, keys_of(few, odd.columns))
            if status is not None and arrays.status is not None:
                arrays.status[place] = self._status[number].encode(piece, status).astype(np.int16)

    def _note_odd(self, piece: Piece) -> None:
        for record, start, end in piece.odd:
            number = self._records + record
            self._odd_records.append(number)
            text = (
                bytes(piece.data[start:end]).decode(self._plan.encoding, errors="replace").strip()
            )
            if text and len(self._misfits) < KEPT:
                self._misfits.append((self._plan.heads + number + 1, text[: limits.TEXT]))

    def done(self) -> LongColumns:
        """Return the arrays, cut to what was filled."""
        size = self._filled
        for arrays, status, odd in zip(self._fields, self._status, self._odd_texts, strict=True):
            arrays.values, arrays.decimals = arrays.values[:size], arrays.decimals[:size]
            arrays.texts = [texts[0] for texts in odd.texts]
            if arrays.status is not None:
                arrays.status, arrays.statuses = arrays.status[:size], status.texts
        return LongColumns(
            self._group[:size], self._period[:size], self._groups.texts, self._periods.texts, self._fields,
            self._misfits, np.array(self._odd_records, dtype=np.int64), self._digest.hexdigest(),
        )  # fmt: skip
