"""Files that say themselves what is what (JSON-stat, SDMX): their observations into series."""

from __future__ import annotations

import msgspec

from firsthand.errors import TableError
from firsthand.model.table import Doubt, Flag, Table, Unplaced
from firsthand.tables.assemble import Observation
from firsthand.tables.flags import status_kinds
from firsthand.tables.marks import Legend, flag_of, read_legend
from firsthand.tables.periods import find_periods, read_period
from firsthand.tables.quantity import measure_of, times
from firsthand.tables.series import gather
from firsthand.tables.timeline import Period, compose
from firsthand.tables.units import RATIOS
from firsthand.tables.view import column_roles


class Datum(msgspec.Struct, frozen=True):
    """One observation as its file gives it.

    Args:
        dims: (dimension, label), without period, unit and frequency.
        periods: Texts of the period, the likeliest first (code, then label).
        units: Texts of the unit, the nearest first.
        factor: Power of ten by which it is multiplied; None: the unit tells.
        status: Codes of the observation's status, of which `confidential` are those of CONF_STATUS.
    """

    cell: str
    dims: tuple[tuple[str, str], ...]
    periods: tuple[str, ...]
    value: float | int | None
    printed: str
    units: tuple[str, ...] = ()
    factor: int | None = None
    status: tuple[str, ...] = ()
    confidential: tuple[str, ...] = ()


class Coded(msgspec.Struct):
    """A file of observations, and what it says of itself."""

    data: list[Datum]
    title: str | None = None
    publisher: str | None = None
    vintage: str | None = None
    notes: tuple[str, ...] = ()
    legend: dict[str, str] = {}
    """Status code -> what the file says that it means."""


def understand_coded(coded: Coded, *, name: str, digest: str) -> Table:
    """Return the table of a coded file.

    Raises:
        TableError: it holds no observation.
    """
    if not any(datum.value is not None or datum.status for datum in coded.data):
        raise TableError("no observation with a figure in it", where=name)
    legend = _legend(coded)
    unplaced: list[Unplaced] = []
    doubts: list[Doubt] = []
    observations: list[tuple[str | None, Observation]] = []
    for datum in coded.data:
        period = _period(datum, coded.title)
        if period is None:
            unplaced.append(Unplaced(cell=datum.cell, text=datum.printed))
            continue
        observations.append((None, _observation(datum, period, legend, coded.title)))
    return Table(
        table=name, sha256=digest, title=coded.title, publisher=coded.publisher, notes=coded.notes,
        vintage=coded.vintage, series=gather(observations, doubts), unplaced=tuple(unplaced), doubts=tuple(doubts),
    )  # fmt: skip


def _legend(coded: Coded) -> Legend:
    told = dict(read_legend(coded.notes).told)
    told |= read_legend([f"{mark} = {words}" for mark, words in coded.legend.items()]).told
    return Legend(told)


def _period(datum: Datum, title: str | None) -> Period | None:
    for text in datum.periods:
        if parts := read_period(text):
            return compose(parts[:1])
    inside = find_periods(title) if title and not datum.periods else ()
    return compose(inside[0].parts[:1]) if len(inside) == 1 else None


def _observation(datum: Datum, period: Period, legend: Legend, title: str | None) -> Observation:
    around = (title,) if title else ()
    measure = measure_of((), datum.units, [label for _, label in reversed(datum.dims)], around)
    factor = measure.factor
    if datum.factor is not None and measure.unit not in RATIOS:
        factor = 10**datum.factor
    flags: list[Flag] = []
    for code in datum.status:
        flags += [flag_of(kind) for kind in status_kinds(legend, code, confidential=False)]
    for code in datum.confidential:
        flags += [flag_of(kind) for kind in status_kinds(legend, code, confidential=True)]
    value = datum.value
    if value is None:
        # A confidential value is also marked as missing: the reason wins.
        flags = ["confidential"] if "confidential" in flags else ["missing"]
    return Observation(
        datum.cell,
        datum.dims,
        measure.unit,
        period,
        datum.printed,
        times(value, factor),
        tuple(dict.fromkeys(flags)),
    )


Parts = tuple[str, str, str, str]
"""Id and name of a dimension or attribute, id and name of its value."""


class Sorted(msgspec.Struct):
    """The dimensions and attributes of an observation by what they are."""

    dims: list[tuple[str, str]] = []
    periods: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    factor: int | None = None
    status: tuple[str, ...] = ()
    confidential: tuple[str, ...] = ()


def sort_parts(dimensions: list[Parts], attributes: list[Parts]) -> Sorted:
    """Tell labels, period, unit, multiplier and status apart by the roles of their ids and names."""
    out = Sorted(dims=[])
    for known, parts in ((True, dimensions), (False, attributes)):
        for id_, name, code, label in parts:
            roles = column_roles(id_) | column_roles(name)
            if "period" in roles:
                out.periods = (code, label)
            elif "multiplier" in roles:
                out.factor = (
                    int(code) if code.isascii() and code.isdigit() and len(code) < 3 else out.factor
                )
            elif "status" in roles and "conf" in id_.casefold():
                out.confidential = (*out.confidential, code)
            elif "status" in roles:
                out.status = (*out.status, code)
            elif "unit" in roles:
                out.units = (*out.units, code, label)
            elif known and not roles & {"sdmx", "note"}:
                out.dims.append((name or id_, label or code))
    return out
