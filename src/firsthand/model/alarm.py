"""What watching official figures found: bands, alarms, and other findings on series."""

from __future__ import annotations

from typing import Literal

from firsthand.model.base import SCHEMA, Record

Direction = Literal["above", "below"]
State = Literal["alarm", "inside", "too-short", "not-judged"]
OddityKind = Literal["composition", "level-shift", "mirror", "gap", "stopped", "total"]


class Point(Record, kw_only=True, frozen=True):
    """One figure of a series as it was watched; the band is null where it was not judged."""

    period: str
    value: float | None
    cell: str
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    alarm: Direction | None = None


class Under(Record, kw_only=True, frozen=True):
    """What the answer is under another stated extra variation (a coefficient of variation)."""

    variation: float
    alarm: Direction | None
    low: float
    high: float
    tail: float


class Fold(Record, kw_only=True, frozen=True):
    """The latest figure over an earlier one, as people quote it.

    `higher` names an earlier period whose figure was as high (or as low): the base effect.
    """

    base: str
    base_value: float
    ratio: float
    higher: str | None = None
    higher_value: float | None = None


class SeriesVerdict(Record, kw_only=True, frozen=True):
    """How the latest figure of one series stands to what was to be expected of it.

    Args:
        table: Name of the file.
        series: Its id in the table; `labels` are its dimension labels.
        tail: Probability of a figure this far out; one-sided, null where not judged.
        adjusted: The same after control of the false-discovery rate over all series watched.
        assumption: What was assumed beside the figures, in words.
        words: The answer in one or two sentences.
    """

    table: str
    series: str
    labels: tuple[str, ...]
    unit: str | None
    state: State
    method: str
    direction: Direction | None = None
    tail: float | None = None
    adjusted: float | None = None
    excess: float | None = None
    """Latest figure over the edge of the band that it left; 1 inside."""
    fold: Fold | None = None
    assumption: str = ""
    under: tuple[Under, ...] = ()
    points: tuple[Point, ...] = ()
    words: str = ""


class Oddity(Record, kw_only=True, frozen=True):
    """A finding that is no alarm of a single series: composition, shift, mirror, gap, stop."""

    kind: OddityKind
    table: str
    series: tuple[str, ...]
    labels: tuple[str, ...]
    period: str
    words: str
    tail: float | None = None
    cells: tuple[str, ...] = ()


class Tally(Record, kw_only=True, frozen=True):
    """Counts over all series that were watched, also over those of a long table that are not listed.

    Args:
        left_out: Series that are not listed: of a long table only the least likely are.
        oddities_left_out: Oddities that are not listed for the same reason.
    """

    series: int
    judged: int
    alarms: int
    too_short: int
    left_out: int = 0
    oddities_left_out: int = 0


class Watched(Record, kw_only=True, frozen=True):
    """Everything that one call of `firsthand watch` found; series with alarms first."""

    schema: int = SCHEMA
    tables: tuple[str, ...] = ()
    level: float = 0.01
    """Nominal rate of false alarms of one series, each side."""
    false_discovery: float = 0.1
    series: tuple[SeriesVerdict, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    tally: Tally | None = None
    by: str = "watch/1"
