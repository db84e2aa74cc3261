"""The quantities of Korean and Japanese claims: numbers with the counters behind and the nouns before them."""

from __future__ import annotations

from functools import cache

from firsthand.claim.comparing import RELATIVE, bound_of, day_text
from firsthand.claim.number_grammar import Number
from firsthand.claim.periods import Setting, period
from firsthand.claim.quantities import Counted
from firsthand.claim.ranges import percent_end, sign_after, tidy
from firsthand.claim.sheet import Against, Sheet, Signs
from firsthand.claim.view import View
from firsthand.model.claim import Basis, Relation
from firsthand.vocabulary.plain_words import PlainWords, plain_words
from firsthand.vocabulary.units import money_marks, sort_of, units

_BEFORE = 12
_LONGEST_WORD = 8
_GENERAL = frozenset(
    {"persons", "vessels", "vehicles", "machines", "missiles", "incidents", "rounds"}
)


def read_plain_quantities(view: View, reads: Setting, signs: Signs) -> Counted:
    """Return the quantities of a claim. `reads`: with the claim's own period as anchor."""
    sheet = Sheet(view, reads, signs)
    words = plain_words(view.language)
    _read_vague(sheet, words)
    for number in view.numbers:
        if number.sort == "ordinal" or sheet.is_taken(number.start, number.end):
            continue
        if any(m.start < number.end and number.start < m.end for m in view.moments):
            continue
        _read(sheet, words, number)
    return Counted(sorted(sheet.out, key=lambda q: q.span), sheet.used)


def _read(sheet: Sheet, words: PlainWords, number: Number) -> None:
    view = sheet.view
    span = (number.start, number.end)
    sign = _sign(sheet, number)
    rate = percent_end(view.text, number.end, view.language)
    if rate:
        _read_rate(sheet, words, (number.start, rate[0]), tidy(number.value))
        return
    behind = view.text[number.end : number.end + 2].lstrip()
    if behind.startswith(words.folds):
        against = Against(bound=bound_of(sign), basis=_basis(sheet))
        sheet.note(span, tidy(number.value), "times", "fold", against)
        return
    unit = _unit(view, words, number)
    if unit is None:
        return
    sheet.note(span, tidy(number.value), unit, sign or "=", step=number.step)


def _sign(sheet: Sheet, number: Number) -> Relation | None:
    found = sheet.signs.get(number.start)
    if found and found[1] != "=":
        return found[1]
    end = number.end
    counter = _counter(sheet.view, number)
    for at in (end, counter[1] if counter else end):
        after = sign_after(sheet.view.text, at, sheet.view.language)
        if after and after[1] != "=":
            return after[1]
    return None


def _read_rate(sheet: Sheet, words: PlainWords, span: tuple[int, int], value: int | float) -> None:
    """Read a per cent: a change where the words behind it tell a rise or fall, else a rate."""
    view = sheet.view
    behind = view.text[span[1] : view.spans[-1][1]]
    up = min((behind.find(w) for w in words.ups if w in behind), default=-1)
    down = min((behind.find(w) for w in words.downs if w in behind), default=-1)
    if up < 0 and down < 0:
        sheet.note(span, value, "percent", "=")
        return
    sign = 1 if down < 0 or 0 <= up < down else -1
    sheet.note(span, value * sign, "percent", "change", Against(basis=_basis(sheet)))


def _basis(sheet: Sheet) -> Basis | None:
    view = sheet.view
    for moment in view.moments:
        if moment.means in RELATIVE or moment.lead == "than":
            sheet.used.append(moment)
            span = period(moment._replace(lead="at"), sheet.reads)
            text = view.text[moment.core : moment.end]
            if span is None:
                return Basis(text=text)
            return Basis(text=text, start=day_text(span.start), end=day_text(span.end))
    return None


def _unit(view: View, words: PlainWords, number: Number) -> str | None:
    """Return the unit: the counter behind a number, narrowed by the noun before it."""
    text = view.text
    for mark, name in money_marks().items():
        if text[max(0, number.start - len(mark)) : number.start] == mark:
            return name
    counter = _counter(view, number)
    low = max(view.spans[0][0], number.start - _BEFORE)
    before = text[low : number.start]
    noun = next((words.nouns[w] for w in _longest(words) if w in before), None)
    if counter is None:
        return noun
    unit = counter[0]
    return (
        noun if noun is not None and unit in _GENERAL and sort_of(unit) == sort_of(noun) else unit
    )


def _counter(view: View, number: Number) -> tuple[str, int] | None:
    """Return the unit word behind a number and where it ends."""
    start = number.end + (view.text[number.end : number.end + 1] == " ")
    table = _counters(view.language)
    for length in range(_LONGEST_WORD, 0, -1):
        found = table.get(view.text[start : start + length])
        if found:
            return found, start + length
    return None


@cache
def _counters(language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for name, unit in units().items():
        for word in unit.words(language):
            table.setdefault(word, name)
    return table


def _longest(words: PlainWords) -> list[str]:
    return sorted(words.nouns, key=len, reverse=True)


def _read_vague(sheet: Sheet, words: PlainWords) -> None:
    """Note "수천 명" and "数千人" with the interval that a reader allows."""
    view = sheet.view
    for start, end in view.spans:
        for vague in words.vague:
            for word in vague.words:
                at = view.text.find(word, start, end)
                if at < 0 or sheet.is_taken(at, at + len(word)):
                    continue
                number = Number(at, at + len(word), 0.0, "number", True, False, 1.0)
                unit = _counter(view, number)
                told = _unit(view, words, number) if unit else None
                if told:
                    high = None if vague.high is None else tidy(vague.high)
                    sheet.note((at, at + len(word)), (tidy(vague.low), high), told, "range")
