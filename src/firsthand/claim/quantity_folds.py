"""Numbers that multiply: "doubled", "twelve-fold", "three times as many as in 2022"."""

from __future__ import annotations

import re

from firsthand.claim.comparing import Bound, basis_of, bound_of
from firsthand.claim.counting import Count
from firsthand.claim.number_grammar import Number
from firsthand.claim.ranges import tidy
from firsthand.claim.sheet import Against, Sheet, Value
from firsthand.claim.signs import sign_of
from firsthand.claim.view import View
from firsthand.model.claim import Relation
from firsthand.vocabulary.quantity_words import quantity_words

_FOLD = re.compile(r"[-‑ ]?fold\b")
_LONGEST_TAIL = 3


def read_folds(sheet: Sheet) -> None:
    """Note every word that multiplies: "doubled", "twice as many", "half as large"."""
    view, words = sheet.view, quantity_words(sheet.view.language)
    if "half" not in view.lows and words.folds.keys().isdisjoint(view.lows):
        return
    for i, word in enumerate(view.words):
        value = words.folds.get(word.low)
        if value is not None and _multiplies(view, i) and not sheet.is_taken(word.start, word.end):
            last = _tail(view, i + 1, words.fold_tail, i + _LONGEST_TAIL)
            _note_fold(sheet, Count(word.start, view.words[last - 1].end, i, last), value)
        elif word.low == "half" and view.low(i + 1) == "as" and view.low(i + 2) in words.sizes:
            _note_fold(sheet, Count(word.start, view.words[i + 2].end, i, i + 3), 0.5)


def _note_fold(sheet: Sheet, count: Count, value: float) -> None:
    count = count._replace(unit="times", noun=count.last)
    bound = bound_of(sign_of(sheet, count))
    compare(sheet, count, (tidy(value), "fold"), bound, (count.last,))


def _tail(view: View, first: int, words: frozenset[str], end: int) -> int:
    last = first
    while last < end and view.low(last) in words:
        last += 1
    return last


def _multiplies(view: View, i: int) -> bool:
    """Tell a fold from a name or an event: "the doubled guard", "twice in May"."""
    words = quantity_words(view.language)
    low, after = view.low(i), view.low(i + 1)
    if low in words.bare_folds:
        if view.tag(i - 1) in "TX":
            return True
        return after in words.fold_behind and view.low(i - 1) != "a"
    if low in words.adverb_folds:
        return after == "as" or after in words.fold_behind
    return low.endswith("fold") or not (view.tag(i - 1) == "D" and view.tag(i + 1) in ("", "N"))


def read_number_fold(sheet: Sheet, number: Number, count: Count) -> bool:
    """Note "12-fold", "three times as many", "crossed nine times"; False where a number multiplies nothing."""
    view, words = sheet.view, quantity_words(sheet.view.language)
    bound = bound_of(sign_of(sheet, count))
    fold = _FOLD.match(view.text[number.end : number.end + 6].lower())
    if fold:
        end = number.end + fold.end()
        done = count._replace(end=end, last=view.at(end), noun=view.at(end))
        compare(sheet, done, (tidy(number.value), "fold"), bound, (done.last,))
        return True
    if view.low(count.last) not in ("times", "x"):
        return False
    if view.low(count.last + 1) not in words.times_after:
        _note_events(sheet, count, number)
        return True
    last = count.last + 1
    done = count._replace(end=view.words[last - 1].end, last=last, noun=last)
    start = _tail(view, last, words.times_tail, len(view.words))
    compare(sheet, done, (tidy(number.value), "fold"), bound, (start,))
    return True


def _note_events(sheet: Sheet, count: Count, number: Number) -> None:
    """Count what the verb does: "crossed the border 9,145 times"."""
    view = sheet.view
    known = quantity_words(view.language).counted_by_verb
    verbs = view.verb.lemmas if view.verb else ()
    unit = next((known[v] for v in verbs if v in known), "times")
    sign = sign_of(sheet, count._replace(noun=count.last + 1)) or "="
    sheet.note((count.start, count.end), tidy(number.value), unit, sign, step=number.step)


def compare(
    sheet: Sheet, count: Count, told: tuple[Value, Relation], bound: Bound | None, starts: tuple[int, ...],
) -> None:  # fmt: skip
    """Note a fold or change with what it compares with.

    `told`: value and relation, in the unit of the count ("times" for a fold); `starts`: word indexes from which
    on what it compares with is looked for, the first that finds something holds.
    """
    unit = "times" if told[1] == "fold" else count.unit
    found = basis_of(sheet.view, starts[0], sheet.reads)
    for start in starts[1:]:
        if found.basis is None and start != starts[0]:
            found = basis_of(sheet.view, start, sheet.reads)
    if found.moment is not None and found.moment.lead != "since":
        sheet.used.append(found.moment)
    against = Against(bound=bound, basis=found.basis)
    sheet.note((count.start, count.end), told[0], unit, told[1], against)
