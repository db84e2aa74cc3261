"""One period from what a value's headings, row, sheet and title say together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from firsthand.model.table import Frequency
from firsthand.tables.period_part import Part, bounds

_FINE = {
    "day": 6, "week": 5, "month": 4, "months": 3, "quarter": 3, "half": 2, "split": 1, "year": 0, "years": 0,
}  # fmt: skip
GRAINS: dict[str, Frequency] = {
    "year": "annual", "split": "annual", "half": "half-yearly", "quarter": "quarterly", "month": "monthly",
    "week": "weekly", "day": "daily",
}  # fmt: skip
"""Frequency that periods of a grain have; other grains are irregular."""


class Period(msgspec.Struct, frozen=True):
    """A period as the contract writes it, with its grain.

    Args:
        clash: Another period that the headings also name; None: they agree.
    """

    text: str
    grain: str
    cumulative: bool = False
    clash: str | None = None


def compose(parts: Sequence[Part], *, running: bool = False) -> Period | None:
    """Join what is said, the nearest first: the finest part wins, with its year from the nearest that has one.

    Args:
        running: Another heading says that figures run from the beginning of the year.
    """
    if not parts:
        return None
    finest = max(parts, key=lambda part: _FINE[part.grain])
    year = finest.year
    years = [p.year for p in parts if p.year is not None and p.grain in {"year", "split"}]
    clash = None
    if year is None:
        year = years[0] if years else next((p.year for p in parts if p.year is not None), None)
    elif finest.grain in {"year", "split"} and any(other != year for other in years):
        clash = next(str(other) for other in years if other != year)
    if running and finest.grain in {"month", "quarter", "half"} and finest.ends() > 1:
        finest = Part("months", finest.year, 1, finest.ends(), cumulative=True)
    text = finest.text(year)
    if text is None:
        return None
    cumulative = bool(finest.cumulative or running) and finest.grain not in {
        "year",
        "split",
        "years",
    }
    return Period(text, finest.grain, cumulative, clash)


def give_years(axis: Sequence[Part | None]) -> list[Part | None]:
    """Return the year that goes on, or goes back, to each part of an axis that names none itself.

    `2023, Q1, Q2` and `Q1 2023, Q2` go on; `Q1, Q2, 2023` goes back where nothing stands before.
    """
    out: list[Part | None] = []
    before: Part | None = None
    for part in axis:
        if part is not None and part.year is not None:
            before = Part("year", part.year)
        out.append(before if part is not None and part.year is None else None)
    after: Part | None = None
    for number in range(len(axis) - 1, -1, -1):
        part = axis[number]
        if part is not None and part.grain == "year":
            after = part
        elif part is not None and part.year is None and out[number] is None:
            out[number] = after
    first = next((part for part in axis if part is not None), None)
    backwards = first is not None and first.year is None and first.grain != "years"
    if backwards:
        _go_back(axis, out)
    return out


def _go_back(axis: Sequence[Part | None], out: list[Part | None]) -> None:
    """Where the first parts take their year from behind, all do: `Q1 … Q4, 2023, Q1 … Q4, 2024`."""
    after: Part | None = None
    for number in range(len(axis) - 1, -1, -1):
        part = axis[number]
        if part is not None and part.grain == "year" and part.year is not None:
            after = part
        elif part is not None and part.year is None and after is not None:
            out[number] = after


def resolve(axis: Sequence[tuple[Part, ...]]) -> tuple[list[Part | None], list[int]]:
    """Choose among the readings of the headings of one axis, in their order.

    Returns the parts, None where a heading has no reading, and the positions of headings that fit two
    readings about as well (the likelier one is taken): sure is what makes one more pair adjoin.
    """
    first = [parts[0] if parts else None for parts in axis]
    unsure = [number for number, parts in enumerate(axis) if len(parts) > 1]
    if not unsure:
        return first, []
    second = [parts[1] if len(parts) > 1 else parts[0] if parts else None for parts in axis]
    one, two = _harmony(first), _harmony(second)
    likelier = first if one >= two else second
    return likelier, unsure if abs(one - two) < 1 else []


def _harmony(parts: Sequence[Part | None]) -> float:
    """Score how well parts follow each other: adjoining ones count, then equal grains, then rising order."""
    score = 0.0
    held = [p for p in parts if p is not None and (p.year is not None or p.grain == "years")]
    for a, b in pairwise(held):
        left, right = _ends(a), _ends(b)
        if left is None or right is None:
            continue
        score += 0.2 * (a.grain == b.grain) + 0.1 * (left[0] < right[0])
        score += 1.0 * ((right[0] - left[1]).days == 1) + 0.3 * (0 < (right[0] - left[1]).days < 40)
    return score


def _ends(part: Part) -> tuple[datetime.date, datetime.date] | None:
    if part.grain == "split" and part.year is not None:
        return datetime.date(part.year, 7, 1), datetime.date(part.year + 1, 6, 30)
    text = part.text()
    return bounds(text) if text else None


DAY_STEPS: tuple[tuple[range, Frequency], ...] = (
    (range(1, 5), "daily"), (range(7, 8), "weekly"), (range(28, 32), "monthly"), (range(89, 94), "quarterly"),
    (range(181, 185), "half-yearly"), (range(365, 367), "annual"),
)  # fmt: skip
"""Days from one point in time to the next, and the frequency of a series in which all steps are such."""


def frequency_of(periods: Sequence[Period]) -> Frequency:
    """Return the frequency of a series: its commonest grain below the year, else the year.

    Points in time have the frequency of the steps between them.
    """
    grains = [period.grain for period in periods]
    if grains and set(grains) == {"day"}:
        return _frequency_of_days(sorted(period.text for period in periods))
    fine = [grain for grain in grains if GRAINS.get(grain, "irregular") != "annual"]
    if not fine:
        return "annual" if grains and set(grains) <= {"year", "split"} else "irregular"
    commonest = max(sorted(set(fine)), key=fine.count)
    return GRAINS.get(commonest, "irregular")


def _frequency_of_days(days: list[str]) -> Frequency:
    dates = [datetime.date.fromisoformat(day) for day in days]
    steps = [(b - a).days for a, b in pairwise(dates) if b > a]
    if not steps:
        return "irregular"
    return next(
        (name for held, name in DAY_STEPS if all(step in held for step in steps)), "irregular"
    )
