"""What all records share: they are frozen, typed, compared by value and printed by msgspec."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

SCHEMA = 1
"""Version of the JSON contract; every printed line carries it as `schema`."""

R = TypeVar("R", bound="Record")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A noun of the contract. Equality covers every field.

    A field that is `UNSET` is left out of the JSON; None is printed as null and means "not stated".
    """


def to_builtins(record: Record) -> dict[str, Any]:
    """Return the record as plain dicts and lists, in the order of its fields."""
    plain: dict[str, Any] = msgspec.to_builtins(record)
    return plain


def to_json(record: object) -> bytes:
    """Return one line of JSON (UTF-8, no newline)."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str, kind: type[R]) -> R:
    """Read a record back.

    Raises:
        msgspec.ValidationError: the JSON does not have the shape of `kind`.
    """
    return msgspec.json.decode(data, type=kind)
