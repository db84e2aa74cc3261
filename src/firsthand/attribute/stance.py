"""Stance, hedge and denials: what a content is to the one who says it."""

from __future__ import annotations

from firsthand.attribute.candidate import Candidate
from firsthand.model.attribution import SpeakerKind, Stance

_REPORTING: frozenset[SpeakerKind] = frozenset(
    {"news-agency", "news-outlet", "document", "statistics-office"}
)
_POINTERS = frozenset({"this", "that", "it", "so"})


def stance_of(candidate: Candidate, kind: SpeakerKind) -> Stance:
    """Return the stance: the cue's own, else by who speaks.

    Media, documents and statistics offices report; everybody else asserts. A voice that only passes
    on ("published by", "told Reuters") reports.
    """
    if candidate.way in ("via", "told"):
        return "reports"
    if candidate.way != "citing" and candidate.known.stance is not None:
        return candidate.known.stance
    return "reports" if kind in _REPORTING or not candidate.source else "asserts"


def hedge_of(candidate: Candidate) -> float:
    """Return how strongly the cue hedges, 0 plain to 1 rumour."""
    return candidate.known.hedge


def denied_by(candidate: Candidate, earlier: list[Candidate], text: str) -> Candidate | None:
    """Return the candidate that a denial denies; None where the denial has its own content.

    "denied it", "the company rejects the claim": the nearest before it of another speaker. A report
    inside the denied words ("dismissed a Tasnim report that …") comes first.
    """
    for other in earlier:
        if other.way in ("noun", "nobody") and _inside(other, candidate):
            return other
    words = " ".join(text[a:b] for a, b in candidate.content).lower().strip()
    short = words in _POINTERS or len(words.split()) <= 4
    if not short:
        return None
    before = [o for o in earlier if o.start < candidate.start and o.speaker is not None]
    own = candidate.speaker.name if candidate.speaker else None
    return next((o for o in reversed(before) if o.speaker and o.speaker.name != own), None)


def _inside(inner: Candidate, outer: Candidate) -> bool:
    return any(a <= inner.start < b for a, b in outer.content)
