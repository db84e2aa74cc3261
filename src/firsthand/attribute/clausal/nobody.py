"""Reads words of the comma languages that name nobody: "angeblich", "сообщается, что"."""

from __future__ import annotations

from firsthand.attribute.clausal.clauses import phrase_at, source_from
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Range
from firsthand.vocabulary.cues import Cue


def read_nobody(sentence: Sentence) -> None:
    """Add the drafts of "angeblich", "якобы" and "сообщается, что"; frames are known by now."""
    for number, segment in enumerate(sentence.segments):
        for i in range(segment.start, segment.end):
            phrase = phrase_at(sentence, i)
            if phrase is None or phrase.role != "nobody" or i in sentence.taken:
                continue
            end = i + len(phrase.words)
            if any(a <= i < b for d in sentence.drafts for a, b in d.cues):
                continue
            source = _from_where(sentence, segment, end)
            if source is not None:
                _add_from_where(sentence, number, source, (i, end))
                continue
            draft = sentence.add(
                "nobody",
                f"“{' '.join(phrase.words)}”: nobody is named",
                phrase.cue,
                None,
                [(i, end)],
            )
            draft.content = _around(sentence, number, (i, end))


def _add_from_where(sentence: Sentence, number: int, source: Range, cue: Range) -> None:
    words = " ".join(sentence.low[cue[0] : cue[1]])
    known = Cue(words, "say", None, 0.0, voice=True, takes=frozenset())
    draft = sentence.add("verb", f"“{words}” and from where", known, source, [cue])
    first = sentence.segments[sentence.floor(number)]
    start = sentence.segments[number].start
    draft.content = [(first.start, start)] if first.start < start else []


def _from_where(sentence: Sentence, segment: Segment, end: int) -> Range | None:
    """Return the house in "heißt es aus dem Kanzleramt"; None where none is told."""
    if not sentence.rules.article or sentence.word(end) not in sentence.rules.list("locating"):
        return None
    return source_from(sentence, end + 1, segment)


def _around(sentence: Sentence, number: int, place: Range) -> list[Range]:
    """Return the clause in which words stand that name nobody, without them."""
    segment = sentence.segments[number]
    that = sentence.rules.list("that")
    following = sentence.segments[number + 1] if number + 1 < len(sentence.segments) else None
    if place == (segment.start, segment.end):
        if following is not None and segment.after in (",", ":"):
            start = following.start + (sentence.low[following.start] in that)
            if number == sentence.floor(number):
                return [(start, sentence.stop(number + 1))]
        begin = sentence.segments[sentence.floor(number)].start
        return [(begin, segment.start - 1)] if begin < segment.start - 1 else []
    begin, stop = sentence.segments[sentence.floor(number)].start, sentence.stop(number)
    for draft in sentence.drafts:
        for low, high in draft.content:
            if low <= place[0] and place[1] <= high and high - low < stop - begin:
                begin, stop = low, high
    return [piece for piece in ((begin, place[0]), (place[1], stop)) if piece[0] < piece[1]]
