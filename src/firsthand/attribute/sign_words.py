"""The words by which an outlet tells how it came to what it prints, from data/cues/signs.yaml."""

from __future__ import annotations

import functools
import re
from typing import Literal

import msgspec

from firsthand.errors import VocabularyError
from firsthand.model.attribution import SignKind
from firsthand.vocabulary.data_file import load_data

FILE = "cues/signs.yaml"
_WORD = r"[A-ZÀ-ÞА-ЯЁІЇЄҐ](?:[\w’'&-]|\.(?=\w)){0,30}"
_NAME = (
    rf"(?P<of>(?:[Tt]he |«|“|„|\")?{_WORD}(?:(?: (?:of|the|and|de|für|der|des))* {_WORD}){{0,5}})"
)


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the data file."""

    kind: SignKind
    reads: str
    of: Literal["any", "own", "other", "none"]
    where: Literal["start", "end", "anywhere"] = "anywhere"


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The signs of one language."""

    we: tuple[str, ...]
    signs: tuple[Pattern, ...]


class SignFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All languages."""

    en: Signs
    de: Signs
    ru: Signs
    uk: Signs
    ko: Signs
    ja: Signs


@functools.cache
def signs_of(language: str) -> Signs:
    """Return the signs of a language; an empty set where it has no list."""
    found: Signs | None = getattr(load_data(FILE, SignFile), language, None)
    return found if found is not None else Signs((), ())


@functools.cache
def compiled_signs(language: str) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
    """Return the patterns of a language, compiled; none where it has no list.

    Raises:
        VocabularyError: a pattern is no regular expression.
    """
    signs = signs_of(language)
    we = "|".join(re.escape(w) for w in sorted(signs.we, key=len, reverse=True))
    found = []
    for pattern in signs.signs:
        reads = pattern.reads.replace("{we}", f"(?:{we})").replace("{name}", f"(?-i:{_NAME})")
        try:
            found.append((pattern, re.compile(rf"(?<!\w)(?:{reads})", re.I)))
        except re.error as error:
            raise VocabularyError(
                f"not a pattern: {pattern.reads!r} ({error})", where=FILE
            ) from error
    return tuple(found)
