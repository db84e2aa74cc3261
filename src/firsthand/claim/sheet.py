"""The sheet on which the quantities of one clause are noted while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import UNSET, UnsetType

from firsthand.claim.comparing import Bound, told_when
from firsthand.claim.periods import Setting, period
from firsthand.claim.ranges import tidy
from firsthand.claim.times import Moment
from firsthand.claim.view import View
from firsthand.model.attribution import When
from firsthand.model.claim import Basis, Number, Quantity, Relation
from firsthand.model.span import Span

Signs = dict[int, tuple[int, Relation]]
Value = Number | tuple[Number | None, Number | None]
COMPARED = frozenset({"share", "fold", "change"})
"""Relations by which a number says how it stands to another, and counts nothing itself."""
_LONGEST_WAY_BACK = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What a quantity stands to: its whole, what it compares with, a bound on top, a time of its own."""

    whole: str | None = None
    basis: Basis | None = None
    bound: Bound | None = None
    when: Moment | None = None


ALONE = Against()


@dataclass(slots=True)
class Sheet:
    """A clause and what was read of it.

    `reads`: what its times are read against, its own period as anchor. `signs`: words about exactness, by
    where the number behind them begins. `used`: times that belong to a quantity or to what it compares with,
    and so are no period of the claim.
    """

    view: View
    reads: Setting
    signs: Signs
    used: list[Moment] = field(default_factory=list)
    out: list[Quantity] = field(default_factory=list)

    def is_taken(self, start: int, end: int) -> bool:
        """Tell whether a quantity noted already holds part of a stretch."""
        return any(a < end and start < b for q in self.out for a, b in q.span)

    def note(
        self, span: Span, value: Value, unit: str | None, relation: Relation,
        against: Against = ALONE, *, step: float | None = None,
    ) -> None:  # fmt: skip
        """Note a quantity. `step`: the place of its last digit as written."""
        told: When | UnsetType = UNSET
        if against.when is not None:
            self.used.append(against.when)
            days = period(against.when._replace(lead="at"), self.reads)
            told = told_when(self.view, against.when, days)
        self.out.append(
            Quantity(
                span=(span,),
                value=value,
                unit=unit,
                relation=relation,
                of=against.whole,
                basis=against.basis,
                bound=against.bound if against.bound is not None else UNSET,
                when=told,
                rounding=tidy(step / 2) if step else UNSET,
            )
        )

    def earlier(self) -> Iterator[tuple[View, list[Quantity]]]:
        """Return the clause and those that it leans on, each with its quantities, nearest first."""
        yield self.view, sorted(self.out, key=lambda q: q.span)
        before = self.view.before
        for _ in range(_LONGEST_WAY_BACK):
            if before is None:
                return
            yield before, before.quantities
            before = before.before

    def last_count(self) -> tuple[View, Quantity] | None:
        """Return the last quantity told before that counts something, with its clause."""
        for view, quantities in self.earlier():
            counts = [q for q in quantities if q.relation not in COMPARED]
            # A value of another time is only what the count was compared with.
            now = [q for q in counts if q.when is UNSET] or counts
            if now:
                return view, now[-1]
        return None
