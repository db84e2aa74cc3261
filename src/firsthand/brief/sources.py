"""The numbered sources of a brief: sentences carry their numbers, each leads to its places."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from firsthand.brief import law
from firsthand.brief.dates import short
from firsthand.brief.facts import Facts
from firsthand.brief.word import sentence_case
from firsthand.model.brief import Brief, Evidence, Sentence
from firsthand.model.document import Document
from firsthand.model.span import Spans, hull

Kind = Literal["document", "table", "provision"]


@dataclass(slots=True)
class Source:
    """A source with its number and the places in it that sentences rest on."""

    number: int
    kind: Kind
    key: str
    label: str
    spans: list[Spans] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    where: str = ""


@dataclass(slots=True)
class Sources:
    """All sources in the order in which sentences need them."""

    listed: list[Source]
    of: dict[tuple[Kind, str], Source]

    def refs(self, sentence: Sentence) -> list[int]:
        """Return the numbers of the sources of a sentence, ascending."""
        keys = (key for e in sentence.evidence if (key := _key(e)) is not None)
        return sorted({self.of[key].number for key in keys if key in self.of})


def sources(brief: Brief, facts: Facts) -> Sources:
    """Number the sources of all sentences: articles by date, then tables, then provisions."""
    out = Sources([], {})
    for sentence in (*brief.sentences, *brief.missing):
        for each in sorted(sentence.evidence, key=lambda e: _order(e, facts)):
            _note(out, each, facts)
    for source in out.listed:
        source.where = _where(source, facts)
    return out


def _key(each: Evidence) -> tuple[Kind, str] | None:
    if isinstance(each.document, str):
        return "document", each.document
    if isinstance(each.table, str):
        return "table", each.table
    if isinstance(each.provision, str):
        return "provision", each.provision
    return None


def _order(each: Evidence, facts: Facts) -> tuple[int, str, str]:
    key = _key(each)
    if key is None:
        return (3, "", "")
    kind, name = key
    article = facts.articles.get(name)
    day = (article.published or "9") if kind == "document" and article else ""
    return (("document", "table", "provision").index(kind), day, name)


def _note(out: Sources, each: Evidence, facts: Facts) -> None:
    key = _key(each)
    if key is None:
        return
    if key not in out.of:
        out.of[key] = Source(len(out.listed) + 1, key[0], key[1], _label(key, facts))
        out.listed.append(out.of[key])
    source = out.of[key]
    if isinstance(each.span, tuple) and each.in_ != "title" and each.span not in source.spans:
        source.spans.append(each.span)
    if isinstance(each.cell, str) and each.cell not in source.cells:
        source.cells.append(each.cell)


def _label(key: tuple[Kind, str], facts: Facts) -> str:
    kind, name = key
    if kind == "document":
        article = facts.articles.get(name)
        day = short(article.published, year=False) if article and article.published else "no date"
        return f"{facts.outlet(name)}, {day}"
    if kind == "provision":
        return sentence_case(law.full(name))
    return name


def _where(source: Source, facts: Facts) -> str:
    if source.kind == "document" and source.key in facts.documents:
        document = facts.documents[source.key].document
        numbers = {n for s in source.spans for n in paragraphs_of(document, s)}
        return f"par. {ranges(numbers)}" if numbers else "title"
    if source.kind == "table":
        noun = "cell" if len(source.cells) == 1 else "cells"
        return f"{noun} {', '.join(source.cells)}" if source.cells else ""
    return ""


def ranges(numbers: Iterable[int]) -> str:
    """Print numbers with runs joined: "1–3, 5"."""
    out: list[list[int]] = []
    for number in sorted(set(numbers)):
        if out and number == out[-1][1] + 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return ", ".join(
        str(a) if a == b else f"{a}, {b}" if b == a + 1 else f"{a}–{b}" for a, b in out
    )


# --- paragraphs ----------------------------------------------------------------------------------

_PARAGRAPH = re.compile(r"[^\n]+")


@lru_cache(maxsize=1024)
def _starts(text: str, after: int) -> tuple[int, ...]:
    return tuple(m.start() for m in _PARAGRAPH.finditer(text, after) if not m.group().isspace())


def title_end(document: Document) -> int:
    """Return where the title at the head of the text ends; 0 where the text has none."""
    parts = [p for p in document.parts if p.part == "title"]
    return hull(parts[0].span)[1] if parts and parts[0].span else 0


def head_end(document: Document) -> int:
    """Return where the body begins: behind the title and the line of outlet and date, if any."""
    bodies = [start for p in document.parts if p.part == "body" for start, _ in p.span]
    return max(title_end(document), min(bodies, default=0))


def paragraphs_of(document: Document, span: Spans) -> list[int]:
    """Return the numbers of the paragraphs, from 1 in the body, that a span touches."""
    starts = _starts(document.text, head_end(document))
    found: set[int] = set()
    for start, end in span:
        first = bisect.bisect_right(starts, start)
        last = bisect.bisect_left(starts, end)
        found.update(range(first, max(first, last) + 1))
    return sorted(found - {0})
