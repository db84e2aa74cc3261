"""Parts of a whole: "one in three", "40 per cent of the shells", "of these, 12", "the remaining 160"."""

from __future__ import annotations

import re
from itertools import pairwise

from firsthand.claim.comparing import bound_of
from firsthand.claim.counting import Count, phrase_end, place
from firsthand.claim.number_grammar import Number
from firsthand.claim.ranges import tidy
from firsthand.claim.sheet import Against, Sheet
from firsthand.claim.signs import sign_of
from firsthand.claim.times import Moment
from firsthand.claim.view import View
from firsthand.vocabulary.quantity_words import quantity_words
from firsthand.vocabulary.units import sort_of

_EVERY = re.compile(r"\s(?:[^\W\d]{2,20}\s)?(?:for|per) every\s")
_OUT_OF = re.compile(r"\s(?:[^\W\d]{2,20}\s)?(?:in|out of|of every|in every)\s(?:every\s)?")
_MOST = 10


def read_ratios(sheet: Sheet, numbers: list[Number]) -> None:
    """Note shares told by two numbers or an ordinal: "two in five", "every third crate"."""
    view = sheet.view
    for one, two in pairwise(numbers):
        if one.value >= two.value or one.value > _MOST or one.value != int(one.value):
            continue
        gap = view.text[one.end : two.start]
        noun = place(view, two)[1]
        if one.value == 1 and _EVERY.fullmatch(gap):
            _note_share(sheet, (one.start, two.end), 1 / two.value, noun)
        elif _OUT_OF.fullmatch(gap):
            _note_share(sheet, (one.start, two.end), one.value / two.value, noun)
    if "every" not in view.lows:
        return
    ordinals, times = sheet.reads.words.ordinals, sheet.reads.words
    for i in range(len(view.words) - 2):
        nth = ordinals.get(view.low(i + 1), 0) if view.low(i) == "every" else 0
        counted = view.low(i + 2)
        timed = counted in times.units or counted in times.weekdays
        if nth > 1 and view.tag(i + 2) in "NZB" and not timed:
            _note_share(sheet, (view.words[i].start, view.words[i + 2].end), 1 / nth, i + 2)


def _note_share(sheet: Sheet, span: tuple[int, int], value: float, noun: int) -> None:
    view = sheet.view
    count = Count(*span, view.at(span[0]), noun, "fraction", noun)
    whole = view.phrase(noun + (view.low(noun) == "of"), whole_end(view, noun)) or None
    against = Against(whole=whole, bound=bound_of(sign_of(sheet, count)))
    sheet.note(span, tidy(round(value, 6)), "fraction", "share", against)


def whole_end(view: View, first: int) -> int:
    """Return where the words of a whole end: before the verb, a mark or a time that has a lead."""
    i = first
    while i < len(view.words):
        if view.verb and view.verb.start <= i < view.verb.end:
            break
        if view.tag(i) in ",;:" or (view.tag(i) in "XV" and i > first):
            break
        moment = _moment_at(view, i)
        bare = moment is not None and moment.means == "year" and moment.start == moment.core
        if moment is not None and not bare and (moment.lead != "at" or i > first):
            break
        i += 1
    return i


def _moment_at(view: View, i: int) -> Moment | None:
    at = view.words[i].start
    return next((m for m in view.moments if m.start <= at < m.end), None)


def whole_of_share(sheet: Sheet, count: Count) -> str | None:
    """Return the words of which a per cent or fraction is a share; None where it is none."""
    view, words = sheet.view, quantity_words(sheet.view.language)
    i = count.noun
    if view.low(i) == "of":
        if view.low(i + 1) in words.whole_pronouns and view.tag(i + 2) != "N":
            return antecedent(sheet) or view.low(i + 1)
        return view.phrase(i + 1, whole_end(view, i + 1)) or None
    lead = _led_whole(sheet)
    if lead:
        return lead
    if not words.rest.isdisjoint((view.low(count.first - 1), view.low(count.first - 2))):
        return _earlier_whole(sheet) or antecedent(sheet) or "the whole"
    verbs = view.verb.lemmas if view.verb else ()
    behind = count.first > (view.verb.start if view.verb else 0)
    if behind and count.unit != "percentage-points" and not words.share_verbs.isdisjoint(verbs):
        told = _earlier_whole(sheet) or antecedent(sheet)
        return told or ("the total" if "account" in verbs else None)
    before = view.verb and count.first < view.verb.start and count.noun >= view.verb.start
    if view.sort == "gap" or before:
        return _earlier_whole(sheet) or antecedent(sheet)
    return None


def _led_whole(sheet: Sheet) -> str | None:
    """Return the whole that opens the clause: "Of the 480 passports seized, two thirds"."""
    view = sheet.view
    if view.low(0) != "of":
        return None
    if view.low(1) in ("whom", "which", "these", "those", "them"):
        return antecedent(sheet) or view.low(1)
    end = next((i for i in range(1, len(view.words)) if view.tag(i) == ","), 0)
    return view.phrase(1, end) or None


def _earlier_whole(sheet: Sheet) -> str | None:
    for _, quantities in sheet.earlier():
        for quantity in reversed(quantities):
            if quantity.relation == "share" and quantity.of:
                return quantity.of
    return None


def antecedent(sheet: Sheet) -> str | None:
    """Return the last count told before, as words: number and noun."""
    found = sheet.last_count()
    if found is None:
        return None
    view, quantity = found
    last = view.at(quantity.span[-1][1])
    end = phrase_end(view, last, quantity_words(view.language))
    return view.phrase(view.at(quantity.span[0][0]), end)


def whole_of_count(sheet: Sheet, count: Count, number: Number) -> str | None:
    """Return the whole of which a count is a part: "of these", "the remaining 160", "the first 60"."""
    view, words = sheet.view, quantity_words(sheet.view.language)
    if count.whole:
        told = antecedent(sheet) if count.whole in words.whole_pronouns else None
        return told or count.whole
    counted = any(view.tag(k) in "#$€£¥₽₩" for k in (count.noun + 1, count.noun + 2))
    base = count.unit.split("/")[0] if count.unit else None
    if view.low(count.noun) == "of" and counted and sort_of(base) in ("money", "mass", "volume"):
        return view.phrase(count.noun + 1, whole_end(view, count.noun + 1)) or None
    if view.low(0) == "of" and view.verb and count.first < view.verb.start + 3:
        lead = _led_whole(sheet)
        itself = view.text[number.start : number.end] in (lead or "")
        if lead and not (view.words[0].start < number.start and itself):
            return lead
    one, two = view.low(count.first - 1), view.low(count.first - 2)
    if one in words.rest or two in words.rest:
        return antecedent(sheet)
    if one in ("first", "last") and two in ("the", "its", "their"):
        return antecedent(sheet)
    if one == "the" and view.low(count.last) in ("that", "who", "which"):
        return antecedent(sheet)
    return None
