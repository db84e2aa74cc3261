"""What a new release of a table changed: revised, added and withdrawn values, series that came and went."""

from __future__ import annotations

import re
from collections import Counter

from firsthand.model.table import Revision, RevisionKind, Revisions, Series, Table, Value
from firsthand.tables.lexicon import fold
from firsthand.tables.period_part import bounds

Key = tuple[object, ...]
_QUALIFIERS = frozenset(
    {"provisional", "revised", "estimate", "approximate", "confidential", "missing", "nil"}
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
TOLERANCE = 1e-9
"""Relative difference below which two values are one: what multiplying leaves."""


def diff(old: Table, new: Table) -> Revisions:
    """Return what `new` changed in `old`, in the order of the new table, then what it withdrew.

    Series are the same that have the same labels (in any order), unit and cumulation; sheets that differ only in
    a year are one. A label that both tables have more than once is told apart by its sheet, or else by its place.
    """
    before, after = _by_key(old), _by_key(new)
    revisions: list[Revision] = []
    same = 0
    for key, series in after.items():
        earlier = before.get(key)
        if earlier is not None:
            found = _compare(earlier, series)
            same += sum(1 for each in found if each is None)
            revisions += [each for each in found if each is not None]
    return Revisions(
        old=old.table, new=new.table, old_sha256=old.sha256, new_sha256=new.sha256,
        old_vintage=old.vintage, new_vintage=new.vintage, same=same, revisions=tuple(revisions),
        gone=tuple(series.dims for key, series in before.items() if key not in after),
        fresh=tuple(series.dims for key, series in after.items() if key not in before),
    )  # fmt: skip


def _by_key(table: Table) -> dict[Key, Series]:
    plain = Counter(_key(series) for series in table.series)
    out: dict[Key, Series] = {}
    for series in table.series:
        key = _key(series)
        if plain[key] > 1:
            key = (*key, _YEAR.sub("", series.sheet or "").strip())
        number = 0
        while (*key, number) in out:
            number += 1
        out[(*key, number)] = series
    return out


def _key(series: Series) -> Key:
    labels = tuple(sorted(fold(label) for label in series.dims.values()))
    return labels, series.unit, series.cumulative


def _compare(old: Series, new: Series) -> list[Revision | None]:
    """Return a revision for each value that changed, None for each that did not."""
    held = {_period(value): value for value in old.values}
    out: list[Revision | None] = []
    for value in new.values:
        out.append(_revision(new, held.pop(_period(value), None), value))
    out += [_revision(new, value, None) for value in held.values()]
    return out


def _period(value: Value) -> object:
    """Return a period as days, so that 2024-Q1 is 2024-01/2024-03."""
    return bounds(value.period) or value.period


def _revision(series: Series, old: Value | None, new: Value | None) -> Revision | None:
    known = new or old
    if known is None or (old is not None and new is not None and _equal(old, new)):
        return None
    a, b = (old.value if old else None), (new.value if new else None)
    change = None if a is None or b is None else b - a
    percent = None if not a or change is None else 100 * change / abs(a)
    kind: RevisionKind = "added" if old is None else "withdrawn"
    if old is not None and new is not None:
        kind = "flags" if _near(a, b) and (old.low, old.high) == (new.low, new.high) else "revised"
    return Revision(
        kind=kind, dims=series.dims, period=known.period, unit=series.unit, sheet=series.sheet,
        old=old, new=new, change=change, percent=percent,
    )  # fmt: skip


def _equal(old: Value, new: Value) -> bool:
    same = _near(old.value, new.value) and (old.low, old.high) == (new.low, new.high)
    return same and set(old.flags) & _QUALIFIERS == set(new.flags) & _QUALIFIERS


def _near(a: float | int | None, b: float | int | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))
