"""Chooses for an answer the series that is about it, and the value of its period."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from firsthand.check.concepts import concepts_in, is_total, stems_in
from firsthand.check.figures import exact
from firsthand.check.labels import SIDES, Meeting, labels_of, meet, wide_of
from firsthand.check.periods import Days, day_of, days_of, is_split_year
from firsthand.check.subject import Subject, in_context
from firsthand.check.units import Related, multiplier_of, relate, unit_of_label, unit_relations
from firsthand.model.table import Series, Table, Value
from firsthand.vocabulary.units import sort_of

_SPECIFIC = frozenset(
    {"person-entries", "person-exits", "visas", "permits", "flights", "port-calls"}
)
"""Units that tell the matter by themselves."""


_RARE = frozenset({"annual", "daily", "irregular"})
_TELLING = 100
"""Size from which a figure is told by itself."""


class Chosen(NamedTuple):
    """A series with how the answer's unit relates to its own."""

    table: Table
    series: Series
    related: Related
    meeting: Meeting

    @property
    def row(self) -> str:
        """The labels of the series, joined by " / "."""
        return " / ".join(labels_of(self.series))


class Cell(NamedTuple):
    """One value of a chosen series."""

    chosen: Chosen
    value: Value

    @property
    def row(self) -> str:
        """The labels of the series with the period of the value."""
        return " / ".join(part for part in (self.chosen.row, self.value.period) if part)


def choose(subject: Subject, tables: Sequence[Table], unit: str | None) -> list[Chosen]:
    """Return the series that the question may be about, the best first; [] where no table is.

    Only series whose unit can be held against `unit` are told. Ties keep the order of the tables.
    Where the claims leave out what their texts have said before, that is taken into account: then
    one series only may fit, and none that is a part where the table has the whole.
    """
    if not tables:
        return []
    found = _choose(subject, tables, unit)
    if found or not subject.told:
        return found
    wider = _choose(in_context(subject), tables, unit)
    return _alone([c for c in wider if not (c.meeting.lent and _is_part(c))])


def _alone(found: list[Chosen]) -> list[Chosen]:
    """Keep the best series and its other end ("before" and "after"), unless others fit as well."""
    best = found[:1]
    rivals = [c for c in found[1:] if c.meeting.score == best[0].meeting.score]
    fits = all(
        c.series.dims == best[0].series.dims or (_siblings(best[0], c) and sides_of(c))
        for c in rivals
    )
    return [*best, *rivals] if fits else []


def _is_part(chosen: Chosen) -> bool:
    """Tell whether the table has a total of which the series is a part."""
    return any(
        other.dims.keys() == chosen.series.dims.keys()
        and _wholeness(other) > _wholeness(chosen.series)
        and sum(other.dims[n] != chosen.series.dims[n] for n in other.dims) == 1
        for other in chosen.table.series
    )


def _choose(subject: Subject, tables: Sequence[Table], unit: str | None) -> list[Chosen]:
    found: list[Chosen] = []
    for table in tables:
        wide = wide_of(table)
        for series in wide.about(subject.parties):
            related = related_to(unit, series, title=table.title)
            if related.relation in ("against", "other"):
                continue
            meeting = meet(subject, wide, series)
            if meeting and _is_about(meeting, related, series, subject):
                found.append(Chosen(table, series, related, meeting))
    ranked = sorted(found, key=lambda c: (-c.meeting.score, c.related.relation != "same"))
    return _whole_first(subject, ranked)


def sides_of(chosen: Chosen) -> frozenset[str]:
    """Return which end of a change a series tells: before, after, or neither."""
    return frozenset(c for label in labels_of(chosen.series) for c in concepts_in(label)) & SIDES


def _whole_first(subject: Subject, ranked: list[Chosen]) -> list[Chosen]:
    """Keep what reaches the topic; put the total first where several of its parts are named."""
    reaching = [c for c in ranked if c.meeting.narrowed]
    if not reaching:
        return []
    best = reaching[0]
    score = best.meeting.score
    several = any(c.meeting.score == score and _siblings(best, c) for c in ranked)
    if not several and not _is_one_of_its_sort(subject, best):
        return reaching
    whole = _wholeness(best.series)
    totals = [c for c in ranked if _siblings(best, c) and _wholeness(c.series) > whole]
    return [*totals, *(c for c in reaching if c not in totals)]


def _is_one_of_its_sort(subject: Subject, chosen: Chosen) -> bool:
    """Tell whether the words of the question mean other parts as well: "tokens" are Ether and others."""
    own = chosen.series.dims
    for other in chosen.table.series:
        differ = [n for n in own if own[n] != other.dims.get(n)]
        if own.keys() != other.dims.keys() or len(differ) != 1:
            continue
        label, second = own[differ[0]], other.dims[differ[0]]
        shared = concepts_in(label) & concepts_in(second) & subject.concepts
        if shared - SIDES and not stems_in(label) <= subject.stems:
            return True
    return False


def _siblings(left: Chosen, right: Chosen) -> bool:
    """Tell whether two series of a table differ in one label only."""
    if left.table.table != right.table.table or left.series.id == right.series.id:
        return False
    one, other = left.series.dims, right.series.dims
    return one.keys() == other.keys() and sum(one[name] != other[name] for name in one) == 1


def choose_against(subject: Subject, tables: Sequence[Table], unit: str | None) -> Chosen | None:
    """Return the series about the same parties that counts something else of the matter."""
    if subject.local or subject.topics:
        return None
    best: Chosen | None = None
    for table in tables:
        wide = wide_of(table)
        for series in wide.about(subject.parties):
            related = relate(unit, series_unit(series))
            if related.relation != "against":
                continue
            meeting = meet(subject, wide, series)
            if (
                meeting
                and meeting.narrowed
                and (best is None or _wholeness(series) > _wholeness(best.series))
            ):
                best = Chosen(table, series, related, meeting)
    return best


def _wholeness(series: Series) -> int:
    return sum(is_total(label) for label in labels_of(series))


def _is_about(meeting: Meeting, related: Related, series: Series, subject: Subject) -> bool:
    if related.relation == "same" and series_unit(series) in _SPECIFIC:
        return True
    return meeting.topical or (meeting.named and subject.about_names)


def series_unit(series: Series) -> str | None:
    """Return the unit of a series; where the table names none, that of a label's brackets."""
    if series.unit is not None:
        return series.unit
    return next((u for label in labels_of(series) if (u := unit_of_label(label))), None)


def related_to(unit: str | None, series: Series, *, title: str | None = None) -> Related:
    """Return how an answer's unit relates to a series, multipliers in its labels worked in.

    Args:
        title: That of the table; it tells the unit of money where neither series nor labels do.
    """
    own = series_unit(series)
    told = own or (unit_of_label(title) if title and sort_of(unit) == "money" else None)
    related = relate(unit, told)
    if series.unit is None:
        words = [*labels_of(series), *([title] if title and own is None and told else [])]
        times = next((m for label in words if (m := multiplier_of(label)) != 1), 1)
        related = related._replace(times=related.times * times)
    # Sums of money are printed in thousands and millions: without a word of it nothing is compared.
    bare = related.relation == "unknown" and related.times == 1
    return related._replace(relation="other") if bare and sort_of(unit) == "money" else related


def is_stock(chosen: Chosen) -> bool:
    """Tell whether a table's values are levels at a point in time."""
    told = " ".join([chosen.table.title or "", *labels_of(chosen.series)]).casefold()
    return chosen.series.cumulative or any(word in told for word in unit_relations().stock)


def cells_for(subject: Subject, chosen: Chosen, days: Days | None) -> list[Cell]:
    """Return the value of the period, or the parts that make it up; [] where the table has neither.

    An answer without a period takes the last value that its texts can know.
    """
    dated = [(d, v) for v in chosen.series.values if (d := days_of(v.period))]
    undated = [v for v in chosen.series.values if not v.period]
    if undated and not dated:
        return [Cell(chosen, undated[0])] if len(undated) == 1 else []
    if days is None:
        return _last_known(subject, chosen, dated)
    same = [v for d, v in dated if d == days]
    same += [v for v in chosen.series.values if is_split_year(v.period, days)]
    if same:
        return [Cell(chosen, same[0])]
    inside = [(d, v) for d, v in dated if days.covers(d)]
    if days.length == 1 and is_stock(chosen):
        # "At the end of 2024" is the stock that the table has for 2024.
        return [Cell(chosen, v) for d, v in dated if d.end == days.end][:1]
    if chosen.series.frequency in ("daily", "irregular") and len(inside) == 1:
        return [Cell(chosen, inside[0][1])]
    if is_stock(chosen):
        return [Cell(chosen, max(inside, key=lambda pair: pair[0].end)[1])] if inside else []
    if inside and sum(d.length for d, _ in inside) == days.length:
        return [Cell(chosen, v) for _, v in inside]
    return [] if inside else _so_far(chosen, days, dated)


def _so_far(chosen: Chosen, days: Days, dated: Sequence[tuple[Days, Value]]) -> list[Cell]:
    """The value of a year of which the table has no more than the months that are asked for."""
    around = [(d, v) for d, v in dated if d.covers(days)]
    if len(around) != 1:
        return []
    whole, value = around[0]
    parts = [
        d for series in chosen.table.series for v in series.values
        if (d := days_of(v.period)) and whole.covers(d) and d.length < whole.length
    ]  # fmt: skip
    if not parts or (min(d.start for d in parts), max(d.end for d in parts)) != days:
        return []
    return [Cell(chosen, value)]


def cell_with(chosen: Chosen, number: Decimal) -> Cell | None:
    """Return the one cell of a series that holds the very figure, for a figure without a period.

    Figures below a hundred say too little, and two such cells leave it open.
    """
    if abs(number) < _TELLING:
        return None
    same = [
        value for value in chosen.series.values
        if value.value is not None and chosen.related.convert(exact(value.value)) == number
    ]  # fmt: skip
    return Cell(chosen, same[0]) if len(same) == 1 else None


def _last_known(
    subject: Subject, chosen: Chosen, dated: Sequence[tuple[Days, Value]]
) -> list[Cell]:
    # A month that nobody told may be any month.
    if chosen.series.frequency not in _RARE and not is_stock(chosen) and len(dated) > 1:
        return []
    until = day_of(subject.until)
    known = [
        (d, v) for d, v in dated if v.value is not None and (until is None or d.end <= until)
    ]  # fmt: skip
    return [Cell(chosen, max(known, key=lambda pair: pair[0].end)[1])] if known else []
