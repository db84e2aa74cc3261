"""Papers that are told by their sort, and houses that are told without the name of who speaks."""

from __future__ import annotations

from functools import cache

from firsthand.corroborate.voice_lists import voice_words
from firsthand.corroborate.voices import Voice
from firsthand.corroborate.words import folded


def is_of_sort(voice: Voice, other: Voice) -> bool:
    """Tell whether a voice is papers by their sort, and the other can be one of them.

    "Court papers" may be the indictment that another article names.
    """
    if any(v.known or v.kind not in ("document", "unknown") for v in (voice, other)):
        return False
    sorts = _sorts().keys() & voice.core
    if voice.core - sorts or not sorts:
        return False
    return any(_sorts()[sort] & other.core for sort in sorts)


def is_holder(voice: Voice, house: Voice) -> bool:
    """Tell whether a named person holds the office of a bare house: a prosecutor of the prosecution."""
    if voice.kind not in ("person", "office-holder") or voice.name == voice.name.lower():
        return False
    if len(house.core) != 1 or house.known or (voice.lands and house.lands - voice.lands):
        return False
    return any(_holders().get(word, frozenset()) & voice.described for word in house.core)


@cache
def _sorts() -> dict[str, frozenset[str]]:
    return _folded(voice_words().sorts)


@cache
def _holders() -> dict[str, frozenset[str]]:
    return _folded(voice_words().holders)


def _folded(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {
        " ".join(folded(key)): frozenset(w for term in terms for w in folded(term))
        for key, terms in lists.items()
    }
