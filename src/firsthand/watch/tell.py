"""Puts verdicts into words: how far, how many times, from what base, under what assumption."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from firsthand.model.alarm import Fold, Point, SeriesVerdict
from firsthand.model.table import Series, Table
from firsthand.watch.assumptions import Assumptions
from firsthand.watch.figures import chance, figure, per_cent, times
from firsthand.watch.periods import LONGEST_POINT, same_season, stretch

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def fold_of(series: Series, points: tuple[Point, ...], given: Assumptions) -> Fold | None:
    """Return the latest figure over the one that people compare it with, and the base effect.

    Within a year that is the same part of an earlier year where the table has it, else the figure
    before. A base effect is an earlier figure that was already as high (or as low).
    """
    told = [p for p in points if p.value is not None]
    if len(told) < 2:
        return None
    last, before = told[-1], told[:-1]
    alike = [p for p in before if same_season(p.period, last.period)]
    base = (alike or before)[-1]
    if not base.value or last.value is None:
        return None
    ratio = last.value / base.value
    if 1 / given.fold_from < ratio < given.fold_from:
        return None
    rivals = [
        p for p in before
        if p.value is not None and p.period != base.period
        and (p.value >= last.value if ratio > 1 else p.value <= last.value)
    ]  # fmt: skip
    rival = rivals[-1] if rivals else None
    return Fold(
        base=base.period,
        base_value=base.value,
        ratio=ratio,
        higher=rival.period if rival else None,
        higher_value=rival.value if rival else None,
    )


def tell(
    table: Table, series: Series, verdict: SeriesVerdict, given: Assumptions, *, earlier: int = 0
) -> SeriesVerdict:
    """Return the verdict with its words, its multiple and the assumption beside it."""
    fold = fold_of(series, verdict.points, given)
    assumption = _assumption(verdict, earlier, given)
    parts = [_state(verdict, earlier, given), _fold(fold), _others(verdict), _empty(verdict)]
    return msgspec.structs.replace(
        verdict,
        table=table.table,
        fold=fold,
        assumption=assumption,
        words=" ".join(part for part in parts if part),
    )


def _number(n: int) -> str:
    return NUMBERS[n] if n < len(NUMBERS) else figure(n)


def _state(verdict: SeriesVerdict, earlier: int, given: Assumptions) -> str:
    if verdict.state == "too-short":
        noun = "figure" if earlier == 1 else "figures"
        return (
            f"Too short to say: {_number(earlier)} earlier {noun}; "
            f"it takes {_number(given.short.least)}."
        )
    if verdict.state == "not-judged":
        return "Not judged: not a count, or too few cases."
    last = verdict.points[-1]
    if last.value is None or last.low is None or last.high is None:
        return ""
    band = f"{figure(last.low)} to {figure(last.high)}"
    if verdict.state == "inside":
        return f"{last.period}: {figure(last.value)}, inside {band}."
    far = "far " if (verdict.excess or 0) >= 2 else ""
    odds = f"; by chance {chance(verdict.tail)}" if verdict.tail is not None else ""
    return f"{last.period}: {figure(last.value)}, {far}{verdict.direction} {band}{odds}."


def _fold(fold: Fold | None) -> str:
    if fold is None:
        return ""
    said = f"{times(fold.ratio)} {fold.base} ({figure(fold.base_value)})"
    said = said[0].upper() + said[1:]
    if fold.higher is None or fold.higher_value is None:
        return f"{said}."
    word = "higher" if fold.ratio > 1 else "lower"
    return f"{said}. Base effect: {fold.higher} was {word} ({figure(fold.higher_value)})."


def _others(verdict: SeriesVerdict) -> str:
    """Say what the answer would be under half and under double the variation."""
    if not verdict.under:
        return ""
    said = [
        f"{'half' if i == 0 else 'double'} the variation: "
        f"{u.alarm or 'inside'} ({figure(u.low)} to {figure(u.high)})"
        for i, u in enumerate(verdict.under)
    ]
    text = "; ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _empty(verdict: SeriesVerdict) -> str:
    """Say where figures in between are missing, since the count model takes them as they come."""
    if verdict.method != "count model":
        return ""
    places = [stretch(p.period) for p in verdict.points]
    known = [p for p in places if p and p.months > LONGEST_POINT]
    lacking = sum(max(0, round((b.start - a.start) / a.months) - 1) for a, b in pairwise(known))
    return f"{_number(lacking).capitalize()} in between not told." if lacking else ""


def _assumption(verdict: SeriesVerdict, earlier: int, given: Assumptions) -> str:
    if verdict.method != "count model":
        return ""
    return (
        f"Assumed: figures vary by {per_cent(given.short.variation)} about a steady level, beside "
        f"counting; {_number(earlier)} earlier ones used; alarms at one in "
        f"{figure(1 / given.short.level)} each side."
    )
