"""What the headings over the columns of figures say of periods."""

from __future__ import annotations

import re

import msgspec

from firsthand.tables.bases import is_base
from firsthand.tables.columns import Column
from firsthand.tables.headings import Heading
from firsthand.tables.lexicon import fold, plain_dashes
from firsthand.tables.period_grammar import patterns
from firsthand.tables.period_part import Part
from firsthand.tables.periods import find_periods, read_period
from firsthand.tables.timeline import give_years, resolve
from firsthand.tables.units import RATIOS, find_unit, is_comparison


class ColumnPeriods(msgspec.Struct):
    """Periods by column.

    Args:
        parts: What the headings over a column say, the nearest first.
        running: Columns that run from the beginning of the year, by words of a heading.
        unsure: Columns whose heading fits two readings, with both.
    """

    parts: dict[int, tuple[Part, ...]]
    running: frozenset[int]
    unsure: dict[int, tuple[str, ...]]


def column_periods(values: list[Column]) -> ColumnPeriods:
    """Read the headings of all columns of figures; those of one heading row are read as one axis."""
    chosen: dict[Heading, Part] = {}
    unsure: dict[Heading, tuple[str, ...]] = {}
    years: dict[Heading, Part] = {}
    for row in sorted({heading.row for column in values for heading in column.path}):
        axis = list(dict.fromkeys(h for column in values for h in column.path if h.row == row))
        options = [_options(heading.text) for heading in axis]
        axis_parts, open_ = resolve(options)
        chosen |= {h: part for h, part in zip(axis, axis_parts, strict=True) if part is not None}
        years |= {
            h: year
            for h, year in zip(axis, give_years(axis_parts), strict=True)
            if year is not None
        }
        for number in open_:
            unsure[axis[number]] = tuple(part.text() or part.grain for part in options[number][:2])
    _mark_running_spans(chosen)
    parts = {c.index: _of_column(c, chosen, years) for c in values}
    _date_comparisons(values, parts)
    return ColumnPeriods(
        parts,
        frozenset(c.index for c in values if any(is_running(h.text) for h in c.path)),
        {c.index: unsure[h] for c in values for h in c.path if h in unsure and c.period is None},
    )


def _of_column(
    column: Column, chosen: dict[Heading, Part], years: dict[Heading, Part]
) -> tuple[Part, ...]:
    """Return the parts over a column, the nearest first; a neighbour's year only where none stands above."""
    if column.period is not None:
        return (column.period,)
    own = [chosen[heading] for heading in reversed(column.path) if heading in chosen]
    if all(part.year is None and part.grain != "years" for part in own):
        own += [years[heading] for heading in reversed(column.path) if heading in years][:1]
    return tuple(own)


def _options(text: str) -> tuple[Part, ...]:
    """Return the readings of a heading; of several periods in it the latest counts."""
    parts = read_period(text)
    if parts:
        return parts
    compares = is_comparison(text)
    inside = find_periods(_SLASH.sub(" / ", text) if compares else text)
    if not inside or (compares and len(inside) == 1 and is_base(inside[0])):
        return ()
    if compares:
        last = [_later_end(each.parts[0]) for each in inside]
        return (max(last, key=lambda part: (part.year or part.last, part.ends())),)
    return max((each.parts for each in inside), key=lambda p: (p[0].year or p[0].last, p[0].ends()))


def _date_comparisons(values: list[Column], parts: dict[int, tuple[Part, ...]]) -> None:
    """A change or share without a period of its own has the latest one of the columns to its left."""
    latest: tuple[Part, ...] = ()
    for column in values:
        if parts[column.index]:
            later = _moment(parts[column.index]) >= _moment(latest)
            latest = parts[column.index] if later else latest
        elif any(is_comparison(h.text) or _is_ratio(h.text) for h in column.path):
            parts[column.index] = latest


def _is_ratio(text: str) -> bool:
    found = find_unit(text)
    return found is not None and found.unit in RATIOS


def _moment(parts: tuple[Part, ...]) -> tuple[int, int]:
    year = max(
        (part.year or part.last for part in parts if part.year or part.grain == "years"), default=0
    )
    return year, max((part.ends() for part in parts), default=0)


_SLASH = re.compile(r"(?<=\d)\s?[/:]\s?(?=\d{4}|[qQIV])")


def _later_end(part: Part) -> Part:
    """A comparison of two years has the later one: "Change 2023 to 2024", "2023/24"."""
    if part.grain == "years":
        return Part("year", part.last)
    if part.grain == "split" and part.year is not None:
        return Part("year", part.year + 1)
    return part


def is_running(text: str) -> bool:
    """Tell whether words say that figures run from the beginning of the year."""
    folded = plain_dashes(fold(text))
    forms = patterns()
    return bool(forms["running"].search(folded)) and not forms["single"].search(folded)


def _mark_running_spans(chosen: dict[Heading, Part]) -> None:
    """Spans of one beginning and several ends are running sums, in whichever month the year begins."""
    ends: dict[tuple[int | None, int], set[int]] = {}
    for part in chosen.values():
        if part.grain == "months":
            ends.setdefault((part.year, part.first), set()).add(part.last)
    begins = {(part.year, part.first) for part in chosen.values() if part.grain == "months"}
    for heading, part in chosen.items():
        beside = part.grain == "months" and (part.year, part.last + 1) in begins
        if part.cumulative and beside:
            # "January–June, July–December": parts of a year beside each other, no running sum.
            chosen[heading] = msgspec.structs.replace(part, cumulative=None)
    for heading, part in chosen.items():
        if (
            part.grain == "months"
            and part.cumulative is None
            and len(ends[part.year, part.first]) > 1
        ):
            chosen[heading] = msgspec.structs.replace(part, cumulative=True)
