"""Resolves sources to speakers within a document: pronouns, descriptions, surnames, acronyms."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from firsthand.attribute.candidate import Candidate
from firsthand.attribute.phrase import MEDIA, PERSONS, Phrase, looks_like_body
from firsthand.model.attribution import Speaker, SpeakerKind
from firsthand.model.span import Span, Spans, covers

MOST_PEOPLE = 200
"""Speakers, the last spoken of first, among whom a short name or a description is looked up."""
MOST_IN_LEAD = 6  # speakers of the text, the first named first, whom a headline may mean
REACH = 4  # units that a pronoun looks back


@dataclass(slots=True)
class Mention:
    """A noun phrase that a pronoun may stand for; `subject`: it is the subject of its sentence."""

    span: Span
    unit: int
    phrase: Phrase
    subject: bool


@dataclass(slots=True, eq=False)
class Person:
    """Somebody or something that speaks, with all that the text calls it."""

    phrase: Phrase
    name: str | None
    kind: SpeakerKind
    last_unit: int
    plural: bool
    names: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    mentions: dict[Spans, None] = field(default_factory=dict)
    first: int = sys.maxsize
    """Where its first mention stands."""
    number: int = 0
    """The last time it was spoken of, counted over all sources."""
    known: str | None = None
    behind: bool = True
    """It was only ever named as the source of another voice, or in front of one."""


@dataclass(frozen=True, slots=True)
class Language:
    """What resolving needs to know of a language.

    `read`: a source span to a phrase; `pronouns`: pronoun -> "he", "she", "it", "they" or "any";
    `generic`: head noun -> kinds of speaker that it may take up ("the agency").
    """

    read: Callable[[str], Phrase]
    pronouns: dict[str, str]
    generic: dict[str, frozenset[SpeakerKind]]
    stem: Callable[[str], str] = str
    specific: frozenset[str] = frozenset()
    """Head nouns of `generic` that no other of them may stand for: "ministry", "police"."""


def resolve(
    candidates: Sequence[Candidate],
    words_of: Callable[[Candidate], str],
    language: Language,
    mentions: Callable[[int], Iterable[Mention]],
) -> list[Person]:
    """Give every candidate its speaker and return all speakers in the order of their first words.

    Args:
        candidates: In text order.
        words_of: A candidate's source as it stands in the text or title.
        mentions: Unit number -> noun phrases in it, asked for only where a pronoun needs them.
    """
    cast = Cast(language, mentions)
    # Those without a voice come last: they must not decide what a voice is called.
    for candidate in sorted(candidates, key=lambda c: (c.silent, c.heads, c.start)):
        cast.take(candidate, words_of(candidate))
    cast.number()
    for candidate in candidates:
        candidate.speaker = cast.speaker(candidate)
    return cast.people


class Cast:
    """All speakers of one document."""

    def __init__(self, language: Language, mentions: Callable[[int], Iterable[Mention]]) -> None:
        self.people: list[Person] = []
        self._language = language
        self._mentions = mentions
        self._of: dict[int, tuple[Person, Phrase]] = {}
        self._at: dict[tuple[bool, Spans], Person] = {}
        self._named: dict[str, list[Person]] = {}
        self._last: dict[int, Person] = {}
        """All speakers by id, the last spoken of at the end."""
        self._places: dict[int, int] = {}
        self._clock = 0

    def take(self, candidate: Candidate, words: str) -> None:
        """Find out who the source of a candidate is; those of the title come last."""
        if not candidate.source:
            return
        phrase = self._language.read(words)
        person = self._at.get((candidate.in_title, candidate.source))
        if person is None:
            person = self._find(phrase, candidate)
        if person is None:
            person = self._new(phrase, candidate.place[2], words)
        self._note(person, phrase, candidate)

    def _note(self, person: Person, phrase: Phrase, candidate: Candidate) -> None:
        self._clock += 1
        person.number = self._clock
        self._last.pop(id(person), None)
        self._last[id(person)] = person
        person.last_unit = candidate.place[2]
        person.behind = person.behind and candidate.way in ("citing", "via", "told")
        if candidate.in_title:
            person.first = -1
        else:
            person.first = min(person.first, candidate.source[0][0])
            person.mentions[candidate.source] = None
        if phrase.pronoun is None:
            self._call(person, phrase)
            person.known = person.known or phrase.known
            if person.kind == "unknown" and phrase.kind != "unknown":
                person.kind = phrase.kind
        self._of[id(candidate)] = (person, phrase)
        self._at[candidate.in_title, candidate.source] = person

    def _new(self, phrase: Phrase, unit: int, words: str) -> Person:
        person = Person(
            phrase, phrase.name or words, phrase.kind, unit, phrase.plural, known=phrase.known
        )
        self._call(person, phrase)
        self.people.append(person)
        self._last[id(person)] = person
        return person

    def _call(self, person: Person, phrase: Phrase) -> None:
        """Add the names and words of a phrase to those by which a person is known."""
        person.stems |= {self._language.stem(word) for word in phrase.words}
        for key in _keys(phrase):
            if key not in person.names:
                person.names.add(key)
                self._named.setdefault(key, []).append(person)

    def _called(self, phrase: Phrase) -> Person | None:
        """Return the one last spoken of who has one of the names of a phrase."""
        named = (p for key in _keys(phrase) for p in self._named.get(key, ()))
        return max(named, key=lambda p: p.number, default=None)

    def _find(self, phrase: Phrase, candidate: Candidate) -> Person | None:
        if phrase.pronoun is not None:
            return self._of_pronoun(phrase, candidate)
        called = self._called(phrase)
        if called is not None:
            return called
        if phrase.proper:
            return self._of_short_name(phrase)
        if candidate.heads:
            return self._of_headline(phrase)
        if phrase.definite:
            return self._of_description(phrase, candidate)
        return None

    def _recent(self) -> Iterator[Person]:
        return islice(reversed(self._last.values()), MOST_PEOPLE)

    def _of_short_name(self, phrase: Phrase) -> Person | None:
        """Find a surname's owner, a name's longer form or an acronym's body."""
        name = (phrase.name or "").lower()
        for person in self._recent():
            full = (person.name or "").lower()
            if not person.phrase.proper and not any(name == alias for alias in person.names):
                continue
            parts = full.split()
            if person.kind in PERSONS | {"military", "unknown"} and name in parts[1:]:
                return person
            if _short_of_body(phrase, person, name.split(), parts):
                return person
            if (
                name.isalpha()
                and len(name) >= 2
                and name == "".join(p[0] for p in parts if p not in _SMALL)
            ):
                return person
        return None

    def _of_headline(self, phrase: Phrase) -> Person | None:
        """Find whom a headline means with a bare noun: "centre says", "Spy agency: …"."""
        stem = self._language.stem
        own = {stem(word) for word in phrase.words}
        early = sorted(self.people, key=lambda p: p.first)[:MOST_IN_LEAD]
        for person in early:
            if own and own <= person.stems and not _at_odds(phrase.kind, person.kind):
                return person
        if phrase.plural or len(own) > 2 or phrase.kind == "unknown":
            return None
        alike = [p for p in early if p.kind == phrase.kind and not p.plural]
        return alike[0] if len(alike) == 1 else None

    def _of_description(self, phrase: Phrase, candidate: Candidate) -> Person | None:
        """Find who "the agency" or "the ministry" is: same words first, then the same kind."""
        stem = self._language.stem
        own = {stem(word) for word in phrase.words}
        if not own:
            return None
        for person in self._recent():
            same = own <= person.stems and person.plural == phrase.plural
            if same and not _at_odds(phrase.kind, person.kind):
                return person
        seen = self._seen(
            candidate,
            lambda m: (
                own <= {stem(w) for w in m.phrase.words}
                and m.phrase.plural == phrase.plural
                and m.phrase.words != phrase.words
            ),
        )
        if seen is not None:
            return seen
        if len(own) > 2:
            return None
        kinds = next(
            (self._language.generic[w] for w in phrase.words if w in self._language.generic), None
        )
        if kinds is None or (
            len(phrase.words) > 1 and not phrase.words <= set(self._language.generic)
        ):
            return None
        for person in self._recent():
            if (
                person.kind in kinds
                and (person.phrase.proper or person.kind != "document")
                and not person.plural
                and not self._other_body(own, person)
            ):
                return person
        if kinds == {"government"} or own & {stem(w) for w in self._language.specific}:
            return None  # "the government" is not every country that is named nearby
        return self._seen(candidate, lambda m: m.phrase.kind in kinds and not m.phrase.plural)

    def _other_body(self, own: set[str], person: Person) -> bool:
        """Tell "the police" from a ministry: the noun says more than "agency" does."""
        stem = self._language.stem
        specific = {stem(word) for word in self._language.specific}
        return bool(own & specific and not own <= person.stems and person.stems & specific)

    def _of_pronoun(self, phrase: Phrase, candidate: Candidate) -> Person | None:
        kind = self._language.pronouns.get(phrase.pronoun or "")
        if kind is None:
            return None
        unit = candidate.place[2]
        recent = (p for p in self._recent() if unit - REACH <= p.last_unit <= unit)
        near = [p for p in recent if _agrees(p, kind)]
        spoken = next((p for p in near if not p.behind), near[0] if near else None)
        subject = self._seen(
            candidate, lambda m: m.subject and _fits(m.phrase, kind),
            since=(spoken.last_unit + 1 if spoken else unit - 2), make=False,
        )  # fmt: skip
        if isinstance(subject, Mention):
            return self._made(subject)
        if spoken is not None:
            return spoken
        found = self._seen(candidate, lambda m: _fits(m.phrase, kind), make=False)
        return self._made(found) if isinstance(found, Mention) else None

    def _seen(
        self, candidate: Candidate, fits: Callable[[Mention], bool], *, since: int | None = None,
        make: bool = True,
    ) -> Person | None:  # fmt: skip
        unit = candidate.place[2]
        low = max(0, unit - 3 if since is None else since)
        for number in range(unit, low - 1, -1):
            found = [m for m in self._mentions(number) if m.span[1] <= candidate.start and fits(m)]
            if found:
                whole = [m for m in found if not any(_within(m, o) for o in found)]
                best = next((m for m in reversed(found) if m.subject), whole[-1])
                return self._made(best) if make else best  # type: ignore[return-value]
        return None

    def _made(self, mention: Mention) -> Person:
        spans = (mention.span,)
        known = self._at.get((False, spans))
        if known is not None:
            return known
        called = self._called(mention.phrase)
        if called is not None:
            return called
        person = self._new(mention.phrase, mention.unit, mention.phrase.name or "")
        person.first, person.mentions = mention.span[0], {spans: None}
        self._at[False, spans] = person
        return person

    def number(self) -> None:
        """Put the speakers in the order of their first words."""
        self.people.sort(key=lambda p: p.first)
        self._places = {id(person): n for n, person in enumerate(self.people, 1)}

    def speaker(self, candidate: Candidate) -> Speaker:
        """Return who speaks in a candidate."""
        found = self._of.get(id(candidate))
        if found is None:
            return Speaker(name=None, kind="unknown", anonymity="none")
        person, phrase = found
        first = person.phrase
        return Speaker(
            name=person.name, entity=f"e{self._places[id(person)]}", kind=person.kind,
            anonymity=first.anonymity, known=person.known,
            number=first.number, access=phrase.access or first.access,
        )  # fmt: skip


_SMALL = frozenset({"of", "the", "for", "and", "de", "des", "für", "der", "die", "und"})


def _keys(phrase: Phrase) -> list[str]:
    keys = [phrase.name.lower()] if phrase.name else []
    if phrase.known and phrase.proper:
        keys.append(f"={phrase.known}")
    return keys + [alias.lower() for alias in phrase.aliases if alias[:1].isupper()]


def _agrees(person: Person, pronoun: str) -> bool:
    if pronoun in ("he", "she"):
        return (
            person.kind in PERSONS | {"military", "unknown"}
            and not person.plural
            and not (
                person.kind == "unknown"
                and person.phrase.proper is False
                and person.phrase.anonymity == "none"
            )
        )
    if pronoun == "they":
        return person.plural or person.kind == "crowd"
    if pronoun == "any":
        return not person.plural
    return person.kind not in PERSONS | {"crowd"} and not person.plural


def _fits(phrase: Phrase, pronoun: str) -> bool:
    if phrase.pronoun is not None:
        return False
    if pronoun in ("he", "she"):
        return phrase.kind in PERSONS | {"military"} and not phrase.plural
    if pronoun == "they":
        return phrase.plural and (phrase.kind != "unknown" or phrase.definite)
    if pronoun == "any":
        return not phrase.plural and phrase.kind != "unknown"
    return not phrase.plural and phrase.kind in MEDIA | {
        "government",
        "international-body",
        "company",
        "research-body",
        "intelligence-service",
        "statistics-office",
        "military",
        "document",
    }


def _short_of_body(phrase: Phrase, person: Person, name: list[str], full: list[str]) -> bool:
    """Tell a body's name in short: its first words ("Halden") or, with "the", its last ("Lab")."""
    if person.kind in PERSONS or not person.phrase.proper or not 0 < len(name) < len(full):
        return False
    if phrase.known is not None and phrase.known != person.known:
        return False  # a place or another body: "Ukraine" is not "Ukraine's Council"
    if _at_odds(phrase.kind, person.kind) or not looks_like_body(person.name or ""):
        return False
    if phrase.definite and full[-len(name) :] == name:
        return True
    return len(name[0]) > 3 and full[: len(name)] == name


def _within(inner: Mention, outer: Mention) -> bool:
    return inner.span != outer.span and covers([outer.span], [inner.span])


def _at_odds(kind: SpeakerKind, other: SpeakerKind) -> bool:
    """Tell a person from a body."""
    if "unknown" in (kind, other):
        return False
    return (kind in PERSONS) != (other in PERSONS)
