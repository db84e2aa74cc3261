"""Small articles for the tests of `attribute` and `claim`, and what must hold of every reading."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from firsthand.model.attribution import Attribution, Sign
from firsthand.model.document import Document, House
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, words_of
from firsthand.run.extract import extract_document

SHARED = Path(__file__).parents[2].parent / "shared"
DATA = Path(__file__).parents[1] / "data"
OUTLET = "Fjord Gazette"


def article(
    text: str,
    language: str = "en",
    *,
    published: str | None = "2026-03-04",
    ident: str = "d",
    outlet: House | None = None,
) -> Document:
    return Document(
        document=ident,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        published=published,
        outlet=outlet or House(id="fjord-gazette.example", name=OUTLET),
    )


def read(text: str, language: str = "en") -> Extraction:
    """Read an article of the Fjord Gazette of Wednesday, 4 March 2026, by the grammar alone."""
    return extract_document(article(text, language), fast=True)


def told(extraction: Extraction) -> list[tuple[str, str, str, str]]:
    """Source, cue, content and stance of each attribution, as words."""
    text = extraction.text
    return [
        (words_of(text, a.source), words_of(text, a.cue), words_of(text, a.content), a.stance)
        for a in extraction.attributions
    ]


def voices(extraction: Extraction) -> list[str | None]:
    return [a.speaker.name for a in extraction.attributions]


def only(extraction: Extraction) -> Attribution:
    (attribution,) = extraction.attributions
    return attribution


def signs(extraction: Extraction) -> list[tuple[str, str, str | None]]:
    return [(s.kind, words_of(extraction.text, s.span), s.of) for s in extraction.signs]


def all_spans(extraction: Extraction) -> Iterable[Span]:
    """Every span that counts in the text."""
    for entity in extraction.entities:
        for mention in entity.mentions:
            yield from mention
    for a in extraction.attributions:
        yield from (*a.source, *a.cue, *a.content)
        yield from (a.when.span or ()) if a.when else ()
    for claim in extraction.claims:
        yield from claim.span
        yield from (claim.when.span or ()) if claim.when else ()
        for role in claim.roles:
            yield from role.span
        for quantity in claim.quantities:
            yield from quantity.span
    yield from _of_signs(extraction.signs)


def _of_signs(found: Iterable[Sign]) -> Iterable[Span]:
    for sign in found:
        yield from sign.span


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def digest(path: Path) -> str:
    """The first 12 hex digits of the file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def read_row(row: dict[str, Any]) -> Extraction:
    """Read a gold row as a batch line would be read, by the grammar alone."""
    house = row.get("publisher")
    outlet = House(id=house["id"], name=house["name"]) if house else None
    document = article(
        row["text"],
        row["language"],
        published=row.get("published"),
        ident=row["id"],
        outlet=outlet,
    )
    return extract_document(document, fast=True)


def score(scorer: str, gold: Path, predictions: Path, *options: str) -> str:
    """Run a shared scorer and return what it prints."""
    command = [sys.executable, str(SHARED / "score" / scorer), str(gold), str(predictions)]
    return subprocess.run(
        [*command, *options], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
