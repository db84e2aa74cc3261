"""The nouns of the JSON contract, a module each.

Nothing here reads or writes a file. Every record is a frozen msgspec struct; `to_json` prints it,
`from_json` reads it back. Import the nouns from their modules.
"""

from firsthand.model.base import SCHEMA, Record, from_json, to_builtins, to_json

__all__ = ["SCHEMA", "Record", "from_json", "to_builtins", "to_json"]
