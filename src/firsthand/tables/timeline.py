"""One period from what a value's headings, row, sheet and title say together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from firsthand.model.table import Frequency
from firsthand.tables.periods import Part

_FINE = {
    "day": 6,
    "week": 5,
    "month": 4,
    "months": 3,
    "quarter": 3,
    "half": 2,
    "split": 1,
    "year": 0,
    "years": 0,
}
_FREQUENCY: dict[str, Frequency] = {
    "year": "annual", "split": "annual", "half": "half-yearly", "quarter": "quarterly", "month": "monthly",
    "week": "weekly", "day": "daily",
}  # fmt: skip


class Period(msgspec.Struct, frozen=True):
    """A period as the contract writes it, with its grain.

    Args:
        clash: Another period that the headings also allow; None: they agree.
    """

    text: str
    grain: str
    cumulative: bool = False
    clash: str | None = None


def compose(parts: Sequence[Part], *, running: bool = False) -> Period | None:
    """Join what is said, the nearest first: the finest part wins, and takes its year from the nearest that has one.

    Args:
        running: Another heading says that figures run from the beginning of the year.
    """
    if not parts:
        return None
    finest = max(parts, key=lambda part: _FINE[part.grain])
    year = finest.year
    clash = None
    years = [
        part.year for part in parts if part.year is not None and part.grain in {"year", "split"}
    ]
    if year is None:
        year = (
            years[0]
            if years
            else next((part.year for part in parts if part.year is not None), None)
        )
    elif any(other != year for other in years) and finest.grain in {"year", "split"}:
        clash = next(str(other) for other in years if other != year)
    if running and finest.grain in {"month", "quarter", "half"} and finest.ends() > 1:
        finest = Part("months", finest.year, 1, finest.ends(), cumulative=True)
    text = finest.text(year)
    if text is None:
        return None
    cumulative = bool(finest.cumulative or (running and finest.grain != "year"))
    return Period(text, finest.grain, cumulative and finest.grain != "year", clash)


def frequency_of(grains: Sequence[str]) -> Frequency:
    """Return the frequency of a series: its commonest grain below the year, else the year."""
    fine = [grain for grain in grains if _FREQUENCY.get(grain, "irregular") != "annual"]
    if not fine:
        return "annual" if grains and set(grains) <= {"year", "split"} else "irregular"
    commonest = max(set(fine), key=fine.count)
    return _FREQUENCY.get(commonest, "irregular")
