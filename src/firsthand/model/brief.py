"""The brief: sentences with evidence, and one question with everything that is joined to it."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, UnsetType, field

from firsthand.model.base import SCHEMA, Record, to_builtins
from firsthand.model.check import Check, Credibility
from firsthand.model.document import Document
from firsthand.model.extraction import Extraction
from firsthand.model.notice import Notice
from firsthand.model.provision import Finding, Touch
from firsthand.model.question import Corroboration, Question
from firsthand.model.span import Spans
from firsthand.model.table import Table


class Evidence(Record, kw_only=True, frozen=True, omit_defaults=True):
    """What a sentence rests on; exactly one kind of place is set.

    {document, span} | {table, cell} | {provision} | {check} | {judgement} | {absence, in}.
    `check` is QUESTION/CHECK.
    """

    document: str | UnsetType = UNSET
    span: Spans | UnsetType = UNSET
    table: str | UnsetType = UNSET
    cell: str | UnsetType = UNSET
    provision: str | UnsetType = UNSET
    check: str | UnsetType = UNSET
    judgement: str | UnsetType = UNSET
    absence: str | UnsetType = UNSET
    in_: tuple[str, ...] | str | UnsetType = field(default=UNSET, name="in")
    """For an absence the documents that were searched; for a span `title` where it counts there."""


class Counted(Record, kw_only=True, frozen=True):
    """A number that a sentence prints and the gate counts again."""

    what: str
    """articles | outlets | publishers | origins | answers …, with the question's id behind a colon."""
    value: int


class Sentence(Record, kw_only=True, frozen=True):
    """A sentence of ours. `lead` is its bold beginning and is part of `sentence`."""

    sentence: str
    evidence: tuple[Evidence, ...]
    lead: str | None = None
    counts: tuple[Counted, ...] = ()
    question: str | None = None


class Dossier(Record, kw_only=True, frozen=True):
    """A question with its checks, grade, findings and touches: joined here and nowhere earlier."""

    question: Question
    checks: tuple[Check, ...] = ()
    credibility: Credibility | None = None
    findings: tuple[Finding, ...] = ()
    touches: tuple[Touch, ...] = ()

    def line(self) -> dict[str, Any]:
        """Return the question object of the contract."""
        own = to_builtins(self)
        question = own.pop("question")
        edges = question.pop("edges")
        nodes = list(dict.fromkeys(end for e in edges for end in (e["to"], e["from"])))
        return {**question, **own, "chain_graph": {"nodes": nodes, "edges": edges}}


class Brief(Record, kw_only=True, frozen=True):
    """All that a brief is made of; `line` is what `--format json` prints."""

    title: str
    headline: str
    sentences: tuple[Sentence, ...]
    dossiers: tuple[Dossier, ...]
    """Every question, the leading ones first."""
    leading: int
    """How many of them lead."""
    top: int = 12
    """How many may lead at most."""
    missing: tuple[Sentence, ...] = ()
    corroboration: Corroboration
    extractions: tuple[Extraction, ...] = ()
    aside: tuple[Document, ...] = ()
    """Documents that were read and are not full."""
    tables: tuple[Table, ...] = ()
    notices: tuple[Notice, ...] = ()
    as_of: str | None = None
    about: str | None = None
    sample: bool = False
    made: str
    """Instant at which the brief was made, ISO 8601 with Z."""
    engines: tuple[str, ...] = ()
    """`by` of every engine that had a part."""

    def line(self) -> dict[str, Any]:
        """Return the case object of the contract."""
        c = to_builtins(self.corroboration)
        keep = ("articles", "outlets", "publishers", "cannot_tell", "set_aside", "origins")
        return {
            "schema": SCHEMA,
            "title": self.title,
            "headline": self.headline,
            "sample": self.sample,
            **{name: c[name] for name in keep},
            "questions": [d.line() for d in self.dossiers],
            "brief": [to_builtins(s) for s in (*self.sentences, *self.missing)],
            "documents": [
                {k: v for k, v in to_builtins(e.document).items() if k != "text"}
                for e in self.extractions
            ],
            "origin_list": c["origin_list"],
            "notices": [to_builtins(n) for n in self.notices],
            "as_of": self.as_of,
            "made": self.made,
            "engines": list(self.engines),
        }
