"""What each claim gives to a question: a value of something, or a yes or no.

Readings come from affirmed, denied and expected claims of an article's own text and its title. Law,
background, comment and stances give none, nor do conditions, lists of headlines and boilerplate.
A share beside the count of the same part is arithmetic about it and no reading of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from msgspec import UNSET

from firsthand.corroborate.articles import Held
from firsthand.corroborate.lexicon import factor, family, question_words
from firsthand.corroborate.names import NameFinder, Names
from firsthand.corroborate.voices import voice_words
from firsthand.corroborate.words import folded, meaningful
from firsthand.model.claim import Bounds, Claim, Number, Quantity, Relation
from firsthand.model.extraction import Extraction
from firsthand.model.span import Spans, hull, words_of
from firsthand.vocabulary.gazetteer import gazetteer

SMALL = 3
"""Numbers up to this, in letters, are mostly asides ("two institutes say")."""
Shape = Literal["count", "fold", "change", "share", "event"]
Period = tuple[str | None, str | None]
_SHAPES: dict[str, Shape] = {"fold": "fold", "change": "change", "share": "share"}
_MODES = frozenset({"news", "forecast"})
_PARTS = frozenset({"title", "body", "caption", "table", "quote-box"})
_FROM = frozenset({"sender", "exporter", "origin-place"})
_TO = frozenset({"recipient", "importer", "destination", "host"})
_NO_UNIT = frozenset({"numbers", "figures", "counts", "totals", "values"})
_NARROW = frozenset({"purpose", "means"})


@dataclass(frozen=True, slots=True)
class Slots:
    """What a reading is about; empty where it is not told.

    Args:
        names: Places, parties and things named in the claim.
        context: Names told before it in the same article, where the claim itself names nobody.
        words: Folded words with meaning of the claim, figures and names left out.
        narrow: Words that make it a part of a whole: its purpose, or what it is a part of.
        period: First and last day.
        base: The period that a fold or a change compares with.
        source, goal: Names from which and to which something went.
    """

    names: Names
    context: Names
    words: frozenset[str]
    narrow: frozenset[str]
    period: Period | None
    base: Period | None
    source: frozenset[str]
    goal: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that one claim gives.

    Args:
        at: Number of the article in the shelf.
        document: The version that it stands in.
        order: Place of the claim in its document, for readers that look back.
        value: As told; for events true, or false for who denies it.
        size: The value in the unit of its family, for comparison; None for a range without an end.
        part: It counts a part of a whole.
    """

    at: int
    document: str
    order: int
    claim: Claim
    quantity: Quantity | None
    shape: Shape
    unit: str | None
    value: Number | Bounds | bool
    size: float | None
    relation: Relation
    spelled: str
    span: Spans
    slots: Slots
    part: bool = False
    weak: bool = False
    """Too little is told to open a question with: no unit, or nobody and nothing named."""
    revised: bool = False
    """The words beside it tell of a value before and one after a revision."""
    corrects: bool = False
    """The article takes something back."""
    echoed: bool = False
    """It stands in copied text; the claim is that of the source, laid over the copy."""

    @property
    def title(self) -> bool:
        """Whether it stands in the title."""
        return self.claim.part == "title" or self.claim.in_ == "title"

    @property
    def ident(self) -> str:
        """DOCUMENT#CLAIM."""
        return f"{self.document}#{self.claim.id}"


def readings_of(at: int, held: Held) -> list[Reading]:
    """Return the readings of an article, those of its older versions first."""
    found: list[Reading] = []
    for version in (*held.older, held.extraction):
        found.extend(_Reader(at, version).read())
    return found


class _Reader:
    def __init__(self, at: int, extraction: Extraction) -> None:
        self.at = at
        self.extraction = extraction
        self._body = NameFinder(extraction)
        self._title: NameFinder | None = None
        self._claims = {c.id: c for c in extraction.claims}
        self._before = self._title_names()
        self._corrects = any(s.kind == "withdraws" for s in extraction.signs)

    def read(self) -> Iterable[Reading]:
        for order, claim in enumerate(self.extraction.claims):
            if not _asks(claim):
                continue
            counted = list(self._counted(claim, order))
            yield from counted
            if not counted and claim.kind not in question_words().only_counted:
                yield self._event(claim, order)

    def _counted(self, claim: Claim, order: int) -> Iterable[Reading]:
        if claim.status == "denied":
            return
        told = [q for q in claim.quantities if not self._is_aside(q, claim)]
        change = _between(told)
        if change:
            yield self._reading(claim, order, change, told)
            return
        text, skip = self._finder(claim).text, False
        for quantity, following in zip_longest(told, told[1:]):
            if skip:
                skip = False
            elif following is not None and _goes_on(quantity, following, text):
                skip = True
                yield self._reading(
                    claim, order, _together(quantity, following), [quantity, following]
                )
            else:
                yield self._reading(claim, order, quantity, [quantity])

    def _is_aside(self, quantity: Quantity, claim: Claim) -> bool:
        """Tell whether a quantity answers nothing: a detail, or a small count of the reporting."""
        if _is_detail(quantity, claim):
            return True
        spelled = words_of(self._finder(claim).text, quantity.span)
        small = isinstance(quantity.value, int | float) and abs(quantity.value) <= SMALL
        few = spelled.isalpha() and small and quantity.relation not in _SHAPES
        return few and (quantity.unit is None or quantity.unit in question_words().reporting)

    def _reading(
        self, claim: Claim, order: int, quantity: Quantity, printed: Sequence[Quantity]
    ) -> Reading:
        shape = _SHAPES.get(quantity.relation, "count")
        spans = (hull(s for q in printed for s in q.span),)
        slots = self._slots(claim, quantity)
        return Reading(
            at=self.at,
            document=self.extraction.id,
            order=order,
            claim=claim,
            quantity=quantity,
            shape=shape,
            unit=_counted_unit(quantity),
            value=quantity.value,
            size=_size(quantity),
            relation=quantity.relation,
            spelled=words_of(self._finder(claim).text, spans),
            span=spans,
            slots=slots,
            part=shape == "count" and self._is_part(claim, quantity, order),
            weak=_counted_unit(quantity) is None or not _any(slots.names, slots.context),
            corrects=self._corrects,
            revised=len(claim.quantities) > 1 and _tells_revision(self._finder(claim), claim),
        )

    def _event(self, claim: Claim, order: int) -> Reading:
        denied = (claim.status == "denied") != (claim.polarity == "negated")
        return Reading(
            at=self.at,
            document=self.extraction.id,
            order=order,
            claim=claim,
            quantity=None,
            shape="event",
            unit=None,
            value=not denied,
            size=None,
            relation="=",
            spelled=words_of(self._finder(claim).text, claim.span),
            span=claim.span,
            slots=self._slots(claim, None),
        )

    def _finder(self, claim: Claim) -> NameFinder:
        if claim.in_ != "title":
            return self._body
        if self._title is None:
            self._title = NameFinder(self.extraction, title=True)
        return self._title

    def _slots(self, claim: Claim, quantity: Quantity | None) -> Slots:
        finder = self._finder(claim)
        whole = self._whole(claim, quantity)
        names = finder.within(claim.span)
        if whole is not None:
            names = _joined(names, self._finder(whole).within(whole.span))
        when = quantity.when if quantity and quantity.when is not UNSET else None
        when = when or claim.when or (whole.when if whole else None)
        basis = quantity.basis if quantity else None
        names = _joined(names, _of_roles(claim))
        context = Names() if _any(names) else self._before
        if _any(names):
            self._before = names
        words = meaningful(folded(finder.without_names(claim.span)))
        return Slots(
            names=names,
            context=context,
            words=frozenset(w for w in words if not w[0].isdigit()),
            narrow=self._narrow(claim, quantity),
            period=(when.start, when.end) if when and (when.start or when.end) else None,
            base=(basis.start, basis.end) if basis and (basis.start or basis.end) else None,
            source=_ends(claim, _FROM),
            goal=_ends(claim, _TO),
        )

    def _title_names(self) -> Names:
        title = self.extraction.document.title
        if not title:
            return Names()
        self._title = NameFinder(self.extraction, title=True)
        return self._title.within(((0, len(title)),))

    def _whole(self, claim: Claim, quantity: Quantity | None) -> Claim | None:
        """Return the claim of which a quantity is a part, where it is told by its id."""
        of = quantity.of if quantity else None
        parent = claim.part_of if claim.part_of is not UNSET else None
        return self._claims.get(of or "") or self._claims.get(parent or "")

    def _is_part(self, claim: Claim, quantity: Quantity, order: int) -> bool:
        """Tell whether it counts a part of what the claims before it count, or what one purpose took.

        Of those who were sent some were killed: that is another matter, and no part.
        """
        if any(r.role in _NARROW for r in claim.roles):
            return True
        if quantity.of is None:
            return False
        whole = self._whole(claim, quantity) or next(
            (
                c
                for c in reversed(self.extraction.claims[:order])
                if any(family(q.unit) == family(quantity.unit) for q in c.quantities)
            ),
            None,
        )
        return whole is None or whole.kind == claim.kind

    def _narrow(self, claim: Claim, quantity: Quantity | None) -> frozenset[str]:
        told = [r.text for r in claim.roles if r.role in _NARROW]
        if quantity and quantity.of and quantity.of not in self._claims:
            told.append(quantity.of)
        return frozenset(w for text in told for w in meaningful(folded(text)) if not w[0].isdigit())


def _asks(claim: Claim) -> bool:
    return (
        claim.mode in _MODES
        and claim.status != "conditional"
        and claim.part in _PARTS
        and claim.kind not in question_words().no_question
    )


def _is_detail(quantity: Quantity, claim: Claim) -> bool:
    """Tell whether a share only says again what a count of the same claim counts."""
    if quantity.relation != "share":
        return False
    return any(
        q is not quantity and q.relation not in _SHAPES and family(q.unit) not in ("percent", None)
        for q in claim.quantities
    )


def _between(told: Sequence[Quantity]) -> Quantity | None:
    """Return the change that lies between two values "from A to B" of one moment, else None."""
    counts = [q for q in told if q.relation not in _SHAPES]
    if len(counts) != 2 or any(q.when is not UNSET for q in counts):
        return None
    for quantity in counts:
        if quantity.implied is UNSET:
            continue
        for implied in quantity.implied:
            if implied.what == "change" and implied.value is not UNSET:
                return Quantity(
                    span=quantity.span, value=implied.value, unit=quantity.unit, relation="change"
                )
    return None


def _tells_revision(finder: NameFinder, claim: Claim) -> bool:
    words = set(folded(words_of(finder.text, claim.span, gap=" ")))
    return bool(words & set(voice_words().before_revision)) and bool(
        words & set(voice_words().after_revision)
    )


def _goes_on(one: Quantity, other: Quantity, text: str) -> bool:
    """Tell whether two quantities are one: "40 hours and 42 minutes"."""
    if other.unit not in question_words().parts.get(one.unit or "", ()):
        return False
    between = text[hull(one.span)[1] : hull(other.span)[0]]
    return len(between) < 16 and not set(between) & set(",.;:")


def _together(one: Quantity, other: Quantity) -> Quantity:
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return one
    value = one.value + other.value * factor(other.unit) / factor(one.unit)
    return Quantity(
        span=(*one.span, *other.span), value=round(value, 4), unit=one.unit, relation=one.relation
    )


def _counted_unit(quantity: Quantity) -> str | None:
    """Return the unit, None where the word only says that it is a number."""
    return None if quantity.unit in _NO_UNIT else quantity.unit


def _size(quantity: Quantity) -> float | None:
    value = quantity.value
    if isinstance(value, tuple):
        low, high = value
        return None if low is None or high is None else (low + high) / 2 * factor(quantity.unit)
    return value * factor(quantity.unit)


def _joined(one: Names, other: Names) -> Names:
    return Names(one.geo | other.geo, one.own | other.own, one.bodies | other.bodies)


def _any(*some: Names) -> bool:
    return any(names.geo or names.own for names in some)


def _of_roles(claim: Claim) -> Names:
    known = {r.known for r in claim.roles if r.known}
    places = {k for k in known if gazetteer().place(k)}
    return Names(frozenset(places), frozenset(), frozenset(known - places))


def _ends(claim: Claim, roles: frozenset[str]) -> frozenset[str]:
    return frozenset(r.known or " ".join(folded(r.text)) for r in claim.roles if r.role in roles)


def family_of(reading: Reading) -> str | None:
    """Return the family of a reading's unit; `event` for a yes or no."""
    return "event" if reading.shape == "event" else family(reading.unit)
