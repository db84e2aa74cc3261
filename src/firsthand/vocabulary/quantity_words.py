"""How a language counts in context: names with numbers, vague words, folds, rises and falls.

One file a language in `vocabulary/data/quantities/`; what the fields mean stands at the head of `en.yaml`.
"""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.vocabulary.data_file import load_data

QUANTITY_LANGUAGES = ("en",)


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell an amount loosely, and the interval that a reader allows."""

    words: tuple[str, ...]
    low: float
    high: float | None


class QuantityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The counting words of a language."""

    names: frozenset[str]
    marks: frozenset[str]
    pairs: frozenset[str]
    vague: tuple[Vague, ...]
    folds: dict[str, float]
    bare_folds: frozenset[str]
    adverb_folds: frozenset[str]
    fold_after: tuple[str, ...]
    fold_behind: frozenset[str]
    fold_tail: frozenset[str]
    sizes: frozenset[str]
    times_after: frozenset[str]
    times_tail: frozenset[str]
    ups: frozenset[str]
    downs: frozenset[str]
    needs_by: frozenset[str]
    than_more: tuple[str, ...]
    than_less: tuple[str, ...]
    near_signs: frozenset[str]
    basis: tuple[str, ...]
    weak_basis: frozenset[str]
    levels: frozenset[str]
    periods: dict[str, str]
    each: tuple[str, ...]
    adverbs_per: dict[str, str]
    turns: frozenset[str]
    rest: frozenset[str]
    whole_pronouns: frozenset[str]
    share_verbs: frozenset[str]
    states: frozenset[str]
    totals: frozenset[str]
    adjectives: frozenset[str]
    stops: frozenset[str]
    counted_by_verb: dict[str, str]
    vote_verbs: frozenset[str]
    entry_verbs: frozenset[str]
    entry_nouns: frozenset[str]
    rates: dict[str, str] = {}
    collectives: dict[str, str] = {}


@cache
def quantity_words(language: str) -> QuantityWords:
    """Return the counting words of a language.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    return load_data(f"quantities/{language}.yaml", QuantityWords)
