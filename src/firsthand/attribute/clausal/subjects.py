"""Finds source and addressee around a verb of the comma languages."""

from __future__ import annotations

from firsthand.attribute.clausal.clauses import (
    auxiliary_of,
    is_insert,
    phrase_at,
)
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Range
from firsthand.vocabulary.heads import kind_of_head


def subject_around(
    sentence: Sentence, number: int, at: int, *, behind: bool
) -> tuple[Range | None, Range | None, bool]:
    """Return source, addressee that is an outlet, and whether the source stands in "in X"."""
    rules, segment = sentence.rules, sentence.segments[number]
    if behind:
        source, addressee = split_addressee(sentence, at + 1, segment.end)
        return source, addressee, False
    low, high = _left_part(sentence, segment, at)
    if low < high and sentence.low[low] in rules.list("locating"):
        right, addressee = split_addressee(sentence, at + 1, segment.end)
        plain = (
            _house_speaks(sentence, low + 1, high, at)
            or right is None
            or rules.cues.verbs.get(sentence.low[at], ())[0].cue.sense == "show"
        )
        if plain and not _is_time(sentence, low + 1):
            return (low + 1, _trim(sentence, low + 1, high)), addressee, True
        return right, addressee, False
    if low < high and sentence.low[low] not in rules.list("prepositions"):
        _, addressee = split_addressee(sentence, at + 1, segment.end)
        return (low, _trim(sentence, low, high)), addressee, False
    if low >= high and sentence.low[segment.start] in rules.list("joiners") | {
        "и",
        "und",
        "й",
        "та",
        "і",
    }:
        shared = next(
            (d.source[0] for d in reversed(sentence.drafts) if d.way == "verb" and d.source), None
        )
        if shared is not None:
            return shared, None, False
    if low >= high:
        back = before_inserts(sentence, number)
        if back is not None:
            _, addressee = split_addressee(sentence, at + 1, segment.end)
            return back, addressee, False
    source, addressee = split_addressee(sentence, at + 1, segment.end)
    return source, addressee, False


def _house_speaks(sentence: Sentence, low: int, high: int, at: int) -> bool:
    """Tell "В МИД сообщили": a verb in the plural without a subject, in a house that can speak."""
    endings = tuple(sentence.rules.list("plural_verb_endings"))
    several = bool(endings) and sentence.low[at].endswith(endings)
    return several and sentence.kind(sentence.view, low, high) is not None


def _left_part(sentence: Sentence, segment: Segment, at: int) -> Range:
    """Return the tokens in front of the verb without conjunctions, adverbs and holes."""
    rules = sentence.rules
    skip = (
        rules.list("joiners") | rules.list("contrasts") | rules.list("adverbs") | rules.list("that")
    )
    low, high = segment.start, at
    auxiliary = auxiliary_of(sentence, segment)
    if auxiliary is not None and auxiliary < at:
        high = auxiliary
    for start, end in segment.holes:
        if start == low:
            low = end
        elif low < start < high:
            high = start
    low = _after_filler(sentence, low, high)
    while (
        low < high
        and sentence.low[low] in skip
        and not sentence.view.capital(low) | (low in sentence.view.quoted)
    ):
        low += 1
    while (
        low < high
        and sentence.low[low] in skip
        and low == segment.start
        and sentence.low[low] not in rules.list("articles")
    ):
        low += 1
    while high > low and (
        sentence.low[high - 1] in rules.list("adverbs") | {"себя", "не"}
        or _names_nobody(sentence, high - 1)
    ):
        high -= 1
    return low, high


def _names_nobody(sentence: Sentence, i: int) -> bool:
    """Tell "angeblich" and "якобы" in front of a verb."""
    phrase = phrase_at(sentence, i)
    return phrase is not None and phrase.role == "nobody" and len(phrase.words) == 1


def _after_filler(sentence: Sentence, low: int, high: int) -> int:
    """Return the index behind "в свою очередь" and the like."""
    for filler in sentence.rules.list("fillers"):
        words = filler.split()
        if sentence.low[low : low + len(words)] == words and low + len(words) <= high:
            return low + len(words)
    return low


def _trim(sentence: Sentence, low: int, high: int) -> int:
    """Return the end of a subject without a time behind it."""
    times, prepositions = sentence.rules.list("times"), sentence.rules.list("prepositions")
    end = high
    while end > low + 1 and (sentence.low[end - 1] in times or sentence.view.kind[end - 1] == "n"):
        end -= 1
    if end < high and end > low + 1 and sentence.low[end - 1] in prepositions:
        end -= 1
    return end if end > low else high


def _is_time(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) in sentence.rules.list("times") or sentence.view.kind[i] == "n"


def before_inserts(sentence: Sentence, number: int) -> Range | None:
    """Return the subject in front of inserts: "X, ссылаясь на Y, сообщил"."""
    n = number - 1
    while (
        n >= 0 and sentence.segments[n].after == "," and is_insert(sentence, sentence.segments[n])
    ):
        n -= 1
    if n < 0 or n == number - 1 or sentence.segments[n].speech:
        return None
    segment = sentence.segments[n]
    low, high = _left_part(sentence, segment, segment.end)
    for i in range(low, high):
        if sentence.low[i] in sentence.rules.list("that"):
            low = i + 1
    while low < high and sentence.low[low] in sentence.rules.list("locating"):
        low += 1
    return (low, high) if low < high else None


def split_addressee(sentence: Sentence, start: int, end: int) -> tuple[Range | None, Range | None]:
    """Part the words behind a verb into the source and an outlet that is spoken to."""
    rules, view = sentence.rules, sentence.view
    segment = next((s for s in sentence.segments if s.start <= start <= s.end), None)
    for low, _ in segment.holes if segment else ():
        if start <= low < end:
            end = low
    while end > start and sentence.low[end - 1] in rules.list("adverbs") | _particles(sentence):
        end -= 1
    end = _cut_adjunct(sentence, start, end)
    if start >= end:
        return None, None
    while (
        start < end
        and sentence.low[start] in rules.list("locating") | frozenset({"в", "из", "у", "із"})
        and not rules.article
    ):
        start += 1  # "сказали в службе", "следует из данных"
    for i in range(end - 1, start - 1, -1):
        if not names_medium(sentence, end - 1):
            break
        if not names_medium(sentence, i) or not sentence.medium(view, i, end):
            continue
        low = i
        while low > start and (
            _modifier(sentence, low - 1) or _media_noun(sentence, low - 1) or low - 1 in view.quoted
        ):
            low -= 1
        if not _dative(sentence, low, end) or (sentence.low[low] == "der" and low > start):
            break
        return ((start, low) if low > start else None), (low, end)
    first = _addressed_first(sentence, start, end)
    if first is not None:
        return (first, end), (start, first)
    stop = rules.phrase_end(view, start, end)
    return ((start, max(stop, start + 1)), None)


def _addressed_first(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where the source begins behind an outlet: "рассказал газете «Либерте» | водитель"."""
    if sentence.low[start] not in sentence.rules.list("dative_media"):
        return None
    after = start + 1
    while after < end and (after in sentence.view.quoted or sentence.view.capital(after)):
        after += 1
    return after if start + 1 < after < end else None


def names_medium(sentence: Sentence, i: int) -> bool:
    """Tell whether a token may belong to the name of an outlet."""
    return i in sentence.view.quoted or sentence.view.capital(i) or _media_noun(sentence, i)


def _particles(sentence: Sentence) -> frozenset[str]:
    return (
        frozenset(
            {"mit", "bekannt", "hinzu", "ein", "an", "zurück", "aus", "fest", "zu", "klar", "offen"}
        )
        if sentence.rules.article
        else frozenset()
    )


def _cut_adjunct(sentence: Sentence, start: int, end: int) -> int:
    """Return the end of the words behind a verb, no time or place: "am Dienstag", "в среду"."""
    rules = sentence.rules
    for i in range(start, end):
        if sentence.low[i] in rules.list("prepositions") and (
            any(sentence.low[j] in rules.list("times") for j in range(i + 1, min(end, i + 4)))
            or any(sentence.low[j] in rules.list("manner") for j in range(i + 1, min(end, i + 3)))
            or sentence.view.kind[min(i + 1, end - 1)] == "n"
        ):
            return i
        if sentence.low[i] in rules.list("times") and i > start:
            return i
        if sentence.low[i] in rules.list("listeners") and i > start:
            return i
    if start < end and sentence.low[start] in rules.list("listeners"):
        return start
    return end


def _media_noun(sentence: Sentence, i: int) -> bool:
    return sentence.low[i] in sentence.rules.list("dative_media") or kind_of_head(
        sentence.low[i], sentence.rules.cues.language
    ) in (
        "news-agency",
        "news-outlet",
    )


def _modifier(sentence: Sentence, i: int) -> bool:
    """Tell an adjective or article in the dative in front of an outlet: "литовському", "dem"."""
    word = sentence.low[i]
    if sentence.rules.article:
        return word in ("dem", "der", "den")
    return word.endswith(("ому", "ему", "ой", "ій", "ей"))


def _dative(sentence: Sentence, low: int, high: int) -> bool:
    """Tell whether an outlet is spoken to: a dative, not the subject itself."""
    if sentence.rules.article:
        return sentence.low[low] in ("dem", "der", "den") and sentence.low[low] != "die"
    words = sentence.rules.list("dative_media")
    if any(sentence.low[i] in words for i in range(low, high)):
        return True
    first = sentence.low[low]
    return low in sentence.view.quoted and first.endswith(("у", "ю", "е", "і"))
