"""Who affirms what somebody denies, in other words than the denial's.

A denial that two parties met answers everyone who reports dealings between them: an article whose
claims of that kind name all the parties of a denied event affirms it, though it counts tonnes or hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.corroborate.groups import Group, hard_names
from firsthand.corroborate.lexicon import factor, family, near_kinds
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import significant

SURE_DIGITS = 3
"""Significant digits from which a denied number is known again."""
PARTIES = 2
"""A denied event is known again by so many parties, places or things, or more."""


def add_implied(groups: Sequence[Group], readings: Sequence[Reading]) -> None:
    """Enter into each denied event the articles that affirm it in other words."""
    by_article: dict[int, list[Reading]] = {}
    for reading in readings:
        by_article.setdefault(reading.at, []).append(reading)
    for group in groups:
        parties, sizes = _denied_parties(group), _denied_sizes(group)
        for at in sorted(by_article.keys() - {a for a, own in group.of_article.items() if own}):
            own = by_article[at]
            told = _giving(own, group, sizes)
            if not sizes and len(parties) >= PARTIES:
                told = _affirming(own, group, parties)
            if told:
                group.add(told)


def _denied_sizes(group: Group) -> set[tuple[str | None, float]]:
    """Return the values that are denied, where that is all that is denied, with their families."""
    if group.shape != "event" or any(r.value is True for r in group.readings):
        return set()
    told = [
        (family(q.unit), float(q.value) * factor(q.unit))
        for r in group.readings
        if _denies(r)
        for q in r.claim.quantities
        if not isinstance(q.value, tuple)
    ]
    return {(unit, size) for unit, size in told if significant(size) >= SURE_DIGITS}


def _giving(
    own: Iterable[Reading], group: Group, sizes: set[tuple[str | None, float]]
) -> Reading | None:
    """Return the best reading that gives a denied value."""
    fit = [
        r
        for r in own
        if r.size is not None and (family(r.unit), r.size) in sizes and r.claim.status != "denied"
        if near_kinds(r.claim.kind, group.usual_kind)
    ]
    return _as_event(min(fit, key=lambda r: (r.title, r.order))) if fit else None


def _denied_parties(group: Group) -> set[str]:
    """Return the names that most who affirm a denied event tell, else those of the denial."""
    if group.shape != "event" or not any(_denies(r) for r in group.readings):
        return set()
    yes = [r for r in group.readings if r.value is True]
    names = [hard_names(r.slots.names) | hard_names(r.slots.context) for r in yes]
    # A denial that nobody answers says itself what it is about.
    names = names or [hard_names(r.slots.names) for r in group.readings]
    return {n for own in names for n in own if sum(n in o for o in names) * 2 >= len(names)}


def _denies(reading: Reading) -> bool:
    """Tell whether somebody says that it did not happen; "no" of the article itself is no denial."""
    said = reading.claim.status == "denied" or reading.claim.strength == "denies"
    return said or (reading.value is False and bool(reading.claim.via))


def _affirming(own: Iterable[Reading], group: Group, parties: set[str]) -> Reading | None:
    near = [
        r
        for r in own
        if r.value is not False and r.claim.status != "denied"
        if near_kinds(r.claim.kind, group.usual_kind)
    ]
    named = [(hard_names(r.slots.names) | hard_names(r.slots.context), r) for r in near]
    if not parties <= set().union(*(n for n, _ in named)):
        return None
    best = max(named, key=lambda n: (len(n[0] & parties), not n[1].title, -n[1].order))[1]
    return _as_event(best)


def _as_event(reading: Reading) -> Reading:
    return replace(
        reading,
        shape="event",
        unit=None,
        value=True,
        size=None,
        quantity=None,
        relation="=",
        span=reading.claim.span,
        part=False,
    )
