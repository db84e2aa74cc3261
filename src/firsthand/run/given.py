"""What the user says of inputs that do not tell it themselves."""

from __future__ import annotations

import hashlib
import re

import msgspec

from firsthand.model.base import Record
from firsthand.model.document import Document, House


class Given(Record, kw_only=True, frozen=True):
    """Outlet and day of publication for documents without one."""

    outlet: str | None = None
    published: str | None = None

    def lay_over(self, document: Document) -> Document:
        """Return the document with what is given filled in where it tells nothing itself."""
        changes: dict[str, House | str] = {}
        if self.outlet and document.outlet is None:
            changes["outlet"] = House(id=_slug(self.outlet), name=self.outlet)
        if self.published and document.published is None:
            changes["published"] = self.published
        return msgspec.structs.replace(document, **changes) if changes else document


AS_IS = Given()
"""Nothing is given: the inputs speak for themselves."""


def _slug(name: str) -> str:
    slug = re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
    return slug or hashlib.sha256(name.encode()).hexdigest()[:8]
