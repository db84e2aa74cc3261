"""Folding a story: what says nothing new shares a row, and nothing that matters is ever hidden.

Above `compact` rows, leaves of one parent, one value and one day share a row; above `limit` leaves
of any day do, and then a subtree in which nothing happens shrinks to its head. Never folded: a
change, a withdrawal, a value printed on after one, a missing credit, a copy that is not held, and
the readers of the origin itself. A terminal, which has thirty lines, may fold closely: then only
what befalls the value itself is kept, and copies that print one differing value share a row.
"""

from __future__ import annotations

from collections.abc import Callable

from firsthand.brief.story import Row, Story, arrange

COMPACT, LIMIT = 14, 40
"""Rows up to which a drawing has two lines a label, and up to which leaves keep their days."""
Quiet = Callable[[Row], bool]


def fold(
    story: Story, *, compact: int = COMPACT, limit: int = LIMIT, closely: bool = False
) -> Story:
    """Fold the story in place until it fits, as far as the rules allow, and return it."""
    _rounds(story, lambda row: quiet(story, row), compact=compact, limit=limit)
    if closely and len(story.rows) > limit:
        _rounds(story, unmoved, compact=compact, limit=limit, heads=True)
    if closely and len(story.rows) > limit:
        # Each value still stands once beside each row that it was had from.
        _leaves(story, lambda row: not (row.withdrawn or row.withdraws), by_day=False, least=2)
    return story


def quiet(story: Story, row: Row) -> bool:
    """Tell whether a row adds nothing: it passes a value on, credited and unchanged."""
    roots = {slab.id for slab in story.slabs}
    return row.held and row.credited and unmoved(row) and row.parent not in roots


def unmoved(row: Row) -> bool:
    """Tell whether nothing befalls the value at a row."""
    return not (row.changed or row.withdrawn or row.still or row.withdraws)


def _rounds(story: Story, calm: Quiet, *, compact: int, limit: int, heads: bool = False) -> None:
    """Fold step by step; after branches have shrunk, their heads are leaves and may fold again."""
    again = True
    while again:
        before = len(story.rows)
        if len(story.rows) > compact:
            _leaves(story, calm, by_day=True, least=3)
        if len(story.rows) > limit:
            _leaves(story, calm, by_day=False, least=2)
        if len(story.rows) > limit:
            _branches(story, calm, any_head=heads)
        again = limit < len(story.rows) < before


def _leaves(story: Story, calm: Quiet, *, by_day: bool, least: int) -> None:
    groups: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in story.rows:
        if calm(row) and not story.kids.get(row.id):
            key = (row.parent, f"{row.spelled} {row.remark}", row.on if by_day else None)
            groups.setdefault(key, []).append(row)
    gone: set[str] = set()
    for group in groups.values():
        if len(group) < least:
            continue
        head = group[0]
        head.documents = frozenset().union(*(r.documents for r in group))
        head.more = f"and {len(head.documents) - 1} more" if len(head.documents) > 1 else ""
        gone.update(r.id for r in group[1:])
    _without(story, gone)


def _branches(story: Story, calm: Quiet, *, any_head: bool) -> None:
    """Shrink quiet branches to their head; with `any_head` the head itself need not be quiet."""
    still: dict[str, bool] = {}
    below: dict[str, bool] = {}
    for row in reversed(story.rows):
        below[row.id] = all(still[k.id] for k in story.kids.get(row.id, ()))
        still[row.id] = calm(row) and below[row.id]
    gone: set[str] = set()
    for row in story.rows:
        folds = below[row.id] if any_head else still[row.id]
        if row.id in gone or not folds or not story.kids.get(row.id):
            continue
        behind = story.below(row.id)
        gone.update(r.id for r in behind)
        row.documents = row.documents.union(*(r.documents for r in behind))
        others = len(row.documents) - row.held
        row.more = f"and {others} behind it" if others else ""
    _without(story, gone)


def _without(story: Story, gone: set[str]) -> None:
    if gone:
        story.rows = [r for r in story.rows if r.id not in gone]
        arrange(story)
