"""The quantities of clauses in languages with the light grammar: the records of the English one, by fewer rules."""

from __future__ import annotations

import re

from firsthand.claim.comparing import RELATIVE, bound_of
from firsthand.claim.counting import place
from firsthand.claim.light_parts import (
    direction,
    light_antecedent,
    light_compare,
    light_sign,
    light_whole,
    light_whole_of_count,
    read_light_folds,
    read_light_ratios,
    read_light_vague,
)  # fmt: skip
from firsthand.claim.light_units import light_counts, light_unit
from firsthand.claim.number_grammar import Number
from firsthand.claim.periods import Setting
from firsthand.claim.quantities import MOST_NUMBERS, Counted
from firsthand.claim.ranges import pair_at, percent_end, tidy
from firsthand.claim.sheet import Against, Sheet, Signs
from firsthand.claim.times import Moment
from firsthand.claim.view import View
from firsthand.vocabulary.light_words import light_words

_LONGEST_GAP = 24
_SCALES = (1e12, 1e9, 1e6, 1e3)


def read_light_quantities(view: View, reads: Setting, signs: Signs) -> Counted:
    """Return the quantities of a clause. `reads`: with the clause's own period as anchor."""
    sheet = Sheet(view, reads, signs)
    numbers = [n for n in view.numbers[:MOST_NUMBERS] if light_counts(view, n)]
    read_light_ratios(sheet)
    read_light_folds(sheet, numbers)
    read_light_vague(sheet)
    at = 0
    while at < len(numbers):
        number = numbers[at]
        at += 1
        if sheet.is_taken(number.start, number.end):
            continue
        if at < len(numbers) and _read_pair(sheet, number, numbers[at]):
            at += 1
            continue
        _read(sheet, number)
    return Counted(sorted(sheet.out, key=lambda q: q.span), sheet.used)


def _read_pair(sheet: Sheet, left: Number, right: Number) -> bool:
    """Note two numbers that make one range, or the two ends of a rise or fall; False for two counts."""
    view = sheet.view
    if right.start - left.end > _LONGEST_GAP or sheet.is_taken(right.start, right.end):
        return False
    if "ordinal" in (left.sort, right.sort):
        return False
    if pair_at(view.text, left, right, view.language) is None:
        return False
    low = left.value
    if right.value >= 1000 and left.value < 1000 and right.end - right.start > len("1000"):
        scale = next((s for s in _SCALES if right.value >= s), 1.0)
        low = left.value * scale if left.value * scale <= right.value else low
    if _moves(view, left, right):
        _read(sheet, left._replace(value=low), exact=True)
        _read(sheet, right, exact=True)
        return True
    if not low < right.value:
        return False
    unit, end = light_unit(sheet, right, place(view, right)[1])
    sheet.note((left.start, end), (tidy(low), tidy(right.value)), unit, "range")
    return True


def _moves(view: View, left: Number, right: Number) -> bool:
    """Tell "stieg von 40 auf 60" from a range."""
    first, _ = place(view, left)
    stretch = view.phrase(max(0, first - 1), place(view, right)[0]).lower()
    patterns = light_words(view.language).words.pair_up
    return direction(view) != 0 and any(re.match(p, stretch) for p in patterns)


def _read(sheet: Sheet, number: Number, *, exact: bool = False) -> None:
    """Read one number. `exact`: the word in front links it to another and says nothing of its exactness."""
    view = sheet.view
    light = light_words(view.language)
    rate = percent_end(view.text, number.end, view.language)
    if rate and rate[0] <= view.words[-1].end:
        points = any(word in rate[1] for word in light.words.points)
        unit = "percentage-points" if points else "percent"
        share = tidy(number.value), unit
        return _read_rate(sheet, (number.start, rate[0]), share, exact=exact)
    if number.sort == "fraction" and number.value < 1:
        return _read_fraction(sheet, number)
    first, last = place(view, number)
    sign = None if exact else light_sign(sheet, number.start, number.end)
    told, end = light_unit(sheet, number, last)
    if told == "persons" and _enters(view):
        told = "person-entries"
    span = (number.start, end)
    change = direction(view) if view.low(first - 1) in light.words.by else 0
    if change:
        value = tidy(number.value * change)
        return light_compare(sheet, span, (value, told), "change", bound_of(sign), last)
    whole = light_whole_of_count(sheet, first, last)
    against = Against(whole=whole, when=_own_time(view, first, last))
    return sheet.note(span, tidy(number.value), told, sign or "=", against, step=number.step)


def _enters(view: View) -> bool:
    light = light_words(view.language)
    return any(light.has("entry_verbs", v) for v in (view.verb.words if view.verb else ()))


def _own_time(view: View, first: int, last: int) -> Moment | None:
    """Return the time of a value to compare with: "gegenüber 12 im Vorjahr", "с 11 в 2023 году"."""
    leads = light_words(view.language).words.own_leads
    moment = next((m for m in view.moments if 0 <= view.at(m.start) - last <= 2), None)
    if moment is None:
        return None
    return moment if view.low(first - 1) in leads or moment.means in RELATIVE else None


def _read_rate(
    sheet: Sheet, span: tuple[int, int], told: tuple[int | float, str], *, exact: bool
) -> None:
    """Read a per cent as change, share or plain rate. `told`: value and unit."""
    value, unit = told
    view, words = sheet.view, light_words(sheet.view.language).words
    first, after = view.at(span[0]), view.at(span[1])
    sign = None if exact else light_sign(sheet, *span)
    whole = light_whole(sheet, after)
    leads = {view.low(first - 1), view.low(first - 2)}
    moves = direction(view)
    level = view.low(first - 1) in words.to or view.low(first - 1) in words.own_leads
    if moves and (leads & words.by or not (whole or level)):
        return light_compare(sheet, span, (value * moves, unit), "change", bound_of(sign), after)
    when = _own_time(view, first, after)
    if whole:
        against = Against(whole=whole, bound=bound_of(sign), when=when)
        return sheet.note(span, value, unit, "share", against)
    return sheet.note(span, value, unit, sign or "=", Against(when=when))


def _read_fraction(sheet: Sheet, number: Number) -> None:
    view, words = sheet.view, light_words(sheet.view.language).words
    first, last = place(view, number)
    span = (number.start, number.end)
    bound = bound_of(light_sign(sheet, *span))
    moves = direction(view)
    if moves and view.low(first - 1) in words.by:
        percent = tidy(round(number.value * 100 * moves, 4))
        return light_compare(sheet, span, (percent, "percent"), "change", bound, last)
    whole = light_whole(sheet, last) or light_antecedent(sheet)
    if whole is None:
        return None
    value = tidy(round(number.value, 6))
    return sheet.note(span, value, "fraction", "share", Against(whole=whole, bound=bound))
