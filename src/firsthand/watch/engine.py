"""Watches official tables: every series held against what was to be expected of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from firsthand.model.alarm import Direction, Point, SeriesVerdict, State, Under, Watched
from firsthand.model.table import Series, Table, Value
from firsthand.watch.assumptions import Assumptions, assumptions
from firsthand.watch.long import judge_long, years_of
from firsthand.watch.many import adjusted, total_then_parts
from firsthand.watch.mirror import mirrors
from firsthand.watch.oddities import all_of, known, labels_of, totals, words
from firsthand.watch.panel import Flags
from firsthand.watch.periods import same_season
from firsthand.watch.short import Predicted, predict
from firsthand.watch.special import Floats
from firsthand.watch.tell import tell


@dataclass(frozen=True, slots=True)
class Case:
    """One series with its figures in the order of time; `earlier` are those it is held against."""

    table: Table
    series: Series
    values: tuple[Value, ...]
    earlier: tuple[Value, ...]


def watch(
    tables: Sequence[Table], *, given: Assumptions | None = None, total_first: bool = False
) -> Watched:
    """Return which series left their band, when, and by how much.

    Args:
        tables: As `load_table` gives them.
        given: What is assumed; those of watch/data/assumptions.yaml without.
        total_first: Whether parts are raised only where their total is (false discoveries are
            then controlled over totals, and within each family that is raised).
    """
    given = given or assumptions()
    cases = [_case(table, series) for table in tables for series in table.series]
    verdicts = _judge(cases, given)
    verdicts = _controlled(verdicts, tables, given, total_first)
    ranked = sorted(verdicts, key=lambda v: (v.state != "alarm", v.tail is None, v.tail or 0.0))
    return Watched(
        tables=tuple(t.table for t in tables),
        level=given.short.level,
        false_discovery=given.false_discovery,
        series=tuple(ranked),
        oddities=(*mirrors(tables, given), *all_of(tables, given)),
    )


def _case(table: Table, series: Series) -> Case:
    """Return the figures of a series; a cumulative one is held against the same span of years."""
    values = tuple(known(series).values())
    earlier = values[:-1]
    if values and series.cumulative:
        earlier = tuple(v for v in earlier if same_season(v.period, values[-1].period))
    return Case(table, series, values, earlier)


def is_count(case: Case) -> bool:
    """Tell whether a count model fits: no ratios, nothing below zero."""
    unit = (case.series.unit or "").casefold().strip()
    if unit in words("ratio") or unit.startswith("%"):
        return False
    return all(float(v.value or 0) >= 0 for v in case.values)


def _judge(cases: Sequence[Case], given: Assumptions) -> list[SeriesVerdict]:
    """Return the verdict of each case: by the short model, a long method, or none."""
    out: dict[int, SeriesVerdict] = {}
    long = {i: case for i, case in enumerate(cases) if is_count(case) and _is_long(case, given)}
    for i, judged in judge_long({i: c.series for i, c in long.items()}, given).items():
        out[i] = tell(cases[i].table, cases[i].series, judged, given)
    rest = [
        i for i, c in enumerate(cases)
        if i not in out and is_count(c) and len(c.earlier) >= given.short.least
    ]  # fmt: skip
    for i, verdict in zip(rest, _short([cases[i] for i in rest], given), strict=True):
        out[i] = verdict
    for i, case in enumerate(cases):
        if i not in out:
            out[i] = _unjudged(case, given)
    return [out[i] for i in range(len(cases))]


def _is_long(case: Case, given: Assumptions) -> bool:
    years = years_of(case.series, given)
    return years is not None and not case.series.cumulative


def _unjudged(case: Case, given: Assumptions) -> SeriesVerdict:
    state: State = "too-short" if is_count(case) and case.values else "not-judged"
    points = tuple(_point(v) for v in case.values)
    blank = SeriesVerdict(
        table=case.table.table,
        series=case.series.id,
        labels=labels_of(case.series),
        unit=case.series.unit,
        state=state,
        method="none",
        points=points,
    )
    return tell(case.table, case.series, blank, given, earlier=len(case.earlier))


def _point(value: Value) -> Point:
    return Point(period=value.period, value=value.value, cell=value.cell)


def _short(cases: Sequence[Case], given: Assumptions) -> list[SeriesVerdict]:
    """Hold the latest figures of short series against their earlier ones, under three variations."""
    if not cases:
        return []
    model = given.short
    earlier = np.full((len(cases), model.most), np.nan)
    for i, case in enumerate(cases):
        used = [float(v.value or 0) for v in case.earlier[-model.most :]]
        earlier[i, : len(used)] = used
    latest = [float(c.values[-1].value or 0) for c in cases]
    factors = (1.0, 0.5, 2.0)
    answers = [
        predict(earlier, np.array(latest), model.with_variation(model.variation * f))
        for f in factors
    ]
    return [_verdict(case, i, answers, latest[i], given) for i, case in enumerate(cases)]


def _verdict(
    case: Case, i: int, answers: Sequence[Predicted], latest: float, given: Assumptions
) -> SeriesVerdict:
    model, main = given.short, answers[0]
    under = tuple(
        Under(
            variation=model.variation * factor,
            alarm=_direction(a, i, model.level),
            low=float(a.low[i]),
            high=float(a.high[i]),
            tail=float(min(a.above[i], a.below[i])),
        )
        for factor, a in zip((0.5, 2.0), answers[1:], strict=True)
    )
    direction = _direction(main, i, model.level)
    low, high = float(main.low[i]), float(main.high[i])
    last = case.values[-1]
    point = Point(
        period=last.period, value=last.value, cell=last.cell,
        expected=float(main.expected[i]), low=low, high=high, alarm=direction,
    )  # fmt: skip
    verdict = SeriesVerdict(
        table=case.table.table,
        series=case.series.id,
        labels=labels_of(case.series),
        unit=case.series.unit,
        state="alarm" if direction else "inside",
        method="count model",
        direction=direction,
        tail=float(min(main.above[i], main.below[i])),
        excess=latest / high if direction == "above" and high > 0 else None,
        under=under,
        points=(*(_point(v) for v in case.values[:-1]), point),
    )
    used = min(len(case.earlier), model.most)
    return tell(case.table, case.series, verdict, given, earlier=used)


def _direction(predicted: Predicted, i: int, level: float) -> Direction | None:
    if predicted.above[i] <= level:
        return "above"
    return "below" if predicted.below[i] <= level else None


def _controlled(
    verdicts: list[SeriesVerdict], tables: Sequence[Table], given: Assumptions, total_first: bool
) -> list[SeriesVerdict]:
    """Return the verdicts with adjusted probabilities; what does not survive is no alarm."""
    p = np.array([np.nan if v.tail is None else min(1.0, 2 * v.tail) for v in verdicts])
    q: Floats = adjusted(p)
    kept = ~(q > given.false_discovery)
    if total_first:
        _by_family(verdicts, tables, p, kept, given.false_discovery)
    out = []
    for verdict, own, stands in zip(verdicts, q, kept, strict=True):
        changes: dict[str, object] = {"adjusted": None if np.isnan(own) else float(own)}
        if verdict.state == "alarm" and not stands:
            changes |= {
                "state": "inside",
                "words": verdict.words
                + f" It does not survive the control of false discoveries over {len(verdicts)} series.",
            }
        out.append(msgspec.structs.replace(verdict, **changes))
    return out


def _by_family(
    verdicts: Sequence[SeriesVerdict],
    tables: Sequence[Table],
    p: Floats,
    kept: Flags,
    rate: float,
) -> None:
    """Keep totals by their own control, and parts only within totals that are raised."""
    places = {(v.table, v.series): i for i, v in enumerate(verdicts)}
    families = [
        (places[table.table, whole.id], [places[table.table, s.id] for s in parts])
        for table in tables
        for whole, _, parts in totals(table)
    ]
    if not families:
        return
    heads = np.array([p[head] for head, _ in families])
    raised, inside = total_then_parts(heads, [p[parts] for _, parts in families], rate)
    for (head, parts), up, own in zip(families, raised, inside, strict=True):
        kept[head] = up
        kept[parts] = own
