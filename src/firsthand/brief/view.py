"""How a terminal shows a brief: its width, its signs, and what is opened."""

from __future__ import annotations

from firsthand.model.base import Record

NARROW, WIDE = 80, 120
"""Columns where the terminal does not tell, and at most."""


class View(Record, kw_only=True, frozen=True):
    """What the terminal can show and what was asked for.

    Args:
        width: Columns; kept between 60 and 120.
        color: Whether the eight plain colours may be used.
        unicode: Whether signs and lines beyond ASCII may be used.
        all: Print every claim and fold nothing.
        path: Number of the claim whose whole path is printed.
        open: Number of the claim whose spans are printed.
    """

    width: int = NARROW
    color: bool = False
    unicode: bool = True
    all: bool = False
    path: int | None = None
    open: int | None = None

    @property
    def columns(self) -> int:
        """The width that is used."""
        return max(60, min(self.width, WIDE))

    @property
    def roomy(self) -> bool:
        """Whether sums and provisions stand in the list of claims."""
        return self.columns >= 110
