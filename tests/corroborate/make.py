"""Extractions made by hand: words are given as they stand in the text, and their spans are looked up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from firsthand.model.attribution import Attribution, Sign, Speaker, When
from firsthand.model.claim import Basis, Claim, Quantity, Role
from firsthand.model.document import Document, House
from firsthand.model.extraction import Extraction
from firsthand.model.question import Corroboration, Question
from firsthand.model.span import Spans

BY = "hand/1"


@dataclass
class Said:
    """An attribution: who, with which cue; `under` is the number of its parent in the article."""

    who: str
    cue: str = "said"
    kind: str = "government"
    name: str | None = None
    anonymity: str = "named"
    known: str | None = None
    under: int | None = None
    stance: str = "asserts"
    number: tuple[int, int | None] | None = None


@dataclass
class Told:
    """A claim: its words, its number as printed, and the number of the attribution it hangs on."""

    words: str
    n: str | None = None
    unit: str | None = "person-entries"
    value: Any = None
    relation: str = "="
    by: int | None = None
    kind: str = "border-crossing"
    when: tuple[str | None, str | None] | None = None
    base: tuple[str, str] | None = None
    of: str | None = None
    status: str = "done"
    polarity: str = "affirmed"
    mode: str = "news"
    who: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    part: str = "body"


@dataclass
class Seen:
    """A sign of access or credit: its kind, its words, and whom they name."""

    kind: str
    words: str
    of: str | None = None


def article(
    ident: str,
    text: str,
    *told: Said | Told | Seen,
    outlet: str | None = None,
    on: str | None = "2026-02-11",
    publisher: str | None = None,
    title: str | None = None,
    **more: Any,
) -> Extraction:
    """Return an extraction; attributions and claims are numbered from 1 in the order given."""
    document = Document(
        document=ident,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        language=more.pop("language", "en"),
        title=title,
        published=on,
        outlet=house(outlet),
        publisher=house(publisher),
        **more,
    )
    voices = [t for t in told if isinstance(t, Said)]
    attributions = tuple(_attribution(n, v, text) for n, v in enumerate(voices, 1))
    return Extraction(
        document=document,
        attributions=attributions,
        claims=tuple(
            _claim(n, t, text, voices, outlet=outlet or "")
            for n, t in enumerate((t for t in told if isinstance(t, Told)), 1)
        ),
        signs=tuple(
            Sign(kind=s.kind, span=span(text, s.words), of=s.of, by=BY)  # type: ignore[arg-type]
            for s in told
            if isinstance(s, Seen)
        ),
    )


def house(name: str | None) -> House | None:
    return House(id=name.lower().replace(" ", "-"), name=name) if name else None


def span(text: str, words: str) -> Spans:
    start = text.index(words)
    return ((start, start + len(words)),)


def _attribution(number: int, said: Said, text: str) -> Attribution:
    return Attribution(
        id=f"a{number}",
        parent=f"a{said.under}" if said.under else None,
        source=span(text, said.who) if said.who else (),
        cue=span(text, said.cue) if said.cue else (),
        content=((0, len(text)),),
        speaker=Speaker(
            name=said.name or said.who or None,
            kind=said.kind,  # type: ignore[arg-type]
            anonymity=said.anonymity,  # type: ignore[arg-type]
            known=said.known,
            number=said.number,
        ),
        stance=said.stance,  # type: ignore[arg-type]
        by=BY,
    )


def _claim(number: int, told: Told, text: str, voices: list[Said], *, outlet: str) -> Claim:
    via: list[str] = []
    at = told.by
    while at:
        via.insert(0, f"a{at}")
        at = voices[at - 1].under
    quantities = []
    if told.n is not None:
        value = told.value if told.value is not None else int(told.n.replace(",", ""))
        start = span(text, told.words)[0][0]
        place = text.index(told.n, start)
        quantities.append(
            Quantity(
                span=((place, place + len(told.n)),),
                value=value,
                unit=told.unit,
                relation=told.relation,  # type: ignore[arg-type]
                of=told.of,
                basis=Basis(text="", start=told.base[0], end=told.base[1]) if told.base else None,
            )
        )
    return Claim(
        id=f"c{number}",
        attribution=via[-1] if via else None,
        via=tuple(via),
        span=span(text, told.words),
        kind=told.kind,
        mode=told.mode,  # type: ignore[arg-type]
        status=told.status,  # type: ignore[arg-type]
        polarity=told.polarity,  # type: ignore[arg-type]
        roles=tuple(
            Role(role=r, text=w, span=span(text, w))  # type: ignore[arg-type]
            for r, w in told.roles
        ),
        who=told.who,
        chain=(outlet, *(v.name or v.who for v in (voices[int(a[1:]) - 1] for a in via))),
        when=When(text="", start=told.when[0], end=told.when[1]) if told.when else None,
        quantities=tuple(quantities),
        part=told.part,
        by=BY,
    )


YEAR = ("2025-01-01", "2025-12-31")
BEFORE = ("2024-01-01", "2024-12-31")


def entries(n: str = "18,642", *, by: int | None = None, when: Any = YEAR, **more: Any) -> Told:
    """Return the claim that goes with `sentence`."""
    return Told(f"North Koreans entered Russia {n} times in 2025", n, by=by, when=when, **more)


def sentence(n: str = "18,642", tail: str = ".") -> str:
    """Return a sentence whose claim is `entries`."""
    return f"North Koreans entered Russia {n} times in 2025{tail}"


def only(found: Corroboration) -> Question:
    """Return the only question of a case."""
    assert len(found.questions) == 1, [q.ask for q in found.questions]
    return found.questions[0]
