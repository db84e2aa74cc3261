"""Classifies an organisation or person by a common noun: "Bolivia's statistics institute"."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Literal

import msgspec

from firsthand.errors import VocabularyError
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.data_file import data_text, parse_data
from firsthand.vocabulary.inflection import GERMAN_ENDINGS
from firsthand.vocabulary.names import NameIndex
from firsthand.vocabulary.tokens import Tokens, cut_tokens, ends_word, inside_word, is_unspaced

MAX_PHRASE = 400
"""Characters of a phrase that are looked at; a longer one is no noun phrase."""
MAX_COMPOUND = 60
"""Letters of a word that are looked at for the last part of a compound."""
FILE = "heads.yaml"
_BREAKS = frozenset(",;:()")


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of one kind; `given` names the group of words beside them that may change it."""

    kind: SpeakerKind
    words: tuple[str, ...]
    given: str | None = None
    plural: SpeakerKind | None = None


class HeadGrammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The nouns of a language and where the one that decides stands."""

    head: Literal["first", "last"]
    stops: frozenset[str]
    given: dict[str, dict[SpeakerKind, tuple[str, ...]]]
    rules: tuple[Rule, ...]
    whole: bool = False


class HeadFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data file: one grammar a language."""

    en: HeadGrammar
    de: HeadGrammar
    ru: HeadGrammar
    uk: HeadGrammar
    ko: HeadGrammar
    ja: HeadGrammar


class _Head(msgspec.Struct, frozen=True):
    kind: SpeakerKind
    given: str | None


class _Heads:
    """One language, compiled."""

    def __init__(self, grammar: HeadGrammar) -> None:
        self._last = grammar.head == "last"
        self._stops = grammar.stops
        self._whole = grammar.whole
        self._words: NameIndex[_Head] = NameIndex()
        self._compounds: dict[str, _Head] = {}
        self._suffixes: NameIndex[_Head] = NameIndex()
        self._given: dict[str, NameIndex[SpeakerKind]] = {}
        for rule in grammar.rules:
            self._add(rule)
        for group, kinds in grammar.given.items():
            index: NameIndex[SpeakerKind] = NameIndex()
            for kind, words in kinds.items():
                for word in words:
                    index.add(word, kind)
            self._given[group] = index

    def classify(self, words: str) -> SpeakerKind | None:
        tokens = cut_tokens(words[:MAX_PHRASE].casefold())
        hits = list(self._hits(tokens, self._stop(tokens)))
        if not hits and self._whole:
            hits = list(self._hits(tokens, len(tokens)))
        if not hits:
            return None
        head = hits[-1 if self._last else 0]
        return self._changed(tokens, head.given) or head.kind

    def _changed(self, tokens: Tokens, group: str | None) -> SpeakerKind | None:
        index = self._given.get(group or "")
        if index is None:
            return None
        found = (hit for i in range(len(tokens)) for hit in index.ends_from(tokens, i))
        return next((kind for _, kind in found), None)

    def _stop(self, tokens: Tokens) -> int:
        for index, word in enumerate(tokens.words):
            if index == 0:
                continue
            if word in self._stops and tokens.joined(index) != word:  # not in "Seoul-based"
                return index
            if word in _BREAKS and _blank_after(tokens, index):  # not "4,000"
                return index
        return len(tokens)

    def _hits(self, tokens: Tokens, stop: int) -> Iterator[_Head]:
        index = 0
        while index < stop:
            hit = self._hit(tokens, index)
            if hit is None:
                index += 1
            else:
                index, head = hit
                yield head

    def _hit(self, tokens: Tokens, index: int) -> tuple[int, _Head] | None:
        for after, head in reversed(self._words.ends_from(tokens, index)):
            if after - index > 1 or not is_unspaced(tokens.words[index]):
                return after, head
            if ends_word(tokens, after) and not inside_word(tokens, index):
                return after, head
        for after, head in reversed(self._suffixes.ends_from(tokens, index)):
            if inside_word(tokens, index) and ends_word(tokens, after):
                return after, head
        compound = self._compound(tokens.words[index])
        return None if compound is None else (index + 1, compound)

    def _compound(self, word: str) -> _Head | None:
        starts = range(1, min(len(word), MAX_COMPOUND) - 1)
        return next(
            (self._compounds[word[i:]] for i in starts if word[i:] in self._compounds), None
        )

    def _add(self, rule: Rule) -> None:
        head = _Head(rule.kind, rule.given)
        several = _Head(rule.plural or rule.kind, rule.given)
        for word in rule.words:
            if word.startswith("*"):
                self._add_compound(word[1:], head)
                continue
            self._words.add(word, head)
            if word.isascii() and "~" not in word:
                self._words.add(plural(word), several)

    def _add_compound(self, word: str, head: _Head) -> None:
        if is_unspaced(word[0]):
            self._suffixes.add(word, head)
        elif word.endswith("~"):
            for ending in ("", *GERMAN_ENDINGS):
                self._compounds.setdefault(word[:-1] + ending, head)
        else:
            self._compounds.setdefault(word, head)


def plural(word: str) -> str:
    """Return the English plural of a noun or noun phrase whose last word is the noun."""
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _blank_after(tokens: Tokens, index: int) -> bool:
    return index + 1 == len(tokens) or tokens.starts[index + 1] > tokens.ends[index]


@functools.cache
def _heads() -> dict[str, _Heads]:
    file = parse_data(data_text(FILE), FILE, HeadFile)
    grammars = {name: getattr(file, name) for name in HeadFile.__struct_fields__}
    for language, grammar in grammars.items():
        for rule in grammar.rules:
            if rule.given is not None and rule.given not in grammar.given:
                raise VocabularyError(f"{language} has no group {rule.given!r}", where=FILE)
    return {language: _Heads(grammar) for language, grammar in grammars.items()}


def kind_of_head(words: str, language: str) -> SpeakerKind | None:
    """Return the kind of the body or person that a noun phrase names; None if no noun tells.

    Args:
        words: A noun phrase as it stands in the text, with or without article: "the interior
            ministry", "глава таможни", "평안북도 소식통이". Names in it do not matter.
        language: ISO 639-1; a language without a grammar has none.
    """
    heads = _heads().get(language)
    return heads.classify(words) if heads else None
