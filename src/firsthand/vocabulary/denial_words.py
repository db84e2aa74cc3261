"""The words by which a language denies what is told: `vocabulary/data/clauses/denials.yaml`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import msgspec

from firsthand.vocabulary.data_file import load_data


class DenialWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The expressions of a language; what the fields mean stands at the head of the file."""

    verbs: tuple[str, ...]
    that: tuple[str, ...]
    tales: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    untrue: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: DenialWords
    de: DenialWords
    ru: DenialWords
    uk: DenialWords


class Denials(NamedTuple):
    """What finds denials: right before a stretch, within one, and at the beginning of a sentence."""

    before: re.Pattern[str]
    within: re.Pattern[str]
    untrue: re.Pattern[str] | None


@cache
def denials(language: str) -> Denials | None:
    """Return what finds denials in a language; None for a language that the file lacks.

    Raises:
        VocabularyError: the file has a bad entry; `where` is FILE:LINE.
    """
    words: DenialWords | None = getattr(load_data("clauses/denials.yaml", _File), language, None)
    if words is None:
        return None
    verb, that = _any(words.verbs), _any(words.that)
    untrue = re.compile(rf"\W*{_any(words.untrue)}\s+", re.IGNORECASE) if words.untrue else None
    if not words.tales:
        before = rf"\b{verb}\b[^.;:!?]{{0,60}}$"
        within = rf"\b{verb}\b[^.;:!?]{{0,60}}?\b{that}\s+"
    else:
        tale, opens = _any(words.tales), _any(words.opens)
        before = rf"\b{verb}\b(?:[^.;:!?]{{0,80}}?\b{tale})?(?:\s+{opens})*\s*$"
        doing = r"(?=(?:having|\w{3,20}ing)\b)"
        within = rf"\b{verb}\b(?:[^.;:!?]{{0,80}}?\b{tale}\s+{that}\s+|\s+(?:that\s+)?{doing})"
    return Denials(re.compile(before, re.IGNORECASE), re.compile(within, re.IGNORECASE), untrue)


def _any(listed: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(listed)})"
