"""The shapes of the law in data: provisions, the conducts that fall under them, roles and regimes.

A lawyer reviews the YAML of `provisions/data/`; docs/provisions.md tells what each field means.
"""

from __future__ import annotations

from typing import Literal

from msgspec import field

from firsthand.model.base import Record
from firsthand.model.provision import Standing

Who = Literal["DPRK", "other State", "any State"]
How = Literal["people", "from", "to", "either", "party", "agent", "place"]
Where = Literal["claim", "sentence", "passage", "document"]
Checked = Literal["yes", "no", "partly", "n/a"]


class Entry(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record of a data file: a field that nobody knows is refused."""


class Above(Entry, frozen=True, kw_only=True):
    """A quantity that shows an element: more than `above` of `unit` (a unit of units.yaml)."""

    unit: str
    above: float | int


class Element(Entry, frozen=True, kw_only=True):
    """One thing that must be told before a conduct is met, and how a text shows it.

    Args:
        role: Shown by who plays this role of the conduct.
        terms: Word lists any term of which shows it.
        weak: Word lists that only let it be inferred: the standing is then `possible`.
        weak_role: Role that only lets it be inferred.
        kinds: Kinds of claim that show it without a word of the lists.
        quantity: A number that shows it.
        required: False: told or not, the conduct is met; it is listed as missing where not told.
        where: How far from the claim's own words it may stand.
        action: The deed itself; in a plan the words of planning stand for it.
    """

    name: str
    role: str | None = None
    terms: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    weak_role: str | None = None
    kinds: tuple[str, ...] = ()
    quantity: Above | None = None
    required: bool = True
    where: Where = "claim"
    action: bool = False


class Conduct(Entry, frozen=True, kw_only=True):
    """What somebody does that a paragraph speaks of.

    Args:
        kinds: Kinds of claim in which it is told; in a claim of another kind its own words have to
            show every element that words can show.
        roles: Role -> who has to play it.
        unless: Word lists that take the claim out (going home, exemptions, goods of another kind).
        standing: `possible` where it is arguable that the conduct falls under the paragraph.
        note: Why it is arguable.
        after_deadline: It is a breach only after the provision's deadline.
        even_negated: What the text negates is the conduct itself ("sent no signal").
        limit: For a touch: what the words do not show.
    """

    conduct: str
    kinds: tuple[str, ...]
    roles: dict[str, Who] = field(default_factory=dict)
    elements: tuple[Element, ...]
    unless: tuple[str, ...] = ()
    standing: Literal["possible"] | None = None
    note: str | None = None
    after_deadline: bool = False
    even_negated: bool = False
    limit: str | None = None


class Verified(Entry, frozen=True, kw_only=True):
    """Whether substance and number were read in a source."""

    substance: Checked
    paragraph_number: Checked


class Alternative(Entry, frozen=True, kw_only=True):
    """The same limit in another unit."""

    value: float | int
    unit: str


class Threshold(Entry, frozen=True, kw_only=True):
    """A number in the paragraph."""

    what: str
    value: float | int | str | tuple[str, ...]
    unit: str | None = None
    period: str | None = None
    alt: Alternative | None = None
    date: str | None = None
    valid_to: str | None = None


class Provision(Entry, frozen=True, kw_only=True):
    """One operative paragraph, in our own words. Dates are ISO; `ends` None: no end is known."""

    id: str
    tier: Literal["core", "extended"]
    regime: str
    resolution: str
    paragraph: str
    adopted: str
    in_force_from: str
    ends: str | None
    binding: str
    subject: tuple[str, ...]
    obligation: str
    bound: str
    source: str
    confidence: str
    verified: Verified
    exemption_authority: str | None = None
    deadline: str | None = None
    amends: tuple[str, ...] = ()
    strengthened_by: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()
    actor_roles: dict[str, str] = field(default_factory=dict)
    thresholds: tuple[Threshold, ...] = ()
    exemptions: tuple[str, ...] = ()
    quote: str | None = None
    touched_by: tuple[str, ...] = ()
    not_enough_alone: tuple[str, ...] = ()
    note: str | None = None
    match: tuple[Conduct, ...] = ()
    touch: tuple[Conduct, ...] = ()

    @property
    def number_verified(self) -> bool:
        """False where the paragraph's number has not been checked against the text."""
        return self.verified.paragraph_number in ("yes", "n/a")

    @property
    def instrument(self) -> str | None:
        """The number of the resolution ("2397"); None where it is no resolution."""
        head = self.resolution.split(" ", 1)[0]
        return head if head.isdigit() else None


class Role(Entry, frozen=True, kw_only=True):
    """A part that a party plays, and how a text shows it (roles.yaml)."""

    how: How
    what: str
    nouns: tuple[str, ...] = ()


class Regime(Entry, frozen=True, kw_only=True):
    """Whose conduct a body of law is about (parties.yaml).

    Args:
        target: Id of the state in the gazetteer.
        names: Names of that party which the gazetteer does not carry.
        short: Names that count where the text names the state or one of `beside` ("the North").
        beside: Ids of states with whom it is told apart by such names.
        found_by: Bodies whose finding is one with a mandate.
    """

    target: str
    shown_as: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    found_by: tuple[str, ...] = ()


STANDINGS: tuple[Standing, ...] = ("possible", "alleged", "breach-stated", "found")
"""Weakest first."""
