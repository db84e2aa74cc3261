"""Frames of verbs that cite, hear or see, of passives and of -ing forms."""

from __future__ import annotations

from firsthand.attribute.english.after import after_cue
from firsthand.attribute.english.cites import is_quoted, read_cite, read_was_quoted
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.groups import VerbGroup
from firsthand.attribute.english.hearing import read_hear, read_see, read_was_told
from firsthand.attribute.english.phrases import source_ranges
from firsthand.attribute.english.subjects import subject_of
from firsthand.attribute.english.verbs import antecedent, read_finite

_HEARD = ("told", "informed", "assured", "briefed", "warned", "notified", "advised", "reminded")


def read_group(reader: Reader, group: VerbGroup) -> None:
    """Read one cue verb by the rule that its form and sense ask for."""
    if group.head in reader.labels:
        return
    if group.form == "passive":
        _read_passive(reader, group)
    elif group.form == "ing":
        _read_ing(reader, group)
    elif group.form != "finite":
        return
    elif _said_to_be(reader, group):
        _read_impersonal(reader, group, reader.ceiling(group.end))
    elif group.cue.sense == "cite":
        read_cite(reader, group)
    elif group.cue.sense == "hear":
        read_hear(reader, group)
    elif group.cue.sense == "see":
        read_see(reader, group)
    else:
        read_finite(reader, group)


def _read_passive(reader: Reader, group: VerbGroup) -> None:
    tagged = reader.tagged
    word = tagged.low[group.head]
    if group.negated and group.cue.stance != "denies":
        return
    limit = reader.ceiling(group.end)
    if group.cue.sense == "cite" or is_quoted(reader, group, limit):
        read_was_quoted(reader, group, limit)
    elif (word in _HEARD and tagged.word(group.end) == "by") or (
        word in _HEARD and tagged.at(group.end) == "T"
    ):
        read_was_told(reader, group, limit)
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


def _said_to_be(reader: Reader, group: VerbGroup) -> bool:
    """Tell "Egypt said to be back", a headline without its "is"."""
    tagged = reader.tagged
    return (
        reader.view.headline
        and tagged.low[group.head] in tagged.cues.passives
        and tagged.word(group.end) == "to"
        and tagged.at(group.end + 1) in ("B", "X")
    )


def _read_impersonal(reader: Reader, group: VerbGroup, limit: int) -> None:
    """Read "X is said to have …": the passive names nobody."""
    tagged = reader.tagged
    subject = subject_of(tagged, group.start, reader.floor(group.start))
    follows = tagged.at(group.end + 1)
    if subject is None or follows not in ("B", "A", "X"):
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
    contains = group.cue.sense == "show" and group.cue.takes.isdisjoint({"clause", "that"})
    if (
        subject is None
        or contains  # "barred by paragraph 11"
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
