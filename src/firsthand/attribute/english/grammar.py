"""Reads one English view into drafts: frames first, then contents, then what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Callable

from firsthand.attribute.draft import Draft, Range
from firsthand.attribute.english.attach import (
    outer_voice,
    put_in_front,
    read_citing,
    relative_cite,
)
from firsthand.attribute.english.claims import read_figures, read_nouns
from firsthand.attribute.english.frame import Frame, Reader
from firsthand.attribute.english.gapping import split_gapped
from firsthand.attribute.english.groups import VerbGroup, groups_of
from firsthand.attribute.english.headings import read_headings
from firsthand.attribute.english.phrases import fill_nobody, read_phrases
from firsthand.attribute.english.scope import set_contents
from firsthand.attribute.english.special import read_group
from firsthand.attribute.english.subjects import subject_of
from firsthand.attribute.english.verb_tags import tag_words
from firsthand.attribute.english.verbs import antecedent
from firsthand.attribute.english.words import Tagged
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import cues

_BEHIND = frozenset({"cite", "hear", "see"})


def read_view(
    view: View,
    kind: Callable[[View, int, int], SpeakerKind | None],
    medium: Callable[[View, int, int], bool],
    *,
    nested: bool,
) -> list[Draft]:
    """Return the drafts of a view in the order of their cues.

    Args:
        view: Tokens of one sentence.
        kind: Tells the kind of the body or person that tokens name.
        medium: Tells an outlet or agency that is not the publisher.
        nested: The view stands inside somebody's direct speech.
    """
    reader = Reader(tag_words(view), kind, medium, nested=nested)
    groups = groups_of(reader.tagged)
    read_headings(reader)
    read_phrases(reader)
    for group in groups:
        read_group(reader, group)
    read_nouns(reader)
    read_figures(reader)
    set_contents(reader)
    split_gapped(reader)
    _drop_requests(reader)
    read_citing(reader)
    _relatives(reader)
    _finish(reader)
    drafts = [f.draft for f in reader.frames if f.draft.content] + reader.extra
    drafts = [d for d in drafts if d.content or d.shares or d.carried]
    return sorted(drafts, key=lambda d: d.cues[0] if d.cues else (0, 0))


def _drop_requests(reader: Reader) -> None:
    """Leave out "asked X to do" inside the words of another: it tells what was asked, no fact."""

    def asks(frame: Frame) -> bool:
        return frame.draft.cue.stance == "asks" and frame.opener == "inf"

    def told(frame: Frame) -> bool:
        return any(
            low <= frame.left and frame.head < high
            for other in reader.frames
            if other is not frame
            for low, high in other.draft.content
        )

    reader.frames = [f for f in reader.frames if not asks(f) or not told(f)]


def _relatives(reader: Reader) -> None:
    """Read relative clauses that cite: "X, which in turn referred to Y"."""
    tagged = reader.tagged
    for group in groups_of(tagged):
        if _published(reader, group):
            continue
        at = group.start - 1
        while at > 0 and tagged.tag[at] in ("A", "P") and tagged.tag[at] != "R":
            at -= 1
        if tagged.at(at) not in ("R", "T") or group.negated:
            continue
        if group.cue.sense == "see" and _habitual(tagged, group):
            continue
        shown = group.form == "passive" and tagged.low[group.head] in ("shown", "given", "sent")
        spoken = group.cue.lemma.startswith(("speak", "talk"))
        if not (group.cue.sense in _BEHIND and group.form == "finite") and not shown and not spoken:
            continue
        end = at
        while end > 0 and tagged.tag[end - 1] == ",":
            end -= 1
        holder = _holder(reader, end) or _beside(reader, at)
        if holder is not None:
            relative_cite(reader, group, holder)


def _habitual(tagged: Tagged, group: VerbGroup) -> bool:
    """Tell what one does from what one has done: "who studies migration"."""
    tenses = {form.tense for form in tagged.cues.verbs.get(tagged.low[group.head], ())}
    return group.start == group.head and tenses <= {"third", "base"}


def _beside(reader: Reader, relative: int) -> Draft | None:
    """Return the draft whose source an apposition with a relative clause describes."""
    found = antecedent(reader, relative)
    if found is None or reader.tagged.at(found[0] - 1) != ",":
        return None
    return _holder(reader, found[0] - 1)


def _published(reader: Reader, group: VerbGroup) -> bool:
    """Read "a memo that X has published counts …": X is the outer voice."""
    tagged = reader.tagged
    if (
        group.cue.lemma not in cues("en").list("making_public")
        or group.form != "finite"
        or group.negated
    ):
        return False
    subject = subject_of(tagged, group.start, 0)
    if subject is None or tagged.at(subject.outer - 1) not in ("R", "T") or subject.outer < 2:
        return False
    at = subject.outer - 1
    while at > 0 and tagged.tag[at - 1] in (",", "P", "C"):
        at -= 1
    inner = next((f for f in reader.frames if f.draft.source and _describes(reader, f, at)), None)
    source = (subject.start, subject.end)
    if inner is None or inner.head == group.head:
        return False
    if not outer_voice(reader, "published" if _issues(group) else "seen", source):
        return _issuer(reader, group, inner, source)
    at = min(at, inner.draft.source[0][1])
    put_in_front(reader, group.cue, inner, source, [(group.start, group.end)], at)
    return True


def _describes(reader: Reader, frame: Frame, at: int) -> bool:
    """Tell whether a relative clause at `at` stands in or behind the source of a frame."""
    tagged = reader.tagged
    low, high = frame.draft.source[0]
    if low < at <= high:
        return True
    opens = tagged.at(high) in ("T", "R") or (tagged.at(high) == "," and tagged.at(high + 1) == "R")
    between = range(high, at)
    return high < at and opens and not any(tagged.tag[i] in (";", ":", "Q") for i in between)


def _issuer(reader: Reader, group: VerbGroup, inner: Frame, source: Range) -> bool:
    """Keep with a document the body that made it public: "a table that the ministry put online"."""
    low, high = inner.draft.source[0]
    kind = reader.kind(reader.view, low, high)
    if kind != "document" or not _issues(group) or reader.tagged.at(high) != "T":
        return False
    if reader.kind(reader.view, *source) in (None, "unknown", "person", "crowd"):
        return False
    inner.draft.source = [(low, group.end)]
    return True


def _issues(group: VerbGroup) -> bool:
    return group.cue.sense == "say"


def _holder(reader: Reader, end: int) -> Draft | None:
    for draft in reversed(reader.extra):
        if (
            draft.source
            and draft.source[0][0] < end <= draft.source[0][1] + 1
            and draft.way == "citing"
        ):
            return draft
    found: Frame | None = None
    for frame in reader.frames:
        if frame.draft.source and frame.draft.source[0][0] < end <= frame.draft.source[0][1]:
            found = frame
    return found.draft if found else None


def _finish(reader: Reader) -> None:
    """Give the drafts without a frame their content."""
    inner_of: dict[int, list[Draft]] = {}
    for frame in reader.frames:
        if frame.draft.parent is not None:
            inner_of.setdefault(id(frame.draft.parent), []).append(frame.draft)
    for draft in reader.extra:
        if draft.way == "nobody" and len(draft.content) == 1 and draft.content == draft.cues:
            fill_nobody(reader, draft)
        elif draft.way == "told":
            inner = inner_of.get(id(draft), [])
            if not inner:
                continue
            draft.content = sorted(r for each in inner for r in (*each.content, *each.source))
        elif draft.way == "via" and draft.shares is not None:
            inner_draft = draft.shares
            draft.content = sorted([*inner_draft.source, *inner_draft.cues, *inner_draft.content])
            draft.shares = None


_CONTINUING = re.compile(
    r"(?:Of|Among) (?:these|those|them|which|the \w+)\b"
    r"|(?:Two thirds|A third|Nearly all|About \w+|\d[\d,.]*|\w+) of (?:these|those|them|which)\b"
    r"|They include[ds]?\b|These include[ds]?\b"
)


def continues(view: View) -> bool:
    """Tell whether a sentence goes on with the voice of the one before: "Of these entries, …"."""
    return bool(len(view)) and _CONTINUING.match(view.text, view.starts[0]) is not None
