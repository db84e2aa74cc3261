"""What collecting hands to reading: the bytes, their origin, and what stands beside them."""

from __future__ import annotations

from pathlib import PurePath

import msgspec

from firsthand.model.base import Record
from firsthand.model.document import Capture, House

TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".xlsb", ".ods"})


class SideNote(Record, kw_only=True, frozen=True):
    """What a side file says of a document; it wins over what the page says of itself.

    None means "the side file does not say". A House whose id is empty has no domain told.
    """

    document: str | None = None
    title: str | None = None
    outlet: House | None = None
    publisher: House | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    sample: bool | None = None


class Captured(Record, kw_only=True, frozen=True):
    """The bytes of one input with all that is known of it before it is read.

    Args:
        name: Name of the file without folders; `stdin` for standard input.
        subject: The input as the user named it, for notices.
        side: What side files say of the whole input.
        items: What they say of single items of a feed, by guid or number.
    """

    name: str
    subject: str
    data: bytes
    capture: Capture
    side: SideNote = SideNote()
    items: dict[str, SideNote] = msgspec.field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case with its dot; empty where there is none."""
        return PurePath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without its ending; `x.rss.xml` has the stem `x.rss`."""
        return PurePath(self.name).stem

    @property
    def is_table(self) -> bool:
        """Whether the name says that this is a table of figures, which the readers leave alone."""
        return self.suffix in TABLE_SUFFIXES
