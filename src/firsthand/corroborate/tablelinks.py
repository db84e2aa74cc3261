"""Which held table is the paper of which origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.corroborate.slips import significant
from firsthand.corroborate.voices import OFFICIAL, Voice, core_of
from firsthand.model.table import Table

TELLING_DIGITS = 3
"""Significant digits of a value that a table and an origin's answers share, from which they belong together."""
_WITH_TABLES = OFFICIAL | {"document", "company", "research-body"}


@dataclass(frozen=True, slots=True)
class HeldTable:
    """What is asked of a table: the words of its publisher and title, and its figures."""

    name: str
    vintage: str | None
    core: frozenset[str]
    lands: frozenset[str]
    figures: frozenset[float]


def held_table(table: Table) -> HeldTable:
    """Return what links a table to an origin."""
    words = " ".join(filter(None, (table.publisher, table.title, *table.notes[:3])))
    core, lands = core_of(words)
    figures = {float(v.value) for s in table.series for v in s.values if v.value is not None}
    return HeldTable(table.table, table.vintage, core, lands, frozenset(figures))


def table_of(
    voices: Sequence[Voice], values: Iterable[float], tables: Sequence[HeldTable]
) -> HeldTable | None:
    """Return the table that an origin published: its words name the origin, or it prints its figures.

    Ties go to the table with more of the figures, then to the first name.
    """
    named = [v for v in voices if v.anonymity == "named"]
    if not any(v.kind in _WITH_TABLES or v.generic for v in named):
        return None
    told = {abs(v) for v in values if significant(v) >= TELLING_DIGITS}
    ranked = []
    for table in tables:
        figures = len(told & table.figures)
        words = max((_words_shared(v, table) for v in named), default=0.0)
        if figures or words == 1.0:
            ranked.append((words >= 0.6, figures, words, table))
    ranked.sort(key=lambda r: (-r[0], -r[1], -r[2], r[3].name))
    return ranked[0][3] if ranked else None


def _words_shared(voice: Voice, table: HeldTable) -> float:
    telling = voice.core - voice.lands
    return len(telling & table.core) / len(telling) if telling else 0.0
