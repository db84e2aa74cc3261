"""What each voice says of a sentence: its words without sources, cues and the times of saying."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.attribute.datelines import LONGEST, head_of
from firsthand.attribute.engine import Attributed
from firsthand.claim.credits import is_credit
from firsthand.claim.denials import denied_before, denied_within
from firsthand.claim.tagging import words_of_text
from firsthand.claim.verb_groups import finite
from firsthand.claim.voices import is_voice
from firsthand.model.attribution import Attribution
from firsthand.model.document import Document
from firsthand.model.span import Span, Spans
from firsthand.read.sentences import sentences
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.quantity_words import quantity_words

Row = tuple[str, Span]
"""The part of a document in which a sentence stands, and its place."""
_SKIPPED = frozenset({"boilerplate", "table"})
_HEADLINES = frozenset({"title", "headline-list"})


@dataclass(slots=True)
class Piece:
    """Words of one sentence on one voice.

    `attribution` None: the article's own. `headline`: a title or list item, where a verb may be missing.
    `denied`: the words in front deny what the piece says. `whole`: it is a whole sentence.
    """

    attribution: Attribution | None
    spans: list[Span]
    part: str = "body"
    headline: bool = False
    sentence: int = 0
    denied: bool = False
    whole: bool = False


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
    spoken = (a for a in attributed.attributions if a.in_ != "title")
    told = [a for a in spoken if is_voice(text, a, language)]
    paths = Paths({a.id: a for a in attributed.attributions})
    depth = {a.id: len(paths.path(a)) for a in told}
    rows = [
        (kind, (start + low, end + low))
        for kind, (low, high) in _parts(document)
        if kind not in _SKIPPED
        for start, end in sentences(text[low:high], language)
    ]
    rows = _without_heads(text, rows)
    near = _touched([span for _, span in rows], told)
    out: list[Piece] = []
    for number, (kind, whole) in enumerate(rows):
        headline = kind in _HEADLINES or _is_heading(text, whole)
        cut = _cut(whole, near.get(number, []), depth, text)
        for piece in _denied(document, whole, _resumed(document, cut)):
            piece.part, piece.headline, piece.sentence = kind, headline, number
            piece.whole = piece.spans[0][0] == whole[0] and piece.spans[-1][1] == whole[1]
            out.append(piece)
    return out


def _without_heads(text: str, rows: list[Row]) -> list[Row]:
    """Return the sentences without datelines in front of them and without credits: "Reporting by …"."""
    out: list[Row] = []
    passed = 0
    for kind, (start, end) in rows:
        if kind == "body" and (start == 0 or text[start - 1] == "\n"):
            head = head_of(text, start, min(len(text), start + LONGEST))
            passed = head.span[1] if head is not None else passed
        first = min(max(start, passed), end)
        if first < end and not is_credit(text[first:end]):
            out.append((kind, (first, end)))
    return out


def _touched(rows: list[Span], told: list[Attribution]) -> dict[int, list[Attribution]]:
    """Return the attributions that touch each sentence, in the order of the attributions."""
    order = sorted(range(len(rows)), key=lambda k: rows[k])
    starts = [rows[k][0] for k in order]
    out: dict[int, list[Attribution]] = {}
    for each in told:
        seen: set[int] = set()
        for start, end in (*each.content, *each.source, *each.cue):
            at = max(0, bisect_right(starts, start) - 1)
            while at < len(order) and starts[at] < end:
                number = order[at]
                if rows[number][1] > start and number not in seen:
                    seen.add(number)
                    out.setdefault(number, []).append(each)
                at += 1
    return out


def _parts(document: Document) -> list[tuple[str, Span]]:
    if not document.parts:
        return [("body", (0, len(document.text)))]
    return [(part.part, span) for part in document.parts for span in part.span]


def _is_heading(text: str, span: Span) -> bool:
    words = text[span[0] : span[1]].rstrip()
    return words[-1:].isalnum() and len(words) < 160


def _denied(document: Document, whole: Span, found: list[Piece]) -> list[Piece]:
    """Cut denials out of pieces, mark what is denied, and drop words that only lead up to it."""
    text, language = document.text, (document.language or "en")[:2]
    out: list[Piece] = []
    for piece in found:
        start, end = piece.spans[0]
        if denied_before(text, whole[0], start, language):
            piece.denied = True
            out.append(piece)
            continue
        inner = denied_within(text, start, end, language)
        if inner is None or end - inner[1] < _SHORTEST:
            out.append(piece)
            continue
        voice, content = inner
        told = Piece(piece.attribution, [(content, end), *piece.spans[1:]], denied=True)
        if _lead_tells(text, start, voice):
            piece.spans = [(start, voice)]
            out.append(piece)
        out.append(told)
    return [p for p in out if p.denied or language != "en" or not _unfinished(text, p)]


_SHORTEST = 8


def _unfinished(text: str, piece: Piece) -> bool:
    """Tell words that only lead up to what a voice says: "The shipowner rejected as false a"."""
    low, high = piece.spans[-1]
    words = text[max(low, high - _TAIL) : high].lower().split()
    last = words[-1].rstrip(".,;:!?\"“”'") if words else ""
    return last in clause_words("en").unfinished


_TAIL = 24


def _lead_tells(text: str, start: int, end: int) -> bool:
    """Tell whether the words before a denial are a clause of their own: "…; the navy" is only its subject."""
    return any(mark in text[start:end] for mark in ";,") and len(text[start:end].split()) > 4


def _voice(attribution: Attribution) -> Spans:
    """Return the words that bring in a voice, which belong to no claim."""
    when = attribution.when.span if attribution.when and attribution.when.span else ()
    return (*attribution.source, *attribution.cue, *when)


def _cut(whole: Span, near: list[Attribution], depth: dict[str, int], text: str) -> list[Piece]:
    """Cut a sentence where the innermost voice changes."""
    edges = {whole[0], whole[1]}
    for each in near:
        for start, end in (*each.content, *_voice(each)):
            edges.update(min(max(e, whole[0]), whole[1]) for e in (start, end))
    by_voice: dict[str, Piece] = {}
    out: list[Piece] = []
    own: Piece | None = None  # the article's own words, as long as nothing parts them
    for start, end in pairwise(sorted(edges)):
        if any(a <= start and end <= b for each in near for a, b in _voice(each)):
            own = None
            continue
        holder = _innermost(start, end, near, depth)
        piece = own if holder is None else by_voice.get(holder.id)
        if piece is None:
            piece = Piece(holder, [])
            out.append(piece)
        _extend(piece, start, end)
        own = piece if holder is None else None
        if holder is not None:
            by_voice[holder.id] = piece
    return [p for p in out if any(c.isalnum() for a, b in p.spans for c in text[a:b])]


def _resumed(document: Document, found: list[Piece]) -> list[Piece]:
    """Give words without a verb back to what was said before them: "…, the union says, twice as many"."""
    if (document.language or "en")[:2] != "en":
        return found
    out: list[Piece] = []
    for piece in found:
        before = out[-1] if out else None
        start, end = piece.spans[0]
        after = before is not None and before.attribution is not None and piece.attribution is None
        if before is not None and after and start >= before.spans[-1][1]:
            words = words_of_text(document.text, "en", start, end)
            folds = quantity_words("en").folds
            counts = any(w.tag == "#" or w.low in folds for w in words)
            if counts and finite(words, 0, len(words), 1.0) is None:
                before.spans.extend(piece.spans)
                continue
        out.append(piece)
    return out


def _extend(piece: Piece, start: int, end: int) -> None:
    if piece.spans and piece.spans[-1][1] == start:
        piece.spans[-1] = (piece.spans[-1][0], end)
    else:
        piece.spans.append((start, end))


def _innermost(
    start: int, end: int, near: list[Attribution], depth: dict[str, int]
) -> Attribution | None:
    inside = [a for a in near if any(x <= start and end <= y for x, y in a.content)]
    return max(inside, key=lambda a: (depth[a.id], -sum(y - x for x, y in a.content)), default=None)
