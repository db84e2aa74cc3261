"""Frames of verbs that cite, hear or see, of passives and of -ing forms."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.after import after_cue
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.nouns import phrase_end, subject_of
from firsthand.attribute.english.phrases import source_ranges
from firsthand.attribute.english.verbs import antecedent, read_finite
from firsthand.attribute.english.words import VerbGroup
from firsthand.vocabulary.cues import Cue

_HEARD = ("told", "informed", "assured", "briefed", "warned", "notified", "advised", "reminded")


def read_group(reader: Reader, group: VerbGroup) -> None:
    """Read one cue verb by the rule that its form and sense ask for."""
    if group.form == "passive":
        _read_passive(reader, group)
    elif group.form == "ing":
        _read_ing(reader, group)
    elif group.form != "finite":
        return
    elif group.cue.sense == "cite":
        _read_cite(reader, group)
    elif group.cue.sense == "hear":
        _read_hear(reader, group)
    elif group.cue.sense == "see":
        _read_see(reader, group)
    else:
        read_finite(reader, group)


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


def _read_cite(reader: Reader, group: VerbGroup) -> None:
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


def _read_passive(reader: Reader, group: VerbGroup) -> None:
    tagged = reader.tagged
    word = tagged.low[group.head]
    if group.negated and group.cue.stance != "denies":
        return
    limit = reader.ceiling(group.end)
    if group.cue.sense == "cite":
        _read_was_quoted(reader, group, limit)
    elif (word in _HEARD and tagged.word(group.end) == "by") or (
        word in _HEARD and tagged.at(group.end) == "T"
    ):
        _read_was_told(reader, group, limit)
    elif word in tagged.cues.passives and tagged.word(group.end) == "to":
        _read_impersonal(reader, group, limit)
    elif tagged.word(group.end) == "by" and group.cue.sense in ("say", "show") and not group.modal:
        _read_by_agent(reader, group, limit)
    elif any(f.head in (group.start - 1, group.start) for f in reader.frames):
        return  # "it was reported that" is a phrase of the lexicon
    elif tagged.word(group.start - 1) == "it" and tagged.at(group.end) == "T" and group.cue.voice:
        cue = tagged.cues.passives.get(word, group.cue)
        draft = reader.draft(
            "nobody",
            "an impersonal passive: nobody is named",
            cue._replace(stance=cue.stance or "reports"),
            [],
            [(group.start - 1, group.end)],
        )
        reader.frames.append(
            Frame(draft, "pre", group.start - 1, group.end, group.end + 1, "that", head=group.head)
        )


def _read_was_quoted(reader: Reader, group: VerbGroup, limit: int) -> None:
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
        elif tagged.at(subject.outer - 1) in (",", "Q"):
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


def _read_was_told(reader: Reader, group: VerbGroup, limit: int) -> None:
    """Read "X was told by Y that C": the word is that of Y, had through X."""
    tagged = reader.tagged
    sources: list[Range] = []
    content = group.end
    if tagged.word(content) == "by":
        sources, content = source_ranges(reader, content + 1, limit)
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


def _read_impersonal(reader: Reader, group: VerbGroup, limit: int) -> None:
    """Read "X is said to have …": the passive names nobody."""
    tagged = reader.tagged
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    follows = tagged.at(group.end + 1)
    if subject is None or follows not in ("B", "A"):
        return
    cue = tagged.cues.passives[tagged.low[group.head]]
    if group.cue.stance == "expects" and tagged.low[group.head] != "estimated":
        cue = cue._replace(stance="expects", hedge=0.3)
    start = group.end
    while tagged.word(start) in ("to", "not"):
        start += 1
    draft = reader.draft(
        "nobody",
        f"“{reader.view.words(group.start, group.end)} to”: nobody is named",
        cue,
        [],
        [(group.start, group.end + 1)],
    )
    first = subject.start
    if tagged.tag[first] == "R":
        found = antecedent(reader, first)
        first = found[0] if found else first
    draft.content = [(first, group.start), (start, limit)]
    reader.extra.append(draft)


def _read_by_agent(reader: Reader, group: VerbGroup, limit: int) -> None:
    """Read "The strike was first reported by X"."""
    tagged = reader.tagged
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    if (
        subject is None
        or group.cue.takes.isdisjoint({"np", "quote"})
        or tagged.tag[subject.start] == "R"
    ):
        return
    sources, _ = source_ranges(reader, group.end + 1, limit)
    for source in sources:
        draft = reader.draft(
            "verb",
            f"{group.cue.lemma}: a passive with its doer",
            group.cue,
            [source],
            [(group.start, group.end + 1)],
        )
        draft.content = [(subject.start, subject.end)]
        reader.extra.append(draft)


def _read_hear(reader: Reader, group: VerbGroup) -> None:
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
    inners: list[Draft] = []
    if after.opener in ("that", "clause", "quote", "colon"):
        for source in sources:
            inner = reader.draft(
                "verb",
                f"{group.cue.lemma}: heard from",
                group.cue,
                [source],
                [(group.start, group.end + 1)],
            )
            inner.cue = group.cue._replace(stance=None)
            inners.append(inner)
            reader.frames.append(
                Frame(
                    inner,
                    "pre",
                    subject.outer,
                    after.stop,
                    after.content,
                    after.opener,
                    source,
                    group.head,
                )
            )
        if own and (not sources or _passes_on(reader, (subject.start, subject.end))):
            content = sources[0][0] if sources else after.content
            outer = reader.draft(
                "verb",
                f"{group.cue.lemma}: an outlet has heard",
                group.cue,
                [(subject.start, subject.end)],
                [(group.start, group.end)],
            )
            outer.when = after.when
            for inner in inners:
                inner.parent = outer
            reader.frames.append(
                Frame(
                    outer,
                    "pre",
                    subject.outer,
                    content,
                    content,
                    after.opener,
                    (subject.start, subject.end),
                    group.head,
                )
            )
    elif (
        own
        and not sources
        and after.opener == "none"
        and tagged.at(subject.outer - 1) in (",", "Q", "-")
    ):
        draft = reader.draft(
            "verb",
            f"{group.cue.lemma}: an outlet has heard, content before",
            group.cue,
            [(subject.start, subject.end)],
            [(group.start, group.end)],
        )
        reader.frames.append(
            Frame(
                draft,
                "post",
                subject.outer,
                after.stop,
                limit,
                subject=(subject.start, subject.end),
                head=group.head,
            )
        )


def _passes_on(reader: Reader, hearer: Range) -> bool:
    """Tell whether one who heard something passes it on: an outlet, a body; no court or crowd."""
    kind = reader.kind(reader.view, *hearer)
    if reader.medium(reader.view, *hearer) or kind in ("research-body", "intelligence-service"):
        return True
    named = reader.tagged.view.capital(hearer[1] - 1)
    return named and kind in ("unknown", "international-body", "government", None)


def _read_see(reader: Reader, group: VerbGroup) -> None:
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


def _read_ing(reader: Reader, group: VerbGroup) -> None:
    """Read ", adding that C" and "… before warning that C": the source of the verb before."""
    tagged = reader.tagged
    before = tagged.at(group.start - 1)
    led = before == "," or (
        before in ("C", "S") and tagged.word(group.start - 1) in ("and", "before", "while", "after")
    )
    if not led or not group.cue.voice or group.negated or group.cue.sense not in ("say", "show"):
        return
    limit = reader.ceiling(group.end)
    after = after_cue(tagged, group, limit)
    earlier = [
        f
        for f in reader.frames
        if f.head < group.head and f.draft.source and f.draft.way in ("verb", "by")
    ]
    strong = after.opener in ("that", "quote", "colon", "clause", "wh")
    if not strong and not (
        after.opener == "np"
        and earlier
        and group.cue.lemma in ("reveal", "claim", "deny", "report")
    ):
        return
    if earlier:
        source = earlier[-1].draft.source
    else:
        floor = reader.floor(group.start)
        verb = next((i for i in range(floor, group.start) if tagged.finite(i)), None)
        subject = subject_of(tagged, verb, floor) if verb is not None else None
        if subject is None:
            return
        source = [(subject.start, subject.end)]
    draft = reader.draft(
        "verb",
        f"{group.cue.lemma}: goes on with the source of the verb before",
        group.cue,
        list(source),
        [(group.start, group.end)],
    )
    if earlier:
        draft.parent = earlier[-1].draft.parent
    reader.frames.append(
        Frame(
            draft,
            "joined",
            group.start - 1,
            after.stop,
            after.content,
            after.opener,
            source[0],
            group.head,
        )
    )
