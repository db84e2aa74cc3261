"""Numbers that count nothing: in names, dates, law, times of day."""

from __future__ import annotations

import re

from firsthand.claim.counting import place
from firsthand.claim.number_grammar import Number
from firsthand.claim.view import View
from firsthand.vocabulary.quantity_words import QuantityWords, quantity_words
from firsthand.vocabulary.units import money_marks, sort_of, unit_names

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)")
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d$")
_GLUE = frozenset("-‑/_#")
_FEW = 10
_LONGEST_LABEL = 3
_RANKS = frozenset({"first", "last", "next", "final", "initial", "only", "top", "second", "third"})
_LOOSE = frozenset(
    {"hundreds", "thousands", "millions", "billions", "trillions", "dozens", "scores"}
)
"""Words that the table of vague words reads."""


def counts(view: View, number: Number) -> bool:
    """Tell whether a number of a clause counts or measures something."""
    if number.sort == "ordinal" or _in_time(view, number):
        return False
    words = quantity_words(view.language)
    if number.spelled and view.text[number.start : number.end].lower() in _LOOSE:
        return False
    return not (
        _in_name(view, number, words)
        or _is_clock(view, number)
        or _is_year(view, number, words)
        or _is_pair(view, number, words)
        or _is_pronoun(view, number)
    )


_WORD_BEFORE = re.compile(r"([^\W\d_]+\.?)[  ]$")


def word_before(text: str, start: int) -> str:
    """Return the word in front of an offset in lower case, also outside the clause; "" where none is."""
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return found[1].lower() if found else ""


def _in_time(view: View, number: Number) -> bool:
    return any(m.start < number.end and number.start < m.end for m in view.moments)


def _in_name(view: View, number: Number, words: QuantityWords) -> bool:
    """Tell "Kh-101", "G7", "Article 5", "Flight 17", "Ocean 7" from counts."""
    text, start, end = view.text, number.start, number.end
    before = text[start - 1 : start]
    if (before in _GLUE and before) or (before.isalpha() and before not in "xх"):
        return before != "-" or text[start - 2 : start - 1].isalnum()
    if text[end : end + 1] in ("-", "‑", "/") and _compound_name(text, end):
        return True
    if text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha():
        return not _measured(view, end + 1)
    first, last = place(view, number)
    low = view.low(first - 1) or word_before(text, start)
    if not low or (number.spelled and low not in words.names):
        return False
    if view.verb and view.verb.start <= first - 1 < view.verb.end:
        return False
    if f"{view.low(first - 2)} {low}" in words.names:
        return not _counted_after(view, last, words)
    if low.rstrip(".") in words.names or low in words.names:
        return not _counted_after(view, last, words) or (
            first > 0 and view.words[first - 1].capital
        )
    if first == 0:
        return False
    behind = view.words[first - 1]
    if (
        behind.tag in ("“", '"', "„")
        and last < len(view.words)
        and view.tag(last) in ("”", '"', "“")
    ):
        return True
    return _capital_before(view, first, last, words) or _numbered(view, number, first, last)


def _numbered(view: View, number: Number, first: int, last: int) -> bool:
    """Tell "near mile marker 62, …" and "at pump 4": one thing of a row, behind its own noun."""
    written = view.text[number.start : number.end]
    if not written.isdigit() or len(written) > _LONGEST_LABEL or first < 2:
        return False
    word = view.words[first - 1]
    low = word.low
    if word.tag != "N" or word.capital or not low.isalpha() or low.endswith("s"):
        return False
    words = quantity_words(view.language)
    known = low in words.near_signs or low in words.rest or low in words.adjectives
    if known or low in _RANKS or unit_names(view.language).word(low):
        return False
    behind = view.tag(last)
    ends = behind in ("", ",", ".", ";", ")", "P", "X")
    return ends and view.tag(first - 2) in "PDN" and view.verb is not None


def _compound_name(text: str, end: int) -> bool:
    tail = re.match(r"[-‑/]([A-Z]\b|[A-Z][a-z]*-?\d|\d+[A-Z])", text[end : end + 8])
    return tail is not None


def _measured(view: View, at: int) -> bool:
    """Tell "75-tonne" and "twelve-fold" from "nine-dash"."""
    word = re.match(r"[^\W\d_]+", view.text[at : at + 30])
    if word is None:
        return False
    name = word[0].lower()
    if name in quantity_words(view.language).fold_after:
        return True
    units = unit_names(view.language).word(name)
    return bool(units) and sort_of(units[0]) in (
        "mass",
        "volume",
        "length",
        "energy",
        "area",
        "data",
        "money",
        "time",
    )


def _counted_after(view: View, last: int, words: QuantityWords) -> bool:
    """Tell whether a plural noun or a unit follows at once."""
    low = view.low(last)
    if not low or low in words.stops:
        return False
    return bool(unit_names(view.language).word(low)) or (
        view.tag(last) in "NZ" and low.endswith("s") and not view.words[last].capital
    )


def _capital_before(view: View, first: int, last: int, words: QuantityWords) -> bool:
    """Tell whether a name stands before the number and no noun behind it: "Ocean 7", "Navy 2030"."""
    word = view.words[first - 1]
    if not word.capital or word.tag not in "N" or (first < 2 and word.tag != "N"):
        return False
    written = view.text[word.start : word.end]
    if written in money_marks() or (
        written.isupper() and len(written) <= 3 and written in money_marks()
    ):
        return False
    if view.low(last) in ("%", "percent", "per", "times", "million", "billion"):
        return False
    if first == 1 and not _is_name(written):
        return False
    return not _counted_after(view, last, words) and not (
        view.tag(last) in "N" and not view.words[last].capital if last < len(view.words) else False
    )


def _is_name(written: str) -> bool:
    return len(written) > 1


def _is_clock(view: View, number: Number) -> bool:
    around = view.text[max(0, number.start - 3) : number.end + 3]
    if ":" not in around:
        return False
    return any(
        m.start() + max(0, number.start - 3) <= number.start < m.end() + max(0, number.start - 3)
        and ":" in m[0]
        for m in _CLOCK.finditer(around)
    )


def _is_year(view: View, number: Number, words: QuantityWords) -> bool:
    """Tell a bare year from a count of the same size: "2024 elections", "in 2019"."""
    written = view.text[number.start : number.end]
    if not _YEAR.fullmatch(written):
        return False
    first, last = place(view, number)
    if view.low(first - 1) in (
        "the",
        "its",
        "their",
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "a",
        "this",
        "his",
        "her",
    ):
        return not (
            view.low(first - 1) in ("of", "by", "from", "the") and _unit_follows(view, last)
        )
    return not _counted_after(view, last, words) or view.low(last) in words.marks


def _unit_follows(view: View, last: int) -> bool:
    units = unit_names(view.language).word(view.low(last))
    return bool(units) and sort_of(units[0]) in (
        "people",
        "mass",
        "arms",
        "money",
        "transport",
        "papers",
    )


def _is_pair(view: View, number: Number, words: QuantityWords) -> bool:
    """Tell "the two countries", which counts nothing."""
    first, last = place(view, number)
    if number.value != int(number.value) or not 2 <= number.value <= _FEW:
        return False
    if view.low(first - 1) not in ("the", "these", "those", "both", "all", "other"):
        return False
    return view.low(last) in words.pairs


def _is_pronoun(view: View, number: Number) -> bool:
    """Tell "one" that stands for something from one that counts."""
    if number.value != 1 or not number.spelled:
        return False
    first, last = place(view, number)
    if view.low(last) in ("in", "out") and view.tag(last + 1) in "#N":
        return False
    return view.tag(last) not in "N" or view.low(first - 1) in ("the", "this", "that", "not", "no")
