"""Reading and extraction over many inputs, in isolated workers, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from firsthand.collect.captured import Captured
from firsthand.errors import FirsthandError, TooLargeError
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.notice import Notice
from firsthand.read.reader import ReadResult, read_capture
from firsthand.run.extract import extract_document
from firsthand.run.given import Given
from firsthand.run.pool import Settings, map_isolated
from firsthand.run.progress import Progress

READ = Settings(few=1, seconds=60)
"""One input is read in this process: starting workers would cost more than reading it."""
EXTRACT = Settings(few=8, seconds=120)
"""Some documents are extracted in this process, for the same reason."""


def read_all(
    found: Iterable[Captured | Notice], given: Given, progress: Progress
) -> Iterator[Document | Notice]:
    """Yield the documents of all captures; a capture that costs its worker becomes a notice."""
    settings = _told(READ, "reading", progress)
    for outcome in map_isolated(_read, found, settings=settings):
        if outcome.value is None:
            yield _lost(outcome.item, outcome.error)
            continue
        yield from outcome.value.notices
        for document in outcome.value.documents:
            yield given.lay_over(document)


def extract_all(
    found: Iterable[Document | Notice], progress: Progress, *, fast: bool = False
) -> Iterator[Extraction | Notice]:
    """Yield the extractions of all documents, notices in their places; `fast`: by rules only."""
    settings = _told(EXTRACT, "extracting", progress)
    for outcome in map_isolated(partial(_extract, fast=fast), found, settings=settings):
        yield outcome.value if outcome.value is not None else _lost(outcome.item, outcome.error)


def _read(found: Captured | Notice) -> ReadResult:
    return ReadResult(notices=(found,)) if isinstance(found, Notice) else read_capture(found)


def _extract(found: Document | Notice, *, fast: bool) -> Extraction | Notice:
    return found if isinstance(found, Notice) else extract_document(found, fast=fast)


def _told(settings: Settings, stage: str, progress: Progress) -> Settings:
    return Settings(
        few=settings.few, seconds=settings.seconds, on_progress=partial(progress, stage)
    )


def _lost(item: Captured | Document | Notice, error: FirsthandError | None) -> Notice:
    subject = item.document if isinstance(item, Document) else item.subject
    if error is None:
        return Notice(subject=subject, code="unreadable", message="it gave nothing")
    code = "too-large" if isinstance(error, TooLargeError) else "unreadable"
    return Notice(subject=subject, code=code, message=error.problem, hint=error.hint)
