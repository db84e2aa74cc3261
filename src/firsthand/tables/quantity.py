"""The unit and multiplier of a value, from the nearest words that name one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from firsthand.tables.lexicon import fold, unit_words
from firsthand.tables.units import (
    COUNT,
    RATIOS,
    UnitWord,
    all_units,
    counted_noun,
    find_unit,
    is_amount,
    is_comparison,
    is_money,
    is_noun,
    is_rate,
    named_units,
    read_unit,
)


class Measure(msgspec.Struct, frozen=True):
    """What a figure is multiplied by, and in which unit it then stands."""

    unit: str | None = None
    factor: int = 1


def measure_of(
    headings: Sequence[str], row_units: Sequence[str], labels: Sequence[str], around: Sequence[str]
) -> Measure:
    """Choose the unit of one value.

    Args:
        headings: Over the column, the nearest first.
        row_units: Of the row's unit column and unit sections, the nearest first.
        labels: Of the row, the nearest first.
        around: Unit rows, captions, titles and notes, the nearest first.
    """
    for text in headings:
        if is_comparison(text) and (ratio := ratio_in(text)):
            return Measure(ratio)
    own = [find_unit(text) for text in labels]
    nearer = [
        *(coded_unit(text) for text in row_units),
        *_by_name([*headings, *labels], around),
        *(find_unit(text) for text in headings),
        *(each for each in own if each and not is_noun(each)),
    ]
    listed, outer = _around([*headings, *labels], around)
    last = [each for each in own if each and is_noun(each)]
    found = [each for each in (*nearer, *([] if any(nearer) else listed), *outer, *last) if each]
    chosen = _choose(found, [*headings, *labels, *around])
    if (
        chosen.unit is None
        and chosen.factor == 1
        and not row_units
        and not _is_rate(headings, labels)
    ):
        # A table of counts whose heading or title names what is counted: "Work permits by branch".
        texts = [*(text for text in headings if not is_money(text)), *labels[:1], *around]
        return Measure(next((noun for text in texts if (noun := counted_noun(text))), None))
    return chosen


def _is_rate(headings: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether the column or the row is a ratio by itself, which no unit of a title touches."""
    return any(map(is_rate, (*headings, *labels[:1])))


def _around(
    names: Sequence[str], around: Sequence[str]
) -> tuple[list[UnitWord], list[UnitWord | None]]:
    """Return the unit that a list of units in a title gives to measures of this kind, and the units around."""
    several = [list(listed) for text in around if len(listed := all_units(text)) > 1]
    if _is_rate(names, ()):
        return [unit for units in several for unit in units if unit.unit in RATIOS][:1], []
    if not several:
        return [], [find_unit(text) for text in around]
    units = [unit for unit in several[0] if unit.unit not in RATIOS]
    money = [unit for unit in units if unit.unit and unit.unit.isupper() and len(unit.unit) == 3]
    others = [unit for unit in units if unit not in money]
    if any(is_money(name) for name in names):
        units = money or units
    elif any(is_amount(name) for name in names):
        units = others or units
    return units[:1], []


def _by_name(names: Sequence[str], around: Sequence[str]) -> list[UnitWord]:
    """Return units that a title gives to measures by their names."""
    told = {name: unit for text in reversed(around) for name, unit in named_units(text).items()}
    if not told:
        return []
    return [told[key] for name in names if (key := fold(name)) in told]


def ratio_in(text: str) -> str | None:
    """Return the ratio that a heading of a comparison names anywhere in it."""
    folded = fold(text)
    for unit in ("percentage-points", "percent"):
        if any(
            fold(word).rstrip("~") in folded for word in unit_words().units[unit] if len(word) > 1
        ):
            return unit
    return "percent" if "%" in folded else None


def coded_unit(text: str) -> UnitWord | None:
    """Read a cell of a unit column: words, or an SDMX code such as `T` or `PS`."""
    codes = unit_words().codes
    if text in codes:
        return UnitWord(codes[text], whole=True)
    found = read_unit(text) or find_unit(text)
    if found is None and (ratio := ratio_in(text)):
        return UnitWord(ratio, whole=True)
    return found


def _choose(sources: list[UnitWord], texts: list[str]) -> Measure:
    """Take the nearest unit, and the nearest multiplier that is not another unit's."""
    unit: str | None = None
    factor: int | None = None
    for source in sources:
        if unit is None:
            unit = source.unit
        elif source.unit is not None and source.unit != unit and COUNT not in {unit, source.unit}:
            break
        elif unit == COUNT and source.unit is not None:
            unit = source.unit
        factor = factor or source.factor
    if unit in RATIOS:
        return Measure(unit)
    if unit == COUNT:
        unit = next((noun for text in texts if (noun := counted_noun(text))), None)
    return Measure(unit, factor or 1)


def times(value: float | int | None, factor: int) -> float | int | None:
    """Return a value multiplied without binary rounding; whole results are integers."""
    if value is None:
        return None
    if isinstance(value, int):
        return value * factor
    product = Decimal(repr(value)) * factor
    whole = product == product.to_integral_value()
    return int(product) if whole and abs(product) < 2**63 else float(product)
