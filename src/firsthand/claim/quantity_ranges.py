"""Two numbers that tell one range: "between 40 and 60", "at least 6,000 but no more than 7,500"."""

from __future__ import annotations

import re

from firsthand.claim.counting import count_of, place
from firsthand.claim.number_grammar import Number
from firsthand.claim.quantity_units import unit_for
from firsthand.claim.ranges import pair_at, tidy
from firsthand.claim.sheet import Sheet
from firsthand.claim.view import View
from firsthand.vocabulary.quantity_words import quantity_words

_LONGEST_GAP = 30
_JOINED = re.compile(r",?\s(?:but|and|or)\s.{2,24}")
_MONEY_GAP = re.compile(r"\s?(?:m|bn|million|billion|thousand)?\s?(?:to|and|-|–)\s?[$€£¥]\s?")
_SCALES = (1e12, 1e9, 1e6, 1e3)
MONEY_MARKS = frozenset("$€£¥₽₩")


def read_range(sheet: Sheet, left: Number, right: Number) -> bool:
    """Note two numbers that make one range; False where they are two counts."""
    view = sheet.view
    if right.start - left.end > _LONGEST_GAP or sheet.is_taken(right.start, right.end):
        return False
    kinds = {left.sort, right.sort}
    if "ordinal" in kinds or ("fraction" in kinds and len(kinds) > 1):
        return False
    if not _is_pair(sheet, left, right):
        return False
    low, high = _ends(left, right)
    if not low < high:
        return False
    lead = place(view, left)[0] - 1
    lead -= view.tag(lead) in MONEY_MARKS
    if view.low(lead) == "from" and moves(view):
        return False
    if view.low(lead) == "by" and _joined_by_to(view, left, right):
        return False  # "raised its bid by $300 million to $2.2 billion"
    count = count_of(view, right)
    start = left.start if count.start == right.start else count_of(view, left).start
    told = count._replace(start=min(start, left.start), first=place(view, left)[0])
    unit = unit_for(sheet, told)
    sheet.note((told.start, told.end), (tidy(low), tidy(high)), unit, "range")
    return True


def _joined_by_to(view: View, left: Number, right: Number) -> bool:
    return "to" in view.text[left.end : right.start].split()


def moves(view: View) -> bool:
    """Tell whether a clause tells a rise or fall: then "from 40 to 60" is two values."""
    words = quantity_words(view.language)
    known = words.ups | words.downs | words.folds.keys()
    told = (*view.verb.words, *view.verb.lemmas) if view.verb else ()
    if not words.turns.isdisjoint(told) or any(each in known for each in told):
        return True
    return any(view.low(i) in known for i in range(len(view.words)) if view.tag(i) in "NZBEV")


def _is_pair(sheet: Sheet, left: Number, right: Number) -> bool:
    text = sheet.view.text
    if pair_at(text, left, right, sheet.view.language):
        return True
    gap = text[left.end : right.start]
    one, two = sheet.signs.get(left.start), sheet.signs.get(right.start)
    if one and two and one[1] in (">", ">=") and two[1] in ("<", "<=") and _JOINED.fullmatch(gap):
        return True
    if _MONEY_GAP.fullmatch(gap):
        return True
    near = left.value < right.value <= left.value + max(2, left.value)
    return gap == " or " and near


def _ends(left: Number, right: Number) -> tuple[float, float]:
    """Share the scale of "4.5 to 5 billion" and "2–3 thousand"."""
    scale = 1.0
    if left.value < 1000 and right.step >= 1 and not right.spelled:
        fits = (s for s in _SCALES if right.value >= s and right.value / s < 1000)
        scale = next(fits, 1.0)
    written = right.value / scale
    scaled = scale > 1 and left.value <= written and right.end - right.start > len("500")
    return (left.value * scale if scaled else left.value), right.value
