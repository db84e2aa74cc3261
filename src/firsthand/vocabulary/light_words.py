"""What the light grammar of claims knows of a language; what the fields mean stands at the head of `de.yaml`.

One file a language in `vocabulary/data/light/`. English has a grammar of its own.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from firsthand.vocabulary.clause_words import Joins
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.lexicon import Lexicon
from firsthand.vocabulary.quantity_words import Vague

LIGHT_LANGUAGES = ("de", "ru", "uk")


class LightWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of a language; lists of stems are read through `Light`."""

    coordinators: frozenset[str]
    subordinators: dict[str, Joins]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    finite: tuple[str, ...]
    not_finite: frozenset[str]
    preterites: frozenset[str]
    future: frozenset[str]
    would: frozenset[str]
    may: frozenset[str]
    must: frozenset[str]
    reported: frozenset[str]
    surely_would: frozenset[str]
    past_plans: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    perfect: frozenset[str]
    past_forms: tuple[str, ...]
    perfective: tuple[str, ...]
    imperfective: tuple[str, ...]
    participle: tuple[str, ...]
    plans: frozenset[str]
    asides: frozenset[str]
    negations: tuple[str, ...]
    not_negations: tuple[str, ...]
    laws: tuple[str, ...]
    law_verbs: tuple[str, ...]
    forbids: frozenset[str]
    new_law: frozenset[str]
    denials: tuple[str, ...]
    ups: tuple[str, ...]
    downs: tuple[str, ...]
    folds: dict[str, float]
    fold_need: frozenset[str]
    fold_next: tuple[str, ...]
    fold_words: tuple[str, ...]
    fold_tail: frozenset[str]
    times_words: frozenset[str]
    times_leads: frozenset[str]
    times_after: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    more: frozenset[str]
    points: tuple[str, ...]
    than: tuple[str, ...]
    timed_than: frozenset[str]
    own_leads: frozenset[str]
    of: frozenset[str]
    part_leads: frozenset[str]
    genitives: str
    both: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[str]
    vague: tuple[Vague, ...]
    periods: dict[str, str]
    each: tuple[str, ...]
    adverbs_per: dict[str, str]
    rest: frozenset[str]
    pieces: frozenset[str]
    whole_pronouns: frozenset[str]
    ratios: tuple[str, ...]
    nths: dict[str, int]
    entry_verbs: tuple[str, ...]
    pair_up: tuple[str, ...]


class Light(msgspec.Struct, frozen=True):
    """The words with their stems ready to be asked."""

    words: LightWords
    finite: re.Pattern[str]
    past: re.Pattern[str]
    perfective: re.Pattern[str]
    imperfective: re.Pattern[str]
    participle: re.Pattern[str]
    lists: dict[str, Lexicon[str]]

    def has(self, name: str, word: str) -> bool:
        """Tell whether a word is on a list of stems ("ups", "negations", "laws" …)."""
        return bool(self.lists[name].word(word))


_STEMS = ("negations", "laws", "law_verbs", "denials", "ups", "downs", "entry_verbs")


@cache
def light_words(language: str) -> Light:
    """Return the light grammar's words of a language.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    words = load_data(f"light/{language}.yaml", LightWords)
    lists: dict[str, Lexicon[str]] = {}
    for name in _STEMS:
        lists[name] = Lexicon()
        for entry in getattr(words, name):
            lists[name].add(entry, entry)
    return Light(
        words, _any(words.finite), _any(words.past_forms), _any(words.perfective),
        _any(words.imperfective), _any(words.participle), lists,
    )  # fmt: skip


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns) or "(?!)")
