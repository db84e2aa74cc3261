"""The small words by which a language joins and marks clauses, and the forms of its verbs.

One file a language in `vocabulary/data/clauses/`; what the fields mean stands at its head.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.inflect_verbs import verb_forms

Joins = Literal["condition", "time", "cause", "contrast", "none"]
Modal = Literal["will", "would", "may", "can", "must", "should"]
CLAUSE_LANGUAGES = ("en",)


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The clause words of a language."""

    determiners: tuple[str, ...]
    pronouns: tuple[str, ...]
    prepositions: tuple[str, ...]
    coordinators: tuple[str, ...]
    be: tuple[str, ...]
    have: tuple[str, ...]
    do: tuple[str, ...]
    modals: dict[str, Modal]
    negations: tuple[str, ...]
    not_negations: tuple[str, ...]
    subordinators: dict[str, Joins]
    relatives: tuple[str, ...]
    adverbs: tuple[str, ...]
    nouns: tuple[str, ...]
    participles: tuple[str, ...]
    linking_participles: frozenset[str]
    as_behind: frozenset[str]
    as_before: frozenset[str]
    amounts: frozenset[str]
    part_nouns: frozenset[str]
    plurals: frozenset[str]
    particles: frozenset[str]
    pointers: frozenset[str]
    intransitive: tuple[str, ...]
    plans: tuple[str, ...]
    ahead: tuple[str, ...]
    law_subjects: tuple[str, ...]
    law_verbs: tuple[str, ...]
    ahead_alone: tuple[str, ...]
    ahead_adjectives: tuple[str, ...]
    soft_laws: tuple[str, ...]
    soft_law_verbs: tuple[str, ...]
    binding: tuple[str, ...]
    lawful_states: tuple[str, ...]
    permits: tuple[str, ...]
    strong_negations: tuple[str, ...]
    shows: tuple[str, ...]
    opening_verbs: tuple[str, ...]
    stative: frozenset[str]
    bidding: frozenset[str]
    past_auxiliaries: tuple[str, ...]
    perfect: tuple[str, ...]
    aspect: frozenset[str]
    light_verbs: frozenset[str]
    doings: frozenset[str]
    unfinished: frozenset[str]


class VerbList(msgspec.Struct, frozen=True):
    """Verbs of news by base form; irregular ones with past and participle."""

    irregular: tuple[str, ...]
    regular: tuple[str, ...]


class Verbs(NamedTuple):
    """The forms of verbs: form -> lemma, and form -> tenses (base, third, past, participle, ing)."""

    lemmas: dict[str, str]
    tenses: dict[str, frozenset[str]]


@cache
def clause_words(language: str) -> ClauseWords:
    """Return the clause words of a language.

    Raises:
        VocabularyError: its file has a bad entry.
    """
    return load_data(f"clauses/{language}.yaml", ClauseWords)


def forms_of(parts: list[str], language: str) -> list[tuple[str, str]]:
    """Return the forms of a verb with their tense, American spellings ("signaling") too."""
    told = [(form, str(tense)) for form, tense, *_ in verb_forms(parts, language)]
    if language == "en" and parts[0].endswith("l") and not parts[0].endswith("ll"):
        told += [(form.replace("ll", "l"), tense) for form, tense in told if "ll" in form]
    return told


def verbs_of(entries: tuple[str, ...], language: str) -> Verbs:
    """Return the forms of verbs given by their principal parts, "take took taken"."""
    lemmas: dict[str, str] = {}
    tenses: dict[str, set[str]] = {}
    for entry in entries:
        parts = entry.split()
        for form, tense in forms_of(parts, language):
            lemmas.setdefault(form, parts[0])
            tenses.setdefault(form, set()).add(tense)
            if tense == "past" and (len(parts) < 3 or parts[2] == form):
                tenses[form].add("participle")
    return Verbs(lemmas, {form: frozenset(found) for form, found in tenses.items()})
