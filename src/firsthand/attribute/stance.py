"""Stance, hedge and denials: what a content is to the one who says it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from firsthand.attribute.candidate import Candidate
from firsthand.model.attribution import SpeakerKind, Stance

_REPORTING: frozenset[SpeakerKind] = frozenset(
    {"news-agency", "news-outlet", "document", "statistics-office"}
)
_MAY_BE_MEDIA: frozenset[SpeakerKind] = frozenset({"unknown", "person"})
LOOK_BACK = 40
"""Candidates before a bare denial among which the denied one is looked for."""
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
    cites = candidate.known.sense == "cite" and candidate.way == "verb" and kind in _MAY_BE_MEDIA
    return "reports" if kind in _REPORTING or cites or not candidate.source else "asserts"


def hedge_of(candidate: Candidate) -> float:
    """Return how strongly the cue hedges, 0 plain to 1 rumour."""
    return candidate.known.hedge


def denied_by(candidate: Candidate, ordered: Sequence[Candidate], text: str) -> Candidate | None:
    """Return the candidate that a denial denies; None where the denial has its own content.

    `ordered`: all candidates of the text by their first words.

    "denied it", "the company rejects the claim": the nearest before it of another speaker. A report
    inside the denied words ("dismissed a Tasnim report that …") comes first.
    """
    for low, high in candidate.content:
        for index in range(bisect_left(ordered, low, key=_start), len(ordered)):
            other = ordered[index]
            if other.start >= high:
                break
            if other.way in ("noun", "nobody"):
                return other
    words = " ".join(text[a:b] for a, b in candidate.content).lower().strip()
    short = words in _POINTERS or len(words.split()) <= 4
    if not short:
        return None
    own = candidate.speaker.name if candidate.speaker else None
    first = bisect_left(ordered, candidate.start, key=_start)
    for index in range(first - 1, max(-1, first - LOOK_BACK), -1):
        speaker = ordered[index].speaker
        if speaker is not None and speaker.name != own:
            return ordered[index]
    return None


def _start(candidate: Candidate) -> int:
    return candidate.start
