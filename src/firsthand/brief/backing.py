"""Every sentence with all that it rests on: place by place, with the words and where they open."""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.facts import Facts
from firsthand.brief.marks import anchor
from firsthand.brief.opened import characters
from firsthand.brief.page import cell_id
from firsthand.brief.rows import of_check
from firsthand.brief.sources import paragraphs_of, ranges
from firsthand.brief.values import sum_of
from firsthand.model.base import Record
from firsthand.model.brief import Evidence, Sentence
from firsthand.model.span import Spans, words_of

_NAMES = {
    "articles": "articles",
    "outlets": "outlets",
    "publishers": "publishers",
    "origins": "origins",
    "high": "origins at most",
    "answer": "articles that give one answer",
    "copies": "copies that differ",
    "still": "articles that still print it",
    "finding": "articles behind the provision",
    "voices": "origins that give a value",
    "values": "values",
    "differs": "numbers that differ",
    "holds": "numbers that hold",
    "speakers": "voices",
    "percent": "probability in per cent",
    "cell": "figure of the cell",
}
"""Names of counts as the page prints them."""
_QUOTE = 220
"""Characters of a quotation in the list of evidence."""


class Piece(Record, frozen=True):
    """A piece of evidence: what it is, where it stands, the words."""

    kind: str
    where: str
    href: str
    words: str = ""
    language: str | None = None


class Backing(Record, frozen=True):
    """A sentence with all that it rests on."""

    number: int
    sentence: str
    pieces: tuple[Piece, ...]
    counts: tuple[str, ...]


def backing(number: int, sentence: Sentence, facts: Facts, ids: dict[str, str]) -> Backing:
    """Return a sentence with its evidence; `ids` gives the anchors of documents on the page."""
    pieces = tuple(_piece(e, facts, ids) for e in sentence.evidence)
    told = (f"{_NAMES[c.what.partition(':')[0]]} {c.value}" for c in sentence.counts)
    counts = tuple(dict.fromkeys(told))
    return Backing(number, sentence.sentence, pieces, counts)


def _piece(each: Evidence, facts: Facts, ids: dict[str, str]) -> Piece:
    if isinstance(each.document, str) and isinstance(each.span, tuple):
        return _words(each, each.span, facts, ids)
    if isinstance(each.table, str) and isinstance(each.cell, str):
        series, value = facts.cells[each.table, each.cell]
        labels = " / ".join([*series.dims.values(), value.period])
        href = f"#{cell_id(facts, each.table, each.cell)}"
        return Piece("cell", f"{each.table}, {each.cell}, {labels}", href, value.printed)
    if isinstance(each.provision, str):
        return Piece("provision", law.full(each.provision), f"#p-{each.provision}")
    if isinstance(each.check, str):
        ident, _, name = each.check.partition("/")
        dossier = facts.questions[ident]
        check = next(c for c in dossier.checks if c.id == name)
        return Piece("sum", of_check(check).text, f"#{ident}", sum_of(check.arithmetic))
    searched = len(each.in_) if isinstance(each.in_, tuple) else 0
    noun = "article" if searched == 1 else "articles"
    return Piece("absence", f"Looked for: {each.absence}, in {searched:,} {noun}; not held", "")


def _words(each: Evidence, span: Spans, facts: Facts, ids: dict[str, str]) -> Piece:
    extraction = facts.documents[str(each.document)]
    document, title = extraction.document, each.in_ == "title"
    text = (document.title or "") if title else document.text
    numbers = paragraphs_of(document, span)
    place = "title" if title or not numbers else f"par. {ranges(numbers)}"
    words = words_of(text, span)
    short_words = words if len(words) <= _QUOTE else words[: _QUOTE - 1].rstrip() + "…"
    sheet = ids.get(extraction.id, "")
    href = f"#{sheet}" if title else f"#{anchor(sheet, span)}"
    where = f"{facts.outlet(extraction.id)}, {place}, characters {characters(span)}"
    return Piece("words", where, href, short_words, document.language)
