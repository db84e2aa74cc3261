"""What a number counts: the noun behind or before it, a currency, a rate, or what stood before."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.claim.number_grammar import Number
from firsthand.claim.ranges import percent_end
from firsthand.claim.view import View
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.lexicon import Lexicon
from firsthand.vocabulary.quantity_words import QuantityWords, quantity_words
from firsthand.vocabulary.units import money_marks, sort_of, unit_names, units

_LONGEST_PHRASE = 8
_GLUED = re.compile(r"[-‑]?([^\W\d_]{1,20}[²³]?)(?![^\W_])")


_NOMINAL = ("N", "Z", "E", "G", "B")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(clause_words("en").nouns)


class Count(NamedTuple):
    """A number with its unit.

    `first`, `last`: indexes of the words that tell it, `noun`: index after its noun. `whole`: words of the
    whole behind "of". `listed`: the unit is one of the data file.
    """

    start: int
    end: int
    first: int
    last: int
    unit: str | None = None
    noun: int = 0
    whole: str | None = None
    listed: bool = False


@cache
def _marks() -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(money_marks(), key=len, reverse=True)))
    return re.compile(rf"(?<![^\W\d_])(?:{listed})\s?$")


def is_money(text: str, start: int) -> bool:
    """Tell whether a currency mark stands in front of an offset."""
    return _marks().search(text, max(0, start - 6), start) is not None


def place(view: View, number: Number) -> tuple[int, int]:
    """Return the indexes of a number's words: first, and after the last."""
    first = view.at(number.start)
    last = first
    while last < len(view.words) and view.words[last].start < number.end:
        last += 1
    if first > 0 and view.words[first - 1].end > number.start:
        first -= 1
    return first, max(last, first + 1)


def count_of(view: View, number: Number) -> Count:
    """Return what a number counts within its clause; the unit None where nothing there tells."""
    words, names = quantity_words(view.language), unit_names(view.language)
    first, last = place(view, number)
    rate = _percent(view, number)
    if rate:
        return rate._replace(first=first, last=last)
    mark = _marks().search(view.text, max(0, number.start - 6), number.start)
    if mark:
        unit = money_marks()[mark[0].strip()]
        return _rated(
            view, Count(mark.start(), number.end, first, last, unit, last, None, True), words
        )
    glued = (
        _glued(view, number, names)
        if number.attached or view.text[number.end : number.end + 1] in ("-", "‑")
        else None
    )
    if glued:
        return Count(number.start, number.end, first, last, glued, last, None, True)
    found = _behind(view, Count(number.start, number.end, first, last, noun=last), words, names)
    return _rated(view, found, words)


def _glued(view: View, number: Number, names: Lexicon[str]) -> str | None:
    """Return the unit of "75-tonne", "152mm", "12-month"."""
    word = _GLUED.match(view.text, number.end)
    known = names.word(word[1].lower()) if word else ()
    return known[0] if known else None


def _percent(view: View, number: Number) -> Count | None:
    """Return a number with the per cent words behind it; points are told from per cent."""
    found = percent_end(view.text, number.end, view.language)
    if found is None:
        return None
    end, written = found
    unit = (
        "percentage-points"
        if "point" in written or "punkt" in written or "пункт" in written
        else "percent"
    )
    noun = view.at(end)
    if view.low(noun) in ("point", "points"):
        unit, noun = "percentage-points", noun + 1
    return Count(number.start, end, 0, 0, unit, noun, None, True)


def _behind(view: View, count: Count, words: QuantityWords, names: Lexicon[str]) -> Count:
    """Read the noun behind a number, past adjectives."""
    i = count.last
    while view.low(i) in words.adjectives and view.low(i + 1) not in ("than",):
        i += 1
    if i < len(view.words) and view.words[i].start in view.people:
        return count._replace(unit="persons", noun=_people_end(view, i), listed=True)
    if view.low(i) in words.rates:
        return count._replace(unit=words.rates[view.low(i)], noun=i + 1, listed=True)
    if view.low(i) == "of":
        return _whole(view, count, i + 1, words, names)
    end = phrase_end(view, i, words)
    found = unit_in(view, i, end, names, words)
    if found is None:
        return _collected(view, count, words, names)
    unit, at = found
    listed = sort_of(unit) is not None
    last, stop = count.last, count.end
    if sort_of(unit) == "money":
        last, stop = at, view.words[at - 1].end
    counted = Count(count.start, stop, count.first, last, unit, at, None, listed)
    if view.low(at) == "of" and view.low(at + 1) in words.whole_pronouns:
        return counted._replace(whole=view.low(at + 1))
    return counted


def _people_end(view: View, i: int) -> int:
    while i + 1 < len(view.words) and view.words[i + 1].capital:
        i += 1
    return i + 1


def _collected(view: View, count: Count, words: QuantityWords, names: Lexicon[str]) -> Count:
    """Read the noun in front: "a crew of 48", "a fleet of 12"."""
    if view.low(count.first - 1) != "of":
        return count
    noun = view.low(count.first - 2)
    if noun in words.collectives:
        return count._replace(unit=words.collectives[noun], listed=True)
    return count


def phrase_end(view: View, first: int, words: QuantityWords) -> int:
    """Return where the noun phrase that begins at an index ends."""
    i = first
    while i < len(view.words) and i - first < _LONGEST_PHRASE:
        tag, low = view.tag(i), view.low(i)
        if (
            low in words.stops
            or tag in 'XVTCPDR,;:.()"“”!?#'
            or (view.verb and view.verb.start <= i < view.verb.end)
        ):
            break
        if tag in "AS" and low != "only":
            break
        if tag == "E" and i > first and view.tag(i + 1) not in "NEG":
            break
        if tag in "GZB" and i > first and view.tag(i + 1) in ("D", "O", "#"):
            break  # a verb form with an object does not belong to the phrase
        if tag == "B" and i > first and view.tag(i + 1) not in _NOMINAL and low not in _nouns():
            break  # "let 1,900 staff go"
        if not view.words[i].low[0].isalnum() and tag not in "%&'’":
            break
        i += 1
    return i


def unit_in(
    view: View, first: int, end: int, names: Lexicon[str], words: QuantityWords
) -> tuple[str, int] | None:
    """Return the unit that a noun phrase tells and the index after its noun."""
    if first >= end:
        return None
    row = [
        view.low(i).removesuffix("'s").removesuffix("’s").rstrip("'’") for i in range(first, end)
    ]
    for stop in range(len(row), 0, -1):
        for start in range(max(0, stop - 3), stop):
            after, known = names.at(row, start)
            if after == stop and known and not _shadowed(row, stop, known[0]):
                return at_home(known, view.countries), first + stop
        if stop < len(row):
            continue
    head = end - 1
    noun = row[-1]
    if view.tag(head) in "AS" or not noun or not noun[0].isalpha() or view.words[head].capital:
        return None
    return (plural_of(noun), end) if noun.endswith("s") or view.language != "en" else None


def at_home(found: tuple[str, ...], countries: tuple[str, ...]) -> str:
    """Return the unit that a word means here: of moneys with one name that of a country in the clause."""
    if len(found) > 1:
        for each in found:
            if units()[each].home in countries:
                return each
    return found[0]


def _shadowed(row: list[str], stop: int, unit: str) -> bool:
    """Tell whether a word is only the first half of a compound: "tank crews" are no tanks."""
    later = row[stop:]
    if later and row[stop - 1].endswith("s") and not later[-1].endswith("s"):
        return False  # "88 drones overnight": a plural is no first half
    return bool(later) and sort_of(unit) not in (
        "mass",
        "volume",
        "money",
        "time",
        "length",
        "energy",
        "area",
        "data",
        "ratio",
    )


def plural_of(noun: str) -> str:
    """Return the noun as the name of a unit."""
    return noun.replace(" ", "-")


def _whole(
    view: View, count: Count, first: int, words: QuantityWords, names: Lexicon[str]
) -> Count:
    """Read "85 of the 600 ships", "seven of its tankers", "4,000 of them"."""
    i = first
    if view.low(i) in words.whole_pronouns and view.tag(i + 1) != "N":
        return count._replace(whole=view.low(i), noun=i + 1)
    while view.tag(i) in "D#A":
        i += 1
    end = phrase_end(view, i, words)
    found = unit_in(view, i, end, names, words)
    unit, noun = found if found else (None, end)
    tail = end
    while (
        view.low(tail) in ("in", "of", "at", "from", "on", "under") and view.tag(tail + 1) in "DN"
    ):
        after = phrase_end(view, tail + 1 + (view.tag(tail + 1) == "D"), words)
        if after <= tail + 1:
            break
        tail = after
    return count._replace(
        unit=unit, noun=noun, whole=view.phrase(first, tail) or None, listed=bool(unit)
    )


def _rated(view: View, count: Count, words: QuantityWords) -> Count:
    """Add what a count is told per: "a day", "per tonne", "daily"."""
    unit = count.unit
    if unit is None or sort_of(unit) == "ratio":
        return count
    for at in (count.noun, _after_of(view, count.noun, words)):
        low = view.low(at)
        if low in words.adverbs_per:
            return count._replace(unit=f"{unit}/{words.adverbs_per[low]}")
        for each in words.each:
            if view.has_words(at, each):
                period = view.low(at + len(each.split()))
                behind = view.low(at + len(each.split()) + 1)
                if period in words.periods and behind not in ("ago", "earlier", "before", "later"):
                    return count._replace(unit=f"{unit}/{words.periods[period]}")
    return count


def _after_of(view: View, at: int, words: QuantityWords) -> int:
    """Return the index behind "of nitrocellulose" in "60 tonnes of nitrocellulose a day"."""
    if view.low(at) == "worth":
        at += 1
    if view.low(at) != "of":
        return at
    return phrase_end(view, at + 1, words)
