"""Tables that stand beside each other on one sheet, cut apart."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from firsthand.tables.layout import Block
from firsthand.tables.view import View


def beside(view: View, block: Block) -> list[tuple[View, Block]]:
    """Cut a block at blank columns behind which a column of labels begins again; else return it whole."""
    cuts = _cuts(view, block)
    if not cuts:
        return [(view, block)]
    parts = []
    for left, right in zip([0, *cuts], [*cuts, view.grid.width], strict=True):
        rows = {
            row: kept
            for row, cells in view.grid.rows.items()
            if (kept := {c: cell for c, cell in cells.items() if left <= c < right})
        }
        part = view.narrowed(rows)
        parts.append((part, _narrow(part, block, left)))
    return [(part, own) for part, own in parts if own.body]


def _cuts(view: View, block: Block) -> list[int]:
    """Return the first columns of the tables to the right."""
    rows = [*block.heads, *block.body]
    used = sorted({column for row in rows for column in view.grid.rows[row]})
    cuts = []
    for before, column in pairwise(used):
        if column > before + 1 and before > 0 and _begins_a_table(view, block, column, used[0]):
            cuts.append(column)
    return cuts


def _begins_a_table(view: View, block: Block, column: int, first: int) -> bool:
    """A column of words under a heading of words, with figures to its right, as the first column has."""
    filled = [row for row in block.body if column in view.grid.rows[row]]
    words = sum(1 for row in filled if view.is_words(row, column) or view.periods(row, column))
    figures = any(
        c > column and view.is_figure(row, c) for row in filled for c in view.grid.rows[row]
    )
    headed = [row for row in block.heads if view.is_words(row, column)]
    return (
        bool(filled)
        and words * 10 >= len(filled) * 8
        and figures
        and bool(headed)
        and first < column
    )


def _narrow(view: View, block: Block, left: int) -> Block:
    """Return the block of one part; a top heading row with one cell at its left edge is its caption."""
    heads = [row for row in block.heads if row in view.grid.rows]
    captions = list(block.captions)
    while (
        len(heads) > 1 and len(view.grid.rows[heads[0]]) == 1 and left in view.grid.rows[heads[0]]
    ):
        captions.append(heads.pop(0))
    body = tuple(row for row in block.body if row in view.grid.rows)
    return msgspec.structs.replace(
        block,
        heads=tuple(heads),
        body=body,
        captions=tuple(c for c in captions if c in view.grid.rows),
    )
