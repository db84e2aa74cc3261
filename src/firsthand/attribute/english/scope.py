"""Where the content of each frame begins and ends, once all frames of a view are known."""

from __future__ import annotations

from firsthand.attribute.draft import Range, without
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.words import Tagged

_CUTTING = frozenset({"while", "though", "although", "whereas", "even", "but"})
_PARALLEL = frozenset({"after", "before", "while", "whereas", "though", "although", "as"})


def set_contents(reader: Reader) -> None:
    """Give every frame its content; frames come in the order of their cues."""
    frames = sorted(reader.frames, key=lambda f: (f.head, f.left))
    reader.frames = frames
    for frame in frames:
        if frame.mode in ("pre", "joined"):
            frame.draft.content = _forward(reader, frame)
        elif frame.mode == "lead":
            frame.draft.content = _after_lead(reader, frame)
    for frame in frames:
        if frame.mode == "post":
            frame.draft.content = _backward(reader, frame)


def _later(reader: Reader, frame: Frame, start: int) -> list[Frame]:
    return sorted(
        (f for f in reader.frames if f is not frame and f.left >= start), key=lambda f: f.left
    )


def _forward(reader: Reader, frame: Frame) -> list[Range]:
    """Content behind the cue, up to the next frame that is not part of it."""
    tagged = reader.tagged
    start = frame.content
    if frame.opener == "quote":
        return _quoted(reader, frame)
    limit = reader.ceiling(start)
    holes: list[Range] = []
    if frame.opener == "colon" and start < len(tagged) and tagged.tag[start] == "Q":
        limit = min(limit, _quote_end(tagged, start))
    for other in _later(reader, frame, start):
        if other.left >= limit:
            break
        cut = _cut_by(reader, frame, other)
        if cut is None:
            if other.mode == "post" and other.stop < limit and _inside(reader, other, start):
                holes.append((other.mark, other.stop + 1))
            continue
        limit = min(limit, cut)
        break
    limit = _cut_words(tagged, start, limit, frame)
    limit = _cut_as(reader, frame, start, limit)
    limit = _cut_manner(tagged, start, limit)
    pieces = without([(start, limit)], holes) if start < limit else []
    return [piece for piece in pieces if piece[0] < piece[1]]


def _inside(reader: Reader, other: Frame, start: int) -> bool:
    return other.mark > start and reader.tagged.at(other.stop) in (",", "-")


def _quote_end(tagged: Tagged, start: int) -> int:
    end = start + 1
    while end < len(tagged) and tagged.tag[end] == "Q":
        end += 1
    return end


def _quoted(reader: Reader, frame: Frame) -> list[Range]:
    """Direct speech behind the cue with the words it is set in: said it "respects" the law."""
    tagged = reader.tagged
    start = frame.content
    end = _quote_end(tagged, start)
    limit = reader.ceiling(end)
    for other in _later(reader, frame, end):
        limit = min(limit, other.mark if other.mark >= end else other.left)
    if (
        end < limit
        and tagged.tag[end] in ("N", "V", "X", "P", "B")
        and not tagged.view.raw(end - 1).rstrip("”\"»’'“").endswith((".", ",", "!", "?"))
    ):
        return [(start, limit)]
    return [(start, end)]


def _cut_by(reader: Reader, frame: Frame, other: Frame) -> int | None:
    """Return where a later frame ends the content of an earlier one; None where it lies within."""
    tagged = reader.tagged
    mark = other.mark
    before = tagged.at(mark)
    word = tagged.word(mark)
    if frame.opener == "quote-as" and other.mode != "post":
        return None
    if frame.opener == "heading" or other.relative:
        return None
    if other.mode == "joined":
        return other.left if tagged.at(other.left) in (",", "C") else mark
    if other.mode == "post":
        if before == "Q" or mark < frame.content:
            return None
        if tagged.low[other.left] == "as":
            return mark
        return None if _middle(reader, frame, other) else mark
    if other.mode == "lead":
        return None
    if before == "S" and word in _PARALLEL:
        return mark - 1 if tagged.at(mark - 1) == "," else mark
    if before == "C" and word in ("but", "yet", "and") and tagged.word(other.left) != "that":
        if word == "and" and frame.opener in ("quote",):
            return None
        return mark - 1 if tagged.at(mark - 1) == "," else mark
    if tagged.tag[other.left] in ("S", "C") and tagged.low[other.left] in _PARALLEL | {
        "but",
        "and",
        "yet",
    }:
        return other.left - 1 if tagged.at(other.left - 1) == "," else other.left
    return None


def _middle(reader: Reader, frame: Frame, other: Frame) -> bool:
    """Tell whether a frame stands in the middle of the content: "…, it said, that …"."""
    tagged = reader.tagged
    return (
        tagged.at(other.stop) == ","
        and tagged.at(other.stop + 1) in ("V", "X", "T")
        and other.left - frame.content < 12
    )


def _cut_as(reader: Reader, frame: Frame, start: int, limit: int) -> int:
    """End a content before the verdict on it: "dismissed a report that C | as false"."""
    tagged = reader.tagged
    judged = any("as" in f.draft.cue.takes and f.head < start for f in reader.frames)
    if not judged or frame.draft.way not in ("verb", "noun"):
        return limit
    for i in range(limit - 1, start, -1):
        if tagged.low[i] == "as" and limit - i <= 7 and not tagged.clause(i + 1, limit):
            return i
        if tagged.tag[i] in (",", ";"):
            break
    return limit


def _cut_manner(tagged: Tagged, start: int, limit: int) -> int:
    """End a content before how it was said: "confirmed the sale | in an email"."""
    for i in range(limit - 1, max(start + 1, limit - 12), -1):
        if tagged.low[i] in ("in", "on", "during", "via") and tagged.word(i + 1) in ("a", "an"):
            end = phrase_end(tagged, i + 1, limit)
            said = any(tagged.low[j] in tagged.cues.list("sayings") for j in range(i + 2, end))
            return i if said and not tagged.clause_verb(i + 1, limit) else limit
        if tagged.tag[i] in (",", ";", "Q"):
            break
    return limit


def _cut_words(tagged: Tagged, start: int, limit: int, frame: Frame) -> int:
    """End indirect speech before ", but", ", though …" and a last ", which …"."""
    if frame.opener not in ("that", "clause", "np", "wh", "inf"):
        return limit
    for i in range(start + 1, limit - 1):
        if tagged.tag[i] not in (",", "-"):
            continue
        word = tagged.low[i + 1]
        if word in _CUTTING and tagged.clause(i + 2, limit):
            return i
        if word == "which" and not any(tagged.tag[j] == "," for j in range(i + 1, limit)):
            return i
    return limit


def _after_lead(reader: Reader, frame: Frame) -> list[Range]:
    tagged = reader.tagged
    start = frame.stop
    while start < len(tagged) and tagged.tag[start] == ",":
        start += 1
    limit = reader.ceiling(start)
    for other in _later(reader, frame, start):
        if other.mode != "post" or other.left >= limit:
            continue
        if tagged.at(other.mark) == "," and other.stop >= limit:
            limit = other.mark
    return [(start, limit)] if start < limit else []


def _backward(reader: Reader, frame: Frame) -> list[Range]:
    """Content in front of the cue, and what goes on behind it."""
    tagged = reader.tagged
    begin = _piece_start(reader, frame)
    end = frame.left
    while end > begin and tagged.tag[end - 1] in (",", "-"):
        end -= 1
    first = [(begin, end)] if begin < end else []
    rest = _rest(reader, frame, begin, end)
    if rest is not None and tagged.tag[rest[0]] in ("V", "X"):
        first = [(_middle_start(tagged, begin, end), end)]
    return [*first, *([rest] if rest else [])]


def _middle_start(tagged: Tagged, begin: int, end: int) -> int:
    """Return where the clause begins whose verb follows a frame: ", which, X said, means …"."""
    for i in range(end - 1, begin, -1):
        if tagged.finite(i):
            break
        if tagged.tag[i] in ("R", "T") and tagged.clause_verb(begin, i):
            return i if tagged.tag[i] == "R" else i + 1
    return begin


def _piece_start(reader: Reader, frame: Frame) -> int:
    """Return where the content of a post frame begins: after the frame before it, at the start."""
    tagged = reader.tagged
    floor = reader.floor(frame.left)
    earlier = [
        f
        for f in reader.frames
        if f.mode == "post" and floor <= f.left < frame.left and f.stop < frame.left
    ]
    if not earlier or frame.draft.way == "via":
        return _skip_lead(tagged, floor)
    begin = earlier[-1].stop
    joint = next(
        (
            i
            for i in range(begin, frame.left)
            if tagged.tag[i] in ("C",) and tagged.at(i + 1) != "Q"
        ),
        None,
    )
    if joint is not None:
        return joint + 1
    while begin < frame.left and tagged.tag[begin] in (",", "-"):
        begin += 1
    if begin == frame.left:  # "C, according to Y, X said": X answers for the whole
        return _piece_start(reader, earlier[-1])
    return begin


def _skip_lead(tagged: Tagged, floor: int) -> int:
    i = floor
    while i < len(tagged) and tagged.tag[i] in ("-", ",", "•", ")"):
        i += 1
    if tagged.at(i) == "C" and tagged.low[i] in ("but", "and"):
        return i + 1
    return i


def _rest(reader: Reader, frame: Frame, begin: int, end: int) -> Range | None:
    """Return what goes on behind a frame in the middle of its content."""
    tagged = reader.tagged
    i = frame.stop
    if tagged.at(i) == ":" or (tagged.at(i) == "Q"):
        start = i + (tagged.at(i) == ":")
        return (start, reader.ceiling(start)) if tagged.at(start) == "Q" else None
    if tagged.at(i) not in (",", "-"):
        return None
    start = i + 1
    limit = reader.ceiling(start)
    for other in _later(reader, frame, start):
        limit = min(limit, _rest_limit(tagged, other, start))
    if start >= limit or not _goes_on(tagged, start, tagged.clause(begin, end), limit):
        return None
    if tagged.tag[start] == "T":
        start += 1
    return start, limit


def _rest_limit(tagged: Tagged, other: Frame, start: int) -> int:
    if other.mode == "post":
        joint = next(
            (
                i
                for i in range(start, other.left)
                if tagged.tag[i] == "C" and tagged.at(i + 1) != "Q"
            ),
            None,
        )
        return joint if joint is not None else other.mark
    if tagged.at(other.mark) in ("C", "S"):
        return other.mark - 1 if tagged.at(other.mark - 1) == "," else other.mark
    return other.left


def _goes_on(tagged: Tagged, start: int, whole: bool, limit: int) -> bool:
    tag, word = tagged.tag[start], tagged.low[start]
    if tag in ("Q", "T", "V", "X"):
        return True
    if not whole:
        return tag not in ("G",) or word not in tagged.cues.list("trailing")
    if word in tagged.cues.list("trailing"):
        return word in ("and", "in", "at", "but") and tagged.clause(start, limit) and word == "and"
    return tag == "P" and word not in ("without", "despite", "amid", "during")
