"""Values that follow from the quantities of a clause by arithmetic: basis, whole, part, rest, fold, change."""

from __future__ import annotations

from fractions import Fraction

from msgspec import UNSET
from msgspec.structs import replace

from firsthand.claim.ranges import tidy
from firsthand.claim.view import View
from firsthand.model.claim import Implied, Number, Quantity

_COMPARED = frozenset({"fold", "change", "share"})
_DIGITS = 6


def with_implied(view: View) -> list[Quantity]:
    """Return the quantities of a clause, each with what follows from it and the others."""
    quantities = view.quantities
    plain = [q for q in quantities if q.relation not in _COMPARED and _value(q) is not None]
    bases = [q for q in plain if q.when is UNSET and q.of is None]
    out = []
    for quantity in quantities:
        nearer = [q for q in bases if q.span < quantity.span] or bases
        main = nearer[-1] if quantity.relation == "fold" and nearer else next(iter(bases), None)
        found = _implied(view, quantity, main, plain)
        out.append(replace(quantity, implied=tuple(found)) if found else quantity)
    return out


def _value(quantity: Quantity) -> Number | None:
    return quantity.value if not isinstance(quantity.value, tuple) else None


def _implied(
    view: View, quantity: Quantity, main: Quantity | None, plain: list[Quantity]
) -> list[Implied]:
    value = _value(quantity)
    if value is None or value == 0:
        return []
    told = _value(main) if main is not None and main is not quantity else None
    if quantity.relation == "fold":
        return [_one("basis", told / value)] if told is not None else []
    if quantity.relation == "change":
        return _of_change(quantity, value, told, main)
    if quantity.relation == "share":
        return _of_share(view, quantity, value, told, plain)
    if quantity.of is not None:
        return _of_part(view, quantity, value, plain)
    return _of_move(view, quantity, value, plain)


def _one(what: str, value: float) -> Implied:
    return Implied(what=what, value=tidy(round(value, _DIGITS)))  # type: ignore[arg-type]


def _of_change(
    quantity: Quantity, value: Number, told: Number | None, main: Quantity | None
) -> list[Implied]:
    if told is None or main is None:
        return []
    if quantity.unit == "percent" and value > -100:
        return [_one("basis", told / (1 + value / 100))]
    if quantity.unit == main.unit:
        return [_one("basis", told - value)]
    return []


def _of_share(
    view: View, quantity: Quantity, value: Number, told: Number | None, plain: list[Quantity]
) -> list[Implied]:
    part = value / 100 if quantity.unit == "percent" else _exact(value)
    if not 0 < part < 1:
        return []
    whole = _whole(view, quantity, plain)
    if whole is not None:
        return [_one("part", part * whole), _one("rest", (1 - part) * whole)]
    return [_one("whole", told / part)] if told is not None else []


def _exact(value: Number) -> float:
    """Return a fraction said in words without its rounding: 0.333333 is a third."""
    near = Fraction(value).limit_denominator(_LARGEST_SAID)
    return float(near) if abs(near - value) < _ROUNDED else value


_LARGEST_SAID = 100
_ROUNDED = 1e-6


def _of_part(view: View, quantity: Quantity, value: Number, plain: list[Quantity]) -> list[Implied]:
    whole = _whole(view, quantity, plain)
    if whole is None or whole <= value:
        return []
    return [_one("share", value / whole), _one("rest", whole - value)]


def _of_move(view: View, quantity: Quantity, value: Number, plain: list[Quantity]) -> list[Implied]:
    """Return fold and change of "from 1,117 to 13,221", on the second of the two."""
    at = plain.index(quantity)
    before = plain[at - 1] if at else None
    old = _value(before) if before is not None else None
    if before is None or not old or before.unit != quantity.unit:
        return []
    gap = view.text[before.span[-1][1] : quantity.span[0][0]]
    lead = view.text[max(0, before.span[0][0] - 8) : before.span[0][0]].lower()
    if (
        not lead.rstrip(" $€£¥").endswith(("from", "von", "с", "от", "з", "від"))
        or len(gap) > _LONGEST_GAP
    ):
        return []
    return [_one("fold", value / old), _one("change", value - old)]


_LONGEST_GAP = 40


def _whole(view: View, quantity: Quantity, plain: list[Quantity]) -> Number | None:
    """Return the value of the whole that `of` names, if one of the quantities before tells it."""
    if quantity.of is None:
        return None
    earlier: View | None = view
    near = plain
    while earlier is not None:
        for each in near:
            words = earlier.text[each.span[0][0] : each.span[-1][1]]
            if each is not quantity and words and words in quantity.of:
                return _value(each)
        earlier = earlier.before
        near = earlier.quantities if earlier is not None else []
    return None
