"""What the values of one article tell of each other before articles are compared.

Equal values are one value told twice; different values on one word answer different questions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from firsthand.corroborate.readings import Reading, Shape, family_of
from firsthand.corroborate.slips import significant, slip

SURE_DIGITS = 3
"""Significant digits from which a value means the same wherever it stands in an article."""
MOST_OF_ONE = 40
"""Values of one article that are held against each other."""
Pair = tuple[Shape, float, float]


def tie(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the readings in lots that give one value of one article, the best told first.

    A title says again what the body says; a value of some digits means the same each time.
    """
    lots: list[list[Reading]] = []
    by_value: dict[tuple[object, ...], list[Reading]] = {}
    by_claim: dict[tuple[object, ...], list[Reading]] = {}
    for reading in sorted(readings, key=lambda r: (r.title, *strength(r))):
        size = reading.size
        key = (reading.document, reading.shape, None if size is None else round(abs(size), 9))
        lot = by_value.get(key) if size is not None else None
        if reading.revised:
            lot = by_claim.setdefault((reading.document, reading.order, reading.shape), lot or [])
            lots += [] if lot in lots else [lot]
            lot.append(reading)
            continue
        if lot is not None and _one_value(lot[0], reading):
            lot.append(reading)
            continue
        lots.append([reading])
        by_value.setdefault(key, lots[-1])
    return lots


def _one_value(first: Reading, again: Reading) -> bool:
    """Tell whether an equal value of one article means the same thing both times."""
    if len({family_of(first), family_of(again)} - {None}) > 1:
        return False
    return again.title or significant(again.size or 0.0) >= SURE_DIGITS


def strength(reading: Reading) -> tuple[object, ...]:
    """Return what orders readings: the best told first, then by place."""
    slots = reading.slots
    told = 2 * bool(slots.names.geo or slots.names.own) + 2 * bool(slots.period)
    told += len(slots.names.geo | slots.names.own) + (not reading.title) - 3 * reading.weak
    return (-told, reading.at, reading.document, reading.order, reading.span)


def clashes(readings: Sequence[Reading]) -> dict[Pair, float]:
    """Return pairs of values that articles give on one word: they answer two questions.

    The number says how surely: 0.5 where one article gives both, 1 from two on. Where any gives
    both on two words, or as a correction or revision, they may well answer one question.
    """
    by_document: dict[tuple[str, Shape], list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.size is not None and not reading.title:
            by_document[reading.document, reading.shape].append(reading)
    apart: Counter[Pair] = Counter()
    may_be_one: set[Pair] = set()
    for (_, shape), own in by_document.items():
        pairs = set()
        for one, other in combinations(own[:MOST_OF_ONE], 2):
            if one.size == other.size or one.size is None or other.size is None:
                continue
            low, high = sorted((one.size, other.size))
            if _two_words(one, other):
                may_be_one.add((shape, low, high))
            elif one.order != other.order:
                pairs.add((shape, low, high))
        apart.update(pairs)
    return {pair: min(1.0, n / 2) for pair, n in apart.items() if pair not in may_be_one}


def _two_words(one: Reading, other: Reading) -> bool:
    """Tell whether two values of one article may answer one question."""
    if one.order == other.order:
        return one.revised
    if one.corrects or (one.size and other.size and _slipped(one.size, other.size)):
        return True
    ends = [each.claim.chain[-1] for each in (one, other) if each.claim.via and each.claim.chain]
    return len(ends) == 2 and ends[0] not in other.claim.chain and ends[1] not in one.claim.chain


def _slipped(one: float, other: float) -> bool:
    return min(significant(one), significant(other)) >= SURE_DIGITS and slip(one, other) is not None
