"""Which readings answer one question: a sum of evidence between a reading and a group of readings.

Same unit family and shape are required. Evidence for: equal or slipped values, same period, shared
names and words, near kinds. Evidence against: other periods, other places and parties, a part
against a whole, two values on one word. A reading joins the group with the most evidence, the best
told readings first; what is told least (no unit, no names) only ever joins.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from firsthand.corroborate.lexicon import near_kinds, question_words
from firsthand.corroborate.names import Names, country_of
from firsthand.corroborate.readings import Period, Reading, family_of
from firsthand.corroborate.slips import rounds_to, significant, slip

ENOUGH = 2.0
"""Evidence from which a reading joins a group."""
CONTRADICTED = -100.0
WORTH_OF_DIGITS = {1: 0.3, 2: 1.2, 3: 2.5, 4: 3.5}
"""What an equal value tells, by its significant digits; more than four count as five."""
MOST_DIGITS = 4.5
FAR_APART = 3.0
"""Ratio of two counts above which they are hardly two answers to one question."""
SHORT_DAYS = 10
"""An event of so many days may be told by its month or year; longer periods are told as such."""
LOOKED_AT = 60
"""Groups that a reading is held against, those that share most with it first."""


@dataclass
class Group:
    """Readings that answer one question, and what they have told together."""

    number: int
    readings: list[Reading] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    narrow: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    periods: Counter[Period] = field(default_factory=Counter)
    sizes: Counter[float] = field(default_factory=Counter)
    parts: int = 0

    def add(self, reading: Reading) -> None:
        """Take a reading in."""
        self.readings.append(reading)
        self.names.update(_hard(reading.slots.names))
        self.words.update(reading.slots.words)
        self.narrow.update(reading.slots.narrow)
        self.kinds[reading.claim.kind] += 1
        if reading.slots.period:
            self.periods[reading.slots.period] += 1
        if reading.size is not None:
            self.sizes[reading.size] += 1
        self.parts += reading.part

    def share(self, name: str) -> float:
        """Return how usual a name is in the group: 1 where half of the readings tell it."""
        return min(1.0, 2 * self.names[name] / len(self.readings))


def group_readings(readings: Sequence[Reading]) -> list[Group]:
    """Return the groups, the largest first; the order of the readings does not matter.

    A reading that is told too poorly to open a group, and fits none, is left out.
    """
    maker = _Maker(readings)
    ranked = sorted(readings, key=_strength)
    late = [r for r in ranked if not maker.place(r, opens=not r.weak)]
    for reading in late:
        maker.place(reading, opens=False)
    maker.settle()
    return sorted(
        (g for g in maker.groups if g.readings), key=lambda g: (-len(g.readings), g.number)
    )


def _strength(reading: Reading) -> tuple[object, ...]:
    """Return what orders readings: the best told first, then by place."""
    slots = reading.slots
    told = 2 * bool(slots.names.geo or slots.names.own) + 2 * bool(slots.period)
    told += len(slots.names.geo | slots.names.own) + (not reading.title) - 3 * reading.weak
    return (-told, reading.at, reading.document, reading.order, reading.span)


class _Maker:
    def __init__(self, readings: Sequence[Reading]) -> None:
        self.groups: list[Group] = []
        self._home: dict[tuple[object, ...], Group] = {}
        self._index: dict[tuple[object, ...], list[Group]] = defaultdict(list)
        families = Counter((family_of(r), r.shape) for r in readings)
        held = Counter((family_of(r), r.shape, n) for r in readings for n in _hard(r.slots.names))
        self._common = {key: n / families[key[:2]] for key, n in held.items()}
        frequency = Counter(w for r in readings for w in r.slots.words)
        self._rare = {w: math.log(1 + len(readings) / n) for w, n in frequency.items()}

    def place(self, reading: Reading, *, opens: bool) -> bool:
        """Put a reading into the group with the most evidence; open one if none has enough."""
        ranked = [(self.evidence(reading, g), -g.number, g) for g in self._near(reading)]
        best = max(ranked, key=lambda r: r[:2], default=None)
        if best and best[0] >= ENOUGH:
            group = best[2]
        elif opens:
            group = Group(len(self.groups))
            self.groups.append(group)
        else:
            return False
        self._put(reading, group)
        return True

    def settle(self) -> None:
        """Ask the readings of small groups again, now that the large ones have told all."""
        for group in [g for g in self.groups if len({r.at for r in g.readings}) == 1]:
            others = [g for g in self.groups if g is not group and g.readings]
            joined = self._better(group, others)
            if joined:
                for reading in group.readings:
                    joined.add(reading)
                group.readings = []

    def _better(self, group: Group, others: list[Group]) -> Group | None:
        near = {id(g) for r in group.readings for g in self._near(r)}
        ranked = [
            (min(self.evidence(r, g) for r in group.readings), -g.number, g)
            for g in others
            if id(g) in near
        ]
        best = max(ranked, key=lambda r: r[:2], default=None)
        return best[2] if best and best[0] >= ENOUGH else None

    def _put(self, reading: Reading, group: Group) -> None:
        known = {key for r in group.readings for key in _keys(r)}
        group.add(reading)
        for key in _keys(reading):
            if key not in known:
                self._index[key].append(group)

    def _near(self, reading: Reading) -> list[Group]:
        found: Counter[int] = Counter()
        for key in _keys(reading, context=True):
            groups = self._index.get(key, ())
            for group in groups[:LOOKED_AT]:
                found[group.number] += 1
        ranked = sorted(found, key=lambda n: (-found[n], n))[:LOOKED_AT]
        return [self.groups[n] for n in ranked if self.groups[n].readings]

    def evidence(self, reading: Reading, group: Group) -> float:
        """Return the evidence that a reading answers the question of a group."""
        first = group.readings[0]
        if reading.shape != first.shape:
            return CONTRADICTED
        own, theirs = (
            family_of(reading),
            next((f for f in map(family_of, group.readings) if f), None),
        )
        if own and theirs and own != theirs:
            return CONTRADICTED
        same = _value(reading, group)
        told = [
            _unit(reading, group),
            _kind(reading, group),
            same,
            _period(reading, group, equal=same >= WORTH_OF_DIGITS[3]),
            self._names(reading, group, equal=same >= WORTH_OF_DIGITS[3]),
            self._words(reading, group),
            _part(reading, group, equal=same >= WORTH_OF_DIGITS[2]),
            _two_values(reading, group),
        ]
        return sum(told)

    def _names(self, reading: Reading, group: Group, *, equal: bool) -> float:
        """Shared names count by how few readings have them; names of one side only speak against."""
        slots = reading.slots
        mine, theirs = _hard(slots.names), set(group.names)
        size = len(group.readings)
        if not mine:
            lent = _hard(slots.context) & theirs
            return min(1.5, sum(0.6 * self._worth(reading, n) for n in lent))
        shared = {n for n in mine if n in theirs or _inside_or_around(n, theirs)}
        worth = min(3.0, sum(self._worth(reading, n) * group.share(n) for n in shared & theirs))
        alone = mine - shared
        missing = {n for n in theirs - mine if group.names[n] * 2 > size} - _around(mine)
        if not shared and theirs:
            return -2.0 if equal else -6.0
        if equal:
            return worth - (0.5 if alone and missing else 0.0)
        return worth - (3.0 if alone and missing else 0.4 * bool(alone) + 0.2 * bool(missing))

    def _worth(self, reading: Reading, name: str) -> float:
        common = self._common.get((family_of(reading), reading.shape, name), 0.0)
        return 0.5 + 1.5 * (1 - common)

    def _words(self, reading: Reading, group: Group) -> float:
        mine, theirs = reading.slots.words, group.words.keys()
        if len(mine) < 2 or len(theirs) < 2:
            return 0.0
        rare = self._rare
        shared = sum(rare.get(w, 1.0) for w in mine & theirs)
        whole = sum(rare.get(w, 1.0) for w in mine)
        if not shared:
            return -1.5 if reading.shape == "event" else -0.5
        return (4.0 if reading.shape == "event" else 2.0) * shared / whole


def _hard(names: Names) -> set[str]:
    return {*names.geo, *names.own}


def _around(names: Iterable[str]) -> set[str]:
    """Return the countries in which places lie: a place tells its country without naming it."""
    return {c for c in map(country_of, names) if c}


def _inside_or_around(name: str, others: Iterable[str]) -> bool:
    known = set(others)
    return country_of(name) in known or any(country_of(o) == name for o in known)


def _keys(reading: Reading, *, context: bool = False) -> set[tuple[object, ...]]:
    """Return under what a group that holds the reading is found."""
    shape = reading.shape
    names = _hard(reading.slots.names) | (_hard(reading.slots.context) if context else set())
    keys: set[tuple[object, ...]] = {("name", shape, n) for n in names}
    if reading.size is not None:
        keys.add(("value", shape, abs(reading.size)))
        keys.add(("digits", shape, "".join(sorted(f"{abs(reading.size):g}".strip("0")))))
    own = family_of(reading)
    keys.add(("family", shape, own))
    return keys


def _unit(reading: Reading, group: Group) -> float:
    """Same units speak for, two narrow ones of one family against: workers are no troops."""
    units = {r.unit for r in group.readings if r.unit}
    if reading.unit is None or not units:
        return 0.0
    if reading.unit in units:
        return 0.5
    broad = question_words().crossings
    return 0.0 if reading.unit in broad or any(u in broad for u in units) else -3.0


def _kind(reading: Reading, group: Group) -> float:
    kind = reading.claim.kind
    if kind in group.kinds and group.kinds[kind] * 3 >= len(group.readings):
        return 1.0
    if any(near_kinds(kind, other) for other in group.kinds):
        return 0.0 if reading.shape != "event" else -1.0
    return -3.0


def _value(reading: Reading, group: Group) -> float:
    size = reading.size
    if size is None or reading.shape == "event":
        return 0.0
    best = 0.0
    for other in group.sizes:
        worth = WORTH_OF_DIGITS.get(significant(size), MOST_DIGITS)
        if abs(abs(size) - abs(other)) < 1e-9 * max(1.0, abs(size)):
            return worth
        if significant(size) >= 3 and slip(other, size):
            best = max(best, worth / 2)
        elif rounds_to(other, size) or rounds_to(size, other):
            best = max(best, 0.8)
    if not best and group.sizes and reading.shape == "count":
        near = min(_ratio(size, other) for other in group.sizes)
        return -1.5 if near > FAR_APART else 0.0
    return best


def _ratio(one: float, other: float) -> float:
    low, high = sorted((abs(one), abs(other)))
    return high / low if low else math.inf if high else 1.0


def _period(reading: Reading, group: Group, *, equal: bool) -> float:
    mine = reading.slots.period
    if mine is None or not group.periods:
        return 0.0
    usual = max(group.periods, key=lambda p: (group.periods[p], p))
    if mine in group.periods:
        return 2.0 if mine == usual else 1.5
    if not _meets(mine, usual):
        return -1.5 if equal else -6.0
    overlap = _overlap(mine, usual)
    if overlap is None or min(_days(mine), _days(usual)) <= SHORT_DAYS:
        return 0.3
    return 1.0 if overlap > 0.8 else 0.0 if equal else -2.5


def _meets(one: Period, other: Period) -> bool:
    (a, b), (c, d) = one, other
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def _days(period: Period) -> float:
    start, end = period
    if start is None or end is None:
        return math.inf
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days + 1


def _overlap(one: Period, other: Period) -> float | None:
    """Return the share of all days of both that both hold; None where one is open."""
    if math.isinf(_days(one)) or math.isinf(_days(other)):
        return None
    last, first = min(str(one[1]), str(other[1])), max(str(one[0]), str(other[0]))
    whole = (min(str(one[0]), str(other[0])), max(str(one[1]), str(other[1])))
    return _days((first, last)) / _days(whole)


def _part(reading: Reading, group: Group, *, equal: bool) -> float:
    partly = group.parts * 2 >= len(group.readings) and group.parts > 0
    if reading.part != partly:
        return -0.5 if equal else -4.0
    if not reading.part or not reading.slots.narrow or not group.narrow:
        return 0.0
    return 1.0 if reading.slots.narrow & group.narrow.keys() else 0.0 if equal else -3.0


def _two_values(reading: Reading, group: Group) -> float:
    """One voice of one article gives a question one value."""
    for other in group.readings:
        if (
            other.document == reading.document
            and other.claim.attribution == reading.claim.attribution
            and other.size != reading.size
            and reading.shape != "event"
        ):
            return -2.0
    return 0.0
