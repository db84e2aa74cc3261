"""Makes of what the sieve found in a long table the few series and oddities that are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec
import numpy as np

from firsthand.model.alarm import Oddity
from firsthand.model.table import Series, Table
from firsthand.tables.long.series import LongSeries, SideBySide
from firsthand.watch.assumptions import Assumptions
from firsthand.watch.oddities import compositions, is_total, shifts, silences, totals
from firsthand.watch.panel import Ints
from firsthand.watch.rows import rows_of
from firsthand.watch.shares import shares
from firsthand.watch.sieve import CELLS, Sieved, sieve

TOLD = 1_000
"""Series of a long table that are told, the least likely first, and oddities of each kind."""
Family = tuple[int, tuple[int, ...]]


@dataclass(slots=True)
class Sifted:
    """A long table with what the sieve says of it.

    Args:
        told: The table with the series that are told, in the order of `numbers`.
        numbers: Their places among all series of the table.
    """

    table: Table
    series: LongSeries
    sieved: Sieved
    told: Table
    numbers: tuple[int, ...]
    oddities_left_out: int = field(default=0, init=False)

    def oddities(self, given: Assumptions) -> tuple[Oddity, ...]:
        """Return the oddities of the whole table, the first `TOLD` of each kind."""
        found = self.sieved
        by_tail = np.argsort(np.where(np.isnan(found.shift), np.inf, found.shift), kind="stable")
        shifted = self._some(by_tail[: int((~np.isnan(found.shift)).sum())])
        gaps = self._some(np.flatnonzero(found.gaps))
        stopped = self._some(np.flatnonzero(found.stopped(given)))
        out = [*self._compositions(given), *shifts(self._part(shifted), given)]
        for kind, numbers in (("gap", gaps), ("stopped", stopped)):
            named = {f"s{n + 1}" for n in numbers}
            part = self._part(sorted({*numbers, *found.newest()}))
            out += [o for o in silences(part, given) if o.kind == kind and o.series[0] in named]
        return tuple(out)

    def families(self, start: int) -> list[Family]:
        """Return the totals among its series with their parts, as places from `start` on."""
        if not any(is_total(label) for label in self.series.labels()):
            return []
        return families_of([self.series.head(n)[0] for n in range(len(self.series))], start)

    def _some(self, numbers: Ints) -> list[int]:
        self.oddities_left_out += max(0, len(numbers) - TOLD)
        return sorted(numbers[:TOLD].tolist())

    def _part(self, numbers: Sequence[int]) -> Table:
        return _part(self.table, self.series, numbers)

    def _compositions(self, given: Assumptions) -> Iterator[Oddity]:
        """Yield compositions of the families in which the arrays show one."""
        told = 0
        for family in self.families(0):
            head, changed = family[0], self._changed(family, given)
            self.oddities_left_out += len(changed[max(0, TOLD - told) :])
            changed = changed[: max(0, TOLD - told)]
            told += len(changed)
            if changed:
                yield from compositions(self._part([head, *changed]), given)

    def _changed(self, family: Family, given: Assumptions) -> list[int]:
        """Return the parts of a family whose share of the total is not what it was."""
        series, (head, parts) = self.series, family
        groups = len(series.columns.groups)
        alike = np.array(
            [head, *(p for p in parts if p // groups == head // groups)], dtype=np.int64
        )
        size = max(1, CELLS // max(1, len(series.columns.periods)))
        factors = self.sieved.factor[alike]
        out: list[int] = []
        for first in range(1, len(alike), size):
            chosen = np.concatenate([[0], np.arange(first, min(first + size, len(alike)))])
            held = series.side_by_side(alike[chosen], factors[chosen])
            matrix, told = held.values, held.told[1:]
            part = rows_of(
                SideBySide(held.periods, np.where(np.isnan(matrix[:1]), np.nan, matrix[1:]), told)
            )
            whole = rows_of(
                SideBySide(held.periods, np.where(np.isnan(matrix[1:]), np.nan, matrix[:1]), told)
            )
            out += alike[chosen[1:]][shares(part.values, whole.values, given).changed].tolist()
        return out


def sift(table: Table, series: LongSeries, given: Assumptions) -> Sifted:
    """Watch every series of a long table by its arrays, and make those that are told."""
    sieved = sieve(series, given)
    order = np.argsort(np.where(np.isnan(sieved.tail), np.inf, sieved.tail), kind="stable")
    judged = order[: int((~np.isnan(sieved.tail)).sum())]
    numbers = sorted((judged if len(judged) else order)[:TOLD].tolist())
    return Sifted(table, series, sieved, _part(table, series, numbers), tuple(numbers))


def _part(table: Table, series: LongSeries, numbers: Sequence[int]) -> Table:
    """Return the table with some of its series."""
    return msgspec.structs.replace(table, series=tuple(series[n] for n in numbers))


def families_of(series: Sequence[Series], start: int) -> list[Family]:
    """Return the totals among series with their parts, as places; `start` is that of the first."""
    held = list(totals(series))
    if not held:
        return []
    places = {id(s): start + n for n, s in enumerate(series)}
    return [(places[id(whole)], tuple(places[id(p)] for p in parts)) for whole, _, parts in held]
