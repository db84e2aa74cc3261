"""Where the tables stand on a sheet: rows of words above, heading rows, the body, notes below.

A row is told by what its cells could be; a block is a run of rows with figures and the heading rows right above it.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from itertools import pairwise

import msgspec

from firsthand.tables.marks import kind_of, read_legend
from firsthand.tables.units import read_unit
from firsthand.tables.view import View

NOTE_LENGTH = 60
"""Characters above which a lone text is prose, not a heading."""


class RowKind(Enum):
    """What a row is by its own cells."""

    FIGURES = "figures"
    HEADING = "heading"
    LONE = "lone"
    REMARK = "remark"


class Block(msgspec.Struct):
    """One table on a sheet.

    Args:
        heads: Heading rows from top to bottom.
        body: Rows from the first to the last with figures, rows of words between them included.
        captions: Rows of words right above the heading rows, top to bottom.
        units: Rows above the body that hold nothing but a unit for all of it.
    """

    heads: tuple[int, ...]
    body: tuple[int, ...]
    captions: tuple[int, ...] = ()
    units: tuple[int, ...] = ()


class Layout(msgspec.Struct):
    """A sheet divided: its blocks, the rows above the first and the rows of notes."""

    blocks: tuple[Block, ...]
    titles: tuple[int, ...]
    notes: tuple[int, ...]


def row_kind(view: View, row: int) -> RowKind:
    """Return what a row is by its own cells."""
    cells = view.grid.rows[row]
    columns = sorted(cells)
    if len(columns) == 1:
        lone = columns[0]
        return (
            RowKind.FIGURES
            if view.is_plain_figure(row, lone) and lone > 0 and not _prose(view, row)
            else RowKind.LONE
        )
    figures = [column for column in columns if view.is_plain_figure(row, column)]
    if not figures:
        return RowKind.REMARK if _is_remark(view, row, columns) else RowKind.HEADING
    if figures == columns[:1] and len(columns) <= 3 and view.is_words(row, columns[1]):
        return RowKind.REMARK
    return RowKind.FIGURES


def _prose(view: View, row: int) -> bool:
    return any(len(cell.text) > NOTE_LENGTH for cell in view.grid.rows[row].values())


def _is_remark(view: View, row: int, columns: list[int]) -> bool:
    """A mark or year with its explanation beside it, or two cells of which one is prose."""
    if len(columns) > 3:
        return False
    first, second = view.grid.rows[row][columns[0]].text, view.grid.rows[row][columns[1]].text
    if len(second) > NOTE_LENGTH or (
        len(first) > NOTE_LENGTH and len(columns) == 2 and read_unit(second) is None
    ):
        return True
    return len(first) <= 4 and len(columns) == 2 and kind_of(second) is not None and len(second) > 6


def divide(view: View) -> Layout:
    """Find the tables of a sheet, in reading order."""
    rows = list(view.grid.rows)
    kinds = {row: row_kind(view, row) for row in rows}
    _find_years_as_figures(view, rows, kinds)
    blocks: list[Block] = []
    start = 0
    while start < len(rows):
        first = next(
            (i for i in range(start, len(rows)) if kinds[rows[i]] is RowKind.FIGURES), None
        )
        if first is None:
            break
        heads, units, first, top = _climb(view, rows, kinds, first, start)
        last = _descend(view, rows, kinds, first)
        if heads or last - first >= 1:
            captions = _captions(rows, kinds, start if blocks else 0, top, bool(blocks), view)
            blocks.append(
                Block(tuple(heads), tuple(rows[first : last + 1]), captions, tuple(units))
            )
        start = last + 1
    return _with_words(rows, blocks)


def _find_years_as_figures(view: View, rows: list[int], kinds: dict[int, RowKind]) -> None:
    """A labelled row of years right below another labelled row of years holds figures that look like them."""
    for above, row in pairwise(rows):
        if kinds[above] is not RowKind.HEADING or kinds[row] is not RowKind.HEADING:
            continue
        first, *others = sorted(view.grid.rows[row])
        if view.is_words(row, first) and view.is_words(above, first) and others and all(
            view.is_year(row, column) and view.periods(above, column) for column in others
        ):  # fmt: skip
            kinds[row] = RowKind.FIGURES


def _with_words(rows: list[int], blocks: list[Block]) -> Layout:
    if not blocks:
        return Layout((), tuple(rows), ())
    # The only line above the first table is both its caption and the title of the sheet.
    held = [(*block.heads, *block.body, *block.units) for block in blocks]
    used = {row for own in held for row in own}
    used |= {row for block in blocks[1:] for row in block.captions}
    top = min((*blocks[0].heads, *blocks[0].body))
    titles = tuple(row for row in rows if row < top and row not in used)
    notes = tuple(row for row in rows if row > top and row not in used)
    return Layout(tuple(blocks), titles, notes)


def _climb(
    view: View, rows: list[int], kinds: dict[int, RowKind], first: int, floor: int
) -> tuple[list[int], list[int], int, int]:
    """Collect heading rows upwards from the first row of figures.

    Returns heading rows, unit rows, the index where the body begins and the index of the topmost row taken.
    """
    left = min(min(view.grid.rows[row]) for row in rows[first : first + 5])
    heads: list[int] = []
    units: list[int] = []
    top, index = first, first - 1
    while index >= floor:
        row, gap = rows[index], rows[index + 1] - rows[index]
        if gap > (1 if heads else 3) or kinds[row] in {RowKind.FIGURES, RowKind.REMARK}:
            break
        if kinds[row] is RowKind.HEADING:
            if not heads and _is_period_row_of_body(view, rows, kinds, index):
                first = top = index
            elif heads and _is_title_row(view, row, left):
                break
            else:
                heads.insert(0, row)
                top = index
        elif not _take_lone(view, rows, kinds, index, left, heads, units):
            break
        elif row in heads or row in units:
            top = index
        else:
            first = top = index
        index -= 1
    return heads, units, first, top


def _take_lone(
    view: View,
    rows: list[int],
    kinds: dict[int, RowKind],
    index: int,
    left: int,
    heads: list[int],
    units: list[int],
) -> bool:
    """Decide on a row with one cell above the body: unit, group heading, section; False: it is a caption."""
    row = rows[index]
    column, cell = next(iter(view.grid.rows[row].items()))
    area = view.area(row, column)
    above = kinds.get(rows[index - 1]) if index and row - rows[index - 1] <= 2 else None
    if read_unit(cell.text) and (not heads or above is RowKind.HEADING or column > left):
        if column > left and (area is not None or not heads):
            heads.insert(0, row)
        elif heads and above is not RowKind.HEADING and column <= left:
            return False
        else:
            units.insert(0, row)
        return True
    if column > left or (area and area.bottom > row and heads):
        if len(cell.text) > NOTE_LENGTH:
            return False
        heads.insert(0, row)
        return True
    if heads:
        return False
    # A lone text between headings and figures is the first section; rows above must still be headings.
    return _headings_above(rows, kinds, index)


def _headings_above(rows: list[int], kinds: dict[int, RowKind], index: int) -> bool:
    for above in range(index - 1, max(-1, index - 4), -1):
        if rows[above + 1] - rows[above] > 2:
            return False
        if kinds[rows[above]] is RowKind.HEADING:
            return True
        if kinds[rows[above]] is not RowKind.LONE:
            return False
    return False


def _is_period_row_of_body(
    view: View, rows: list[int], kinds: dict[int, RowKind], index: int
) -> bool:
    """Tell a first row such as `2018 | 2029 | 2010`, whose figures look like periods, from a heading row.

    It has a period where the rows below have theirs, and where the heading row above it has words.
    """
    if not index or kinds[rows[index - 1]] is not RowKind.HEADING:
        return False
    row, above = rows[index], rows[index - 1]
    below = rows[index + 1 : index + 6]
    for column in view.grid.rows[row]:
        if not view.periods(row, column) or not view.is_words(above, column):
            continue
        if all(view.periods(each, column) for each in below):
            return True
    return False


def _is_title_row(view: View, row: int, left: int) -> bool:
    """Tell a row such as `Table 5. Exports | | | thousand tonnes`, or a title cut at its commas, from headings."""
    cells = view.grid.rows[row]
    others = [cell for column, cell in cells.items() if column > left]
    if left not in cells:
        return False
    cut = list(cells) == list(range(left, left + len(cells))) and all(
        each.indent == 1 for each in others
    )
    if view.grid.kind == "delimited" and cut and 2 * len(cells) <= view.grid.width:
        return True
    return len(others) == 1 and (
        read_unit(others[0].text) is not None or len(cells[left].text) > NOTE_LENGTH
    )


def _descend(view: View, rows: list[int], kinds: dict[int, RowKind], first: int) -> int:
    """Return the index of the last row of figures that belongs to the body that begins at `first`."""
    last = first
    values: Counter[int] = Counter()
    seen = 0
    for index in range(first, len(rows)):
        row = rows[index]
        if kinds[row] is RowKind.FIGURES:
            if index > first and _far(view, rows, kinds, index, last):
                break
            last, seen = index, seen + 1
            values.update(
                column for column in view.grid.rows[row] if view.figure(row, column) is not None
            )
        elif kinds[row] is RowKind.HEADING:
            columns = {column for column, count in values.items() if count * 2 >= seen}
            if _opens_a_table(view, rows, kinds, index, columns):
                break
            if _has_values(view, row, columns):
                last = index
    return last


def _has_values(view: View, row: int, columns: set[int]) -> bool:
    """Tell whether a row without plain figures still has values: figures that look like years."""
    cells = [column for column in view.grid.rows[row] if column in columns]
    return bool(cells) and all(view.figure(row, column) is not None for column in cells)


def _far(view: View, rows: list[int], kinds: dict[int, RowKind], index: int, last: int) -> bool:
    """Tell whether a row of figures after notes is no more of the table: words between, a wide gap, one figure."""
    if index - last <= 1:
        return False
    between = [rows[i] for i in range(last + 1, index)]
    remarks = sum(1 for row in between if kinds[row] is RowKind.REMARK)
    return remarks > 0 and rows[index] - rows[last] > 2 and len(view.grid.rows[rows[index]]) <= 2


def _opens_a_table(
    view: View, rows: list[int], kinds: dict[int, RowKind], index: int, values: set[int]
) -> bool:
    """Tell whether a row of words and periods within a body is the heading of another table."""
    following = [kinds[row] for row in rows[index + 1 : index + 5]]
    if RowKind.FIGURES not in following:
        return False
    row = rows[index]
    held = [column for column in view.grid.rows[row] if column in values]
    words = [c for c in held if view.figure(row, c) is None and not view.periods(row, c)]
    if words and len(words) * 2 >= len(values):
        return True
    periods = [column for column in held if view.periods(row, column)]
    left = min(view.grid.rows[row])
    begins = left in values or view.is_words(row, left)
    gap = row - rows[index - 1] > 1 or kinds[rows[index - 1]] is RowKind.LONE
    return (
        begins
        and gap
        and len(periods) * 2 >= len(values)
        and not (values - set(held) and len(held) < 2)
    )


def _captions(
    rows: list[int], kinds: dict[int, RowKind], start: int, top: int, later: bool, view: View
) -> tuple[int, ...]:
    """Return the lone rows right above a block; between two tables only the last group of them."""
    taken: list[int] = []
    for index in range(top - 1, start - 1, -1):
        row = rows[index]
        if kinds[row] is not RowKind.LONE:
            break
        gap = (rows[index + 1] if index + 1 < len(rows) else row + 1) - row
        text = next(iter(view.grid.rows[row].values())).text
        if later and taken and (gap > 2 or _is_note(text)):
            break
        if later and _is_note(text):
            break
        taken.insert(0, row)
    if later:
        return tuple(taken)
    return tuple(taken[-1:]) if _has_caption(rows, taken) else ()


def _has_caption(rows: list[int], taken: list[int]) -> bool:
    """Above the first table the last lone row is its caption where it is the only one, or a gap parts it from the title."""
    if len(taken) < 2:
        return bool(taken)
    at = rows.index(taken[-1])
    return taken[-1] - rows[at - 1] > 1


def _is_note(text: str) -> bool:
    return bool(read_legend([text]).told)
