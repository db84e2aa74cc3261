"""Tells clauses apart in the comma languages: inserts, relatives, the cue verb of a segment."""

from __future__ import annotations

import re

from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Range
from firsthand.vocabulary.cues import Cue, Phrase, VerbForm

_PARTICIPIAL = re.compile(
    r"(?:[ыи]х|ший|шая|шее|шие|шего|шей|вший|вшая|вшие|щий|щая|щие|щего|щих|нный|нная|нные|нного"
    r"|[ауя]я|вши|ясь|вшись|ючись|ючи|[иа]в|нных|тый|тые|кий|кая|кие|зкий|зкая|зкие|ого|ому|ним|них|ні|ний|ючий|юча|ючі|лий|ла|ли)\Z"
)


def phrase_at(sentence: Sentence, i: int) -> Phrase | None:
    """Return the longest phrase of the lexicon that begins at token `i`."""
    for phrase in sentence.rules.cues.phrases.get(sentence.low[i], ()):
        if tuple(sentence.low[i : i + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def source_from(sentence: Sentence, start: int, segment: Segment) -> Range | None:
    """Return the noun phrase that begins at `start` in a segment; None where there is none."""
    end = sentence.rules.phrase_end(sentence.view, start, segment.end)
    return (start, end) if end > start else None


def is_insert(sentence: Sentence, segment: Segment) -> bool:
    """Tell a segment that only describes what stands before it: a relative, "citing X"."""
    rules, first = sentence.rules, sentence.low[segment.start]
    relatives = rules.list("relatives") if segment.before else frozenset()
    phrase = phrase_at(sentence, segment.start)
    if phrase is not None and phrase.role == "citing":
        return True
    if rules.verb_last:
        return first in relatives and segment.after == "," and _verb_is_last(sentence, segment)
    behind = first in rules.list("prepositions") and sentence.word(segment.start + 1) in relatives
    if first in relatives or behind:
        return True
    no_cue = all(sentence.low[i] not in rules.cues.verbs for i in range(segment.start, segment.end))
    return segment.after == "," and no_cue and bool(_PARTICIPIAL.search(first)) and len(first) > 4


def _verb_is_last(sentence: Sentence, segment: Segment) -> bool:
    """Tell a German subordinate clause: no finite verb but at its end."""
    finite = sentence.rules.list("auxiliaries") | sentence.rules.list("subjunctives")
    last = sentence.low[segment.end - 1]
    inside = range(segment.start + 1, max(segment.start + 1, segment.end - 2))
    if any(sentence.low[i] in finite for i in inside):
        return False
    if sentence.word(segment.end - 2) in finite and last not in finite:
        return False
    return last.islower() and not sentence.view.capital(segment.end - 1)


def is_relative(sentence: Sentence, segment: Segment) -> bool:
    """Tell a clause that begins with a relative pronoun."""
    relatives = sentence.rules.list("relatives")
    first = sentence.low[segment.start]
    if segment.before != ",":
        return False
    prepositions = sentence.rules.list("prepositions")
    if first in prepositions and sentence.word(segment.start + 1) in relatives:
        return True
    if first not in relatives:
        return False
    return not sentence.rules.verb_last or _verb_is_last(sentence, segment)


def verb_of(sentence: Sentence, segment: Segment) -> tuple[int, VerbForm] | None:
    """Return the cue verb of a segment: the first finite one, else a participle with auxiliary."""
    rules = sentence.rules
    last = segment.end - 1
    later: tuple[int, VerbForm] | None = None
    for i in range(segment.start, segment.end):
        if i in sentence.view.quoted or any(low <= i < high for low, high in segment.holes):
            continue
        if sentence.view.capital(i) and i > segment.start and rules.article:
            continue
        for form in rules.cues.verbs.get(sentence.low[i], ()):
            part = form.cue.particle
            if part and sentence.low[last] != part[-1] and sentence.word(i + 1) != part[0]:
                continue
            if not part and rules.article and _has_particle(sentence, i, last):
                continue
            if form.tense in ("base", "ing"):
                continue
            if form.tense != "participle":
                return i, form
            if later is None and auxiliary_of(sentence, segment) is not None:
                later = (i, form)
    return later


def _has_particle(sentence: Sentence, i: int, last: int) -> bool:
    """Tell whether another reading of a verb takes the particle at the end of its clause."""
    readings = sentence.rules.cues.verbs.get(sentence.low[i], ())
    return any(f.cue.particle and sentence.low[last] == f.cue.particle[-1] for f in readings)


def auxiliary_of(sentence: Sentence, segment: Segment) -> int | None:
    """Return the place of an auxiliary or modal verb in a segment."""
    words = sentence.rules.list("auxiliaries") | sentence.rules.list("subjunctives")
    return next((i for i in range(segment.start, segment.end) if sentence.low[i] in words), None)


def negated(sentence: Sentence, segment: Segment, at: int, cue: Cue) -> bool:
    """Tell a saying that is denied: "said nothing", "не сказал"."""
    words = sentence.rules.list("negations")
    near = range(segment.start, segment.end)
    if not sentence.rules.article:
        near = range(max(segment.start, at - 2), at)
    return cue.stance != "denies" and any(sentence.low[i] in words for i in near)


def opens_behind(sentence: Sentence, segment: Segment) -> bool:
    """Tell a segment that begins with a cue verb: ", sagte X", ", сообщил X"."""
    found = verb_of(sentence, segment)
    if found is None or not found[1].cue.voice:
        return False
    skip = sentence.rules.list("adverbs") | sentence.rules.list("auxiliaries")
    return all(sentence.low[i] in skip for i in range(segment.start, found[0]))


def stop_of(sentence: Sentence, number: int) -> int:
    """Return the end of content that begins in segment `number`.

    It ends at a strong mark, before a contrast or a main clause with a voice of its own, and before
    a frame that stands behind it.
    """
    rules = sentence.rules
    for n in range(number, len(sentence.segments)):
        segment = sentence.segments[n]
        if n > number and segment.before in (",", "-") and not segment.speech:
            first = sentence.low[segment.start]
            found = verb_of(sentence, segment)
            if found is not None:
                contrast = first in rules.list("contrasts")
                joined = first in rules.list("joiners") and found[0] - segment.start <= 1
                if contrast or joined or opens_behind(sentence, segment):
                    return segment.start - 1
                if rules.bare and _own_clause(sentence, segment, found[0]):
                    return segment.start - 1
            elif _short_source(sentence, segment):
                return segment.start - 1
        if segment.after in (";", ".", "?", "!", ""):
            return segment.end
    return len(sentence.view)


def _short_source(sentence: Sentence, segment: Segment) -> bool:
    """Tell ", so der Kapitän"."""
    return (
        sentence.low[segment.start] in sentence.rules.list("short")
        and segment.end - segment.start > 1
    )


def _own_clause(sentence: Sentence, segment: Segment, at: int) -> bool:
    """Tell a main clause with a voice of its own: ", die Opec rechnet mit …"."""
    first = sentence.low[segment.start]
    leads = first in sentence.rules.list("articles") or sentence.view.capital(segment.start)
    end = sentence.rules.phrase_end(sentence.view, segment.start, segment.end)
    return leads and end == at and at < segment.end - 1


def split_joined(sentence: Sentence) -> None:
    """Cut segments before "und fügte hinzu" and "и добавил": a second verb with the same source."""
    joiners = sentence.rules.list("joiners")
    found: list[Segment] = []
    for segment in sentence.segments:
        cut = next(
            (
                i
                for i in range(segment.start + 1, segment.end - 1)
                if sentence.low[i] in joiners and _joins_verb(sentence, i + 1)
            ),
            None,
        )
        if cut is None or segment.speech:
            found.append(segment)
            continue
        found.append(Segment(segment.start, cut, segment.before, ","))
        found.append(Segment(cut, segment.end, ",", segment.after))
    sentence.segments = found


def _joins_verb(sentence: Sentence, i: int) -> bool:
    readings = sentence.rules.cues.verbs.get(sentence.low[i], ())
    return not sentence.view.capital(i) and any(
        f.tense in ("past", "third") and f.cue.sense in ("say", "cite") for f in readings
    )
