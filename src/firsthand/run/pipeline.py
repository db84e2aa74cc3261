"""The whole way, from paths to a brief: read → extract → corroborate → check → assess → compose.

Reading and extraction run together in isolated workers, one input at a time; everything after them
needs all documents and runs here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from firsthand.errors import FirsthandError, InputError, TableError
from firsthand.model.base import Record
from firsthand.model.brief import Brief
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.notice import Notice
from firsthand.model.question import Corroboration
from firsthand.model.table import Table
from firsthand.run.given import AS_IS, Given
from firsthand.run.progress import Progress, silent
from firsthand.run.work import extract_all, read_all

if TYPE_CHECKING:
    from firsthand.brief.show_tree import Shown

T = TypeVar("T")


class Asked(Record, kw_only=True, frozen=True):
    """What the brief is to be about.

    Args:
        about: Only claims that hold all of these words lead.
        as_of: Only what was published up to this day goes in; ISO date.
        top: At most so many claims lead.
        title: Name of the matter.
    """

    about: str | None = None
    as_of: str | None = None
    top: int = 12
    title: str | None = None


ANYTHING = Asked()
"""Nothing in particular was asked for."""


class Inputs(Record, kw_only=True, frozen=True):
    """What came of the inputs: documents of every reading verdict, and notices."""

    documents: tuple[Document, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_stream(
    inputs: Sequence[str], *, given: Given = AS_IS, progress: Progress = silent
) -> Iterator[Document | Notice]:
    """Yield the documents of the inputs in their order, and notices for what was set aside."""
    from firsthand.collect.gather import gather

    return read_all(gather(inputs, stdin=sys.stdin.buffer), given, progress)


def extract_stream(
    inputs: Sequence[str],
    *,
    given: Given = AS_IS,
    progress: Progress = silent,
    fast: bool = False,
) -> Iterator[Extraction | Notice]:
    """Yield the extractions of the inputs in their order, and notices for what was set aside.

    Every document has its line, also one that is no full text: its reading verdict says so.

    Args:
        fast: By rules only, without the trained tagger.
    """
    return extract_all(read_stream(inputs, given=given, progress=progress), progress, fast=fast)


def read_inputs(
    inputs: Sequence[str], *, given: Given = AS_IS, progress: Progress = silent
) -> Inputs:
    """Read all inputs; ids are unique.

    Raises:
        InputError: nothing could be read from any of them.
    """
    from firsthand.read.identity import finish

    documents, notices = _apart(read_stream(inputs, given=given, progress=progress))
    if not documents:
        raise nothing_read(inputs, notices)
    return Inputs(documents=tuple(finish(documents)), notices=tuple(notices))


def extract_inputs(
    inputs: Sequence[str],
    *,
    given: Given = AS_IS,
    progress: Progress = silent,
    fast: bool = False,
) -> Inputs:
    """Read all inputs and extract what is said in them; ids are unique.

    Raises:
        InputError: nothing could be read from any of them.
    """
    from firsthand.read.identity import finish

    extractions, notices = _apart(extract_stream(inputs, given=given, progress=progress, fast=fast))
    if not extractions:
        raise nothing_read(inputs, notices)
    documents = finish([e.document for e in extractions])
    named = tuple(
        msgspec.structs.replace(e, document=d) for e, d in zip(extractions, documents, strict=True)
    )
    return Inputs(documents=tuple(documents), extractions=named, notices=tuple(notices))


def _apart(stream: Iterator[T | Notice]) -> tuple[list[T], list[Notice]]:
    things: list[T] = []
    notices: list[Notice] = []
    for each in stream:
        if isinstance(each, Notice):
            notices.append(each)
        else:
            things.append(each)
    return things, notices


def nothing_read(inputs: Sequence[str], notices: Sequence[Notice]) -> InputError:
    """Say why nothing is left, with the first reason of each input."""
    reasons = "; ".join(f"{n.subject}: {n.message}" for n in notices[:5])
    more = f"; and {len(notices) - 5} more" if len(notices) > 5 else ""
    named = ", ".join(inputs[:3]) + (" …" if len(inputs) > 3 else "")
    return InputError(
        f"nothing could be read ({reasons or 'no text, page, feed or JSON line was found'}{more})",
        where=named,
        hint="Give saved pages, feeds, texts or JSON lines, or a folder of these.",
    )


def load_tables(paths: Sequence[str]) -> tuple[list[Table], list[Notice]]:
    """Read the official tables; one that cannot be read becomes a notice."""
    from firsthand.tables.load import load_table

    tables: list[Table] = []
    notices: list[Notice] = []
    for path in paths:
        try:
            tables.append(load_table(Path(path)))
        except TableError as error:
            notices.append(_table_notice(path, error))
    return tables, notices


def _table_notice(path: str, error: FirsthandError) -> Notice:
    message = f"{error.where}: {error.problem}" if error.where else error.problem
    return Notice(subject=Path(path).name, code="unreadable", message=message, hint=error.hint)


def corroborate_inputs(
    inputs: Sequence[str],
    tables: Sequence[str],
    *,
    as_of: str | None = None,
    given: Given = AS_IS,
    progress: Progress = silent,
    fast: bool = False,
) -> tuple[Corroboration, tuple[Notice, ...]]:
    """Read, extract and corroborate; notices tell what was set aside."""
    from firsthand.corroborate.engine import corroborate

    extracted = extract_inputs(inputs, given=given, progress=progress, fast=fast)
    read = published_up_to(extracted, as_of)
    held, notices = load_tables(tables)
    progress("comparing", 0, 0)
    found = corroborate(read.extractions, tables=held, as_of=as_of)
    return found, (*read.notices, *notices)


def articles_alone(
    read: Inputs, tables: Sequence[Table], *, progress: Progress = silent
) -> Iterator[Shown]:
    """Yield each document with what can be said of it by itself: origins, checks, provisions."""
    from firsthand.brief.show_tree import Shown
    from firsthand.check.engine import check
    from firsthand.corroborate.engine import corroborate
    from firsthand.provisions.engine import assess_document

    for done, extraction in enumerate(read.extractions, 1):
        found = corroborate([extraction], tables=tables)
        yield Shown(
            extraction=extraction,
            corroboration=found,
            checks=check(found, [extraction], tables),
            assessment=assess_document(extraction),
            tables=tuple(tables),
        )
        progress("reading", done, len(read.extractions))


def make_brief(
    inputs: Sequence[str],
    tables: Sequence[str],
    *,
    asked: Asked = ANYTHING,
    given: Given = AS_IS,
    progress: Progress = silent,
    fast: bool = False,
) -> Brief:
    """Read files and tables and return the brief, once its gate has been passed.

    Raises:
        InputError: nothing could be read.
        EvidenceError: a sentence does not hold.
    """
    extracted = extract_inputs(inputs, given=given, progress=progress, fast=fast)
    read = published_up_to(extracted, asked.as_of)
    held, notices = load_tables(tables)
    return brief_of(read, held, asked=asked, notices=notices, progress=progress)


def brief_of(
    read: Inputs,
    tables: Sequence[Table],
    *,
    asked: Asked = ANYTHING,
    notices: Sequence[Notice] = (),
    progress: Progress = silent,
) -> Brief:
    """Run the stages that need all documents, compose the brief and verify it."""
    from firsthand.brief.compose import compose
    from firsthand.brief.gate import verify
    from firsthand.brief.parts import Options, Parts
    from firsthand.check.engine import check
    from firsthand.check.grade import grade
    from firsthand.corroborate.engine import corroborate
    from firsthand.provisions.engine import assess

    full = tuple(e for e in read.extractions if e.document.reading == "full")
    aside = tuple(e.document for e in read.extractions if e.document.reading != "full")
    progress("comparing", 0, 0)
    found = corroborate(read.extractions, tables=tables, as_of=asked.as_of)
    progress("checking", 0, 0)
    checks = check(found, full, tables, as_of=asked.as_of)
    parts = Parts(
        corroboration=found,
        extractions=full,
        checks=checks,
        grades=grade(found, checks),
        assessments=assess(found, full, as_of=asked.as_of),
        tables=tuple(tables),
        aside=aside,
        notices=(*read.notices, *notices),
        options=Options(title=asked.title, as_of=asked.as_of, about=asked.about, top=asked.top),
    )
    progress("writing", 0, 0)
    brief = compose(parts)
    verify(brief)
    return brief


def published_up_to(read: Inputs, day: str | None) -> Inputs:
    """Leave out what was published after `day`, and what has no date, with a notice each."""
    if day is None:
        return read
    kept: list[Extraction] = []
    notices: list[Notice] = []
    for e in read.extractions:
        on = e.document.published_on
        if on is not None and on <= day:
            kept.append(e)
            continue
        why = (
            f"published {on}, after {day}"
            if on
            else f"no date of publication to hold against {day}"
        )
        notices.append(Notice(subject=e.id, code="dated", message=why))
    if not kept:
        raise InputError(
            f"nothing was published up to {day}", hint="Choose a later day for --as-of."
        )
    return Inputs(
        documents=tuple(e.document for e in kept),
        extractions=tuple(kept),
        notices=(*read.notices, *notices),
    )
