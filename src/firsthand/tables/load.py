"""`load_table`: an official file of figures as a `Table`, each value with the cell that it came from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from firsthand.errors import TableError
from firsthand.model.table import Table
from firsthand.tables.coded import Coded, understand_coded
from firsthand.tables.long.load import load_long
from firsthand.tables.mapping import Mapping, mapping_beside
from firsthand.tables.propose import propose_mapping
from firsthand.tables.readers import limits
from firsthand.tables.readers.container import read_file
from firsthand.tables.understand import understand


def load_table(path: Path) -> Table:
    """Read a file of official figures; a mapping that lies beside it (`FILE.table.toml`) is used.

    A long delimited file is read into arrays, and its series are made when they are asked for.

    Raises:
        TableError: there is no table with figures in it, or the container or the mapping is broken.
        TooLargeError: it exceeds the bounds of `readers.limits`.
    """
    mapping = mapping_beside(path)
    try:
        if (long := load_long(path, mapping)) is not None:
            return long
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=path.name) from error
    return read_table(_bytes_of(path), name=path.name, mapping=mapping)


def propose(path: Path) -> str | None:
    """Return the mapping file that says how a file was read; None for coded files, which need none.

    Raises:
        TableError, TooLargeError: as `load_table`.
    """
    data = _bytes_of(path)
    held = read_file(data, name=path.name)
    if isinstance(held, Coded):
        return None
    return propose_mapping(held, read_table(data, name=path.name))


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.BYTES:
            raise limits.too_large(f"{size:,} bytes", where=path.name)
        return path.read_bytes()
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=path.name) from error


def read_table(data: bytes, *, name: str, mapping: Mapping | None = None) -> Table:
    """Read the bytes of a file of official figures; `name` is that of the file.

    Raises:
        TableError, TooLargeError: as `load_table`.
    """
    digest = hashlib.sha256(data).hexdigest()
    held = read_file(data, name=name)
    if isinstance(held, Coded):
        return understand_coded(held, name=name, digest=digest)
    return understand(held, name=name, digest=digest, mapping=mapping or Mapping())
