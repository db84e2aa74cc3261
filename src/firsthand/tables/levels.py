"""How deep each row of a table stands: by its numbering, its indent, its weight, or as a section."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import msgspec

from firsthand.tables.lexicon import alternation, fold, heading_words, plain_dashes
from firsthand.tables.view import is_of_which, is_total


class Line(msgspec.Struct):
    """A row while levels are found.

    Args:
        text: Its innermost label; "" where it has none.
        code: What stands in its column of codes.
        valued: It has figures; else it is a section.
        gap: A blank row stands above it.
        figures: Its numbers by column, None where there is none.
        level: Found here; a smaller number is a parent of the greater ones that follow.
    """

    row: int
    text: str
    indent: int
    bold: bool
    valued: bool
    code: str = ""
    gap: bool = False
    figures: tuple[float | None, ...] = ()
    unit: str | None = None
    level: float = 0


SECTION = -1.0
"""Level of a section that is set off from its rows by nothing: it stands over all of them."""
_BULLET = re.compile(r"([-–—•·∙▪◦*]{1,4})\s")
_NUMBER = re.compile(
    r"(?:(?P<digits>\d{1,2}(?:\.\d{1,2}){0,5})(?P<stop>[.)]?)|\(?(?P<roman>[IVX]{1,5})[.)]"
    r"|\(?(?P<upper>[A-ZА-Я])[.)]|\(?(?P<lower>[a-zа-я가-하])[.)]|(?P<circled>[①-⑳]))\s*(?=\S)"
)
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,5}\.?|[IVX]{1,5}\.?|[A-Z]")


def number_levels(lines: list[Line]) -> None:
    """Give every line its level."""
    data = [line for line in lines if line.text]
    indents = {_indent(line) for line in data if line.valued}
    styles = _numbering(data)
    if styles:
        _level_by_numbering(data, styles)
    elif len(indents) > 1:
        for line in data:
            line.level = _indent(line)
    elif _has_bold_parents(data):
        for line in data:
            line.level = 0 if line.bold else 1
    _level_parts(data)
    _level_listed(lines)
    _level_sections(lines)


def _indent(line: Line) -> float:
    """Return the indent of a line; a bullet counts as a step inwards."""
    bullet = _BULLET.match(line.text)
    return line.indent + (2 * len(bullet[1]) if bullet else 0)


def _numbering(data: list[Line]) -> dict[int, str]:
    """Return row -> style of its number ("1" for 2., "11" for 2.3, "a"), {} where numbers tell no levels."""
    styles = {line.row: style for line in data if (style := _style(line))}
    plain = [line for line in data if styles.get(line.row) == "1 "]
    counted = [
        int(found[0]) for line in plain if (found := re.match(r"\d+", line.code or line.text))
    ]
    if counted and not _counts_up(counted):
        styles = {row: style for row, style in styles.items() if style != "1 "}
    styles = {row: style.strip() for row, style in styles.items()}
    numbered = [
        line.row in styles
        for line in data
        if not is_total(line.text) and not is_of_which(line.text)
    ]
    if sum(numbered) < 2:
        return {}
    mixed = not all(numbered) and numbered[0]
    return styles if len(set(styles.values())) > 1 or mixed else {}


def _counts_up(numbers: list[int]) -> bool:
    """Tell whether plain numbers before labels are a count, not part of the words ("15 years and over")."""
    return numbers[0] in {0, 1} and all(b in {a + 1, 1} for a, b in pairwise(numbers))


def _style(line: Line) -> str:
    found = _NUMBER.match(line.text)
    if _CODE.fullmatch(line.code):
        digits = line.code.strip(".")
        return (
            "1" * (digits.count(".") + 1)
            if digits[0].isdigit()
            else "I"
            if digits[0] in "IVX"
            else "A"
        )
    if not found:
        return ""
    if found["digits"]:
        depth = found["digits"].count(".") + 1
        firm = found["stop"] or depth > 1
        # A number without a stop may be part of the words: it counts only where all of them count up.
        return "1" * depth if firm else "1 " if line.text[found.end("digits")].isspace() else ""
    return next(kind for kind, group in _KINDS if found[group])


_KINDS = (("I", "roman"), ("A", "upper"), ("a", "lower"), ("o", "circled"))


def _level_by_numbering(data: list[Line], styles: dict[int, str]) -> None:
    """A style that was not seen since its parent is a step deeper; lines without a number hang on the one above."""
    stack: list[str] = []
    for line in data:
        style = styles.get(line.row, "")
        if not style:
            line.level = 1 if is_total(line.text) else len(stack) + 1
            continue
        if style in stack:
            del stack[stack.index(style) + 1 :]
        else:
            stack = [
                each
                for each in stack
                if not (set(each) == {"1"} == set(style) and len(each) > len(style))
            ]
            stack.append(style)
        line.level = len(stack)


def _has_bold_parents(data: list[Line]) -> bool:
    """Bold rows are parents where plain ones follow, and where bold is no mere stress of one row."""
    bold = [line for line in data if line.bold and line.valued and not is_total(line.text)]
    if not bold or all(line.bold for line in data):
        return False
    return len(bold) > 1 or data[0] is bold[0]


def _level_parts(data: list[Line]) -> None:
    """A row that begins "of which …" without an indent of its own is a part of the row above it."""
    above: Line | None = None
    for line in data:
        if above is not None and line.valued and line.level == above.level and _is_part(line.text):
            line.level += 0.5
        else:
            above = line if line.valued else above


ROUNDING = 0.002
"""By how much parts may exceed their whole, as a share of it: printed figures are rounded."""


def _level_listed(lines: list[Line]) -> None:
    """Rows below a bare "of which:" are parts of the row above it, as long as together they fit into it."""
    above: Line | None = None
    parent: Line | None = None
    rest: list[float | None] = []
    for line in lines:
        if not line.valued:
            opens = above is not None and is_of_which(line.text) and not is_total(above.text)
            parent = above if opens else None
            rest = list(parent.figures) if parent is not None else []
            continue
        above = line
        if parent is not None and _is_listed(line, parent):
            rest = [
                None if a is None or b is None else a - b
                for a, b in zip(rest, line.figures, strict=True)
            ]
            if _fits(rest, parent):
                line.level += 0.5
                continue
        parent = None


def _is_listed(line: Line, parent: Line) -> bool:
    return line.level == parent.level and line.unit == parent.unit and not line.gap


def _fits(rest: list[float | None], whole: Line) -> bool:
    """Tell whether something, or nothing, is left of the whole in every column that can be compared."""
    pairs = [
        (left, size)
        for left, size in zip(rest, whole.figures, strict=True)
        if left is not None and size
    ]
    return bool(pairs) and all(left >= -ROUNDING * abs(size) for left, size in pairs)


def _is_part(text: str) -> bool:
    folded = plain_dashes(fold(text)).lstrip("- ")
    return _part_words().match(folded) is not None and not is_of_which(text)


@cache
def _part_words() -> re.Pattern[str]:
    words = [word for word in heading_words().of_which if len(word) > 2]
    return re.compile(rf"(?:{alternation(words)})[:,]?\s")


def _level_sections(lines: list[Line]) -> None:
    """Put sections that are not indented less than their rows above all of them.

    The first of two sections in a row stands over the second, and over all that look like the second.
    """
    sections: set[int] = set()
    following: Line | None = None
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if not line.text:
            continue
        if not line.valued and following is not None and not is_of_which(line.text) and (
            following.level <= line.level or (line.bold and not following.bold)
        ):  # fmt: skip
            sections.add(number)
        following = line
    leading = {number for number in sections if number + 1 in sections}
    outer = {_look(lines[number]) for number in leading}
    inner = {_look(lines[number]) for number in sections if number not in leading}
    for number in sections:
        above = number in leading or (_look(lines[number]) in outer - inner)
        lines[number].level = SECTION - 1 if above else SECTION
    _end_sections(lines, {lines[number].row for number in sections})


def _look(line: Line) -> tuple[bool, int, bool]:
    return line.bold, line.indent, line.text.isupper()


def _end_sections(lines: list[Line], sections: set[int]) -> None:
    """A total behind a blank row, after sections that had totals of their own, belongs to no section."""
    total_seen = False
    for line in lines:
        if line.row in sections:
            total_seen = False
        elif line.valued and is_total(line.text):
            if line.gap and total_seen:
                line.level = SECTION - 1
            total_seen = True
