"""Verdicts on numbers, and the grade of a claim."""

from __future__ import annotations

from typing import Literal

from firsthand.model.base import Record

CheckKind = Literal[
    "value", "share", "fold", "change", "difference", "sum", "bound", "rank", "average",
    "forecast", "date",
]  # fmt: skip
Verdict = Literal["agrees", "agrees-within-rounding", "differs", "not-comparable", "cannot-tell"]


class Check(Record, kw_only=True, frozen=True):
    """One distinct answer held against a table's cell, or against other values of the same texts.

    `arithmetic` shows the sum with its rounding: "13,221 / 1,117 = 11.84, which rounds to 12".
    """

    id: str
    kind: CheckKind
    verdict: Verdict
    arithmetic: str
    table: str | None = None
    row: str | None = None
    """Labels of the series, joined by " / "."""
    cell: str | None = None
    cells: tuple[str, ...] = ()
    """All cells that went in, where there are several."""
    answer: int | None = None
    """Index of the answer in its question."""
    claims: tuple[str, ...] = ()
    """DOCUMENT#CLAIM of the claims that were held."""
    flags: tuple[str, ...] = ()
    """Flags of the cells: provisional, revised, approximate."""
    by: str = "check/1"


class Credibility(Record, kw_only=True, frozen=True):
    """Grade of the information on the Admiralty scale (NATO AJP-2.1), proposed until a person sets it."""

    grade: Literal[1, 2, 3, 4, 5, 6]
    why: tuple[str, ...]
    by: Literal["proposed", "person"] = "proposed"
