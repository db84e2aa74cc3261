"""Bytes of a delimited file cut into fields, without a Python object for any of them."""

from __future__ import annotations

from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

Bytes: TypeAlias = NDArray[np.uint8]
Places: TypeAlias = NDArray[np.int64]
Keys: TypeAlias = NDArray[np.uint64]

_QUOTE, _NEWLINE, _RETURN = 34, 10, 13
_WORD = 8
_SEED = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
# SplitMix64 (Steele, Lea and Flood 2014): its finaliser spreads every bit over the word.
_KEEP = np.array([(1 << (8 * n)) - 1 for n in range(_WORD)] + [2**64 - 1], dtype=np.uint64)


class Piece(msgspec.Struct):
    """Whole records of a file.

    Args:
        data: Their bytes, with `_WORD` bytes of zero behind.
        starts, ends: Of each field of the records that have the usual number, record by column.
        records: Which records (from 0 in this piece) those are; None: all.
        odd: Records of another number of fields, with where they start and end.
        count: Records in the piece, odd ones too.
    """

    data: Bytes
    starts: Places
    ends: Places
    records: Places | None
    odd: list[tuple[int, int, int]]
    count: int

    def text(self, record: int, column: int, encoding: str) -> str:
        """Return one field, by its row in `starts`, without quotation marks."""
        raw = bytes(self.data[self.starts[record, column] : self.ends[record, column]])
        return raw.decode(encoding, errors="replace").replace('""', '"').strip()


def whole_records(data: bytes) -> int:
    """Return how many bytes of a piece of a file are whole records: up to the last newline outside of quotes."""
    end = data.rfind(b"\n") + 1
    while end and data.count(b'"', 0, end) % 2:
        end = data.rfind(b"\n", 0, end - 1) + 1
    return end


def cut(data: bytes, delimiter: int, width: int) -> Piece:
    """Cut whole records into fields.

    Args:
        width: Fields that a record has.
    """
    buffer = np.frombuffer(data + b"\0" * _WORD, dtype=np.uint8)
    held = buffer[: len(data)]
    quotes = np.flatnonzero(held == _QUOTE) if b'"' in data else None
    cuts = np.flatnonzero((held == delimiter) | (held == _NEWLINE))
    if quotes is not None:
        cuts = cuts[np.searchsorted(quotes, cuts) & 1 == 0]
    closes = np.flatnonzero(held[cuts] == _NEWLINE)
    lengths = np.diff(closes, prepend=-1)
    usual = lengths == width
    count = len(closes)
    if usual.all():
        ends = cuts[: count * width].reshape(count, width)
        records, odd = None, []
        begins = np.concatenate(([0], ends[:-1, -1] + 1)) if count else np.empty(0, dtype=np.int64)
    else:
        records = np.flatnonzero(usual)
        starts_of = np.concatenate(([0], cuts[closes] + 1))[:count]
        rows = np.flatnonzero(~usual)
        odd = [(int(row), int(starts_of[row]), int(cuts[closes[row]])) for row in rows]
        ends = cuts[(closes[records] - width + 1)[:, None] + np.arange(width)]
        begins = starts_of[records]
    starts = np.empty_like(ends)
    starts[:, 1:] = ends[:, :-1] + 1
    starts[:, 0] = begins
    return Piece(buffer, *_bare(buffer, starts, ends, quotes), records, odd, count)


def _bare(
    buffer: Bytes, starts: Places, ends: Places, quotes: Places | None
) -> tuple[Places, Places]:
    """Take carriage returns at the end of records, and quotation marks around fields, out of the fields."""
    if not len(ends):
        return starts, ends
    last = ends[:, -1]
    returned = (buffer[np.maximum(last - 1, 0)] == _RETURN) & (last > starts[:, -1])
    if returned.any() or quotes is not None:
        ends = ends.copy()
        ends[:, -1] -= returned
    if quotes is not None:
        flat_starts, flat_ends = starts.reshape(-1), ends.reshape(-1)
        fields = np.unique(np.minimum(np.searchsorted(flat_ends, quotes), len(flat_ends) - 1))
        fields = fields[
            (buffer[flat_starts[fields]] == _QUOTE) & (flat_ends[fields] - flat_starts[fields] > 1)
        ]
        flat_starts[fields] += 1
        flat_ends[fields] -= 1
    return starts, ends


def keys_of(piece: Piece, columns: list[int]) -> Keys:
    """Return a number for each record that is equal where the fields of these columns are.

    Two different fields get one number with a chance of about 2**-64 for each pair.
    """
    out = np.full(len(piece.starts), _SEED, dtype=np.uint64)
    words = np.ndarray((len(piece.data) - _WORD + 1,), dtype="<u8", buffer=piece.data, strides=(1,))
    with np.errstate(over="ignore"):
        for column in columns:
            starts, ends = piece.starts[:, column], piece.ends[:, column]
            sizes = ends - starts
            longest = int(sizes.max(initial=0))
            for offset in range(0, max(longest, 1), _WORD):
                left = np.clip(sizes - offset, 0, _WORD)
                places = np.minimum(starts + offset, len(words) - 1)
                out = _mixed(out ^ (words[places] & _KEEP[left]))
            out = _mixed(out + sizes.astype(np.uint64))
    return out


def _mixed(keys: Keys) -> Keys:
    keys = (keys + _SEED) * _MIX
    keys ^= keys >> np.uint64(29)
    return keys


class Codes:
    """Numbers from 0 for keys, in the order in which the keys were first seen."""

    def __init__(self) -> None:
        self._keys = np.empty(0, dtype=np.uint64)
        self._codes = np.empty(0, dtype=np.int32)

    def __len__(self) -> int:
        return len(self._keys)

    def encode(self, keys: Keys) -> tuple[NDArray[np.int32], list[int]]:
        """Return the codes of keys, and the positions at which keys that are new stand first."""
        heads = (
            np.flatnonzero(keys[1:] != keys[:-1]) + 1 if len(keys) else np.empty(0, dtype=np.int64)
        )
        if 2 * len(heads) < len(keys):
            # Long tables are sorted: most records have the key of the one before.
            heads = np.concatenate(([0], heads))
            found, fresh = self._encode(keys[heads])
            return np.repeat(found, np.diff(heads, append=len(keys))), [
                int(heads[at]) for at in fresh
            ]
        return self._encode(keys)

    def _encode(self, keys: Keys) -> tuple[NDArray[np.int32], list[int]]:
        fresh: list[int] = []
        found = self._find(keys)
        unknown = np.flatnonzero(found < 0)
        if len(unknown):
            _, first = np.unique(keys[unknown], return_index=True)
            fresh = sorted(int(at) for at in unknown[first])
            self._add(keys[fresh])
            found[unknown] = self._find(keys[unknown])
        return found, fresh

    def _find(self, keys: Keys) -> NDArray[np.int32]:
        if not len(self._keys):
            return np.full(len(keys), -1, dtype=np.int32)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return np.where(self._keys[at] == keys, self._codes[at], np.int32(-1))

    def _add(self, keys: Keys) -> None:
        codes = np.arange(len(self._keys), len(self._keys) + len(keys), dtype=np.int32)
        together = np.concatenate((self._keys, keys))
        order = np.argsort(together)
        self._keys = together[order]
        self._codes = np.concatenate((self._codes, codes))[order]
