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
from firsthand.watch.figures import figure, per_cent
from firsthand.watch.level import best_splits
from firsthand.watch.periods import LONGEST_POINT, step_of, stretch
from firsthand.watch.shares import shares

# What months and days of a year are off by, in months.
OFF = 0.1


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


def is_ratio(unit: str | None) -> bool:
    """Tell whether a unit is that of shares and rates, which no count model fits."""
    word = (unit or "").casefold().strip()
    return word in words("ratio") or word.startswith("%")


_Rest = tuple[str | None, str, frozenset[tuple[str, str]]]


def totals(those: Sequence[Series]) -> Iterator[tuple[Series, str, list[Series]]]:
    """Yield each total among the series of a table with its dimension and its parts."""
    wholes = [(s, d) for s in those for d, label in s.dims.items() if is_total(label)]
    if not wholes:
        return
    dimensions = {dimension for _, dimension in wholes}
    parts: dict[_Rest, list[Series]] = {}
    for series in those:
        for dimension in dimensions & series.dims.keys():
            if not is_total(series.dims[dimension]):
                parts.setdefault(_rest(series, dimension), []).append(series)
    for whole, dimension in wholes:
        if held := parts.get(_rest(whole, dimension)):
            yield whole, dimension, held


def _rest(series: Series, dimension: str) -> _Rest:
    rest = frozenset(pair for pair in series.dims.items() if pair[0] != dimension)
    return series.sheet, dimension, rest


def compositions(table: Table, given: Assumptions) -> Iterator[Oddity]:
    """Yield parts whose share of the total left what counting and usual change explain."""
    for whole, dimension, parts in totals(table.series):
        all_, own = known(whole), [known(part) for part in parts]
        periods = [[p for p in told if p in all_] for told in own]
        shape = (len(parts), max(map(len, periods)))
        of_part, of_whole = np.full(shape, np.nan), np.full(shape, np.nan)
        for row, (told, held) in enumerate(zip(own, periods, strict=True)):
            of_part[row, : len(held)] = [float(told[p].value or 0) for p in held]
            of_whole[row, : len(held)] = [float(all_[p].value or 0) for p in held]
        found = shares(of_part, of_whole, given)
        for row in np.flatnonzero(found.changed).tolist():
            part, last = parts[row], periods[row][-1]
            yield Oddity(
                kind="composition",
                table=table.table,
                series=(part.id, whole.id),
                labels=labels_of(part),
                period=last,
                words=f"{part.dims[dimension]} is {per_cent(float(found.now[row]))} of the total in {last}; "
                f"{per_cent(float(found.usual[row]))} was usual over {len(periods[row]) - 1} earlier periods",
                tail=float(found.tail[row]),
                cells=(own[row][last].cell, all_[last].cell),
            )


def shifts(table: Table, given: Assumptions) -> Iterator[Oddity]:
    """Yield series whose level changed for good: the best split of the logarithms.

    Tested at the level over all splits (Bonferroni); variation as stated for short series.
    """
    told = [(s, list(known(s).values())) for s in table.series if not s.cumulative]
    told = [(s, values) for s, values in told if values]
    counts = np.array([len(values) for _, values in told], dtype=np.int64)
    figures = np.full((len(told), int(counts.max(initial=0))), np.nan)
    for row, (_, values) in enumerate(told):
        figures[row, : len(values)] = [float(v.value or 0) for v in values]
    best = best_splits(figures, counts, given)
    for row in np.flatnonzero(best.shifted).tolist():
        series, values = told[row]
        at, ratio = values[best.at[row]], float(np.exp(best.change[row]))
        by = f"{ratio:.1f} times" if ratio >= 1 else f"{per_cent(ratio)} of"
        yield Oddity(
            kind="level-shift",
            table=table.table,
            series=(series.id,),
            labels=labels_of(series),
            period=at.period,
            words=f"from {at.period} on the level is {by} what it was before",
            tail=float(best.tail[row]),
            cells=(at.cell,),
        )


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
        newest = max(ends[series.sheet, series.frequency], key=lambda end: end[0])
        end = stretch(list(told)[-1])
        if (
            end
            and newest[0] - end.start >= given.stopped_after * step_of(end, series.frequency) - OFF
        ):
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
        # Days have a frequency only where no step is longer than it allows.
        if not x or not y or series.cumulative or x.months <= LONGEST_POINT:
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
