"""Holds folds, shares and changes against two cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from firsthand.check.concepts import is_total
from firsthand.check.draft import Draft
from firsthand.check.figures import exact, fit, show, show_percent, show_ratio
from firsthand.check.labels import labels_of
from firsthand.check.periods import Days, days_between, year_before
from firsthand.check.said import Said, days_said
from firsthand.check.select import Cell, Chosen, cells_for, choose
from firsthand.check.subject import Subject
from firsthand.model.check import CheckKind, Verdict
from firsthand.model.table import Table

SHARE_LEEWAY = Decimal("0.02")
"""How far a share may lie from a fraction in words ("three in five"); a share, 0-1."""
_RATIO_UNITS = frozenset({"times", "percent", "percentage-points", "fraction", None})


class Pair(NamedTuple):
    """Two figures that a ratio compares: the later or the part, and the base or the whole."""

    top: Decimal
    base: Decimal
    cells: tuple[Cell, ...] = ()
    row: str | None = None


def fold_draft(said: Said, pair: Pair) -> Draft:
    """Return the check of "four-fold" against two figures.

    A fold is rounded, never cut off: twelve-fold is 11.5 to 12.5.
    """
    number = said.number
    if number is None or pair.base == 0:
        return _no_ratio("fold", said, pair)
    ratio = pair.top / pair.base
    words = f"{show(pair.top)} / {show(pair.base)} = {show_ratio(ratio)}"
    verdict, remark = _signed_verdict(said, ratio, number)
    return Draft("fold", verdict, f"{words}, {remark}", cells=pair.cells, said=said, row=pair.row)


def _signed_verdict(said: Said, real: Decimal, number: Decimal) -> tuple[Verdict, str]:
    signs = {">": real > number, ">=": real >= number, "<=": real <= number}
    if said.bound in signs:
        word = {">": "more than", ">=": "at least", "<=": "at most"}[said.bound or ""]
        holds = signs[said.bound or ""]
        return ("agrees", f"{word} {show(number)}") if holds else (
            "differs", f"not {word} {show(number)}"
        )  # fmt: skip
    if real == number:
        return "agrees", f"as said {show(number)}"
    step = said.steps[0]
    if _rounds(real, number, step):
        return "agrees-within-rounding", f"which rounds to {show(number)}"
    if said.bound in ("<", "~") and number - step <= real <= number + (
        step if said.bound == "~" else 0
    ):
        return "agrees-within-rounding", f"about {show(number)}"
    return "differs", f"not {show(number)}"


def _rounds(real: Decimal, number: Decimal, step: Decimal) -> bool:
    return abs(real - number) <= step / 2


def share_draft(said: Said, pair: Pair) -> Draft:
    """Return the check of a share against part and whole; `said` in per cent or as a fraction."""
    number = said.number
    if number is None or pair.base == 0:
        return _no_ratio("share", said, pair)
    real = pair.top / pair.base
    told = number / 100 if said.unit == "percent" else number
    words = f"{show(pair.top)} / {show(pair.base)} = {show_percent(real)}"
    verdict = _share_verdict(said, real, told)
    remark = _share_words(said, told)
    return Draft("share", verdict, f"{words}, {remark}", cells=pair.cells, said=said, row=pair.row)


def _share_verdict(said: Said, real: Decimal, told: Decimal) -> Verdict:
    signs = {">": real > told, ">=": real >= told, "<=": real <= told}
    if said.bound in signs:
        return "agrees" if signs[said.bound or ""] else "differs"
    if real == told:
        return "agrees"
    rounded = said.unit == "percent" and fit(told * 100, real * 100, said.steps).how is not None
    worded = said.unit != "percent" and abs(real - told) <= SHARE_LEEWAY
    return "agrees-within-rounding" if rounded or worded else "differs"


def _share_words(said: Said, told: Decimal) -> str:
    if any(map(str.isalpha, said.spelled)) and said.unit != "percent":
        return f"{said.spelled} is {show_percent(told)}"
    return f"said {show_percent(told)}"


def change_draft(said: Said, pair: Pair) -> Draft:
    """Return the check of a signed change, in per cent or in the unit of the thing."""
    number = said.number
    if number is None or (said.unit == "percent" and pair.base == 0):
        return _no_ratio("change", said, pair)
    delta = pair.top - pair.base
    words = f"{show(pair.top)} - {show(pair.base)} = {show(delta)}"
    real = delta
    if said.unit == "percent":
        real = delta / pair.base * 100
        words = f"{words}, {show(delta)} / {show(pair.base)} = {show_percent(delta / pair.base)}"
    signs = {
        ">": abs(real) > abs(number),
        ">=": abs(real) >= abs(number),
        "<=": abs(real) <= abs(number),
    }
    if said.unit != "percent":
        # "1.8 metres higher": the words of a measured change need not carry the sign of the sum.
        real, number = abs(real), abs(number)
    same_way = real == 0 or number == 0 or (real > 0) == (number > 0)
    if said.bound in signs:
        verdict: Verdict = "agrees" if same_way and signs[said.bound or ""] else "differs"
    else:
        how = fit(number, real, said.steps).how
        verdict = (
            "differs" if how is None else "agrees" if how == "equal" else "agrees-within-rounding"
        )
    unit = " %" if said.unit == "percent" else ""
    return Draft("change", verdict, f"{words}, said {show(number)}{unit}",
                 cells=pair.cells, said=said, row=pair.row)  # fmt: skip


def _no_ratio(kind: CheckKind, said: Said, pair: Pair) -> Draft:
    words = f"{show(pair.top)} against {show(pair.base)} gives no ratio"
    return Draft(kind, "cannot-tell", words, cells=pair.cells, said=said, row=pair.row)


def pair_of_periods(subject: Subject, said: Said, tables: Sequence[Table]) -> Pair | None:
    """Return the values of the period and of the one that the text compares with.

    Where only the base is told ("up 150 percent on 2022"), the period is the last that is known.
    """
    days = subject.days or _when(said)
    base = subject.base or _basis(said) or (year_before(days) if days else None)
    if base is None:
        return None
    return pair_between(subject, choose(subject, tables, counted_unit(subject)), days, base)


def pair_between(
    subject: Subject, found: Iterable[Chosen], days: Days | None, base: Days
) -> Pair | None:
    """Return the values of two periods in the first series that has both."""
    for chosen in found:
        top, below = _total(subject, chosen, days), _total(subject, chosen, base)
        if top and below and top[1] != below[1]:
            return Pair(top[0], below[0], (*top[1], *below[1]), chosen.row)
    return None


def pair_of_parts(subject: Subject, said: Said, tables: Sequence[Table]) -> Pair | None:
    """Return the value of a part and of the whole that stands beside it in the table."""
    days = days_said(subject, said)
    for chosen in choose(subject, tables, counted_unit(subject)):
        if any(is_total(label) for label in labels_of(chosen.series)):
            continue
        whole = whole_of(chosen)
        part = _total(subject, chosen, days)
        if whole is None or part is None:
            continue
        total = _total(subject, whole, days)
        if total:
            row = _shared_row(chosen, whole, part[1])
            return Pair(part[0], total[0], (*part[1], *total[1]), row)
    return None


def whole_of(chosen: Chosen) -> Chosen | None:
    """Return the series that differs from this one only in having a total label."""
    own = chosen.series
    for other in chosen.table.series:
        if other.id == own.id or other.sheet != own.sheet or other.unit != own.unit:
            continue
        if _is_whole(own.dims, other.dims):
            return chosen._replace(series=other)
    return None


def _is_whole(part: dict[str, str], whole: dict[str, str]) -> bool:
    """Tell whether all labels agree but for totals; a missing level counts as one."""
    differ = [name for name in part if part[name] != whole.get(name)]
    extra = [name for name in whole if name not in part]
    totals = all(name not in whole or is_total(whole[name]) for name in differ)
    return bool(differ) and totals and all(is_total(whole[name]) for name in extra)


def _shared_row(part: Chosen, whole: Chosen, cells: Iterable[Cell]) -> str:
    labels = [label for label in labels_of(part.series) if label in labels_of(whole.series)]
    periods = [cell.value.period for cell in cells]
    return " / ".join([*labels, *(periods if len(periods) == 1 else [])])


def _total(
    subject: Subject, chosen: Chosen, days: Days | None
) -> tuple[Decimal, tuple[Cell, ...]] | None:
    cells = cells_for(subject, chosen, days)
    values = [cell.value.value for cell in cells]
    if not cells or any(value is None for value in values):
        return None
    return sum((exact(v) for v in values if v is not None), Decimal(0)), tuple(cells)


def counted_unit(subject: Subject) -> str | None:
    """Return the unit of the counts that the question's claims tell; None where they tell none."""
    for each in subject.told:
        for quantity in each.claim.quantities:
            if quantity.unit not in _RATIO_UNITS:
                return quantity.unit
    return None


def _when(said: Said) -> Days | None:
    for each in said.told:
        when = each.claim.when
        days = days_between(when.start, when.end) if when else None
        if days:
            return days
    return None


def _basis(said: Said) -> Days | None:
    basis = said.quantity.basis if said.quantity else None
    return days_between(basis.start, basis.end) if basis else None
