"""Values out of a block: each figure with its labels, period, unit and flags."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from firsthand.model.table import Doubt, Flag, Unplaced
from firsthand.tables.columns import Column, Role, names_measure
from firsthand.tables.figures import Figure, sign_words
from firsthand.tables.grid import Cell, cell_name
from firsthand.tables.layout import Block
from firsthand.tables.lexicon import fold, mark_words
from firsthand.tables.marks import BESIDE, flag_of
from firsthand.tables.periods import Part, find_periods, read_period
from firsthand.tables.rows import Row
from firsthand.tables.timeline import Period, compose
from firsthand.tables.units import (
    COUNT,
    UnitWord,
    counted_noun,
    find_unit,
    is_comparison,
    read_unit,
)
from firsthand.tables.view import View


class Observation(msgspec.Struct, frozen=True):
    """One value before values are gathered into series."""

    row: int
    column: int
    cell: str
    dims: tuple[tuple[str, str], ...]
    unit: str | None
    period: Period
    printed: str
    value: float | int | None
    flags: tuple[Flag, ...] = ()
    low: float | int | None = None
    high: float | int | None = None
    note: str | None = None


class Context(msgspec.Struct, frozen=True):
    """What stands around a block: texts that may name unit and period, the nearest first."""

    texts: tuple[str, ...] = ()
    caption: str | None = None
    """Label that tells this block from others of the sheet; None: not needed."""
    sheet_periods: tuple[Part, ...] = ()


class Harvest(msgspec.Struct):
    """All that was got out of a block."""

    observations: list[Observation] = []
    unplaced: list[Unplaced] = []
    doubts: list[Doubt] = []


def harvest(
    view: View, block: Block, columns: list[Column], rows: list[Row], context: Context
) -> Harvest:
    """Read every value of a block."""
    out = Harvest()
    values = [column for column in columns if column.role is Role.VALUE]
    measures = {column.index: names_measure(column) for column in values}
    several = len(set(measures.values())) > 1
    for row in rows:
        for column in values:
            cell = view.grid.at(row.row, column.index)
            _one(
                view,
                row,
                column,
                columns,
                context,
                out,
                cell,
                measures[column.index] if several else "",
            )
    return out


def _one(
    view: View,
    row: Row,
    column: Column,
    columns: list[Column],
    context: Context,
    out: Harvest,
    cell: Cell | None,
    measure: str,
) -> None:
    name = cell_name(row.row, column.index)
    status = _status(view, row.row, column, columns)
    if cell is None:
        kind = next((k for k in status if k in {"missing", "confidential"}), None)
        if kind is None:
            return
        figure: Figure | None = Figure(sign="")
    else:
        figure = view.figure(row.row, column.index)
        kind = None
    if figure is None:
        if cell is not None:
            out.unplaced.append(Unplaced(cell=name, text=cell.text, sheet=view.grid.name))
        return
    period = _period(row, column, context)
    if period is None:
        out.unplaced.append(
            Unplaced(cell=name, text=cell.text if cell else "", sheet=view.grid.name)
        )
        return
    unit, factor = _unit(view, row, column, columns, context, figure)
    flags, low, high, value, note = _say(view, figure, row, column, status, kind)
    if value is None and not flags:
        out.unplaced.append(
            Unplaced(cell=name, text=cell.text if cell else "", sheet=view.grid.name)
        )
        return
    labels = [(label.dim, label.text) for label in row.labels]
    labels += _measure_labels(column, measure)
    if context.caption:
        labels.insert(0, ("table", context.caption))
    out.observations.append(
        Observation(
            row.row, column.index, name, tuple(labels), unit, period, cell.text if cell else "",
            _times(value, factor), flags, _times(low, factor), _times(high, factor), note,
        )
    )  # fmt: skip


def _measure_labels(column: Column, measure: str) -> list[tuple[str, str]]:
    if not measure:
        return []
    labels = []
    for level, heading in enumerate(column.path, 1):
        if read_period(heading.text) or read_unit(heading.text):
            continue
        found = find_periods(heading.text)
        text = found[0].rest if found else heading.text
        if text.strip(" ,.:;()"):
            labels.append((f"measure {level}" if level > 1 else "measure", text))
    return labels


def _times(value: float | int | None, factor: int) -> float | int | None:
    if value is None or factor == 1:
        return (
            int(value)
            if isinstance(value, float) and value == int(value) and abs(value) < 2**53
            else value
        )
    product = Decimal(str(value)) * factor
    return int(product) if product == product.to_integral_value() else float(product)


def _period(row: Row, column: Column, context: Context) -> Period | None:
    parts: list[Part] = []
    for heading in reversed(column.path):
        found = read_period(heading.text)
        if found:
            parts.append(found[0])
            continue
        inside = find_periods(heading.text)
        if inside:
            parts.append(
                max((each.parts[0] for each in inside), key=lambda p: (p.year or p.last, p.ends()))
            )
    parts += [each[0] for each in row.periods]
    if all(part.year is None and part.grain != "years" for part in parts):
        parts += context.sheet_periods[:1]
    return compose(parts)


def _status(view: View, row: int, column: Column, columns: list[Column]) -> tuple[str, ...]:
    """Return the classes that status columns and the marks column beside the figure name."""
    kinds: list[str] = []
    for other in columns:
        cell = view.grid.at(row, other.index)
        if cell is None:
            continue
        if other.role is Role.STATUS:
            kinds += _status_kinds(view, other.heading, cell.text)
        elif other.role is Role.MARKS and other.index == column.index + 1:
            kinds += [
                m.kind
                for mark in re.split(r"[,;\s]+", cell.text)
                if (m := view.legend.meaning(mark))
            ]
    return tuple(kinds)


def _status_kinds(view: View, heading: str, text: str) -> list[str]:
    words = mark_words()
    told = view.legend.meaning(text)
    if fold(text) in view.legend.told and told:
        return [told.kind]
    codes = words.conf_status if "conf" in fold(heading) else words.obs_status
    code = text.strip().upper()
    if code in codes:
        return [] if codes[code] == "plain" else [codes[code]]
    return [codes[c] for c in code if codes.get(c, "plain") != "plain"] if len(code) <= 3 else []


def _say(
    view: View, figure: Figure, row: Row, column: Column, status: tuple[str, ...], kind: str | None
) -> tuple[
    tuple[Flag, ...], float | int | None, float | int | None, float | int | None, str | None
]:
    flags: list[Flag] = []
    note: str | None = None
    value = figure.value
    if kind:
        flags.append(flag_of(kind))
    elif figure.sign is not None:
        meaning = view.legend.meaning(figure.sign)
        sign_kind = meaning.kind if meaning else sign_words().get(figure.sign, "missing")
        if sign_kind in BESIDE or sign_kind == "note":
            sign_kind = "missing"
        value = 0 if sign_kind in {"nil", "below_unit"} else None
        flags.append(flag_of(sign_kind))
    if figure.bound:
        flags.append("bound")
    if figure.approximate:
        flags.append("approximate")
    for mark in figure.marks:
        meaning = view.legend.meaning(mark)
        if meaning and meaning.kind in BESIDE:
            flags.append(flag_of(meaning.kind))
        else:
            flags.append("note")
        note = note or (meaning.words if meaning else None)
    heads = [mark for heading in column.path for mark in heading.marks]
    for mark in (*heads, *row.marks):
        meaning = view.legend.meaning(mark)
        if meaning and meaning.kind in BESIDE:
            flags.append(flag_of(meaning.kind))
            note = note or meaning.words
    flags += [flag_of(each) for each in status if each in BESIDE]
    if value == 0 and figure.sign is None and figure.decimals is not None:
        below = view.legend.told.get(
            "0." + "0" * figure.decimals if figure.decimals else "0"
        ) or view.legend.told.get("0," + "0" * figure.decimals)
        if below and below.kind == "below_unit":
            flags.append("below-unit")
    return tuple(dict.fromkeys(flags)), figure.low, figure.high, value, note


def _unit(
    view: View, row: Row, column: Column, columns: list[Column], context: Context, figure: Figure
) -> tuple[str | None, int]:
    if figure.percent:
        return "percent", 1
    sources: list[UnitWord | None] = []
    heads = [heading.text for heading in reversed(column.path)]
    for text in heads:
        if is_comparison(text) and ("%" in text or "процент" in fold(text)):
            return "percent", 1
    sources += [read_unit(text) for text in row.units]
    sources += [find_unit(text) for text in heads]
    sources += [find_unit(label.text) for label in reversed(row.labels)]
    sources += [find_unit(text) for text in context.texts]
    return _choose(
        [each for each in sources if each],
        [*heads, *(label.text for label in reversed(row.labels)), *context.texts],
    )


def _choose(sources: list[UnitWord], texts: list[str]) -> tuple[str | None, int]:
    """Take the nearest unit, and the nearest multiplier that is not another unit's."""
    unit: str | None = None
    factor: int | None = None
    for source in sources:
        if unit is None:
            unit = source.unit
            factor = factor or source.factor
        elif source.unit is None or source.unit == unit or unit == COUNT:
            factor = factor or source.factor
            unit = source.unit if unit == COUNT and source.unit else unit
        else:
            break
    if unit == "percent" or unit == "percentage-points":
        return unit, 1
    if unit == COUNT:
        nouns = [noun for text in texts if (noun := counted_noun(text))]
        unit = nouns[0] if nouns else None
    return unit, factor or 1
