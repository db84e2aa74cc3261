"""Which readings answer one question.

A reading joins the group that it fits best (`fitting.py`), the best told readings first; what is
told least (no unit, no names) only ever joins. When all are placed, each is asked again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from firsthand.corroborate.fitting import ENOUGH, Fitting
from firsthand.corroborate.groups import Group, Key, keys_of
from firsthand.corroborate.lots import strength, tie
from firsthand.corroborate.readings import Reading

MOST_DECIDE = 3
"""Readings of one value in one article that decide where it belongs."""
ROUNDS, MARGIN = 3, 0.5
"""Rounds of moving readings, and by how much another group must fit better."""
SURE = 7.0
"""Evidence above which a reading is not asked again."""
LOOKED_AT = 60
"""Groups that a reading is held against, those that share most with it first."""


def group_readings(
    readings: Sequence[Reading], sources: Mapping[int, frozenset[int]] | None = None
) -> list[Group]:
    """Return the groups, the largest first; the order of the readings does not matter.

    A reading that is told too poorly to open a group, and fits none, is left out.

    Args:
        sources: Article number -> the articles that it credits or drew on.
    """
    maker = _Maker(readings, sources or {})
    tied = tie(readings)
    ranked = sorted(tied, key=lambda own: strength(own[0]))
    late = [own for own in ranked if not maker.place(own, opens=not all(r.weak for r in own))]
    for own in late:
        maker.place(own, opens=False)
    for _ in range(ROUNDS):
        if not maker.refine(tied):
            break
    return sorted(
        (g for g in maker.groups if g.readings), key=lambda g: (-len(g.readings), g.number)
    )


class _Maker:
    def __init__(self, readings: Sequence[Reading], sources: Mapping[int, frozenset[int]]) -> None:
        self._fitting = Fitting(readings, sources)
        self.groups: list[Group] = []
        self._index: dict[Key, list[Group]] = defaultdict(list)
        self._known: dict[int, set[Key]] = defaultdict(set)

    def place(self, own: Sequence[Reading], *, opens: bool) -> bool:
        """Put readings of one value into the group with the most evidence; open one if none has enough.

        Args:
            own: The best told first; the one that fits best decides.
        """
        best = self._best(own)
        if best and best[0] >= ENOUGH:
            group = best[2]
        elif opens:
            group = Group(len(self.groups), own[0].shape)
            self.groups.append(group)
        else:
            return False
        for reading in own:
            self._put(reading, group)
        return True

    def _best(self, own: Sequence[Reading]) -> tuple[float, int, Group] | None:
        ranked = [(self._fits(own, g), -g.number, g) for g in self._near(own[:MOST_DECIDE])]
        return max(ranked, key=lambda r: r[:2], default=None)

    def _fits(self, own: Sequence[Reading], group: Group) -> float:
        told = [r for r in own if not (r.weak or r.title)] or [r for r in own if not r.weak] or own
        return max(self._fitting.evidence(r, group) for r in told[:MOST_DECIDE])

    def refine(self, lots: Sequence[Sequence[Reading]]) -> bool:
        """Move readings to a group that fits better, now that all are formed; tell whether any moved."""
        moved = False
        home = {id(r): g for g in self.groups for r in g.readings}
        for own in lots:
            group = home.get(id(own[0]))
            if group is None:
                continue
            for reading in own:
                group.drop(reading)
            here = self._fits(own, group) + MARGIN if group.readings else ENOUGH
            best = self._best(own) if here < SURE else None
            target = best[2] if best and best[0] >= max(ENOUGH, here) else group
            moved |= target is not group
            for reading in own:
                self._put(reading, target)
        return moved

    def _put(self, reading: Reading, group: Group) -> None:
        group.add(reading)
        known = self._known[group.number]
        for key in sorted(keys_of(reading) - known, key=repr):
            self._index[key].append(group)
            known.add(key)

    def _near(self, own: Sequence[Reading]) -> list[Group]:
        found: Counter[int] = Counter()
        for key in {key for reading in own for key in keys_of(reading, context=True)}:
            groups = self._index.get(key, ())
            for group in groups[:LOOKED_AT]:
                found[group.number] += 1
        ranked = sorted(found, key=lambda n: (-found[n], n))[:LOOKED_AT]
        return [self.groups[n] for n in ranked if self.groups[n].readings]
