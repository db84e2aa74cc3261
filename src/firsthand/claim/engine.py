"""From a document and its attributions to claims: pieces, clauses, quantities, periods, kinds, roles."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.engine import Attributed
from firsthand.claim.calendar import Direction
from firsthand.claim.clause_parts import Clause
from firsthand.claim.clause_times import head_in_time, relative_time, time_of
from firsthand.claim.clauses import cut_clauses
from firsthand.claim.comparing import told_when
from firsthand.claim.implied import with_implied
from firsthand.claim.light_clauses import cut_light, light_words_of
from firsthand.claim.making import make_claim
from firsthand.claim.page import Page, light_view, page_of, plain_view, view_of
from firsthand.claim.pieces import Piece, pieces
from firsthand.claim.plain import plain_words_of
from firsthand.claim.tagging import Word, words_of_text
from firsthand.claim.view import View
from firsthand.model.attribution import Entity, Stance
from firsthand.model.claim import Claim
from firsthand.model.document import Document

_LONGEST = 400
"""Words that are read together; no sentence of news is as long."""
_SHORTEST_SENTENCE, _SHORTEST_HEADLINE, _SHORTEST_SAYING = 5, 4, 3


@dataclass(frozen=True)
class Claimed:
    """What the claim stage found: the attributed entities with those of the claims, and the claims."""

    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()


def extract_claims(document: Document, attributed: Attributed) -> Claimed:
    """Return the claims of a document, in text order; none for a language without a grammar."""
    page = page_of(document, attributed)
    if page is None:
        return Claimed(entities=attributed.entities)
    read = {"english": _read_piece, "light": _read_light, "plain": _read_plain}[page.grammar.name]
    before: View | None = None
    for piece in pieces(document, attributed):
        before = read(page, piece, before)
    return Claimed(entities=page.things.told(), claims=tuple(page.claims))


def _read_piece(page: Page, piece: Piece, before: View | None) -> View | None:
    """Read one piece into claims; return its last clause, on which the next sentence may lean."""
    told: list[Word] = []
    for start, end in piece.spans:
        told.extend(words_of_text(page.document.text, page.language, start, end))
    for words in _stretches(told):
        before = _read_words(page, piece, words, before)
    return before


def _stretches(words: list[Word]) -> list[list[Word]]:
    """Return a row of words cut where it is longer than any sentence: what is read there would cost its square."""
    return [words[at : at + _LONGEST] for at in range(0, len(words), _LONGEST)]


def _read_words(page: Page, piece: Piece, words: list[Word], before: View | None) -> View | None:
    """Read a row of words of one piece into claims; return its last clause."""
    views: list[View] = []
    for clause in _joined(words, cut_clauses(words, headline=piece.headline)):
        view = view_of(page, clause, words, before)
        if not _tells(view, clause, piece):
            continue
        if clause.sort in ("relative", "participle") or clause.shared_subject:
            alone = clause.sort != "main" and not clause.shared_subject
            view.before = views[0] if alone and views else (views[-1] if views else before)
        first = clause.ranges[0][0]
        _claim(page, piece, view, words[first - 1].low if first else "")
        views.append(view)
        before = view
    if not views and piece.whole and len(words) >= _SHORTEST_SENTENCE:
        whole = Clause([(0, len(words) - (words[-1].tag in ".!?"))])
        before = view_of(page, whole, words, before)
        _claim(page, piece, before, "")
    return before


def _read_light(page: Page, piece: Piece, before: View | None) -> View | None:
    """Read one piece by the light grammar; return its last clause."""
    told: list[Word] = []
    for start, end in piece.spans:
        told.extend(light_words_of(page.document.text, page.language, start, end))
    for words in _stretches(told):
        before = _read_light_words(page, piece, words, before)
    return before


def _read_light_words(
    page: Page, piece: Piece, words: list[Word], before: View | None
) -> View | None:
    """Read a row of words of one piece by the light grammar; return its last clause."""
    views: list[View] = []
    for clause in cut_light(words, page.language):
        view = light_view(page, clause, words, before)
        if views and (clause.sort == "relative" or clause.shared):
            view.before = views[0] if clause.sort == "relative" else views[-1]
        named = len([w for w in view.words if len(w.low) > _SHORTEST_SAYING]) >= 2
        told = view.numbers or (named and (piece.headline or piece.attribution))
        if view.verb is None and not told:
            continue
        _claim(page, piece, view, "")
        views.append(view)
        before = view
    return before


def _read_plain(page: Page, piece: Piece, before: View | None) -> View | None:
    """Read one piece as one claim; return it."""
    for words in _stretches(plain_words_of(page.document.text, piece.spans)):
        if len(words) > 1:
            before = plain_view(page, words, before)
            _claim(page, piece, before, "")
    return before


def _joined(words: list[Word], clauses: list[Clause]) -> list[Clause]:
    """Take a participle clause that counts back into a main clause that does not: "…, adding 200 men"."""
    if len(clauses) != 2 or clauses[0].sort != "main" or clauses[1].sort != "participle":
        return clauses
    head, tail = clauses
    if _counts(words, tail) and not _counts(words, head):
        head.ranges = [*head.ranges, *tail.ranges]
        return [head]
    return clauses


def _counts(words: list[Word], clause: Clause) -> bool:
    inside = (words[i] for a, b in clause.ranges for i in range(a, b))
    return any(w.tag == "#" and not _yearlike(w.low) for w in inside)


def _yearlike(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[:2] in ("19", "20")


def _tells(view: View, clause: Clause, piece: Piece) -> bool:
    """Tell whether a clause is a claim: it has a verb, or counts something, or is a headline."""
    length = len(view.words)
    if clause.sort in ("phrase", "condition") or length < 2:
        return False
    if view.verb is not None:
        return True
    if length == 2 and not view.numbers:
        return False
    if clause.sort == "gap" or (piece.headline and length >= _SHORTEST_HEADLINE):
        return True
    return piece.attribution is not None and length >= _SHORTEST_SAYING


def _claim(page: Page, piece: Piece, view: View, lead: str) -> None:
    """Read one clause and add its claim. `lead`: the word in front of it."""
    view.sentence = piece.sentence
    stance = _stance(piece)
    judge = page.grammar.status
    first, because = judge(view, stance, page.published, headline=piece.headline)
    way: Direction = "future" if first in ("expected", "conditional") else "past"
    reads = page.setting(view, way)
    span = time_of(view, reads, None).span
    if span is None and view.sort == "participle" and view.before is not None:
        span = view.before.span
    counted = page.grammar.quantities(view, reads._replace(anchor=span), page.signs)
    view.quantities = counted.quantities
    view.quantities = with_implied(view)
    placed = time_of(view, reads, counted.used)
    if placed.moment is None:
        placed = relative_time(view, reads, counted.used)
    inherited = head_in_time(view) if placed.moment is None else None
    status = first
    if placed.span is not None or view.quantities:  # else nothing new is known of it
        status, because = judge(view, stance, page.published, placed.span, headline=piece.headline)
    if status == "expected" and way == "past":
        placed = time_of(view, page.setting(view, "future"), counted.used)
    view.span = placed.span
    view.when = told_when(view, placed.moment, placed.span) if placed.moment else None
    if view.when is None and inherited is not None:
        view.span, view.when = inherited.span, inherited.when
    page.claims.append(make_claim(page, piece, view, (status, because), lead))


def _stance(piece: Piece) -> Stance | None:
    if piece.denied:
        return "denies"
    return piece.attribution.stance if piece.attribution else None
