"""Finds the names of known bodies and places in a text.

>>> [m.ids for m in gazetteer().find("Yonhap reports from Moscow")]
[('yonhap',), ('ru', 'moscow')]
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from firsthand.errors import VocabularyError
from firsthand.vocabulary.entry import Body, Form, Mention, Place
from firsthand.vocabulary.inflection import stem_cyrillic
from firsthand.vocabulary.loader import Sourced, load_entries
from firsthand.vocabulary.names import NameIndex
from firsthand.vocabulary.rows import DATA
from firsthand.vocabulary.tokens import Tokens, cut_tokens, is_hangul, is_katakana

_SHORT_KATAKANA = 3
_MIN_CAPITALS = 4
_POSSESSIVE = re.compile(r"['’]s?$")


class _Meaning(NamedTuple):
    form: Form | None
    """None: a decoy, which mentions nobody."""
    ids: tuple[str, ...]


class Gazetteer:
    """All known bodies and places with their names."""

    def __init__(self, entries: Sourced) -> None:
        self._bodies = entries.bodies
        self._places = entries.places
        self._names: NameIndex[_Meaning] = NameIndex()
        self._fill(entries)

    def body(self, id_: str) -> Body | None:
        """Return the body with this id."""
        return self._bodies.get(id_)

    def place(self, id_: str) -> Place | None:
        """Return the place with this id."""
        return self._places.get(id_)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return all known names in text order, the longest at each place; they do not overlap.

        A possessive ending ('s) is no part of the span. Linear in the length of the text.
        """
        tokens = cut_tokens(text)
        found: list[Mention] = []
        index, free = 0, -1
        while index < len(tokens.words):
            hit = self._longest(tokens, index, follows_name=index == free)
            if hit is None:
                index += 1
                continue
            after, meaning = hit
            if meaning.form is not None:
                span = (tokens.starts[index], tokens.ends[after - 1])
                found.append(Mention(span, meaning.ids, meaning.form))
            index = free = after
        return tuple(found)

    def lookup(self, name: str) -> tuple[str, ...]:
        """Return the ids, best first, of whoever bears exactly this name; () if nobody does.

        Case, dots and a possessive ending do not matter; inflected names are found as in a text.
        """
        plain = _POSSESSIVE.sub("", name.strip())
        found = self._by_key.get(_key(plain))
        if found is not None:
            return found
        mentions = self.find(plain)
        whole = len(mentions) == 1 and mentions[0].span == (0, len(plain))
        return mentions[0].ids if whole else ()

    @functools.cached_property
    def _by_key(self) -> dict[str, tuple[str, ...]]:
        keys: dict[str, tuple[str, ...]] = {}
        for name, meaning in self._meanings:
            keys.setdefault(_key(name), meaning.ids)
        return keys

    def _longest(
        self, tokens: Tokens, first: int, *, follows_name: bool
    ) -> tuple[int, _Meaning] | None:
        if not follows_name and _goes_on(tokens, first):
            return None
        for after, meaning in reversed(self._names.ends_from(tokens, first)):
            if not _cuts_katakana(tokens, first, after):
                return after, meaning
        return None

    def _fill(self, entries: Sourced) -> None:
        self._meanings: list[tuple[str, _Meaning]] = []
        for name in entries.decoys:
            self._names.add(name, _Meaning(None, ()))
        for name, ids in entries.ambiguous.items():
            self._add(name, _Meaning(self._form_of(name, ids[0]), ids))
        for id_, name, meaning in _meanings(entries):
            kept = self._add(name, meaning)
            if kept is not meaning and id_ not in kept.ids and kept.form is not None:
                raise VocabularyError(
                    f"{name!r} names {id_!r} and {', '.join(kept.ids)} alike",
                    where=entries.where[id_],
                    hint="Take it from one of them, or list it in ambiguous.csv, ids best first.",
                )
        for name, meaning in tuple(self._meanings):
            for variant in _variants(name):
                self._names.add(variant, meaning)

    def _add(self, name: str, meaning: _Meaning) -> _Meaning:
        self._meanings.append((name.lstrip("="), meaning))
        return self._names.add(stem_cyrillic(name.lstrip("=")), meaning)

    def _form_of(self, name: str, id_: str) -> Form:
        place = self._places.get(id_)
        if place is not None and name in place.demonyms:
            return "demonym"
        return "people" if place is not None and name in place.people else "name"


def _meanings(entries: Sourced) -> Iterator[tuple[str, str, _Meaning]]:
    capitals = {place.capital: place.id for place in entries.places.values() if place.capital}
    for place in entries.places.values():
        if place.id in capitals:
            named = _Meaning("capital", (capitals[place.id], place.id))
        else:
            named = _Meaning("name", (place.id,))
        yield from ((place.id, name, named) for name in (place.name, *place.aliases))
        demonym, people = _Meaning("demonym", (place.id,)), _Meaning("people", (place.id,))
        yield from ((place.id, name, demonym) for name in place.demonyms)
        yield from ((place.id, name, people) for name in place.people)
    for body in entries.bodies.values():
        meaning = _Meaning("name", (body.id,))
        yield from ((body.id, name, meaning) for name in (body.name, *body.aliases))


def _variants(name: str) -> Iterator[str]:
    """Yield other spellings of a name: in capitals, without accents, with a capital at its head."""
    stemmed = stem_cyrillic(name)
    if name[:1].islower():
        yield stemmed[0].upper() + stemmed[1:]
    if len(name) >= _MIN_CAPITALS and not name.isupper() and "~" not in name:
        yield name.upper()
    plain = _without_accents(name)
    if plain != name:
        yield plain


def _without_accents(name: str) -> str:
    if name.isascii() or any(character > "\u024f" for character in name):
        return name
    bare = unicodedata.normalize("NFD", name.replace("ø", "o").replace("ł", "l").replace("ß", "ss"))
    return "".join(character for character in bare if not unicodedata.combining(character))


def _key(name: str) -> str:
    return name.casefold().replace(".", "").replace("’", "'")


def _goes_on(tokens: Tokens, first: int) -> bool:
    """Tell whether the token is the inside of a Hangul or Katakana word, where no name begins."""
    if first == 0 or tokens.starts[first] != tokens.ends[first - 1]:
        return False
    here, before = tokens.words[first], tokens.words[first - 1]
    return (is_hangul(here) and is_hangul(before)) or (is_katakana(here) and is_katakana(before))


def _cuts_katakana(tokens: Tokens, first: int, after: int) -> bool:
    """Tell whether a short Katakana name is only the head of a longer word (マリ in マリオ)."""
    if after - first > _SHORT_KATAKANA or after == len(tokens.words):
        return False
    return (
        is_katakana(tokens.words[after - 1])
        and is_katakana(tokens.words[after])
        and tokens.starts[after] == tokens.ends[after - 1]
    )


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer that Firsthand ships, read once in a process.

    Raises:
        VocabularyError: a data file has a bad line.
    """
    return Gazetteer(load_entries(DATA))


def read_gazetteer(folder: Path) -> Gazetteer:
    """Return a gazetteer over data files of one's own, laid out like vocabulary/data.

    Raises:
        VocabularyError: a data file has a bad line, or none is there.
    """
    return Gazetteer(load_entries(folder))
