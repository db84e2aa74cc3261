"""Nouns with a content and verbs of rumour: "Bericht der Zeit, wonach C", "soll … haben"."""

from __future__ import annotations

from firsthand.attribute.clausal.rules import Segment, Sentence
from firsthand.attribute.draft import Range
from firsthand.vocabulary.cues import Cue

RUMOUR = Cue("sollen", "say", "reports", 0.5, voice=True, takes=frozenset())


def read_nouns(sentence: Sentence) -> None:
    """Add the frames of nouns that have a content of their own."""
    rules = sentence.rules
    for number, segment in enumerate(sentence.segments):
        for i in range(segment.start, segment.end):
            cue = rules.cues.nouns.get(sentence.low[i])
            if (
                cue is None
                or i in sentence.taken
                or (rules.article and not sentence.view.capital(i))
            ):
                continue
            if any(low <= i < high for low, high in segment.holes) or _is_source(sentence, i):
                continue
            _read_noun(sentence, number, i, cue)


def _is_source(sentence: Sentence, i: int) -> bool:
    return any(low <= i < high for d in sentence.drafts for low, high in d.source)


def _read_noun(sentence: Sentence, number: int, i: int, cue: Cue) -> None:
    rules, segment = sentence.rules, sentence.segments[number]
    following = sentence.segments[number + 1] if number + 1 < len(sentence.segments) else None
    opens = (
        following is not None
        and segment.after == ","
        and sentence.low[following.start] in rules.list("that") | {"dass"}
    )
    end = segment.end
    if end - 2 > i and sentence.low[end - 1] in ("том", "те"):
        end -= 2  # "сообщение о том, что"
    source: Range | None = (i + 1, end) if i + 1 < end else None
    about = next(
        (j for j in range(i + 1, segment.end) if sentence.low[j] in ("о", "об", "про", "über")),
        None,
    )
    if opens and following is not None:
        if source is not None and not _speaks(sentence, source):
            source = None
        content = [(following.start + 1, sentence.stop(number + 1))]
    elif about is not None and about + 1 < segment.end and cue.stance == "reports":
        source = (i + 1, about) if about > i + 1 else None
        content = [(about, segment.end)]
    else:
        return
    if source is None and cue.stance not in ("reports", "alleges"):
        return
    way = "noun" if source is not None else "nobody"
    draft = sentence.add(
        "noun" if way == "noun" else "nobody",
        f"“{sentence.low[i]}” and its content",
        cue,
        source,
        [(i, i + 1)],
    )
    draft.content = content
    draft.left = i


def _speaks(sentence: Sentence, source: Range) -> bool:
    kind = sentence.kind(sentence.view, *source)
    return kind is not None and kind != "document"


def read_rumour(sentence: Sentence) -> None:
    """Read "Der Frachter soll Kohle geladen haben": the modal verb names nobody."""
    words = sentence.rules.list("rumour")
    if not words:
        return
    for number, segment in enumerate(sentence.segments):
        at = next(
            (i for i in range(segment.start + 1, segment.end) if sentence.low[i] in words), None
        )
        if at is None or segment.end - at < 3 or not _infinitive_ends(sentence, segment):
            continue
        if any(
            d.way == "by" and any(low <= at < high for low, high in d.content)
            for d in sentence.drafts
        ):
            continue
        draft = sentence.add(
            "nobody", "“soll” with an infinitive: hearsay", RUMOUR, None, [(at, at + 1)]
        )
        stop = sentence.stop(number)
        draft.content = [(segment.start, at), (at + 1, stop)]


def _infinitive_ends(sentence: Sentence, segment: Segment) -> bool:
    """Tell whether a perfect infinitive ends the clause: what is said to have happened."""
    return (
        sentence.low[segment.end - 1] in ("haben", "sein", "werden")
        and segment.end - segment.start > 3
    )
