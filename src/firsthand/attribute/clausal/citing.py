"""Hangs phrases on frames of the comma languages: "unter Berufung auf X", "ссылаясь на X"."""

from __future__ import annotations

from firsthand.attribute.clausal.clauses import is_insert, phrase_at, source_from
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Draft, Range
from firsthand.vocabulary.cues import Cue, Phrase


def mark_citing(sentence: Sentence, segment: Segment, phrase: Phrase, i: int) -> int:
    """Set a citing phrase at token `i` apart from its segment; return the index after it."""
    end = i + len(phrase.words)
    source = source_from(sentence, end, segment)
    segment.holes.append((i, source[1] if source else end))
    return source[1] if source else end


def mark_interview(sentence: Sentence, segment: Segment, phrase: Phrase, i: int) -> int:
    """Mark "в интервью газете X" and "im Gespräch mit X": the outlet is the outer voice."""
    start = i + len(phrase.words)
    for end in range(segment.end, start, -1):
        named = end - 1 in sentence.view.quoted or sentence.view.capital(end - 1)
        if named and sentence.medium(sentence.view, start, end):
            segment.holes.append((i, end))
            return end
    return start


def read_interviews(sentence: Sentence) -> None:
    """Put the outlet of an interview in front of what was said in it."""
    for segment in sentence.segments:
        for low, high in segment.holes:
            phrase = phrase_at(sentence, low)
            if phrase is None or phrase.role != "via":
                continue
            inner = next(
                (d for d in sentence.drafts if d.way == "verb" and d.source and d.parent is None),
                None,
            )
            if inner is None:
                continue
            start = low + len(phrase.words)
            outer = sentence.add(
                "told",
                f"“{' '.join(phrase.words)}”: told to an outlet",
                phrase.cue,
                (start, high),
                [(low, start)],
            )
            outer.content = sorted([*inner.source, *inner.content])
            inner.parent = outer


def read_citing(sentence: Sentence) -> None:
    """Attach "unter Berufung auf X" and "ссылаясь на X" to the frames that stand there."""
    for number, segment in enumerate(sentence.segments):
        for low, high in list(segment.holes):
            phrase = phrase_at(sentence, low)
            if phrase is None or phrase.role != "citing":
                continue
            start = low + len(phrase.words)
            holder = _holder(sentence, number, low)
            if holder is None or start >= high:
                continue
            stop = _with_insert(sentence, number, high)
            for each in (holder, *_beside(sentence, holder)):
                deeper(sentence, phrase.cue, each, (start, stop), [(low, start)])
            _take_out(sentence, (low, stop))


def _beside(sentence: Sentence, holder: Draft) -> list[Draft]:
    """Return the drafts of the other sources of the same cue: "A und B melden"."""
    return [
        each
        for each in sentence.drafts
        if each is not holder and each.cues == holder.cues and each.way == holder.way
    ]


def _with_insert(sentence: Sentence, number: int, high: int) -> int:
    """Return the end of a source with what describes it: "собеседников, близких к Минфину"."""
    following = sentence.segments[number + 1] if number + 1 < len(sentence.segments) else None
    if following is None or high != sentence.segments[number].end or sentence.rules.verb_last:
        return high
    relative = sentence.low[following.start] in sentence.rules.list("relatives") or phrase_at(
        sentence, following.start
    )
    preposition = sentence.low[following.start] in sentence.rules.list("prepositions")
    return (
        following.end
        if is_insert(sentence, following) and not relative and not preposition
        else high
    )


def deeper(sentence: Sentence, cue: Cue, holder: Draft, source: Range, cues: list[Range]) -> Draft:
    """Add a source behind `holder` that answers for the same content."""
    draft = sentence.add(
        "citing", f"“{sentence.view.words(*cues[0])}”: the source behind it", cue, source, cues
    )
    draft.parent = draft.shares = holder
    outer = sentence.view.words(*holder.source[0])[:60] if holder.source else "nobody"
    draft.why.append(f"comes on the word of “{outer}”")
    return draft


def _take_out(sentence: Sentence, hole: Range) -> None:
    """Take a citing phrase out of the contents that run over it."""
    for draft in sentence.drafts:
        kept: list[Range] = []
        for low, high in draft.content:
            if low <= hole[0] < high and hole[1] >= high:
                kept.append((low, hole[0]))
            else:
                kept.append((low, high))
        draft.content = [r for r in kept if r[0] < r[1]]


def _holder(sentence: Sentence, number: int, at: int) -> Draft | None:
    """Return the draft to which a citing phrase at token `at` belongs."""
    best: Draft | None = None
    for draft in sentence.drafts:
        if not draft.source or draft.way in ("citing", "noun"):
            continue
        ends = draft.source[0][1]
        cue_at = draft.cues[0][0] if draft.cues else ends
        if ends <= at <= cue_at or ends in (at, at - 1):
            return draft
        if cue_at < at:
            best = draft
    if best is None:
        best = next((d for d in sentence.drafts if d.source and d.way == "verb"), None)
    return best
