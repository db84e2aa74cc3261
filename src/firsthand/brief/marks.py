"""A text cut into stretches that carry their marks: source, cue, content, claim, and anchors.

Marks overlap freely (a chain nests its attributions, a claim crosses them); the text is cut at
every border, so that no element has to nest. Of several marks the innermost kind shows: source
before cue before content. Labels stand at the end of the mark that they name, those of claims at
the beginning.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.brief.sources import title_end
from firsthand.model.base import Record
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.span import Spans

_RANK = {"s": 3, "c": 2, "k": 1}
NAMES = {"s": "source", "c": "cue", "k": "content"}
Label = tuple[str, str]
"""What is printed, and the id that it leads to (empty: it leads nowhere)."""


class Piece(Record, frozen=True):
    """A stretch of text with one look.

    Args:
        kind: s, c or k for source, cue and content; empty for none.
        claim: Whether it belongs to a claim.
        ids: Anchors at its beginning.
        before, after: Labels.
    """

    text: str
    kind: str = ""
    claim: bool = False
    ids: tuple[str, ...] = ()
    before: tuple[Label, ...] = ()
    after: tuple[Label, ...] = ()


class Paragraph(Record, frozen=True):
    """A paragraph with its number; 0 is the title."""

    number: int
    pieces: tuple[Piece, ...]
    part: str = ""
    cut: bool = False
    """Paragraphs before this one are left out."""


@dataclass(slots=True)
class _Marks:
    """Marks of one text by the offsets at which they begin and end."""

    kinds: list[tuple[int, int, str]] = field(default_factory=list)
    claims: list[tuple[int, int]] = field(default_factory=list)
    ids: dict[int, list[str]] = field(default_factory=dict)
    before: dict[int, list[Label]] = field(default_factory=dict)
    after: dict[int, list[Label]] = field(default_factory=dict)


def anchor(prefix: str, span: Spans) -> str:
    """Return the id of a span in a document: PREFIX-START-END of its first piece."""
    start, end = span[0]
    return f"{prefix}-{start}-{end}"


def paragraphs(
    extraction: Extraction,
    prefix: str,
    *,
    anchors: Iterable[Spans],
    claims: dict[str, Label],
    whole: bool = True,
) -> tuple[Paragraph, ...]:
    """Return the marked paragraphs of a document.

    Args:
        extraction: The document with its attributions and claims.
        prefix: Prefix of the anchors, unique on the page.
        anchors: Spans that something links to; each gets an id.
        claims: Labels of claims by their ids.
        whole: False: only paragraphs with an anchor are kept.
    """
    document, wanted = extraction.document, list(anchors)
    marks = _collect(extraction, prefix, wanted, claims)
    lines = _lines(document)
    starts = [start for _, start, _ in lines]
    kept = _touched(starts, (piece for span in wanted for piece in span))
    kinds = _by_line(starts, marks.kinds)
    claimed = _by_line(starts, [(a, b, "") for a, b in marks.claims])
    out: list[Paragraph] = []
    cut = False
    for at, (number, start, end) in enumerate(lines):
        if not whole and at not in kept:
            cut = True
            continue
        over = (kinds.get(at, []), [(a, b) for a, b, _ in claimed.get(at, [])])
        pieces = tuple(_pieces(document.text, marks, start, end, over=over))
        out.append(Paragraph(number, pieces, _part(document, start), cut))
        cut = False
    return tuple(out)


def _lines(document: Document) -> list[tuple[int, int, int]]:
    """Return number, start and end of each line that is not blank; the title has number 0."""
    out, at, number = [], 0, 0
    head = title_end(document)
    for line in document.text.split("\n"):
        if line.strip():
            inside = at < head
            number += not inside
            out.append((0 if inside else number, at, at + len(line)))
        at += len(line) + 1
    return out


def _by_line(
    starts: list[int], marks: list[tuple[int, int, str]]
) -> dict[int, list[tuple[int, int, str]]]:
    """Return the marks that may touch each line, by the line's place."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for mark in marks:
        for at in _touched(starts, [mark[:2]]):
            found.setdefault(at, []).append(mark)
    return found


def _touched(starts: list[int], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the places of the lines that spans touch."""
    out: set[int] = set()
    for start, end in spans:
        first = max(bisect.bisect_right(starts, start) - 1, 0)
        out.update(range(first, max(bisect.bisect_left(starts, end), first + 1)))
    return out


def _part(document: Document, at: int) -> str:
    found = next((p.part for p in document.parts for a, b in p.span if a <= at < b), "body")
    return "" if found == "body" else found


def _collect(
    extraction: Extraction, prefix: str, anchors: list[Spans], claims: dict[str, Label]
) -> _Marks:
    marks = _Marks()
    for each in extraction.attributions:
        if each.in_ == "title":
            continue
        for kind, span in (("s", each.source), ("c", each.cue), ("k", each.content)):
            marks.kinds += [(a, b, kind) for a, b in span]
            if span:
                label = (f"{NAMES[kind]} {each.id.removeprefix('a')}", "")
                marks.after.setdefault(span[-1][1], []).append(label)
    for claim in extraction.claims:
        if claim.in_ == "title" or not claim.span:
            continue
        marks.claims += list(claim.span)
        label = claims.get(claim.id, (f"claim {claim.id.removeprefix('c')}", ""))
        marks.before.setdefault(claim.span[0][0], []).append(label)
    for span in anchors:
        known = marks.ids.setdefault(span[0][0], [])
        name = anchor(prefix, span)
        if name not in known:
            known.append(name)
    return marks


def _pieces(
    text: str,
    marks: _Marks,
    start: int,
    end: int,
    *,
    over: tuple[list[tuple[int, int, str]], list[tuple[int, int]]],
) -> Iterable[Piece]:
    """Yield the stretches of one paragraph between all borders that fall into it."""
    kinds = [m for m in over[0] if m[0] < end and start < m[1]]
    claims = [m for m in over[1] if m[0] < end and start < m[1]]
    borders = {start, end}
    borders.update(p for a, b, _ in kinds for p in (a, b))
    borders.update(p for a, b in claims for p in (a, b))
    borders.update(p for p in marks.ids if start <= p < end)
    places = sorted(p for p in borders if start <= p <= end)
    for a, b in pairwise(places):
        looks = {k for x, y, k in kinds if x <= a and b <= y}
        yield Piece(
            text=text[a:b],
            kind=max(looks, key=_RANK.__getitem__, default=""),
            claim=any(x <= a and b <= y for x, y in claims),
            ids=tuple(marks.ids.get(a, ())),
            before=tuple(marks.before.get(a, ())),
            after=tuple(marks.after.get(b, ())),
        )
