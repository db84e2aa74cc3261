"""Reads voices that share a verb: "A puts it at 9 and B at 12", "A counts 9, B 12 and C at least 7"."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.words import Tagged

_LONGEST_NAME = 7


def split_gapped(reader: Reader) -> None:
    """Part a content in which other voices give figures of their own."""
    for frame in list(reader.frames):
        if frame.mode == "pre" and len(frame.draft.content) == 1 and frame.draft.source:
            _split(reader, frame)


def _split(reader: Reader, frame: Frame) -> None:
    tagged = reader.tagged
    low, high = frame.draft.content[0]
    number = next((i for i in range(low, high) if tagged.tag[i] == "#"), None)
    if number is None or any(tagged.finite(i) for i in range(low, number)):
        return
    lead = _before_number(tagged, number, low)
    links = {tagged.low[lead - 1]} if lead > low and tagged.tag[lead - 1] in "PS" else set()
    links |= set(frame.draft.cue.particle[-1:]) if lead == low else set()
    colon = next((i for i in range(low, high) if tagged.tag[i] == ":"), high)
    parts: list[tuple[int, Range, int]] = []
    i = number + 1
    while i < colon:
        if tagged.finite(i) and tagged.at(i + 1) not in (",", "C"):
            break
        found = _voice_at(reader, i, colon, links)
        if found is None:
            i += 1
            continue
        parts.append((i, *found))
        i = found[1]
    if not parts:
        return
    shared = (low, lead - 1) if lead - 1 > low and links else None
    rest = [(colon + 1, high)] if colon + 1 < high else []
    ends = [mark for mark, _, _ in parts[1:]] + [colon]
    frame.draft.content = [(low, parts[0][0]), *rest]
    for (_, source, begin), end in zip(parts, ends, strict=True):
        _add(reader, frame.draft, source, [*([shared] if shared else []), (begin, end), *rest])


def _add(reader: Reader, first: Draft, source: Range, content: list[Range]) -> None:
    draft = reader.draft(
        "verb", f"{first.cue.lemma}: shares the verb before", first.cue, [source], list(first.cues)
    )
    draft.content, draft.parent = content, first.parent
    reader.extra.append(draft)


def _before_number(tagged: Tagged, number: int, low: int) -> int:
    """Return where the words begin that qualify a number: "at least 40"."""
    i = number
    while i > low and tagged.low[i - 1] in tagged.cues.list("qualifiers"):
        word, after = tagged.low[i - 1], tagged.word(i)
        if (word == "at" and after not in ("least", "most")) or word == "as" == after:
            break
        if word == "to" and tagged.word(i - 2) != "up":
            break
        i -= 1
    return i


def _voice_at(reader: Reader, mark: int, stop: int, links: set[str]) -> tuple[Range, int] | None:
    """Return the source behind a comma or "and" and where its figure begins; None for none."""
    tagged = reader.tagged
    if tagged.tag[mark] not in (",", "C") or tagged.low[mark] in ("or", "but", "nor"):
        return None
    start = mark + 1
    while start < stop and (tagged.tag[start] == "C" or tagged.low[start] == "while"):
        start += 1
    end = start
    while end < stop and tagged.tag[end] in ("N", "D") and end - start < _LONGEST_NAME:
        if tagged.low[end] in tagged.cues.list("qualifiers"):
            break
        end += 1
    if end == start or not _may_speak(reader, start, end):
        return None
    begin = end
    if links:
        if tagged.word(end) not in links:
            return None
        begin += tagged.low[end] in ("of", "about")
    figure = begin
    while figure < stop and (
        tagged.low[figure] in links | tagged.cues.list("qualifiers") or tagged.tag[figure] in "$€£"
    ):
        figure += 1
    return ((start, end), begin) if tagged.at(figure) == "#" else None


def _may_speak(reader: Reader, start: int, end: int) -> bool:
    tagged = reader.tagged
    if any(tagged.low[i] in tagged.cues.list("times") for i in range(start, end)):
        return False
    kind = reader.kind(reader.view, start, end)
    return kind is not None and (tagged.view.capital(start) or tagged.tag[start] == "D")
