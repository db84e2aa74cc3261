"""Folding a story: what says nothing new shares a row, and nothing that matters is ever hidden.

Above `compact` rows, leaves of one parent, one value and one day share a row; above `limit` leaves
of any day do, and then a subtree in which nothing happens shrinks to its head. Never folded: a
change, a withdrawal, a value printed on after one, a missing credit, a copy that is not held, and
the readers of the origin itself.
"""

from __future__ import annotations

from firsthand.brief.story import Row, Story, arrange

COMPACT, LIMIT = 14, 40
"""Rows up to which a drawing has two lines a label, and up to which leaves keep their days."""


def fold(story: Story, *, compact: int = COMPACT, limit: int = LIMIT) -> Story:
    """Fold the story in place until it fits, as far as the rules allow, and return it."""
    for step, most in ((_same_day, compact), (_any_day, limit), (_branches, limit)):
        if len(story.rows) > most:
            step(story)
            arrange(story)
    return story


def quiet(story: Story, row: Row) -> bool:
    """Tell whether a row adds nothing: it passes a value on, credited and unchanged."""
    roots = {slab.id for slab in story.slabs}
    happens = row.changed or row.withdrawn or row.still or row.withdraws
    return row.held and row.credited and not happens and row.parent not in roots


def _same_day(story: Story) -> None:
    _leaves(story, by_day=True, least=3)


def _any_day(story: Story) -> None:
    _leaves(story, by_day=False, least=2)


def _leaves(story: Story, *, by_day: bool, least: int) -> None:
    groups: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in story.rows:
        if quiet(story, row) and not story.kids.get(row.id):
            key = (row.parent, row.spelled, row.on if by_day else None)
            groups.setdefault(key, []).append(row)
    gone: set[str] = set()
    for group in groups.values():
        if len(group) < least:
            continue
        head = group[0]
        head.documents = frozenset().union(*(r.documents for r in group))
        head.more = f"and {len(head.documents) - 1} more"
        gone.update(r.id for r in group[1:])
    story.rows = [r for r in story.rows if r.id not in gone]


def _branches(story: Story) -> None:
    calm: dict[str, bool] = {}
    for row in reversed(story.rows):
        kids = story.kids.get(row.id, ())
        calm[row.id] = quiet(story, row) and all(calm[k.id] for k in kids)
    gone: set[str] = set()
    for row in story.rows:
        if row.id in gone or not calm[row.id] or not story.kids.get(row.id):
            continue
        behind = story.below(row.id)
        gone.update(r.id for r in behind)
        row.documents = row.documents.union(*(r.documents for r in behind))
        row.more = f"and {len(row.documents) - 1} behind it"
    story.rows = [r for r in story.rows if r.id not in gone]
