"""Hangs phrases on English frames: "citing X", "seen by X", "in an interview with X"."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.groups import VerbGroup
from firsthand.attribute.english.phrases import after_source, phrase_at, source_ranges
from firsthand.vocabulary.cues import Cue


def read_citing(reader: Reader) -> None:
    """Attach "citing X", "seen by X" and "X, which cites Y" to the frames that stand there."""
    tagged = reader.tagged
    i = 0
    while i < len(tagged):
        phrase = phrase_at(reader, i)
        if phrase is None:
            i += 1
            continue
        end = i + len(phrase.words)
        if phrase.role == "citing":
            _attach_citing(reader, phrase.cue, i, end)
        elif phrase.role == "via" and phrase.words[0] != "as":
            _attach_via(reader, phrase.cue, i, end)
        i = end


def _attach_citing(reader: Reader, cue: Cue, i: int, end: int) -> None:
    tagged = reader.tagged
    if any(d.cues == [(i, end)] or (i, i + 1) in d.cues for d in reader.extra):
        return
    if (
        tagged.low[i]
        in ("using", "based", "drawing", "pointing", "crediting", "invoking", "after", "having")
        and tagged.at(i - 1) != ","
        and not _relative_be(reader, i)
    ):
        return
    holder = _holder(reader, i)
    if holder is None:
        return
    limit = reader.ceiling(i)
    sources, stop = source_ranges(reader, end, limit)
    sources = [source for source in sources if _may_be_source(reader, i, source)]
    inside = _opens_content(reader, holder, i)
    after = after_source(reader, stop, limit)
    for each in [holder, *_twins(reader, holder)]:
        for source in sources:
            draft = add_deeper(reader, cue, each, source, (i, end))
            if inside is not None and tagged.at(after) == "," and after + 1 < inside:
                draft.shares, draft.content = None, [(after + 1, inside)]
    if sources and inside is None:
        _widen(reader, i, stop)


def _may_be_source(reader: Reader, i: int, source: Range) -> bool:
    """Tell a source from a mere topic: "he said, referring to the country's name"."""
    kind = reader.kind(reader.view, *source)
    if reader.tagged.low[i] in ("citing", "quoting", "with", "relying"):
        return True
    return kind is not None and (kind != "unknown" or reader.medium(reader.view, *source))


def _twins(reader: Reader, holder: Draft) -> list[Draft]:
    """Return the drafts of other members of the same subject: "A, B and C reported"."""
    return [
        f.draft
        for f in reader.frames
        if f.draft is not holder and f.draft.cues == holder.cues and f.draft.cue == holder.cue
    ]


def _opens_content(reader: Reader, holder: Draft, i: int) -> int | None:
    """Return the end of the holder's content if a citing phrase stands at its beginning."""
    for low, high in holder.content:
        start = low
        while start < high and reader.tagged.tag[start] == ",":
            start += 1
        if start == i:
            return high
    return None


def _relative_be(reader: Reader, i: int) -> bool:
    tagged = reader.tagged
    return tagged.at(i - 1) == "X" and tagged.at(i - 2) in ("R", "T")


def _widen(reader: Reader, start: int, stop: int) -> None:
    """Take a citing phrase out of contents that only run over it."""
    tagged = reader.tagged
    for frame in reader.frames:
        kept: list[Range] = []
        for low, high in frame.draft.content:
            if low < start < high and tagged.at(start - 1) == "," and high <= stop + 1:
                kept.append((low, start - 1))
            else:
                kept.append((low, high))
        frame.draft.content = kept


def add_deeper(reader: Reader, cue: Cue, holder: Draft, source: Range, cue_range: Range) -> Draft:
    """Add a draft that stands behind `holder` and answers for the same content."""
    draft = reader.draft(
        "citing",
        f"“{reader.view.words(*cue_range)}”: the source behind it",
        cue,
        [source],
        [cue_range],
    )
    draft.parent = draft.shares = holder
    draft.why.append(f"comes on the word of “{_words(holder)}”")
    reader.extra.append(draft)
    return draft


def _words(draft: Draft) -> str:
    return draft.view.words(*draft.source[0])[:60] if draft.source else "nobody"


def _holder(reader: Reader, i: int) -> Draft | None:
    """Return the draft to which a citing phrase at `i` belongs: whose words it stands among."""
    tagged = reader.tagged
    at = i - 2 if _relative_be(reader, i) else i
    chained = [
        d for d in reader.extra if d.way == "citing" and d.source and d.source[0][1] in (at, at - 1)
    ]
    if chained and (tagged.at(i - 1) == "," or _relative_be(reader, i)):
        return chained[-1]
    best: Draft | None = None
    for frame in reader.frames:
        source = frame.draft.source
        if not source:
            continue
        if source[0][1] <= i <= frame.head or source[0][1] in (i, i - 1, i - 2):
            return frame.draft
        if frame.head < i and (best is None or frame.mode in ("pre", "post", "joined", "lead")):
            best = frame.draft
        if frame.left > i and best is None and i == reader.floor(frame.left):
            best = frame.draft  # "Citing X, the ministry said …"
    return best


def _attach_via(reader: Reader, cue: Cue, i: int, end: int) -> None:
    """Put the outlet of "a report seen by X" in front of the frame whose source the report is."""
    tagged = reader.tagged
    if any(f.draft.parent is not None and f.draft.parent.cues[0][1] == end for f in reader.frames):
        return  # "was quoted by X as saying" is read already
    at = i
    while at > 0 and tagged.tag[at - 1] in (",", "A"):
        at -= 1
    inner = next((f for f in reader.frames if f.draft.source and _near(f, at)), None)
    if inner is None and (comma := _comma_before(reader, i)) is not None:
        at = comma
        inner = next(
            (f for f in reader.frames if f.draft.source and f.draft.source[0][1] == comma), None
        )
    if tagged.low[i] in _LEADING:
        _attach_interview(reader, cue, i, end)
        return
    if inner is None:
        return
    sources, stop = source_ranges(reader, end, reader.ceiling(i))
    later = _later_sources(reader, stop)
    for source, cues in [*((s, [(i, end)]) for s in sources), *later]:
        if outer_voice(reader, tagged.low[i], source):
            put_in_front(reader, cue, inner, source, cues, at)


def put_in_front(
    reader: Reader, cue: Cue, inner: Frame, source: Range, cues: list[Range], at: int
) -> None:
    """Put an outlet in front of a frame; the frame's source ends at `at`."""
    words = reader.view.words(*cues[0])
    outer = reader.draft("via", f"“{words}”: the outer voice", cue, [source], cues)
    outer.content = _around(inner, at)
    outer.why.append(f"stands in front of “{_words(inner.draft)}”")
    inner.draft.source = [(inner.draft.source[0][0], min(inner.draft.source[0][1], at))]
    reader.extra.append(outer)
    if inner.draft.parent is None:
        inner.draft.parent = outer
    else:
        _twin(reader, inner.draft, outer)


_ISSUERS = frozenset(
    {"research-body", "company", "government", "statistics-office", "international-body"}
)
_LEADING = frozenset({"in", "speaking"})


def _comma_before(reader: Reader, i: int) -> int | None:
    """Return the comma that opens an insert such as ", a copy of which was | obtained by X"."""
    return next((j for j in range(i - 1, max(-1, i - 10), -1) if reader.tagged.tag[j] == ","), None)


def _attach_interview(reader: Reader, cue: Cue, i: int, end: int) -> None:
    """Read "In an interview with X, Y said C": the outlet is the outer voice."""
    sources, stop = source_ranges(reader, end, reader.ceiling(i))
    if not sources or not reader.medium(reader.view, *sources[0]):
        return
    near = [
        f
        for f in reader.frames
        if f.draft.source and f.draft.way == "verb" and f.draft.parent is None
    ]
    inner = next((f for f in near if f.left >= stop or f.head < i), None)
    if inner is None:
        return
    outer = reader.draft(
        "told", f"“{reader.view.words(i, end)}”: told to an outlet", cue, [sources[0]], [(i, end)]
    )
    outer.content = sorted([*inner.draft.source, *inner.draft.content])
    inner.draft.parent = outer
    reader.extra.append(outer)


def _twin(reader: Reader, inner: Draft, outer: Draft) -> None:
    twin = reader.draft(inner.way, inner.rule, inner.cue, inner.source, inner.cues)
    twin.content, twin.parent, twin.when = inner.content, outer, inner.when
    reader.extra.append(twin)


def _near(frame: Frame, at: int) -> bool:
    low, high = frame.draft.source[0]
    return low < at <= high or high == at


def outer_voice(reader: Reader, first: str, source: Range) -> bool:
    """Tell whether the one after "seen by" or "published by" is a voice and not the publisher."""
    kind = reader.kind(reader.view, *source)
    if first in (
        "published",
        "released",
        "given",
        "sent",
        "provided",
        "handed",
        "passed",
        "shown",
        "speaking",
        "in",
        "shared",
        "made",
        "examined",
        "inspected",
        "verified",
        "intercepted",
        "analysed",
        "analyzed",
    ):
        return reader.medium(reader.view, *source) or (first == "published" and kind in _ISSUERS)
    return kind not in ("government", "military", "office-holder") or reader.medium(
        reader.view, *source
    )


def _later_sources(reader: Reader, stop: int) -> list[tuple[Range, list[Range]]]:
    """Read "… and later by the BBC"."""
    tagged = reader.tagged
    i = stop
    if tagged.at(i) != "C":
        return []
    i += 1
    while tagged.at(i) == "A":
        i += 1
    if tagged.word(i) != "by":
        return []
    sources, _ = source_ranges(reader, i + 1, len(tagged))
    return [(source, [(i, i + 1)]) for source in sources]


def _around(inner: Frame, via: int) -> list[Range]:
    """Return the words an outer voice answers for: source, cue and content of the inner frame."""
    low, high = inner.draft.source[0]
    pieces = [(low, min(high, via)), *inner.draft.cues, *inner.draft.content]
    if inner.draft.way == "by":
        pieces = [(low, min(high, via)), *inner.draft.content]
    return sorted(pieces)


def relative_cite(reader: Reader, group: VerbGroup, holder: Draft) -> None:
    """Read "X, which cites Y" and "a source who had been shown Z"."""
    tagged = reader.tagged
    start = group.end
    if tagged.word(start) in ("from", "by", "a", "with") and tagged.low[start] != "a":
        start += 1
    limit = reader.ceiling(start)
    sources, _ = source_ranges(reader, start, limit)
    for source in sources:
        add_deeper(reader, group.cue, holder, source, (group.start, start))
