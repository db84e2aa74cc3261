"""Phrases of the comma languages: "laut X", "со ссылкой на X", "якобы"."""

from __future__ import annotations

from firsthand.attribute.clausal.citing import mark_citing, mark_interview
from firsthand.attribute.clausal.clauses import is_insert, phrase_at, source_from, stop_of
from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Range
from firsthand.model.attribution import Stance
from firsthand.vocabulary.cues import Cue, Phrase


def read_by(sentence: Sentence) -> None:
    """Add the drafts of "laut X", "по данным X", "X zufolge" and mark their place."""
    for number, segment in enumerate(sentence.segments):
        i = segment.start
        while i < segment.end:
            phrase = phrase_at(sentence, i)
            if phrase is not None and phrase.role == "by":
                i = _read_by(sentence, number, phrase, i)
            elif phrase is not None and phrase.role == "citing":
                i = mark_citing(sentence, segment, phrase, i)
            elif phrase is not None and phrase.role == "via":
                i = mark_interview(sentence, segment, phrase, i)
            elif (end := _account_end(sentence, i, segment)) > i:
                i = _read_account(sentence, number, i, end)
            elif sentence.low[i] == "zufolge":
                i = _read_postposed(sentence, number, i)
            else:
                i += 1


def _account_end(sentence: Sentence, i: int, segment: Segment) -> int:
    """Return the index after "nach offiziellen Angaben" or "по его словам"; `i` for none."""
    nouns = sentence.rules.list("account_nouns")
    lead = sentence.rules.list("account_preposition") or frozenset({"nach"})
    if sentence.low[i] not in lead or not nouns:
        return i
    possessive = sentence.word(i + 1) in sentence.rules.list("possessives")
    for j in range(i + 1, min(segment.end, i + 4)):
        if sentence.low[j] in nouns and (possessive or sentence.rules.article):
            return j + 1
    return i


def _read_account(sentence: Sentence, number: int, i: int, end: int) -> int:
    """Read "nach Angaben (von) X", "nach offiziellen Angaben", "по его словам"."""
    segment = sentence.segments[number]
    start = end + (sentence.word(end) == "von")
    source = source_from(sentence, start, segment) if start < segment.end else None
    genitive = sentence.word(end) in ("des", "der", "von", "seiner", "ihrer") or (
        end < segment.end
        and (sentence.view.capital(end) or end in sentence.view.quoted)
        and end == i + 2
    )
    if sentence.word(i + 1) in sentence.rules.list("possessives"):
        source, place = (i + 1, i + 2), (i, end)
        cues = [(i, i + 1), (end - 1, end)]
    elif source is None or not genitive:
        source, place = (i + 1, end), (i, end)
        cues = [(i, i + 1)]
    else:
        place, cues = (i, source[1]), [(i, start)]
    words = " ".join(sentence.low[i:end])
    cue = Cue(words, "say", _stance_in(words), 0.0, voice=True, takes=frozenset())
    draft = sentence.add("by", f"“{words}” and its source", cue, source, cues)
    segment.holes.append(place)
    draft.content = _content_of_by(sentence, number, place)
    draft.left = i
    return place[1]


def _read_by(sentence: Sentence, number: int, phrase: Phrase, i: int) -> int:
    segment = sentence.segments[number]
    end = i + len(phrase.words)
    relatives = sentence.rules.list("relatives")
    if sentence.word(end) in relatives and sentence.rules.cues.language != "de":
        _read_relative_by(sentence, number, phrase.cue, (i, end))
        return segment.end
    source = source_from(sentence, end, segment)
    if source is None:
        return end
    cue = phrase.cue._replace(stance=_stance_in(" ".join(phrase.words)))
    split = _outlet_of_sources(sentence, source)
    draft = sentence.add(
        "by", f"“{' '.join(phrase.words)}” and its source", cue, source, [(i, end)]
    )
    if split is not None:
        draft.source = [(source[0], split)]
    segment.holes.append((i, source[1]))
    draft.content = _content_of_by(sentence, number, (i, source[1]))
    draft.left = i
    if split is not None:
        outer = sentence.add(
            "via",
            "an outlet and its sources",
            cue._replace(stance=None),
            (split, source[1]),
            [(i, end)],
        )
        outer.content = sorted([draft.source[0], *draft.content])
        draft.parent = outer
    return source[1]


def _outlet_of_sources(sentence: Sentence, source: Range) -> int | None:
    """Return where the outlet begins in "источников | Reuters": its sources speak, it tells."""
    low, high = source
    if (
        high - low >= 2
        and sentence.kind(sentence.view, low, low + 1) == "unknown"
        and sentence.medium(sentence.view, low + 1, high)
    ):
        return low + 1
    return None


def _stance_in(words: str) -> Stance | None:
    if any(stem in words for stem in ("schätzung", "оценк", "оцінк", "прогноз", "erwartung")):
        return "expects"
    if any(stem in words for stem in ("verdacht", "версии", "версією")):
        return "alleges"
    if any(stem in words for stem in ("angabe", "по данным", "за даними", "daten", "zahlen")):
        return "reports"
    return None


def _content_of_by(sentence: Sentence, number: int, place: Range) -> list[Range]:
    """Return the clause around or beside "laut X"."""
    segment = sentence.segments[number]
    first = sentence.floor(number)
    begin, stop = _begin_of(sentence, first, number), stop_of(sentence, number)
    leads = place[0] == segment.start or all(
        sentence.low[i]
        in sentence.rules.list("joiners") | sentence.rules.list("contrasts") | {"и", "und"}
        for i in range(segment.start, place[0])
    )
    opened = (
        number > 0
        and sentence.low[segment.start - 1 : segment.start]
        and _after_that(sentence, number)
    )
    if leads and (number == first or opened):
        after = _after_inserts(sentence, number, place[1])
        return [(after, stop)] if after < stop else []
    if leads and place[1] >= segment.end:  # ", laut X," or ", laut X." behind or inside its clause
        rest = (segment.end + 1, stop) if segment.after == "," else None
        before = (begin, segment.start - 1)
        return [piece for piece in (before, rest) if piece is not None and piece[0] < piece[1]]
    start = segment.start if number != first and _after_that(sentence, number) else begin
    if leads and number != first:
        return [(place[1], stop)]
    inner = _after_inserts(sentence, number, place[1])
    return [piece for piece in ((start, place[0]), (inner, stop)) if piece[0] < piece[1]]


def _begin_of(sentence: Sentence, first: int, number: int) -> int:
    """Return where the clause around segment `number` begins: behind the last "that" before it."""
    for n in range(number, first, -1):
        segment = sentence.segments[n]
        if (
            sentence.low[segment.start] in sentence.rules.list("that")
            and segment.end - segment.start > 1
        ):
            return segment.start + 1
    return sentence.segments[first].start


def _after_that(sentence: Sentence, number: int) -> bool:
    """Tell whether the segment before is only a conjunction, or a cue that opens content."""
    before = sentence.segments[number - 1] if number else None
    if before is None:
        return False
    that = sentence.rules.list("that")
    alone = before.end - before.start == 1 and sentence.low[before.start] in that
    return (
        alone
        or sentence.low[sentence.segments[number].start] in that
        or any(
            i in sentence.taken or sentence.low[i] in sentence.rules.cues.verbs
            for i in range(before.start, before.end)
        )
    )


def _after_inserts(sentence: Sentence, number: int, after: int) -> int:
    """Return the index behind relatives and citing phrases that hang on a source."""
    segment = sentence.segments[number]
    if after < segment.end:
        return after
    following = number + 1
    while following < len(sentence.segments):
        each = sentence.segments[following]
        if each.before != "," or not is_insert(sentence, each):
            break
        following += 1
    if following >= len(sentence.segments):
        return segment.end
    return sentence.segments[following].start


def _read_relative_by(sentence: Sentence, number: int, cue: Cue, place: Range) -> None:
    """Read "посла, по словам которого C": the one before the comma says so."""
    found = antecedent(sentence, number)
    if found is None:
        return
    segment = sentence.segments[number]
    draft = sentence.add(
        "verb",
        "“по словам которого”: who stands before says so",
        cue,
        found,
        [(place[0], place[1] + 1)],
    )
    draft.content = [(place[1] + 1, stop_of(sentence, number))]
    draft.left = segment.start
    segment.holes.append((place[0], place[1] + 1))


def antecedent(sentence: Sentence, number: int) -> Range | None:
    """Return the noun phrase in front of a relative segment."""
    if number == 0:
        return None
    before = sentence.segments[number - 1]
    start = before.start
    for i in range(before.start, before.end):
        if sentence.low[i] in sentence.rules.cues.verbs or sentence.low[i] in sentence.rules.list(
            "that"
        ):
            start = i + 1
    for low, high in before.holes:
        if high == before.end:
            start = max(start, _hole_source(sentence, low, high))
    while start < before.end and sentence.low[start] in sentence.rules.list(
        "prepositions"
    ) | sentence.rules.list("adverbs"):
        start += 1
    return (start, before.end) if start < before.end else None


def _hole_source(sentence: Sentence, low: int, high: int) -> int:
    phrase = phrase_at(sentence, low)
    return min(high, low + len(phrase.words)) if phrase else low


def _read_postposed(sentence: Sentence, number: int, i: int) -> int:
    """Read "Dem Handelsblatt zufolge hat …"."""
    segment = sentence.segments[number]
    start = i
    while start > segment.start and not _stops(sentence, start - 1):
        start -= 1
    if start == i:
        return i + 1
    cue = Cue("zufolge", "say", None, 0.0, voice=True, takes=frozenset())
    draft = sentence.add("by", "“zufolge” behind its source", cue, (start, i), [(i, i + 1)])
    segment.holes.append((start, i + 1))
    draft.content = _content_of_by(sentence, number, (start, i + 1))
    draft.left = start
    return i + 1


def _stops(sentence: Sentence, i: int) -> bool:
    word = sentence.low[i]
    return (
        word in sentence.rules.cues.verbs
        or word in sentence.rules.list("auxiliaries")
        or word in sentence.rules.list("rumour")
    )
