"""What each column of a table is: labels, periods, units, codes, marks, notes, or figures."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

import msgspec

from firsthand.tables.bases import names_base
from firsthand.tables.headings import Heading, heading_paths
from firsthand.tables.layout import Block
from firsthand.tables.marks import kind_of
from firsthand.tables.period_part import Part
from firsthand.tables.periods import find_periods, is_whole_year, read_period
from firsthand.tables.units import UnitWord, read_unit
from firsthand.tables.view import View, column_roles, is_of_which


class Role(Enum):
    """The part that a column plays."""

    LABEL = "label"
    PERIOD = "period"
    MONTH = "month"
    QUARTER = "quarter"
    UNIT = "unit"
    FACTOR = "factor"
    STATUS = "status"
    CODE = "code"
    NOTE = "note"
    MARKS = "marks"
    VALUE = "value"
    EMPTY = "empty"


class Column(msgspec.Struct):
    """A column with its role and the headings over it, top down.

    Args:
        coded: Its cells are written `code: words`, as SDMX does.
        compound: Names of the dimensions that its cells hold together, parted by commas, as Eurostat does.
        dimension, period, unit: What a mapping says of it.
    """

    index: int
    role: Role
    path: tuple[Heading, ...] = ()
    coded: bool = False
    compound: tuple[str, ...] = ()
    dimension: str | None = None
    period: Part | None = None
    unit: UnitWord | None = None

    @property
    def heading(self) -> str:
        """The lowest heading without an SDMX identifier, "" where there is none."""
        if self.dimension is not None:
            return self.dimension
        text = self.path[-1].text if self.path else ""
        found = _SDMX.fullmatch(text)
        return found["name"] if found else text


class _Facts(msgspec.Struct):
    """What stands in a column of the body: how many cells are what."""

    filled: int = 0
    figures: int = 0
    periods: int = 0
    words: int = 0
    units: int = 0
    short: int = 0
    signs: int = 0
    texts: list[str] = []

    @property
    def numeric(self) -> bool:
        return self.figures + self.periods > self.words


PERIOD_SHARE = 0.6
"""Share of a column's cells that must read as periods for it to be one."""
_SDMX = re.compile(r"(?P<id>[A-Z][A-Z0-9_]{1,30}):\s?(?P<name>\S.*)")
_CODED = re.compile(r"[A-Za-z0-9_.-]{1,20}:\s?\S.*")


def read_columns(view: View, block: Block) -> list[Column]:
    """Tell the role of every column of a block, from left to right."""
    rows = [*block.heads, *block.body]
    width = max(max(view.grid.rows[row], default=0) for row in rows) + 1
    facts = [_facts(view, block, column) for column in range(width)]
    stub = _stub(view, block, facts)
    paths = heading_paths(view, block, stub, list(range(width)))
    columns = [Column(index, Role.EMPTY, paths[index]) for index in range(width)]
    for column in columns:
        column.role = _role(column, facts, stub)
        column.coded = _is_coded(column, facts[column.index])
        column.compound = _compound(column, facts[column.index])
    _settle_marks(columns, facts)
    _settle_labels(columns, facts)
    _settle_codes(view, block, columns)
    return columns


def _facts(view: View, block: Block, column: int) -> _Facts:
    out = _Facts(texts=[])
    for row in block.body:
        cell = view.grid.at(row, column)
        if cell is None or len(view.grid.rows[row]) == 1:
            continue
        figure, periods = view.figure(row, column), view.periods(row, column)
        plain = view.is_plain_figure(row, column)
        out.filled += 1
        out.figures += plain
        out.signs += plain and figure is not None and figure.sign is not None
        out.periods += bool(periods)
        out.words += not plain and not periods
        out.units += figure is None and read_unit(cell.text) is not None
        out.short += len(cell.text) <= 3
        if len(out.texts) < 2000:
            out.texts.append(cell.text)
    return out


def _stub(view: View, block: Block, facts: list[_Facts]) -> frozenset[int]:
    """Return the columns left of the first column whose cells are mostly figures."""
    for index, fact in enumerate(facts):
        if not fact.filled or not index:
            continue
        headed = any(view.periods(*view.origin(row, index)) for row in block.heads)
        if headed:
            return frozenset(range(index))
        if fact.figures - (0 if headed else fact.signs) > fact.words + fact.periods:
            return frozenset(range(index))
    return frozenset(range(1))


def _role(column: Column, facts: list[_Facts], stub: frozenset[int]) -> Role:
    fact = facts[column.index]
    if not fact.filled:
        return Role.EMPTY
    named = _named(column)
    if by_name := _named_role(named, fact):
        return by_name
    headed = headed_by_period(column)
    if headed and fact.figures and fact.figures + fact.periods >= fact.words:
        return Role.VALUE
    if column.index not in stub and any(read_period(each.text) for each in column.path):
        return (
            Role.VALUE
        )  # words where figures belong, formulas as text perhaps: set aside one by one
    if not headed and fact.periods >= PERIOD_SHARE * fact.filled and (
        "period" in named or column.index in stub or not fact.figures
    ):  # fmt: skip
        return Role.PERIOD
    if not fact.numeric:
        whole = fact.units >= 0.8 * fact.filled
        return Role.UNIT if whole and (not column.path or "unit" in named) else Role.LABEL
    beyond = any(each.numeric for index, each in enumerate(facts) if index not in stub)
    if column.index in stub and beyond:
        coded = all(_CODE.fullmatch(text) for text in fact.texts)
        return Role.CODE if coded else Role.LABEL
    return Role.VALUE


def _named(column: Column) -> frozenset[str]:
    """Return the roles that the lowest heading names, by its words or its SDMX identifier."""
    if not column.path:
        return frozenset()
    found = _SDMX.fullmatch(column.path[-1].text)
    texts = [found["id"], found["name"]] if found else [column.path[-1].text]
    dated = [each.rest for each in find_periods(column.path[-1].text)]
    # "Country code", "Quantity footnotes": the last word says what the column holds.
    ends = [text.rpartition(" ")[2] for text in texts if " " in text]
    whole = frozenset().union(*(column_roles(text) for text in texts))
    part = frozenset().union(*(column_roles(text) for text in (*dated, *ends)))
    return whole | (
        part & {"code", "note", "status"}
        if not whole & {"period", "value", "unit"}
        else frozenset()
    )


def _named_role(named: frozenset[str], fact: _Facts) -> Role | None:
    """Return the role that the heading names, where the cells bear it out."""
    whole = [int(text) for text in fact.texts if re.fullmatch(r"\d{1,2}", text)]
    mostly = len(whole) >= PERIOD_SHARE * len(fact.texts)
    coded = all(re.match(r"\d{1,2}:", text) for text in fact.texts)
    held: dict[str, tuple[Role, bool]] = {
        "multiplier": (Role.FACTOR, len(whole) == len(fact.texts) or coded),
        "value": (Role.VALUE, fact.figures > fact.words or fact.signs > 0),
        "sdmx": (Role.NOTE, True),
        "status": (
            Role.STATUS,
            fact.short * 10 >= fact.filled * 7 or _all_coded(fact) or _all_status(fact),
        ),
        "unit": (Role.UNIT, fact.words + fact.units > fact.figures or _all_coded(fact)),
        "month": (Role.MONTH, mostly and max(whole, default=13) <= 12),
        "quarter": (Role.QUARTER, mostly and max(whole, default=5) <= 4),
        "code": (Role.CODE, True),
        "note": (Role.NOTE, True),
    }
    return next((role for name, (role, fits) in held.items() if name in named and fits), None)


def _all_coded(fact: _Facts) -> bool:
    return bool(fact.texts) and all(_CODED.fullmatch(text) for text in fact.texts)


def _all_status(fact: _Facts) -> bool:
    """Tell whether a column holds a few words that say how sure figures are: "final", "provisional"."""
    texts = set(fact.texts)
    told = [text for text in texts if kind_of(text) is not None]
    return (
        len(texts) <= 12 and 2 * len(told) >= len(texts) and all(len(text) < 40 for text in texts)
    )


def _is_coded(column: Column, fact: _Facts) -> bool:
    return bool(column.path and _SDMX.fullmatch(column.path[-1].text)) and _all_coded(fact)


def _compound(column: Column, fact: _Facts) -> tuple[str, ...]:
    """Return the dimensions of a column that is headed `freq,unit,geo\\TIME_PERIOD`."""
    names, slash, _ = column.heading.partition("\\")
    held = tuple(name.strip() for name in names.split(","))
    if not slash or len(held) < 2 or any(text.count(",") != len(held) - 1 for text in fact.texts):
        return ()
    return held


def headed_by_period(column: Column) -> bool:
    """Tell whether a heading over the column is a period or holds one."""
    return any(read_period(each.text) or find_periods(each.text) for each in column.path)


_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,5}\.?|0\d+|[A-Z]{0,3}\d{2,12}")


def _settle_marks(columns: list[Column], facts: list[_Facts]) -> None:
    """Columns of marks stand right of figures, without a heading of their own or called a status."""
    for before, column in pairwise(columns):
        if column.role not in {Role.LABEL, Role.UNIT, Role.VALUE}:
            continue
        fact = facts[column.index]
        same = column.path and before.path and column.path[-1] == before.path[-1]
        bare = not column.path or same
        letters = all(not any(c.isdigit() for c in text) for text in fact.texts)
        if before.role is Role.VALUE and fact.short == fact.filled and letters and bare:
            column.role = Role.MARKS


def _settle_labels(columns: list[Column], facts: list[_Facts]) -> None:
    """A table without labels and periods takes its codes, or its first figures, for labels."""
    values = [column for column in columns if column.role is Role.VALUE]
    labels = [column for column in columns if column.role in {Role.LABEL, Role.PERIOD, Role.MONTH}]
    codes = [column for column in columns if column.role is Role.CODE]
    if values and not labels:
        if codes:
            codes[0].role = Role.LABEL
        elif len(values) > 1 and values[0].index == 0 and not headed_by_period(values[0]):
            values[0].role = Role.LABEL
    wide = any(headed_by_period(column) for column in values)
    for column in columns:
        if column.role is Role.LABEL and wide and column.index > values[-1].index:
            column.role = Role.NOTE


def _settle_codes(view: View, block: Block, columns: list[Column]) -> None:
    """A column whose short codes go one to one with the words of the next is a column of codes."""
    labels = [column for column in columns if column.role is Role.LABEL]
    for first, second in pairwise(labels):
        if second.index != first.index + 1:
            continue
        pairs = {
            (a.text, b.text)
            for row in block.body[:5000]
            if (a := view.grid.at(row, first.index)) and (b := view.grid.at(row, second.index))
        }
        if _are_codes(pairs, first):
            first.role = Role.CODE


def _are_codes(pairs: set[tuple[str, str]], column: Column) -> bool:
    """Tell whether the first of each pair is a code for the second: one to one, capitals and digits.

    One pair alone says little: its column must be headed by an identifier, as SDMX does.
    """
    codes, labels = {a for a, _ in pairs}, {b for _, b in pairs}
    if not pairs or not len(codes) == len(labels) == len(pairs):
        return False
    if len(pairs) == 1 and not re.fullmatch(
        r"[A-Z][A-Z0-9_]+", column.path[-1].text if column.path else ""
    ):
        return False
    return all(re.fullmatch(r"[A-Z0-9_.-]{1,12}", code) for code in codes)


def whole_year_headings(columns: list[Column]) -> frozenset[Heading]:
    """Return the headings such as "Year" and "Total" that stand beside months or quarters and mean all of it."""
    by_row: dict[int, list[Heading]] = {}
    fine_rows: set[int] = set()
    for column in columns:
        for heading in column.path:
            by_row.setdefault(heading.row, []).append(heading)
            parts = read_period(heading.text)
            if parts and parts[0].grain in {"month", "quarter", "half", "months"}:
                fine_rows.add(heading.row)
    return frozenset(
        heading for row in fine_rows for heading in by_row[row] if is_whole_year(heading.text)
    )


def measure_labels(
    column: Column, whole_years: frozenset[Heading], *, units: bool
) -> tuple[str, ...]:
    """Return the headings of a column as labels: without periods and, unless asked for, without bare units."""
    labels = []
    for heading in column.path:
        if heading in whole_years or read_period(heading.text) or is_of_which(heading.text):
            continue
        if read_unit(heading.text) and not units:
            continue
        found = find_periods(heading.text)
        # A comparison of two periods, or with a base, is told by them: "Change H1 2024/H1 2023".
        whole = not found or names_base(heading.text, found)
        text = heading.text if whole else found[0].rest
        if text.strip(" ,.:;()[]%"):
            labels.append(text)
    return tuple(labels)
