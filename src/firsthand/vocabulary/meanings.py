"""What each name of the gazetteer stands for, and the spellings in which it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.errors import VocabularyError
from firsthand.vocabulary.entry import Body, Form, Place
from firsthand.vocabulary.inflection import stem_cyrillic
from firsthand.vocabulary.loader import Entries
from firsthand.vocabulary.names import NameIndex

_MIN_CAPITALS = 4


class Meaning(NamedTuple):
    """Who bears a name.

    `form` None: nobody, the words only hold a known name ("Minsk agreements"). `weak`: a common
    word besides ("Bild", "수단"), a name only in quotation marks or beside a word that says so.
    """

    form: Form | None
    ids: tuple[str, ...]
    weak: bool = False


def fill_index(entries: Entries, index: NameIndex[Meaning]) -> list[tuple[str, Meaning]]:
    """Put every name with its other spellings into the index; return the names as listed.

    Raises:
        VocabularyError: a name belongs to two entries and is not listed as ambiguous.
    """
    listed: list[tuple[str, Meaning]] = []
    for name in entries.decoys:
        for spelling in (name, *_variants(name)):
            index.add(stem_cyrillic(spelling), Meaning(None, ()))
    for name, ids in entries.ambiguous.items():
        meaning = Meaning(_shared_form(entries.places, name, ids), ids)
        index.add(stem_cyrillic(name), meaning)
        listed.append((name, meaning))
    for id_, written, meaning in _all_names(entries):
        name = _bare(written)
        if written.endswith("?"):
            meaning = meaning._replace(weak=True)  # noqa: PLW2901 - one name of several is weak
        kept = index.add(stem_cyrillic(name), meaning)
        if kept.form is not None and id_ not in kept.ids:
            raise VocabularyError(
                f"{name!r} names {id_!r} and {', '.join(kept.ids)} alike",
                where=entries.where[id_],
                hint="Take it from one of them, or list it in ambiguous.csv, ids best first.",
            )
        listed.append((written, kept))
    for written, meaning in listed:
        for variant in _variants(written):
            index.add(stem_cyrillic(variant), meaning)
    return [(_bare(written), meaning) for written, meaning in listed]


def _bare(written: str) -> str:
    return written.removeprefix("=").removesuffix("?")


def _shared_form(places: dict[str, Place], name: str, ids: tuple[str, ...]) -> Form:
    place = places.get(ids[0])
    if place is None:
        return "name"
    if name in place.demonyms:
        return "demonym"
    if name in place.people:
        return "people"
    return "capital" if place.capital == ids[1] else "name"


def _all_names(entries: Entries) -> Iterator[tuple[str, str, Meaning]]:
    capitals = {place.capital: place.id for place in entries.places.values() if place.capital}
    for place in entries.places.values():
        if place.id in capitals:
            named = Meaning("capital", (capitals[place.id], place.id))
        else:
            named = Meaning("name", (place.id,))
        yield from ((place.id, name, named) for name in _own_names(place))
        demonym, people = Meaning("demonym", (place.id,)), Meaning("people", (place.id,))
        yield from ((place.id, name, demonym) for name in place.demonyms)
        yield from ((place.id, name, people) for name in place.people)
    for body in entries.bodies.values():
        named = Meaning("name", (body.id,))
        yield from ((body.id, name, named) for name in _own_names(body))


def _own_names(entry: Body | Place) -> Iterator[str]:
    """Yield name and aliases; an alias that is the name with a mark ("Bild?") stands for it."""
    if not any(_bare(alias) == entry.name for alias in entry.aliases):
        yield entry.name
    yield from entry.aliases


def _variants(written: str) -> Iterator[str]:
    """Yield other spellings: in capitals, without accents, with a capital at the head."""
    if written.startswith("="):
        return
    name = _bare(written)
    if name[:1].islower():
        yield name[0].upper() + name[1:]
    if len(name) >= _MIN_CAPITALS and "~" not in name and not name.isupper():
        yield name.upper()
    plain = _without_accents(name)
    if plain != name:
        yield plain
    if "-" in name and name[0].isascii():
        yield name.replace("-", " ")


def _without_accents(name: str) -> str:
    if name.isascii() or any(character > "\u024f" for character in name):
        return name
    plain = name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("ß", "ss")
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
