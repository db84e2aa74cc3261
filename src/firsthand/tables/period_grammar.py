"""The forms in which periods are written, as patterns over the words of `data/periods.yaml`.

All run on folded text (`lexicon.fold`) of at most 60 characters.
"""

from __future__ import annotations

import re
from functools import cache

from firsthand.tables.lexicon import alternation, bounded, fold, period_words

YEAR = r"(?:1[89]|20)\d\d"
_NO_LETTER = r"(?![^\W\d_])"


@cache
def months() -> dict[str, int]:
    """Return every name of a month with its number."""
    return {
        fold(form): number
        for names in period_words().months.values()
        for number, forms in enumerate(names, 1)
        for form in forms
    }


@cache
def ordinals() -> dict[str, int]:
    """Return every way to write first to fourth."""
    return {fold(form): n for n, forms in period_words().ordinals.items() for form in forms}


@cache
def words_of(name: str) -> str:
    """Return a list of `data/periods.yaml` as an alternation."""
    words: tuple[str, ...] = getattr(period_words(), name)
    return alternation(words)


@cache
def month_pattern() -> str:
    """Return the pattern of one month: a name, or a number with the word for month behind it."""
    names = alternation(list(months()))
    suffix = words_of("month_suffixes")
    return rf"(?:(?:{names})\.?{_NO_LETTER}|(?<!\d)(?:1[0-2]|0?[1-9])\s?(?:{suffix}))"


@cache
def _after_year() -> str:
    """Words behind a year; those of scripts without blanks may touch what follows."""
    words = [fold(word) for word in period_words().year_suffixes]
    touching = alternation([word for word in words if word[0] >= "\u3040"])
    others = alternation([word for word in words if word[0] < "\u3040"])
    return rf"(?:\s?(?:(?:{touching})(?!度)|(?:{others})\.?{_NO_LETTER}))?"


@cache
def _before_year() -> str:
    return rf"(?:(?<![^\W\d_])(?:{words_of('year_prefixes')})\s)?"


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled forms by name."""
    sources = _years() | _parts_of_years() | _numeric() | _days() | _frames()
    return {name: re.compile(source) for name, source in sources.items()}


def _years() -> dict[str, str]:
    before, after = _before_year(), _after_year()
    fiscal, eras = words_of("fiscal_prefixes"), alternation(list(period_words().eras))
    return {
        "year": rf"{before}(?P<y>{YEAR}){after}",
        "fiscal": rf"(?:(?:{fiscal})\s?(?P<f>{YEAR})"
        rf"|(?P<j>{YEAR})\s?(?:{words_of('fiscal_suffixes')}))",
        "fiscal_part": rf"(?P<y>{YEAR})\s?(?:{words_of('fiscal_suffixes')})\s?(?P<rest>.{{1,12}})",
        "split": rf"(?:(?:{fiscal})\s?|{before})(?P<a>{YEAR}){after}\s?(?P<s>[/-])\s?"
        rf"(?P<b>{YEAR}|'?\d\d){after}",
        # A year of three digits is one of the Republic of China: 113年.
        "era": rf"(?:(?P<era>{eras})\s?(?P<n>\d{{1,3}}|元)\s?(?:[年년](?P<j>度)?)?"
        rf"|(?P<minguo>1[0-4]\d)年(?!度))(?P<rest>.{{0,30}})",
        "head_year": rf"{before}(?P<y>{YEAR}|'\d\d){after}[\s,:;./()-]*",
        "tail_year": rf"(?:[\s,:;./(-]*{before}(?P<y>{YEAR}){after}"
        rf"|(?:\s?'|-|\s|\.\s?|/|(?<=q)|(?<=h))(?P<yy>\d\d))\)?",
    }


def _parts_of_years() -> dict[str, str]:
    ordinal = alternation(list(ordinals()))
    quarter, half, week = (words_of(f"{each}_words") for each in ("quarter", "half", "week"))
    return {
        "month": rf"(?:(?:{words_of('year_prefixes')})\s)?(?P<m>{month_pattern()})",
        "quarter": rf"(?:[qt]\s?(?P<q1>[1-4])|(?P<q2>[1-4])\s?q|(?P<q3>[1-4])\s?/\s?4(?:\s?분기)?"
        rf"|第?(?P<q4>[1-4])\s?/\s?四半期|第?(?P<o1>{ordinal})\.?\s?(?:{quarter})\.?"
        rf"|(?:{quarter})\.?\s?(?P<o2>{ordinal}))",
        "half": rf"(?:h\s?(?P<h1>[12])|(?P<h2>[12])\s?h|(?P<a>{words_of('first_half')})"
        rf"|(?P<b>{words_of('second_half')})|(?P<o1>{ordinal})\.?\s?(?:{half})\.?"
        rf"|(?:{half})\.?\s?(?P<o2>{ordinal}))",
        "week": rf"(?:(?:{week})\.?\s?(?P<n1>[0-5]?\d)"
        rf"|第?(?P<n2>[0-5]?\d)(?:\.|-?[ая]+)?\s?(?:{week}))",
        "counted": rf"(?:(?:{_FIRST})\s)?(?P<n>1[01]|[2-9])\s?(?:{words_of('months_counted')})\.?",
    }


_FIRST = "first|the first|за|за первые|первые|перші|за перші|erste|die ersten|les|primeros|pierwsze|initial"


def _numeric() -> dict[str, str]:
    after, suffix = _after_year(), words_of("month_suffixes")
    return {
        "iso_month": rf"(?P<y>{YEAR})\s?(?:[-./]\s?(?P<m1>1[0-2]|0?[1-9])\.?(?:\s?(?:{suffix}))?"
        rf"|[-/.]?m(?P<m2>1[0-2]|0?[1-9])|{after}\s(?P<m3>1[0-2]|0[1-9]))",
        "month_iso": rf"(?P<m>1[0-2]|0?[1-9])\s?[-./]\s?(?P<y>{YEAR}){after}",
        "iso_quarter": rf"(?P<y>{YEAR})\s?[-/. ]?\s?(?:k|t)(?P<q>[1-4])|t(?P<q2>[1-4])\s(?P<y2>{YEAR})",
        "iso_half": rf"(?P<y>{YEAR})\s?-?\s?s(?P<n>[12])",
        "iso_week": rf"(?P<y>{YEAR})\s?-?\s?w(?P<n>[0-5]\d)",
        "compact": rf"(?P<y>{YEAR})(?P<m>0[1-9]|1[0-2])",
    }


def _days() -> dict[str, str]:
    month, after = month_pattern(), _after_year()
    time = r"(?:t[\d:]{5,8}z?| [\d:]{4,8}(?:\s?utc)?)?"
    return {
        "iso_day": rf"(?P<y>{YEAR})\s?[-./年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[-./月월]\s?"
        rf"(?P<d>[0-3]?\d)\s?[.日일]?{time}",
        "day_iso": rf"(?P<a>[0-3]?\d)\s?(?P<s>[-./])\s?(?P<b>[0-3]?\d)\s?[-./]\s?"
        rf"(?P<y>{YEAR}|\d\d){after}",
        "day_month": rf"(?P<d>[0-3]?\d)(?:\.|st|nd|rd|th|-го|-е)?\s?(?:of\s|de\s)?(?P<m>{month})"
        rf"(?:[\s,]{{0,2}}(?:de\s)?(?P<y>{YEAR}){after})?",
        "month_day": rf"(?P<m>{month})\s?(?P<d>[0-3]?\d)(?:st|nd|rd|th|日|일)?"
        rf"(?:,?\s(?P<y>{YEAR}))?",
    }


def _frames() -> dict[str, str]:
    cumulative = words_of("cumulative")
    return {
        "ending": rf"(?:{words_of('year_ending')})\s?(?P<rest>.{{3,40}})",
        "points": rf"(?:{words_of('points')})\s(?P<rest>.{{3,40}})",
        "stood": rf"(?P<rest>.{{3,40}}?)\s?(?:{words_of('point_suffixes')})",
        "cumulative": rf"(?:\(?(?:{cumulative})\)?[\s,:]*)(?P<rest>.{{2,40}})"
        rf"|(?P<rest2>.{{2,40}}?)[\s,:]*\(?(?:{cumulative})\)?",
        "span": rf"\s?(?:-|~|〜|\.\.|(?<![^\W\d_])(?:{words_of('span_words')}){_NO_LETTER})\s?",
        "from": rf"(?:{words_of('span_prefixes')})\s",
        "running": bounded(period_words().cumulative),
        "single": rf"(?:{bounded(period_words().not_cumulative)}){_NO_LETTER}",
    }
