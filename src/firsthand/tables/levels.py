"""How deep each row of a table stands: by its numbering, its indent, its weight, or as a section."""

from __future__ import annotations

import re

import msgspec

from firsthand.tables.lexicon import fold, heading_words, plain_dashes
from firsthand.tables.view import is_of_which, is_total


class Line(msgspec.Struct):
    """A row while levels are found.

    Args:
        text: Its innermost label; "" where it has none.
        number: Depth of its numbering: "1.2.1" is 3; 0: it has none.
        valued: It has figures; else it is a section.
        gap: A blank row stands above it.
        level: Found here; a smaller number is a parent of the greater ones that follow.
    """

    row: int
    text: str
    indent: int
    number: int
    bold: bool
    valued: bool
    gap: bool = False
    level: float = 0


SECTION = -1.0
"""Level of a section that is set off from its rows by nothing: it stands over all of them."""
_BULLET = re.compile(r"([-–—•·∙▪◦*]{1,4})\s")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,5})([.)]?)\s+\S")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,5}\.?")


def numbering(code: str, text: str) -> int:
    """Return the depth of a row's numbering, from its column of codes or the start of its label."""
    if _CODE.fullmatch(code):
        return code.strip(".").count(".") + 1
    found = _NUMBERED.match(text)
    return found[1].count(".") + 1 if found else 0


def number_levels(lines: list[Line]) -> None:
    """Give every line its level."""
    data = [line for line in lines if line.text]
    numbered = [line for line in data if line.number]
    indents = {_indent(line) for line in data if line.valued}
    if len({line.number for line in numbered}) > 1 and len(numbered) * 2 > len(data):
        for line in data:
            line.level = line.number or 1
    elif len(indents) > 1:
        for line in data:
            line.level = _indent(line)
    elif _has_bold_parents(data):
        for line in data:
            line.level = 0 if line.bold else 1
    _level_parts(data)
    _level_sections(lines)


def _indent(line: Line) -> float:
    """Return the indent of a line; a bullet counts as a step inwards."""
    bullet = _BULLET.match(line.text)
    return line.indent + (2 * len(bullet[1]) if bullet else 0)


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


def _is_part(text: str) -> bool:
    folded = plain_dashes(fold(text)).lstrip("- ")
    return not is_of_which(text) and any(
        folded.startswith((f"{words} ", f"{words}: ", f"{words}, ")) for words in _part_words()
    )


def _part_words() -> tuple[str, ...]:
    return tuple(word for word in map(fold, heading_words().of_which) if len(word) > 2)


def _level_sections(lines: list[Line]) -> None:
    """Put sections that are not indented less than their rows above all of them.

    The first of two sections in a row stands over the second, and over all that look like the second.
    """
    sections = []
    for number, line in enumerate(lines):
        following = next((each for each in lines[number + 1 :] if each.text), None)
        if line.valued or is_of_which(line.text) or not line.text or following is None:
            continue
        if following.level <= line.level or (line.bold and not following.bold):
            sections.append((number, line))
    outer = {
        _look(line)
        for number, line in sections
        if number + 1 < len(lines) and _is_next_section(lines, number, sections)
    }
    plain = {
        _look(line) for number, line in sections if not _is_next_section(lines, number, sections)
    }
    for number, line in sections:
        leads = _is_next_section(lines, number, sections)
        line.level = (
            SECTION - 1 if leads or (_look(line) in outer and _look(line) not in plain) else SECTION
        )
    _end_sections(lines, {line.row for _, line in sections})


def _look(line: Line) -> tuple[bool, int, bool]:
    return line.bold, line.indent, line.text.isupper()


def _is_next_section(lines: list[Line], number: int, sections: list[tuple[int, Line]]) -> bool:
    return any(other == number + 1 for other, _ in sections)


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
