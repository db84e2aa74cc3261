"""Words by which vessels and companies are known: `vocabulary/data/things.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.vocabulary.data_file import load_data


class ThingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the file."""

    vessels: tuple[str, ...]
    companies: frozenset[str]


@cache
def thing_words() -> ThingWords:
    """Return the words.

    Raises:
        VocabularyError: the file has a bad entry; `where` is FILE:LINE.
    """
    return load_data("things.yaml", ThingWords)
