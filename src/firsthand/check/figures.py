"""Exact arithmetic on figures as they are printed, and their printing.

Figures come as ints and floats; they are taken at their shortest decimal spelling, so that
8.9 - 7.1 is 1.8 and nothing prints noise.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from firsthand.model.claim import Number

_DECIMALS = re.compile(r"\d[.,·](\d{1,2}|\d{4,9})(?!\d)")
_MOST_PLACES = 6
_RATIO_DIGITS = 4
_SIGNIFICANT = 2
"""Digits that a round number keeps: 18,000 may stand for 18,342, 20,000 not for 18,342."""


def exact(value: Number) -> Decimal:
    """Return a figure as the decimal that it prints as."""
    return Decimal(value) if isinstance(value, int) else Decimal(repr(value))


def show(value: Number | Decimal) -> str:
    """Return a figure with thousands separators, a point, and at most six decimals."""
    number = value if isinstance(value, Decimal) else exact(value)
    rounded = round(number, _MOST_PLACES)
    if rounded == rounded.to_integral_value():
        return f"{int(rounded):,}"
    return f"{rounded.normalize():,f}"


def show_ratio(value: Decimal) -> str:
    """Return a quotient with four significant digits, trailing zeros dropped: 4.005, 11.84, 0.5."""
    if value == 0:
        return "0"
    places = max(0, _RATIO_DIGITS - 1 - value.adjusted())
    return show(value.quantize(Decimal(1).scaleb(-min(places, _MOST_PLACES)), ROUND_HALF_EVEN))


def show_percent(share: Decimal, places: int = 1) -> str:
    """Return a share (0-1) as per cent: "60.1 %"."""
    percent = (share * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{show(percent)} %"


class Fit(NamedTuple):
    """How a said figure fits an exact one: `equal`, `rounds to`, `cut off is`, or not at all."""

    how: str | None
    step: Decimal


def fit(said: Decimal, real: Decimal, steps: tuple[Decimal, ...]) -> Fit:
    """Tell whether `real`, rounded or cut off at one of the steps, is what is said.

    Args:
        steps: Precisions at which the figure may have been rounded, finest first (1, 10, 1000 …).
    """
    if said == real:
        return Fit("equal", steps[0] if steps else Decimal(1))
    for step in steps:
        scaled = real / step
        for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN):
            if scaled.quantize(Decimal(1), rounding) * step == said:
                return Fit("rounds to", step)
    for step in steps:
        if (real / step).quantize(Decimal(1), ROUND_DOWN) * step == said:
            return Fit("cut off is", step)
    return Fit(None, steps[0] if steps else Decimal(1))


def steps_of(
    value: Number,
    *,
    spelled: str | None = None,
    rounding: Number | None = None,
    loose: bool = False,
) -> tuple[Decimal, ...]:
    """Return the precisions at which a figure may have been said, finest first.

    A decimal is said to its last place; a whole number to any power of ten that divides it, as long
    as two digits stay (one where it is `loose`: "about 20,000").

    Args:
        spelled: The words, which may keep a final zero ("7.0").
        rounding: Half of the last digit that is said, where the extraction tells it.
    """
    number = exact(value)
    told = [exact(rounding) * 2] if rounding else []
    places = max(_places(number), _spelled_places(spelled))
    if places:
        return tuple(told) or (Decimal(1).scaleb(-places),)
    steps = told or [Decimal(1)]
    whole = abs(int(number))
    step = 10
    least = 1 if loose else 10 ** (_SIGNIFICANT - 1)
    while whole and whole % step == 0 and whole // step >= least:
        steps.append(Decimal(step))
        step *= 10
    return tuple(sorted(set(steps)))


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _spelled_places(spelled: str | None) -> int:
    match = _DECIMALS.search(spelled or "")
    return len(match[1]) if match and len(match[1]) <= _MOST_PLACES else 0
