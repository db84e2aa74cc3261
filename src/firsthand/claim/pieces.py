"""What each voice says of a sentence: its words without sources, cues and the times of saying."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.attribute.engine import Attributed
from firsthand.model.attribution import Attribution
from firsthand.model.document import Document
from firsthand.model.span import Span, Spans
from firsthand.read.sentences import sentences

_SKIPPED = frozenset({"boilerplate", "table"})
_HEADLINES = frozenset({"title", "headline-list"})


@dataclass(slots=True)
class Piece:
    """Words of one sentence on one voice.

    `attribution` None: the article's own. `headline`: a title or list item, where a verb may be missing.
    """

    attribution: Attribution | None
    spans: list[Span]
    part: str = "body"
    headline: bool = False
    sentence: int = 0
    paragraph: int = 0


@dataclass(slots=True)
class Paths:
    """The attributions of a document and the way from the outermost to each."""

    by_id: dict[str, Attribution] = field(default_factory=dict)

    def path(self, attribution: Attribution | None) -> tuple[Attribution, ...]:
        """Return the attributions from the outermost to this one."""
        out: list[Attribution] = []
        while attribution is not None and attribution not in out:
            out.append(attribution)
            attribution = self.by_id.get(attribution.parent) if attribution.parent else None
        return tuple(reversed(out))


def pieces(document: Document, attributed: Attributed) -> list[Piece]:
    """Return the pieces of a document in text order."""
    text, language = document.text, document.language
    told = [a for a in attributed.attributions if a.in_ != "title"]
    paths = Paths({a.id: a for a in attributed.attributions})
    depth = {a.id: len(paths.path(a)) for a in told}
    out: list[Piece] = []
    number = 0
    for kind, span in _parts(document):
        if kind in _SKIPPED:
            continue
        for start, end in sentences(text[span[0] : span[1]], language):
            whole = (start + span[0], end + span[0])
            near = [a for a in told if _touches(a, whole)]
            headline = kind in _HEADLINES or _is_heading(text, whole)
            for piece in _cut(whole, near, depth, text):
                piece.part, piece.headline, piece.sentence = kind, headline, number
                out.append(piece)
            number += 1
    return out


def _parts(document: Document) -> list[tuple[str, Span]]:
    if not document.parts:
        return [("body", (0, len(document.text)))]
    return [(part.part, span) for part in document.parts for span in part.span]


def _is_heading(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]].rstrip()
    return words[-1:].isalnum() and len(words) < 160


def _touches(attribution: Attribution, span: Span) -> bool:
    every = (*attribution.content, *attribution.source, *attribution.cue)
    return any(a < span[1] and span[0] < b for a, b in every)


def _voice(attribution: Attribution) -> Spans:
    """Return the words that bring in a voice, which belong to no claim.

    People who are counted in the words themselves ("7,887 individuals claimed …") are no voice to cut out.
    """
    if attribution.speaker.kind == "crowd":
        return ()
    when = attribution.when.span if attribution.when and attribution.when.span else ()
    return (*attribution.source, *attribution.cue, *when)


def _cut(whole: Span, near: list[Attribution], depth: dict[str, int], text: str) -> list[Piece]:
    """Cut a sentence where the innermost voice changes."""
    near = [a for a in near if a.speaker.kind != "crowd"]
    edges = {whole[0], whole[1]}
    for each in near:
        for start, end in (*each.content, *_voice(each)):
            edges.update(min(max(e, whole[0]), whole[1]) for e in (start, end))
    ordered = sorted(edges)
    by_voice: dict[str, Piece] = {}
    out: list[Piece] = []
    last: Piece | None = None
    for start, end in zip(ordered, ordered[1:], strict=False):
        if any(a <= start and end <= b for each in near for a, b in _voice(each)):
            if last is not None and last.attribution is None:
                last = None
            continue
        holder = _innermost(start, end, near, depth)
        key = holder.id if holder else ""
        if holder is None and last is not None and last.attribution is None and last.spans[-1][1] == start:
            last.spans[-1] = (last.spans[-1][0], end)
            continue
        if holder is not None and key in by_voice:
            piece = by_voice[key]
            if piece.spans[-1][1] == start:
                piece.spans[-1] = (piece.spans[-1][0], end)
            else:
                piece.spans.append((start, end))
            last = piece
            continue
        piece = Piece(holder, [(start, end)])
        if holder is not None:
            by_voice[key] = piece
        out.append(piece)
        last = piece
    return [p for p in out if any(any(c.isalnum() for c in text[a:b]) for a, b in p.spans)]


def _innermost(start: int, end: int, near: list[Attribution], depth: dict[str, int]) -> Attribution | None:
    inside = [a for a in near if any(x <= start and end <= y for x, y in a.content)]
    return max(inside, key=lambda a: (depth[a.id], -sum(y - x for x, y in a.content)), default=None)
