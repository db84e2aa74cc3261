"""An answer as it was said: its figure with precision, words and claims."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import NamedTuple, TypeVar

from msgspec import UnsetType

from firsthand.check.figures import exact, show, steps_of
from firsthand.check.periods import Days, day_of, days_between, days_of
from firsthand.check.subject import Subject, Told, told_by
from firsthand.model.claim import Bounds, Number, Quantity
from firsthand.model.question import Answer
from firsthand.model.span import words_of

T = TypeVar("T")


class Said(NamedTuple):
    """A figure of an answer, or one told beside it in the same claims.

    Args:
        place: Of the answer in its question; None for a figure told beside it.
        bound: The sign on top of a fold, change or share.
    """

    value: Number | Bounds
    unit: str | None
    relation: str
    spelled: str
    rounding: Number | None
    bound: str | None
    place: int | None
    told: tuple[Told, ...]
    quantity: Quantity | None

    @property
    def number(self) -> Decimal | None:
        """The figure, exactly; None for a range."""
        return None if isinstance(self.value, tuple) else exact(self.value)

    @property
    def claims(self) -> tuple[str, ...]:
        """DOCUMENT#CLAIM of the claims that say it."""
        return tuple(each.ident for each in self.told)

    @property
    def steps(self) -> tuple[Decimal, ...]:
        """The precisions at which it may have been rounded or cut off."""
        if isinstance(self.value, tuple):
            return (Decimal(1),)
        loose = self.relation == "~" or self.bound == "~"
        return steps_of(self.value, spelled=self.spelled, rounding=self.rounding, loose=loose)

    @property
    def printed(self) -> str:
        """The figure as sums print it."""
        number = self.number
        if number is not None:
            return show(number)
        low, high = self.value if isinstance(self.value, tuple) else (None, None)
        return (
            f"{show(low) if low is not None else '...'}-{show(high) if high is not None else '...'}"
        )


def said_in(subject: Subject, answer: Answer, index: int) -> Said | None:
    """Return an answer's figure; None where its answer is no number."""
    value = answer.value
    if isinstance(value, bool | str):
        return None
    told = told_by(subject, answer.claims)
    quantity = _quantity(told, answer)
    return Said(
        value=value,
        unit=_aligned(subject, answer.unit),
        relation="fold" if answer.unit == "times" else answer.relation,
        spelled=answer.spelled,
        rounding=_known(quantity.rounding) if quantity else None,
        bound=_known(quantity.bound) if quantity else None,
        place=index,
        told=told,
        quantity=quantity,
    )


class Period(NamedTuple):
    """The period of a figure.

    Args:
        open: No claim tells any, so that the last value may be meant.
        sure: False where it only follows from what the text told before.
    """

    days: Days | None
    open: bool
    sure: bool = True


def period_of(subject: Subject, said: Said) -> Period:
    """Return the period of a figure as most of its claims give it; no days where they disagree.

    A period of the figure's own, or a year directly behind it, comes before that of its claim.
    Articles that tell none leave it to as many that do. The question's counts only where no claim of
    the figure is at hand, or where it follows from what the texts tell around it (`_follows`).
    """
    if not said.told:
        return Period(subject.days, subject.days is None)
    votes = _votes(said)
    if set(votes) == {None} and subject.days and _follows(subject, said):
        return Period(subject.days, False, sure=False)
    backed = {days: _backing(days, votes) for days in votes}
    if backed.get(None, 0) <= max((n for days, n in backed.items() if days), default=-1):
        backed.pop(None, None)
    most = max(backed.values())
    usual = [days for days, count in backed.items() if count == most]
    dated = any(each.claim.when for each in said.told) or len(votes) > 1
    known = [days for days in usual if days is not None]
    if len(known) < len(usual) or not all(_nested(known[0], days) for days in known):
        return Period(None, not dated)
    days = max(known, key=lambda each: each.length)
    whole = subject.days if subject.days and subject.days.covers(days) else days
    return Period(whole, False)


def _follows(subject: Subject, said: Said) -> bool:
    """Tell whether a figure without a period has that of its question.

    It has where no claim of the question tells any, so that the question's comes from what the text
    told before ("a year earlier it had been 9,400"); and where all other answers agree on it.
    """
    others = [each for each in subject.told if each not in said.told and _is_dated(each, said.unit)]
    if not others:
        return not any(_is_dated(each, said.unit) for each in said.told)
    periods = {days for each in others if (days := _when(each))}
    return len(periods) == 1 and not any(each.claim.when for each in said.told)


def _when(told: Told) -> Days | None:
    when = told.claim.when
    return days_between(when.start, when.end) if when else None


def _is_dated(told: Told, unit: str | None) -> bool:
    own = (q for q in told.claim.quantities if q.unit == unit)
    return bool(told.claim.when or any(_known(q.when) for q in own))


def _votes(said: Said) -> Counter[Days | None]:
    """Count the periods that claims tell; an article that tells one tells it with all its claims.

    One that takes something back dates its own report ("in our report of 7 June"); others come first.
    """
    takes_back = [e for e in said.told if any(s.kind == "withdraws" for s in e.extraction.signs)]
    heard = [e for e in said.told if e not in takes_back] or takes_back
    told = [(each.extraction.id, _days_told(each, said)) for each in heard]
    dated = {document for document, days in told if days}
    silent = {document for document, _ in told} - dated
    return Counter([days for _, days in told if days] + [None] * len(silent))


def _backing(days: Days | None, votes: Counter[Days | None]) -> int:
    """How many claims tell this period or one that lies inside it, or around it."""
    if days is None:
        return votes[None]
    return sum(count for other, count in votes.items() if other and _nested(days, other))


def _nested(one: Days, other: Days) -> bool:
    return one.covers(other) or other.covers(one)


def days_said(subject: Subject, said: Said) -> Days | None:
    """Return the days of `period_of`."""
    return period_of(subject, said).days


def _days_told(told: Told, said: Said) -> Days | None:
    for quantity in told.claim.quantities:
        if _key(quantity.value) != _key(said.value):
            continue
        when = _known(quantity.when)
        own = days_between(when.start, when.end) if when else None
        year = _YEAR_BEHIND.match(told.extraction.text, quantity.span[-1][1])
        behind = days_of(year[1]) if year else None
        whole = (
            days_between(told.claim.when.start, told.claim.when.end) if told.claim.when else None
        )
        if own or (behind and not (whole and behind.covers(whole))):
            return own or behind
    if _is_second(told, said):
        return None
    when = told.claim.when
    days = days_between(when.start, when.end) if when else None
    if days and _lies_ahead(told, days):
        return None
    return days or (None if said.relation in _COMPARING else _shared(told))


def _lies_ahead(told: Told, days: Days) -> bool:
    """Tell whether what is told as done would begin after its article was published."""
    published = day_of(told.extraction.document.published)
    done = told.claim.status not in ("expected", "conditional")
    return done and published is not None and days.start > published


def _is_second(told: Told, said: Said) -> bool:
    """Tell whether the claim tells another count first: "290 tonnes, down from 310" are two periods."""
    counts = [q for q in told.claim.quantities if q.unit == said.unit and q.relation in ("=", "~")]
    return len(counts) > 1 and _key(counts[0].value) != _key(said.value)


def _shared(told: Told) -> Days | None:
    """The period of the claim of which this one counts a part ("of these, 7,887")."""
    wholes = {q.of for q in told.claim.quantities if q.of}
    for claim in told.extraction.claims:
        if claim.id in wholes and claim.when:
            return days_between(claim.when.start, claim.when.end)
    return None


_YEAR_BEHIND = re.compile(
    r"[^.,;:!?\n\d]{0,40}\b(?:of|in|for|im Jahr|von|за|в)\s((?:19|20)\d{2})\b"
)
_COMPARING = frozenset({"fold", "change"})


def _aligned(subject: Subject, unit: str | None) -> str | None:
    """Return the unit in which an answer is held.

    Persons who are told to cross a border are counted as its tables count them, by entries.
    """
    people = subject.question.kind == "border-crossing" and unit in _CROSSERS
    return "person-entries" if people else unit


_CROSSERS = frozenset({"persons", "workers", "students", "troops"})


def beside(subject: Subject, relation: str) -> list[Said]:
    """Return the figures of one relation that the claims tell and the question does not ask."""
    asked = {
        (_key(a.value), a.relation)
        for a in subject.question.answers
        if not isinstance(a.value, bool | str)
    }
    found: dict[tuple[object, str], list[tuple[Told, Quantity]]] = {}
    for each in subject.told:
        for quantity in each.claim.quantities:
            key = (_key(quantity.value), quantity.relation)
            if quantity.relation == relation and key not in asked:
                found.setdefault((_key(quantity.value), quantity.unit or ""), []).append(
                    (each, quantity)
                )
    return [_beside(pairs) for pairs in found.values()]


def _beside(pairs: list[tuple[Told, Quantity]]) -> Said:
    told, quantity = pairs[0]
    return Said(
        value=quantity.value,
        unit=quantity.unit,
        relation=quantity.relation,
        spelled=words_of(told.extraction.text, quantity.span),
        rounding=_known(quantity.rounding),
        bound=_known(quantity.bound),
        place=None,
        told=tuple(each for each, _ in pairs),
        quantity=quantity,
    )


def _quantity(told: tuple[Told, ...], answer: Answer) -> Quantity | None:
    for each in told:
        for quantity in each.claim.quantities:
            if _key(quantity.value) == _key(answer.value) and quantity.unit == answer.unit:
                return quantity
    return None


def _key(value: object) -> object:
    if isinstance(value, tuple | list):
        return tuple(map(_key, value))
    return float(value) if isinstance(value, int | float) else value


def _known(value: T | UnsetType) -> T | None:
    return None if isinstance(value, UnsetType) else value
