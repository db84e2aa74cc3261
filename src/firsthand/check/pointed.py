"""Ratios and counts of claims that point back at the counts before them.

"… 212,600 tonnes. A year earlier it had been 9,400. That is a 23-fold increase": the fold is about the
two counts before it, and the second count about the matter of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from firsthand.check.back import Counted, Ledger, points_back
from firsthand.check.draft import Draft
from firsthand.check.figures import exact
from firsthand.check.periods import Days, year_before
from firsthand.check.ratios import (
    Pair,
    change_draft,
    fold_draft,
    pair_between,
    share_draft,
)
from firsthand.check.said import Said
from firsthand.check.select import Chosen, choose
from firsthand.check.subject import Subject, Told
from firsthand.model.span import words_of
from firsthand.model.table import Table


class _Ends(NamedTuple):
    """The counts that a ratio compares; `earlier` is None where only its period is known."""

    later: Counted
    days: Days
    base: Days
    earlier: Counted | None


def compared_draft(said: Said, ledger: Ledger, tables: Sequence[Table]) -> Draft | None:
    """Return the check of a fold or change that names no base: against the counts it speaks of.

    The cells of the table are taken for both periods; where no table has them, the counts themselves.
    """
    found = [ends for told in said.told if (ends := _ends(told, ledger))]
    found.sort(key=lambda ends: ends.earlier is None)
    make = fold_draft if said.relation == "fold" else change_draft
    for ends in found:
        host = ledger.subjects[ends.later.question]
        chosen = choose(host, tables, ends.later.unit)
        pair = pair_between(host, chosen, ends.days, ends.base)
        if pair:
            return make(said, pair)
    both = next(((e.later, e.earlier) for e in found if e.earlier), None)
    return make(said, Pair(both[0].value, both[1].value)) if both else None


def _ends(told: Told, ledger: Ledger) -> _Ends | None:
    own = _dated(ledger.of(told))
    if own:
        count, days = own[0]
        base = year_before(days)
        return _Ends(count, days, base, None) if base and len({d for _, d in own}) == 1 else None
    before = _dated(ledger.before(told)) if points_back(told) else []
    last = before[0] if before else None
    other = next(
        (p for p in before if last and p[1] != last[1] and p[0].unit == last[0].unit), None
    )
    if last is None or other is None:
        return None
    earlier, later = sorted((last, other), key=lambda pair: pair[1].end)
    return _Ends(later[0], later[1], earlier[1], earlier[0])


def _dated(some: Iterable[Counted]) -> list[tuple[Counted, Days]]:
    return [(counted, counted.days) for counted in some if counted.days]


def whole_draft(said: Said, ledger: Ledger) -> Draft | None:
    """Return the check of "that is 40 per cent of the 500,000": the count before against that whole."""
    of = said.quantity.of if said.quantity else None
    for told in said.told:
        if not of or not points_back(told):
            continue
        for quantity in told.claim.quantities:
            whole = quantity.value
            if isinstance(whole, tuple) or quantity.relation not in ("=", "~"):
                continue
            part = next(iter(ledger.before(told, quantity.unit)), None)
            named = words_of(told.extraction.text, quantity.span) in of
            if part and named and part.value <= exact(whole):
                return share_draft(said, Pair(part.value, exact(whole)))
    return None


def pointed_chosen(
    subject: Subject, said: Said, ledger: Ledger, tables: Sequence[Table]
) -> list[Chosen]:
    """Return the series of the count at which a figure points back that names no matter of its own."""
    about = subject.question.about
    if about.parties or about.place or about.topic:
        return []
    for told in said.told:
        for host in ledger.before(told, said.unit) if points_back(told) else ():
            if host.question != subject.question.id:
                found = choose(ledger.subjects[host.question], tables, said.unit)
                if found:
                    return found
    return []
