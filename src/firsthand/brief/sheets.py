"""The documents of a brief with every span marked and each chain drawn."""

from __future__ import annotations

from firsthand.brief.dates import short
from firsthand.brief.facts import Facts
from firsthand.brief.marks import Label, Paragraph, paragraphs
from firsthand.brief.opened import characters
from firsthand.model.base import Record
from firsthand.model.brief import Brief
from firsthand.model.extraction import Extraction
from firsthand.model.span import Spans, words_of

WHOLE = 150
"""Documents up to which whole texts are printed; of more only the passages with evidence are."""


class Link(Record, frozen=True):
    """A voice in a chain, with the cue that leads to it."""

    cue: str
    name: str


class Chain(Record, frozen=True):
    """A chain of a document: the outlet, then each voice."""

    links: tuple[Link, ...]
    claims: int


class Sheet(Record, frozen=True):
    """A document with its marked text."""

    id: str
    extraction: Extraction
    outlet: str
    day: str
    paragraphs: tuple[Paragraph, ...]
    chains: tuple[Chain, ...]
    whole: bool
    referenced: str


def _shown(brief: Brief, facts: Facts) -> dict[str, list[Spans]]:
    """Return the documents that are printed, with the spans that something links to."""
    spans: dict[str, list[Spans]] = {}
    for sentence in (*brief.sentences, *brief.missing):
        for each in sentence.evidence:
            if isinstance(each.document, str) and isinstance(each.span, tuple):
                known = spans.setdefault(each.document, [])
                if each.in_ != "title" and each.span not in known:
                    known.append(each.span)
    for dossier in brief.dossiers[: brief.leading]:
        for ref in (ref for a in dossier.question.answers for ref in a.claims):
            if ref in facts.claims:
                document, claim = facts.claims[ref]
                known = spans.setdefault(document, [])
                if claim.in_ != "title" and claim.span not in known:
                    known.append(claim.span)
    return spans


def sheets(brief: Brief, facts: Facts) -> tuple[Sheet, ...]:
    """Return the documents on which sentences and leading claims rest, the earliest first."""
    shown = _shown(brief, facts)
    chosen = [e for e in brief.extractions if e.id in shown]
    chosen.sort(key=lambda e: (e.document.published or "9", e.id))
    whole = len(chosen) <= WHOLE
    claims = _claim_labels(brief)
    return tuple(
        _sheet(n, e, facts, spans=shown[e.id], claims=claims.get(e.id, {}), whole=whole)
        for n, e in enumerate(chosen, 1)
    )


def _claim_labels(brief: Brief) -> dict[str, dict[str, Label]]:
    """Return, by document and claim, the numbers of the leading claims that they answer."""
    out: dict[str, dict[str, Label]] = {}
    for number, dossier in enumerate(brief.dossiers[: brief.leading], 1):
        for answer in dossier.question.answers:
            for ref in answer.claims:
                document, _, ident = ref.partition("#")
                label = (f"claim {number}", f"#{dossier.question.id}")
                out.setdefault(document, {}).setdefault(ident, label)
    return out


def _sheet(
    number: int,
    extraction: Extraction,
    facts: Facts,
    *,
    spans: list[Spans],
    claims: dict[str, Label],
    whole: bool,
) -> Sheet:
    document, ident = extraction.document, f"d{number}"
    ends = sorted({piece for span in spans for piece in span})
    return Sheet(
        id=ident,
        extraction=extraction,
        outlet=facts.outlet(document.document),
        day=short((document.published or "")[:10] or None, year=True),
        paragraphs=paragraphs(extraction, ident, anchors=spans, claims=claims, whole=whole),
        chains=chains(extraction),
        whole=whole,
        referenced=characters(tuple(ends)),
    )


def chains(extraction: Extraction) -> tuple[Chain, ...]:
    """Return the chains of a document, each once, with the number of claims that hang on it."""
    by_id = {a.id: a for a in extraction.attributions}
    found: dict[tuple[Link, ...], int] = {}
    for claim in extraction.claims:
        links = [Link("", extraction.document.house_name or extraction.id)]
        for each in (by_id[i] for i in claim.via if i in by_id):
            text = extraction.text if each.in_ != "title" else extraction.document.title or ""
            name = each.speaker.name or "nobody named"
            links.append(Link(words_of(text, each.cue), name))
        found[tuple(links)] = found.get(tuple(links), 0) + 1
    return tuple(Chain(links, number) for links, number in found.items())
