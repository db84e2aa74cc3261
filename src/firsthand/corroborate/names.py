"""The names by which claims are told apart: known places and countries, and other proper names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.corroborate.words import common_words, fold, fold_words
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, Spans, merged
from firsthand.vocabulary.gazetteer import gazetteer

_CAPITAL = re.compile(
    r"[^\W\d_a-zа-яёґєіїß][\w'’-]*(?:[ \u00a0](?:(?:of|de|del|al|el|van|von|der|bin|no)[ \u00a0])?"
    r"[^\W\d_a-zа-яёґєіїß][\w'’-]*|[ \u00a0]\d{1,4}\b){0,6}"
)
_CASED = re.compile(r"[A-Za-zÀ-žА-яёҐґЄєІіЇї]")
_BEGINS = re.compile(r"(?:^|[.!?:;\n\"“”„«»‘(\[—–-])\s{0,3}\Z")
_WORD = re.compile(r"\S+")
_CALENDAR = frozenset(
    {
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday"),
        *("friday", "saturday", "sunday", "januar", "februar", "märz", "mai", "juni", "juli"),
        *("oktober", "dezember", "montag", "dienstag", "mittwoch", "donnerstag", "freitag"),
        *("samstag", "sonntag", "январь", "января", "февраль", "февраля", "март", "марта"),
        *("апрель", "апреля", "май", "мая", "июнь", "июня", "июль", "июля", "август", "августа"),
        *("сентябрь", "сентября", "октябрь", "октября", "ноябрь", "ноября", "декабрь", "декабря"),
    }
)
_THINGS = frozenset({"place", "vessel", "aircraft", "organisation", "person"})


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one stretch.

    Args:
        geo: Ids of known countries, regions, cities and waters; people of a country count as it.
        own: Other proper names as folded words: vessels, places and firms that nobody listed.
        bodies: Ids of known bodies.
    """

    geo: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


class NameFinder:
    """The names of one document, found once and asked for by stretch; those of sources are left out.

    Args:
        voices: Where titles of the case are named; they are sources too.

    A short form that ends or begins a longer name of the same document stands for it
    ("the Star" for "Ostrel Star").
    """

    def __init__(
        self, extraction: Extraction, voices: Sequence[Span] = (), *, title: bool = False
    ) -> None:
        document = extraction.document
        self.text = (document.title or "") if title else document.text
        known = gazetteer().find(self.text)
        sources = (
            s for a in extraction.attributions if (a.in_ == "title") == title for s in a.source
        )
        self._sources, self._titles = merged([*sources, *voices]), merged(voices)
        self._known = [(m.span, m.ids[0]) for m in known]
        taken = [m.span for m in known]
        entities = () if title else _entity_names(extraction)
        found = [*entities, *_capitalised(self.text, taken)]
        spans: dict[Span, str] = {}
        for span, name in found:
            if name and not _overlaps(span, taken):
                spans.setdefault(span, name)
        self._own = sorted(_longest(spans, set(spans.values())))

    def within(self, spans: Spans, *, sources: bool = False) -> Names:
        """Return the names whose mention begins in one of the pieces.

        Args:
            sources: Whether names of those who speak count too.
        """
        geo: set[str] = set()
        bodies: set[str] = set()
        for span, ident in _inside(self._known, spans):
            if sources or not _overlaps(span, self._sources):
                (geo if gazetteer().place(ident) else bodies).add(ident)
        own = frozenset(
            name
            for span, name in _inside(self._own, spans)
            if sources or not _overlaps(span, self._sources)
        )
        return Names(frozenset(geo), own, frozenset(bodies))

    def speakers(self) -> frozenset[str]:
        """Return the other proper names of those who speak, titles of the case left out."""
        return frozenset(
            name
            for span, name in self._own
            if _overlaps(span, self._sources) and not _overlaps(span, self._titles)
        )

    def countries(self) -> frozenset[str]:
        """Return the countries that the text names, or names places, people or bodies of."""
        found = set()
        for _, ident in self._known:
            place, body = gazetteer().place(ident), gazetteer().body(ident)
            found.add((place.country or place.id) if place else body.country if body else None)
        return frozenset(c for c in found if c)

    def without_names(self, spans: Spans) -> str:
        """Return the words of the pieces, names and sources left out."""
        kept = []
        gaps = [*_inside(self._known, spans), *_inside(self._own, spans)]
        gaps += [(s, "") for s in self._sources]
        for start, end in spans:
            at = start
            for (a, b), _ in sorted(gaps):
                if at <= a < end:
                    kept.append(self.text[at:a])
                    at = b
            kept.append(self.text[at:end])
        return " ".join(kept)


def is_country(ident: str) -> bool:
    """Tell whether an id is a country's."""
    place = gazetteer().place(ident)
    return place is not None and place.kind == "country"


def country_of(ident: str) -> str | None:
    """Return the country in which a known place lies; None for a country itself."""
    place = gazetteer().place(ident)
    return place.country if place and place.country != ident else None


def _inside(found: list[tuple[Span, str]], spans: Spans) -> Iterable[tuple[Span, str]]:
    for start, end in spans:
        for at in range(bisect_left(found, ((start, start), "")), len(found)):
            if found[at][0][0] >= end:
                break
            yield found[at]


def _entity_names(extraction: Extraction) -> Iterable[tuple[Span, str]]:
    for entity in extraction.entities:
        cased = _CASED.search(entity.name) is not None and entity.name != entity.name.lower()
        if entity.kind in _THINGS and not entity.known and cased:
            key = fold_words(entity.name)
            for mention in entity.mentions:
                for span in mention:
                    yield span, key


def _capitalised(text: str, taken: list[Span]) -> Iterable[tuple[Span, str]]:
    """Yield runs of capitalised words; the first word of a sentence only if it is a name elsewhere."""
    first: list[tuple[Span, str]] = []
    sure: set[str] = set()
    for match in _CAPITAL.finditer(text):
        span = _trimmed(match[0], match.start())
        if span is None or not _CASED.match(text[span[0]]) or _overlaps(span, taken):
            continue
        name = fold_words(text[slice(*span)])
        if " " not in name and _BEGINS.search(text[max(0, span[0] - 5) : span[0]]):
            first.append((span, name))
        else:
            sure.add(name)
            yield span, name
    yield from ((span, name) for span, name in first if name in sure)


def _trimmed(run: str, start: int) -> Span | None:
    """Return the span of a run without common words and months at its edges."""
    words = [m for m in _WORD.finditer(run) if m]
    while words and _empty(words[0][0]):
        words.pop(0)
    while words and _empty(words[-1][0]):
        words.pop()
    return (start + words[0].start(), start + words[-1].end()) if words else None


def _empty(word: str) -> bool:
    key = fold(word)
    return key in common_words() or key in _CALENDAR


def _longest(spans: dict[Span, str], names: set[str]) -> Iterable[tuple[Span, str]]:
    by_edge: dict[str, list[str]] = {}
    for name in names:
        words = name.split()
        if len(words) > 1:
            for edge in {words[0], words[-1], " ".join(words[1:]), " ".join(words[:-1])}:
                by_edge.setdefault(edge, []).append(name)
    for span, name in spans.items():
        longer = by_edge.get(name, [])
        yield span, longer[0] if len(longer) == 1 else name


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, (span[1], span[1]))
    return at > 0 and taken[at - 1][1] > span[0]
