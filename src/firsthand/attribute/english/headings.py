"""Voices of headlines and of sentences that open with one: "NHK: C", "C: report", "C – Reuters"."""

from __future__ import annotations

from firsthand.attribute.draft import Range
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.groups import groups_of
from firsthand.attribute.english.nouns import phrase_end_simple
from firsthand.attribute.phrase import MEDIA
from firsthand.vocabulary.cues import Cue

COLON = Cue(":", "say", None, 0.0, voice=True, takes=frozenset({"clause"}))
_LONGEST = 7


def read_headings(reader: Reader) -> None:
    """Add the frames of colons and dashes that set off a voice."""
    tagged = reader.tagged
    for i, tag in enumerate(tagged.tag):
        if tag == ":":
            _read_colon(reader, i)
    _read_dash(reader)


def _read_colon(reader: Reader, colon: int) -> None:
    tagged = reader.tagged
    start = colon
    while start > 0 and tagged.tag[start - 1] not in (";", ":", ".", "•", "|"):
        start -= 1
    limit = reader.ceiling(colon)
    words = " ".join(tagged.low[start:colon])
    labels = tagged.cues.list("no_voice_headings")
    if not reader.view.headline:
        labels |= tagged.cues.list("labels")
    if words in labels:
        reader.labels.update(range(start, colon))
        return
    if any(g.end == colon for g in groups_of(reader.tagged)):
        return
    if colon - start <= _LONGEST and colon + 1 < limit:
        source = _voice(reader, start, colon)
        if source is not None:
            draft = reader.draft(
                "heading", "a colon after a voice", COLON, [source], [(colon, colon + 1)]
            )
            reader.frames.append(
                Frame(draft, "pre", start, colon + 1, colon + 1, "heading", source, colon)
            )
            return
    if (
        limit - colon - 1 <= 4
        and limit == len(tagged)
        and tagged.at(len(tagged) - 1) not in (".", "?")
    ):
        source = _voice(reader, colon + 1, limit)
        if source is not None and colon - start > 1:
            draft = reader.draft(
                "heading", "a voice after a colon", COLON, [source], [(colon, colon + 1)]
            )
            draft.content = [(start, colon)]
            reader.extra.append(draft)


def _read_dash(reader: Reader) -> None:
    """Read "BNS - C" and "C – Reuters"."""
    tagged = reader.tagged
    for i, tag in enumerate(tagged.tag):
        if tag != "-":
            continue
        ended = tagged.at(len(tagged) - 1) == "." and reader.kind(reader.view, 0, i) not in MEDIA
        if 0 < i <= 4 and not ended and reader.medium(reader.view, 0, i) and i + 3 < len(tagged):
            draft = reader.draft("heading", "a dash after an agency", COLON, [(0, i)], [(i, i + 1)])
            reader.frames.append(Frame(draft, "pre", 0, i + 1, i + 1, "heading", (0, i), i))
            reader.opened.add(i + 1)
            return
        if (
            len(tagged) - i - 1 <= 4
            and i > 2
            and i + 1 < len(tagged)
            and tagged.at(len(tagged) - 1) != "."
        ):
            source = _voice(reader, i + 1, len(tagged))
            if source is not None:
                draft = reader.draft(
                    "heading", "a voice after a dash", COLON, [source], [(i, i + 1)]
                )
                draft.content = [(0, i)]
                reader.extra.append(draft)
            return


def _voice(reader: Reader, start: int, end: int) -> Range | None:
    """Return the tokens if they name somebody who can say something."""
    tagged = reader.tagged
    words = " ".join(tagged.low[start:end])
    if (
        not words
        or words in tagged.cues.list("no_voice_headings")
        or tagged.low[start] in ("why", "how", "what")
    ):
        return None
    for i in range(start, end):  # "Zelensky on talks: …"
        if (
            tagged.tag[i] in ("P", "S")
            and i > start
            and tagged.low[i] in ("on", "about", "to", "after", "in")
        ):
            end = i
            break
    if tagged.clause(start, end):
        return None
    if phrase_end_simple(tagged, start) < end and not any(
        tagged.tag[i] in ("P", "C") for i in range(start, end)
    ):
        return None
    kind = reader.kind(reader.view, start, end)
    if tagged.tag[start] == "#" or (kind == "unknown" and end - start > 3):
        return None
    if kind is not None and (
        kind != "document"
        or tagged.low[end - 1]
        in ("report", "reports", "study", "survey", "poll", "data", "documents", "ministry")
    ):
        return start, end
    return None
