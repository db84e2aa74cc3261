"""`load_table`: an official file of figures as a `Table`, each value with the cell that it came from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from firsthand.errors import TableError
from firsthand.model.table import Table
from firsthand.tables.coded import Coded, understand_coded
from firsthand.tables.readers import limits
from firsthand.tables.readers.container import read_file
from firsthand.tables.understand import understand


def load_table(path: Path) -> Table:
    """Read a file of official figures.

    Raises:
        TableError: there is no table with figures in it, or the container is broken.
        TooLargeError: it exceeds the bounds of `readers.limits`.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > limits.BYTES:
            raise limits.too_large(f"{size:,} bytes", where=name)
        data = path.read_bytes()
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=name) from error
    return read_table(data, name=name)


def read_table(data: bytes, *, name: str) -> Table:
    """Read the bytes of a file of official figures; `name` is that of the file.

    Raises:
        TableError, TooLargeError: as `load_table`.
    """
    digest = hashlib.sha256(data).hexdigest()
    held = read_file(data, name=name)
    if isinstance(held, Coded):
        return understand_coded(held, name=name, digest=digest)
    return understand(held, name=name, digest=digest)
