"""Frames of English verbs by which one voice quotes another."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.groups import VerbGroup
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.phrases import source_ranges
from firsthand.attribute.english.subjects import Subject, subject_of
from firsthand.vocabulary.cues import Cue


def _quoting(reader: Reader, start: int, limit: int) -> tuple[int, int, Cue] | None:
    """Return the place of "as saying" and the like in [start, limit)."""
    tagged = reader.tagged
    for i in range(start, min(limit, start + 25)):
        for phrase in tagged.cues.phrases.get(tagged.low[i], ()):
            if (
                phrase.role == "quoting"
                and tuple(tagged.low[i : i + len(phrase.words)]) == phrase.words
            ):
                return i, i + len(phrase.words), phrase.cue
        if tagged.tag[i] in (";", ".", "T"):
            return None
    return None


def read_cite(reader: Reader, group: VerbGroup) -> None:
    """Read "X quoted Y as saying C", "X quotes Y: C" and "X cited Y"."""
    tagged = reader.tagged
    if group.negated or tagged.at(group.start - 1) in ("R", "T"):
        return
    limit = reader.ceiling(group.end)
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    if subject is None:
        return
    start = group.end + (tagged.word(group.end) in ("from", "to"))
    end = phrase_end(tagged, start, limit)
    if end <= start and tagged.at(start) != "Q":
        return
    source = (subject.start, subject.end)
    saying = _quoting(reader, end, limit)
    outer = reader.draft(
        "verb",
        f"{group.cue.lemma}: one voice quotes another",
        group.cue,
        [source],
        [(group.start, group.end)],
    )
    frame = Frame(outer, "pre", subject.outer, start, start, "np", source, group.head)
    if saying is not None and _ends(reader, saying[1]) and _behind(reader, subject):
        _quoted_before(reader, outer, subject, (start, end), saying)
        return
    if saying is not None:
        _inner_quoted(reader, (start, end), saying, limit)
        frame.opener = "quote-as"
    elif tagged.at(end) == ":" and end + 1 < limit:
        inner = reader.draft(
            "verb",
            "a colon after the one who is quoted",
            group.cue._replace(stance=None, sense="say"),
            [(start, end)],
            [(end, end + 1)],
        )
        reader.frames.append(Frame(inner, "pre", start, end, end + 1, "colon", (start, end), end))
        frame.opener = "quote-as"
    elif (
        tagged.at(end) in (".", "", ";", ",")
        or end >= limit
        or tagged.at(end) in ("C", "R", "S", "P")
    ):
        outer.carried = not reader.nested and reader.kind(reader.view, start, end) is not None
        if tagged.at(end) == "R" or tagged.at(end) == "T":
            outer.carried = False
    outer.way = "verb"
    reader.frames.append(frame)


def _ends(reader: Reader, at: int) -> bool:
    return reader.tagged.at(at) in ("", ".", ";", "!", "?") or at >= reader.ceiling(at - 1)


def _behind(reader: Reader, subject: Subject) -> bool:
    return reader.tagged.at(subject.outer - 1) in (",", "Q", "-")


def _quoted_before(
    reader: Reader, outer: Draft, subject: Subject, quoted: Range, saying: tuple[int, int, Cue]
) -> None:
    """Read "C, X quoted Y as saying.": the words stand in front."""
    at, after, cue = saying
    known = reader.tagged.cues.verbs.get(reader.tagged.low[after - 1], ())
    inner = reader.draft(
        "verb",
        "“as saying” behind the words of the one who is quoted",
        known[0].cue if known else cue,
        [quoted],
        [(at, after)],
    )
    reader.frames.append(Frame(inner, "post", subject.outer, after, after, subject=quoted, head=at))
    inner.parent, outer.shares, outer.way = outer, inner, "via"
    reader.extra.append(outer)


def _inner_quoted(reader: Reader, source: Range, saying: tuple[int, int, Cue], limit: int) -> None:
    tagged = reader.tagged
    at, after, cue = saying
    words = tagged.low[at + 1 : after]
    known = tagged.cues.verbs.get(words[-1], ()) if words else ()
    if known:
        cue = known[0].cue
    content, stop = after, after
    if words and words[-1] in ("telling", "told"):
        stop = content = phrase_end(tagged, after, limit)
    while content < limit and tagged.tag[content] in ("T", ",", ":", "A"):
        content += 1
    inner = reader.draft(
        "verb",
        "“as saying”: the words of the one who is quoted",
        cue,
        [source],
        [(at, max(stop, after))],
    )
    reader.frames.append(Frame(inner, "pre", at, stop, content, "that", source, at))


def is_quoted(reader: Reader, group: VerbGroup, limit: int) -> bool:
    """Tell "was reported (by X) as saying"."""
    tagged = reader.tagged
    start = group.end
    if tagged.word(start) in ("by", "in"):
        start = phrase_end(tagged, start + 1, limit)
    found = _quoting(reader, start, min(limit, start + 1))
    return found is not None and group.cue.sense == "say"


def read_was_quoted(reader: Reader, group: VerbGroup, limit: int) -> None:
    """Read "X was quoted by Y as saying C"."""
    tagged = reader.tagged
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    if subject is None or tagged.tag[subject.start] == "R":
        return
    start = group.end
    outer_source: list[Range] = []
    if tagged.word(start) == "by" or tagged.word(start) == "in":
        outer_source, start = source_ranges(reader, start + 1, limit)
    saying = _quoting(reader, start, limit)
    if saying is None:
        return
    source = (subject.start, subject.end)
    before = len(reader.frames)
    _inner_quoted(reader, source, saying, limit)
    inner = reader.frames[before]
    inner.left = subject.outer
    if not outer_source and tagged.word(saying[1]) in ("by", "in"):
        outer_source, stop = source_ranges(reader, saying[1] + 1, limit)
        inner.stop, inner.content, inner.opener = stop, stop, "none"
        if stop < limit and tagged.tag[stop] in ("T", ":"):
            inner.content = stop + 1
        elif _behind(reader, subject):
            inner.mode = "post"
    elif _ends(reader, saying[1]) and _behind(reader, subject):
        inner.mode = "post"
    end = group.end + bool(outer_source)
    if not outer_source:
        inner.draft.cues = [(group.start, saying[1])]
        return
    for each in outer_source:
        outer = reader.draft(
            "via",
            f"{group.cue.lemma}: quoted by an outer voice",
            group.cue,
            [each],
            [(group.start, end)],
        )
        outer.shares = inner.draft
        outer.why.append("answers for the one who is quoted and for the words")
        if inner.draft.parent is None:
            inner.draft.parent = outer
        reader.extra.append(outer)
