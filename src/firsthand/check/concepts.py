"""What words and labels mean alike: "students" and "Education", "dark" and "AIS gap"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from firsthand.check.words import WordLists, cut_words
from firsthand.errors import VocabularyError
from firsthand.model.base import Record
from firsthand.model.span import Span
from firsthand.vocabulary.data_file import parse_data
from firsthand.vocabulary.entry import Place
from firsthand.vocabulary.gazetteer import gazetteer

TOTAL, GENERIC = "total", "generic"
KEPT = 1 << 16
"""Labels whose meaning is kept; the same ones come again in every question."""
_STEM = 5
"""Letters by which two unknown words are the same ("looms", "loom")."""


class _Lists(Record, frozen=True, kw_only=True):
    lists: dict[str, dict[str, tuple[str, ...]]]


def parse_concepts(text: str, name: str) -> dict[str, tuple[str, ...]]:
    """Read concepts (name, language, terms) and return the terms of all languages by concept.

    Raises:
        VocabularyError: an entry does not fit; `where` is FILE:LINE.
    """
    lists = parse_data(text, name, _Lists).lists
    for concept, by_language in lists.items():
        for term in (term for terms in by_language.values() for term in terms):
            if not any(map(str.isalnum, term)) or term.startswith("*"):
                raise VocabularyError(
                    f"{term!r} of {concept} would match any word",
                    where=f"{name}:{_line(text, concept)}",
                )
    return {
        concept: tuple(term for terms in by_language.values() for term in terms)
        for concept, by_language in lists.items()
    }


def _line(text: str, concept: str) -> int:
    rows = text.split("\n")
    return next((n for n, row in enumerate(rows, 1) if row.strip() == f"{concept}:"), 1)


@cache
def _word_lists() -> WordLists:
    path = files("firsthand.check").joinpath("data", "concepts.yaml")
    return WordLists(parse_concepts(path.read_text("utf-8"), path.name))


@lru_cache(maxsize=KEPT)
def concepts_in(text: str) -> frozenset[str]:
    """Return the concepts that a text or a label names; `generic` and `total` are left out."""
    return frozenset(hit.list for hit in _word_lists().find(text)) - {TOTAL, GENERIC}


@lru_cache(maxsize=KEPT)
def concept_spans(label: str) -> Mapping[Span, frozenset[str]]:
    """Return the terms of a label with the concepts that each may stand for."""
    found: dict[Span, set[str]] = {}
    for hit in _word_lists().find(label):
        if hit.list not in (TOTAL, GENERIC):
            found.setdefault(hit.span, set()).add(hit.list)
    outer = [s for s in found if not any(_wider(o, s) for o in found)]
    return {span: frozenset(found[span]) for span in outer}


def _wider(outer: Span, inner: Span) -> bool:
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


@lru_cache(maxsize=KEPT)
def is_total(label: str) -> bool:
    """Tell whether a label stands for a whole ("Total", "all levels", "Insgesamt")."""
    hits = _word_lists().find(label)
    return any(hit.list == TOTAL for hit in hits) and not concepts_in(label)


@lru_cache(maxsize=KEPT)
def is_generic(label: str) -> bool:
    """Tell whether a label only names a measure ("number of cases", "duration (h)")."""
    words = cut_words(label)
    hits = [hit.span for hit in _word_lists().find_in(words) if hit.list in (GENERIC, TOTAL)]
    covered = sum(
        any(a <= start and end <= b for a, b in hits)
        for start, end in zip(words.starts, words.ends, strict=True)
    )
    return covered == len(words.starts)


@lru_cache(maxsize=KEPT)
def stems_in(text: str) -> frozenset[str]:
    """Return the stems of all words of a text: their first five letters, case-folded."""
    return frozenset(_stem(word) for word in cut_words(text).folded)


def _stem(word: str) -> str:
    return word if word.isdigit() else word[:_STEM]


@lru_cache(maxsize=KEPT)
def countries_in(text: str) -> frozenset[str]:
    """Return the countries that a label or title names, by any of their names.

    Offices turn names round ("Korea, Democratic People's Republic of"); these are read too.
    """
    known = gazetteer()
    turned = _TURNED.fullmatch(text.strip())
    if turned:
        plain = _ABBREVIATED.sub(lambda m: _WHOLE[m[0].casefold()], f"{turned[2]} {turned[1]}")
        for name in (plain, plain.replace("Republic ", "Republic of ")):
            place = known.place(next(iter(known.lookup(name)), ""))
            if place is not None and (country := _country(place)):
                return frozenset({country})
    found: set[str] = set()
    for mention in known.find(text):
        place = known.place(mention.ids[0])
        money = _MONEY.match(text, mention.span[1])  # "US dollars" is no country
        if place is not None and not money and (country := _country(place)):
            found.add(country)
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def is_place_within(label: str) -> bool:
    """Tell whether a label is the name of a place smaller than a country ("Vanino East")."""
    mentions = gazetteer().find(label)
    places = [gazetteer().place(m.ids[0]) for m in mentions if m.form == "name"]
    return len(mentions) == 1 and any(p is not None and p.kind in _WITHIN for p in places)


_WITHIN = frozenset({"city", "region", "area"})


def _country(place: Place) -> str | None:
    return place.country or (place.id if place.kind == "country" else None)


@lru_cache(maxsize=KEPT)
def seats_in(label: str) -> frozenset[str]:
    """Return the country in which a body has its seat, where a label is that body's name."""
    known = gazetteer()
    bodies = [known.body(ident) for ident in known.lookup(label.strip())[:1]]
    return frozenset(body.country for body in bodies if body is not None and body.country)


_MONEY = re.compile(
    r"[ -](?:dollars?|pounds?|rou?bles?|yuan|won|yen|euros?|francs?|rand|pesos?|real|reais|rupees?|rupiah"
    r"|lira|liras|kron[ae]r?|kronor|koruna|zloty|zlotys|forint|hryvnias?|dirhams?|dinars?|riyals?|shekels?"
    r"|baht|ringgit|dong|naira|cents?)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(r"([^,()\d]{3,40}), ([^,()\d]{2,50})")
_ABBREVIATED = re.compile(r"\b(?:(?:Dem|Rep|Fed|Is)\.|DPR\b)", re.IGNORECASE)
_WHOLE = {"dem.": "Democratic", "rep.": "Republic", "fed.": "Federation", "is.": "Islamic",
          "dpr": "Democratic People's Republic of"}  # fmt: skip
