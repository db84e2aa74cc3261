"""A voice that was found, by a grammar or by a tagger, before its parents and speaker are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.attribute.draft import Draft, Way
from firsthand.model.attribution import Speaker
from firsthand.model.span import Span, Spans
from firsthand.vocabulary.cues import Cue, cue_of

LONGEST_SOURCE = 400
"""Code points; what is longer names nobody."""
PLAIN = Cue("", "say", None, 0.0, voice=True, takes=frozenset())
"""Stands for a cue that no lexicon knows."""


class Shown(NamedTuple):
    """Spans that are told instead of those with which a candidate is placed in its chain."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(slots=True, eq=False)
class Candidate:
    """Source, cue and content with what the finder knows of them.

    Args:
        way: How the voice is brought in.
        hint: The candidate on whose word this one comes, where the words say so.
        shares: The candidate whose content this one answers for too.
        place: Part, paragraph and unit, counted from 0; a pronoun looks back along them.
    """

    source: Spans
    cue: Spans
    content: Spans
    way: Way
    rule: str
    known: Cue
    by: str
    hint: Candidate | None = None
    shares: Candidate | None = None
    when: Span | None = None
    carried: bool = False
    place: tuple[int, int, int] = (0, 0, 0)
    confidence: float = 1.0
    in_title: bool = False
    """Its spans count in the title, which stands apart from the text."""
    heads: bool = False
    """It stands in the title, apart or not: "centre says" is told before the centre is named."""
    silent: bool = False
    """A thought, a fear, a saying that is negated: told, but no voice of a chain."""
    shown: Shown | None = None
    why: list[str] = field(default_factory=list)
    speaker: Speaker | None = None

    @property
    def start(self) -> int:
        """Where its first words stand."""
        pieces = (*self.source, *self.cue) or self.content
        return min(piece[0] for piece in pieces)


def _long(source: Spans) -> bool:
    return sum(end - start for start, end in source) > LONGEST_SOURCE


def from_drafts(drafts: list[Draft], place: tuple[int, int, int], by: str) -> list[Candidate]:
    """Return candidates for the drafts of one view, hints kept; none for drafts without words."""
    made: dict[int, Candidate] = {}
    for draft in drafts:
        source, cue = draft.spans(draft.source), draft.spans(draft.cues) or _marks(draft)
        if not cue or (draft.source and not source) or _long(source):
            continue
        candidate = Candidate(
            source, cue, draft.spans(draft.content), draft.way, draft.rule, draft.cue, by,
            place=place, carried=draft.carried, why=list(draft.why),
        )  # fmt: skip
        if draft.when is not None:
            candidate.when = draft.view.span(*draft.when)
        made[id(draft)] = candidate
    for draft in drafts:
        candidate_ = made.get(id(draft))
        if candidate_ is not None:
            candidate_.hint = made.get(id(draft.parent)) if draft.parent else None
            candidate_.shares = made.get(id(draft.shares)) if draft.shares else None
    return [c for c in made.values() if c.content or c.shares is not None or c.carried]


def _marks(draft: Draft) -> Spans:
    """Return the spans of cues that are marks: the colon of a headline."""
    view = draft.view
    return tuple((view.starts[a], view.ends[b - 1]) for a, b in draft.cues if a < b)


def from_spans(
    text: str, spans: tuple[Spans, Spans, Spans], *, language: str, confidence: float, by: str
) -> Candidate:
    """Return a candidate for spans that a tagger found: source, cue, content."""
    source, cue, content = spans
    words = " ".join(text[a:b] for a, b in cue)
    known = cue_of(words, language) or PLAIN
    return Candidate(
        source, cue, content, "verb" if source else "nobody", f"tagged “{words}”", known, by,
        confidence=confidence,
    )  # fmt: skip
