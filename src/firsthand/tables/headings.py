"""What stands over each column: the path of headings from the top down, spread over merged and blank cells."""

from __future__ import annotations

import msgspec

from firsthand.tables.layout import Block
from firsthand.tables.view import View, split_marks


class Heading(msgspec.Struct, frozen=True):
    """One heading over a column, with the cell in which it stands."""

    row: int
    column: int
    text: str
    marks: tuple[str, ...] = ()


def heading_paths(
    view: View, block: Block, stub: frozenset[int], columns: list[int]
) -> dict[int, tuple[Heading, ...]]:
    """Return for each column its headings from the top down; one that spans rows or columns stands once.

    Args:
        stub: Columns of labels; their headings do not spread to the columns of figures.
    """
    paths: dict[int, list[Heading]] = {column: [] for column in columns}
    reach: dict[int, int] = {}
    lowest = {
        c: n for n, row in enumerate(block.heads) for c in columns if _at(view, row, c) is not None
    }
    for number, row in enumerate(block.heads):
        spread = _spreads(view, block, row, number)
        carried: Heading | None = None
        for column in columns:
            own = _at(view, row, column)
            if own is not None:
                carried = own
                if column not in stub:
                    reach[column] = min(reach.get(column, number), number)
            elif column in stub or carried is None:
                continue
            elif not spread or reach.get(column, number) < number:
                carried = None  # merged cells end by themselves; a higher heading begins here
                continue
            elif carried.column in stub or lowest.get(column, -1) <= number:
                continue
            if carried is not None and (not paths[column] or paths[column][-1] != carried):
                paths[column].append(carried)
    return {column: tuple(path) for column, path in paths.items()}


def _at(view: View, row: int, column: int) -> Heading | None:
    r, c = view.origin(row, column)
    cell = view.grid.at(r, c)
    if cell is None:
        return None
    text, marks = split_marks(cell)
    return Heading(r, c, text, marks)


def _spreads(view: View, block: Block, row: int, number: int) -> bool:
    """Blank cells go on from the left only in a row above another, and only where nothing is merged."""
    if number == len(block.heads) - 1:
        return False
    return not any(area.top == row and area.right > area.left for area in view.grid.areas)
