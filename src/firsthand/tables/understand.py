"""Grids into series: notes first, then each sheet's tables, then what tells the tables apart.

The order: legend of marks (`marks`), rows and blocks (`layout`, `sideways`, `misfits`), roles of columns (`columns`),
labels and periods of rows (`rows`), values (`assemble`), series (`series`).
"""

from __future__ import annotations

from collections import Counter

import msgspec

from firsthand.errors import TableError
from firsthand.model.table import Doubt, Table, Unplaced
from firsthand.tables.about import published_on, read_about
from firsthand.tables.assemble import Context, Harvest, Observation, harvest
from firsthand.tables.columns import read_columns
from firsthand.tables.grid import Cell, Grid, Page, cell_name
from firsthand.tables.heading_periods import is_running
from firsthand.tables.layout import Block, Layout, divide
from firsthand.tables.mapping import (
    Mapping,
    TableMap,
    map_blocks,
    map_columns,
    map_legend,
    map_style,
)
from firsthand.tables.marks import Legend, read_legend
from firsthand.tables.misfits import misfits
from firsthand.tables.period_part import Part
from firsthand.tables.periods import find_periods, read_period
from firsthand.tables.readers import limits
from firsthand.tables.rows import read_rows
from firsthand.tables.series import gather
from firsthand.tables.sideways import beside
from firsthand.tables.view import View, split_marks


class _Sheet(msgspec.Struct):
    """What was got out of one grid."""

    name: str | None
    tables: list[tuple[str | None, Harvest]]
    titles: list[str]
    notes: list[str]
    loose: list[Unplaced]


def legend_of(page: Page) -> Legend:
    """Return the marks that the words of a page explain."""
    return read_legend(_notes_of(page))


def understand(page: Page, *, name: str, digest: str, mapping: Mapping = Mapping()) -> Table:  # noqa: B008  frozen
    """Read the grids of a page as series; what the mapping says goes before what is found out.

    Raises:
        TableError: no grid holds a figure.
        TooLargeError: there are more sheets than `readers.limits` allows.
    """
    if len(page.grids) > limits.SHEETS:
        raise limits.too_large(f"there are {len(page.grids):,} sheets", where=name)
    legend = map_legend(legend_of(page), mapping)
    grids = [grid for grid in page.grids if grid.name not in mapping.skip]
    page = msgspec.structs.replace(page, grids=tuple(grids))
    sheets = [_read_sheet(grid, legend, page, mapping) for grid in page.grids]
    _take_registers(sheets)
    _number_tables(page, sheets)
    if not any(got.observations or got.unplaced for sheet in sheets for _, got in sheet.tables):
        raise TableError(
            "no table with figures in it",
            where=name,
            hint="Give the file or sheet that holds the figures",
        )
    observations = [
        (sheet.name, each)
        for sheet in sheets
        for _, got in sheet.tables
        for each in got.observations
    ]
    doubts = [_named(sheet, d) for sheet in sheets for _, got in sheet.tables for d in got.doubts]
    unplaced = [
        _placed(sheet, each)
        for sheet in sheets
        for each in (*(u for _, got in sheet.tables for u in got.unplaced), *sheet.loose)
    ]
    series = gather(observations, doubts)
    titles = [page.title] if page.title else []
    titles += [text for sheet in sheets for text in sheet.titles]
    notes = [*page.texts, *(text for sheet in sheets for text in sheet.notes)]
    about = read_about(list(dict.fromkeys(titles)), list(dict.fromkeys(notes)))
    return Table(
        table=name, sha256=digest, title=about.title, publisher=about.publisher, notes=about.notes,
        vintage=about.vintage, series=series, unplaced=tuple(unplaced), doubts=tuple(doubts),
    )  # fmt: skip


def _take_registers(sheets: list[_Sheet]) -> None:
    """Where no figure of a file has a period, tell those that need none, and that none was named."""
    harvests = [got for sheet in sheets for _, got in sheet.tables]
    if any(got.observations for got in harvests):
        return
    for got in harvests:
        cells = {each.cell for each in got.timeless}
        got.observations = got.timeless
        got.unplaced = [each for each in got.unplaced if each.cell not in cells]
        if cells:
            readings = ("a register, in which figures have no period", "the period is not named")
            got.doubts.append(Doubt(cells=_columns_of(got.timeless), readings=readings))


def _columns_of(observations: list[Observation]) -> tuple[str, ...]:
    """Return their cells as a range a column."""
    rows: dict[str, list[int]] = {}
    for each in observations:
        letters = each.cell.rstrip("0123456789")
        rows.setdefault(letters, []).append(int(each.cell[len(letters) :]))
    return tuple(f"{letters}{min(at)}:{letters}{max(at)}" for letters, at in rows.items())


def _named(sheet: _Sheet, doubt: Doubt) -> Doubt:
    return msgspec.structs.replace(doubt, sheet=sheet.name)


def _placed(sheet: _Sheet, unplaced: Unplaced) -> Unplaced:
    return msgspec.structs.replace(unplaced, sheet=sheet.name)


def _number_tables(page: Page, sheets: list[_Sheet]) -> None:
    """Several tables of figures on a web page are its sheets 1, 2, …"""
    held = [
        sheet
        for grid, sheet in zip(page.grids, sheets, strict=True)
        if grid.kind == "html" and any(got.observations for _, got in sheet.tables)
    ]
    if len(held) > 1:
        for number, sheet in enumerate(held, 1):
            sheet.name = str(number)


def _notes_of(page: Page) -> list[str]:
    """Return the rows of few cells as texts in which marks may be explained."""
    rows = [
        " ".join(_spoken(cell) for _, cell in sorted(cells.items()))
        for grid in page.grids
        for cells in grid.rows.values()
        if len(cells) <= 3
    ]
    return [
        *page.texts,
        *(grid.caption for grid in page.grids if grid.caption),
        *(r for r in rows if len(r) > 3),
    ]


def _spoken(cell: Cell) -> str:
    """Return a cell's text with each raised mark at the start of a line of its own."""
    text, end = "", 0
    for start, stop in cell.raised:
        text += f"{cell.text[end:start]}\n{cell.text[start:stop].strip()} "
        end = stop
    return (text + cell.text[end:]).strip()


def _read_sheet(grid: Grid, legend: Legend, page: Page, mapping: Mapping) -> _Sheet:
    view = View(grid, legend, map_style(mapping))
    layout = divide(view)
    mapped = map_blocks(grid, layout, mapping)
    sheet = _Sheet(grid.name, [], words_above(grid, layout), _rows_of(grid, layout.notes), [])
    for block, said in mapped or [(block, TableMap()) for block in layout.blocks]:
        set_aside = misfits(view, block)
        sheet.loose += [
            Unplaced(cell=cell_name(row, column), text=cell.text)
            for row in sorted(set_aside)
            for column, cell in sorted(grid.rows[row].items())
        ]
        kept = tuple(row for row in block.body if row not in set_aside)
        if kept:
            own = msgspec.structs.replace(block, body=kept)
            sheet.tables += _read_block(view, own, said, words_above(grid, layout), page)
    _tell_apart(sheet.tables)
    return sheet


def _read_block(
    view: View, block: Block, said: TableMap, titles: list[str], page: Page
) -> list[tuple[str | None, Harvest]]:
    """Read a block, or the several that stand beside each other in it, each with its caption."""
    out: list[tuple[str | None, Harvest]] = []
    for part, own in beside(view, block):
        columns = read_columns(part, own)
        map_columns(columns, said)
        context = context_of(part, own, titles, page)
        got = harvest(part, own, columns, read_rows(part, own, columns), context)
        captions = _texts(part.grid, own.captions)
        out.append((captions[-1] if captions else None, got))
    return out


def _tell_apart(tables: list[tuple[str | None, Harvest]]) -> None:
    """Give tables of a sheet their captions as labels where nothing else tells their values apart."""
    counts = Counter(key for _, got in tables for key in {_key(each) for each in got.observations})
    for caption, got in tables:
        if caption and any(counts[_key(each)] > 1 for each in got.observations):
            got.observations = [
                msgspec.structs.replace(each, dims=(("table", caption), *each.dims))
                for each in got.observations
            ]


def _key(each: Observation) -> tuple[object, ...]:
    """Return what two tables must not share. Units do not count: a caption may be all that they were told by."""
    return frozenset(text for _, text in each.dims), each.period.text


def _texts(grid: Grid, rows: tuple[int, ...]) -> list[str]:
    """Return the texts of rows cell by cell; a sentence that a delimited file cut at its commas is joined."""
    out: list[str] = []
    for row in rows:
        last = -2
        for column, cell in sorted(grid.rows.get(row, {}).items()):
            if grid.kind == "delimited" and column == last + 1 and cell.indent == 1:
                out[-1] = f"{out[-1]}, {cell.text}"
            else:
                out.append(cell.text)
            last = column
    return out


def _rows_of(grid: Grid, rows: tuple[int, ...]) -> list[str]:
    return [" ".join(cell.text for _, cell in sorted(grid.rows[row].items())) for row in rows]


def words_above(grid: Grid, layout: Layout) -> list[str]:
    """Return the texts above the first table of a grid."""
    return _texts(grid, layout.titles)


def context_of(view: View, block: Block, titles: list[str], page: Page) -> Context:
    """Return what the words around a block say."""
    grid = view.grid
    texts = [
        *_texts(grid, block.units),
        *reversed(_texts(grid, block.captions)),
        *([grid.caption] if grid.caption else []),
        *titles,
        *([page.title] if page.title else []),
    ]
    marks = split_marks(Cell(grid.name))[1] if grid.name else ()
    running = any(map(is_running, texts))
    return Context(tuple(texts), tuple(_outer_periods(grid, texts)), running, marks)


def _outer_periods(grid: Grid, texts: list[str]) -> list[Part]:
    """Return the periods of the sheet's name and of the words above, for tables whose headings name none."""
    out: list[Part] = []
    if grid.name:
        name = split_marks(Cell(grid.name))[0]
        parts = read_period(name)
        out += [parts[0]] if parts else [each.parts[0] for each in find_periods(name)]
    for text in texts:
        found = () if published_on(text) else find_periods(text)
        if len(found) == 1:
            out.append(found[0].parts[0])
    return out
