"""How well the labels of a table's series meet what a question is about."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from firsthand.check.concepts import (
    concept_spans,
    concepts_in,
    countries_in,
    is_generic,
    is_total,
    stems_in,
)
from firsthand.check.subject import Subject
from firsthand.check.words import cut_words
from firsthand.model.table import Series, Table

SIDES = frozenset({"before", "after"})
"""Concepts that tell the two ends of a change apart; they never narrow a question."""
_CODE = re.compile(r"[A-Z0-9_.\-]{1,12}\Z")
_SHORT = 4
_PARTY, _TOTAL, _CONCEPT, _NAME = 2, 1, 3, 2


class Meeting(NamedTuple):
    """A series that a question may be about.

    Args:
        score: How many of its labels the question names; greater is better.
        parties: Countries that its labels or its table name.
        named: A label bears a name that the question has ("OSTREL STAR").
        topical: Labels, title or unit speak of the question's topic.
        narrowed: Its own labels or its title reach what narrows the question.
    """

    score: int
    parties: frozenset[str]
    named: bool
    topical: bool
    narrowed: bool


def meet(subject: Subject, table: Table, series: Series) -> Meeting | None:
    """Return how the question meets a series; None where a label is about something else."""
    score, named = 0, False
    seen: set[str] = set()
    for label in labels_of(series):
        part = _meet_label(subject, label)
        if part is None:
            return None
        score += part.score
        named |= part.named
        seen |= part.parties
    title = countries_in(table.title or "")
    if title and not title & subject.parties and not seen:
        return None
    parties = (title | seen) & subject.parties
    if not parties and not named:
        return None
    covered = table_concepts(table) | frozenset(
        c for label in labels_of(series) for c in concepts_in(label)
    )
    if not _reaches_place(subject, table, series):
        return None
    wanted = subject.concepts | subject.kind_concepts
    narrowed = _narrowed(subject, table, series, covered)
    return Meeting(score, parties, named, bool(covered & wanted), narrowed)


def labels_of(series: Series) -> list[str]:
    """Return the labels of a series, in the order of its dimensions."""
    return [label for label in series.dims.values() if label]


def table_concepts(table: Table) -> frozenset[str]:
    """Return the concepts of a table as a whole: of its title and its file's name."""
    stem = PurePath(table.table).stem.replace("-", " ").replace("_", " ")
    return concepts_in(f"{table.title or ''} {stem}")


class _Part(NamedTuple):
    score: int
    parties: frozenset[str] = frozenset()
    named: bool = False


def _meet_label(subject: Subject, label: str) -> _Part | None:
    countries = countries_in(label)
    if countries:
        return _Part(_PARTY, countries) if countries <= subject.parties else None
    if is_total(label):
        return _Part(_TOTAL)
    if is_generic(label) or _CODE.match(label) and not _is_word(label):
        return _Part(0)
    return _meet_words(subject, label)


def _is_word(label: str) -> bool:
    return label.isalpha() and len(label) > _SHORT


def _meet_words(subject: Subject, label: str) -> _Part | None:
    """Hold every word of a label against the question's concepts and words."""
    wanted = subject.concepts | subject.kind_concepts
    score, named = 0, False
    spans = concept_spans(label)
    for (start, end), concepts in spans.items():
        stems = stems_in(label[start:end])
        if concepts & SIDES == concepts:
            continue
        if not (concepts & wanted or stems <= subject.key_stems):
            return None
        score += _CONCEPT
    unknown = False
    words = cut_words(label)
    for start, end, word in zip(words.starts, words.ends, words.folded, strict=True):
        if any(a <= start and end <= b for a, b in spans) or len(word) < _SHORT:
            continue
        if is_generic(word):
            continue
        if stems_in(word) <= subject.stems:
            score += _NAME
            named = True
        else:
            unknown = True
    if unknown and label.casefold() not in subject.around:
        return None
    return _Part(0 if unknown else score, named=named and not unknown)


def _narrowed(subject: Subject, table: Table, series: Series, covered: frozenset[str]) -> bool:
    """Tell whether a series reaches what narrows the question: a topic, a ship."""
    stems = stems_in(" ".join([*labels_of(series), table.title or ""]))
    for topic in subject.question.about.topic:
        words = topic.replace("-", " ")
        concepts = concepts_in(words) - SIDES
        if concepts & covered or stems_in(words) & stems or countries_in(words) & subject.parties:
            continue
        return False
    return True


def _reaches_place(subject: Subject, table: Table, series: Series) -> bool:
    """A question about a place within a state is met only by a table that names the place."""
    place = subject.question.about.place
    if not subject.local or not place:
        return True
    stems = stems_in(" ".join([*labels_of(series), table.title or ""]))
    return stems_in(place.replace("-", " ")) <= stems
