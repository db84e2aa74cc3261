"""Holds one said figure against the cell of a table: kinds value, bound, sum and forecast."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from firsthand.check.draft import Draft
from firsthand.check.figures import exact, fit, show
from firsthand.check.said import Said
from firsthand.check.select import Cell
from firsthand.model.check import CheckKind, Verdict
from firsthand.model.table import Value

_SIGNS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}


def compare(said: Said, cells: Sequence[Cell], *, kind: CheckKind = "value") -> Draft:
    """Return the check of a figure against a value, or the sum of the parts that make it up.

    Args:
        cells: One cell, or the cells of the parts.
        kind: `value` or `forecast`; a sign or range makes it `bound`, several cells make it `sum`.
    """
    if len(cells) > 1:
        return _against_sum(said, cells)
    cell = cells[0]
    value = cell.value
    if value.value is None:
        return _without_value(said, cell, kind)
    real = cell.chosen.related.convert(exact(value.value))
    if said.relation in _SIGNS or isinstance(said.value, tuple):
        verdict, arithmetic = bound_verdict(said, real)
        return Draft("bound", verdict, arithmetic + _remark(value), cells=(cell,), said=said)
    verdict, arithmetic = value_verdict(said, real, value)
    return Draft(kind, verdict, arithmetic, cells=(cell,), said=said)


def value_verdict(said: Said, real: Decimal, value: Value) -> tuple[Verdict, str]:
    """Return verdict and sum for a figure that is said plainly or with "about"."""
    number = said.number
    assert number is not None  # noqa: S101  a range is a bound
    how = fit(number, real, said.steps).how
    remark = _remark(value)
    if how == "equal":
        return "agrees", f"{show(number)} = {show(real)}{remark}"
    if how is not None:
        return "agrees-within-rounding", f"{show(real)} {how} {show(number)}{remark}"
    if "approximate" in value.flags and _may_be(number, real):
        return "agrees-within-rounding", f"{show(number)} is about {show(real)}{remark}"
    return "differs", f"{show(number)} - {show(real)} = {show(number - real)}{remark}"


def bound_verdict(said: Said, real: Decimal) -> tuple[Verdict, str]:
    """Return verdict and sum for "more than 5,000", "at least …" and ranges."""
    if isinstance(said.value, tuple):
        low, high = said.value
        inside = (low is None or exact(low) <= real) and (high is None or real <= exact(high))
        word = "lies in" if inside else "does not lie in"
        return "agrees" if inside else "differs", f"{show(real)} {word} {said.printed}"
    number = said.number
    assert number is not None  # noqa: S101  ranges were told apart above
    holds = {
        ">": real > number, ">=": real >= number, "<": real < number, "<=": real <= number,
    }[said.relation]  # fmt: skip
    word = _SIGNS[said.relation]
    if holds:
        return "agrees", f"{show(real)} is {word} {show(number)}"
    return "differs", f"{show(real)} is not {word} {show(number)}"


def _without_value(said: Said, cell: Cell, kind: CheckKind) -> Draft:
    """The cell holds a bound or nothing at all."""
    value, number = cell.value, said.number
    low, high = value.low, value.high
    if number is None or (low is None and high is None):
        arithmetic = f"the table prints {value.printed!r} for {value.period}"
        return Draft(kind, "cannot-tell", arithmetic, cells=(cell,), said=said)
    below = low is not None and number < exact(low)
    above = high is not None and number > exact(high)
    verdict: Verdict = "differs" if below or above else "cannot-tell"
    word = "does not fit" if below or above else "fits"
    arithmetic = f"{show(number)} {word} {value.printed}"
    return Draft("bound", verdict, arithmetic, cells=(cell,), said=said)


def _against_sum(said: Said, cells: Sequence[Cell]) -> Draft:
    values = [c.value.value for c in cells]
    known = [exact(v) for v in values if v is not None]
    if len(known) < len(values):
        missing = ", ".join(c.value.period for c in cells if c.value.value is None)
        return Draft(
            "sum", "cannot-tell", f"no figure for {missing}", cells=tuple(cells), said=said
        )
    total = cells[0].chosen.related.convert(sum(known, Decimal(0)))
    parts = " + ".join(map(show, known))
    if said.relation in _SIGNS or isinstance(said.value, tuple):
        verdict, words = bound_verdict(said, total)
        return Draft(
            "sum", verdict, f"{parts} = {show(total)}; {words}", cells=tuple(cells), said=said
        )
    number = said.number
    assert number is not None  # noqa: S101  ranges were told apart above
    how = fit(number, total, said.steps).how
    if how == "equal":
        return Draft("sum", "agrees", f"{parts} = {show(total)}", cells=tuple(cells), said=said)
    if how is not None:
        words = f"{parts} = {show(total)}, which {how} {show(number)}"
        return Draft("sum", "agrees-within-rounding", words, cells=tuple(cells), said=said)
    words = f"{parts} = {show(total)}; {show(number)} - {show(total)} = {show(number - total)}"
    return Draft("sum", "differs", words, cells=tuple(cells), said=said)


def _may_be(number: Decimal, real: Decimal) -> bool:
    """Tell whether an approximate cell may stand for a figure: within half its last digit."""
    digits = real.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(digits) if isinstance(digits, int) and digits > 0 else Decimal(1)
    return abs(number - real) <= step / 2


def _remark(value: Value) -> str:
    """What the table says of the value itself."""
    words = [flag for flag in ("revised", "approximate", "estimate") if flag in value.flags]
    return f" ({', '.join(words)})" if words else ""
