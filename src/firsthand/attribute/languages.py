"""The languages that have a grammar, behind one interface."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.attribute.clausal.rules import Rules
from firsthand.attribute.draft import Draft
from firsthand.attribute.speakers import Language, Mention
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.vocabulary.cues import cues

KindOf = Callable[[View, int, int], SpeakerKind | None]
IsMedium = Callable[[View, int, int], bool]
Read = Callable[[View, KindOf, IsMedium, bool], list[Draft]]
_BODIES: frozenset[SpeakerKind] = frozenset(
    {
        "government",
        "international-body",
        "intelligence-service",
        "statistics-office",
        "military",
    }
)
_TAKEN_UP: dict[str, frozenset[SpeakerKind]] = {
    "agency": _BODIES | {"news-agency"},
    "body": _BODIES,
    "outlet": frozenset({"news-agency", "news-outlet"}),
    "research": frozenset({"research-body", "crowd", "international-body"}),
    "company": frozenset({"company"}),
    "office": frozenset({"office-holder"}),
    "individual": frozenset({"person"}),
    "state": frozenset({"government"}),
    "alliance": frozenset({"international-body"}),
}
"""Word list of the lexicon -> kinds of speaker that such a noun may take up ("the agency")."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language is read.

    `read`: view, kind, medium, nested -> drafts. `mentions`: view, unit -> noun phrases.
    `continues`: tells a sentence that goes on with the voice of the one before.
    """

    by: str
    read: Read
    language: Language
    mentions: Callable[[View, int], list[Mention]]
    continues: Callable[[View], bool]


@functools.cache
def grammar_of(language: str) -> Grammar | None:
    """Return the grammar of a language (ISO 639-1); None where there is none."""
    make = _MAKERS.get(language)
    return make() if make else None


def _english() -> Grammar:
    from firsthand.attribute.english import grammar, mentions, names

    return Grammar(
        "grammar-en/1",
        lambda view, kind, medium, nested: grammar.read_view(view, kind, medium, nested=nested),
        Language(names.read_english, _pronouns("en"), _generic("en"), specific=_specific("en")),
        mentions.mentions_of,
        grammar.continues,
    )


def _german() -> Grammar:
    from firsthand.attribute.clausal import german, mentions

    return Grammar(
        "grammar-de/1",
        _clausal(german.rules()),
        Language(german.read_german, _pronouns("de"), _generic("de"), specific=_specific("de")),
        lambda view, unit: mentions.mentions_of(view, unit, german.rules(), german.read_german),
        german.continues,
    )


def _slavic(language: str) -> Grammar:
    from firsthand.attribute.clausal import mentions, slavic

    read = slavic.reader(language)
    rules = slavic.rules(language)
    return Grammar(
        f"grammar-{language}/1",
        _clausal(rules),
        Language(read, _pronouns(language), _generic(language), slavic.stem, _specific(language)),
        lambda view, unit: mentions.mentions_of(view, unit, rules, read),
        lambda view: False,
    )


def _korean() -> Grammar:
    from firsthand.attribute import korean

    return Grammar(
        "grammar-ko/1",
        lambda view, kind, medium, nested: korean.read_view(view, kind, medium, nested=nested),
        Language(korean.read_korean, _pronouns("ko"), _generic("ko"), specific=_specific("ko")),
        korean.mentions_of,
        lambda view: False,
    )


def _japanese() -> Grammar:
    from firsthand.attribute import japanese

    return Grammar(
        "grammar-ja/1",
        lambda view, kind, medium, nested: japanese.read_view(view, kind, medium, nested=nested),
        Language(japanese.read_japanese, _pronouns("ja"), _generic("ja"), specific=_specific("ja")),
        japanese.mentions_of,
        lambda view: False,
    )


def _clausal(rules: Rules) -> Read:
    from firsthand.attribute.clausal.grammar import read_view

    return lambda view, kind, medium, nested: read_view(view, rules, kind, medium, nested=nested)


def _pronouns(language: str) -> dict[str, str]:
    lists = cues(language).list
    found = {word: kind for kind in ("he", "she", "it", "they") for word in lists(kind)}
    if language in ("ru", "uk"):  # things have a gender there too
        return {word: "they" if kind == "they" else "any" for word, kind in found.items()}
    return found


def _generic(language: str) -> dict[str, frozenset[SpeakerKind]]:
    lists = cues(language).list
    return {word: kinds for name, kinds in _TAKEN_UP.items() for word in lists(name)}


def _specific(language: str) -> frozenset[str]:
    return cues(language).list("specific")


_MAKERS: dict[str, Callable[[], Grammar]] = {
    "en": _english,
    "de": _german,
    "ru": lambda: _slavic("ru"),
    "uk": lambda: _slavic("uk"),
    "ko": _korean,
    "ja": _japanese,
}
