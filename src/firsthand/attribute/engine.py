"""From a document to who says what in it: entities, attributions, signs of access.

Steps: units of each part → candidates of a finder (grammar or tagger) → speech that goes on →
speakers → parents → stance. Only the first step knows a language's grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.attribute.candidate import Candidate, from_drafts
from firsthand.attribute.draft import Draft
from firsthand.attribute.houses import Houses
from firsthand.attribute.languages import Grammar, grammar_of
from firsthand.attribute.link import Linked, link
from firsthand.attribute.saying_time import when_said
from firsthand.attribute.speakers import Mention, entities_of, resolve
from firsthand.attribute.speech import carry, go_on
from firsthand.attribute.stance import denied_by, hedge_of, stance_of
from firsthand.attribute.views import Unit, units
from firsthand.model.attribution import Attribution, Entity, Sign
from firsthand.model.document import Document
from firsthand.model.span import Span
from firsthand.read.sentences import language_by_script

_SKIPPED = frozenset({"boilerplate", "table"})
_HEADLINES = frozenset({"title", "headline-list"})


@dataclass(frozen=True)
class Attributed:
    """What the attribution stage found.

    `why`: attribution id -> rule, what competed, and why it has this parent.
    """

    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    signs: tuple[Sign, ...] = ()
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Found:
    """Units of a text and the candidates in them."""

    units: list[Unit]
    candidates: list[Candidate]


def attribute(document: Document) -> Attributed:
    """Return who says what in a document; nothing for a language without a grammar.

    Spans count in `document.text`; those of a title that is no part of the text carry `in` title.
    """
    language = document.language or language_by_script(document.text)
    grammar = grammar_of(language)
    if grammar is None:
        return Attributed()
    houses = Houses.of(document, grammar.language.read, language)
    found = find(document, grammar, houses, language)
    return finish(document, found, grammar)


def find(document: Document, grammar: Grammar, houses: Houses, language: str) -> Found:
    """Return the units of all parts that are read and the candidates that the grammar finds."""
    found = Found([], [])
    for number, (kind, span) in enumerate(_parts(document)):
        if kind in _SKIPPED:
            continue
        headline = kind in _HEADLINES
        for unit in units(document.text, span, language, headline=headline):
            unit.view.headline = headline or _is_heading(document.text, unit)
            place = (number, unit.paragraph, len(found.units))
            found.units.append(unit)
            for view, nested in _views(unit):
                drafts = grammar.read(view, houses.kind, houses.medium, nested)
                found.candidates += from_drafts(drafts, place, grammar.by)
    return found


def _parts(document: Document) -> Iterator[tuple[str, Span]]:
    if not document.parts:
        yield "body", (0, len(document.text))
    for part in document.parts:
        for span in part.span:
            yield part.part, span


def _is_heading(text: str, unit: Unit) -> bool:
    """Tell a line that is a headline or list item: one unit, no full stop."""
    words = text[unit.span[0] : unit.span[1]]
    return unit.first and len(words) < 160 and words[-1:] not in '.!?…:”"»'


def _views(unit: Unit) -> Iterator[tuple[object, bool]]:
    yield unit.view, False
    stack = list(unit.inner)
    while stack:
        inner = stack.pop()
        yield inner.view, True
        stack += inner.inner


def finish(document: Document, found: Found, grammar: Grammar) -> Attributed:
    """Turn candidates of any finder into attributions: speech, speakers, parents, stance."""
    text, all_units = document.text, found.units
    candidates = sorted(found.candidates, key=lambda c: c.start)
    go_on(candidates, all_units, grammar.continues)
    cache: dict[int, list[Mention]] = {}

    def mentions(unit: int) -> Iterable[Mention]:
        if unit not in cache:
            cache[unit] = (
                grammar.mentions(all_units[unit].view, unit) if 0 <= unit < len(all_units) else []
            )
        return cache[unit]

    people = resolve(candidates, text, grammar.language, mentions)
    carried = carry(candidates)
    if len(carried) != len(candidates) or carried != candidates:
        candidates = carried
        people = resolve(candidates, text, grammar.language, mentions)
    linked = link(candidates)
    attributions, why = _records(document, linked, text)
    return Attributed(entities_of(people), attributions, (), why)


def _records(
    document: Document, linked: Sequence[Linked], text: str
) -> tuple[tuple[Attribution, ...], dict[str, tuple[str, ...]]]:
    ordered = sorted(linked, key=lambda x: x.candidate.start)
    ids = {id(x): f"a{n}" for n, x in enumerate(ordered, 1)}
    first_of: dict[int, str] = {}
    for each in ordered:
        first_of.setdefault(id(each.candidate), ids[id(each)])
    earlier = [x.candidate for x in ordered]
    records: list[Attribution] = []
    why: dict[str, tuple[str, ...]] = {}
    for each in ordered:
        record = _record(each, ids, first_of, earlier, document)
        records.append(record)
        why[record.id] = (each.candidate.rule, *each.why)
    return tuple(records), why


def _record(
    each: Linked,
    ids: dict[int, str],
    first_of: dict[int, str],
    all_: list[Candidate],
    document: Document,
) -> Attribution:
    candidate = each.candidate
    assert candidate.speaker is not None  # noqa: S101  resolve gave every candidate one
    stance = stance_of(candidate, candidate.speaker.kind)
    extra: dict[str, object] = {}
    if stance == "denies":
        denied = denied_by(candidate, all_, document.text)
        extra["denies"] = first_of.get(id(denied)) if denied is not None else None
    if hedge := hedge_of(candidate):
        extra["hedge"] = hedge
    if candidate.in_title:
        extra["in_"] = "title"
    return Attribution(
        id=ids[id(each)], parent=ids[id(each.parent)] if each.parent is not None else None,
        source=candidate.source, cue=candidate.cue, content=each.content, speaker=candidate.speaker,
        stance=stance, when=when_said(candidate.when, document.text, document.published_on),
        confidence=candidate.confidence, by=candidate.by, **extra,  # type: ignore[arg-type]
    )  # fmt: skip


_ = (Callable, Draft)
