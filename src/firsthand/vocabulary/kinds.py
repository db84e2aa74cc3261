"""Kinds of claim and the words by which a clause is put under one: `vocabulary/data/kinds.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.vocabulary.clause_words import forms_of
from firsthand.vocabulary.data_file import load_data
from firsthand.vocabulary.lexicon import Lexicon, plural

Listed = dict[str, tuple[str, ...]]


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a kind covers, with one example and one trap."""

    covers: str
    example: str
    trap: str


class KindRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must stand in a clause for a kind to gain a weight; empty conditions always hold."""

    kind: str
    weight: int
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()


class KindFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole data file."""

    kinds: dict[str, Kind]
    nouns: dict[str, Listed]
    verbs: dict[str, Listed]
    rules: tuple[KindRule, ...]


@cache
def kind_file() -> KindFile:
    """Return kinds, word sorts and rules.

    Raises:
        VocabularyError: the file has a bad entry; `where` is FILE:LINE.
    """
    return load_data("kinds.yaml", KindFile)


def kinds() -> dict[str, Kind]:
    """Return the closed list of kinds."""
    return kind_file().kinds


@cache
def noun_sorts(language: str) -> Lexicon[str]:
    """Return the sorts of things by their words in a language; English singulars stand for plurals."""
    lexicon: Lexicon[str] = Lexicon()
    for sort, listed in kind_file().nouns.items():
        for word in listed.get(language, ()):
            lexicon.add(word, sort)
            if language == "en" and plural(word) != word:
                lexicon.add(plural(word), sort)
    return lexicon


@cache
def verb_sorts(language: str) -> Lexicon[str]:
    """Return the sorts of doing by every form of their verbs; a particle makes a group ("hand over")."""
    lexicon: Lexicon[str] = Lexicon()
    for sort, listed in kind_file().verbs.items():
        for entry in listed.get(language, ()):
            if language != "en":
                lexicon.add(entry, sort)
                continue
            parts, _, particle = entry.partition(" +")
            for form, _ in forms_of(parts.split(), "en"):
                lexicon.add(f"{form} {particle}".strip(), sort)
    return lexicon


@cache
def kind_verbs() -> tuple[str, ...]:
    """Return the English verbs of the file by principal parts, without particles."""
    return tuple(
        entry.partition(" +")[0]
        for listed in kind_file().verbs.values()
        for entry in listed.get("en", ())
    )
