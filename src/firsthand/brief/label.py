"""What stands beside a row of the path, and inside a slab: words of the text apart from ours."""

from __future__ import annotations

from firsthand.brief.drawing import Role, Run
from firsthand.brief.measure import cut, width
from firsthand.brief.story import NO_ORIGIN, Row, Slab, Story
from firsthand.brief.values import differing
from firsthand.model.base import Record

OPENS = ("statistics-office", "document", "company", "research-body")
"""Kinds of origin of which a reader opens something; of the others it hears."""
UNCREDITED = ", no credit"


class Label(Record, frozen=True):
    """Name and second line of a row.

    Args:
        ours: A remark of ours.
        words: Cue words as in the text.
        warns: The remark tells of a change.
    """

    name: str
    ours: str = ""
    words: str = ""
    warns: bool = False

    def second(self, size: float, room: float) -> tuple[Run, ...]:
        """Return the second line, cut to the room; where both do not fit the text's words stay."""
        ours: Role = "bad" if self.warns else "muted"
        both = f"{self.ours} {self.words}".strip()
        if self.ours and self.words and width(both, size) <= room:
            return (Run(self.ours + " ", ours), Run(self.words, "cue"))
        if self.words and not self.warns:
            return (Run(cut(self.words, size, room), "cue"),)
        said = self.ours
        if self.warns and width(said, size) > room:
            said = said.removesuffix(UNCREDITED)  # the double line tells it too
        text = cut(said, size, room)
        return (Run(text, ours),) if text else ()


def label_of(row: Row, story: Story, *, change: bool) -> Label:
    """Return the label of a row; `change` says here what changed, for want of room on the line."""
    name = " ".join(s for s in (row.label, "(again)" if row.again else "", row.more) if s)
    if row.withdrawn:
        return Label(name, "withdrawn by the outlet")
    if row.changed and change:
        uncredited = "" if row.credited else UNCREDITED
        return Label(name, row.remark + uncredited, warns=True)
    if not row.held:
        return Label(name, "not held")
    if row.withdraws:
        return Label(name, "" if row.words else "withdraws it", row.words)
    if not row.credited:
        up = story.by_id().get(row.parent)
        return Label(name, f"wording of {up.label}:" if up else "no credit given:", row.words)
    if row.opened:
        kinds = {slab.id: slab.source for slab in story.slabs}
        return Label(
            name, "opened the source:" if kinds.get(row.parent) in OPENS else "", row.words
        )
    return Label(name, "", row.words)


def happenings(row: Row) -> str:
    """Say what happened at a row in few words, for the narrow drawing; empty where nothing did."""
    said = [
        "withdrawn" if row.withdrawn else "",
        "" if row.credited else "no credit given",
        f"{row.was} in" if row.changed and row.was and not row.withdrawn else "",
    ]
    return " · ".join(s for s in said if s)


def value_runs(row: Row) -> tuple[Run, ...]:
    """Return the value as it stands on the line; what changed is marked where it changed."""
    sign: tuple[Run, ...] = (Run("≠", "sign"), Run(" ")) if row.differs else ()
    if row.withdrawn or not row.was:
        return (*sign, Run(row.spelled))
    return (*sign, *(Run(t, "off" if off else "") for off, t in differing(row.was, row.spelled)))


def slab_lines(slab: Slab) -> tuple[str, ...]:
    """Return the small lines of a slab: what is held of it."""
    return slab.notes if slab.id != NO_ORIGIN else ("no chain ends in a voice",)


def counted(articles: int) -> str:
    """Print a number of articles."""
    return f"{articles:,} article" if articles == 1 else f"{articles:,} articles"
