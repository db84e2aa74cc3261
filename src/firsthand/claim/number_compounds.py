"""German number words written as one: "zweihundertdreißigtausendste" taken apart."""

from __future__ import annotations

import re
from functools import cache

from firsthand.vocabulary.number_words import number_words

Meaning = tuple[str, float, float]
_ENDING = re.compile(r"(?:st|t|)e[rnms]?$")
_LONGEST = 24
"""Pieces of one compound: the longest below a million has eleven."""


@cache
def _pieces(language: str) -> re.Pattern[str]:
    """Return what every compound consists of: a word that does not match is none."""
    data = number_words(language)
    pieces = {*data.cardinals, *data.ordinals, "hundert", "tausend", "und"}
    listed = "|".join(sorted(map(re.escape, pieces), key=len, reverse=True))
    return re.compile(rf"(?:{listed}){{1,{_LONGEST}}}(?:(?:st|t)?e[rnms]?|halb)?")


def compound(word: str, language: str) -> Meaning | None:
    """Return sort, value and denominator of a compound; None where the pieces make no number."""
    if not _pieces(language).fullmatch(word):
        return None
    value = _whole(word, language)
    if value is not None:
        sort = "U" if value < 10 else "T" if value < 20 else "Y" if value < 100 else "W"
        return sort, value, 0.0
    if word.endswith("einhalb"):
        whole = _whole(word.removesuffix("einhalb"), language)
        return None if whole is None else ("Q", whole + 0.5, 0.0)
    value = _ordinal(word, language)
    return ("O", value, 0.0) if value is not None else None


def _ordinal(word: str, language: str) -> float | None:
    ending = _ENDING.search(word)
    if ending is None:
        return None
    stems = number_words(language).ordinals
    bare = re.sub(r"e[rnms]?$", "", word)
    for stem, value in stems.items():
        if bare.endswith(stem):
            head = bare[: -len(stem)]
            before = 0.0 if not head else _whole(head.removesuffix("und") or head, language)
            if before is not None and (not head or head.endswith(("hundert", "tausend", "und"))):
                return before + value
    stem = re.sub(r"(?:st|t)e[rnms]?$", "", word)
    whole = _whole(stem, language) if stem != word else None
    return whole if whole is not None and whole >= 13 else None


def _whole(word: str, language: str) -> float | None:
    """Return the value of a compound below a million: thousands, hundreds, units and tens."""
    head, found, tail = word.partition("tausend")
    if found:
        thousands = 1.0 if not head else _below_thousand(head, language)
        rest = 0.0 if not tail else _below_thousand(tail.removeprefix("und"), language)
        return None if thousands is None or rest is None else thousands * 1000 + rest
    return _below_thousand(word, language)


def _below_thousand(word: str, language: str) -> float | None:
    head, found, tail = word.partition("hundert")
    if found:
        hundreds = 1.0 if not head else number_words(language).cardinals.get(head)
        rest = 0.0 if not tail else _below_hundred(tail.removeprefix("und"), language)
        if hundreds is None or rest is None or not 0 < hundreds < 20:
            return None
        return hundreds * 100 + rest
    return _below_hundred(word, language)


def _below_hundred(word: str, language: str) -> float | None:
    words = number_words(language).cardinals
    if word in words:
        return words[word]
    unit, found, tens = word.partition("und")
    if found and 0 < words.get(unit, 0) < 10 and words.get(tens, 0) >= 20:
        return words[unit] + words[tens]
    return None
