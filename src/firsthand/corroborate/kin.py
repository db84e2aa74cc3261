"""Questions that differ in nothing but the period, so that one can be worded as the other.

"It stood at 4,655" and "That is a rise on the 4,655 of 2024" tell not what is counted; the question of
the year after, in the same articles, does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.corroborate.groups import Group
from firsthand.corroborate.questions import usual_period
from firsthand.corroborate.readings import Reading

SHARED = 0.5
"""Part of its articles, at least, that a question shares with its kin."""


class Kin:
    """Looks for the kin of each question in a case."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._of_article: dict[int, list[Group]] = {}
        for group in groups:
            for at, own in group.of_article.items():
                if own:
                    self._of_article.setdefault(at, []).append(group)

    def of(self, group: Group) -> Sequence[Reading]:
        """Return the readings of its nearest kin; nothing where it has none."""
        if group.shape != "count" or not group.periods:
            return ()
        own = [at for at, told in group.of_article.items() if told]
        shared = Counter(g for at in own for g in self._of_article[at] if _alike(group, g))
        if not shared:
            return ()
        best = max(shared, key=lambda g: (shared[g], len(g.of_article), -g.number))
        return best.readings if shared[best] >= SHARED * len(own) else ()


def _unit(group: Group) -> str | None:
    return max(group.units, key=lambda u: (group.units[u], u), default=None)


def _alike(one: Group, other: Group) -> bool:
    if other is one or other.shape != one.shape or _unit(other) != _unit(one):
        return False
    if set(other.narrow) != set(one.narrow) or not other.periods:
        return False
    usual = {n for n in other.names if other.share(n) == 1}
    known = {*one.names, *one.lent}
    return (
        bool(usual)
        and usual <= known
        and set(one.names) <= {*other.names}
        and usual_period(one.readings) != usual_period(other.readings)
    )
