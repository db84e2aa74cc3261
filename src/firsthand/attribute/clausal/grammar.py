"""Reads a view of a comma language into drafts."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.attribute.clausal.citing import read_citing, read_interviews
from firsthand.attribute.clausal.clauses import split_joined
from firsthand.attribute.clausal.frames import read_verbs
from firsthand.attribute.clausal.nobody import read_nobody
from firsthand.attribute.clausal.nouns import read_nouns, read_rumour
from firsthand.attribute.clausal.phrases import read_by
from firsthand.attribute.clausal.relatives import read_became_known
from firsthand.attribute.clausal.rules import Rules, Sentence, cut_segments
from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import Cue

COLON = Cue(":", "say", None, 0.0, voice=True, takes=frozenset({"clause"}))
SHORT = COLON._replace(lemma="so")
_LONGEST = 6


def read_view(
    view: View,
    rules: Rules,
    kind: Callable[[View, int, int], SpeakerKind | None],
    medium: Callable[[View, int, int], bool],
    *,
    nested: bool,
) -> list[Draft]:
    """Return the drafts of a view in the order of their cues; arguments as for English."""
    sentence = Sentence(view, rules, cut_segments(view), kind, medium, nested=nested)
    split_joined(sentence)
    _read_heading(sentence)
    read_by(sentence)
    read_became_known(sentence)
    read_verbs(sentence)
    _read_short(sentence)
    _read_dash(sentence)
    read_nouns(sentence)
    read_rumour(sentence)
    read_citing(sentence)
    read_interviews(sentence)
    _finish(sentence)
    read_nobody(sentence)
    _read_backward(sentence)
    found = [d for d in sentence.drafts if d.content or d.shares or d.carried]
    return sorted(found, key=lambda d: d.cues[0] if d.cues else (0, 0))


def _read_heading(sentence: Sentence) -> None:
    """Read "NHK: C": a voice of a few words before a colon."""
    segments = sentence.segments
    if (
        len(segments) < 2
        or segments[0].after != ":"
        or segments[0].end - segments[0].start > _LONGEST
    ):
        return
    first = segments[0]
    if any(sentence.low[i] in sentence.rules.cues.verbs for i in range(first.start, first.end)):
        return
    source = (first.start, first.end)
    for i in range(first.start + 1, first.end):
        if sentence.low[i] in sentence.rules.list("prepositions"):
            source = (first.start, i)
            break
    kind = sentence.kind(sentence.view, *source)
    short = source[1] - source[0] <= 3
    if kind is None or kind == "document" or (kind == "unknown" and not short):
        return
    draft = sentence.add(
        "heading", "a colon after a voice", COLON, source, [(first.end, first.end + 1)]
    )
    draft.content = [(segments[1].start, len(sentence.view))]
    draft.left = first.start


def _read_dash(sentence: Sentence) -> None:
    """Read "C — Росстат": a voice behind a dash at the end of a headline."""
    last = sentence.segments[-1] if len(sentence.segments) > 1 else None
    if last is None or last.before != "-" or last.after or last.end - last.start > 3:
        return
    kind = sentence.kind(sentence.view, last.start, last.end)
    if kind is None or kind == "document":
        return
    draft = sentence.add(
        "heading",
        "a voice after a dash",
        COLON,
        (last.start, last.end),
        [(last.start - 1, last.start)],
    )
    draft.left = last.start
    draft.content = [(sentence.segments[0].start, last.start - 1)]


def _read_short(sentence: Sentence) -> None:
    """Read ", so der Kapitän": the source behind its content without a verb."""
    for number, segment in enumerate(sentence.segments):
        if sentence.low[segment.start] not in sentence.rules.list(
            "short"
        ) or segment.before not in (",", "Q"):
            continue
        end = sentence.rules.phrase_end(sentence.view, segment.start + 1, segment.end)
        if end <= segment.start + 1 or number == 0 or end < segment.end - 3:
            continue
        draft = sentence.add(
            "verb",
            "“so” and its source",
            SHORT,
            (segment.start + 1, end),
            [(segment.start, segment.start + 1)],
        )
        draft.left = segment.start
        draft.content = [(sentence.segments[sentence.floor(number)].start, segment.start)]


def _finish(sentence: Sentence) -> None:
    """Give outer voices the words of what they stand in front of; find holders that came later."""
    for draft in sentence.drafts:
        if draft.way == "via" and not draft.content:
            inner = _over(sentence, draft)
            if inner is None:
                continue
            draft.content = sorted([*inner.source, *inner.content])
            if inner.parent is None:
                inner.parent = draft
        elif draft.way == "citing" and draft.parent is None and not draft.content:
            holder = _over(sentence, draft)
            if holder is not None:
                draft.parent = draft.shares = holder


def _over(sentence: Sentence, draft: Draft) -> Draft | None:
    """Return the draft whose source the antecedent at `draft.left` is."""

    def near(each: Draft) -> bool:
        if each is draft or not each.source or each.way in ("via", "told"):
            return False
        low, high = each.source[0]
        return low <= draft.left < high or draft.left <= low < draft.left + 3

    return next((each for each in sentence.drafts if near(each)), None)


def _read_backward(sentence: Sentence) -> None:
    """Read ": Demnach sind C" and "Danach sank C": they go on with the source before."""
    words = sentence.rules.list("backward")
    for segment in sentence.segments:
        if sentence.low[segment.start] not in words or segment.speech:
            continue
        for draft in sentence.drafts:
            draft.content = [
                (low + 1, high) if low == segment.start and high > low + 1 else (low, high)
                for low, high in draft.content
            ]


def pieces(ranges: list[Range]) -> list[Range]:
    """Return the ranges that are not empty, in order."""
    return sorted(r for r in ranges if r[0] < r[1])
