"""From a document to who says what in it: entities, attributions, signs of access.

Steps: units of each part → candidates of the grammar → speech that goes on → what the tagger saw
beside them → speakers → parents → stance. Only the grammar and the tagger know a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.attribute.candidate import Candidate, from_drafts
from firsthand.attribute.houses import Houses
from firsthand.attribute.join import join
from firsthand.attribute.languages import Grammar, grammar_of
from firsthand.attribute.link import link
from firsthand.attribute.records import Written, entities_of, write_records
from firsthand.attribute.signs import find_signs
from firsthand.attribute.speakers import Mention, resolve
from firsthand.attribute.speech import carry, go_on
from firsthand.attribute.tagger.document import TAGGED, TAGGER, UNSEEN, tag_document
from firsthand.attribute.tagger.engine import Seen
from firsthand.attribute.views import Unit, View, units
from firsthand.model.attribution import Attribution, Entity, Sign
from firsthand.model.document import Document
from firsthand.model.span import Span
from firsthand.read.sentences import language_by_script

_SKIPPED = frozenset({"boilerplate", "table"})
_HEADLINES = frozenset({"title", "headline-list"})


@dataclass(frozen=True)
class Attributed:
    """What the attribution stage found.

    `attributions`: what chains and claims are built on. `told`: these in the spans that show them
    best, and with them what carries no voice (thoughts, fears, negated sayings). `why`: attribution
    id -> rule, what competed, and why it has this parent.
    """

    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    told: tuple[Attribution, ...] = ()
    signs: tuple[Sign, ...] = ()
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Found:
    """Units of a text and the candidates in them."""

    units: list[Unit]
    candidates: list[Candidate]


def attribute(document: Document, *, fast: bool = False) -> Attributed:
    """Return who says what in a document; nothing for a language without a grammar.

    Spans count in `document.text`; those of a title that is no part of the text carry `in` title.

    Args:
        fast: By the grammar alone, without the trained tagger, which reads English only.
    """
    language = document.language or language_by_script(document.text)
    grammar = grammar_of(language)
    if grammar is None:
        return Attributed()
    houses = Houses.of(document, grammar.language.read, language)
    found = find(document, grammar, houses, language)
    seen = UNSEEN if fast or language != TAGGED else tag_document(document, _read_parts(document))
    people, written = finish(document, found, grammar, language, seen)
    signs = find_signs(document, houses, language)
    return Attributed(people, written.voices, written.told, signs, written.why)


def find(document: Document, grammar: Grammar, houses: Houses, language: str) -> Found:
    """Return the units of the title and all parts that are read, and the candidates in them."""
    found = Found([], [])
    title = title_apart(document)
    if title is not None:
        for unit in units(title, (0, len(title)), language, headline=True):
            unit.paragraph, unit.heads = -1, True
            _read_unit(unit, -1, found, grammar, houses)
        for candidate in found.candidates:
            candidate.in_title = True
    for number, (kind, span) in enumerate(_parts(document)):
        if kind in _SKIPPED:
            continue
        headline = kind in _HEADLINES
        for unit in units(document.text, span, language, headline=headline):
            unit.view.headline = headline or _is_heading(document.text, unit)
            unit.heads = kind == "title" or _opens_with_title(document, unit)
            _read_unit(unit, number, found, grammar, houses)
    return found


def _read_unit(unit: Unit, part: int, found: Found, grammar: Grammar, houses: Houses) -> None:
    place = (part, unit.paragraph, len(found.units))
    found.units.append(unit)
    for view, nested in _views(unit):
        drafts = grammar.read(view, houses.kind, houses.medium, nested)
        candidates = from_drafts(drafts, place, grammar.by)
        for candidate in candidates:
            candidate.heads = unit.heads
        found.candidates += candidates


def _opens_with_title(document: Document, unit: Unit) -> bool:
    """Tell whether a unit is the title at the head of the text."""
    title = (document.title or "").strip()
    end = unit.span[1]
    return bool(title) and document.text[:end].strip() == title[: end - unit.span[0]] != ""


def _parts(document: Document) -> Iterator[tuple[str, Span]]:
    if not document.parts:
        yield "body", (0, len(document.text))
    for part in document.parts:
        for span in part.span:
            yield part.part, span


def _read_parts(document: Document) -> list[Span]:
    return [span for kind, span in _parts(document) if kind not in _SKIPPED]


def title_apart(document: Document) -> str | None:
    """Return the title where it is no part of the text."""
    title = document.title
    if not title or any(part.part == "title" for part in document.parts):
        return None
    return None if document.text.lstrip().startswith(title.strip()) else title


def _is_heading(text: str, unit: Unit) -> bool:
    """Tell a line that is a headline or list item: one unit, no full stop."""
    words = text[unit.span[0] : unit.span[1]]
    return unit.first and len(words) < 160 and words[-1:] not in '.!?…:”"»'


def _views(unit: Unit) -> Iterator[tuple[View, bool]]:
    yield unit.view, False
    stack = list(unit.inner)
    while stack:
        inner = stack.pop()
        yield inner.view, True
        stack += inner.inner


def finish(
    document: Document, found: Found, grammar: Grammar, language: str, seen: Seen = UNSEEN
) -> tuple[tuple[Entity, ...], Written]:
    """Turn candidates of all finders into attributions: speech, speakers, parents, stance."""
    houses = Houses.of(document, grammar.language.read, language)

    def words_of(candidate: Candidate) -> str:
        text = document.title or "" if candidate.in_title else document.text
        return " ".join(text[a:b] for a, b in candidate.source)

    candidates = sorted(found.candidates, key=lambda c: (not c.in_title, c.start))
    go_on(candidates, found.units, grammar.continues)
    candidates = join(candidates, seen, found.units, document.text, language=language, by=TAGGER)
    mentions = _Mentions(found.units, grammar)
    people = resolve(candidates, words_of, grammar.language, mentions.of)
    carried = carry(candidates)
    if carried != candidates:
        candidates = carried
        people = resolve(candidates, words_of, grammar.language, mentions.of)
    linked = link(candidates, lambda candidate: houses.speaks(words_of(candidate)))
    return entities_of(people), write_records(document, linked, language)


class _Mentions:
    """Noun phrases by unit, found once they are asked for."""

    def __init__(self, all_units: Sequence[Unit], grammar: Grammar) -> None:
        self._units, self._grammar = all_units, grammar
        self._known: dict[int, list[Mention]] = {}

    def of(self, unit: int) -> Iterable[Mention]:
        if unit not in self._known:
            inside = 0 <= unit < len(self._units) and not self._units[unit].heads
            self._known[unit] = (
                self._grammar.mentions(self._units[unit].view, unit) if inside else []
            )
        return self._known[unit]
