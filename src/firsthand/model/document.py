"""Captures and documents: what was got from where, and the text that was read from it."""

from __future__ import annotations

from typing import Literal

from firsthand.model.base import Record
from firsthand.model.span import Spans

Reading = Literal["full", "stub", "list", "empty", "language-not-read"]
PartKind = Literal["title", "body", "headline-list", "caption", "table", "quote-box", "boilerplate"]
How = Literal["file", "stdin", "feed", "web", "archive"]


class House(Record, kw_only=True, frozen=True):
    """An outlet (the title that a reader sees) or a publisher (the house that answers for it)."""

    id: str
    """Registrable domain where one is told, else the name in lower case with hyphens."""
    name: str


class Capture(Record, kw_only=True, frozen=True):
    """Where the bytes came from."""

    sha256: str
    """Of the bytes as got; hexadecimal."""
    got: str
    """UTC instant at which Firsthand got them, ISO 8601 with Z."""
    how: How = "file"
    file: str | None = None
    """Name of the file as the user gave it, without folders of the machine."""
    saved: str | None = None
    """When a browser or archive saved the page, where the page says so; ISO 8601."""


class Part(Record, kw_only=True, frozen=True):
    """A stretch of the text and what it is; parts cover the text in order and do not overlap."""

    part: PartKind
    span: Spans


class Document(Record, kw_only=True, frozen=True):
    """A text with offsets, as it was read.

    `text` is stored as read: no normalisation, no newline change. Offsets count its code points.
    Where a page's title stands apart from its text it is the first line of `text`, a part `title`.
    """

    document: str
    """Id, by the rule of the contract; unique in a run."""
    text: str
    text_sha256: str
    language: str | None = None
    """ISO 639-1; None where it cannot be told."""
    title: str | None = None
    published: str | None = None
    """ISO date, or instant with its zone, as precise as the page says."""
    modified: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    authors: tuple[str, ...] = ()
    outlet: House | None = None
    publisher: House | None = None
    reading: Reading = "full"
    sign: str | None = None
    """Why the reading is not full: "pay wall after 41 words"."""
    capture: Capture | None = None
    parts: tuple[Part, ...] = ()
    sample: bool = False
    """The input says of itself that it is invented."""
    by: str = "given/1"
    """Reader and version that made the text."""

    @property
    def published_on(self) -> str | None:
        """The day of publication, YYYY-MM-DD; None where only a month or nothing is known."""
        return self.published[:10] if self.published and len(self.published) >= 10 else None

    @property
    def house_name(self) -> str | None:
        """The root of every chain: the outlet, else the publisher."""
        house = self.outlet or self.publisher
        return house.name if house else None
