"""Sentences of which the extraction made no claim, read as plainly as they stand.

An extraction may miss a clause, or have no grammar for a language. What such a sentence tells is
held against the law all the same, more warily: a sentence that restates a rule, denies, negates or
asks tells no conduct.
"""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.model.attribution import Attribution
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, overlap
from firsthand.provisions.reading import Reading

BY = "provisions-unread/1"
_SILENT = frozenset({"denies", "doubts", "asks"})
_SHORTEST = 20
"""Code points below which a sentence is a heading or a scrap."""


def unread_claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each sentence without one, where it tells anything as a fact."""
    extraction = reading.extraction
    aside = [s for p in extraction.document.parts if p.part == "boilerplate" for s in p.span]
    taken = sorted(s for claim in extraction.claims if claim.in_ != "title" for s in claim.span)
    at = 0
    for number, (start, end) in enumerate(reading.sentences):
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        has_claim = at < len(taken) and taken[at][0] < end
        if has_claim or end - start < _SHORTEST or overlap([(start, end)], aside):
            continue
        if _tells(reading, (start, end)):
            yield _claim(extraction, number, (start, end))


def _tells(reading: Reading, sentence: Span) -> bool:
    if reading.text[sentence[1] - 1] == "?":
        return False
    return not reading.terms(("bar", "negation", "whether"), [sentence])


def _claim(extraction: Extraction, number: int, sentence: Span) -> Claim:
    inner = _innermost(extraction, sentence)
    return Claim(
        id=f"sentence-{number}",
        attribution=inner.id if inner else None,
        via=(inner.id,) if inner else (),
        span=(sentence,),
        kind="other",
        strength=inner.stance if inner else "asserts",
        mode="comment" if inner and inner.stance in _SILENT else "news",
        chain=(inner.speaker.name,) if inner and inner.speaker.name else (),
        by=BY,
    )


def _innermost(extraction: Extraction, sentence: Span) -> Attribution | None:
    """The attribution that answers for the sentence and on whose word no other one comes."""
    own = [
        a for a in extraction.attributions if a.in_ != "title" and overlap(a.content, [sentence])
    ]
    parents = {a.parent for a in own}
    return next((a for a in own if a.id not in parents), None)
