"""How well the labels of a table's series meet what a question is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple

from firsthand.check.concepts import (
    concept_spans,
    concepts_in,
    countries_in,
    is_generic,
    is_place_within,
    is_total,
    seats_in,
    stems_in,
)
from firsthand.check.subject import Subject
from firsthand.check.words import cut_words
from firsthand.model.span import Span
from firsthand.model.table import Series, Table
from firsthand.vocabulary.gazetteer import gazetteer

SIDES = frozenset({"before", "after"})
"""Concepts that tell the two ends of a change apart; they never narrow a question."""
_CODE = re.compile(r"[A-Z0-9_.\-]{1,12}\Z")
_SHORT = 4
_PARTY, _TOTAL, _CONCEPT, _LENT, _NAME = 2, 1, 3, 1, 2


class Meeting(NamedTuple):
    """A series that a question may be about.

    Args:
        score: How many of its labels the question names; greater is better.
        parties: Countries that its labels or its table name.
        named: A label bears a name that the question has ("OSTREL STAR").
        topical: Labels, title or unit speak of the question's topic.
        narrowed: Its own labels or its title reach what narrows the question.
        lent: A label is met only by what the texts tell around the claims.
    """

    score: int
    parties: frozenset[str]
    named: bool
    topical: bool
    narrowed: bool
    lent: bool = False


class Wide(NamedTuple):
    """What a table speaks of as a whole: in title, file name and the labels of all series."""

    table: Table
    countries: frozenset[str]
    concepts: frozenset[str]
    label_concepts: frozenset[str]
    stems: frozenset[str]
    groups: dict[frozenset[str], list[Series]]
    """Series by the countries among their labels."""

    def about(self, parties: frozenset[str]) -> Iterator[Series]:
        """Yield the series that name no other country, in the order of the table."""
        fit = [group for countries, group in self.groups.items() if countries <= parties]
        if len(fit) == 1:
            yield from fit[0]
            return
        wanted = {id(series) for group in fit for series in group}
        yield from (series for series in self.table.series if id(series) in wanted)


class _Same:
    """A table told apart by identity: it is not hashed, and its labels are read once."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __hash__(self) -> int:
        return id(self.table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.table is self.table


def wide_of(table: Table) -> Wide:
    """Return what a table speaks of; read once for each of the tables at hand."""
    return _wide_of(_Same(table))


@lru_cache(maxsize=32)
def _wide_of(same: _Same) -> Wide:
    table = same.table
    stem = PurePath(table.table).stem.replace("-", " ").replace("_", " ")
    title = table.title or ""
    labels = {label for series in table.series for label in labels_of(series)}
    groups: dict[frozenset[str], list[Series]] = {}
    for series in table.series:
        named = frozenset(c for x in labels_of(series) for c in countries_in(x) or seats_in(x))
        groups.setdefault(named, []).append(series)
    return Wide(
        table=table,
        groups=groups,
        countries=countries_in(title),
        concepts=concepts_in(f"{title} {stem}"),
        label_concepts=frozenset(c for label in labels for c in concepts_in(label)),
        stems=stems_in(title).union(*(stems_in(label) for label in labels)),
    )


def meet(subject: Subject, wide: Wide, series: Series) -> Meeting | None:
    """Return how the question meets a series; None where a label is about something else."""
    score, named = 0, False
    own, lent, worded = False, False, False
    seen: set[str] = set()
    labels = labels_of(series)
    for label in labels:
        part = _meet_label(subject, label)
        if part is None:
            return None
        score += part.score
        named |= part.named
        own |= part.own
        lent |= part.lent
        worded |= part.worded
        seen |= part.parties
    if lent and not own:
        return None
    named |= _title_names(subject, wide)
    if wide.countries and not wide.countries & subject.parties and not (seen or named):
        return None
    parties = (wide.countries | seen) & subject.parties
    if not parties and not named:
        return None
    title = stems_in(wide.table.title or "")
    stems = title.union(*(stems_in(label) for label in labels))
    if not _reaches_place(subject, stems):
        return None
    covered = wide.concepts.union(*(concepts_in(label) for label in labels))
    # What is counted is the matter where a label names it; else a lone clause borrows from its text.
    counted = any(stems_in(label) <= stems_in(subject.question.about.measure) for label in labels)
    wanted = (subject.concepts - SIDES) | subject.kind_concepts or subject.lent
    narrowed = _narrowed(subject, wide, _Reach(covered, stems))
    topical = counted or worded or bool(covered & wanted)
    return Meeting(score, parties, named, topical, narrowed, lent)


def _title_names(subject: Subject, wide: Wide) -> bool:
    """Tell whether the table's title has the proper name of a party ("wallets of Nimbus Vault")."""
    title = stems_in(wide.table.title or "")
    return any(
        stems_in(name) <= title
        for name in subject.question.about.parties
        if not countries_in(name) and len(name) >= _SHORT and gazetteer().place(name) is None
    )


def labels_of(series: Series) -> list[str]:
    """Return the labels of a series, in the order of its dimensions."""
    return [label for label in series.dims.values() if label]


class _Part(NamedTuple):
    """What a label adds; `own`: the claims' words meet it, `lent`: the words around them."""

    score: int
    parties: frozenset[str] = frozenset()
    named: bool = False
    own: bool = False
    lent: bool = False
    worded: bool = False
    """The label begins with a plain word that the question has: "Wigs, false beards"."""


def _meet_label(subject: Subject, label: str) -> _Part | None:
    countries = countries_in(label) or seats_in(label)
    if countries and is_place_within(label):
        known = stems_in(label) <= subject.stems
        return _Part(_NAME, countries & subject.parties, named=True) if known else None
    if countries:
        return _Part(_PARTY, countries) if countries <= subject.parties else None
    if is_total(label):
        return _Part(_TOTAL)
    if is_generic(label) or (_CODE.match(label) and not _is_word(label)):
        return _Part(0)
    return _meet_words(subject, label)


def _is_word(label: str) -> bool:
    return label.isalpha() and len(label) > _SHORT


def _meet_words(subject: Subject, label: str) -> _Part | None:
    """Hold every word of a label against the question's concepts and words.

    A name that the question lacks is about something else; a plain word beside a concept that is
    met only makes the label less fitting ("Iron ores and concentrates").
    """
    spans = concept_spans(label)
    met = [_meet_concepts(subject, label[a:b], concepts) for (a, b), concepts in spans.items()]
    if any(part is None for part in met):
        return None
    parts = [part for part in met if part is not None]
    words = _other_words(subject, label, spans)
    plain = (bool(parts) or words.head) and not words.names
    unknown = bool(words.plain or words.names)
    if unknown and not plain and not _stands_in(label.casefold(), subject.around):
        return None
    # A name that stands elsewhere in the texts names the thing only where the context is asked.
    asked = bool(subject.lent) and unknown and not plain
    score = sum(part.score for part in parts) + _NAME * words.known - len(words.plain)
    return _Part(
        # A row that begins with a word of the question comes before the total.
        score=0 if unknown and not plain else max(score, _TOTAL + words.head),
        named=(words.proper and not unknown) or asked,
        own=any(part.own for part in parts),
        worded=words.head and not words.names,
        lent=any(part.lent for part in parts) or asked,
    )


def _stands_in(label: str, text: str) -> bool:
    """Tell whether a label stands in a text as words of its own: "Ether" is not in "together"."""
    at = text.find(label)
    while at >= 0:
        end = at + len(label)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(label, at + 1)
    return False


def _meet_concepts(subject: Subject, words: str, concepts: frozenset[str]) -> _Part | None:
    if concepts <= SIDES:
        return _Part(0)
    if (
        concepts & (subject.concepts | subject.kind_concepts)
        or stems_in(words) <= subject.key_stems
    ):
        return _Part(_CONCEPT, own=True)
    return _Part(_LENT, lent=True) if concepts & subject.lent else None


class _Words(NamedTuple):
    """Words of a label that no concept covers: how many the question has, and those that it lacks."""

    known: int
    plain: tuple[str, ...]
    names: tuple[str, ...]
    proper: bool
    """One that the question has is written like a name."""
    head: bool
    """The label begins with one that the question has: "Wigs and false beards"."""


def _other_words(subject: Subject, label: str, spans: Mapping[Span, frozenset[str]]) -> _Words:
    known, proper, head = 0, False, False
    plain: list[str] = []
    names: list[str] = []
    words = cut_words(label)
    for start, end, word in zip(words.starts, words.ends, words.folded, strict=True):
        inside = any(a <= start and end <= b for a, b in spans)
        number = word.isdigit()
        if inside or (len(word) < _SHORT and not number) or is_generic(word):
            continue
        if stems_in(word) <= subject.stems:
            known += 1
            proper |= label[start].isupper()
            head |= start == 0
        elif (label[start].isupper() and start > 0) or (number and not spans):
            # "Block 7" is not Block 8; a code beside a concept ("Coal (2701)") says nothing.
            names.append(word)
        else:
            plain.append(word)
    return _Words(known, tuple(plain), tuple(names), proper, head)


class _Reach(NamedTuple):
    concepts: frozenset[str]
    stems: frozenset[str]


def _narrowed(subject: Subject, wide: Wide, own: _Reach) -> bool:
    """Tell whether a series reaches what narrows the question: a topic, a ship.

    The table has to speak of every topic, the series of one at least: "universities and colleges"
    are two rows of one table.
    """
    topics = subject.topics
    whole = _Reach(wide.concepts | wide.label_concepts, wide.stems)
    return not topics or (
        all(_reaches(subject, topic, whole) for topic in topics)
        and any(_reaches(subject, topic, own) for topic in topics)
    )


def _reaches(subject: Subject, topic: str, reach: _Reach) -> bool:
    concepts = concepts_in(topic) - SIDES
    return bool(
        concepts & reach.concepts
        or stems_in(topic) & reach.stems
        or countries_in(topic) & subject.parties
    )


def _reaches_place(subject: Subject, stems: frozenset[str]) -> bool:
    """A question about a place within a state is met only by a table that names the place."""
    place = subject.question.about.place
    return not subject.local or not place or stems_in(place.replace("-", " ")) <= stems
