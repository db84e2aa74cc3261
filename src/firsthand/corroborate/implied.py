"""Who affirms what somebody denies, in other words than the denial's.

A denial that two parties met answers everyone who reports dealings between them: an article whose
claims of that kind name all the parties of a denied event affirms it, though it counts tonnes or hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.corroborate.groups import Group, hard_names
from firsthand.corroborate.lexicon import factor, family, near_kinds
from firsthand.corroborate.names import is_country
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import significant
from firsthand.corroborate.words import fold_words

SURE_DIGITS = 3
"""Significant digits from which a denied number is known again."""
MOST_OF_ONE = 3
"""Claims by which one article affirms an event."""
PARTIES = 2
"""A denied event is known again by so many parties, places or things, or more."""


def add_implied(groups: Sequence[Group], readings: Sequence[Reading]) -> None:
    """Enter into each denied event the articles that affirm it in other words."""
    by_article: dict[int, list[Reading]] = {}
    for reading in readings:
        by_article.setdefault(reading.at, []).append(reading)
    for group in groups:
        parties, counts = _denied_parties(group), _denied_counts(group)
        sizes = {(unit, size) for unit, size in counts if significant(size) >= SURE_DIGITS}
        for at in sorted(by_article.keys() - {a for a, own in group.of_article.items() if own}):
            own = by_article[at]
            told = _giving(own, group, sizes)
            if not sizes and len(parties) >= PARTIES:
                told = _affirming(own, group, parties, counts=counts)
            for reading in told:
                group.add(reading)


Counts = set[tuple[str | None, float]]


def _denied_counts(group: Group) -> Counts:
    """Return the values that are denied, where that is all that is denied, with their families."""
    if group.shape != "event" or any(r.value is True for r in group.readings):
        return set()
    return {
        (family(q.unit), float(q.value) * factor(q.unit))
        for r in group.readings
        if _denies(r)
        for q in r.claim.quantities
        if not isinstance(q.value, tuple)
    }


def _giving(own: Iterable[Reading], group: Group, sizes: Counts) -> list[Reading]:
    """Return the best reading that gives a denied value."""
    fit = [
        r
        for r in own
        if r.size is not None and (family(r.unit), r.size) in sizes and r.claim.status != "denied"
        if near_kinds(r.claim.kind, group.usual_kind)
    ]
    return [_as_event(min(fit, key=lambda r: (r.title, r.order)))] if fit else []


def _denied_parties(group: Group) -> set[str]:
    """Return the names that most who affirm a denied event tell, else those of the denial.

    Who denies it is a party too where others name him: "The owner of the Star denies that it met any
    ship" is about the Star.
    """
    if group.shape != "event" or not any(_denies(r) for r in group.readings):
        return set()
    yes = [r for r in group.readings if r.value is True]
    no = [r for r in group.readings if r.value is not True]
    names = [hard_names(r.slots.names) | hard_names(r.slots.context) for r in yes]
    around = set().union(*(hard_names(r.slots.context) | r.slots.speakers for r in no))
    named = around & set().union(*names)
    # A denial that nobody answers says itself what it is about, and who denies it.
    names = names or [hard_names(r.slots.names) | _denier(r) for r in no]
    usual = {n for own in names for n in own if sum(n in o for o in names) * 2 >= len(names)}
    return _longest(usual | named)


def _denier(reading: Reading) -> set[str]:
    chain = reading.claim.chain
    return {fold_words(chain[-1])} if reading.claim.via and chain else set()


def _longest(names: set[str]) -> set[str]:
    """Leave out names that are a piece of others: "nimbus" beside "nimbus vault"."""
    return {n for n in names if not any(f" {n} " in f" {o} " for o in names - {n})}


def _denies(reading: Reading) -> bool:
    """Tell whether somebody says that it did not happen; "no" of the article itself is no denial."""
    said = reading.claim.status == "denied" or reading.claim.strength == "denies"
    return said or (reading.value is False and bool(reading.claim.via))


def _affirming(
    own: Sequence[Reading], group: Group, parties: set[str], *, counts: Counts
) -> list[Reading]:
    """Return the best readings of an article that names all the parties; a country may stand anywhere.

    Where a count is denied ("any of the fourteen"), a claim has to give it, and the rest of the article
    may name the parties.
    """
    near = [
        r
        for r in own
        if r.value is not False and r.claim.status != "denied"
        if near_kinds(r.claim.kind, group.usual_kind)
        if not counts or (family(r.unit), r.size) in counts
    ]
    named = [(hard_names(r.slots.names) | hard_names(r.slots.context), r) for r in near]
    others = own if near and counts else []
    told = set().union(*(n for n, _ in named), *(hard_names(r.slots.names) for r in others))
    countries = {c for r in near for c in r.slots.countries if is_country(c)}
    if not told & parties or not parties <= told | countries:
        return []
    named.sort(
        key=lambda n: (_is_told(n[1]), len(n[0] & parties), not n[1].title, -n[1].order),
        reverse=True,
    )
    return [_as_event(reading) for names, reading in named if names & parties][:MOST_OF_ONE]


def _is_told(reading: Reading) -> bool:
    return reading.claim.status in ("done", "ongoing")


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
