"""What an input says of itself, gathered before it becomes a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Described:
    """Metadata as found; None where the input does not say.

    Args:
        outlet_url: Address whose domain is the outlet's.
        outlet_id: Id that the input gives to it, which wins over domain and name.
        guid: Id of a feed item, or the given id of one of our documents.
        free: Whether the article may be read without paying.
        sample: The input says that it is invented.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    outlet_url: str | None = None
    outlet_id: str | None = None
    publisher: str | None = None
    publisher_url: str | None = None
    publisher_id: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    language: str | None = None
    saved: str | None = None
    guid: str | None = None
    free: bool | None = None
    sample: bool = False
