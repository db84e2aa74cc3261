"""What each name of the gazetteer stands for, and the spellings in which it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.errors import VocabularyError
from firsthand.vocabulary.entry import Body, Form, Place
from firsthand.vocabulary.loader import Entries
from firsthand.vocabulary.names import NameIndex

_MIN_CAPITALS = 4
_LAST_LATIN = "\u024f"


class Meaning(NamedTuple):
    """Who bears a name.

    `form` None: nobody, the words only hold a known name ("Minsk agreements"). `weak`: a common
    word besides ("Bild", "수단"), a name only in quotation marks or beside a word that says so.
    """

    form: Form | None
    ids: tuple[str, ...]
    weak: bool = False


def fill_index(entries: Entries, index: NameIndex[Meaning]) -> dict[str, Meaning]:
    """Put every name into the index; return what the names as listed stand for.

    Raises:
        VocabularyError: a name belongs to two entries and is not listed as ambiguous.
    """
    listed: dict[str, Meaning] = {}
    for name in entries.decoys:
        listed[name] = Meaning(None, ())
        index.add(name, listed[name])
    for name, ids in entries.ambiguous.items():
        listed[name] = Meaning(_shared_form(entries.places, name, ids), ids)
        index.add(name, listed[name])
    for id_, written, meaning in _all_names(entries):
        exact, weak = written[0] == "=", written[-1] == "?"
        name = _bare(written) if exact or weak else written
        if weak:
            meaning = meaning._replace(weak=True)  # noqa: PLW2901 - one name of several is weak
        kept = listed.setdefault(name, meaning)
        if kept is meaning:
            index.add(name, meaning, exact=exact)
            if not exact and not name.isascii() and (plain := without_accents(name)) != name:
                index.add(plain, meaning)
        elif kept.form is not None and id_ not in kept.ids:
            raise VocabularyError(
                f"{name!r} names {id_!r} and {', '.join(kept.ids)} alike",
                where=entries.where[id_],
                hint="Take it from one of them, or list it in ambiguous.csv, ids best first.",
            )
    return listed


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
        country = capitals.get(place.id)
        named = Meaning("capital", (country, place.id)) if country else Meaning("name", (place.id,))
        yield from ((place.id, name, named) for name in _own_names(place))
        demonym, people = Meaning("demonym", (place.id,)), Meaning("people", (place.id,))
        yield from ((place.id, name, demonym) for name in place.demonyms)
        yield from ((place.id, name, people) for name in place.people)
    for body in entries.bodies.values():
        named = Meaning("name", (body.id,))
        yield from ((body.id, name, named) for name in _own_names(body))


def _own_names(entry: Body | Place) -> tuple[str, ...]:
    """Return name and aliases; an alias that is the name with a mark ("Bild?") stands for it."""
    name, aliases = entry.name, entry.aliases
    marked = (f"={name}", f"{name}?", f"={name}?")
    return aliases if any(mark in aliases for mark in marked) else (name, *aliases)


def spellings(name: str) -> Iterator[str]:
    """Yield other spellings of a name: capital at its head, all in capitals, without hyphens."""
    if name[:1].islower():
        yield name[0].upper() + name[1:]
    if len(name) >= _MIN_CAPITALS and "~" not in name and not name.isupper():
        yield name.upper()
    if "-" in name and name[0].isascii():
        yield name.replace("-", " ")


def without_accents(name: str) -> str:
    """Return a Latin name in ASCII letters where it can be ("Süddeutsche" as "Suddeutsche")."""
    if name[0] > _LAST_LATIN or max(name) > _LAST_LATIN:
        return name
    plain = name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("ß", "ss")
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
