"""Findings beside the bands: a share that changed, a level that shifted, a gap, a series that stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import yaml

from firsthand.errors import VocabularyError
from firsthand.model.alarm import Oddity
from firsthand.model.table import Series, Table, Value
from firsthand.watch.assumptions import Assumptions
from firsthand.watch.counts import normal_quantile, normal_upper
from firsthand.watch.figures import figure, per_cent
from firsthand.watch.periods import stretch
from firsthand.watch.special import Floats


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind from watch/data/words.yaml, in lower case."""
    text = (files("firsthand.watch") / "data" / "words.yaml").read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=yaml.CSafeLoader)
    if not isinstance(raw.get(kind), list):
        raise VocabularyError(f"has no list {kind}", where="watch/data/words.yaml:1")
    return frozenset(str(w).casefold() for w in raw[kind])


def is_total(label: str) -> bool:
    """Tell whether a label names the whole of which others are parts."""
    return label.strip(" :.*").casefold() in words("total")


def labels_of(series: Series) -> tuple[str, ...]:
    """Return the labels of a series in the order of its dimensions."""
    return tuple(series.dims.values())


def known(series: Series) -> dict[str, Value]:
    """Return the values that are there, by period, in the order of time."""
    placed = [(stretch(v.period), v) for v in series.values if v.value is not None]
    told = [(s, v) for s, v in placed if s is not None]
    return {v.period: v for _, v in sorted(told, key=lambda pair: pair[0])}


def totals(table: Table) -> Iterator[tuple[Series, str, list[Series]]]:
    """Yield each total of a table with its dimension and its parts."""
    for whole in table.series:
        for dimension, label in whole.dims.items():
            if not is_total(label):
                continue
            rest = {k: v for k, v in whole.dims.items() if k != dimension}
            parts = [
                s for s in table.series
                if s is not whole and s.sheet == whole.sheet and dimension in s.dims
                and {k: v for k, v in s.dims.items() if k != dimension} == rest
                and not is_total(s.dims[dimension])
            ]  # fmt: skip
            if parts:
                yield whole, dimension, parts


def compositions(table: Table, given: Assumptions) -> Iterator[Oddity]:
    """Yield parts whose share of the total left what counting and usual change explain.

    The log-odds of a share are taken as normal, with the stated variation beside that of counting
    (half a case added on either side: Haldane 1956).
    """
    rule = given.composition
    for whole, dimension, parts in totals(table):
        all_ = known(whole)
        for part in parts:
            own = known(part)
            periods = [p for p in own if p in all_]
            pairs = [(float(own[p].value or 0), float(all_[p].value or 0)) for p in periods]
            if len(pairs) < rule.least + 1 or any(n < k or n <= 0 for k, n in pairs):
                continue
            odds = np.array([np.log((k + 0.5) / (n - k + 0.5)) for k, n in pairs])
            noise = np.array([1 / (k + 0.5) + 1 / (n - k + 0.5) for k, n in pairs])
            weight = 1 / (rule.variation**2 + noise[:-1])
            usual = float((odds[:-1] * weight).sum() / weight.sum())
            spread = float(np.sqrt(rule.variation**2 + noise[-1] + 1 / weight.sum()))
            tail = float(normal_upper(abs(odds[-1] - usual) / spread))
            now, before = pairs[-1][0] / pairs[-1][1], 1 / (1 + float(np.exp(-usual)))
            if tail > rule.level or max(now, before) < rule.share_from:
                continue
            yield Oddity(
                kind="composition",
                table=table.table,
                series=(part.id, whole.id),
                labels=labels_of(part),
                period=periods[-1],
                words=f"{part.dims[dimension]} is {per_cent(now)} of the total in {periods[-1]}; "
                f"{per_cent(before)} was usual over {len(pairs) - 1} earlier periods",
                tail=tail,
                cells=(own[periods[-1]].cell, all_[periods[-1]].cell),
            )


def shifts(table: Table, given: Assumptions) -> Iterator[Oddity]:
    """Yield series whose level changed for good: the best split of the logarithms.

    Tested at the level over all splits (Bonferroni); variation as stated for short series.
    """
    rule, variation = given.shift, given.short.variation
    for series in table.series:
        values = list(known(series).values())
        if series.cumulative or len(values) < 2 * rule.least:
            continue
        y = np.array([float(v.value or 0) for v in values])
        if (y < 0).any():
            continue
        logs, noise = np.log(y + 0.5), variation**2 + 1 / (y + 0.5)
        best = max(_splits(logs, noise, rule.least), default=None)
        if best is None:
            continue
        z, at, change = best
        tail = min(1.0, 2 * float(normal_upper(z)) * (len(y) - 2 * rule.least + 1))
        if tail > rule.level or z < normal_quantile(1 - rule.level):
            continue
        ratio = float(np.exp(change))
        told = f"{ratio:.1f} times" if ratio >= 1 else f"{per_cent(ratio)} of"
        yield Oddity(
            kind="level-shift",
            table=table.table,
            series=(series.id,),
            labels=labels_of(series),
            period=values[at].period,
            words=f"from {values[at].period} on the level is {told} what it was before",
            tail=tail,
            cells=(values[at].cell,),
        )


def _splits(logs: Floats, noise: Floats, least: int) -> Iterator[tuple[float, int, float]]:
    """Yield standardised change, place and change of each split with enough figures either side."""
    for at in range(least, len(logs) - least + 1):
        before, after = 1 / noise[:at], 1 / noise[at:]
        change = (logs[at:] * after).sum() / after.sum() - (logs[:at] * before).sum() / before.sum()
        spread = np.sqrt(1 / before.sum() + 1 / after.sum())
        yield float(abs(change) / spread), at, float(change)


def silences(table: Table, given: Assumptions) -> Iterator[Oddity]:
    """Yield gaps inside series, and series that end while others of their table go on."""
    ends: dict[tuple[str | None, str], list[tuple[float, str]]] = {}
    for series in table.series:
        if told := known(series):
            last = list(told)[-1]
            place = stretch(last)
            if place:
                ends.setdefault((series.sheet, series.frequency), []).append((place.start, last))
    for series in table.series:
        told = known(series)
        if not told or series.frequency == "irregular":
            continue
        yield from _gaps(table, series, told)
        newest = max(ends[series.sheet, series.frequency])
        end = stretch(list(told)[-1])
        if end and newest[0] - end.start >= given.stopped_after * end.months - 0.01:
            yield Oddity(
                kind="stopped",
                table=table.table,
                series=(series.id,),
                labels=labels_of(series),
                period=list(told)[-1],
                words=f"ends with {list(told)[-1]}; others of the table go on to {newest[1]}",
                cells=(list(told.values())[-1].cell,),
            )


def _gaps(table: Table, series: Series, told: dict[str, Value]) -> Iterator[Oddity]:
    periods = list(told)
    for a, b in pairwise(periods):
        x, y = stretch(a), stretch(b)
        if not x or not y or series.cumulative:
            continue
        lacking = round((y.start - x.start) / x.months) - 1
        if lacking >= 1:
            noun = "period" if lacking == 1 else "periods"
            yield Oddity(
                kind="gap",
                table=table.table,
                series=(series.id,),
                labels=labels_of(series),
                period=b,
                words=f"{figure(lacking)} {noun} without a figure between {a} and {b}",
                cells=(told[a].cell, told[b].cell),
            )


def all_of(tables: Sequence[Table], given: Assumptions) -> tuple[Oddity, ...]:
    """Return the oddities of every table, the least likely first, gaps last."""
    found = [
        oddity
        for table in tables
        for find in (compositions, shifts, silences)
        for oddity in find(table, given)
    ]
    return tuple(sorted(found, key=lambda o: (o.tail is None, o.tail or 0.0)))
