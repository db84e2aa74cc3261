"""The words by which a language tells roles: `vocabulary/data/roles/`; what the fields mean stands in `en.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.lexicon import Lexicon


class RoleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language."""

    origin: frozenset[str]
    towards: frozenset[str]
    places: frozenset[str]
    through: frozenset[str]
    by: frozenset[str]
    with_: frozenset[str] = msgspec.field(name="with")
    purpose: frozenset[str]
    causes: tuple[str, ...]
    inner: frozenset[str]
    goes_on: frozenset[str]
    loose: frozenset[str]
    place_nouns: frozenset[str]
    gives: tuple[str, ...]
    takes: tuple[str, ...]
    sends: tuple[str, ...]
    enters: tuple[str, ...]
    imports: tuple[str, ...]
    exports: tuple[str, ...]


@cache
def role_words(language: str) -> RoleWords:
    """Return the role words of a language.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    return load_data(f"roles/{language}.yaml", RoleWords)


@cache
def sides(language: str) -> Lexicon[str]:
    """Return the verbs that tell the side of the agent: gives, takes, sends; enters: what stands behind is where to."""
    words = role_words(language)
    lexicon: Lexicon[str] = Lexicon()
    for side in ("gives", "takes", "sends", "enters"):
        for verb in getattr(words, side):
            lexicon.add(verb, side)
    return lexicon
