"""How each language tells times: months, weekdays, "last year", "in the first half of".

One file a language in `vocabulary/data/times/`; what the fields mean stands at the head of `en.yaml`.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from firsthand.vocabulary.data_file import load_data

Lead = Literal["at", "since", "from", "by", "until", "before", "after", "between", "than"]
TIME_LANGUAGES = ("en", "de", "ru", "uk", "ko", "ja")


class TimePattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way of telling a time: an expression with {placeholders}, and what it means."""

    reads: str
    means: str


class Holiday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day with a name that has the same date every year."""

    month: int
    day: int
    words: tuple[str, ...]


class TimeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The time words of a language; see the head of `en.yaml`."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    units: dict[str, str]
    counts: dict[str, int] = {}
    ordinals: dict[str, int] = {}
    turns: dict[str, int] = {}
    parts: dict[str, str] = {}
    days: dict[str, int] = {}
    holidays: tuple[Holiday, ...] = ()
    leads: dict[str, Lead] = {}
    tails: dict[str, Lead] = {}
    patterns: tuple[TimePattern, ...] = ()
    heads: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    spaced: bool = True


@cache
def time_words(language: str) -> TimeWords | None:
    """Return the time words of a language; None where it has no file.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    if language not in TIME_LANGUAGES:
        return None
    return load_data(f"times/{language}.yaml", TimeWords)
