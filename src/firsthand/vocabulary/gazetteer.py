"""Finds the names of known bodies and places in a text.

>>> [m.ids for m in gazetteer().find("Yonhap reports from Moscow")]
[('yonhap',), ('ru', 'moscow')]
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from firsthand.vocabulary.context import Context, cuts_katakana, goes_on
from firsthand.vocabulary.entry import Body, Mention, Place
from firsthand.vocabulary.loader import Entries, load_entries
from firsthand.vocabulary.meanings import Meaning, fill_index, spellings
from firsthand.vocabulary.names import NameIndex
from firsthand.vocabulary.offices import Offices
from firsthand.vocabulary.rows import DATA
from firsthand.vocabulary.tokens import Tokens, cut_tokens

_MAX_WORDS = 100_000
"""Words of which it is remembered whether a name begins with them; ten megabytes at most."""
_POSSESSIVE = re.compile(r"['’]s?$")


class Gazetteer:
    """All known bodies and places with their names."""

    def __init__(self, entries: Entries) -> None:
        self._bodies = entries.bodies
        self._places = entries.places
        self._names: NameIndex[Meaning] = NameIndex(spellings)
        self._listed = fill_index(entries, self._names)
        self._offices = Offices(entries)
        self._context = Context(entries.context)
        self._begins: dict[str, bool] = {}

    def body(self, id_: str) -> Body | None:
        """Return the body with this id, also for an office of any country: "mn-police"."""
        return self._bodies.get(id_) or self._offices.body(id_)

    def place(self, id_: str) -> Place | None:
        """Return the place with this id."""
        return self._places.get(id_)

    def bodies(self) -> tuple[Body, ...]:
        """Return all listed bodies."""
        return tuple(self._bodies.values())

    def places(self) -> tuple[Place, ...]:
        """Return all listed places."""
        return tuple(self._places.values())

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return all known names in text order, the longest at each place; they do not overlap.

        A country and an office of it are one mention, the body's: "Russia's defence ministry".
        A possessive ending ('s) is no part of the span. Linear in the length of the text.
        """
        tokens = cut_tokens(text)
        words, begins = tokens.words, self._begins
        found: list[Mention] = []
        index, free, count = 0, -1, len(words)
        while index < count:
            hit = None
            word = words[index]
            known = begins.get(word)
            if known is None:
                known = self._may_begin(word)
            if known:
                hit = self._hit(tokens, index, follows_name=index == free)
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
        for name, meaning in self._listed.items():
            keys.setdefault(_key(name), meaning.ids)
        return keys

    def _may_begin(self, word: str) -> bool:
        known = self._names.begins(word) or self._offices.begins(word)
        if len(self._begins) < _MAX_WORDS:
            self._begins[word] = known
        return known

    def _hit(self, tokens: Tokens, first: int, *, follows_name: bool) -> tuple[int, Meaning] | None:
        named = self._longest(tokens, first, follows_name=follows_name)
        if named is not None:
            office = self._offices.after_country(tokens, *named)
            if office is not None:
                return office.after, Meaning("name", (office.id,))
        if named is None or self._offices.country_of(named[1]) is None:
            office = self._offices.before_country(
                tokens, first, lambda i: self._longest(tokens, i, follows_name=False)
            )
            # "Минобороны" alone is Russia's, "Минобороны Казахстана" is not.
            if office is not None and (named is None or office.after > named[0]):
                return office.after, Meaning("name", (office.id,))
        if named is None:
            return None
        after, meaning = named
        if meaning.weak and not self._context.says_name(tokens, first, after):
            return None
        return named

    def _longest(
        self, tokens: Tokens, first: int, *, follows_name: bool
    ) -> tuple[int, Meaning] | None:
        ends = self._names.ends_from(tokens, first)
        if not ends or (not follows_name and goes_on(tokens, first)):
            return None
        return next(
            (end for end in reversed(ends) if not cuts_katakana(tokens, first, end[0])), None
        )


def _key(name: str) -> str:
    return name.casefold().replace(".", "").replace("’", "'")


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
        VocabularyError: a data file has a bad line.
    """
    return Gazetteer(load_entries(folder))
