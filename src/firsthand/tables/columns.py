"""What each column of a table is: labels, periods, units, codes, marks, notes, or figures."""

from __future__ import annotations

import re
from enum import Enum

import msgspec

from firsthand.tables.headings import Heading, heading_paths
from firsthand.tables.layout import Block
from firsthand.tables.periods import find_periods, read_period
from firsthand.tables.units import is_comparison, read_unit
from firsthand.tables.view import View, column_roles


class Role(Enum):
    """The part that a column plays."""

    LABEL = "label"
    PERIOD = "period"
    YEAR = "year"
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
    """A column with its role and the headings over it, top down."""

    index: int
    role: Role
    path: tuple[Heading, ...] = ()

    @property
    def heading(self) -> str:
        """The lowest heading, "" where there is none."""
        return self.path[-1].text if self.path else ""


class _Facts(msgspec.Struct):
    """What stands in a column of the body."""

    filled: int = 0
    figures: int = 0
    periods: int = 0
    words: int = 0
    units: int = 0
    short: int = 0
    texts: list[str] = []
    signs: int = 0


PERIOD_SHARE = 0.6
"""Share of a column's cells that must read as periods for it to be one."""


def read_columns(view: View, block: Block) -> list[Column]:
    """Tell the role of every column of a block, from left to right."""
    rows = [*block.heads, *block.body]
    width = max(max(view.grid.rows[row], default=0) for row in rows) + 1
    facts = [_facts(view, block, column) for column in range(width)]
    stub = _stub(view, block, facts)
    paths = heading_paths(view, block, stub, list(range(width)))
    columns = [Column(index, Role.EMPTY, paths[index]) for index in range(width)]
    for column in columns:
        column.role = _role(view, column, facts, stub)
    _settle(view, block, columns, facts)
    return columns


def _facts(view: View, block: Block, column: int) -> _Facts:
    out = _Facts()
    for row in block.body:
        cell = view.grid.at(row, column)
        if cell is None or len(view.grid.rows[row]) == 1:
            continue
        out.filled += 1
        figure, periods = view.figure(row, column), view.periods(row, column)
        out.figures += figure is not None and not periods
        out.signs += figure is not None and figure.sign is not None
        out.periods += bool(periods)
        out.words += figure is None and not periods
        out.units += figure is None and read_unit(cell.text) is not None
        out.short += len(cell.text) <= 3
        if len(out.texts) < 2000:
            out.texts.append(cell.text)
    return out


def _stub(view: View, block: Block, facts: list[_Facts]) -> frozenset[int]:
    """Return the columns left of the first column whose cells are mostly figures."""
    for index, fact in enumerate(facts):
        headed = any(view.periods(*view.origin(row, index)) for row in block.heads)
        if (
            fact.filled
            and fact.figures - (0 if headed else fact.signs) > fact.words + fact.periods
            and index
        ):
            return frozenset(range(index))
        if fact.filled and headed and index and fact.figures:
            return frozenset(range(index))
    return frozenset(range(1))


def _role(view: View, column: Column, facts: list[_Facts], stub: frozenset[int]) -> Role:
    fact = facts[column.index]
    if not fact.filled:
        return Role.EMPTY
    named = column_roles(column.heading) if column.path else frozenset()
    by_name = _named_role(named, fact)
    if by_name:
        return by_name
    numeric = fact.figures + fact.periods - fact.words
    if _headed_by_period(column) and fact.figures and numeric >= 0:
        return Role.VALUE
    if (
        fact.periods >= PERIOD_SHARE * fact.filled
        and ("period" in named or column.index == 0 or column.index in stub or fact.figures == 0)
        and not _headed_by_period(column)
    ):
        return Role.PERIOD
    if fact.words > fact.figures + fact.periods:
        return _role_of_words(column, fact, named)
    if column.index in stub and _looks_like_code(fact):
        return Role.CODE
    return Role.VALUE


def _named_role(named: frozenset[str], fact: _Facts) -> Role | None:
    """Return the role that the heading names, where the cells bear it out."""
    numeric = fact.figures > fact.words
    whole = [text for text in fact.texts if re.fullmatch(r"\d{1,2}", text)]
    if "multiplier" in named and len(whole) == len(fact.texts):
        return Role.FACTOR
    if "value" in named and (numeric or fact.signs):
        return Role.VALUE
    if "sdmx" in named:
        return Role.NOTE
    if "status" in named and fact.short * 10 >= fact.filled * 7:
        return Role.STATUS
    if "unit" in named and fact.words + fact.units > fact.figures:
        return Role.UNIT
    if "year" in named and fact.periods >= PERIOD_SHARE * fact.filled:
        return Role.PERIOD
    if (
        "month" in named
        and len(whole) >= PERIOD_SHARE * len(fact.texts)
        and max(map(int, whole)) <= 12
    ):
        return Role.MONTH
    if (
        "quarter" in named
        and len(whole) >= PERIOD_SHARE * len(fact.texts)
        and max(map(int, whole)) <= 4
    ):
        return Role.QUARTER
    if "code" in named:
        return Role.CODE
    if "note" in named and not numeric:
        return Role.NOTE
    return None


def _headed_by_period(column: Column) -> bool:
    return any(read_period(heading.text) or find_periods(heading.text) for heading in column.path)


def _role_of_words(column: Column, fact: _Facts, named: frozenset[str]) -> Role:
    if fact.units >= 0.8 * fact.filled and (
        not column.path or "unit" in named or fact.filled > fact.words / 2
    ):
        return Role.UNIT
    return Role.LABEL


_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,5}\.?|0\d+|[A-Z]{0,3}\d{2,12}")


def _looks_like_code(fact: _Facts) -> bool:
    return all(_CODE.fullmatch(text) for text in fact.texts)


def _settle(view: View, block: Block, columns: list[Column], facts: list[_Facts]) -> None:
    """Correct roles that depend on the neighbours: marks beside figures, labels right of figures, lone codes."""
    for column in columns:
        before = columns[column.index - 1] if column.index else None
        if (
            column.role in {Role.LABEL, Role.UNIT, Role.STATUS}
            and before
            and before.role is Role.VALUE
        ):
            fact = facts[column.index]
            same = column.path and before.path and column.path[-1] == before.path[-1]
            if fact.short == fact.filled and (
                not column.path or same or column.role is Role.STATUS
            ):
                column.role = Role.MARKS
    values = [column.index for column in columns if column.role is Role.VALUE]
    labels = [column for column in columns if column.role in {Role.LABEL, Role.PERIOD, Role.YEAR}]
    if values and not labels:
        codes = [column for column in columns if column.role is Role.CODE]
        first = (
            codes[0]
            if codes
            else columns[values[0]]
            if len(values) > 1 and values[0] == 0
            else None
        )
        if first is not None:
            first.role = Role.LABEL
    for column in columns:
        if column.role is Role.LABEL and values and column.index > values[-1] and _is_wide(columns):
            column.role = Role.NOTE


def _is_wide(columns: list[Column]) -> bool:
    return any(column.role is Role.VALUE and _headed_by_period(column) for column in columns)


def names_measure(column: Column) -> str:
    """Return the heading of a measure column as a label: what is left after periods and whole units."""
    words = []
    for heading in column.path:
        if read_period(heading.text) or read_unit(heading.text):
            continue
        found = find_periods(heading.text)
        words.append(found[-1].rest if found and not is_comparison(heading.text) else heading.text)
    return " / ".join(words)
