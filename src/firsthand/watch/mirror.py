"""Mirror statistics: what one country says it sent against what the other says it received.

Source: United Nations, International Merchandise Trade Statistics: Compilers Manual, chapter on
bilateral comparisons (freight and insurance, timing, goods by way of third countries).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.model.alarm import Oddity
from firsthand.model.table import Series, Table, Value
from firsthand.tables.long.series import LongSeries
from firsthand.watch.assumptions import Assumptions, Mirror
from firsthand.watch.figures import figure, per_cent, times
from firsthand.watch.oddities import known, labels_of, words

ROLES = ("reporter", "partner", "flow")


class Side(NamedTuple):
    """One country's series of one trade; `rest` are the other labels, commodity among them."""

    seller: str
    buyer: str
    exports: bool
    rest: tuple[tuple[str, str], ...]
    unit: str | None


def _role(name: str) -> str | None:
    """Return what a dimension of that name says of a trade."""
    return next((role for role in ROLES if name.casefold().strip() in words(role)), None)


def side_of(series: Series) -> Side | None:
    """Return whose trade a series reports; None where it does not name flow, reporter, partner."""
    roles: dict[str, str] = {}
    rest = []
    for name, label in series.dims.items():
        if role := _role(name):
            roles[role] = label.strip().casefold()
        else:
            rest.append((name, label))
    if len(roles) < len(ROLES):
        return None
    exports, imports = (roles["flow"] in words(kind) for kind in ("exports", "imports"))
    if exports == imports:
        return None
    pair = roles["reporter"], roles["partner"]
    seller, buyer = pair if exports else pair[::-1]
    return Side(seller, buyer, exports, tuple(sorted(rest)), series.unit)


def limits(sent: list[float], at: int, rule: Mirror) -> tuple[float, float]:
    """Return what the buyer may have booked of what was sent: freight, timing and rounding.

    Args:
        sent: The seller's figures in the order of time.
        at: The period asked about.
        rule: The stated tolerances.
    """
    now, before = sent[at], sent[at - 1] if at else sent[at]
    late = now + rule.on_the_way * (before - now)
    low, high = min(now * (1 - rule.on_the_way * (at == 0)), late), max(now, late)
    if at == 0:
        high = now * (1 + rule.on_the_way)
    return low * rule.freight_low * (1 - rule.rounding), high * rule.freight_high * (
        1 + rule.rounding
    )


class Booked(NamedTuple):
    """A series that reports a trade, by its place in its table; it is made when it is looked at."""

    table: Table
    number: int

    def series(self) -> Series:
        """Return the series with its values."""
        return self.table.series[self.number]


def mirrors(tables: Sequence[Table], given: Assumptions) -> Iterator[Oddity]:
    """Yield trades of which the two partners tell figures that no tolerance joins."""
    sides: dict[Side, Booked] = {}
    for table in tables:
        for number, series in enumerate(_heads(table)):
            if side := side_of(series):
                sides.setdefault(side, Booked(table, number))
    for side, sent in sides.items():
        if side.exports and (got := sides.get(side._replace(exports=False))):
            yield from _held(sent.table, (sent.series(), got.series()), side, given.mirror)


def _heads(table: Table) -> Iterator[Series]:
    """Yield the series of a table, those of a long one without their values."""
    held = table.series
    if not isinstance(held, LongSeries):
        yield from held
    elif len(held) and len({_role(name) for name in held.head(0)[0].dims} - {None}) == len(ROLES):
        yield from (held.head(number)[0] for number in range(len(held)))


def _held(table: Table, pair: tuple[Series, Series], side: Side, rule: Mirror) -> Iterator[Oddity]:
    sent, got = known(pair[0]), known(pair[1])
    periods = [p for p in sent if p in got]
    values = [float(sent[p].value or 0) for p in periods]
    for at, period in enumerate(periods):
        told, booked = values[at], float(got[period].value or 0)
        low, high = limits(values, at, rule)
        if max(told, booked) < rule.least or low <= booked <= high:
            continue
        yield _oddity(table, pair, (side, period), (sent[period], got[period]), (low, high))


def _oddity(
    table: Table,
    pair: tuple[Series, Series],
    place: tuple[Side, str],
    values: tuple[Value, Value],
    bounds: tuple[float, float],
) -> Oddity:
    side, period = place
    told, booked = (float(v.value or 0) for v in values)
    if told == 0 or booked == 0:
        how = "one side has none"
    else:
        how = (
            f"{times(booked / told)} what was sent"
            if booked > told
            else f"{per_cent(booked / told)} of it"
        )
    return Oddity(
        kind="mirror",
        table=table.table,
        series=(pair[0].id, pair[1].id),
        labels=labels_of(pair[0]),
        period=period,
        words=f"{side.seller.title()} says it sent {figure(told)} to {side.buyer.title()} in {period}, "
        f"which says it got {figure(booked)}: {how}; {figure(bounds[0])} to {figure(bounds[1])} would do",
        cells=(values[0].cell, values[1].cell),
    )
