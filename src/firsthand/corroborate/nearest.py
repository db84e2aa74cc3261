"""The earlier article that comes closest to one that names no source: by odd values and wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from firsthand.corroborate.groups import Group
from firsthand.corroborate.lots import SURE_DIGITS
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import PLACES, significant, slip
from firsthand.corroborate.traces import Rows, Trace, akin
from firsthand.corroborate.voices import Voice

ENOUGH_DIGITS = 2.5
"""Significant digits, over all values that two articles share, from which they are compared."""
SWAPPED, SLIPPED = 1.5, 0.8
"""What a digit of a miswritten value is worth: hardly two measure numbers with digits exchanged."""
ODD = 2.0
"""Digits that it is worth when only one article had a value before, and more give another."""
BY_CHANCE = 0.85
"""Probability that two articles share a digit by chance, from the same voice or the same event."""
HARDLY_CHANCE = 4.3
"""Digits from which it is likelier that one drew on the other: 0.85 to that power is one half."""
LIKE_WORTH = 30.0
"""Summed weight of shared words that tells as much as one more shared digit."""
FIRST, LATEST = 10, 30
"""Of very many articles with a value only the first and the latest before are looked at."""


class Nearest:
    """Finds the closest earlier article for values of a case.

    Args:
        shared: Gives the summed weight of the words that two texts share, the later one first.
    """

    def __init__(self, groups: Sequence[Group], shared: Callable[[int, int], float]) -> None:
        self._shared = shared
        self._holds: dict[int, dict[int, list[Reading]]] = defaultdict(dict)
        for group in groups:
            for reading in group.readings:
                self._holds[reading.at].setdefault(group.number, []).append(reading)

    def take(self, trace: Trace, fitting: Sequence[Trace], rows: Rows) -> None:
        """Let a value come from the fitting article with the most figures and words in common.

        Only where they can hardly be chance. An odd value that only one had before, while others
        give another, tells more.
        """
        ranked = []
        for other in [*fitting[:FIRST], *fitting[FIRST:][-LATEST:]]:
            digits = self._digits(trace.at, other.at)
            if digits >= ENOUGH_DIGITS:
                worth = digits + self._shared(trace.at, other.at) / LIKE_WORTH
                worth += ODD if _only_before(trace, other, rows) else 0.0
                ranked.append((akin(trace.first, other.first), worth, -other.at))
        if ranked and max(ranked)[1] >= HARDLY_CHANCE:
            trace.source, trace.how = -max(ranked)[2], "wording"
            trace.probability = 1 - BY_CHANCE ** max(ranked)[1]

    def _digits(self, later: int, earlier: int) -> float:
        """Return how many significant digits of values two articles share, over all questions."""
        mine, theirs = self._holds[later], self._holds[earlier]
        return sum(
            max((_worth(a, b) for a in mine[n] for b in theirs[n]), default=0.0)
            for n in mine.keys() & theirs.keys()
        )


def may_be_one(some: Iterable[Voice], others: Iterable[Voice]) -> bool:
    """Tell whether any voice of one side can be one of the other: shared words or a shared country."""
    theirs = list(others)
    return any(a.core & b.core or a.lands & b.lands for a in some for b in theirs)


def _only_before(trace: Trace, other: Trace, rows: Rows) -> bool:
    before = rows.equal(trace.first, before=trace.at)
    return [t.at for t in before] == [other.at] and rows.of_other_values(trace.first) > 1


def _worth(one: Reading, other: Reading) -> float:
    """Return what an equal, rounded or miswritten value tells, in digits."""
    likely = akin(one, other)
    if not likely or one.size is None or other.size is None:
        return 0.0
    if likely == 0.5:
        swapped = slip(other.size, one.size) == PLACES and significant(one.size) >= SURE_DIGITS
        likely = SWAPPED if swapped else SLIPPED
    return likely * significant(one.size)
