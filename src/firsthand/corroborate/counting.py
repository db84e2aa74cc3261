"""How many independent origins: the seven rules of the contract, for a question and for the case.

1. A voice at the end of a chain is an origin. 2. A title is one only with a sign of access. 3. So is
the article's own voice. 4. A described source counts 1, several up to their number, a plural without
one has no upper number; those that may be the same people add to `high` only. 5. Analyses of one raw
material have it as origin; analysts who differ add to `high` only. 6. A loop ends in no voice.
7. What was not read in full is no article here. An echo never raises any number.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from firsthand.corroborate.origins import Cast, Ends, Node
from firsthand.corroborate.traces import Trace, akin
from firsthand.corroborate.voices import Voice, may_be_anyone
from firsthand.model.question import OriginCount

PERHAPS_SAME = 0.5
"""Probability that a described source who may be one already counted is somebody else."""
PERHAPS_ACCESS = 0.25
"""Probability that a further analyst of one raw material had access beyond it."""


@dataclass
class Tally:
    """Origins and open ends that were found, to be counted.

    Args:
        order: Origins in the order in which they were first told.
        roots: Titles at which a search ended without a voice.
        analysts: Further analysts of raw material already counted.
    """

    order: list[Node] = field(default_factory=list)
    roots: set[Hashable] = field(default_factory=set)
    analysts: int = 0

    def take(self, cast: Cast, traces: Sequence[Trace], ends: Sequence[Ends]) -> None:
        """Enter what stands behind the values of a question."""
        for end in ends:
            for node in sorted(end.nodes):
                self.enter(cast.of(node))
            if not end.nodes:
                self.roots.add(end.root)
        self.take_analysts(traces)

    def take_analysts(self, traces: Sequence[Trace]) -> None:
        """Enter the reckonings from raw material that differ from those before them."""
        self.analysts += _further_analysts(traces)

    def settle(self, cast: Cast) -> None:
        """Let origins that were found to be one since they were entered count once."""
        self.order = list(dict.fromkeys(cast.of(origin) for origin in self.order))

    def enter(self, origin: Node) -> None:
        """Enter one origin."""
        if origin not in self.order:
            self.order.append(origin)

    def count(self, cast: Cast) -> OriginCount:
        """Return the numbers, with the reasons for them."""
        counts = _Counts()
        taken: list[Voice] = []
        for origin in self.order:
            members = cast.members(origin)
            voice = _best(members)
            same = voice.anonymity == "described" and any(_perhaps_same(voice, t) for t in taken)
            counts.add(voice, same=same)
            if voice.anonymity == "described":
                taken.append(voice)
        counts.add_open(len(self.roots))
        counts.add_analysts(self.analysts)
        return counts.told()


@dataclass
class _Counts:
    value: int = 0
    low: int = 0
    high: int | None = 0
    effective: float = 0.0
    why: list[str] = field(default_factory=list)

    def add(self, voice: Voice, *, same: bool) -> None:
        name = voice.name
        low, high = voice.number or (1, None if voice.plural else 1)
        if same:
            self._raise(high)
            self.effective += PERHAPS_SAME
            self.why.append(f"{name} may be a source already counted")
            return
        likely = low if high is None else high
        self.value += likely
        self.low += 1
        self._raise(high)
        self.effective += (1 + likely) / 2
        if high is None:
            self.why.append(f"{name}: a plural, its number is not told")
        elif high > 1:
            self.why.append(f"{name}: up to {high}")
        else:
            self.why.append(name)

    def add_open(self, roots: int) -> None:
        if roots:
            self._raise(roots)
            noun = "article or title" if roots == 1 else "articles or titles"
            self.why.append(f"{roots} {noun} without a voice or a sign of access")

    def add_analysts(self, analysts: int) -> None:
        if analysts:
            self._raise(analysts)
            self.effective += PERHAPS_ACCESS * analysts
            self.why.append(f"{analysts} more reckoning from the same raw material")

    def _raise(self, more: int | None) -> None:
        self.high = None if self.high is None or more is None else self.high + more

    def told(self) -> OriginCount:
        return OriginCount(
            value=self.value if self.low else None,
            low=self.low,
            high=self.high,
            effective=round(self.effective, 4),
            why=tuple(self.why),
        )


def _best(members: Sequence[Voice]) -> Voice:
    """Return the voice that tells most about an origin: a named one before a described one."""
    return min(members, key=lambda v: (v.anonymity != "named", v.generic, v.plural, v.document))


def _perhaps_same(voice: Voice, other: Voice) -> bool:
    return may_be_anyone(voice) or may_be_anyone(other) or bool(voice.core & other.core)


def _further_analysts(traces: Sequence[Trace]) -> int:
    """Return how many reckonings from raw material differ from those before them."""
    told: list[Trace] = []
    for trace in traces:
        if trace.analyst and not any(
            akin(trace.first, t.first) or akin(t.first, trace.first) for t in told
        ):
            told.append(trace)
    return max(0, len(told) - 1)
