"""Frames of verbs in the comma languages: what is said stands behind a comma, a colon or before."""

from __future__ import annotations

from firsthand.attribute.clausal.cites import read_cite
from firsthand.attribute.clausal.clauses import (
    is_relative,
    negated,
    phrase_at,
    verb_of,
)
from firsthand.attribute.clausal.contents import (
    content_left,
    content_right,
    ends_behind,
    stands_behind,
)
from firsthand.attribute.clausal.relatives import add_told, heard_from, read_lead, read_relative
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.clausal.subjects import before_inserts, subject_around
from firsthand.attribute.draft import Range
from firsthand.vocabulary.cues import Cue


def read_verbs(sentence: Sentence) -> None:
    """Add the frames of all cue verbs, segment by segment."""
    for number, segment in enumerate(sentence.segments):
        if segment.speech:
            continue
        found = verb_of(sentence, segment)
        if found is None:
            continue
        at, form = found
        if _of_nobody(sentence, number, at):
            continue
        sentence.taken.add(at)
        if not form.cue.voice or negated(sentence, segment, at, form.cue):
            continue
        if is_relative(sentence, segment):
            read_relative(sentence, number, at, form.cue)
        elif sentence.low[segment.start] in sentence.rules.list("lead"):
            read_lead(sentence, number, at, form.cue)
        else:
            _read_main(sentence, number, at, form.cue)


def _of_nobody(sentence: Sentence, number: int, at: int) -> bool:
    """Tell "сообщается, что" and "hieß es": the phrase names nobody, unless "in X" stands there."""
    segment = sentence.segments[number]
    if sentence.low[segment.start] in sentence.rules.list("locating"):
        return False
    back = before_inserts(sentence, number)
    if back is not None and sentence.word(back[0] - 1) in sentence.rules.list("locating"):
        return False
    for start in range(max(segment.start, at - 3), at + 1):
        phrase = phrase_at(sentence, start)
        if (
            phrase is not None
            and phrase.role == "nobody"
            and start <= at < start + len(phrase.words)
        ):
            return True
    return False


def _read_main(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    segment = sentence.segments[number]
    if cue.sense == "see":
        return
    post = stands_behind(sentence, number, at)
    content = None if post else content_right(sentence, number, at, cue)
    if content is None and not post and cue.sense != "cite":
        post = ends_behind(sentence, number, at)
    if content is None and not post and cue.sense != "cite":
        return
    subject, addressee, located = subject_around(sentence, number, at, behind=post)
    if cue.sense == "show" and not located and subject is None:
        return
    if subject is None and addressee is None:
        return
    if cue.sense == "cite":
        read_cite(sentence, number, at, cue, subject)
        return
    sources = _members(sentence, number, subject) if subject is not None else [addressee]
    for source in sources:
        draft = sentence.add(
            "verb",
            f"{cue.lemma}: {'content before' if post else 'content behind'}",
            cue,
            source,
            [_cue_range(sentence, segment, at)],
        )
        draft.left = segment.start
        draft.content = content_left(sentence, number) if post else list(content or [])
        draft.why.append(
            "the source stands "
            + ("behind its verb" if source and source[0] > at else "in front of its verb")
        )
        if subject is not None and addressee is not None:
            add_told(sentence, draft, addressee)
        if cue.sense == "hear":
            heard_from(sentence, draft, segment, at)


def _cue_range(sentence: Sentence, segment: Segment, at: int) -> Range:
    return at, at + 1


def _members(sentence: Sentence, number: int, subject: Range) -> list[Range]:
    """Return two sources for "и A, и B", "sowohl A als auch B"; else the phrase as it is."""
    low, high = subject
    words, segment = sentence.low, sentence.segments[number]
    before = sentence.segments[number - 1] if number else None
    joiners = sentence.rules.list("joiners")
    if (
        before is not None
        and segment.before == ","
        and words[segment.start] in joiners
        and words[before.start] == words[segment.start]
        and before.end - before.start <= 5
    ):
        return [(before.start + 1, before.end), subject]
    if words[low] == "sowohl" and "als" in words[low:high]:
        middle = words.index("als", low)
        return [(low + 1, middle), (middle + 1 + (words[middle + 1] == "auch"), high)]
    return [subject]
