"""Bodies that every country has one of, found by country and common noun.

"Russia's defence ministry", "russisches Verteidigungsministerium", "Минобороны России" and
"러시아 국방부" are one body, of whichever country the words name; no list of them is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from firsthand.vocabulary.entry import Body, Office, Place
from firsthand.vocabulary.loader import Entries
from firsthand.vocabulary.meanings import Meaning
from firsthand.vocabulary.names import NameIndex
from firsthand.vocabulary.tokens import Tokens, ends_word, inside_word, is_unspaced

GOVERNMENT = "government"
"""The office whose holder is the country itself: "the Russian government" is Russia."""
_MAX_MODIFIERS = 2
_MAX_CONNECTORS = 2
_ABROAD = frozenset(("in", "в", "во", "у"))

NameAt = Callable[[int], "tuple[int, Meaning] | None"]


class OfficeHit(NamedTuple):
    """The body of a country that was found, and the index of the token after its words."""

    after: int
    id: str


class Offices:
    """The offices, and which listed bodies hold them."""

    def __init__(self, entries: Entries) -> None:
        self._places = entries.places
        self._modifiers = entries.context["modifier"]
        self._connectors = entries.context["connector"]
        self._by_id = {office.id: office for office in entries.offices}
        self._holders = {
            (body.country, body.office): body.id for body in entries.bodies.values() if body.office
        }
        self._index: NameIndex[Office] = NameIndex()
        for office in entries.offices:
            for alias in office.aliases:
                self._index.add(alias.casefold(), office)

    def begins(self, word: str) -> bool:
        """Tell whether the name of any office begins with this word."""
        return self._index.begins(word.casefold())

    def after_country(self, tokens: Tokens, after: int, meaning: Meaning) -> OfficeHit | None:
        """Return the office that follows a country: "Russia's | federal | statistics service".

        Args:
            after: Index of the token after the country's name.
        """
        country = self.country_of(meaning)
        if country is None:
            return None
        start, owns = self._skip_possessive(tokens, after)
        for _ in range(_MAX_MODIFIERS + 1):
            hit = self._office_at(tokens, start)
            if hit is not None:
                office_after, office = hit
                if meaning.form == "capital" and (office.seat != "home" or not owns):
                    return None
                return OfficeHit(office_after, self.holder(country, office))
            if start >= len(tokens) or tokens.words[start].casefold() not in self._modifiers:
                return None
            start += 1
        return None

    def before_country(self, tokens: Tokens, first: int, name_at: NameAt) -> OfficeHit | None:
        """Return the office whose name a country follows: "foreign ministry | in | Moscow".

        Args:
            first: Index of the first token of the office.
            name_at: Finds the name that begins at a token.
        """
        hit = self._office_at(tokens, first)
        if hit is None or is_unspaced(tokens.words[first]):
            return None
        start, office = hit
        words: list[str] = []
        while start < len(tokens) and len(words) < _MAX_CONNECTORS:
            word = tokens.words[start].casefold()
            if word not in self._connectors:
                break
            words.append(word)
            start += 1
        if start >= len(tokens) or not self._may_follow(tokens, start, words, office):
            return None
        named = name_at(start)
        if named is None or named[1].form not in ("name", "capital"):
            return None
        country = self.country_of(named[1])
        if country is None or (named[1].form == "capital" and office.seat != "home"):
            return None
        return OfficeHit(named[0], self.holder(country, office))

    def holder(self, country: str, office: Office) -> str:
        """Return the id of the body that holds an office of a country, listed or not."""
        if office.id == GOVERNMENT:
            return country
        return self._holders.get((country, office.id)) or f"{country}-{office.id}"

    def body(self, id_: str) -> Body | None:
        """Return the body of an id such as "mn-interior-ministry"; None if it is no such id."""
        country, _, office_id = id_.partition("-")
        office, place = self._by_id.get(office_id), self._places.get(country)
        if office is None or place is None or place.kind != "country":
            return None
        name = f"{next(iter(place.demonyms), place.name)} {office.aliases[0]}"
        source = "offices.csv: every country has one"
        return Body(id_, name, office.kind, country, country, None, (), source, office_id)

    def country_of(self, meaning: Meaning) -> str | None:
        """Return the country that a name stands for; None for other names and for peoples."""
        if meaning.form not in ("name", "demonym", "capital"):
            return None
        place: Place | None = self._places.get(meaning.ids[0])
        return place.id if place is not None and place.kind == "country" else None

    def _office_at(self, tokens: Tokens, index: int) -> tuple[int, Office] | None:
        if index >= len(tokens):
            return None
        for after, office in reversed(self._index.ends_from(tokens, index, fold=True)):
            single = after - index == 1 and is_unspaced(tokens.words[index])
            if not single or ends_word(tokens, after):
                return after, office
        return None

    @staticmethod
    def _skip_possessive(tokens: Tokens, index: int) -> tuple[int, bool]:
        """Return where the words after 's or 의 begin, and whether there was one."""
        rest = [tokens.joined(i) for i in range(index, min(index + 2, len(tokens)))]
        if rest[:1] == ["'"]:
            return (index + 2, True) if rest[1:] == ["s"] else (index + 1, True)
        if rest[:1] in (["의"], ["の"], ["的"]):
            return index + 1, True
        return index, inside_word(tokens, index)

    @staticmethod
    def _may_follow(tokens: Tokens, start: int, connectors: list[str], office: Office) -> bool:
        if connectors:
            return office.seat != "abroad" or not _ABROAD.intersection(connectors)
        # Without a preposition only a genitive: "МИД Ирана", "Verteidigungsministerium Russlands".
        word = tokens.joined(start)
        return word[:1] == " " and ("\u0400" <= word[1:2] <= "\u052f" or word.endswith("lands"))
