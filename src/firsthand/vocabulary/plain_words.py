"""What is read of Korean and Japanese claims, by parts of words; the fields are told at the head of `ko.yaml`.

One file a language in `vocabulary/data/plain/`.
"""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.model.claim import RoleName
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.quantity_words import Vague

PLAIN_LANGUAGES = ("ko", "ja")


class PlainWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language."""

    ups: tuple[str, ...]
    downs: tuple[str, ...]
    folds: tuple[str, ...]
    fold_words: dict[str, float]
    expected: tuple[str, ...]
    conditional: tuple[str, ...]
    denied: tuple[str, ...]
    ongoing: tuple[str, ...]
    negations: tuple[str, ...]
    rules: tuple[str, ...]
    laws: tuple[str, ...]
    particles: dict[str, RoleName]
    kinds: dict[str, tuple[str, ...]]
    nouns: dict[str, str]
    of: tuple[str, ...]
    vague: tuple[Vague, ...]


@cache
def plain_words(language: str) -> PlainWords:
    """Return the words of a language.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    return load_data(f"plain/{language}.yaml", PlainWords)
