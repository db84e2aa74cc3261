"""Frames of finite verbs: "X said that C", "C, X said", "C, said X", "as X said", "and said C"."""

from __future__ import annotations

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.after import After, after_cue
from firsthand.attribute.english.fits import fits
from firsthand.attribute.english.frame import Frame, Mode, Reader
from firsthand.attribute.english.groups import VerbGroup
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.subjects import Subject, split_members, subject_of
from firsthand.vocabulary.cues import cues

_ENDS = frozenset({",", ".", ";", "-", "", "Q", "?", "!", "A", "P", ":", "S", "C", "…", "G"})


LONGEST_ADJUNCT = 9
"""Tokens; what is longer in front of ", X said" holds a verb that no list has."""
_TELLING = frozenset({"reveal", "disclose", "report", "confirm", "announce"})


_FIRST = frozenset({"i", "we", "you"})
"""Inside direct speech the speaker, or the one who is spoken to: no voice of its own."""


_NOBODY = frozenset({"neither", "no", "nobody", "none", "nor"})


def read_finite(reader: Reader, group: VerbGroup) -> None:
    """Add the frames of one finite verb group."""
    if not _speaks(group):
        return
    limit = reader.ceiling(group.end)
    after = after_cue(reader.tagged, group, limit)
    marked = after.opener in ("that", "colon") and after.inserts == []
    inverted = None if marked else _inverted(reader, group)
    if inverted is not None:
        _add_inverted(reader, group, inverted)
        return
    subject = _subject(reader, group)
    if subject is None:
        return
    start, end, outer, joined = subject
    if reader.nested and reader.tagged.low[start] in _FIRST:
        return
    if reader.tagged.word(start) in _NOBODY:
        return  # "Neither Berlin nor Paris denied that …" is nobody's word
    mode = _mode(reader, group, after, outer, joined=joined)
    if mode is None or not fits(reader, group, after, (start, end), mode):
        return
    _add(reader, group, after, mode, (start, end, outer))


def _speaks(group: VerbGroup) -> bool:
    if not group.cue.voice:
        return False
    if group.negated and group.cue.stance != "denies":
        return False
    return (
        not group.modal
        or group.cue.lemma in _TELLING
        or (group.cue.stance == "denies" and group.negated)
    )


def _inverted(reader: Reader, group: VerbGroup) -> Range | None:
    """Return the subject behind the verb: `"…", said X` and `C, reports X`."""
    tagged = reader.tagged
    if "invert" not in group.cue.takes or group.start != group.head:
        return None
    before = tagged.at(group.start - 1)
    if before not in (",", "Q", "-", "?", "!", "…"):
        return None
    floor = reader.floor(group.start)
    bare = reader.view.headline and group.start - floor > 2  # "12 ships gone, says London"
    if not bare and not _content_before(reader, floor, group.start - 1):
        return None
    limit = reader.ceiling(group.end)
    start = group.end
    end = phrase_end(tagged, start, limit)
    if (
        end <= start
        or tagged.at(end) not in _ENDS
        or (tagged.low[start] in ("that", "it") and end - start == 1 and before == ",")
    ):
        return None
    if tagged.at(end) in (",",) and tagged.at(end + 1) in ("V", "X") and before == ",":
        return None
    return start, end


def _content_before(reader: Reader, floor: int, mark: int) -> bool:
    tagged = reader.tagged
    if tagged.tag[mark] == "Q" or (mark > floor and tagged.tag[mark - 1] == "Q"):
        return True
    return tagged.clause(floor, mark) or any(tagged.tag[i] == "Q" for i in range(floor, mark))


def _add_inverted(reader: Reader, group: VerbGroup, subject: Range) -> None:
    tagged = reader.tagged
    limit = reader.ceiling(group.end)
    tail = VerbGroup(group.start, group.head, subject[1], group.cue, group.form)
    stop = subject[1]
    if tagged.at(stop) == ",":
        stop = _apposition_end(reader, stop, limit)
    after = after_cue(
        tagged, VerbGroup(group.start, group.head, stop, group.cue, group.form), limit
    )
    if after.opener in ("clause", "np"):
        after.opener, after.stop = "none", stop
    draft = reader.draft(
        "verb",
        f"{group.cue.lemma}: the source follows",
        group.cue,
        [subject],
        [(group.start, group.end)],
    )
    draft.when = after.when
    _addressed(reader, draft, after)
    if after.opener == "colon":
        after.stop = after.content - 1
    reader.frames.append(
        Frame(draft, "post", group.start, after.stop, limit, subject=subject, head=group.head)
    )
    del tail


def _apposition_end(reader: Reader, comma: int, limit: int) -> int:
    """Return the index after ", a spokeswoman for X" when it ends at a mark; else the comma."""
    tagged = reader.tagged
    if tagged.at(comma + 1) == "R":
        for j in range(comma + 1, limit):
            if tagged.tag[j] == ",":
                return j
        return limit
    if tagged.at(comma + 1) not in ("D", "N", "#"):
        return comma
    end = phrase_end(tagged, comma + 1, limit)
    return (
        end
        if end > comma + 1 and (end >= limit or tagged.tag[end] in (",", ".", "-", ";"))
        else comma
    )


def _subject(reader: Reader, group: VerbGroup) -> tuple[int, int, int, bool] | None:
    """Return start, end, outer left edge and whether the subject is that of a verb before."""
    tagged = reader.tagged
    floor = reader.floor(group.start)
    before = tagged.at(group.start - 1)
    if before == "R" or (before == "T" and tagged.at(group.start - 2) in ("N", ",")):
        found = antecedent(reader, group.start - 1)
        return None if found is None else (*found, found[0], False)
    if before == "C" or (before == "," and _verb_list(reader, group)):
        shared = _shared_subject(reader, group, floor)
        if shared is not None:
            return (
                *shared,
                group.start
                - (before == "C" and tagged.at(group.start - 2) == ",")
                - (before == "C"),
                True,
            )
    subject: Subject | None = subject_of(tagged, group.start, floor)
    if subject is None:
        return None
    if reader.view.headline and group.start == subject.start:
        return None
    return subject.start, subject.end, subject.outer, False


def _verb_list(reader: Reader, group: VerbGroup) -> bool:
    return False


def antecedent(reader: Reader, relative: int) -> Range | None:
    """Return the noun phrase that a relative pronoun at `relative` refers to."""
    tagged = reader.tagged
    end = relative
    while end > 0 and tagged.tag[end - 1] in (",", "P", "-"):
        end -= 1
    if end == 0 or tagged.tag[end - 1] not in ("N", "#", ")", "H", "D"):
        return None
    start = end
    while start > 0:
        tag = tagged.tag[start - 1]
        if tag in ("D", "#", "H"):
            start -= 1
            if start > 0 and tagged.tag[start - 1] in ("D", "#"):
                continue
            if (
                start > 0
                and tagged.tag[start - 1] == "P"
                and tagged.low[start - 1] == "of"
                and start > 1
                and tagged.tag[start - 2] == "N"
            ):
                start -= 1
                continue
            break
        if tag in ("N", "(", ")", "&"):
            start -= 1
            continue
        if (
            tag == "P"
            and tagged.low[start - 1] in ("of", "at", "for", "in", "from", "by")
            and start > 1
            and tagged.tag[start - 2] == "N"
            and start < end
        ):
            start -= 1
            continue
        break
    return (start, end) if start < end else None


def _shared_subject(reader: Reader, group: VerbGroup, floor: int) -> Range | None:
    """Return the subject of the verb before, which "and said" goes on with."""
    tagged = reader.tagged
    earlier = [
        f
        for f in reader.frames
        if f.head < group.head and f.head >= floor and f.draft.way == "verb" and f.mode != "held"
    ]
    if earlier:
        return earlier[-1].draft.source[0] if earlier[-1].draft.source else None
    for i in range(floor, group.start):
        if tagged.finite(i):
            subject = subject_of(tagged, i, floor)
            if subject is not None and (
                group.cue.sense == "say" and tagged.tag[subject.start] != "R"
            ):
                return subject.start, subject.end
            return None
    return None


def _mode(
    reader: Reader, group: VerbGroup, after: After, outer: int, *, joined: bool
) -> Mode | None:
    tagged = reader.tagged
    floor = reader.floor(group.start)
    mark = outer - 1
    led_by_as = mark >= 0 and tagged.low[mark] == "as" and tagged.tag[mark] == "S"
    behind = after.opener if after.opener != "none" else ""
    if tagged.at(outer) == "S" and tagged.low[outer] == "as":
        led_by_as, mark = True, outer
    if led_by_as:
        if behind in ("that", "colon"):
            return "pre"
        return "lead" if mark == floor else "post"
    if joined:
        return "joined" if behind else None
    if after.stop < len(tagged) and behind == "np" and tagged.word(group.end) == "from":
        behind = ""
    if (
        behind == "quote"
        and after.content < len(tagged)
        and mark >= floor
        and tagged.tag[mark] in (",", "Q", "-")
        and _content_before(reader, floor, mark)
    ):
        return "post"
    if behind:
        return "pre"
    if (
        mark >= floor
        and tagged.tag[mark] in (",", "Q", "-", "?", "!", "…")
        and _any_content(reader, floor, mark)
    ):
        return "post"
    if (
        after.stop < len(tagged)
        and tagged.tag[after.stop] == ","
        and tagged.at(after.stop + 1) == "Q"
    ):
        return "pre"
    return None


def _any_content(reader: Reader, floor: int, mark: int) -> bool:
    """Tell whether something that can be said stands before a mark: more than an adjunct."""
    tagged = reader.tagged
    if _content_before(reader, floor, mark):
        return True
    if tagged.tag[floor] in ("S", "P", "A", "G", "C"):
        return tagged.tag[floor] == "P" and mark - floor >= LONGEST_ADJUNCT
    return mark - floor >= 2


def _add(
    reader: Reader, group: VerbGroup, after: After, mode: Mode, place: tuple[int, int, int]
) -> None:
    start, end, outer = place
    tagged = reader.tagged
    cue_range = (group.start, group.end)
    cue = group.cue
    if group.negated and cue.stance == "denies":
        cue = cue._replace(stance="asserts")
    rule = f"{cue.lemma}: {_RULES[mode]}"
    content = after.content
    if mode == "pre" and after.opener == "none":  # He said, "…"
        content = after.stop + 1
    left = outer
    if (
        mode in ("post", "lead")
        and outer > 0
        and tagged.low[outer - 1] == "as"
        and tagged.tag[outer - 1] == "S"
    ):
        left = outer - 1
    if cue.lemma == "claim" and after.opener == "np":
        cue = cue._replace(
            stance=None, hedge=0.2
        )  # claimed a purpose, a right: stated it of oneself
    members = [(start, end)] if mode == "joined" else split_members(tagged, start, end)
    for member in members:
        draft = reader.draft("verb", rule, cue, [member], [cue_range])
        draft.when = after.when
        draft.why += [
            f"steps over “{reader.view.words(low, high)[:60]}”" for low, high in after.inserts
        ]
        frame = Frame(draft, mode, left, after.stop, content, after.opener, member, group.head)
        frame.relative = tagged.at(group.start - 1) in ("R", "T")
        reader.frames.append(frame)
        _addressed(reader, draft, after)
        _calculated(reader, group, after, draft)


def _calculated(reader: Reader, group: VerbGroup, after: After, draft: Draft) -> None:
    """Read "calculated from X", "compiled using X": the material behind the figure."""
    tagged = reader.tagged
    at = group.end
    if group.cue.lemma not in cues("en").list("calculating") or tagged.word(at) not in (
        "from",
        "using",
        "with",
    ):
        return
    limit = reader.ceiling(at)
    end = phrase_end(tagged, at + 1, limit)
    if end == at + 1 or after.opener not in ("none",):
        return
    deeper = reader.draft(
        "citing", "the material of a calculation", group.cue, [(at + 1, end)], [(at, at + 1)]
    )
    deeper.parent = deeper.shares = draft
    reader.extra.append(deeper)


_RULES = {
    "pre": "source before, content behind",
    "post": "content before, source and verb behind",
    "lead": "“as X said” in front of the content",
    "joined": "goes on with the source of the verb before",
    "held": "content as told",
}


def _addressed(reader: Reader, draft: Draft, after: After) -> None:
    """Put an outlet that was told something in front: "X told Reuters that …"."""
    if after.addressee is None or not reader.medium(reader.view, *after.addressee):
        return
    outer = reader.draft(
        "told", f"{draft.cue.lemma}: told to an outlet", draft.cue, [after.addressee], draft.cues
    )
    draft.parent = outer
    outer.why.append("an outlet that was told something is the outer voice")
    reader.extra.append(outer)
