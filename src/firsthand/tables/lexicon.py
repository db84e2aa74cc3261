"""The words that tables use, in many languages: five data files and their checked loaders."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from firsthand.vocabulary.data_file import parse_data

Word = Annotated[str, Meta(min_length=1)]
Words = tuple[Word, ...]
Months = Annotated[tuple[Words, ...], Meta(min_length=12, max_length=12)]
R = TypeVar("R", bound=msgspec.Struct)


class PeriodWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/periods.yaml`."""

    months: dict[str, Months]
    month_suffixes: Words
    year_suffixes: Words
    fiscal_suffixes: Words
    year_prefixes: Words
    fiscal_prefixes: Words
    whole_year: Words
    quarter_words: Words
    half_words: Words
    first_half: Words
    second_half: Words
    week_words: Words
    span_words: Words
    span_prefixes: Words
    months_counted: Words
    cumulative: Words
    not_cumulative: Words
    year_ending: Words
    points: Words
    point_suffixes: Words
    ordinals: dict[int, Words]
    eras: dict[str, int]


class MarkWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/marks.yaml`."""

    meanings: dict[str, Words]
    defaults: dict[str, str]
    words: dict[str, Words]
    below: Words
    below_after: Words
    at_most: Words
    at_most_after: Words
    above: Words
    above_after: Words
    at_least: Words
    at_least_after: Words
    about: Words
    obs_status: dict[str, str]
    conf_status: dict[str, str]


class UnitWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/units.yaml`."""

    multipliers: dict[int, Words]
    units: dict[str, Words]
    currencies: dict[str, Words]
    scaled: dict[str, dict[int, Words]]
    codes: dict[str, str]
    counts: Words
    leads: Words
    of: Words
    per: Words
    each: dict[str, Words]


class HeadingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/headings.yaml`."""

    columns: dict[str, Words]
    total: Words
    total_starts: Words
    of_which: Words
    change: Words
    base_before: Words
    base_after: Words
    share: Words
    rates: Words
    money: Words
    amounts: Words
    notes: Words
    published: Words
    publishers: Words


class Alphabets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/alphabets.yaml`."""

    alphabets: dict[str, Word]
    encodings: Words
    common: dict[str, tuple[int, int]]


def _load(name: str, kind: type[R]) -> R:
    text = files("firsthand.tables").joinpath("data", f"{name}.yaml").read_text("utf-8")
    return parse_data(text, f"tables/data/{name}.yaml", kind)


@cache
def period_words() -> PeriodWords:
    """Return the words of periods.

    Raises:
        VocabularyError: a bad entry; `where` is FILE:LINE.
    """
    return _load("periods", PeriodWords)


@cache
def mark_words() -> MarkWords:
    """Return what marks mean. Raises VocabularyError as `period_words`."""
    return _load("marks", MarkWords)


@cache
def unit_words() -> UnitWords:
    """Return the words of units. Raises VocabularyError as `period_words`."""
    return _load("units", UnitWords)


@cache
def heading_words() -> HeadingWords:
    """Return the words of headings. Raises VocabularyError as `period_words`."""
    return _load("headings", HeadingWords)


@cache
def alphabets() -> Alphabets:
    """Return letters of languages and the legacy encodings. Raises VocabularyError as `period_words`."""
    return _load("alphabets", Alphabets)


_DASHES = re.compile("[‐‑‒–—―−ー－﹣]")
_BLANKS = re.compile(r"\s+")
_KEEP_DASH = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


def fold(text: str) -> str:
    """Return the text as words are compared: compatibility forms, case-folded, single blanks.

    Raised marks must be taken out before, since NFKC turns them into plain digits.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_KEEP_DASH)
    return _BLANKS.sub(" ", plain).strip().casefold()


def plain_dashes(text: str) -> str:
    """Return the text with every dash as a hyphen. The Japanese long-vowel sign between kana stays."""
    if "ー" in text:
        text = re.sub(r"(?<=[぀-ヿ])ー", "\0", text)
    return _DASHES.sub("-", text).replace("\0", "ー")


def alternation(words: tuple[str, ...] | list[str]) -> str:
    """Return a regular expression for any of the words, the longest first; `~` ends as any ending."""
    ordered = sorted({fold(word) for word in words}, key=len, reverse=True)
    return "|".join(
        re.escape(word[:-1]) + r"[^\W\d_]{0,6}"
        if len(word) > 1 and word.endswith("~")
        else re.escape(word)
        for word in ordered
    )


SHORT = 5
"""Letters up to which a word is taken whole; longer ones are stems, to which endings may come."""


def bounded(words: tuple[str, ...] | list[str], *, stems: bool = False) -> str:
    """Return an alternation of words that begin a word; those of scripts without blanks may stand anywhere.

    Args:
        stems: Words of more than `SHORT` letters may have endings; else every word is taken as a beginning.
    """
    spaced = [word for word in words if word[:1] < "\u3040"]
    dense = [word for word in words if word[:1] >= "\u3040"]
    short = [word for word in spaced if len(word) <= SHORT] if stems else []
    long = [word for word in spaced if word not in short]
    parts = [rf"(?<![^\W\d_])(?:{alternation(long)})"] if long else []
    parts += [rf"(?<![^\W\d_])(?:{alternation(short)})(?![^\W\d_])"] if short else []
    parts += [alternation(dense)] if dense else []
    return "|".join(parts)
