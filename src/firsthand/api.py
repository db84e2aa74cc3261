"""The front door for Python: what `import firsthand` gives."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from firsthand.model.alarm import Watched
from firsthand.model.brief import Brief
from firsthand.model.check import Check
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Assessment
from firsthand.model.question import Corroboration
from firsthand.model.table import Table


def read(
    *paths: str | Path, outlet: str | None = None, published: str | None = None
) -> list[Document]:
    """Read files and folders and return their documents, in the order of the paths.

    Documents of every reading verdict are returned; look at `reading`.

    Args:
        paths: Files or folders of pages, feeds, texts and JSON lines.
        outlet: Name of the outlet, where the files do not tell it.
        published: Day of publication, YYYY-MM-DD, where the files do not tell it.

    Raises:
        InputError: nothing could be read from any of the paths.
    """
    from firsthand.run.given import Given
    from firsthand.run.pipeline import read_inputs

    given = Given(outlet=outlet, published=published)
    return list(read_inputs([str(p) for p in paths], given=given).documents)


def extract(document: Document | str, *, fast: bool = False) -> Extraction:
    """Return what is said in a document: entities, attributions, claims and signs of access.

    A string is taken as the text of a document without a date or a house.

    Args:
        fast: By rules only, without the trained tagger of English.
    """
    from firsthand.run.extract import extract_document

    given = _document(document) if isinstance(document, str) else document
    return extract_document(given, fast=fast)


def _document(text: str) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(document="text", text=text, text_sha256=digest)


def load_table(path: str | Path) -> Table:
    """Read an official table.

    Raises:
        TableError: the file cannot be read as a table; the message names sheet and cell.
    """
    from firsthand.tables.load import load_table as load

    return load(Path(path))


def watch(*tables: Table | str | Path, total_first: bool = False) -> Watched:
    """Say which series of official tables left their expected band, when, and by how much.

    `firsthand.watch.notebook` has `frame` and `plot` for what it returns.

    Args:
        tables: Tables, or the files that hold them.
        total_first: Whether parts are raised only where their total is.

    Raises:
        TableError: a file cannot be read as a table; the message names sheet and cell.
    """
    from firsthand.watch.engine import watch as stage

    held = [t if isinstance(t, Table) else load_table(t) for t in tables]
    return stage(held, total_first=total_first)


def corroborate(
    extractions: Sequence[Extraction], *, tables: Sequence[Table] = (), as_of: str | None = None
) -> Corroboration:
    """Group the claims of many documents into questions and count their independent origins."""
    from firsthand.corroborate.engine import corroborate as stage

    return stage(extractions, tables=tables, as_of=as_of)


def check(
    corroboration: Corroboration,
    extractions: Sequence[Extraction],
    tables: Sequence[Table] = (),
    *,
    as_of: str | None = None,
) -> Mapping[str, tuple[Check, ...]]:
    """Hold the numbers against each other and against the tables; checks by question id."""
    from firsthand.check.engine import check as stage

    return stage(corroboration, extractions, tables, as_of=as_of)


def assess(extraction: Extraction) -> Assessment:
    """Name the sanctions provisions that a document's claims would touch or breach on their day."""
    from firsthand.provisions.engine import assess_document

    return assess_document(extraction)


def brief(
    *paths: str | Path,
    tables: Sequence[str | Path] = (),
    about: str | None = None,
    as_of: str | None = None,
) -> Brief:
    """Read files and tables and return the brief; its gate has been passed.

    Raises:
        InputError: nothing could be read.
        EvidenceError: a sentence does not hold.
    """
    from firsthand.run.pipeline import Asked, make_brief

    asked = Asked(about=about, as_of=as_of)
    return make_brief([str(p) for p in paths], [str(t) for t in tables], asked=asked)
