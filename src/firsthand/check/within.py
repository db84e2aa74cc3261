"""Arithmetic inside the texts, without a table: folds, shares, changes, differences and sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from firsthand.check.draft import Draft
from firsthand.check.figures import exact, show
from firsthand.check.periods import Days, days_between
from firsthand.check.ratios import Pair, change_draft, fold_draft, share_draft
from firsthand.check.said import Said
from firsthand.check.subject import Told
from firsthand.model.claim import Claim, Quantity
from firsthand.model.extraction import Extraction

_COUNTS = frozenset({"=", "~"})
_RATIO_UNITS = frozenset({"times", "percent", "percentage-points", "fraction"})


class _Count(NamedTuple):
    value: Decimal
    unit: str | None
    days: Days | None
    order: int
    claim: Claim
    quantity: Quantity


def within_draft(said: Said) -> Draft | None:
    """Return the check of a fold, share or change against the counts that the same text tells.

    The counts of the claim itself come first, then those of the claims that it hangs together with.
    """
    for each in said.told:
        counts = _counts(each)
        if said.relation == "share":
            pair = _part_and_whole(each, said, counts)
            draft = share_draft(said, pair) if pair else None
        else:
            pair = _then_and_now(each, said, counts)
            draft = _compared(said, pair) if pair else None
        if draft:
            return draft
    return None


def _compared(said: Said, pair: Pair) -> Draft:
    return fold_draft(said, pair) if said.relation == "fold" else change_draft(said, pair)


def _counts(told: Told) -> list[_Count]:
    """The counts of the claim and of what it is part of or stands beside."""
    own, near = told.claim, _neighbours(told.extraction, told.claim)
    found: list[_Count] = []
    for claim in (own, *near):
        for quantity in claim.quantities:
            if quantity.relation in _COUNTS and quantity.unit not in _RATIO_UNITS:
                if isinstance(quantity.value, tuple):
                    continue
                when = quantity.when or claim.when
                days = days_between(when.start, when.end) if when else None
                found.append(
                    _Count(exact(quantity.value), quantity.unit, days, len(found), claim, quantity)
                )
    return found


def _neighbours(extraction: Extraction, claim: Claim) -> list[Claim]:
    wholes = {q.of for q in claim.quantities if q.of}
    part_of = claim.part_of if isinstance(claim.part_of, str) else None
    start = claim.span[0][0] if claim.span else 0
    near = [
        other for other in extraction.claims
        if other.id != claim.id and other.span and other.kind == claim.kind
        and (other.id in wholes or other.id == part_of or abs(other.span[0][0] - start) <= _REACH)
    ]  # fmt: skip
    return sorted(near, key=lambda other: (other.id not in wholes, abs(other.span[0][0] - start)))


_REACH = 400
"""Code points between claims that may be summed up together: a paragraph or so."""


def _then_and_now(told: Told, said: Said, counts: Sequence[_Count]) -> Pair | None:
    """The two counts that a fold or change compares: by their periods, else "from A to B"."""
    same = _one_unit(counts)
    basis = said.quantity.basis if said.quantity else None
    base_days = days_between(basis.start, basis.end) if basis else None
    now = next((c for c in same if c.claim.id == told.claim.id and c.days != base_days), None)
    if base_days is not None:
        base = next((c for c in same if c.days == base_days), None)
        now = now or next((c for c in same if c.days and c.days.start > base_days.start), None)
        if base and now and base is not now:
            return Pair(now.value, base.value)
    own = [c for c in same if c.claim.id == told.claim.id]
    if len(own) == 2:
        first, second = own
        if first.days and second.days and first.days.start > second.days.start:
            first, second = second, first
        return Pair(second.value, first.value)
    return None


def _part_and_whole(told: Told, said: Said, counts: Sequence[_Count]) -> Pair | None:
    """The part that stands in the claim, and the whole that it is part of."""
    same = _one_unit(counts)
    parts = [c for c in same if c.claim.id == told.claim.id]
    of = {q.of for q in told.claim.quantities if q.of}
    wholes = [c for c in same if c.claim.id in of and c.claim.id != told.claim.id]
    if parts and wholes and parts[0].value <= wholes[0].value:
        return Pair(parts[0].value, wholes[0].value)
    return None


def _one_unit(counts: Iterable[_Count]) -> list[_Count]:
    listed = list(counts)
    units = [c.unit for c in listed if c.unit]
    return [c for c in listed if c.unit in (units[0], None)] if units else listed


def parts_draft(told: Told, said: Said) -> Draft | None:
    """Return the check of a whole against the parts that the same text gives of it.

    Parts that add up agree; parts that are greater than their whole differ; parts that leave a rest
    say nothing.
    """
    parts = [
        q for claim in told.extraction.claims for q in claim.quantities
        if q.of == told.claim.id and q.relation == "=" and not isinstance(q.value, tuple)
        and q.unit == said.unit
    ]  # fmt: skip
    number = said.number
    values = [exact(q.value) for q in parts if not isinstance(q.value, tuple)]
    if number is None or said.relation != "=" or len(values) < 2:
        return None
    total = sum(values, Decimal(0))
    words = f"{' + '.join(map(show, values))} = {show(total)}"
    if total == number:
        return Draft("sum", "agrees", words, said=said)
    if total > number:
        return Draft("sum", "differs", f"{words}, more than {show(number)}", said=said)
    return None


def part_draft(told: Told, said: Said) -> Draft | None:
    """Return a check where a part is greater than the whole that the text gives: it differs."""
    number, quantity = said.number, said.quantity
    if number is None or quantity is None or not quantity.of or said.relation not in _COUNTS:
        return None
    whole = next((c for c in told.extraction.claims if c.id == quantity.of), None)
    for other in whole.quantities if whole else ():
        if other.unit != said.unit or other.relation not in _COUNTS:
            continue
        if not isinstance(other.value, tuple) and number > exact(other.value):
            words = f"{show(number)} > {show(other.value)}: a part is greater than its whole"
            return Draft("bound", "differs", words, said=said)
    return None
