"""Frames of relatives and of "wie X mitteilte" in the comma languages."""

from __future__ import annotations

from firsthand.attribute.clausal.citing import deeper
from firsthand.attribute.clausal.clauses import (
    is_insert,
    stop_of,
)
from firsthand.attribute.clausal.contents import content_right
from firsthand.attribute.clausal.phrases import antecedent
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.clausal.subjects import split_addressee
from firsthand.attribute.draft import Draft, Range
from firsthand.vocabulary.cues import Cue


def read_relative(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    """Read "X, der sich auf Y beruft", "документ, с которым ознакомился X", "который сказал C"."""
    segment = sentence.segments[number]
    before = antecedent(sentence, number)
    if before is None:
        return
    others = _nouns_in_relative(sentence, segment, at)
    if cue.sense == "see" and others is not None:
        _in_front(sentence, cue, before, others, (segment.start, at + 1))
    elif cue.sense in ("cite", "hear") and others is not None:
        holder = next(
            (
                d
                for d in reversed(sentence.drafts)
                if d.source and d.source[0][0] <= before[0] < d.source[0][1]
            ),
            None,
        )
        if holder is not None:
            deeper(sentence, cue, holder, others, [(at, at + 1)])
        else:
            _pending(sentence, cue, before, others, at)
    elif cue.sense in ("say", "think", "show"):
        content = content_right(sentence, number, at, cue)
        if content is not None:
            draft = sentence.add(
                "verb",
                f"{cue.lemma}: the source stands before the relative",
                cue,
                before,
                [(at, at + 1)],
            )
            draft.content = content
            draft.left = before[0]


def _pending(sentence: Sentence, cue: Cue, before: Range, source: Range, at: int) -> None:
    """Keep a source behind somebody who is not a source himself yet; `finish` finds the holder."""
    draft = sentence.add(
        "citing", f"{cue.lemma}: the source behind it", cue, source, [(at, at + 1)]
    )
    draft.left = before[0]
    draft.carried = False
    draft.why.append("pending")


def _nouns_in_relative(sentence: Sentence, segment: Segment, at: int) -> Range | None:
    """Return the noun phrase of a relative clause beside its pronoun."""
    rules = sentence.rules
    skip = (
        rules.list("relatives")
        | rules.list("prepositions")
        | rules.list("adverbs")
        | rules.list("auxiliaries")
    )
    start = segment.start
    while start < segment.end and (
        (
            sentence.low[start] in skip
            and not (
                rules.article
                and start > segment.start + 1
                and sentence.low[start] in rules.list("articles")
            )
        )
        or start == at
    ):
        start += 1
    stop = at if at > start else segment.end
    if start >= stop and at + 1 < segment.end:
        start, stop = at + 1, segment.end
        while start < stop and sentence.low[start] in rules.list("prepositions"):
            start += 1
    if start >= stop:
        return None
    end = rules.phrase_end(sentence.view, start, stop)
    return (start, end) if end > start else None


def _in_front(sentence: Sentence, cue: Cue, inner: Range, outer: Range, cues: Range) -> None:
    """Put an outlet in front of a document; its content follows once the document's is known."""
    draft = sentence.add("via", f"{cue.lemma}: the outer voice", cue, outer, [cues])
    draft.left = inner[0]
    draft.why.append("stands in front of the document")


def read_lead(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    """Read "Wie X mitteilte, C", "Как сообщает X, C" and the same behind or inside C."""
    segment = sentence.segments[number]
    low, high = _lead_source(sentence, segment, at)
    source, addressee = split_addressee(sentence, low, high)
    if cue.sense == "show" and source is None:
        return
    if source is None and addressee is None:
        return
    first = sentence.floor(number)
    cues = (segment.start, at + 1) if at == segment.start + 1 else (at, at + 1)
    draft = sentence.add(
        "verb",
        f"{cue.lemma}: “{sentence.low[segment.start]} …” beside its content",
        cue,
        source or addressee,
        [cues],
    )
    draft.left = segment.start
    if number == first or _opens_inside(sentence, number):
        following = number + 1
        while following < len(sentence.segments) and is_insert(
            sentence, sentence.segments[following]
        ):
            following += 1
        if following < len(sentence.segments):
            draft.content = [(sentence.segments[following].start, sentence.stop(following))]
    else:
        draft.content = [(sentence.segments[first].start, segment.start - 1)]
        if segment.after == "," and number + 1 < len(sentence.segments):
            draft.content.append((segment.end + 1, sentence.stop(number)))
    if source is not None and addressee is not None:
        add_told(sentence, draft, addressee)
    if cue.sense == "hear":
        heard_from(sentence, draft, segment, at)


def _opens_inside(sentence: Sentence, number: int) -> bool:
    """Tell whether "как заявил X" opens another's content: "сообщило, что, как заявил X, C"."""
    before = sentence.segments[number - 1]
    return before.end - before.start == 1 and sentence.low[before.start] in sentence.rules.list(
        "that"
    )


def _lead_source(sentence: Sentence, segment: Segment, at: int) -> Range:
    if sentence.rules.verb_last:
        start, stop = segment.start + 1, at
        if sentence.low[start] in sentence.rules.list("locating"):
            start += 1  # "Wie aus Unterlagen hervorgeht"
        end = sentence.rules.phrase_end(sentence.view, start, stop)
        return start, max(end, start)
    return at + 1, segment.end


def heard_from(sentence: Sentence, draft: Draft, segment: Segment, at: int) -> None:
    """Read "Wie Reuters von zwei Insidern erfuhr": another source behind the outlet."""
    for i in range(segment.start, segment.end):
        if sentence.low[i] in ("von", "aus", "от", "из", "у", "від") and i != at:
            end = sentence.rules.phrase_end(sentence.view, i + 1, segment.end if i > at else at)
            if end > i + 1:
                deeper(sentence, draft.cue._replace(stance=None), draft, (i + 1, end), [(i, i + 1)])
            return


def read_became_known(sentence: Sentence) -> None:
    """Read "Как стало известно «Форбсу», C": an outlet has learned it."""
    rules = sentence.rules
    for number, segment in enumerate(sentence.segments):
        for known in rules.list("became_known"):
            words = known.split()
            for i in range(segment.start, segment.end - len(words)):
                start = i + len(words)
                if sentence.low[i:start] != words or not sentence.medium(
                    sentence.view, start, segment.end
                ):
                    continue
                cue = Cue(known, "hear", "reports", 0.0, voice=True, takes=frozenset({"clause"}))
                draft = sentence.add(
                    "verb",
                    f"{known}: an outlet has learned",
                    cue,
                    (start, segment.end),
                    [(segment.start, start)],
                )
                draft.left = segment.start
                following = number + 1
                if number == sentence.floor(number) and following < len(sentence.segments):
                    first = sentence.segments[following].start
                    draft.content = [
                        (
                            first + (sentence.low[first] in rules.list("that")),
                            stop_of(sentence, following),
                        )
                    ]
                else:
                    draft.content = [
                        (sentence.segments[sentence.floor(number)].start, segment.start - 1)
                    ]
                sentence.taken |= set(range(i, start))


def add_told(sentence: Sentence, draft: Draft, addressee: Range) -> None:
    """Make the outlet that was spoken to the outer voice of a draft."""
    if not sentence.medium(sentence.view, *addressee):
        return
    outer = sentence.add(
        "told", f"{draft.cue.lemma}: told to an outlet", draft.cue, addressee, list(draft.cues)
    )
    outer.content = sorted([*draft.source, *draft.content])
    draft.parent = outer
