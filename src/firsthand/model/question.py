"""What several claims answer, how many independent origins stand behind it, and how it travelled."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.model.base import Record
from firsthand.model.claim import Bounds, Number, Relation
from firsthand.model.document import House, Reading
from firsthand.model.span import Spans

Conflict = Literal["none", "within-rounding", "differs", "cannot-tell"]
EdgeKind = Literal[
    "own-access", "cites", "syndicates", "rewrites-without-credit", "corrects", "same-text"
]
How = Literal["opened", "credit", "wording", "named"]


class OriginCount(Record, kw_only=True, frozen=True):
    """How many independent origins: never a bare number.

    `value` None: cannot tell; `high` None: no upper number can be given.
    `effective` is the sum over sources of the probability that each is independent of those already
    counted (Dong, Berti-Équille and Srivastava 2009).
    """

    value: int | None
    low: int
    high: int | None
    effective: float
    why: tuple[str, ...] = ()


class Origin(Record, kw_only=True, frozen=True):
    """The end of a chain that counts, across the documents of a case."""

    id: str
    name: str
    kind: SpeakerKind = "unknown"
    anonymity: Anonymity = "named"
    known: str | None = None
    held: str | None = None
    """Name of the table or id of the document that is held; None: named in texts only."""
    published: str | None = None


class Article(Record, kw_only=True, frozen=True):
    """A document as corroboration counts it: versions of one address are one article."""

    document: str
    title: str | None = None
    outlet: House | None = None
    publisher: House | None = None
    house: str | None = None
    """Id of the house that answers for it; titles of one house share it, None: not told."""
    published: str | None = None
    url: str | None = None
    reading: Reading = "full"
    versions: tuple[str, ...] = ()
    """Ids of other captures of the same article."""
    group: str | None = None
    """Id of the echo group: articles that rest on one report."""


class Edge(Record, kw_only=True, frozen=True, rename={"source": "from", "target": "to"}):
    """Who had it from whom. `source` is the later article, `target` a document or an origin."""

    source: str
    target: str
    kind: EdgeKind
    span: Spans = ()
    """Words in `source` that give the credit or the access; empty where only wording tells."""
    probability: float = 1.0
    why: str | None = None


class Step(Record, kw_only=True, frozen=True, rename={"came_from": "from"}):
    """One value of one article on the way from its origin to the readers (the path)."""

    document: str
    value: Number | Bounds | str | bool
    spelled: str
    came_from: str | None = None
    """Document or origin id; None: cannot tell."""
    how: How = "named"
    on: str | None = None
    changed: bool = False
    withdrawn: str | None = None
    """Day on which the outlet took it back."""
    words: str | None = None
    """Cue words as in the text, for the label."""
    span: Spans = ()
    origin: str | None = None
    """The origin at whose slab this row stands."""
    note: str | None = None
    """What changed: "two digits changed places"."""


class Answer(Record, kw_only=True, frozen=True):
    """One value given to a question, with the articles that give it."""

    value: Number | Bounds | str | bool
    unit: str | None = None
    relation: Relation = "="
    spelled: str
    documents: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    """DOCUMENT#CLAIM."""
    origin_ids: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    retracted_by: str | None = None
    note: str | None = None


class About(Record, kw_only=True, frozen=True, rename={"start": "from", "end": "to"}):
    """The key of a question in parts: what is asked of whom, where and when."""

    measure: str
    """Unit of the answers, or `event`."""
    parties: tuple[str, ...] = ()
    """Known ids where there are any, else folded names."""
    place: str | None = None
    topic: tuple[str, ...] = ()
    """What narrows it: "education", "tuvalsk", "9234567"."""
    start: str | None = None
    end: str | None = None
    base_start: str | None = None
    """For fold and change: the period that is compared with."""
    base_end: str | None = None


class Question(Record, kw_only=True, frozen=True):
    """What several claims answer. The id is over the key, so that it survives a rebuild."""

    id: str
    ask: str
    says: str
    """The leading answer as one sentence, for lists: "North Koreans entered Russia 18,642 times in 2025"."""
    kind: str
    about: About
    articles: int
    outlets: int
    publishers: int
    origins: OriginCount
    answers: tuple[Answer, ...] = ()
    conflict: Conflict = "none"
    edges: tuple[Edge, ...] = ()
    path: tuple[Step, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why it leads; empty where it stands in the annex."""


class Corroboration(Record, kw_only=True, frozen=True):
    """All questions of a case and the four counts over it."""

    articles: int
    outlets: int
    publishers: int
    cannot_tell: dict[str, int] = field(default_factory=dict)
    set_aside: dict[str, int] = field(default_factory=dict)
    origins: OriginCount
    questions: tuple[Question, ...] = ()
    article_list: tuple[Article, ...] = ()
    origin_list: tuple[Origin, ...] = ()
    edges: tuple[Edge, ...] = ()
    by: str = "corroborate/1"
