"""What an article does not tell of one value is taken from its others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable

from firsthand.corroborate.traces import Trace, is_counted, untold

BY_HABIT = 0.6
"""Probability that an article had a value from where it had its others."""


class Habits:
    """From which article, and on which voice, the values of each article rest."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self._sources: dict[int, Counter[int]] = defaultdict(Counter)
        self._told: dict[int, list[Trace]] = defaultdict(list)
        for trace in traces:
            if trace.source is not None:
                self._sources[trace.at][trace.source] += 1
            elif trace.voices and not all(v.generic for v in trace.voices) and is_counted(trace):
                self._told[trace.at].append(trace)

    def fill(self, trace: Trace, holders: Container[int]) -> None:
        """Lay what is usual in an article over a value of which it tells nothing.

        Args:
            holders: The articles that answer the question; the source must be one of them.
        """
        if not untold(trace):
            return
        sources = {s: n for s, n in self._sources[trace.at].items() if s in holders}
        if sources:
            trace.source = max(sources, key=lambda s: (sources[s], -s))
            trace.how, trace.probability = "wording", BY_HABIT
            return
        voices = {v.key: v for t in self._told[trace.at] for v in t.voices}
        if len(voices) == 1 and not trace.voices and is_counted(trace):
            trace.assumed = True
            usual = self._told[trace.at][0]
            trace.voices, trace.how, trace.analyst = list(voices.values()), usual.how, usual.analyst
            trace.named, trace.span = list(usual.named), usual.span
