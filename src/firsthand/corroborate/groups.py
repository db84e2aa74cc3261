"""A group of readings that answer one question, with what they have told together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from firsthand.corroborate.names import Names, country_of
from firsthand.corroborate.periods import Period
from firsthand.corroborate.readings import Reading, Shape, family_of

Key = tuple[Hashable, ...]


@dataclass(eq=False)
class Group:
    """Readings that answer one question; the counters say how many of them tell what."""

    number: int
    shape: Shape
    readings: list[Reading] = field(default_factory=list)
    of_article: dict[int, list[Reading]] = field(default_factory=lambda: defaultdict(list))
    names: Counter[str] = field(default_factory=Counter)
    lent: Counter[str] = field(default_factory=Counter)
    """Names that the articles tell around the claims."""
    words: Counter[str] = field(default_factory=Counter)
    narrow: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    periods: Counter[Period] = field(default_factory=Counter)
    sizes: Counter[float] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    parts: int = 0

    @property
    def family(self) -> str | None:
        """The family of its units; None where no reading tells a unit."""
        return next(iter(self.families), None)

    def add(self, reading: Reading) -> None:
        """Take a reading in; one laid over a copy tells nothing of its own."""
        self.readings.append(reading)
        self.of_article[reading.at].append(reading)
        if reading.echoed:
            return
        for counter, told in self._told(reading):
            counter.update(told)
        self.parts += reading.part

    def drop(self, reading: Reading) -> None:
        """Let a reading go."""
        self.readings = [r for r in self.readings if r is not reading]
        self.of_article[reading.at] = [r for r in self.of_article[reading.at] if r is not reading]
        for counter, told in self._told(reading):
            for key in told:
                counter[key] -= 1
                if counter[key] <= 0:
                    del counter[key]
        self.parts -= reading.part

    def _told(self, reading: Reading) -> Iterable[tuple[Counter[Hashable], list[Hashable]]]:
        slots = reading.slots
        own = family_of(reading)
        told: list[tuple[Counter[Hashable], Iterable[Hashable]]] = [
            (self.names, hard_names(slots.names)),  # type: ignore[list-item]  # counters of one use
            (self.lent, hard_names(slots.context)),  # type: ignore[list-item]
            (self.words, slots.words),  # type: ignore[list-item]
            (self.narrow, slots.narrow),  # type: ignore[list-item]
            # A headline shortens, and its kind is a guess.
            (self.kinds, [] if reading.title else [reading.claim.kind]),  # type: ignore[list-item]
            (self.periods, [slots.period] if slots.period else []),  # type: ignore[list-item]
            (self.sizes, [] if reading.size is None else [reading.size]),  # type: ignore[list-item]
            (self.units, [reading.unit] if reading.unit else []),  # type: ignore[list-item]
            (self.families, [own] if own else []),  # type: ignore[list-item]
        ]
        return [(counter, list(some)) for counter, some in told]

    def share(self, name: str) -> float:
        """Return how usual a name is in the group: 1 where half of the readings tell it."""
        return min(1.0, 2 * self.names[name] / len(self.readings))

    @property
    def usual_kind(self) -> str:
        """The kind that most of its readings have; a title's where there is nothing else."""
        kinds = self.kinds or Counter(r.claim.kind for r in self.readings)
        return max(kinds, key=lambda k: (kinds[k], k))


def hard_names(names: Names) -> set[str]:
    """Return the names by which matters are told apart: places, countries, vessels, firms."""
    return {*names.geo, *names.own}


def around(names: Iterable[str]) -> set[str]:
    """Return the countries in which places lie: a place tells its country without naming it."""
    return {c for c in map(country_of, names) if c}


def keys_of(reading: Reading, *, context: bool = False) -> set[Key]:
    """Return under what a group that holds the reading is found."""
    shape = reading.shape
    own = hard_names(reading.slots.names)
    around_it = hard_names(reading.slots.context) if context else set()
    if context and not own:
        around_it |= reading.slots.speakers
    keys: set[Key] = {("name", shape, n) for n in own | around_it}
    if reading.size is not None:
        keys.add(("value", shape, abs(reading.size)))
        keys.add(("digits", shape, "".join(sorted(f"{abs(reading.size):g}".strip("0")))))
    if not own and not around_it:
        keys.add(("family", shape, family_of(reading)))
    return keys
