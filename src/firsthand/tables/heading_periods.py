"""What the headings over the columns of figures say of periods."""

from __future__ import annotations

import msgspec

from firsthand.tables.columns import Column
from firsthand.tables.headings import Heading
from firsthand.tables.lexicon import fold, plain_dashes
from firsthand.tables.period_grammar import patterns
from firsthand.tables.periods import Part, find_periods, read_period
from firsthand.tables.timeline import resolve
from firsthand.tables.units import is_comparison


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
    for row in sorted({heading.row for column in values for heading in column.path}):
        axis = list(dict.fromkeys(h for column in values for h in column.path if h.row == row))
        options = [_options(heading.text) for heading in axis]
        parts, open_ = resolve(options)
        chosen |= {h: part for h, part in zip(axis, parts, strict=True) if part is not None}
        for number in open_:
            unsure[axis[number]] = tuple(part.text() or part.grain for part in options[number][:2])
    _mark_running_spans(chosen)
    parts = {c.index: tuple(chosen[h] for h in reversed(c.path) if h in chosen) for c in values}
    _date_comparisons(values, parts)
    return ColumnPeriods(
        parts,
        frozenset(c.index for c in values if any(is_running(h.text) for h in c.path)),
        {c.index: unsure[h] for c in values for h in c.path if h in unsure},
    )


def _options(text: str) -> tuple[Part, ...]:
    """Return the readings of a heading; of several periods in it the latest counts."""
    parts = read_period(text)
    if parts:
        return parts
    inside = find_periods(text)
    if not inside:
        return ()
    return max((each.parts for each in inside), key=lambda p: (p[0].year or p[0].last, p[0].ends()))


def _date_comparisons(values: list[Column], parts: dict[int, tuple[Part, ...]]) -> None:
    """A change or share without a period of its own has the latest one of the columns to its left."""
    latest: tuple[Part, ...] = ()
    for column in values:
        if parts[column.index]:
            later = _moment(parts[column.index]) >= _moment(latest)
            latest = parts[column.index] if later else latest
        elif any(is_comparison(heading.text) for heading in column.path):
            parts[column.index] = latest


def _moment(parts: tuple[Part, ...]) -> tuple[int, int]:
    year = max(
        (part.year or part.last for part in parts if part.year or part.grain == "years"), default=0
    )
    return year, max((part.ends() for part in parts), default=0)


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
    for heading, part in chosen.items():
        if (
            part.grain == "months"
            and part.cumulative is None
            and len(ends[part.year, part.first]) > 1
        ):
            chosen[heading] = msgspec.structs.replace(part, cumulative=True)
