"""Units and counted nouns: `vocabulary/data/units.yaml`.

>>> unit_names("en").word("welders")
('workers',)
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.lexicon import Lexicon, plural

UnitSort = Literal[
    "people", "papers", "mass", "volume", "energy", "transport", "arms", "length", "area", "time",
    "data", "ratio", "money", "count",
]  # fmt: skip
_LANGUAGES = ("en", "de", "ru", "uk", "ko", "ja")


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit: its sort, its words by language, and how it converts.

    One unit is `factor` of `base`; None where nothing is convertible.
    """

    sort: UnitSort
    base: str | None = None
    factor: float | None = None
    mark: tuple[str, ...] = ()
    home: str | None = None
    en: tuple[str, ...] = ()
    de: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    uk: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()
    ja: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        """Return its words in a language; Ukrainian falls back on nothing."""
        by_language: dict[str, tuple[str, ...]] = {
            "en": self.en, "de": self.de, "ru": self.ru, "uk": self.uk, "ko": self.ko, "ja": self.ja,
        }  # fmt: skip
        return by_language.get(language, ())


class _UnitFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    units: dict[str, Unit]


@cache
def units() -> dict[str, Unit]:
    """Return all units by canonical name.

    Raises:
        VocabularyError: the file has a bad entry; `where` is FILE:LINE.
    """
    return load_data("units.yaml", _UnitFile).units


@cache
def unit_names(language: str) -> Lexicon[str]:
    """Return the words for units in a language; English singulars stand for their plurals too."""
    lexicon: Lexicon[str] = Lexicon()
    for name, unit in units().items():
        for word in unit.words(language if language in _LANGUAGES else "en"):
            lexicon.add(word, name)
            if language == "en" and word[-1:].isalpha() and plural(word) != word:
                lexicon.add(plural(word), name)
        if language == "en":
            lexicon.add(name.replace("-", " "), name)
    return lexicon


@cache
def money_marks() -> dict[str, str]:
    """Return the marks written before sums ("$", "KRW") and the currency of each."""
    return {mark: name for name, unit in units().items() for mark in unit.mark}


def sort_of(name: str | None) -> UnitSort | None:
    """Return the sort of a unit; of a rate that of what is counted; None for an unlisted noun."""
    if name is None:
        return None
    unit = units().get(name) or units().get(name.split("/")[0])
    return unit.sort if unit else None


def convertible(left: str, right: str) -> float | None:
    """Return how many `right` one `left` is; None where the two do not measure the same.

    >>> convertible("tonnes", "kilograms")
    1000.0
    """
    one, two = units().get(left), units().get(right)
    if left == right:
        return 1.0
    if one is None or two is None or one.base is None or one.base != two.base:
        return None
    if not one.factor or not two.factor:
        return None
    return one.factor / two.factor
