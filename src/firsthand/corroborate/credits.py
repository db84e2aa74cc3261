"""Whom an article credits: the held titles that it names, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.corroborate.articles import Held
from firsthand.corroborate.titles import Titles
from firsthand.corroborate.words import own_stretches
from firsthand.model.attribution import Attribution
from firsthand.model.document import Document
from firsthand.model.span import Span, Spans, hull

CreditKind = Literal["signed", "sister", "attributed", "named"]
_SIGNS: dict[str, CreditKind] = {"signed": "signed", "dateline": "signed", "sister": "sister"}
_RANK: tuple[CreditKind, ...] = ("signed", "sister", "attributed", "named")


@dataclass(frozen=True, slots=True)
class Credit:
    """A held title that an article names.

    Args:
        title: Key of the title, as in `Imprint.outlet`.
        kind: signed (its text under its name) | sister (a title of one house) | attributed (it is
            said to report) | named (only its name stands there).
        spans: The words that give the credit, in the text.
    """

    title: str
    kind: CreditKind
    spans: Spans


def credits_of(held: Held, titles: Titles) -> tuple[Credit, ...]:
    """Return the other titles that an article names: one credit a title, of the strongest kind."""
    found: dict[str, Credit] = {}
    for credit in _all(held, titles):
        known = found.get(credit.title)
        if credit.title != held.imprint.outlet and (
            known is None or _RANK.index(credit.kind) < _RANK.index(known.kind)
        ):
            found[credit.title] = credit
    return tuple(sorted(found.values(), key=lambda c: (c.spans, c.title)))


def _all(held: Held, titles: Titles) -> list[Credit]:
    extraction = held.extraction
    found = []
    for sign in extraction.signs:
        title = titles.meant(sign.of) if sign.of and sign.kind in _SIGNS else None
        if title:
            found.append(Credit(title, _SIGNS[sign.kind], sign.span))
    for each in extraction.attributions:
        name = each.speaker.name
        title = titles.meant(name, each.speaker.known) if name and each.source else None
        if title:
            found.append(Credit(title, "attributed", attribution_words(each)))
    document = held.document
    for title, span in titles.mentions(document.text, own_words(document)):
        found.append(Credit(title, "named", (span,)))
    return found


def attribution_words(attribution: Attribution) -> Spans:
    """Return source and cue of an attribution as one span if they stand together, else the source.

    Words of a title that stands apart from the text give no span.
    """
    if attribution.in_ == "title":
        return ()
    pieces = [*attribution.source, *attribution.cue]
    if not pieces:
        return ()
    whole = hull(pieces)
    return (whole,) if whole[1] - whole[0] < 80 else attribution.source or attribution.cue


def own_words(document: Document) -> Sequence[Span]:
    """Return the stretches in which a credit counts: the article's own text and its title."""
    titles = [s for part in document.parts if part.part == "title" for s in part.span]
    return sorted([*titles, *own_stretches(document)])
