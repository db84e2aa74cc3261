"""What a question is about, in the terms in which tables speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.check.concepts import concepts_in, countries_in, stems_in
from firsthand.check.periods import Days, days_between
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.question import Question
from firsthand.model.span import words_of
from firsthand.vocabulary.gazetteer import gazetteer
from firsthand.vocabulary.units import sort_of, unit_names

DEFAULT_STATES = ("kp",)
"""Whose names are looked at where a question names no state."""
KIND_CONCEPTS: Mapping[str, frozenset[str]] = {
    "border-crossing": frozenset({"entries"}),
    "labour": frozenset({"work"}),
    "training": frozenset({"education", "enrolment"}),
    "troop-deployment": frozenset({"deployed"}),
    "arms-transfer": frozenset({"arms"}),
    "cyber": frozenset({"stolen"}),
}
"""Concepts that the kind of a question stands for, where its words name none."""


class Told(NamedTuple):
    """A claim of a question with its document."""

    ident: str
    claim: Claim
    extraction: Extraction

    @property
    def words(self) -> str:
        """The claim's words; its pieces joined by a blank."""
        return words_of(self.extraction.text, self.claim.span, " ")


class Subject(NamedTuple):
    """The terms of a question.

    Args:
        parties: Countries that it names.
        concepts: Concepts of its topic, or that at least half of its claims name.
        lent: Concepts that the texts name around the claims; a label may be met by them only where
            another one is met by the claims' own.
        key_stems: Stems of the words of its topic and of its wording.
        stems: The same with those of its claims.
        topics: What narrows it, words that only name what is counted left out.
        around: Text of the documents, case-folded, for proper names that a label may carry.
        place: Country of its place; None where it is none, or a place within one.
        local: Its place is smaller than a country.
        days: Its period; None where that is open.
        base: The period that a fold or change compares with.
        until: The last day of which its texts can know.
    """

    question: Question
    told: tuple[Told, ...]
    parties: frozenset[str]
    concepts: frozenset[str]
    lent: frozenset[str]
    key_stems: frozenset[str]
    stems: frozenset[str]
    topics: tuple[str, ...]
    around: str
    local: bool
    days: Days | None
    base: Days | None
    until: str | None

    @property
    def about_names(self) -> bool:
        """Whether the question is about something that bears a name of its own, such as a ship."""
        parties = self.question.about.parties
        return bool(self.topics) or any(not _countries((name,)) for name in parties)

    @property
    def kind_concepts(self) -> frozenset[str]:
        """Concepts that the question's kind stands for."""
        return KIND_CONCEPTS.get(self.question.kind, frozenset())


def subject_of(
    question: Question, extractions: Mapping[str, Extraction], *, as_of: str | None = None
) -> Subject:
    """Return what a question is about, from its key and from the claims that answer it."""
    told = tuple(_told(question, extractions))
    about = question.about
    topics = _topics(question)
    topic = " ".join(topics)
    texts = [each.words for each in told]
    published = [d for each in told if (d := each.extraction.document.published_on)]
    return Subject(
        question=question,
        told=told,
        parties=_countries((*about.parties, about.place or "")) | countries_in(question.ask),
        concepts=concepts_in(topic) | _often([concepts_in(text) for text in texts]),
        lent=frozenset(),
        key_stems=stems_in(f"{topic} {question.ask}"),
        stems=stems_in(" ".join([topic, question.ask, *about.parties, *texts])),
        topics=topics,
        around=_around(told),
        local=_is_local(about.place, about.parties),
        days=_days(question, told, max(published, default=None)),
        base=days_between(about.base_start, about.base_end),
        until=min(filter(None, (max(published, default=None), as_of)), default=None),
    )


def _days(question: Question, told: Sequence[Told], published: str | None) -> Days | None:
    """The question's period; none where what is told as done would lie after its publication."""
    days = days_between(question.about.start, question.about.end)
    expected = any(each.claim.status in ("expected", "conditional") for each in told)
    if days and published and not expected and days.start.isoformat() > published:
        return None
    return days


def in_context(subject: Subject) -> Subject:
    """Return the subject with what its documents tell around the claims: parties and concepts.

    For a claim that leaves out what its text has said before ("of these, 418").
    """
    beside = [
        c for each in subject.told for c in each.extraction.claims if c.kind == each.claim.kind
    ]
    known = {role.known for claim in beside for role in claim.roles if role.known}
    titles = {each.extraction.document.title or "" for each in subject.told}
    parties = _countries(sorted(known)).union(*(countries_in(title) for title in titles))
    return subject._replace(
        parties=subject.parties or parties, lent=concepts_in(subject.around) - subject.concepts
    )


def for_answer(subject: Subject, claims: Iterable[str]) -> Subject:
    """Return the subject with the concepts of one answer's claims in place of all claims'."""
    told = told_by(subject, claims)
    if not told:
        return subject
    own = _often([concepts_in(each.words) for each in told])
    return subject._replace(concepts=concepts_in(" ".join(subject.topics)) | own)


def told_by(subject: Subject, claims: Iterable[str]) -> tuple[Told, ...]:
    """Return those of the question's claims that have one of the ids."""
    wanted = frozenset(claims)
    return tuple(each for each in subject.told if each.ident in wanted)


def _told(question: Question, extractions: Mapping[str, Extraction]) -> Iterable[Told]:
    idents = dict.fromkeys(ident for answer in question.answers for ident in answer.claims)
    for ident in idents:
        document, _, name = ident.rpartition("#")
        extraction = extractions.get(document)
        if extraction is not None:
            for claim in extraction.claims:
                if claim.id == name:
                    yield Told(ident, claim, extraction)


def _countries(names: Iterable[str]) -> frozenset[str]:
    known = gazetteer()
    found: set[str] = set()
    for name in names:
        place, body = known.place(name), known.body(name)
        if place is not None and (
            country := place.country or (place.id if place.kind == "country" else None)
        ):
            found.add(country)
        elif body is not None and body.country:
            found.add(body.country)
        else:
            found |= countries_in(name)
    return frozenset(found)


def _topics(question: Question) -> tuple[str, ...]:
    """What narrows the question; a word for what is counted ("soldiers") narrows nothing."""
    about = question.about
    place = about.place or ""
    known = gazetteer().place(place) is not None
    told = [topic.replace("-", " ") for topic in about.topic]
    # A place of common nouns is no place but a topic: "at universities and colleges".
    told += [place] if place and not known and concepts_in(place) else []
    named = _named_words(about.parties)
    return tuple(
        topic for topic in told
        if not _is_counted(topic, about.measure) and not stems_in(topic) <= named
    )  # fmt: skip


def _named_words(parties: Iterable[str]) -> frozenset[str]:
    """Stems of the words in the names of states: "north" and "korean" narrow nothing."""
    known = gazetteer()
    places = [place for name in parties if (place := known.place(name))] or [
        place for name in DEFAULT_STATES if (place := known.place(name))
    ]
    names = (n for p in places for n in (p.name, *p.aliases, *p.demonyms, *p.people))
    return stems_in(" ".join(names))


def _is_counted(topic: str, measure: str) -> bool:
    sort = sort_of(measure)
    units = unit_names("en").word(topic.casefold())
    return bool(units) and (measure in units or (sort == "people" and sort_of(units[0]) == sort))


def _is_local(place: str | None, parties: Iterable[str]) -> bool:
    """Tell whether a place is smaller than a country: a city, a site, a name nobody knows.

    Words that nobody knows ("building sites") narrow nothing where a host country is told.
    """
    if place is None:
        return False
    known = gazetteer().place(place)
    if known is not None:
        return known.kind in ("city", "region", "border", "area")
    return not countries_in(place) and not concepts_in(place) and len(_countries(parties)) < 2


def _often(found: Sequence[frozenset[str]]) -> frozenset[str]:
    counted = Counter(concept for each in found for concept in each)
    return frozenset(c for c, n in counted.items() if 2 * n >= len(found))


def _around(told: Sequence[Told]) -> str:
    documents = {each.extraction.id: each.extraction.text for each in told}
    return "\n".join(documents[name] for name in sorted(documents)).casefold()
