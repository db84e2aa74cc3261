"""Small documents with claims and voices for the tests of `provisions`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from firsthand.model.attribution import Attribution, Entity, Speaker, When
from firsthand.model.claim import Claim
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Assessment
from firsthand.provisions.engine import assess_document
from firsthand.read.sentences import sentences


def place(text: str, words: str) -> tuple[tuple[int, int], ...]:
    at = text.index(words)
    return ((at, at + len(words)),)


def voice(text: str, source: str, cue: str, ident: str = "a1", **fields: Any) -> Attribution:
    base: dict[str, Any] = {
        "parent": None,
        "content": ((0, len(text)),),
        "stance": "reports",
        "by": "test/1",
    }
    speaker = Speaker(name=source, anonymity="named")
    return Attribution(
        id=ident,
        source=place(text, source),
        cue=place(text, cue),
        speaker=speaker,
        **{**base, **fields},
    )


def vessel(text: str, name: str, ident: str = "e1") -> Entity:
    mentions = []
    at = text.find(name)
    while at >= 0:
        mentions.append(((at, at + len(name)),))
        at = text.find(name, at + 1)
    return Entity(id=ident, name=name, kind="vessel", mentions=tuple(mentions))


def document(
    text: str,
    *,
    kinds: str | Sequence[str] = "other",
    published: str = "2024-06-30",
    when: tuple[str | None, str | None] | None = None,
    voices: Sequence[Attribution] = (),
    entities: Sequence[Entity] = (),
    language: str = "en",
    **fields: Any,
) -> Extraction:
    """A document with one claim a sentence; `fields` go to every claim, `kinds` may be one a sentence."""
    spans = sentences(text, language)
    each = [kinds] * len(spans) if isinstance(kinds, str) else kinds
    period = When(text="then", start=when[0], end=when[1]) if when else None
    inner = voices[-1].id if voices else None
    claims = tuple(
        Claim(
            **{
                "id": f"c{n}",
                "attribution": inner,
                "via": tuple(v.id for v in voices),
                "span": (span,),
                "kind": kind,
                "when": period,
                "by": "test/1",
                **fields,
            }
        )
        for n, (span, kind) in enumerate(zip(spans, each, strict=True), 1)
    )
    return Extraction(
        document=Document(
            document="d",
            text=text,
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            language=language,
            published=published,
        ),
        claims=claims,
        attributions=tuple(voices),
        entities=tuple(entities),
    )


def found(text: str, **fields: Any) -> dict[str, str]:
    """Provision -> standing of the findings."""
    return {f.provision: f.standing for f in assess(text, **fields).findings}


def touched(text: str, **fields: Any) -> dict[str, str]:
    """Provision -> limit of the touches."""
    return {t.provision: t.limit for t in assess(text, **fields).touches}


def assess(text: str, **fields: Any) -> Assessment:
    return assess_document(document(text, **fields))
