"""Observations gathered into series, in the order in which they stand in the file."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model.table import Doubt, Series, Value
from firsthand.tables.assemble import Observation
from firsthand.tables.timeline import frequency_of

_Key = tuple[str | None, tuple[tuple[str, str], ...], str | None, bool]


def gather(
    observations: Sequence[tuple[str | None, Observation]], doubts: list[Doubt]
) -> tuple[Series, ...]:
    """Group (sheet, observation) by labels, unit and cumulation; values in the order of their periods.

    Two values of one period in one series are a doubt.
    """
    groups: dict[_Key, list[Observation]] = {}
    for sheet, each in observations:
        key = (sheet, each.dims, each.unit, each.period.cumulative)
        groups.setdefault(key, []).append(each)
    out = []
    for number, ((sheet, *_), members) in enumerate(groups.items(), 1):
        out.append(_series(f"s{number}", sheet, members))
        _twice(sheet, members, doubts)
    return tuple(out)


def _series(name: str, sheet: str | None, members: list[Observation]) -> Series:
    first = members[0]
    ordered = sorted(members, key=lambda each: (each.period.text[:4], each.period.text))
    return Series(
        id=name, sheet=sheet, dims=_named(first.dims), unit=first.unit,
        frequency=frequency_of([each.period for each in members]), cumulative=first.period.cumulative,
        values=tuple(_value(each) for each in ordered),
    )  # fmt: skip


def _named(dims: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the labels by dimension; a dimension without a heading, or told twice, gets a number."""
    out: dict[str, str] = {}
    for dim, label in dims:
        name, count = dim, 2
        while name in out:
            name, count = f"{dim} {count}", count + 1
        out[name] = label
    return out


def _value(each: Observation) -> Value:
    return Value(
        period=each.period.text, value=each.value, printed=each.printed, cell=each.cell,
        flags=each.flags, low=each.low, high=each.high, note=each.note,
    )  # fmt: skip


def _twice(sheet: str | None, members: list[Observation], doubts: list[Doubt]) -> None:
    seen: dict[str, list[str]] = {}
    for each in members:
        seen.setdefault(each.period.text, []).append(each.cell)
    for period, cells in seen.items():
        if len(cells) > 1:
            readings = (f"all are {period}", "the labels do not tell them apart")
            doubts.append(Doubt(cells=tuple(cells), readings=readings, sheet=sheet))
