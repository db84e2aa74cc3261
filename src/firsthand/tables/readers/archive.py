"""Zipped workbooks: members are unpacked within bounds, and their XML is parsed without entities."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.parsers import expat

from firsthand.errors import FirsthandError, TableError
from firsthand.tables.readers import limits

_CHUNK = 64 * 1024
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError,
    ValueError, struct.error,
)  # fmt: skip
"""What a damaged or locked archive raises."""


class Archive:
    """An opened archive whose members together stay below the bounds."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self.name = name
        self._spent = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise _broken(name, error) from error
        self.members = frozenset(self._zip.namelist())

    def chunks(self, member: str) -> Iterator[bytes]:
        """Yield the bytes of a member.

        Raises:
            TableError: it is missing, damaged or locked with a password.
            TooLargeError: it unpacks to more than the bounds allow.
        """
        try:
            packed = max(self._zip.getinfo(member).compress_size, 1)
            with self._zip.open(member) as stream:
                unpacked = 0
                while chunk := stream.read(_CHUNK):
                    unpacked += len(chunk)
                    self._spent += len(chunk)
                    self._check(member, packed, unpacked)
                    yield chunk
        except BROKEN as error:
            if isinstance(error, FirsthandError):
                raise
            raise _broken(f"{self.name} {member}", error) from error

    def _check(self, member: str, packed: int, unpacked: int) -> None:
        where = f"{self.name} {member}"
        if self._spent > limits.UNPACKED:
            raise limits.too_large(f"unpacks to more than {limits.UNPACKED:,} bytes", where=where)
        if unpacked > limits.FREE and unpacked > packed * limits.RATIO:
            raise limits.too_large(
                f"unpacks to more than {limits.RATIO} times its {packed:,} bytes", where=where
            )

    def parse(self, member: str, start: Callable[[str, dict[str, str]], None],
              end: Callable[[str], None], text: Callable[[str], None]) -> None:  # fmt: skip
        """Parse a member as XML; names come without their prefix. Raises as `chunks`."""
        parse_xml(self.chunks(member), start, end, text, where=f"{self.name} {member}")


def parse_xml(
    chunks: Iterator[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
    *,
    where: str,
) -> None:
    """Parse XML as a stream; a document type, and with it every entity, is refused.

    Raises:
        TableError: not well formed, or it declares a document type.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(
        name.rpartition(":")[2],
        {key.rpartition(":")[2]: value for key, value in attributes.items()},
    )
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text

    def refuse(*_: object) -> None:
        raise TableError("it declares a document type, which no table needs", where=where)

    parser.StartDoctypeDeclHandler = refuse
    with _well_formed(where):
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)


@contextmanager
def _well_formed(where: str) -> Iterator[None]:
    try:
        yield
    except expat.ExpatError as error:
        raise TableError(
            f"the XML is damaged: {error}", where=where, hint="Download the file again"
        ) from error


def _broken(where: str, error: Exception) -> TableError:
    locked = "password" in str(error) or "encrypted" in str(error)
    problem = "it is locked with a password" if locked else f"the archive is damaged: {error}"
    hint = "Unlock it and save it again" if locked else "Download the file again"
    return TableError(problem, where=where, hint=hint)
