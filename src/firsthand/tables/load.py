"""`load_table`: an official file of figures as a `Table`, each value with the cell that it came from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from firsthand.errors import TableError
from firsthand.model.table import Doubt, Table, Unplaced
from firsthand.tables.about import published_on, read_about
from firsthand.tables.assemble import Context, Observation, harvest
from firsthand.tables.columns import read_columns
from firsthand.tables.grid import Grid, Page
from firsthand.tables.layout import Layout, divide
from firsthand.tables.marks import read_legend
from firsthand.tables.periods import Part, find_periods, read_period
from firsthand.tables.readers import limits
from firsthand.tables.readers.container import read_page
from firsthand.tables.rows import read_rows
from firsthand.tables.series import gather
from firsthand.tables.view import View


def load_table(path: Path) -> Table:
    """Read a file of official figures.

    Raises:
        TableError: there is no table with figures in it, or the container is broken.
        TooLargeError: it exceeds the bounds of `readers.limits`.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > limits.BYTES:
            raise limits.too_large(f"{size:,} bytes", where=name)
        data = path.read_bytes()
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=name) from error
    return read_table(data, name=name)


def read_table(data: bytes, *, name: str) -> Table:
    """Read the bytes of a file of official figures; `name` tells the container by its ending.

    Raises:
        TableError, TooLargeError: as `load_table`.
    """
    return understand(
        read_page(data, name=name), name=name, digest=hashlib.sha256(data).hexdigest()
    )


def understand(page: Page, *, name: str, digest: str) -> Table:
    """Read the grids of a page as series.

    Raises:
        TableError: no grid holds a figure.
    """
    legend = read_legend(_rows_of_words(page))
    found: list[tuple[str | None, Observation]] = []
    unplaced: list[Unplaced] = []
    doubts: list[Doubt] = []
    titles: list[str] = [page.title] if page.title else []
    notes: list[str] = list(page.texts)
    for grid in page.grids:
        view = View(grid, legend)
        layout = divide(view)
        above = _words(grid, layout.titles)
        titles += [text for text in above if text not in titles]
        notes += [text for text in _words(grid, layout.notes) if text not in notes]
        for number, block in enumerate(layout.blocks):
            columns = read_columns(view, block)
            context = _context(view, layout, number, page)
            got = harvest(view, block, columns, read_rows(view, block, columns), context)
            found += [(grid.name, each) for each in got.observations]
            unplaced += got.unplaced
            doubts += got.doubts
    if not found and not unplaced:
        raise TableError(
            "no table with figures in it",
            where=name,
            hint="Export the sheet that holds the figures",
        )
    series = gather(found, doubts)
    about = read_about(titles, notes)
    return Table(
        table=name, sha256=digest, title=about.title, publisher=about.publisher, notes=about.notes, vintage=about.vintage,
        series=series, unplaced=tuple(unplaced), doubts=tuple(doubts),
    )  # fmt: skip


def _rows_of_words(page: Page) -> list[str]:
    rows = [
        " ".join(cell.text for _, cell in sorted(cells.items()))
        for grid in page.grids
        for cells in grid.rows.values()
        if len(cells) <= 3
    ]
    return [*page.texts, *(row for row in rows if len(row) > 3)]


def _words(grid: Grid, rows: tuple[int, ...]) -> list[str]:
    return [" ".join(cell.text for _, cell in sorted(grid.rows[row].items())) for row in rows]


def _context(view: View, layout: Layout, number: int, page: Page) -> Context:
    grid, block = view.grid, layout.blocks[number]
    captions = _words(grid, block.captions)
    texts = [
        *_words(grid, block.units),
        *reversed(captions),
        *([grid.caption] if grid.caption else []),
    ]
    texts += _words(grid, layout.titles)
    texts += [page.title] if page.title else []
    return Context(
        tuple(texts), _distinct(grid, layout, number), tuple(_outer_periods(grid, texts))
    )


def _distinct(grid: Grid, layout: Layout, number: int) -> str | None:
    """Return the caption where tables of a sheet have the same headings and differ by nothing else."""
    if len(layout.blocks) < 2:
        return None
    captions = _words(grid, layout.blocks[number].captions)
    return captions[-1] if captions else None


def _outer_periods(grid: Grid, texts: list[str]) -> list[Part]:
    """Return the periods of the sheet's name and of the words above, for tables whose headings name none."""
    out: list[Part] = []
    if grid.name:
        parts = read_period(grid.name)
        out += [parts[0]] if parts else [each.parts[0] for each in find_periods(grid.name)]
    for text in texts:
        if published_on(text):
            continue
        found = find_periods(text)
        if len(found) == 1:
            out.append(found[0].parts[0])
    return out
