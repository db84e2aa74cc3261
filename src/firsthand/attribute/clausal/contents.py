"""Finds what is said around a verb of the comma languages."""

from __future__ import annotations

from firsthand.attribute.clausal.clauses import (
    is_insert,
    opens_behind,
    phrase_at,
    stop_of,
)
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.clausal.subjects import before_inserts
from firsthand.attribute.draft import Range
from firsthand.vocabulary.cues import Cue


def stands_behind(sentence: Sentence, number: int, at: int) -> bool:
    """Tell whether the verb opens a segment behind its content: ", sagte X", "», — заявил X"."""
    segment = sentence.segments[number]
    if number == sentence.floor(number) and segment.before not in ("Q", "-"):
        return False
    if segment.before not in (",", "-", "Q"):
        return False
    skip = sentence.rules.list("adverbs") | sentence.rules.list("auxiliaries")
    leads = all(sentence.low[i] in skip for i in range(segment.start, at))
    if not leads or segment.start > at:
        return False
    before = sentence.segments[number - 1] if number else None
    if before is not None and (is_insert(sentence, before) or _is_that(sentence, before)):
        return False
    following = sentence.segments[number + 1] if number + 1 < len(sentence.segments) else None
    opens = (
        following is not None
        and segment.after == ","
        and sentence.low[following.start] in sentence.rules.list("that")
    )
    return not opens and _some_content(sentence, number)


def _is_that(sentence: Sentence, segment: Segment) -> bool:
    return segment.end - segment.start == 1 and sentence.low[segment.start] in sentence.rules.list(
        "that"
    )


def _some_content(sentence: Sentence, number: int) -> bool:
    """Tell whether more than an adjunct stands in front: speech, or three words and more."""
    first = sentence.segments[sentence.floor(number)]
    return (
        first.speech
        or sentence.segments[number - 1].speech
        or sentence.segments[number].start - first.start > 2
    )


def ends_behind(sentence: Sentence, number: int, at: int) -> bool:
    """Tell a short last segment with subject and verb: ", министр сказал."."""
    segment = sentence.segments[number]
    last = segment.after in (".", "", ";", "!", "?")
    return (
        last
        and segment.before in (",", "Q", "-")
        and at == segment.end - 1
        and segment.end - segment.start <= 7
        and _some_content(sentence, number)
    )


def content_left(sentence: Sentence, number: int) -> list[Range]:
    """Return the content in front of segment `number`, back to where its stretch begins."""
    segment = sentence.segments[number]
    first = sentence.segments[sentence.floor(number)]
    pieces = [(first.start, segment.start)]
    following = sentence.segments[number + 1 :]
    goes_on = (
        following
        and segment.after in (",", "-", "Q", ":")
        and not is_insert(sentence, following[0])
    )
    if goes_on:
        start = following[0].start
        joined = sentence.low[start] in sentence.rules.list("joiners") | sentence.rules.list(
            "contrasts"
        )
        gerund = any(
            f.tense == "ing" for f in sentence.rules.cues.verbs.get(sentence.low[start], ())
        )
        if following[0].speech or not (
            joined
            or gerund
            or sentence.low[start] in sentence.rules.list("negations")
            or _cue_in(sentence, following[0])
        ):
            pieces.append((start, sentence.stop(number + 1)))
    return [p for p in pieces if p[0] < p[1]]


def _cue_in(sentence: Sentence, segment: Segment) -> bool:
    return any(
        sentence.low[i] in sentence.rules.cues.verbs for i in range(segment.start, segment.end)
    )


def content_right(sentence: Sentence, number: int, at: int, cue: Cue) -> list[Range] | None:
    """Return the content behind a verb; None where there is none."""
    rules, segment = sentence.rules, sentence.segments[number]
    following = number + 1
    if segment.after == ":" and following < len(sentence.segments):
        return [(sentence.segments[following].start, stop_of(sentence, following))]
    while (
        following < len(sentence.segments)
        and sentence.segments[following].before in (",",)
        and is_insert(sentence, sentence.segments[following])
    ):
        following += 1
    if following < len(sentence.segments) and sentence.segments[following].before in (
        ",",
        "Q",
        "-",
    ):
        start = sentence.segments[following].start
        word = sentence.low[start]
        if sentence.segments[following].speech and sentence.segments[following].before == "Q":
            return [(start, start + 1)]
        noun = _cue_noun(sentence, at + 1, segment.end)
        if word in rules.list("that") and cue.stance == "denies" and noun is not None:
            return [(noun, stop_of(sentence, following))]  # denied the report that C
        if word in rules.list("that"):
            keep = word in rules.list("wh") and word not in ("ob", "чи")
            return [(start + (not keep), stop_of(sentence, following))]
        if word in ("было", "есть", "будет", "была", "были") and sentence.word(start + 1) == "ли":
            return [(start, stop_of(sentence, following))]
        if "wh" in cue.takes and sentence.word(start + 1) == "ли":
            return [(start, stop_of(sentence, following))]
        joined = word in rules.list("joiners") | rules.list("contrasts")
        if (
            rules.bare
            and not joined
            and not _behind_or_nobody(sentence, following)
            and segment.after == ","
            and _opens_bare(sentence, number, at, following)
        ):
            return [(start, stop_of(sentence, following))]
    return _object(sentence, number, at, cue)


def _behind_or_nobody(sentence: Sentence, number: int) -> bool:
    """Tell whether a segment is itself a frame behind its content: ", hieß es", ", sagte X"."""
    segment = sentence.segments[number]
    phrase = phrase_at(sentence, segment.start)
    return (phrase is not None and phrase.role == "nobody") or (
        segment.after in (".", "", ";") and opens_behind(sentence, segment)
    )


def _opens_bare(sentence: Sentence, number: int, at: int, following: int) -> bool:
    """Tell whether the comma behind a German verb opens its indirect speech."""
    segment = sentence.segments[number]
    if number and is_insert(sentence, sentence.segments[number - 1]):
        return True
    return (
        segment.before != ","
        or segment.start != at
        or not _some_content(sentence, number)
        or following == number + 2
    )


def _cue_noun(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where an object begins that is something said: "сообщение Reuters о том, что"."""
    nouns = sentence.rules.cues.nouns
    found = next((i for i in range(start, end) if sentence.low[i] in nouns), None)
    return None if found is None else start


def _object(sentence: Sentence, number: int, at: int, cue: Cue) -> list[Range] | None:
    """Return an object in the same segment: an infinitive, a noun phrase, "о гибели"."""
    segment = sentence.segments[number]
    end = segment.end
    if cue.particle and sentence.low[end - 1] == cue.particle[-1]:
        end -= 1
    start = at + 1
    while start < end and (
        sentence.low[start] in sentence.rules.list("adverbs") | sentence.rules.list("pronouns")
        or any(low <= start < high for low, high in segment.holes)
    ):
        start += 1
    if start >= end:
        return None
    stop = min((low for low, high in segment.holes if low > start), default=end)
    if "inf" in cue.takes and sentence.rules.infinitive(sentence.low[start]):
        return [(start, max(stop, stop_of(sentence, number)))]
    about = sentence.low[start] in sentence.rules.list("about")
    if about and start + 1 < stop and (cue.takes & {"about"} or cue.stance == "expects"):
        return [(start + 1, stop)]
    subject_only = _is_subject_only(sentence, segment, at)
    if subject_only and before_inserts(sentence, number) is not None:
        subject_only = False
    if cue.takes & {"np", "value"} and not subject_only:
        return [(start, stop)]
    return None


def _is_subject_only(sentence: Sentence, segment: Segment, at: int) -> bool:
    """Tell whether only the subject stands behind the verb."""
    return at == segment.start or all(
        sentence.low[i] in sentence.rules.list("adverbs") for i in range(segment.start, at)
    )
