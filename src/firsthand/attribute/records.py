"""Writes linked candidates as records of the contract, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from firsthand.attribute.candidate import Candidate
from firsthand.attribute.link import Linked
from firsthand.attribute.saying_time import time_beside, when_said
from firsthand.attribute.speakers import Person
from firsthand.attribute.stance import denied_by, hedge_of, stance_of
from firsthand.model.attribution import Attribution, Entity, EntityKind, Speaker, SpeakerKind
from firsthand.model.document import Document

Why = dict[str, tuple[str, ...]]
_ENTITY_KINDS: dict[SpeakerKind, EntityKind] = {
    "person": "person", "office-holder": "person", "government": "government",
    "document": "document", "crowd": "other", "unknown": "other",
}  # fmt: skip
NOBODY = Speaker(name=None, kind="unknown", anonymity="none")


def entities_of(people: Sequence[Person]) -> tuple[Entity, ...]:
    """Return the entity records of speakers that have a name."""
    return tuple(
        Entity(
            id=f"e{n}", name=person.name or "", kind=_ENTITY_KINDS.get(person.kind, "organisation"),
            mentions=tuple(person.mentions), known=person.known,
        )
        for n, person in enumerate(people, 1)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """Attributions in text order, the title's first.

    `voices`: those that can stand in a chain, with the spans that placed them there. `told`: all, each
    with the spans that show it best. `why`, by id: the rule, what it passed over, what else could have
    been the parent.
    """

    voices: tuple[Attribution, ...]
    told: tuple[Attribution, ...]
    why: Why


def write_records(document: Document, linked: Sequence[Linked], language: str) -> Written:
    """Return the records of linked candidates."""
    ordered = sorted(linked, key=lambda x: (not x.candidate.in_title, x.candidate.start))
    ids = {id(x): f"a{n}" for n, x in enumerate(ordered, 1)}
    first_of: dict[int, str] = {}
    for each in ordered:
        first_of.setdefault(id(each.candidate), ids[id(each)])
    candidates = [x.candidate for x in ordered if not x.candidate.in_title]
    records = tuple(
        _record(each, ids, denied=_denied(each, candidates, first_of, document), text=document)
        for each in ordered
    )
    timed = tuple(
        _timed(record, each, document, language)
        for record, each in zip(records, ordered, strict=True)
    )
    why = {ids[id(each)]: (each.candidate.rule, *each.why) for each in ordered}
    pairs = list(zip(timed, ordered, strict=True))
    voices = tuple(record for record, each in pairs if not each.candidate.silent)
    return Written(voices, tuple(_shown(record, each.candidate) for record, each in pairs), why)


def _shown(record: Attribution, candidate: Candidate) -> Attribution:
    shown = candidate.shown
    if shown is None:
        return record
    return replace(record, source=shown.source, cue=shown.cue, content=shown.content)


def _record(
    each: Linked, ids: dict[int, str], *, denied: str | UnsetType | None, text: Document
) -> Attribution:
    candidate = each.candidate
    speaker = candidate.speaker or NOBODY
    hedge = hedge_of(candidate)
    return Attribution(
        id=ids[id(each)],
        parent=ids[id(each.parent)] if each.parent is not None else None,
        source=candidate.source,
        cue=candidate.cue,
        content=each.content,
        speaker=speaker,
        stance=stance_of(candidate, speaker.kind),
        confidence=candidate.confidence,
        by=candidate.by,
        denies=denied,
        hedge=hedge or UNSET,
        in_="title" if candidate.in_title else UNSET,
    )


def _denied(
    each: Linked, all_: list[Candidate], first_of: dict[int, str], document: Document
) -> str | UnsetType | None:
    """Return the id of what a denial denies; None for own words, unset for the rest."""
    candidate = each.candidate
    if candidate.known.stance != "denies" or candidate.way == "citing":
        return UNSET
    if candidate.in_title:
        return None
    found = denied_by(candidate, all_, document.text)
    return first_of.get(id(found)) if found is not None else None


def _timed(record: Attribution, each: Linked, document: Document, language: str) -> Attribution:
    text = document.title or "" if each.candidate.in_title else document.text
    when = when_said(
        time_beside(each.candidate, text, language), text, document.published_on, language
    )
    if when is None:
        return record
    return Attribution(
        **{**{n: getattr(record, n) for n in record.__struct_fields__}, "when": when}
    )
