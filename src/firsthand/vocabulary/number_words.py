"""How each language writes numbers: digits, words, per cent, bounds and ranges.

One file a language in `vocabulary/data/numbers/`; what the fields mean stands at the head of `en.yaml`.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from firsthand.model.claim import Relation
from firsthand.vocabulary.data_file import load_data

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk", "ja", "zh", "ko")
_NAMES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "russian": "ru",
    "ukrainian": "uk", "japanese": "ja", "chinese": "zh", "korean": "ko",
}  # fmt: skip


class Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a number that say how exact it is: a regular expression each."""

    relation: Relation
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around two numbers that make one range of them: regular expressions, "" for none."""

    between: str
    before: str = ""
    after: str = ""


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The number words of a language; see the head of `en.yaml`."""

    writing: Literal["words", "compounds", "han", "hangul"]
    decimal: str
    thousands: tuple[str, ...]
    cardinals: dict[str, float]
    multipliers: dict[str, float] = {}
    scales: dict[str, float] = {}
    groups: dict[str, float] = {}
    tens_with_teens: tuple[float, ...] = ()
    ordinals: dict[str, float] = {}
    denominators: dict[str, float] = {}
    halves: dict[str, float] = {}
    plural_ends: tuple[str, ...] = ("",)
    joiners: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    suffixes: dict[str, float] = {}
    percent: tuple[str, ...] = ()
    percent_of: tuple[str, ...] = ()
    ordinal_marks: tuple[str, ...] = ()
    not_numbers: tuple[str, ...] = ()
    ordinal_before: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    guards: dict[str, str] = {}
    alone: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    tenths: tuple[str, ...] = ()
    discounts: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()
    pairs: tuple[Pair, ...] = ()


def language_code(language: str | None) -> str:
    """Return the two letters of a language given as `en`, `en-GB` or `english`; English for None."""
    name = (language or "en").casefold()
    return _NAMES.get(name, name.split("-")[0])


@cache
def number_words(language: str) -> NumberWords:
    """Return the words of a language; English digits where there is no file for it.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    code = language if language in LANGUAGES else "en"
    return load_data(f"numbers/{code}.yaml", NumberWords)
