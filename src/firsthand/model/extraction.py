"""A document with everything that was extracted from it: the line that `firsthand extract` prints."""

from __future__ import annotations

from typing import Any

import msgspec

from firsthand.model.attribution import Attribution, Entity, Sign
from firsthand.model.base import SCHEMA, Record, to_builtins
from firsthand.model.claim import Claim
from firsthand.model.document import Document


class Extraction(Record, kw_only=True, frozen=True):
    """A document and what was found in it; ids are unique within the document."""

    document: Document
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    signs: tuple[Sign, ...] = ()

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.document

    @property
    def text(self) -> str:
        """The text in which all spans count."""
        return self.document.text

    def attribution(self, ident: str) -> Attribution:
        """Return one attribution. Raises KeyError where there is none of that id."""
        for each in self.attributions:
            if each.id == ident:
                return each
        raise KeyError(ident)

    def line(self) -> dict[str, Any]:
        """Return the line of the contract: the document's fields without its text, then the rest."""
        head = to_builtins(self.document)
        del head["text"]
        rest = to_builtins(self)
        del rest["document"]
        return {"schema": SCHEMA, **head, **rest}


def from_line(line: bytes | str, text: str) -> Extraction:
    """Read a printed line back; `text` is the document's, which the line does not carry.

    Raises:
        msgspec.ValidationError: the line does not have the shape of the contract.
    """
    plain = msgspec.json.decode(line)
    own = {name: plain.pop(name, []) for name in ("entities", "attributions", "claims", "signs")}
    plain.pop("schema", None)
    return msgspec.convert({"document": {**plain, "text": text}, **own}, type=Extraction)
