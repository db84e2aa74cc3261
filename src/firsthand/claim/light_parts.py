"""Shares, folds, changes and what they compare with, in languages with the light grammar."""

from __future__ import annotations

import re
from functools import cache

from firsthand.claim.comparing import RELATIVE, Bound, bound_of, day_text
from firsthand.claim.counting import place
from firsthand.claim.light_units import unit_behind
from firsthand.claim.number_grammar import Number
from firsthand.claim.periods import period
from firsthand.claim.ranges import sign_after, tidy
from firsthand.claim.sheet import Against, Sheet
from firsthand.claim.times import Moment
from firsthand.claim.view import View
from firsthand.model.claim import Basis, Relation
from firsthand.model.span import Span
from firsthand.vocabulary.light_words import light_words
from firsthand.vocabulary.number_words import number_words

_REACH = 10
_BACK = 8


def light_sign(sheet: Sheet, start: int, end: int) -> Relation | None:
    """Return how exact the number on a stretch is said to be; None where nothing says so."""
    view = sheet.view
    found = sheet.signs.get(start)
    words = light_words(view.language).words
    if view.low(view.at(start) - 1) in words.to and direction(view):
        return None  # "упал на 12 % до 7,9 млн": the value that it fell to
    if found and view.words and found[0] >= view.words[0].start and found[1] != "=":
        return found[1]
    after = sign_after(view.text, end, view.language)
    return after[1] if after and after[1] != "=" else None


def direction(view: View) -> int:
    """Return 1 where the words of a clause tell a rise, -1 for a fall, 0 for neither."""
    light = light_words(view.language)
    ups = [w.low for w in view.words if light.has("ups", w.low)]
    downs = [w.low for w in view.words if light.has("downs", w.low)]
    if downs and (not ups or ups[0] in light.words.more):
        return -1
    return 1 if ups else 0


# --- ratios, folds, vague words -------------------------------------------------------------------


def read_light_ratios(sheet: Sheet) -> None:
    """Note shares told by two numbers or an ordinal: "zwei von fünf", "каждый пятый"."""
    view, light = sheet.view, light_words(sheet.view.language)
    start, end = view.words[0].start, view.words[-1].end
    stretch = view.text[start:end].lower()
    if len(stretch) != end - start:
        return
    for pattern in _ratio_patterns(view.language):
        for match in pattern.finditer(stretch):
            first = view.at(start + match.start())
            if light.has("negations", view.low(first - 1)):
                continue
            groups = match.groupdict()
            if groups.get("nth"):
                value = 1 / light.words.nths[groups["nth"]]
            else:
                value = _small(view, groups["one"]) / max(_small(view, groups["many"]), 1)
            if 0 < value < 1:
                span = (start + match.start(), start + match.end())
                whole = light_whole(sheet, view.at(span[1])) or light_antecedent(sheet)
                sheet.note(span, tidy(round(value, 6)), "fraction", "share", Against(whole=whole))


def _small(view: View, word: str) -> float:
    return float(word) if word.isdigit() else number_words(view.language).cardinals.get(word, 1.0)


@cache
def _ratio_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{p})(?!\w)") for p in light_words(language).words.ratios)


def read_light_folds(sheet: Sheet, numbers: list[Number]) -> None:
    """Note what multiplies: "verdoppelte", "вдвое", "viermal so viele", "в 12 раз больше"."""
    view, words = sheet.view, light_words(sheet.view.language).words
    for i, word in enumerate(view.words):
        value = words.folds.get(word.low)
        if value is None:
            continue
        needs = word.low in words.fold_need
        if needs and not any(view.has_words(i + 1, each) for each in words.fold_next):
            continue
        end = i + 1
        while view.low(end) in words.fold_tail:
            end += 1
        sign = bound_of(light_sign(sheet, word.start, word.end))
        span = (word.start, view.words[end - 1].end)
        told = _fold_of(view, i + 1, end + 1, value)
        light_compare(sheet, span, (told, "times"), "fold", sign, end)
    for number in numbers:
        _read_number_fold(sheet, number)


def _read_number_fold(sheet: Sheet, number: Number) -> None:
    view, words = sheet.view, light_words(sheet.view.language).words
    first, last = place(view, number)
    tail = view.low(last)
    glued = view.text[number.end : number.end + 8].lower()
    fold = next((f for f in words.fold_words if _is_fold(f, tail, glued)), None)
    if fold is None or sheet.is_taken(number.start, number.end):
        return
    if tail in words.times_words and not _multiplies(view, first, last + 1):
        return
    stop = view.words[last].end if tail == fold else number.end + len(fold)
    span = (number.start, stop)
    sign = bound_of(light_sign(sheet, *span))
    told = _fold_of(view, last + 1, last + 2, number.value)
    light_compare(sheet, span, (told, "times"), "fold", sign, last + 1)


def _fold_of(view: View, first: int, end: int, value: float) -> int | float:
    """Return what a fold multiplies by: "вдвое меньше" is a half."""
    light = light_words(view.language)
    falls = any(light.has("downs", view.low(k)) for k in range(first, end))
    return tidy(round(1 / value, 6)) if falls and value > 1 else tidy(value)


def _is_fold(fold: str, tail: str, glued: str) -> bool:
    return tail == fold or (fold.startswith("-") and glued.startswith(fold))


def _multiplies(view: View, first: int, after: int) -> bool:
    """Tell "в три раза больше" and "dreimal so viel" from things that happened three times."""
    words = light_words(view.language).words
    led = view.low(first - 1) in words.times_leads
    return led or view.low(after) in words.times_after or direction(view) != 0


def read_light_vague(sheet: Sheet) -> None:
    """Note the vague amounts of a clause: "Dutzende Soldaten", "несколько тысяч рабочих"."""
    view, words = sheet.view, light_words(sheet.view.language).words
    for i, word in enumerate(view.words):
        if sheet.is_taken(word.start, word.end):
            continue
        for vague in words.vague:
            phrase = next((p for p in vague.words if view.has_words(i, p)), None)
            if phrase is None:
                continue
            last = i + len(phrase.split())
            unit = unit_behind(view, last) or unit_behind(view, last + (view.low(last) in words.of))
            if unit is not None:
                high = None if vague.high is None else tidy(vague.high)
                span = (word.start, view.words[last - 1].end)
                sheet.note(span, (tidy(vague.low), high), unit[0], "range")
            break


# --- wholes ---------------------------------------------------------------------------------------


def light_whole(sheet: Sheet, at: int) -> str | None:
    """Return the words of which something is a share: "der Lieferungen", "из 90 беспилотников"."""
    view, words = sheet.view, light_words(sheet.view.language).words
    low, after = view.low(at), view.low(at + 1)
    if low in words.whole_pronouns:
        return light_antecedent(sheet) or low
    if low in words.of:
        if after in words.whole_pronouns:
            return light_antecedent(sheet) or after
        return view.phrase(at + (low in words.part_leads), _phrase_end(view, at + 1)) or None
    if words.genitives and view.tag(at) == "N" and re.search(words.genitives, low):
        return view.phrase(at, _phrase_end(view, at)) or None
    return None


def light_whole_of_count(sheet: Sheet, first: int, last: int) -> str | None:
    """Return the whole of a count: "15 der 210 Studenten", "davon 12", "остальные 30"."""
    view, words = sheet.view, light_words(sheet.view.language).words
    low, after = view.low(last), view.low(last + 1)
    pronoun = after in words.whole_pronouns
    if low in words.of and (view.tag(last + 1) == "#" or pronoun or low in words.part_leads):
        if pronoun or low in words.whole_pronouns:
            return light_antecedent(sheet) or after
        return view.phrase(last, _phrase_end(view, last + 1)) or None
    near = {view.low(first - 1), view.low(first - 2)}
    lead = {view.low(0), view.low(1)} & words.whole_pronouns
    if near & words.rest or near & words.whole_pronouns or lead:
        return light_antecedent(sheet)
    return None


def light_antecedent(sheet: Sheet) -> str | None:
    """Return the last count told before, as words: number and noun."""
    found = sheet.last_count()
    if found is None:
        return None
    view, quantity = found
    first, last = view.at(quantity.span[0][0]), view.at(quantity.span[-1][1])
    return view.phrase(first, min(last + 3, _phrase_end(view, last)))


def _phrase_end(view: View, first: int) -> int:
    light = light_words(view.language)
    i = first
    while i < len(view.words) and view.tag(i) not in ",;:.VPC":
        if light.has("negations", view.low(i)):
            break
        i += 1
    return i


# --- comparisons ----------------------------------------------------------------------------------


def light_compare(
    sheet: Sheet, span: Span, told: tuple[int | float, str | None], relation: Relation,
    bound: Bound | None, at: int,
) -> None:  # fmt: skip
    """Note a fold or change (`told`: value and unit) with what it compares with, looked for from word `at` on."""
    against = Against(bound=bound, basis=_basis(sheet, at))
    sheet.note(span, told[0], told[1], relation, against)


def _basis(sheet: Sheet, at: int) -> Basis | None:
    """Return what stands behind "als", "gegenüber", "чем", "по сравнению с"."""
    view, light = sheet.view, light_words(sheet.view.language)
    for moment in view.moments:
        if moment.means in RELATIVE and view.at(moment.start) >= at - _BACK:
            return _timed(sheet, moment)
    for i in range(at, min(at + _REACH, len(view.words))):
        opener = next((t for t in light.words.than if view.has_words(i, t)), None)
        if opener is None:
            continue
        first = i + len(opener.split())
        behind = _time_behind(view, i, first)
        if behind is not None:
            return _timed(sheet, behind)
        if opener in light.words.timed_than:
            continue
        end = first
        while end < len(view.words) and view.tag(end) not in ",;:.V":
            end += 1
        if end > first:
            return Basis(text=view.phrase(first, end))
    return None


def _time_behind(view: View, opener: int, first: int) -> Moment | None:
    core = view.words[min(first, len(view.words) - 1)].start
    for moment in view.moments:
        near = view.words[opener].start <= moment.start and view.at(moment.start) - first <= 3
        if near or moment.core == core:
            return moment
    return None


def _timed(sheet: Sheet, moment: Moment) -> Basis:
    sheet.used.append(moment)
    span = period(moment._replace(lead="at"), sheet.reads)
    text = sheet.view.text[moment.core : moment.end]
    if span is None:
        return Basis(text=text)
    return Basis(text=text, start=day_text(span.start), end=day_text(span.end))
