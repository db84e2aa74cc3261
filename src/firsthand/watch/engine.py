"""Watches official tables: every series held against what was to be expected of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
import numpy as np

from firsthand.model.alarm import Direction, Point, SeriesVerdict, State, Tally, Under, Watched
from firsthand.model.table import Series, Table, Value
from firsthand.tables.long.series import LongSeries
from firsthand.watch.assumptions import Assumptions, assumptions
from firsthand.watch.figures import figure
from firsthand.watch.long import judge_long, years_of
from firsthand.watch.many import adjusted, total_then_parts
from firsthand.watch.mirror import mirrors
from firsthand.watch.oddities import all_of, is_ratio, known, labels_of
from firsthand.watch.panel import Flags, Ints
from firsthand.watch.periods import same_season
from firsthand.watch.short import Predicted, predict
from firsthand.watch.sieve import ALARM, INSIDE, NOT_JUDGED, TOO_SHORT
from firsthand.watch.sift import Sifted, families_of, sift
from firsthand.watch.special import Floats
from firsthand.watch.tell import tell

STATES: dict[State, int] = {
    "not-judged": NOT_JUDGED, "too-short": TOO_SHORT, "inside": INSIDE, "alarm": ALARM,
}  # fmt: skip


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
    short = [t for t in tables if not isinstance(t.series, LongSeries)]
    sifted = [sift(t, t.series, given) for t in tables if isinstance(t.series, LongSeries)]
    cases = [_case(t, s) for t in (*short, *(s.told for s in sifted)) for s in t.series]
    verdicts = _judge(cases, given)
    own = sum(len(t.series) for t in short)
    found = _found(verdicts[:own], short, sifted)
    kept = _controlled(found, given, total_first)
    verdicts = [
        _told(v, float(kept.adjusted[at]), bool(kept.stands[at]), len(found.p))
        for v, at in zip(verdicts, found.places, strict=True)
    ]
    ranked = sorted(verdicts, key=lambda v: (v.state != "alarm", v.tail is None, v.tail or 0.0))
    oddities = [*mirrors(tables, given), *all_of(short, given)]
    oddities += [oddity for s in sifted for oddity in s.oddities(given)]
    return Watched(
        tables=tuple(t.table for t in tables),
        level=given.short.level,
        false_discovery=given.false_discovery,
        series=tuple(ranked),
        oddities=tuple(
            sorted(oddities, key=lambda o: (o.kind != "mirror", o.tail is None, o.tail or 0.0))
        ),
        tally=Tally(
            series=len(found.p),
            judged=int((found.state >= INSIDE).sum()),
            alarms=int(((found.state == ALARM) & kept.stands).sum()),
            too_short=int((found.state == TOO_SHORT).sum()),
            left_out=len(found.p) - len(verdicts),
            oddities_left_out=sum(s.oddities_left_out for s in sifted),
        ),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """Every series that was watched, in a row: those of short tables, then those of long ones.

    Args:
        p: Two-sided probability of each; NaN where not judged.
        state: As `sieve` numbers them, before false discoveries are controlled.
        places: Where in the row each verdict belongs.
        families: Totals with their parts, as places in the row.
    """

    p: Floats
    state: Ints
    places: tuple[int, ...]
    families: tuple[tuple[int, tuple[int, ...]], ...]


def _found(
    verdicts: Sequence[SeriesVerdict], short: Sequence[Table], sifted: Sequence[Sifted]
) -> Found:
    tails = [np.array([np.nan if v.tail is None else v.tail for v in verdicts])]
    states = [np.array([STATES[v.state] for v in verdicts], dtype=np.int64)]
    places, families, start = list(range(len(verdicts))), [], 0
    for table in short:
        families += families_of(table.series, start)
        start += len(table.series)
    for each in sifted:
        tails.append(each.sieved.tail)
        states.append(each.sieved.state)
        families += each.families(start)
        places += [start + number for number in each.numbers]
        start += len(each.series)
    p = np.minimum(1.0, 2 * np.concatenate(tails))
    return Found(p, np.concatenate(states), tuple(places), tuple(families))


def _case(table: Table, series: Series) -> Case:
    """Return the figures of a series; a cumulative one is held against the same span of years."""
    values = tuple(known(series).values())
    earlier = values[:-1]
    if values and series.cumulative:
        earlier = tuple(v for v in earlier if same_season(v.period, values[-1].period))
    return Case(table, series, values, earlier)


def is_count(case: Case) -> bool:
    """Tell whether a count model fits: no ratios, nothing below zero."""
    return not is_ratio(case.series.unit) and all(float(v.value or 0) >= 0 for v in case.values)


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


class Control(NamedTuple):
    """Adjusted probabilities, and which series are raised if their band says so."""

    adjusted: Floats
    stands: Flags


def _controlled(found: Found, given: Assumptions, total_first: bool) -> Control:
    """Control false discoveries over all series; with `total_first` parts only within raised totals."""
    q = adjusted(found.p)
    stands: Flags = ~(q > given.false_discovery)
    if total_first and found.families:
        heads = found.p[[head for head, _ in found.families]]
        inside = [found.p[list(parts)] for _, parts in found.families]
        raised, own = total_then_parts(heads, inside, given.false_discovery)
        for (head, parts), up, kept in zip(found.families, raised, own, strict=True):
            stands[head] = up
            stands[list(parts)] = kept
    return Control(q, stands)


def _told(verdict: SeriesVerdict, q: float, stands: bool, watched: int) -> SeriesVerdict:
    """Return a verdict with its adjusted probability; what does not survive is no alarm."""
    changes: dict[str, object] = {"adjusted": None if np.isnan(q) else q}
    if verdict.state == "alarm" and not stands:
        said = (
            f" It does not survive the control of false discoveries over {figure(watched)} series."
        )
        changes |= {"state": "inside", "words": verdict.words + said}
    return msgspec.structs.replace(verdict, **changes)
