"""The path of a value as rows in the order of their drawing: who had it from whom.

1. A row is one value of one article; its parent is the row, or origin, that it had the value from.
2. The order is depth first: origins by the number of articles on them, children by time. The rows
   of an origin stand together, so that one slab beside them is one origin.
3. The weight of a row is the number of articles held in its subtree.
4. A value differs where it changed on the way, or was had from a row that differs and is the same.
5. A copy that is named and not held has no weight, and the time of the first copy that drew on it.
6. Columns are the finest of days, weeks, months, quarters and years that give at most eight.

`tell.py` makes a story of a question, `fold.py` folds it. Loops of citations are cut before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from firsthand.brief.dates import MONTHS, day_of, short
from firsthand.model.claim import Bounds, Number

MAX_COLUMNS = 8
NO_ORIGIN = "?"
"""Id of the slab under which rows stand whose origin cannot be told."""
NEVER = "9999-12-31"
Value = Number | Bounds | str | bool | None


@dataclass(slots=True)
class Row:
    """One value of one article, or of a copy that is only named.

    Args:
        parent: Id of the row or origin that it had the value from.
        remark: What changed, in our words; empty where nothing did.
        was: The value that came in, where it changed.
        still: It prints a value that another row took back.
        withdraws: It is the article that took it back.
        again: The same article stands further up.
        documents: Held articles for which this row stands; several where rows were folded.
        weight: Articles held in its subtree.
        start: The day at which it stands, never before its parent's.
        column, inner: Its column, and its steps inside it.
    """

    id: str
    document: str
    label: str
    on: str | None
    value: Value
    spelled: str
    parent: str
    words: str = ""
    opened: bool = False
    credited: bool = True
    held: bool = True
    changed: bool = False
    differs: bool = False
    was: str = ""
    remark: str = ""
    withdrawn: str | None = None
    still: bool = False
    withdraws: bool = False
    again: bool = False
    origin: str = NO_ORIGIN
    weight: int = 0
    documents: frozenset[str] = frozenset()
    more: str = ""
    start: str = NEVER
    column: int = 0
    inner: int = 0


@dataclass(slots=True)
class Slab:
    """An origin beside the rows that rest on it; `source` is its kind of speaker."""

    id: str
    name: str
    spelled: str
    notes: tuple[str, ...]
    held: bool
    source: str = ""
    value: Value = None
    weight: int = 0


@dataclass(slots=True)
class Story:
    """Rows in drawing order under their slabs; `kids` gives children by the id of row or slab."""

    slabs: list[Slab]
    rows: list[Row]
    kids: dict[str, list[Row]] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    last_read: str | None = None
    counts: tuple[str, ...] = ()

    def by_id(self) -> dict[str, Row]:
        """Return the rows by their ids."""
        return {row.id: row for row in self.rows}

    def below(self, ident: str) -> list[Row]:
        """Return all rows behind one."""
        out, todo = [], list(self.kids.get(ident, ()))
        while todo:
            row = todo.pop()
            out.append(row)
            todo.extend(self.kids.get(row.id, ()))
        return out


def arrange(story: Story) -> None:
    """Put the rows in drawing order again, with weights, columns and marks of repetition."""
    kids: dict[str, list[Row]] = {}
    for row in story.rows:
        kids.setdefault(row.parent, []).append(row)
    story.kids = kids
    _start(story)
    for group in kids.values():
        group.sort(key=lambda r: (r.start, r.label, r.id))
    for slab in story.slabs:
        slab.weight = len(set().union(*(_weigh(story, row) for row in kids.get(slab.id, ()))))
    story.slabs.sort(key=lambda s: (s.id == NO_ORIGIN, -s.weight))
    story.slabs = [s for s in story.slabs if kids.get(s.id)]
    story.rows = [r for s in story.slabs for r in _walk(story, s.id)]
    seen: set[str] = set()
    for row in story.rows:
        row.again = row.document in seen
        seen.add(row.document)
    _columns(story)


def _walk(story: Story, ident: str) -> list[Row]:
    """Return the rows behind a slab, depth first, each with that slab as its origin."""
    out: list[Row] = []
    todo = list(reversed(story.kids.get(ident, ())))
    while todo:
        row = todo.pop()
        row.origin = ident
        out.append(row)
        todo.extend(reversed(story.kids.get(row.id, ())))
    return out


def _bottom_up(story: Story, row: Row) -> list[Row]:
    out, todo = [], [row]
    while todo:
        each = todo.pop()
        out.append(each)
        todo.extend(story.kids.get(each.id, ()))
    return out[::-1]


def _weigh(story: Story, root: Row) -> set[str]:
    """Count the articles behind each row of a tree and return those of the root."""
    behind: dict[str, set[str]] = {}
    for row in _bottom_up(story, root):
        found = set(row.documents).union(*(behind.pop(k.id) for k in story.kids.get(row.id, ())))
        behind[row.id] = found
        row.weight = len(found)
    return behind[root.id]


def _start(story: Story) -> None:
    """Say at which day each row stands; one without a date, with the first that drew on it."""
    for slab in story.slabs:
        for root in story.kids.get(slab.id, ()):
            rows = _bottom_up(story, root)
            for row in rows:
                row.start = row.on or min(
                    (k.start for k in story.kids.get(row.id, ())), default=NEVER
                )
            earliest = {root.parent: ""}
            for row in reversed(rows):
                row.start = earliest[row.id] = max(row.start, earliest[row.parent])


# --- columns -------------------------------------------------------------------------------------


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


_BINS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    _week,
    lambda d: d.isoformat()[:7],
    lambda d: f"{d.year} Q{(d.month + 2) // 3}",
    lambda d: str(d.year),
)


def _columns(story: Story) -> None:
    days = {r.id: None if r.start == NEVER else day_of(r.start) for r in story.rows}
    told = sorted({d for d in days.values() if d})
    if not told:
        story.columns = ["no date"] if story.rows else []
    rank = 0
    while rank < len(_BINS) - 1 and len({_BINS[rank](d) for d in told}) > MAX_COLUMNS:
        rank += 1
    keys = sorted({_BINS[rank](d) for d in told})
    place = {key: at for at, key in enumerate(keys)}
    if told:
        story.columns = [_heading(key, rank, told) for key in keys]
    rows = story.by_id()
    for row in story.rows:
        day, up = days[row.id], rows.get(row.parent)
        own = place[_BINS[rank](day)] if day else len(keys) - 1
        row.column = max(0, own, up.column if up else 0)
        row.inner = up.inner + 1 if up and up.column == row.column else 0


def _heading(key: str, rank: int, days: list[date]) -> str:
    first = next(d for d in days if _BINS[rank](d) == key)
    if rank <= 1:
        return short(first.isoformat(), year=len({d.year for d in days}) > 1)
    return f"{MONTHS[first.month - 1]} {first.year}" if rank == 2 else key
