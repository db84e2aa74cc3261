"""Words of lines that tell who wrote, edited or pictured a report: `vocabulary/data/credits.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.vocabulary.data_file import load_data


class CreditWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What opens a credit, and the words that may stand between its names."""

    made: tuple[str, ...]
    by: tuple[str, ...]
    labels: tuple[str, ...]
    joins: frozenset[str]


@cache
def credit_words() -> CreditWords:
    """Return the words of credits.

    Raises:
        VocabularyError: the file has a bad entry; `where` is FILE:LINE.
    """
    return load_data("credits.yaml", CreditWords)
