"""Who says what: entities, attributions, and the signs of access that a text carries."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType, field

from firsthand.model.base import Record
from firsthand.model.span import Spans

EntityKind = Literal[
    "person", "organisation", "government", "place", "vessel", "aircraft", "document", "goods",
    "event", "other",
]  # fmt: skip
SpeakerKind = Literal[
    "person", "office-holder", "government", "intelligence-service", "statistics-office",
    "military", "international-body", "company", "news-agency", "news-outlet", "research-body",
    "document", "crowd", "unknown",
]  # fmt: skip
Anonymity = Literal["named", "described", "none"]
Stance = Literal[
    "asserts", "reports", "alleges", "confirms", "denies", "doubts", "expects", "asks",
    "threatens", "promises",
]  # fmt: skip
SignKind = Literal[
    "opened",  # "we downloaded", "has examined": the outlet had access of its own
    "seen",  # "a report seen by the Ledger"
    "told",  # "told the Ledger", "told reporters"
    "dateline",  # "SEOUL (Yonsan) —": place and reporter of its own, or of the agency it names
    "signed",  # an agency's name at head or foot: syndicated text
    "sister",  # "our sister paper the Harbour Gazette": one house
    "withdraws",  # "we withdraw the report", "corrects an earlier version"
    "raw-material",  # "vessel tracks by X", "positions under licence from X"
    "credits",  # "reports say", "official figures show": a credit without a chain of its own
]


class When(Record, kw_only=True, frozen=True, rename={"start": "from", "end": "to"}):
    """An interval with the precision that is said; whole days, both ends inclusive.

    `start` None: no beginning told; `end` None: no end told; both None: the words could not be placed.
    """

    text: str
    span: Spans | None = None
    start: str | None = None
    end: str | None = None


class Entity(Record, kw_only=True, frozen=True):
    """A thing that the text names, with all its mentions."""

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Spans, ...] = ()
    known: str | None = None
    """Id in the gazetteer."""
    identifiers: dict[str, str] = field(default_factory=dict)
    """Strong identifiers as printed: {"imo": "9234567"}."""
    candidates: tuple[str, ...] = ()
    """Ids of the gazetteer between which the text leaves it open."""


class Speaker(Record, kw_only=True, frozen=True):
    """Who a source span is."""

    name: str | None
    """Representative mention in the document, without title or apposition; None: nobody is named."""
    entity: str | None = None
    kind: SpeakerKind = "unknown"
    anonymity: Anonymity = "named"
    known: str | None = None
    """Id in the gazetteer."""
    number: tuple[int, int | None] | None = None
    """How many people a described source is: low and high, None for no number told."""
    access: str | None = None
    """What is said of their access: "familiar with the matter"."""


class Attribution(Record, kw_only=True, frozen=True):
    """A source, a cue and the content that it answers for.

    Args:
        parent: The attribution on whose word this one comes; None: the article itself speaks.
        when: The date on which it was said.
        denies: Id of the attribution whose content this one denies.
        hedge: Strength of hedging of the cue, from 0 (plain) to 1 (rumour).
    """

    id: str
    parent: str | None
    source: Spans
    cue: Spans
    content: Spans
    speaker: Speaker
    stance: Stance
    when: When | None = None
    confidence: float = 1.0
    """Probability that cue, source and content are right together; calibrated where `by` is a model."""
    by: str
    denies: str | UnsetType | None = UNSET
    hedge: float | UnsetType = UNSET
    in_: Literal["title"] | UnsetType = field(default=UNSET, name="in")
    """`title` where the offsets count in the title instead of the text."""


class Sign(Record, kw_only=True, frozen=True):
    """Words that tell how an outlet came to what it prints; read by `corroborate`."""

    kind: SignKind
    span: Spans
    of: str | None = None
    """The house, person or material that the words name, as in the text."""
    by: str
