"""A path in sentences: for screen readers, and as a nested list in which nothing is folded."""

from __future__ import annotations

from typing import Literal

from firsthand.brief.dates import short
from firsthand.brief.story import NO_ORIGIN, Row, Slab, Story
from firsthand.brief.word import count, listed
from firsthand.model.base import Record


class Item(Record, frozen=True):
    """A row of the list: its outlet, our remark, the words of the text, what is known of it."""

    name: str
    ours: str
    words: str
    facts: str


class Tag(Record, frozen=True):
    """A step of the nested list: li opens an item, ol its children; /ol and /li close them.

    The list comes as steps and not as a tree, so that its depth is no recursion.
    """

    name: Literal["li", "/li", "ol", "/ol"]
    item: Item | None = None


def describe(story: Story, *, direction: str) -> str:
    """Return the path in sentences; `direction` says where time runs ("down", "to the right")."""
    slabs = [s for s in story.slabs if s.id != NO_ORIGIN]
    said = [f"Time runs {direction}."]
    if slabs:
        named = [f"{s.name} with {s.spelled}" if s.spelled else s.name for s in slabs]
        names = listed(named, most=4, told=True)
        said.append(f"{count(len(slabs), 'origin', capital=True)}: {names}.")
    else:
        said.append("The origin cannot be told.")
    opened = [r.label for r in story.rows if r.opened]
    if opened:
        said.append(f"{listed(opened, most=5, told=True)} had access of their own.")
    for row in story.rows:
        said += _events(row)
    same = sum(not r.differs for r in story.rows)
    verb = "carries" if same == 1 else "carry"
    said.append(f"{count(same, 'row', capital=True)} {verb} the value of the origin.")
    return " ".join(said)


def _events(row: Row) -> list[str]:
    out = []
    if row.changed:
        credit = "" if row.credited else ", without credit"
        out.append(f"{row.label} prints {row.spelled}{credit}: {row.remark}.")
    if row.withdrawn:
        out.append(f"{row.label} withdraws {row.spelled} on {short(row.withdrawn)}.")
    if row.still:
        out.append(f"{row.label} still prints {row.spelled}.")
    elif row.differs and not row.changed:
        out.append(f"{row.label} inherits {row.spelled}.")
    return out


def twin(story: Story) -> tuple[Tag, ...]:
    """Return the path as the steps of a nested list. The story must not be folded."""
    out: list[Tag] = []
    for slab in story.slabs:
        out += [Tag("li", _slab(slab)), Tag("ol")]
        stack: list[Row | Tag] = list(reversed(story.kids.get(slab.id, ())))
        while stack:
            each = stack.pop()
            if isinstance(each, Tag):
                out.append(each)
                continue
            out.append(Tag("li", _item(each)))
            kids = story.kids.get(each.id, [])
            stack.append(Tag("/li"))
            if kids:
                out.append(Tag("ol"))
                stack.append(Tag("/ol"))
                stack.extend(reversed(kids))
        out += [Tag("/ol"), Tag("/li")]
    return tuple(out)


def _slab(slab: Slab) -> Item:
    facts = " · ".join(filter(None, ("origin", slab.spelled, *slab.notes)))
    return Item(slab.name, "", "", "cannot tell" if slab.id == NO_ORIGIN else facts)


def _item(row: Row) -> Item:
    facts = [short(row.on, year=True) if row.on else "no date"]
    facts.append(f"≠ {row.spelled}" if row.differs else row.spelled)
    if row.changed and row.was:
        facts.append(f"{row.was} in, {row.spelled} out: {row.remark}")
    elif row.changed:
        facts.append(row.remark)
    facts += ["inherited"] * (row.differs and not row.changed)
    facts += ["" if row.held else "not held", "" if row.credited else "no credit given"]
    facts.append(f"withdrawn {short(row.withdrawn)}" if row.withdrawn else "")
    facts.append("still printed" if row.still else "")
    ours = "opened the source" if row.opened else "withdraws it" if row.withdraws else ""
    return Item(row.label, ours, row.words, " · ".join(f for f in facts if f))
