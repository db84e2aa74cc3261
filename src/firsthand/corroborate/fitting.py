"""How well a reading fits a group of readings: a sum of evidence that they answer one question.

Same unit family and shape are required. Evidence for: equal or slipped values, same period, shared
names and words, near kinds, one article crediting the other. Evidence against: other periods, other
places and parties, a part against a whole, two values on one word.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.corroborate.groups import Group, around, hard_names
from firsthand.corroborate.lexicon import near_kinds, question_words
from firsthand.corroborate.lots import clashes
from firsthand.corroborate.names import country_of, is_country
from firsthand.corroborate.periods import days, meets, overlap, shifted
from firsthand.corroborate.readings import Reading, family_of
from firsthand.corroborate.slips import akin_sizes, rounds_to, significant, slip

ENOUGH = 2.0
"""Evidence from which a reading joins a group."""
MOST_OF_THE_REST = 8.0
"""What unit, kind, period, words and parts can add; below it the rest is not looked at."""
CONTRADICTED = -100.0
WORTH_OF_DIGITS = {1: 0.3, 2: 1.2, 3: 2.5, 4: 3.5}
"""What an equal value tells, by its significant digits; more than four count as five."""
MOST_DIGITS = 4.5
LINKED = 3.0
"""Evidence of an equal value in two articles of which one credits or copies the other."""
NOTHING_SHARED = 2.0
"""What speaks against two readings with no name, value or credit in common."""
UNHEARD_OF = 4.0
"""What speaks against an article that never names the country that a question is about."""
FAR_APART = 3.0
"""Ratio of two counts above which they are hardly two answers to one question."""
CLOSE = 1.6
"""Ratio of two counts below which they may well be two answers to one question."""
SHORT_DAYS = 10
"""An event of so many days may be told by its month or year; longer periods are told as such."""


class Fitting:
    """The evidence between readings and groups of one case.

    Args:
        sources: Article number -> the articles that it credits or drew on.
    """

    def __init__(self, readings: Sequence[Reading], sources: Mapping[int, frozenset[int]]) -> None:
        self._near: dict[int, set[int]] = defaultdict(set)
        for later, some in sources.items():
            for earlier in some:
                self._near[later].add(earlier)
                self._near[earlier].add(later)
        self._clash = clashes(readings)
        families = Counter((family_of(r), r.shape) for r in readings)
        held = Counter(
            (family_of(r), r.shape, n) for r in readings for n in hard_names(r.slots.names)
        )
        self._common = {key: n / families[key[:2]] for key, n in held.items()}
        frequency = Counter(w for r in readings for w in r.slots.words)
        self._rare = {w: math.log(1 + len(readings) / n) for w, n in frequency.items()}

    def evidence(self, reading: Reading, group: Group) -> float:
        """Return the evidence that a reading answers the question of a group."""
        own, theirs = family_of(reading), group.family
        if reading.shape != group.shape or (own and theirs and own != theirs):
            return CONTRADICTED
        same = _value(reading, group)
        equal = same >= WORTH_OF_DIGITS[3]
        names, linked = self._names(reading, group, equal=equal), self._linked(reading, group)
        told = same + names + linked
        if names <= 0 and linked <= 0 and same < WORTH_OF_DIGITS[2]:
            told -= NOTHING_SHARED
        if not equal and not linked:
            told -= self._unheard_of(reading, group)
        if told + MOST_OF_THE_REST < ENOUGH:
            return told
        return told + sum(
            (
                _unit(reading, group),
                max(_kind(reading, group), -1.0 if same >= WORTH_OF_DIGITS[4] else -3.0),
                _period(reading, group, equal=equal),
                self._words(reading, group),
                _part(reading, group, equal=same >= WORTH_OF_DIGITS[2]),
                self._two_values(reading, group),
            )
        )

    def _names(self, reading: Reading, group: Group, *, equal: bool) -> float:
        """Shared names count by how few readings have them; names of one side only speak against."""
        slots = reading.slots
        mine, theirs = hard_names(slots.names), set(group.names)
        size = len(group.readings)
        if not mine:
            return self._lent(reading, group, equal=equal)
        shared = {n for n in mine if n in theirs or _inside_or_around(n, theirs)}
        worth = min(3.0, sum(self._worth(reading, n) * group.share(n) for n in shared & theirs))
        alone = mine - shared
        missing = {n for n in theirs - mine if group.names[n] * 2 > size} - around(mine)
        if not shared and theirs:
            lent = hard_names(slots.context) & theirs
            if lent:
                return min(1.0, sum(0.6 * self._worth(reading, n) for n in lent)) - 0.5
            return -2.0 if equal else -6.0
        if equal:
            return worth - (0.5 if alone and missing else 0.0)
        return worth - (3.0 if alone and missing else 0.4 * bool(alone) + 0.2 * bool(missing))

    def _lent(self, reading: Reading, group: Group, *, equal: bool) -> float:
        """Weigh the names around a claim that names nobody against those of the group."""
        around_it, theirs = hard_names(reading.slots.context), set(group.names) | set(group.lent)
        # Who is accused or robbed and answers is what the matter is about.
        shared = (around_it & theirs) or (reading.slots.speakers & group.names.keys())
        if around_it and theirs and not shared:
            return -6.0 if reading.shape == "event" else -1.0 if equal else -3.0
        return min(1.5, sum(0.6 * self._worth(reading, n) for n in shared))

    def _unheard_of(self, reading: Reading, group: Group) -> float:
        """Weigh a country that nearly all of a group name and the reading's whole article does not."""
        slots = reading.slots
        if not hard_names(slots.names) | hard_names(slots.context) or not slots.countries:
            return 0.0
        size = len(group.readings)
        usual = {n for n, k in group.names.items() if k * 4 >= size * 3 and is_country(n)}
        return UNHEARD_OF if size >= 3 and usual - slots.countries else 0.0

    def _two_values(self, reading: Reading, group: Group) -> float:
        """One article gives a question one value, unless other voices, or a revision, give another."""
        if reading.size is None or reading.shape == "event":
            return 0.0
        worst = 0.0
        for other in group.sizes:
            low, high = sorted((reading.size, other))
            clash = self._clash.get((reading.shape, low, high), 0.0)
            if clash and not (rounds_to(high, low) or rounds_to(low, high)):
                worst = min(worst, -6.0 * clash)
        if any(each.size != reading.size for each in group.of_article.get(reading.at, ())):
            worst = min(worst, -0.5)
        return worst

    def _linked(self, reading: Reading, group: Group) -> float:
        """The same value in an article that is credited or copied, or that credits this one."""
        sizes = [r.size for a in self._near[reading.at] for r in group.of_article.get(a, ())]
        return LINKED * max((akin_sizes(reading.size, s) for s in sizes), default=0.0)

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
            return -4.0 if reading.shape == "event" else -0.3
        return (4.0 if reading.shape == "event" else 2.0) * shared / whole


def _inside_or_around(name: str, others: Iterable[str]) -> bool:
    known = set(others)
    return country_of(name) in known or any(country_of(o) == name for o in known)


def _unit(reading: Reading, group: Group) -> float:
    """Same units speak for, two narrow ones of one family against: workers are no troops."""
    units = group.units
    if reading.unit is None or not units:
        return 0.0
    if reading.unit in units:
        return 0.5 if family_of(reading) == "people" else 1.0
    broad = {*question_words().crossings, *question_words().calls}
    return 0.0 if reading.unit in broad or any(u in broad for u in units) else -4.0


def _kind(reading: Reading, group: Group) -> float:
    kind = reading.claim.kind
    if kind in group.kinds and group.kinds[kind] * 3 >= len(group.readings):
        return 1.0
    sure = {k for k in group.kinds if k not in question_words().only_counted}
    usual = max(sure, key=lambda k: (group.kinds[k], k)) if sure else group.usual_kind
    if not group.kinds and kind == usual:
        return 1.0
    if near_kinds(kind, usual):
        return -0.3 if reading.shape != "event" else -1.0
    return -3.0 if family_of(reading) in ("people", "event") else -0.7


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
        return -1.5 if near > FAR_APART else 0.5 if near < CLOSE else 0.0
    return best


def _ratio(one: float, other: float) -> float:
    low, high = sorted((abs(one), abs(other)))
    return high / low if low else math.inf if high else 1.0


def _period(reading: Reading, group: Group, *, equal: bool) -> float:
    mine = reading.slots.period
    if mine is None or not group.periods:
        return 0.0
    usual = max(group.periods, key=lambda p: (group.periods[p], repr(p)))
    if mine in group.periods:
        return 2.0 if mine == usual else 1.5
    if reading.slots.yearless and usual in (shifted(mine, -1), shifted(mine, 1)):
        return 0.5
    if not meets(mine, usual) and reading.slots.yearless:
        mine = min((mine, shifted(mine, -1), shifted(mine, 1)), key=lambda p: not meets(p, usual))
    if not meets(mine, usual):
        return -1.5 if equal else -6.0
    shared = overlap(mine, usual)
    if shared is None or min(days(mine), days(usual)) <= SHORT_DAYS:
        return 0.3
    return 1.0 if shared > 0.8 else 0.0 if equal else -4.0


def _part(reading: Reading, group: Group, *, equal: bool) -> float:
    partly = group.parts * 2 >= len(group.readings) and group.parts > 0
    if reading.part != partly:
        return -0.5 if equal else -4.0
    if not reading.part or not reading.slots.narrow or not group.narrow:
        return 0.0
    return 1.0 if reading.slots.narrow & group.narrow.keys() else 0.0 if equal else -3.0
