"""Ids that are unique in a run, and captures of one address as versions of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from firsthand.model.base import Record
from firsthand.model.document import Document


class Versions(Record, kw_only=True, frozen=True):
    """Captures of one address: ids from the oldest to the newest.

    Order is by the day of change, then of saving, then of publication; ties keep the input order.
    """

    canonical_url: str
    documents: tuple[str, ...]

    @property
    def newest(self) -> str:
        """The id of the version that speaks for the article."""
        return self.documents[-1]


def finish(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return the documents in their order, each with an id of its own.

    Where two ids agree, every later one gets `~` and six hex digits of its digest, more where those
    agree too. All versions of an address are kept.
    """
    taken: set[str] = set()
    out: list[Document] = []
    for document in documents:
        ident = document.document
        digest = document.text_sha256
        if ident in taken and document.capture is not None:
            digest = document.capture.sha256
        length, number = 6, 1
        while ident in taken:
            if length <= len(digest):
                ident = f"{document.document}~{digest[:length]}"
                length += 6
            else:  # the same bytes a second time
                number += 1
                ident = f"{document.document}~{digest[:6]}-{number}"
        taken.add(ident)
        out.append(
            msgspec.structs.replace(document, document=ident)
            if ident != document.document
            else document
        )
    return tuple(out)


def versions(documents: Sequence[Document]) -> tuple[Versions, ...]:
    """Return the addresses that stand in several captures, in the order in which they appear."""
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.canonical_url:
            groups[document.canonical_url].append(document)
    ordered = {url: sorted(group, key=_age) for url, group in groups.items() if len(group) > 1}
    return tuple(
        Versions(canonical_url=url, documents=tuple(each.document for each in group))
        for url, group in ordered.items()
    )


def _age(document: Document) -> tuple[str, str, str]:
    saved = document.capture.saved if document.capture else None
    return document.modified or document.published or "", saved or "", document.published or ""
