"""What is claimed: quantities, roles, and the claim itself."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType, field

from firsthand.model.attribution import Stance, When
from firsthand.model.base import Record
from firsthand.model.span import Spans

Mode = Literal["news", "background", "law", "forecast", "comment"]
Status = Literal["done", "ongoing", "expected", "conditional", "denied"]
Polarity = Literal["affirmed", "negated"]
Relation = Literal["=", "~", ">=", "<=", ">", "<", "range", "fold", "change", "share"]
RoleName = Literal[
    "agent", "object", "recipient", "place", "origin-place", "destination", "exporter",
    "importer", "host", "sender", "means", "purpose", "cause",
]  # fmt: skip
Number = float | int
Bounds = tuple[Number | None, Number | None]


class Basis(Record, kw_only=True, frozen=True, rename={"start": "from", "end": "to"}):
    """What a fold or a change compares with."""

    text: str
    start: str | None = None
    end: str | None = None


class Implied(Record, kw_only=True, frozen=True):
    """A value that follows by arithmetic and is not said: a number, or low and high."""

    what: Literal["basis", "rest", "whole", "part", "change", "fold", "share", "total"]
    value: Number | UnsetType = UNSET
    low: Number | UnsetType = UNSET
    high: Number | UnsetType = UNSET


class Quantity(Record, kw_only=True, frozen=True):
    """A number with what it counts.

    Args:
        value: A number, or (low, high) with None for an open end.
        unit: Canonical name of `vocabulary/data/units.yaml`, or the English plural of a counted noun.
        of: For a part of a whole: id of a claim, or the words.
        bound: The sign on top of fold, change and share.
        rounding: Half of the last digit said, in the unit: 15,000 said as "about 15,000" is 500.
    """

    span: Spans
    value: Number | Bounds
    unit: str | None = None
    relation: Relation = "="
    of: str | None = None
    basis: Basis | None = None
    bound: Literal["~", ">=", "<=", ">", "<"] | UnsetType = UNSET
    when: When | UnsetType = UNSET
    implied: tuple[Implied, ...] | UnsetType = UNSET
    rounding: Number | UnsetType = UNSET


class Role(Record, kw_only=True, frozen=True):
    """A part that somebody or something plays in a claim."""

    role: RoleName
    text: str
    span: Spans
    entity: str | None = None
    known: str | None = None
    """Id in the gazetteer ("kp", "ru", "nis-kr"), also for people of a country."""


class Claim(Record, kw_only=True, frozen=True):
    """The smallest clause that can hold or not, on somebody's word.

    Args:
        attribution: The innermost attribution; None: the article's own voice.
        via: Ids of attributions from the outermost to the innermost.
        chain: The outlet, then the speakers of `via` that have a name.
        strength: The weakest stance on the path.
        part: The part of the document in which it stands.
    """

    id: str
    attribution: str | None
    via: tuple[str, ...] = ()
    span: Spans
    kind: str
    mode: Mode = "news"
    status: Status = "done"
    polarity: Polarity = "affirmed"
    strength: Stance = "asserts"
    roles: tuple[Role, ...] = ()
    who: str | None = None
    did: str | None = None
    where: str | None = None
    when: When | None = None
    quantities: tuple[Quantity, ...] = ()
    chain: tuple[str, ...] = ()
    by: str
    part: str = "body"
    why: tuple[str, ...] = ()
    """Rules and lexicon entries that gave kind, mode and status, for `firsthand explain`."""
    part_of: str | UnsetType = UNSET
    in_: Literal["title"] | UnsetType = field(default=UNSET, name="in")


class Found(Record, kw_only=True, frozen=True):
    """A number found in a text, as `firsthand numbers` prints it."""

    span: tuple[int, int]
    kind: Literal["number", "ordinal", "percent", "range"]
    value: Number | Bounds
    unit: str | None = None
    what: str | None = None
    relation: Relation = "="
    of: str | None = None
    basis: Basis | None = None
