"""The words by which a language says who says what, read from `data/cues/LANGUAGE.yaml`.

A cue is a verb ("said"), a phrase ("according to"), a noun ("claim") or an adverb ("reportedly").
It knows what it does to its content (stance), how much it hedges, and whether it puts anybody's
word behind a fact (voice) or only tells a thought.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from firsthand.errors import VocabularyError
from firsthand.model.attribution import Stance
from firsthand.vocabulary.data_file import data_text, load_data
from firsthand.vocabulary.inflect_verbs import Tense, verb_forms

Sense = Literal["say", "show", "think", "hear", "see", "cite"]
Role = Literal["by", "citing", "via", "quoting", "nobody", "noun", "passive"]
Takes = Literal[
    "clause", "that", "np", "inf", "wh", "quote", "addressee", "about", "as", "value", "invert"
]  # fmt: skip
Hedge = float
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that share what they take and what they do."""

    sense: Sense
    takes: frozenset[Takes]
    words: tuple[str, ...]
    stance: Stance | None = None
    hedge: Hedge = 0.0
    voice: bool = True


class PhraseGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word groups that carry a voice without being a verb."""

    role: Role
    words: tuple[str, ...]
    stance: Stance | None = None
    hedge: Hedge = 0.0


class WordGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns or participles with a stance."""

    words: tuple[str, ...]
    stance: Stance | None = None
    hedge: Hedge = 0.0


class CueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One data file."""

    verbs: tuple[VerbGroup, ...] = ()
    phrases: tuple[PhraseGroup, ...] = ()
    passives: tuple[WordGroup, ...] = ()
    nouns: tuple[WordGroup, ...] = ()
    words: dict[str, frozenset[str]] = {}


class Cue(NamedTuple):
    """What is known of a cue.

    `stance` None: told by the speaker. `particle`: words that belong to a verb ("point out").
    """

    lemma: str
    sense: Sense
    stance: Stance | None
    hedge: float
    voice: bool
    takes: frozenset[Takes]
    particle: tuple[str, ...] = ()


class VerbForm(NamedTuple):
    """One form of a verb cue."""

    cue: Cue
    tense: Tense


class Phrase(NamedTuple):
    """A word group with its role; `words` in lower case."""

    words: tuple[str, ...]
    role: Role
    cue: Cue


class Cues(NamedTuple):
    """The cues of one language, by the words of the text in lower case."""

    language: str
    verbs: dict[str, tuple[VerbForm, ...]]
    """Form -> readings, those with a particle first."""
    phrases: dict[str, tuple[Phrase, ...]]
    """First word -> phrases, the longest first."""
    nouns: dict[str, Cue]
    passives: dict[str, Cue]
    words: dict[str, frozenset[str]]
    """Lists that a grammar asks for by name; an absent list is empty."""

    def list(self, name: str) -> frozenset[str]:
        """Return a word list; empty where the language has none of that name."""
        return self.words.get(name, frozenset())


def languages() -> tuple[str, ...]:
    """Return the languages that have a cue file, sorted."""
    folder = files("firsthand.vocabulary").joinpath("data", "cues")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:2] for name in names if re.fullmatch(r"[a-z]{2}\.yaml", name)))


@functools.cache
def cues(language: str) -> Cues:
    """Return the cues of a language.

    Raises:
        VocabularyError: a bad entry; `where` is FILE:LINE.
        KeyError: the language has no cue file; see `languages`.
    """
    if language not in languages():
        raise KeyError(language)
    return build(load_data(f"cues/{language}.yaml", CueFile), language)


def build(file: CueFile, language: str) -> Cues:
    """Return the lookups of a file that was read."""
    return Cues(
        language, _verbs(file.verbs, language), _phrases(file.phrases),
        _nouns(file.nouns, "say"), _nouns(file.passives, "say"), file.words,
    )  # fmt: skip


def cue_of(words: str, language: str) -> Cue | None:
    """Return the cue that the words of a span hold; the last verb wins over phrases and nouns.

    For spans that a tagger found: "also told reporters that" is `tell`. None: no known cue.
    """
    if language not in languages():
        return None
    known = cues(language)
    tokens = [word.lower() for word in _WORDS.findall(words)]
    for i, token in enumerate(tokens):
        for phrase in known.phrases.get(token, ()):
            if tuple(tokens[i : i + len(phrase.words)]) == phrase.words:
                return phrase.cue
    for i in range(len(tokens) - 1, -1, -1):
        for form in known.verbs.get(tokens[i], ()):
            if tuple(tokens[i + 1 : i + 1 + len(form.cue.particle)]) == form.cue.particle:
                return form.cue
    return next((known.nouns[token] for token in tokens if token in known.nouns), None)


def carries_voice(words: str, language: str) -> bool:
    """Tell whether a cue puts somebody's word behind its content.

    False for thoughts, hopes and fears and for sayings that are negated ("did not say"); True where
    the words are unknown.
    """
    cue = cue_of(words, language)
    if cue is not None and not cue.voice:
        return False
    if language not in languages() or (cue is not None and cue.stance == "denies"):
        return True
    negations = cues(language).list("negations")
    return not any(word.lower() in negations for word in _WORDS.findall(words))


def _verbs(groups: Iterable[VerbGroup], language: str) -> dict[str, tuple[VerbForm, ...]]:
    found: dict[str, list[VerbForm]] = {}
    for group in groups:
        for entry in group.words:
            principal, _, particle = entry.partition(" +")
            parts = tuple(particle.replace("+", "").split())
            try:
                forms = verb_forms(principal.split(), language)
            except ValueError as error:
                hint = "docs/attribution.md tells how a verb is written"
                where = _line_of(entry, language)
                raise VocabularyError(f"bad entry: {error}", where=where, hint=hint) from error
            for form, tense, part in forms:
                words = (*parts, part) if part else parts
                lemma = " ".join((principal.split()[0].replace("|", ""), *parts))
                cue = Cue(
                    lemma, group.sense, group.stance, group.hedge, group.voice, group.takes, words
                )
                found.setdefault(form, []).append(VerbForm(cue, tense))
    return {
        form: tuple(sorted(readings, key=lambda r: -len(r.cue.particle)))
        for form, readings in found.items()
    }


def _line_of(entry: str, language: str) -> str:
    """Return FILE:LINE of the first line of a language's cues that holds an entry."""
    name = f"cues/{language}.yaml"
    lines = data_text(name).splitlines() if language in languages() else []
    return f"{name}:{next((n for n, line in enumerate(lines, 1) if entry in line), 1)}"


def _phrases(groups: Iterable[PhraseGroup]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for group in groups:
        sense: Sense = "cite" if group.role in ("citing", "via") else "say"
        for entry in group.words:
            words = tuple(entry.lower().split())
            cue = Cue(entry, sense, group.stance, group.hedge, voice=True, takes=frozenset())
            found.setdefault(words[0], []).append(Phrase(words, group.role, cue))
    return {
        first: tuple(sorted(each, key=lambda p: -len(p.words))) for first, each in found.items()
    }


def _nouns(groups: Iterable[WordGroup], sense: Sense) -> dict[str, Cue]:
    return {
        word: Cue(word, sense, group.stance, group.hedge, voice=True, takes=frozenset({"clause"}))
        for group in groups
        for word in group.words
    }
