"""The quantities of an English clause: value, unit, relation, whole, basis, rounding."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.claim.comparing import RELATIVE, bound_of, direction_of
from firsthand.claim.counting import Count, count_of, is_money
from firsthand.claim.number_grammar import Number
from firsthand.claim.periods import Setting
from firsthand.claim.quantity_folds import compare, read_folds, read_number_fold
from firsthand.claim.quantity_parts import (
    antecedent,
    read_ratios,
    whole_end,
    whole_of_count,
    whole_of_share,
)  # fmt: skip
from firsthand.claim.quantity_ranges import moves, read_range
from firsthand.claim.quantity_units import unit_for
from firsthand.claim.ranges import tidy
from firsthand.claim.sheet import Against, Sheet, Signs
from firsthand.claim.signs import sign_of
from firsthand.claim.times import Moment
from firsthand.claim.traps import counts
from firsthand.claim.vague import read_vague
from firsthand.claim.view import View
from firsthand.model.claim import Quantity
from firsthand.vocabulary.quantity_words import quantity_words
from firsthand.vocabulary.units import sort_of

MOST_NUMBERS = 60
"""Numbers of a clause that are read; what has more is a table in prose or noise."""
_SMALLEST_BARE = 12
"""Down to one twelfth a fraction may stand without its whole."""


class Counted(NamedTuple):
    """The quantities of a clause in text order, and the times that belong to them and not to the clause."""

    quantities: list[Quantity]
    used: list[Moment]


def read_quantities(view: View, reads: Setting, signs: Signs) -> Counted:
    """Return the quantities of an English clause. `reads`: with the clause's own period as anchor."""
    sheet = Sheet(view, reads, signs)
    numbers = [_millions(view, n) for n in view.numbers[:MOST_NUMBERS] if counts(view, n)]
    read_ratios(sheet, numbers)
    read_vague(sheet)
    read_folds(sheet)
    at = 0
    while at < len(numbers):
        number = numbers[at]
        at += 1
        if sheet.is_taken(number.start, number.end):
            continue
        if at < len(numbers) and read_range(sheet, number, numbers[at]):
            at += 1
            continue
        _read(sheet, number)
    return Counted(sorted(sheet.out, key=lambda q: q.span), sheet.used)


def _millions(view: View, number: Number) -> Number:
    """Return "€60m" as sixty million: behind a currency mark m is no metre."""
    text = view.text
    if not number.attached or text[number.end : number.end + 1] not in ("m", "M"):
        return number
    if text[number.end + 1 : number.end + 2].isalnum() or not is_money(text, number.start):
        return number
    value = float(f"{number.value * 1e6:.15g}")
    return number._replace(end=number.end + 1, value=value, attached=False, step=number.step * 1e6)


def _read(sheet: Sheet, number: Number) -> None:
    count = count_of(sheet.view, number)
    if read_number_fold(sheet, number, count):
        return
    if count.unit in ("percent", "percentage-points", "basis-points"):
        _read_rate(sheet, number, count)
    elif number.sort == "fraction" and number.value <= 1:
        _read_fraction(sheet, number, count)
    else:
        _read_count(sheet, number, count)


def _read_rate(sheet: Sheet, number: Number, count: Count) -> None:
    """Read a per cent: a change, a share, or a rate that stands by itself."""
    view = sheet.view
    sign = sign_of(sheet, count)
    value = tidy(number.value)
    told = count
    if count.noun > count.last:
        told = count._replace(end=view.words[count.noun - 1].end)
    change = direction_of(view, told)
    if change is not None:
        starts = (min(count.noun, change.end), change.end)
        return compare(sheet, told, (abs(value) * change.sign, "change"), bound_of(sign), starts)
    whole = whole_of_share(sheet, told)
    span = (told.start, told.end)
    if whole:
        return sheet.note(
            span, value, count.unit, "share", Against(whole=whole, bound=bound_of(sign))
        )
    return sheet.note(span, value, count.unit, sign or "=", step=number.step)


def _read_fraction(sheet: Sheet, number: Number, count: Count) -> None:
    """Read a fraction: a share of a whole, a change, or nothing ("a quarter century")."""
    view = sheet.view
    value = tidy(round(number.value, 6))
    fraction = count._replace(unit="fraction", noun=count.last)
    change = direction_of(view, fraction)
    bound = bound_of(sign_of(sheet, count))
    if change is not None and value < 1:
        end = view.words[change.end - 2].end if change.end > count.last + 1 else count.end
        told = fraction._replace(end=max(count.end, end), unit="percent")
        percent = tidy(round(value * 100 * change.sign, 4))
        starts = (min(count.last, change.end), change.end)
        return compare(sheet, told, (percent, "change"), bound, starts)
    whole = whole_of_share(sheet, fraction)
    if whole is None and (view.tag(count.last) == "D" or view.low(count.last) == "what"):
        whole = view.phrase(count.last, whole_end(view, count.last)) or None
    if whole is None and " out of " in view.text[number.start : number.end]:
        whole = view.phrase(count.last, whole_end(view, count.last)) or None
    if whole is None and not _stands_alone(view, number, count, value):
        return None
    pronouns = quantity_words(view.language).whole_pronouns
    end = count.end
    if whole and view.low(count.last) == "of" and view.low(count.last + 1) in pronouns:
        end = view.words[count.last + 1].end
    against = Against(whole=whole or antecedent(sheet), bound=bound)
    return sheet.note((count.start, end), value, "fraction", "share", against)


def _stands_alone(view: View, number: Number, count: Count, value: float) -> bool:
    """Tell "two thirds left", a fraction without its whole, from "a quarter century"."""
    if 0 < value < 1 / _SMALLEST_BARE:
        return False
    text = view.text[number.start : number.end].lower()
    if view.tag(count.last) not in "NEG" and text not in ("half", "quarter"):
        return True
    return text == "half" and view.verb is not None and view.verb.start == count.last


def _read_count(sheet: Sheet, number: Number, count: Count) -> None:
    view = sheet.view
    change = direction_of(view, count) if number.value != 1 else None
    unit = unit_for(sheet, count)
    sign = sign_of(sheet, count)
    if change is not None and sort_of(unit) != "time":
        value = tidy(number.value) * change.sign
        starts = (min(count.noun, change.end), change.end)
        told = count._replace(unit=unit)
        return compare(sheet, told, (value, "change"), bound_of(sign), starts)
    against = Against(whole=whole_of_count(sheet, count, number), when=_own_time(sheet, count))
    start = count.start
    if view.low(count.first - 1) == "another":
        start = view.words[count.first - 1].start
    span = (start, count.end)
    return sheet.note(span, tidy(number.value), unit, sign or "=", against, step=number.step)


def _own_time(sheet: Sheet, count: Count) -> Moment | None:
    """Return the time that belongs to a number alone: "from 1,430 tonnes in 2021", "11 in the same period"."""
    view = sheet.view
    lead, lead2 = view.low(count.first - 1), view.low(count.first - 2)
    moment = _time_behind(view, max(count.noun, count.last))
    if moment is None:
        return None
    upward = lead == "from" and lead2 in ("up", "down")
    compares = upward or lead in ("against", "than") or lead2 in ("than", "with")
    if compares and moment.means == "ago":
        # "compared with 5.6 bn a year ago" counts back from the claim's period.
        sheet.used.append(moment)
        return moment._replace(means="unit-before")
    if compares or ("from" in (lead, lead2) and moves(view)):
        return moment
    if moment.means in RELATIVE:
        return moment
    others = sum(1 for m in view.moments if m.means != "year" or m.start != m.core) > 1
    if lead == "of" and others and moves(view):
        return moment
    near = (view.low(k) for k in range(max(0, count.first - 3), count.first))
    weighs = any(low in ("than", "triple", "double", "against", "from") for low in near)
    return moment if weighs and lead in ("the", "$", "€", "£") else None


def _time_behind(view: View, tail: int) -> Moment | None:
    """Return the time right behind a count, or the year behind "of", "in", "recorded in"."""
    for moment in view.moments:
        if 0 <= view.at(moment.start) - tail <= 1:
            return moment
    if view.low(tail) in ("of", "recorded", "in"):
        for moment in view.moments:
            if moment.means == "year" and 0 <= view.at(moment.core) - tail <= 2:
                return moment
    return None
