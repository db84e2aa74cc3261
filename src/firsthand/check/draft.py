"""A check before it has its number."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.check.said import Said
from firsthand.check.select import Cell
from firsthand.model.check import Check, CheckKind, Verdict
from firsthand.model.table import Flag

_TOLD_FLAGS: tuple[Flag, ...] = ("provisional", "revised", "approximate", "estimate")


class Draft(NamedTuple):
    """What a rule found; the engine numbers and orders the drafts.

    Args:
        cells: The cells that went in; () for a check inside the texts.
        row: Labels to print in place of those of the first cell.
    """

    kind: CheckKind
    verdict: Verdict
    arithmetic: str
    cells: tuple[Cell, ...] = ()
    said: Said | None = None
    row: str | None = None


def finish(draft: Draft, ident: str) -> Check:
    """Return the record of a draft."""
    first = draft.cells[0] if draft.cells else None
    table = first.chosen.table.table if first else None
    row = draft.row if draft.row is not None else (first.row if first else None)
    several = len(draft.cells) > 1
    flags = {flag for cell in draft.cells for flag in cell.value.flags}
    return Check(
        id=ident,
        kind=draft.kind,
        verdict=draft.verdict,
        arithmetic=draft.arithmetic,
        table=table,
        row=row,
        cell=first.value.cell if first else None,
        cells=tuple(cell.value.cell for cell in draft.cells) if several else (),
        answer=draft.said.place if draft.said else None,
        claims=draft.said.claims if draft.said else (),
        flags=tuple(flag for flag in _TOLD_FLAGS if flag in flags),
    )
