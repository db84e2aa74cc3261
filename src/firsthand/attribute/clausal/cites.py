"""Frames of verbs by which one voice quotes another, in the comma languages."""

from __future__ import annotations

from firsthand.attribute.clausal.citing import deeper
from firsthand.attribute.clausal.contents import content_left, stands_behind
from firsthand.attribute.clausal.rules import Sentence
from firsthand.attribute.clausal.subjects import names_medium
from firsthand.attribute.draft import Draft, Range
from firsthand.vocabulary.cues import Cue


def read_cite(sentence: Sentence, number: int, at: int, cue: Cue, subject: Range | None) -> None:
    """Read "X zitierte Y mit den Worten, C", "ТАСС процитировал Y, …", "X beruft sich auf Y"."""
    segment = sentence.segments[number]
    if subject is None:
        return
    if subject[0] > at:
        _cited_behind(sentence, number, at, cue)
        return
    rules = sentence.rules
    start = at + 1
    while start < segment.end and sentence.low[start] in {"sich", "слова", "слів"} | (
        rules.list("adverbs") - rules.list("prepositions")
    ):
        start += 1
    start += sentence.word(start) in rules.list("prepositions")
    if start >= segment.end:
        return
    if sentence.low[segment.start] in rules.list("joiners"):
        holder = next(
            (d for d in reversed(sentence.drafts) if d.source and d.source[0] == subject), None
        )
        if holder is not None:
            deeper(sentence, cue, holder, (start, segment.end), [(at, start)])
            return
    outer = sentence.add(
        "verb", f"{cue.lemma}: one voice quotes another", cue, subject, [(at, at + 1)]
    )
    outer.left = segment.start
    outer.content = [(start, sentence.stop(number))]
    saying = next((i for i in range(start, segment.end) if _quoting(sentence, i)), segment.end)
    if saying < segment.end or segment.after == ":" or _that_follows(sentence, number):
        _words_quoted(sentence, number, outer, (start, saying))
    elif segment.after in (".", "", ";") and number == len(sentence.segments) - 1:
        outer.carried = (
            not sentence.nested and sentence.kind(sentence.view, start, segment.end) is not None
        )


def _that_follows(sentence: Sentence, number: int) -> bool:
    """Tell whether the next segment is a clause with "dass" or "что"."""
    if number + 1 >= len(sentence.segments) or sentence.segments[number].after != ",":
        return False
    return sentence.low[sentence.segments[number + 1].start] in sentence.rules.list("that")


def _words_quoted(sentence: Sentence, number: int, outer: Draft, quoted: Range) -> None:
    """Add the one who is quoted: "X mit den Worten, C", "X: C"; `quoted` are its tokens."""
    segment, rules = sentence.segments[number], sentence.rules
    start, saying = quoted
    stop = sentence.stop(number)
    if segment.after == ":" and saying == segment.end:
        if number + 1 < len(sentence.segments):
            outer.content = [(sentence.segments[number + 1].start, stop)]
            deeper(sentence, outer.cue, outer, quoted, list(outer.cues)).left = start
        return
    following = number + 1
    content = sentence.segments[following].start if following < len(sentence.segments) else stop
    if sentence.word(content) in rules.list("that") | rules.list("backward"):
        content += 1
    cues = [(saying, segment.end) if saying < segment.end else (segment.end, segment.end + 1)]
    inner = sentence.add(
        "verb",
        "the words of the one who is quoted",
        outer.cue._replace(sense="say", stance=None),
        quoted,
        cues,
    )
    inner.left, inner.content = start, [(content, stop)]


def _cited_behind(sentence: Sentence, number: int, at: int, cue: Cue) -> None:
    """Read "«C», — цитирует Y X": behind the words stand the one quoted and the outlet."""
    segment = sentence.segments[number]
    if not stands_behind(sentence, number, at):
        return
    outlet = next(
        (
            i
            for i in range(at + 2, segment.end)
            if names_medium(sentence, i) and sentence.medium(sentence.view, i, segment.end)
        ),
        None,
    )
    if outlet is None:
        return
    content = content_left(sentence, number)
    outer = sentence.add(
        "verb", f"{cue.lemma}: an outlet quotes another", cue, (outlet, segment.end), [(at, at + 1)]
    )
    outer.left, outer.content = segment.start, sorted([*content, (at + 1, outlet)])
    inner = sentence.add(
        "verb",
        "the one who is quoted",
        cue._replace(sense="say", stance=None),
        (at + 1, outlet),
        [(at, at + 1)],
    )
    inner.left, inner.content, inner.parent = segment.start, content, outer


def _quoting(sentence: Sentence, i: int) -> bool:
    for phrase in sentence.rules.cues.phrases.get(sentence.low[i], ()):
        if (
            phrase.role == "quoting"
            and tuple(sentence.low[i : i + len(phrase.words)]) == phrase.words
        ):
            return True
    return False
