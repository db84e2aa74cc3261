"""Frames of nouns ("X's claim that C") and of documents ("a letter in which C")."""

from __future__ import annotations

from firsthand.attribute.draft import Range, Way
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.words import Tagged

_FROM = frozenset({"by", "from", "of", "in"})


def read_nouns(reader: Reader) -> None:
    """Add the frames of nouns that have a content of their own."""
    tagged = reader.tagged
    for i, word in enumerate(tagged.low):
        if tagged.tag[i] == "T" and i and tagged.tag[i - 1] in ("N", "D"):
            _read_noun(reader, i)
        elif word == "which" and tagged.word(i - 1) == "in":
            _read_in_which(reader, i)


def read_figures(reader: Reader) -> None:
    """Read "The number given by X is 40" and "X's figure is 40"."""
    tagged = reader.tagged
    for i, word in enumerate(tagged.low):
        singular = word.removesuffix("s")
        if tagged.tag[i] == "N" and singular in tagged.cues.list("figure_nouns"):
            _read_given(reader, i)
            _read_owned(reader, i)


def _read_given(reader: Reader, noun: int) -> None:
    tagged = reader.tagged
    by = noun + 2 + (tagged.word(noun + 2) in ("out", "forward"))
    if tagged.word(noun + 1) not in tagged.cues.list("figure_givers") or tagged.word(by) != "by":
        return
    limit = reader.ceiling(by)
    end = phrase_end(tagged, by + 1, limit)
    if end == by + 1 or not _tells_value(tagged, end, limit):
        return
    start = noun
    while start > 0 and tagged.tag[start - 1] in ("N", "D", "#"):
        start -= 1
    cue = tagged.cues.nouns["statement"]
    draft = reader.draft(
        "noun", f"“{tagged.low[noun]} given by”", cue, [(by + 1, end)], [(noun + 1, by + 1)]
    )
    draft.content = [(start, noun + 1), (end, limit)]
    reader.extra.append(draft)


def _read_owned(reader: Reader, noun: int) -> None:
    tagged = reader.tagged
    limit = reader.ceiling(noun)
    source = _possessor(reader, noun)
    if source is None or not _tells_value(tagged, noun + 1, limit):
        return
    named = reader.kind(reader.view, *source) is not None or source[1] - source[0] == 1
    if not named or tagged.low[source[0]] in ("our", "my"):
        return
    cue = tagged.cues.nouns["statement"]
    rule = f"somebody's {tagged.low[noun]}"
    draft = reader.draft("noun", rule, cue, [source], [(noun, noun + 1)])
    draft.content = [(noun + 1, limit)]
    reader.extra.append(draft)


def _tells_value(tagged: Tagged, at: int, limit: int) -> bool:
    """Tell whether "is", "was" or "stands at" and a number follow."""
    if tagged.word(at) not in tagged.cues.list("be") | {"stands", "stood", "comes", "came"}:
        return False
    i = at + 1
    while i < min(limit, at + 5) and (
        tagged.low[i] in tagged.cues.list("qualifiers") or tagged.tag[i] in "A$€£"
    ):
        i += 1
    return i < limit and tagged.tag[i] == "#"


def _noun_before(reader: Reader, that: int) -> tuple[int, Range | None] | None:
    """Return the cue noun of "claim (by X) that" and the source behind it."""
    tagged = reader.tagged
    for i in range(that - 1, max(-1, that - 9), -1):
        word = tagged.low[i]
        singular = word if word in tagged.cues.nouns else word.removesuffix("s")
        if singular not in tagged.cues.nouns and word.endswith("ies"):
            singular = f"{word[:-3]}y"
        if singular in tagged.cues.nouns and tagged.tag[i] in ("N", "V"):
            if i == that - 1:
                return i, None
            if tagged.low[i + 1] in _FROM and phrase_end(tagged, i + 2, that) == that:
                return i, (i + 2, that)
            return None
        if tagged.tag[i] in ("V", "X", "Q", ";", ":", "H"):
            return None
    return None


def _read_noun(reader: Reader, that: int) -> None:
    tagged = reader.tagged
    found = _noun_before(reader, that)
    if found is None or any(f.content == that + 1 for f in reader.frames):
        return
    noun, source = found
    limit = reader.ceiling(that)
    if tagged.at(noun - 1) == "D" and tagged.at(noun - 2) == "," and tagged.at(limit - 1) == "V":
        return  # ", a claim that Manila rejected" is a relative clause
    word = tagged.low[noun]
    cue = (
        tagged.cues.nouns.get(word)
        or tagged.cues.nouns.get(word.removesuffix("s"))
        or tagged.cues.nouns.get(f"{word[:-3]}y")
    )
    if cue is None:
        return
    cue_range = (noun, noun + 1 + (source is not None))
    if source is None:
        source = _possessor(reader, noun)
    elif reader.tagged.low[noun + 1] == "in" and not reader.medium(reader.view, *source):
        source = None
    nobody = source is None
    if nobody and (
        cue.lemma
        not in (
            "report",
            "rumour",
            "rumor",
            "allegation",
            "claim",
            "speculation",
            "news",
            "accusation",
        )
        or (
            tagged.at(noun - 1) == "D"
            and tagged.low[noun - 1] not in ("a", "an", "some", "no", "any")
        )
    ):
        return
    way: Way = "nobody" if nobody else "noun"
    draft = reader.draft(
        way,
        f"“{word} that”" + (": nobody is named" if nobody else ""),
        cue,
        [source] if source else [],
        [cue_range],
    )
    left = source[0] if source and source[0] < noun else noun
    reader.frames.append(
        Frame(draft, "pre", left, that, that + 1, "that", source or (noun, noun), noun)
    )


def _possessor(reader: Reader, noun: int) -> Range | None:
    """Return whose claim it is: "Tehran's claim", "his claim", "a Tasnim report"."""
    tagged = reader.tagged
    start = noun
    while (
        start > 0
        and tagged.tag[start - 1] in ("N", "A", "#")
        and not tagged.low[start - 1].endswith(("'s", "s'"))
    ):
        start -= 1
    if start > 0 and tagged.low[start - 1].endswith(("'s", "s'")):
        end = start
        while start > 0 and tagged.tag[start - 1] in ("N", "D", "#"):
            start -= 1
        return start, end
    if start > 0 and tagged.low[start - 1] in tagged.cues.list("possessives"):
        return start - 1, start
    named = [i for i in range(start, noun) if tagged.view.capital(i)]
    if named and reader.medium(reader.view, named[0], noun):
        return named[0], noun
    return None


def _read_in_which(reader: Reader, which: int) -> None:
    """Read "a letter in which C": the document says C; only inside the words of another."""
    tagged = reader.tagged
    end = which - 1
    start = end
    while start > 0 and tagged.tag[start - 1] in ("N", "D", "#"):
        start -= 1
        if tagged.tag[start] == "D":
            break
    if (
        start == end
        or reader.kind(reader.view, start, end) != "document"
        or not tagged.clause(which + 1, reader.ceiling(which))
    ):
        return
    cue = tagged.cues.nouns["statement"]
    draft = reader.draft(
        "witness", "“in which”: what a document says", cue, [(start, end)], [(which - 1, which + 1)]
    )
    reader.frames.append(
        Frame(draft, "pre", start, which + 1, which + 1, "clause", (start, end), which)
    )
