"""What numbers count in languages with the light grammar: which numbers count at all, and their units."""

from __future__ import annotations

import re

from firsthand.claim.counting import at_home, place
from firsthand.claim.number_grammar import Number
from firsthand.claim.sheet import Sheet
from firsthand.claim.traps import word_before
from firsthand.claim.view import View
from firsthand.vocabulary.light_words import light_words
from firsthand.vocabulary.units import money_marks, sort_of, unit_names

_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d$")
_REACH = 5
_FEW = 3
_AHEAD = 60
_NAME_ENDS = frozenset(["", *',.;:)«»“”"'])
_THINGS = frozenset({"people", "papers", "arms", "transport", "mass", "volume"})


def light_counts(view: View, number: Number) -> bool:
    """Tell a count from a number in a name, a date or a pronoun."""
    text, words = view.text, light_words(view.language).words
    in_time = any(m.start < number.end and number.start < m.end for m in view.moments)
    if number.sort == "ordinal" or in_time:
        return False
    before = text[number.start - 1 : number.start]
    if before.isalpha() or (before and before in "-‑/#№"):
        return False
    if ":" in text[max(0, number.start - 2) : number.end + 2]:
        return False
    first, last = place(view, number)
    low = view.low(first - 1) or word_before(text, number.start)
    if low in words.names and not number.spelled:
        return False
    if number.spelled and number.value == 1 and view.tag(last) != "V":
        return False
    if low in words.both and number.value <= _FEW and view.low(last) in words.pairs:
        return False
    if unit_behind(view, last) is not None:
        return True
    if _YEAR.fullmatch(text[number.start : number.end]):
        return False
    return not _ends_name(view, first, last, number)


def _ends_name(view: View, first: int, last: int, number: Number) -> bool:
    """Tell "Phönix 3" and "Аврора 4" from counts: a capital right in front, no noun behind."""
    if first < 2 or not view.words[first - 1].capital:
        return False
    near = view.words[first - 1].end + 1 >= number.start
    return near and (view.language != "de" or view.tag(last) in _NAME_ENDS)


def unit_behind(view: View, last: int) -> tuple[str, int] | None:
    """Return the unit told behind a number and the index after its word, past adjectives."""
    names = unit_names(view.language)
    row = [w.low for w in view.words]
    if last < len(row) and view.words[last].start in view.people:
        return "persons", last + 1
    for i in range(last, min(last + _REACH, len(row))):
        if view.tag(i) in ",;:.V#(P" or (view.tag(i) == "C" and i > last) or view.in_time(i):
            break
        end, found = names.at(row, i)
        if found:
            return at_home(found, view.countries), end
    return None


def light_unit(sheet: Sheet, number: Number, last: int) -> tuple[str | None, int]:
    """Return the unit of a number and where its words end.

    A currency mark before it tells, else the noun behind it, else what stood before.
    """
    view = sheet.view
    for mark, name in money_marks().items():
        written = view.text[max(0, number.start - len(mark) - 1) : number.start].strip()
        if written == mark:
            return name, number.end
    found = unit_behind(view, last)
    if found:
        unit, at = found
        end = view.words[at - 1].end if sort_of(unit) == "money" else number.end
        return _rated(view, unit, at), end
    noun = _noun_behind(view, last)
    if noun is not None:
        return _rated(view, view.low(noun), noun + 1), number.end
    return _inherited(sheet, number, last), number.end


def _noun_behind(view: View, last: int) -> int | None:
    """Return the index of the noun that a number counts where no list has it, past adjectives."""
    words = light_words(view.language).words
    for i in range(last, min(last + _FEW, len(view.words))):
        word = view.words[i]
        named = any(m.span[0] <= word.start < m.span[1] for m in view.mentions)
        loose = word.low in words.whole_pronouns or word.low in words.of or word.low in words.rest
        loose = loose or word.low in words.pieces
        if view.tag(i) != "N" or view.in_time(i) or named or loose or not word.low.isalpha():
            return None
        if view.language == "de":
            if word.capital:
                return i
        elif word.capital:
            return None
        elif not _ADJECTIVE.search(word.low):
            return i if len(word.low) > _FEW else None
    return None


_ADJECTIVE = re.compile(r"(?:[ыи]х|[ыи]ми|[ыи][йе]|[ая]я|[ое]е|[ое]го|[ое]му|[ое]й|[ії]й?|[ую]ю)$")
"""Ends of Russian and Ukrainian adjectives, which stand between a number and its noun."""


def _rated(view: View, unit: str, at: int) -> str:
    """Add what a count is told per: "je Tonne", "täglich", "в сутки"."""
    words = light_words(view.language).words
    for i in range(at, min(at + 3, len(view.words))):
        if view.low(i) in words.adverbs_per:
            return f"{unit}/{words.adverbs_per[view.low(i)]}"
        for each in words.each:
            name = view.low(i + len(each.split()))
            if view.has_words(i, each) and name in words.periods and not view.in_time(i):
                return f"{unit}/{words.periods[name]}"
    told = (words.adverbs_per[w.low] for w in view.words if w.low in words.adverbs_per)
    adverb = next(told, None)
    return f"{unit}/{adverb}" if adverb and sort_of(unit) != "time" else unit


def _inherited(sheet: Sheet, number: Number, last: int) -> str | None:
    view = sheet.view
    for i in range(last, len(view.words)):
        if view.words[i].start - number.end > _AHEAD:
            break
        if view.tag(i) == "#" and (later := unit_behind(view, i + 1)):
            return _rated(view, *later)
    for earlier, quantities in sheet.earlier():
        for quantity in reversed(quantities):
            if quantity.unit and sort_of(quantity.unit) not in ("ratio", "time"):
                return quantity.unit
        if earlier is not view or not quantities:
            named = _named_unit(earlier)
            if named and earlier is not view:
                return named
    return _named_unit(view)


def _named_unit(view: View) -> str | None:
    """Return the unit of something that the clause names: "Zahl der Anträge fiel auf 318"."""
    names = unit_names(view.language)
    row = [w.low for w in view.words]
    for i in range(len(row)):
        _, found = names.at(row, i)
        if found and sort_of(found[0]) in _THINGS:
            return found[0]
    return None
