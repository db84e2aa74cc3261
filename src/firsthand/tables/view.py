"""A grid with what each cell could be: figure, sign, period, unit or words. Every later stage looks through it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from firsthand.tables.figures import Figure, Known, Style, agree_style, read_figure, split_raised
from firsthand.tables.grid import Area, Cell, Grid
from firsthand.tables.lexicon import fold, heading_words, mark_words, plain_dashes
from firsthand.tables.marks import BESIDE, Legend, kind_of
from firsthand.tables.period_part import FIRST_YEAR, LAST_YEAR, Part, period_of_day
from firsthand.tables.periods import is_whole_year, read_period
from firsthand.tables.readers import limits

_YEAR = re.compile(r"(1[89]|20)\d\d")
_MARKED = re.compile(
    r"(?P<core>.*?\S)\s?(?P<mark>\([^\W\d_]{1,2}\)|\[[^\[\]]{1,8}\]|\(\d{1,2}\)|(?:(?<=\s)\d{1,2}|(?<!\s)\d)[)/]|\d?[^\W\d_]{1,2}\)|[*†‡§]{1,3}|(?<=[\d.\u3040-\uffff])\s?(?:[a-zA-Z]{1,2}|[\u0400-\u052f]{1,2}|(?<=\d)[^\W\d_]))"
)

# "2024 (preliminary)", "2024, предварительные данные": words in a mark's stead.
_WORDED = re.compile(
    r"(?P<core>.*[\d.\u3040-\uffff])[\s,]*[(\[（]?\s?(?P<words>[^\W\d_][^()\d（）]{1,40})[)\]）]?"
)


class View:
    """One grid, looked at under a style of numbers and a legend of marks.

    Readings are kept by the text of the cell, so that stages may ask again and again.
    """

    def __init__(self, grid: Grid, legend: Legend, style: Style | None = None) -> None:
        self.grid = grid
        self.legend = legend
        self.known = Known(legend.signs, frozenset(legend.told))
        self.style = style or agree_style(_candidates(grid))
        self._figures: dict[str, Figure | None] = {}
        self._periods: dict[str, tuple[Part, ...]] = {}
        self._covers: dict[tuple[int, int], tuple[int, int]] = {}
        self._areas: dict[tuple[int, int], Area] = {}
        for area in grid.areas:
            self._areas[area.top, area.left] = area
        self._cover(grid)

    def _cover(self, grid: Grid) -> None:
        """Note for each blank place of a merged area where its content stands."""
        rows, width = list(grid.rows), grid.width
        for area in grid.areas:
            first, end = bisect_left(rows, area.top), bisect_right(rows, area.bottom)
            right = min(area.right, width - 1)
            if len(self._covers) + (end - first) * (right - area.left + 1) > limits.CELLS:
                raise limits.too_large(
                    "merged areas cover too many cells", where=grid.name or "table"
                )
            for row in rows[first:end]:
                held = grid.rows[row]
                for column in range(area.left, right + 1):
                    if column not in held:
                        self._covers[row, column] = (area.top, area.left)

    def narrowed(self, rows: dict[int, dict[int, Cell]]) -> View:
        """Return a view of some of the cells, under the same style and legend."""
        grid = Grid(
            rows,
            name=self.grid.name,
            kind=self.grid.kind,
            areas=self.grid.areas,
            lengths=self.grid.lengths,
        )
        return View(grid, self.legend, self.style)

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """Return the upper left of the merged area in which the cell lies, or the cell itself."""
        return self._covers.get((row, column), (row, column))

    def area(self, row: int, column: int) -> Area | None:
        """Return the merged area whose upper left the cell is."""
        return self._areas.get((row, column))

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the cell, for a covered place that of its merged area."""
        return self.grid.at(*self.origin(row, column))

    def figure(self, row: int, column: int) -> Figure | None:
        """Return the cell as a figure, None where it holds none."""
        cell = self.grid.at(row, column)
        if cell is None:
            return None
        if cell.number is not None or cell.raised or cell.fault is not None or cell.day is not None:
            return read_figure(cell, self.style, self.known)
        if cell.text not in self._figures:
            self._figures[cell.text] = read_figure(cell, self.style, self.known)
        return self._figures[cell.text]

    def periods(self, row: int, column: int) -> tuple[Part, ...]:
        """Return the readings of a cell that is nothing but a period, marks beside it aside."""
        cell = self.grid.at(row, column)
        if cell is None:
            return ()
        if cell.number is not None or cell.raised or cell.day is not None:
            return _periods_of(cell)
        if cell.text not in self._periods:
            self._periods[cell.text] = _periods_of(cell)
        return self._periods[cell.text]

    def is_year(self, row: int, column: int) -> bool:
        """Tell whether the cell may be a bare year."""
        cell = self.grid.at(row, column)
        if cell is None or cell.percent:
            return False
        if cell.number is not None:
            return (
                cell.number == int(cell.number)
                and FIRST_YEAR <= cell.number <= LAST_YEAR
                and bool(_YEAR.match(cell.text))
            )
        return bool(_YEAR.match(cell.text)) and bool(self.periods(row, column))

    def is_figure(self, row: int, column: int) -> bool:
        """Tell whether the cell holds a figure or sign that cannot be a heading."""
        figure = self.figure(row, column)
        return figure is not None and not self.periods(row, column)

    def is_plain_figure(self, row: int, column: int) -> bool:
        """Tell whether the cell is a figure beyond doubt: letters that custom takes for signs do not count."""
        figure = self.figure(row, column)
        if figure is None or self.periods(row, column):
            return False
        sign = figure.sign
        return sign is None or not sign.isalpha() or sign in self.legend.signs

    def is_words(self, row: int, column: int) -> bool:
        """Tell whether the cell holds words: neither a figure beyond doubt nor a period."""
        if self.grid.at(row, column) is None or self.periods(row, column):
            return False
        return not self.is_plain_figure(row, column)


def _candidates(grid: Grid) -> list[tuple[int, str]]:
    """Return up to 5,000 (column, text) of cells that could be figures, from which the style of numbers is told."""
    out = []
    for _, column, cell in grid.cells():
        text = cell.text
        if (
            cell.number is None
            and len(text) < 30
            and text[-1:]
            and sum(c.isdigit() for c in text) * 2 > len(text)
        ):
            out.append((column, split_raised(cell)[0]))
            if len(out) >= 5000:
                break
    return out


def _periods_of(cell: Cell) -> tuple[Part, ...]:
    if cell.day is not None:
        return (period_of_day(cell.day),)
    if cell.number is not None and not _YEAR.match(cell.text):
        return ()
    if cell.text.isascii() and cell.text.isdigit() and not _YEAR.match(cell.text):
        return ()
    text, _ = split_marks(cell)
    if not cell.percent and len(text) <= 60 and (any(c.isdigit() for c in text) or len(text) >= 2):
        return read_period(text)
    return ()


def split_marks(cell: Cell) -> tuple[str, tuple[str, ...]]:
    """Return the words of a heading or label without the marks behind them, and the marks."""
    text, marks = split_raised(cell)
    if cell.number is not None or len(text) > 200:
        return text, marks
    if (
        (said := _WORDED.fullmatch(text))
        and kind_of(said["words"]) in BESIDE
        and _is_dated(said["core"])
    ):
        text, marks = said["core"].rstrip(" ,("), (*marks, said["words"])
    while (found := _MARKED.fullmatch(text)) and len(found["core"]) > 1:
        if not _is_mark(found["core"], found["mark"]):
            break
        marks = (found["mark"].strip("()[] "), *marks)
        text = found["core"].rstrip(" ,")
    return _split_letter(text, marks)


def _split_letter(text: str, marks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Take a letter off that custom makes a mark, where what stands before it is a whole period ("4. Quartal p")."""
    core, _, last = text.rpartition(" ")
    if not core or len(last) > 2 or fold(last) not in _letters() or read_period(text):
        return text, marks
    if read_period(core) or is_whole_year(core):
        return core, (last, *marks)
    return text, marks


@cache
def _letters() -> frozenset[str]:
    return frozenset(fold(mark) for mark in mark_words().defaults if mark.isalpha())


def _is_dated(core: str) -> bool:
    return bool(read_period(core.rstrip(" ,(（")))


@cache
def _units_that_follow_numbers() -> frozenset[str]:
    words = (
        "г", "р", "гг", "рр", "кв", "年", "년", "월", "月", "週", "주", "日", "일", "期", "度",
        "q", "h", "vj", "hj", "th", "st", "nd", "rd",
    )  # fmt: skip
    return frozenset(map(fold, words))


def _is_mark(core: str, mark: str) -> bool:
    """Tell whether the end of a heading is a mark, not a part of its words or of a period."""
    bare = fold(mark).strip("()[]. /")
    if bare in _units_that_follow_numbers() or core.endswith("("):
        return False
    opened = "(" in core and ")" not in core
    if mark.endswith(")") and not mark.startswith("("):
        return not opened
    if mark.startswith("(") and bare.isalpha() and not core[-1].isdigit():
        return len(bare) == 1 and bare in "prebsc"
    if bare.isalpha():
        dated = read_period(core + mark) or read_period(f"{core} {mark}")
        # Behind other signs than digits only letters that custom makes marks: "2024年 p", not "그룹 A".
        return not dated and (core[-1].isdigit() or core[-1] == "." or bare in _letters())
    return not opened


def is_total(label: str) -> bool:
    """Tell whether a label names a total: "Total", "All citizenships", "합계"."""
    bare = plain_dashes(fold(label)).strip(" :.,*-")
    words = _totals()
    if bare in words[0]:
        return True
    return bare.split(" ")[0].rstrip(":,") in words[1] and len(bare) < 60


@cache
def _totals() -> tuple[frozenset[str], frozenset[str]]:
    words = heading_words()
    return frozenset(map(fold, words.total)), frozenset(map(fold, words.total_starts))


def is_of_which(label: str) -> bool:
    """Tell whether a label is only a lead-in ("of which:", "в том числе:")."""
    return plain_dashes(fold(label)).strip(" :.,-") in _of_which()


@cache
def _of_which() -> frozenset[str]:
    return frozenset(map(fold, heading_words().of_which))


def column_roles(heading: str) -> frozenset[str]:
    """Return the roles of `data/headings.yaml` that a column heading names ("year" names period and year)."""
    bare = plain_dashes(fold(heading)).strip(" :.,")
    return frozenset(role for role, words in _roles().items() if bare in words)


@cache
def _roles() -> dict[str, frozenset[str]]:
    return {
        role: frozenset(plain_dashes(fold(w)).strip(" :.,") for w in words)
        for role, words in heading_words().columns.items()
    }
