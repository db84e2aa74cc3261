"""Frames of phrases: "according to X", "citing X", "a report seen by X", "reportedly"."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.subjects import split_members
from firsthand.vocabulary.cues import Phrase


def read_phrases(reader: Reader) -> None:
    """Add the frames of "according to" and the like, and of the words that name nobody."""
    tagged = reader.tagged
    i = 0
    while i < len(tagged):
        phrase = phrase_at(reader, i)
        if phrase is None:
            i += 1
            continue
        end = i + len(phrase.words)
        if phrase.role == "by":
            _read_by(reader, phrase, i, end)
        elif phrase.role == "nobody":
            _read_nobody(reader, phrase, i, end)
        elif phrase.role == "via" and phrase.words[0] == "as":
            _read_as_told(reader, phrase, i, end)
        i = end


def phrase_at(reader: Reader, i: int) -> Phrase | None:
    """Return the cue phrase that begins at token `i`, the longest first; None for none."""
    tagged = reader.tagged
    for phrase in tagged.cues.phrases.get(tagged.low[i], ()):
        if tuple(tagged.low[i : i + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def source_ranges(reader: Reader, start: int, limit: int) -> tuple[list[Range], int]:
    """Return the noun phrases of a source and the index after them.

    Members with an article or a number of their own are sources apart: "two officials and a court
    filing". Names in one phrase stay one: "Prague, Warsaw and Vilnius".
    """
    tagged = reader.tagged
    end = phrase_end(tagged, start, limit)
    if end <= start:
        return [], start
    return split_members(tagged, start, end), end


def after_source(reader: Reader, end: int, limit: int) -> int:
    """Return the index after the relatives and inserts that belong to a source."""
    tagged = reader.tagged
    i = end
    while i < limit:
        tag = tagged.tag[i]
        if tag in ("R",) or (tag == "T" and tagged.at(i + 1) in ("V", "X", "B", "A")):
            while i < limit and tagged.tag[i] != ",":
                i += 1
            return i
        if tag == "," and _belongs(reader, i + 1, limit):
            close = next((j for j in range(i + 1, limit) if tagged.tag[j] == ","), limit)
            if close == limit:
                return limit
            i = close
            continue
        break
    return i


def _belongs(reader: Reader, i: int, limit: int) -> bool:
    """Tell whether the words after a comma still speak of the source before it."""
    tagged = reader.tagged
    if tagged.at(i) in ("R", "B") or (tagged.at(i) == "A" and tagged.at(i + 1) in ("B", "R")):
        return True
    phrase = phrase_at(reader, i) if i < limit else None
    if phrase is not None and phrase.role in ("citing", "via"):
        return True
    if tagged.at(i) == "P" and tagged.at(i + 1) == "R":
        return True
    if tagged.at(i) in ("D", "#") and tagged.low[i] in ("a", "an", "the", "one", "its"):
        end = phrase_end(tagged, i, limit)
        rest = after_source(reader, end, limit) if tagged.at(end) in ("R", "T") else end
        return rest < limit and tagged.tag[rest] == "," and end > i
    return False


def _read_by(reader: Reader, phrase: Phrase, i: int, end: int) -> None:
    tagged = reader.tagged
    limit = reader.ceiling(i)
    if (
        phrase.words[0] in ("per", "using", "going")
        and (i == 0 or tagged.tag[i - 1] not in (",", "T"))
        and i > 0
    ):
        return
    sources, stop = source_ranges(reader, end, limit)
    if not sources:
        return
    leading = _leads(reader, i)
    after = after_source(reader, stop, limit)
    for source in sources:
        draft = reader.draft(
            "by", f"“{' '.join(phrase.words)}” and its source", phrase.cue, [source], [(i, end)]
        )
        if leading:
            content = after + (tagged.at(after) == ",")
            frame = Frame(draft, "pre", i, after, content, "clause", source, i)
        else:
            frame = Frame(draft, "post", i, after, limit, subject=source, head=i)
        reader.frames.append(frame)


def _leads(reader: Reader, i: int) -> bool:
    """Tell whether "according to X" stands in front of its content."""
    tagged = reader.tagged
    floor = reader.floor(i)
    if i == floor:
        return True
    before = i - 1
    if tagged.tag[before] == ",":
        before -= 1
    if tagged.tag[before] in ("T", ":", ";", "-"):
        return tagged.tag[before] != "-" or i - 1 == before
    if tagged.tag[i - 1] in ("C", "S"):
        return True
    if before < i - 1 and tagged.tag[before] in ("C",):
        return True
    return all(tagged.tag[j] in ("A", ",", "C") for j in range(floor, i))


def _read_as_told(reader: Reader, phrase: Phrase, i: int, end: int) -> None:
    """Read ", as quoted by X": the outer voice of all that stands before."""
    limit = reader.ceiling(i)
    sources, stop = source_ranges(reader, end, limit)
    for source in sources:
        draft = reader.draft(
            "via",
            f"“{' '.join(phrase.words)}” and the outer voice",
            phrase.cue,
            [source],
            [(i, end)],
        )
        reader.frames.append(Frame(draft, "post", i, stop, limit, subject=source, head=i))


def _read_nobody(reader: Reader, phrase: Phrase, i: int, end: int) -> None:
    """Read "reportedly" and "it is said that": a voice that nobody names."""
    tagged = reader.tagged
    if len(phrase.words) > 1 and phrase.words[-1] == "that":
        draft = reader.draft(
            "nobody", f"“{' '.join(phrase.words)}”: nobody is named", phrase.cue, [], [(i, end - 1)]
        )
        reader.frames.append(Frame(draft, "pre", i, end, end, "that", (i, i), i))
        return
    if tagged.at(i - 1) == "D" and tagged.at(end) in ("B", "N", "G") and len(phrase.words) == 1:
        return  # "the allegedly stolen grain" is a description
    draft = reader.draft(
        "nobody", f"“{' '.join(phrase.words)}”: nobody is named", phrase.cue, [], [(i, end)]
    )
    reader.extra.append(draft)
    draft.content = [(i, end)]  # a place; the clause around it is cut out once frames are known


def fill_nobody(reader: Reader, draft: Draft) -> None:
    """Give a draft without a source the clause in which its adverb stands."""
    tagged = reader.tagged
    i, end = draft.content[0]
    begin, stop = reader.floor(i), reader.ceiling(end)
    for frame in reader.frames:
        for low, high in frame.draft.content:
            if low <= i and end <= high and high - low < stop - begin:
                begin, stop = low, high
    for j in range(i - 1, begin - 1, -1):
        joins = tagged.tag[j] == "C" and tagged.at(j - 1) == "," and tagged.clause(begin, j)
        if (
            tagged.tag[j] in ("T", ";")
            or joins
            or (tagged.tag[j] == "S" and tagged.clause(j + 1, i + 3))
        ):
            begin = j + 1
            break
    for j in range(end, stop):
        if tagged.tag[j] == ";" or (
            tagged.tag[j] == "," and tagged.at(j + 1) in ("C", "S") and tagged.clause(j + 2, stop)
        ):
            stop = j
            break
    for frame in reader.frames:
        if frame.mode == "post" and begin < frame.left < stop and frame.left > i:
            stop = min(stop, frame.mark)
        elif frame.mode == "post" and frame.stop <= i and frame.left >= begin:
            begin = max(begin, frame.stop)
    draft.content = [piece for piece in ((begin, i), (end, stop)) if piece[0] < piece[1]]
