"""The series of a long table, each made from the arrays when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from firsthand.model.table import Series, Value
from firsthand.tables.assemble import Field
from firsthand.tables.columns import Role
from firsthand.tables.figures import Figure, read_figure
from firsthand.tables.flags import Said, say, status_kinds
from firsthand.tables.grid import Cell, cell_name, column_name
from firsthand.tables.lexicon import fold
from firsthand.tables.long.columns import LongColumns
from firsthand.tables.long.numbers import ODD, spelled
from firsthand.tables.long.plan import Plan
from firsthand.tables.period_part import Part
from firsthand.tables.periods import read_period
from firsthand.tables.quantity import Measure, measure_of, times
from firsthand.tables.timeline import Period, compose, frequency_of, resolve
from firsthand.tables.units import RATIOS
from firsthand.tables.view import split_marks

FEW = 32
"""Series at the start that are found by looking through the arrays, before all places are sorted."""


class SideBySide(NamedTuple):
    """Series as a matrix: a row a series, a column a period.

    Args:
        values: NaN where there is none.
        told: Where the file tells a figure, missing ones among them.
    """

    periods: tuple[Period, ...]
    values: NDArray[np.float64]
    told: NDArray[np.bool_]


class LongSeries(Sequence[Series]):
    """Series in the order of the file: of each column of figures, a series for each group of labels.

    Equality and hashing are those of the object: it stands for a file, not for a value.
    """

    def __init__(self, plan: Plan, columns: LongColumns) -> None:
        self.columns = columns
        self._plan = plan
        self._periods = _periods(plan, columns)
        self._said: dict[tuple[int, int, bool], Said] = {}
        self._composed: dict[tuple[int, int], Period | None] = {}
        self._odd: dict[tuple[int, int], Figure | None] = {}

    def __len__(self) -> int:
        return len(self._plan.fields) * len(self.columns.groups)

    @overload
    def __getitem__(self, index: int) -> Series: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Series, ...]: ...
    def __getitem__(self, index: int | slice) -> Series | tuple[Series, ...]:
        if isinstance(index, slice):
            return tuple(self._series(number) for number in range(*index.indices(len(self))))
        number = index + len(self) if index < 0 else index
        if not 0 <= number < len(self):
            raise IndexError(index)
        return self._series(number)

    def __iter__(self) -> Iterator[Series]:
        return (self._series(number) for number in range(len(self)))

    def unplaced(self, most: int) -> list[tuple[str, str]]:
        """Return (cell, text) of figures whose record has no period that can be read, the first ones."""
        bad = [number for number, period in enumerate(self._periods) if period is None]
        if not bad:
            return []
        places = np.flatnonzero(np.isin(self.columns.period, bad))[:most]
        records = self.columns.record(places)
        field = 0
        return [
            (self._cell(field, int(record)), self._printed(field, int(place)))
            for place, record in zip(places, records, strict=True)
        ]

    def head(self, number: int) -> tuple[Series, int]:
        """Return a series without its values, and the multiplier of its plain figures."""
        field, group = divmod(number, len(self.columns.groups))
        dims, measure = self._labels(self._plan.fields[field], group)
        return Series(id=f"s{number + 1}", dims=dims, unit=measure.unit), measure.factor

    def labels(self) -> set[str]:
        """Return the words that tell series apart, each once."""
        own = {text for field in self._plan.fields for text in field.labels}
        held = {text for texts in self.columns.groups for text in texts}
        # Of a coded label ("T: Total") the words are what is told.
        return own | held | {text.partition(":")[2].strip() for text in held}

    def side_by_side(self, numbers: NDArray[np.int64], factors: NDArray[np.float64]) -> SideBySide:
        """Return series of one column of figures as a matrix.

        Args:
            numbers: Which series.
            factors: The multiplier of each, as `head` tells it.
        """
        field = int(numbers[0]) // len(self.columns.groups)
        periods, column = self._columns_of(field)
        rows, places = self._rows_and_places(numbers % len(self.columns.groups))
        arrays = self.columns.fields[field]
        values = arrays.values[places] * factors[rows]
        at = column[self.columns.period[places]]
        told = at >= 0
        odd = np.flatnonzero(arrays.decimals[places] == ODD)
        if len(odd):
            values[odd], there = self._odd_numbers(field, places[odd], factors[rows[odd]])
            told[odd] &= there
        shape = (len(numbers), len(periods))
        out = SideBySide(periods, np.full(shape, np.nan), np.zeros(shape, dtype=bool))
        out.told[rows[told], at[told]] = True
        known = told & ~np.isnan(values)
        out.values[rows[known], at[known]] = values[known]
        return out

    def _columns_of(self, field: int) -> tuple[tuple[Period, ...], NDArray[np.int64]]:
        """Return the periods of a column of figures, and the number in them of each code."""
        told = [self._period(field, code) for code in range(len(self._periods))]
        by_text = {period.text: period for period in told if period is not None}
        number = {text: n for n, text in enumerate(by_text)}
        codes = [-1 if period is None else number[period.text] for period in told]
        return tuple(by_text.values()), np.array(codes, dtype=np.int64)

    def _rows_and_places(
        self, groups: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the places of some groups in the arrays, in the order of the file, with whose they are."""
        order, begins = self._order
        counts = begins[groups + 1] - begins[groups]
        rows = np.repeat(np.arange(len(groups)), counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return rows, order[np.repeat(begins[groups], counts) + within].astype(np.int64)

    def _odd_numbers(
        self, field: int, places: NDArray[np.int64], factors: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return what figures that are not plain stand for, and where there is one at all.

        Each print and status is looked at once.
        """
        arrays = self.columns.fields[field]
        states = np.zeros(len(places)) if arrays.status is None else arrays.status[places]
        pairs = np.stack([arrays.values[places], states])
        kinds, which = np.unique(pairs, axis=1, return_inverse=True)
        which = which.ravel()
        values, there, multiplied = (np.full(kinds.shape[1], x) for x in (np.nan, False, True))
        for n, (text, state) in enumerate(kinds.T.astype(np.int64).tolist()):
            if read := self._odd_reading(field, text, state):
                figure, said = read
                there[n], multiplied[n] = True, not figure.percent
                values[n] = np.nan if said.value is None else said.value
        scaled = np.where(multiplied[which], values[which] * factors, values[which])
        return scaled, there[which]

    @cached_property
    def _order(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Places of the arrays sorted by group, and where each group begins."""
        group = self.columns.group
        counts = np.bincount(group, minlength=len(self.columns.groups))
        begins = np.concatenate(([0], np.cumsum(counts)))
        order = np.empty(len(group), dtype=np.int32)
        at = begins[:-1].copy()
        for start in range(0, len(group), 1 << 20):
            part = group[start : start + (1 << 20)]
            local = np.argsort(part, kind="stable")
            ranked = part[local]
            held = np.bincount(ranked, minlength=len(counts))
            offset = np.arange(len(ranked)) - np.repeat(np.cumsum(held) - held, held)
            order[at[ranked] + offset] = local + start
            at += held
        return order, begins

    def _places(self, group: int) -> NDArray[np.int64]:
        if group < FEW and "_order" not in self.__dict__:
            return np.flatnonzero(self.columns.group == group)
        order, begins = self._order
        return order[begins[group] : begins[group + 1]].astype(np.int64)

    def _series(self, number: int) -> Series:
        field, group = divmod(number, len(self.columns.groups))
        dims, measure = self._labels(self._plan.fields[field], group)
        values = self._values(field, self._places(group), measure)
        values.sort(key=lambda each: (each[0].text[:4], each[0].text))
        return Series(
            id=f"s{number + 1}", dims=dims, unit=measure.unit,
            frequency=frequency_of([period for period, _ in values]),
            cumulative=any(period.cumulative for period, _ in values), values=tuple(value for _, value in values),
        )  # fmt: skip

    def _values(
        self, field: int, places: NDArray[np.int64], measure: Measure
    ) -> list[tuple[Period, Value]]:
        arrays = self.columns.fields[field]
        rows = (self.columns.record(places) + self._plan.heads + 1).tolist()
        periods = self.columns.period[places].tolist()
        numbers, decimals = arrays.values[places].tolist(), arrays.decimals[places].tolist()
        states = [0] * len(rows) if arrays.status is None else arrays.status[places].tolist()
        letters = column_name(self._plan.fields[field].column.index)
        out: list[tuple[Period, Value]] = []
        for row, code, number, digits, state in zip(
            rows, periods, numbers, decimals, states, strict=True
        ):
            period = self._period(field, code)
            if period is None:
                continue
            if digits == ODD:
                value = self._odd_value(
                    field, int(number), state, period, measure, f"{letters}{row}"
                )
            else:
                said = self._plain(field, state, number == 0.0)
                value = Value(
                    period=period.text, value=_scaled(number, digits, measure.factor),
                    printed=spelled(number, digits, self._plan.decimal), cell=f"{letters}{row}",
                    flags=said.flags, note=said.note,
                )  # fmt: skip
            if value is not None:
                out.append((period, value))
        return out

    def _period(self, field: int, code: int) -> Period | None:
        key = (field, code)
        if key not in self._composed:
            parts, own = self._periods[code], self._plan.fields[field]
            self._composed[key] = (
                compose([*own.parts, *parts], running=own.running) if parts else None
            )
        return self._composed[key]

    def _plain(self, field: int, state: int, zero: bool) -> Said:
        """Return the flags of a plain figure, which are those of its status and heading."""
        key = (field, state, zero)
        if key not in self._said:
            figure = Figure(value=0 if zero else 1)
            self._said[key] = say(
                self._plan.legend,
                figure,
                self._plan.fields[field].marks,
                self._status(field, state),
            )
        return self._said[key]

    def _odd_value(
        self, field: int, text: int, state: int, period: Period, measure: Measure, cell: str
    ) -> Value | None:
        read = self._odd_reading(field, text, state)
        if read is None:
            return None
        figure, said = read
        factor = 1 if figure.percent else measure.factor
        return Value(
            period=period.text, value=times(said.value, factor),
            printed=self.columns.fields[field].texts[text], cell=cell,
            flags=said.flags, low=times(figure.low, factor), high=times(figure.high, factor), note=said.note,
        )  # fmt: skip

    def _odd_reading(self, field: int, text: int, state: int) -> tuple[Figure, Said] | None:
        """Return a figure that is not plain with what it says; None where there is none."""
        printed, status = self.columns.fields[field].texts[text], self._status(field, state)
        figure = self._odd_figure(field, text)
        if figure is None and printed == "" and {"missing", "confidential"} & set(status):
            figure = Figure(sign="")
        if figure is None:
            return None
        return figure, say(self._plan.legend, figure, self._plan.fields[field].marks, status)

    def _labels(self, field: Field, group: int) -> tuple[dict[str, str], Measure]:
        """Return the labels and the measure of a group."""
        dims: dict[str, str] = {}
        units: list[str] = []
        factor: int | None = None
        for index, text in zip(self._plan.group, self.columns.groups[group], strict=True):
            column = self._plan.columns[index]
            code, _, words = text.partition(":") if column.coded else (text, "", text)
            if column.role is Role.UNIT:
                units.append(code.strip())
            elif column.role is Role.FACTOR:
                factor = int(code) if code.isdigit() and len(code) < 3 else None
            else:
                dims[column.heading or f"label {index + 1}"] = words.strip()
        dims |= {
            f"measure {n}" if n > 1 else "measure": text for n, text in enumerate(field.labels, 1)
        }
        measure = measure_of(
            field.headings, units, list(reversed(dims.values())), self._plan.context.texts
        )
        if factor is not None and measure.unit not in RATIOS:
            measure = Measure(measure.unit, 10**factor)
        return dims, measure

    def _cell(self, field: int, record: int) -> str:
        return cell_name(record + self._plan.heads, self._plan.fields[field].column.index)

    def _printed(self, field: int, place: int) -> str:
        arrays = self.columns.fields[field]
        if arrays.decimals[place] == ODD:
            return arrays.texts[int(arrays.values[place])]
        return spelled(float(arrays.values[place]), int(arrays.decimals[place]), self._plan.decimal)

    def _odd_figure(self, field: int, text: int) -> Figure | None:
        key = (field, text)
        if key not in self._odd:
            words = self.columns.fields[field].texts[text]
            self._odd[key] = (
                read_figure(Cell(words), self._plan.view.style, self._plan.view.known)
                if words
                else None
            )
        return self._odd[key]

    def _status(self, field: int, state: int) -> tuple[str, ...]:
        arrays = self.columns.fields[field]
        if arrays.status is None:
            return ()
        kinds: list[str] = []
        own = self._plan.fields[field].besides
        for column, text in zip(own, arrays.statuses[state], strict=True):
            code = text.partition(":")[0] if column.coded else text
            heading = column.path[-1].text if column.path else ""
            kinds += (
                status_kinds(self._plan.legend, code, confidential="conf" in fold(heading))
                if code
                else []
            )
        return tuple(kinds)


def _periods(plan: Plan, columns: LongColumns) -> list[tuple[Part, ...] | None]:
    """Return what each text of the period columns says, the nearest first; None where it says nothing."""
    roles = [plan.columns[index].role for index in plan.periods]
    readings = [
        [_options(role, text) for role, text in zip(roles, texts, strict=True)]
        for texts in columns.periods
    ]
    chosen = [resolve([row[n] for row in readings])[0] for n in range(len(roles))]
    out: list[tuple[Part, ...] | None] = []
    for row in range(len(readings)):
        parts = [axis[row] for axis in reversed(chosen)]
        out.append(tuple(part for part in parts if part is not None) or None)
    return out


def _options(role: Role, text: str) -> tuple[Part, ...]:
    if role is Role.PERIOD:
        return read_period(split_marks(Cell(text))[0]) if text else ()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    if role is Role.MONTH:
        return (Part("month", None, number),) if 1 <= number <= 12 else ()
    return (Part("quarter", None, number),) if 1 <= number <= 4 else ()


def _scaled(number: float, decimals: int, factor: int) -> float | int:
    """Return a plain figure multiplied without binary rounding; whole results are integers."""
    if not decimals:
        return int(number) * factor
    tens: int = 10**decimals
    mantissa: int = round(number * tens) * factor
    return mantissa // tens if mantissa % tens == 0 else mantissa / tens
