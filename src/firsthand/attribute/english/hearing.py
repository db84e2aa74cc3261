"""Frames of English verbs by which one has heard or seen what is told."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.after import After, after_cue
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.groups import VerbGroup
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.phrases import source_ranges
from firsthand.attribute.english.subjects import Subject, subject_of


def read_was_told(reader: Reader, group: VerbGroup, limit: int) -> None:
    """Read "X was told by Y that C": the word is that of Y, had through X."""
    tagged = reader.tagged
    sources: list[Range] = []
    content = group.end
    if tagged.word(content) == "by":
        sources, content = source_ranges(reader, content + 1, limit)
        if sources and _is_means(reader, sources[0]):
            return
    while content < limit and tagged.tag[content] not in ("T", "Q", ":"):
        content += 1
    if content >= limit:
        return
    content += tagged.tag[content] != "Q"
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    own = subject is not None and tagged.tag[subject.start] not in ("H", "R")
    left = subject.outer if subject is not None else group.start
    inners: list[Draft] = []
    for source in sources:
        cues = (group.start, group.end + 1)
        inner = reader.draft("verb", f"{group.cue.lemma}: told by", group.cue, [source], [cues])
        inners.append(inner)
        reader.frames.append(
            Frame(inner, "pre", left, content, content, "that", source, group.head)
        )
    if (
        own
        and subject is not None
        and (not sources or _passes_on(reader, (subject.start, subject.end)))
    ):
        outer = reader.draft(
            "verb",
            f"{group.cue.lemma}: had heard from another",
            group.cue._replace(sense="hear", stance=None),
            [(subject.start, subject.end)],
            [(group.start, group.end)],
        )
        start = sources[0][0] if sources else content
        for inner in inners:
            inner.parent = outer
        reader.frames.append(
            Frame(
                outer,
                "pre",
                subject.outer,
                start,
                start,
                "that",
                (subject.start, subject.end),
                group.head,
            )
        )


def _is_means(reader: Reader, source: Range) -> bool:
    """Tell how something was told from who told it: "by text message", "by telephone"."""
    tagged = reader.tagged
    bare = tagged.tag[source[0]] == "N" and not tagged.view.capital(source[0])
    return bare and tagged.low[source[1] - 1] in tagged.cues.list("manner")


def read_hear(reader: Reader, group: VerbGroup) -> None:
    """Read "X learned (from Y) that C"."""
    tagged = reader.tagged
    if group.negated or group.modal:
        return
    limit = reader.ceiling(group.end)
    start = group.end
    sources: list[Range] = []
    if tagged.word(start) in ("from", "through", "via"):
        sources, start = source_ranges(reader, start + 1, limit)
    after = after_cue(
        tagged, VerbGroup(group.start, group.head, start, group.cue, group.form), limit
    )
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    if subject is None:
        return
    own = tagged.tag[subject.start] not in ("H", "R")
    if after.opener in ("that", "clause", "quote", "colon"):
        _heard_that(reader, group, subject, after, sources, own=own)
    elif own and after.opener == "none" and tagged.at(subject.outer - 1) in (",", "Q", "-"):
        source = (subject.start, subject.end)
        draft = _heard(reader, group, source, "an outlet has heard, content before")
        for each in sources:
            inner = reader.draft(
                "citing",
                f"{group.cue.lemma}: heard from",
                group.cue._replace(stance=None),
                [each],
                [(group.start, group.end + 1)],
            )
            inner.parent = inner.shares = draft
            reader.extra.append(inner)
        reader.frames.append(
            Frame(
                draft,
                "post",
                subject.outer,
                after.stop,
                limit,
                subject=source,
                head=group.head,
            )
        )


def _heard_that(
    reader: Reader,
    group: VerbGroup,
    subject: Subject,
    after: After,
    sources: list[Range],
    *,
    own: bool,
) -> None:
    """Add those from whom it was heard and, where it passes things on, the one who heard it."""
    inners: list[Draft] = []
    for source in sources:
        cue = group.cue._replace(stance=None)
        rule = f"{cue.lemma}: heard from"
        inner = reader.draft("verb", rule, cue, [source], [(group.start, group.end + 1)])
        inners.append(inner)
        left, stop, content = subject.outer, after.stop, after.content
        reader.frames.append(
            Frame(inner, "pre", left, stop, content, after.opener, source, group.head)
        )
    hearer = (subject.start, subject.end)
    if not own or (sources and not _passes_on(reader, hearer)):
        return
    content = sources[0][0] if sources else after.content
    outer = _heard(reader, group, hearer, "an outlet has heard")
    outer.when = after.when
    for inner in inners:
        inner.parent = outer
    reader.frames.append(
        Frame(outer, "pre", subject.outer, content, content, after.opener, hearer, group.head)
    )


def _heard(reader: Reader, group: VerbGroup, hearer: Range, how: str) -> Draft:
    cues = [(group.start, group.end)]
    return reader.draft("verb", f"{group.cue.lemma}: {how}", group.cue, [hearer], cues)


def _passes_on(reader: Reader, hearer: Range) -> bool:
    """Tell whether one who heard something passes it on: an outlet, a body; no court or crowd."""
    kind = reader.kind(reader.view, *hearer)
    if reader.medium(reader.view, *hearer) or kind in ("research-body", "intelligence-service"):
        return True
    named = reader.tagged.view.capital(hearer[1] - 1)
    return named and kind in ("unknown", "international-body", "government", None)


def read_see(reader: Reader, group: VerbGroup) -> None:
    """Read "Reuters has seen a contract …" and, inside speech, "my nephew saw C"."""
    tagged = reader.tagged
    if group.negated or group.modal or tagged.at(group.start - 1) in ("R",):
        return
    limit = reader.ceiling(group.end)
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    if subject is None:
        return
    source = (subject.start, subject.end)
    end = phrase_end(tagged, group.end, limit)
    if end <= group.end:
        return
    if _is_kin(reader, source) and group.cue.lemma in ("see", "watch", "witness"):
        draft = reader.draft(
            "witness",
            "somebody's relative or contact saw it",
            group.cue._replace(sense="say", stance=None),
            [source],
            [(group.start, group.end)],
        )
        reader.frames.append(
            Frame(draft, "pre", subject.outer, group.end, group.end, "np", source, group.head)
        )
    elif (
        tagged.tag[subject.start] not in ("H", "R")
        and reader.medium(reader.view, *source)
        and reader.kind(reader.view, group.end, end) == "document"
    ):
        draft = reader.draft(
            "verb",
            f"{group.cue.lemma}: an outlet has seen a document",
            group.cue,
            [source],
            [(group.start, group.end)],
        )
        reader.frames.append(
            Frame(draft, "pre", subject.outer, group.end, group.end, "np", source, group.head)
        )


def _is_kin(reader: Reader, source: Range) -> bool:
    tagged = reader.tagged
    low, high = source
    return tagged.low[low] in tagged.cues.list("possessives") and tagged.low[
        high - 1
    ] in tagged.cues.list("kin")
