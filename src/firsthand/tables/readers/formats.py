"""What number formats of spreadsheets show of a value: per cent, decimals, dates and their precision, marks."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

import msgspec

from firsthand.tables.grid import Cell

_DATES = frozenset([*range(14, 18), 22, *range(27, 37), *range(45, 48), *range(50, 59)])
# ECMA-376 part 1, 18.8.30: formats that carry no code in the file.
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "yyyy-mm-dd hh:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@",
}  # fmt: skip
_BRACKETS = re.compile(r"\[[^\]]{0,60}\]")
_LITERAL = re.compile(r'"([^"]{0,60})"|\\(.)|_.|\*.')


class Format(msgspec.Struct, frozen=True):
    """How a number is shown.

    Args:
        precision: "day", "month" or "year" of a date; None: no date.
        decimals: Digits behind the point; None: as many as there are.
        before, after: Letters that the format adds ("~", " p").
    """

    percent: bool = False
    decimals: int | None = None
    precision: str | None = None
    time: bool = False
    before: str = ""
    after: str = ""


@lru_cache(maxsize=4096)
def read_format(code: str) -> Format:
    """Read a format code such as `#,##0.0"r"` or `mmm yyyy`; the section for positive numbers counts."""
    section = code.split(";")[0][:200]
    plain = _BRACKETS.sub("", section)
    skeleton = _LITERAL.sub("", plain)
    lower = skeleton.casefold()
    if lower in {"general", "@", "standard", ""}:
        return Format()
    if "#" not in lower and "0" not in lower and re.search(r"[ymdhsgae]", lower):
        return _date_format(lower)
    digits = re.search(r"\.([0#?]+)", skeleton)
    shown = re.sub(r"[#0?,.\s]", "", _LITERAL.sub(lambda m: "", plain))
    before, after = _literals(plain)
    return Format(
        percent="%" in shown,
        decimals=None if "e" in lower else digits[1].count("0") if digits else 0,
        before=before,
        after=after,
    )


def _literals(plain: str) -> tuple[str, str]:
    """Return the quoted letters before and behind the digits of a format."""
    first = re.search(r"[#0?]", plain)
    sides = ["", ""]
    for found in _LITERAL.finditer(plain):
        text = found[1] or found[2] or ""
        sides[0 if first and found.start() < first.start() else 1] += text
    return sides[0].strip(), sides[1].strip()


def _date_format(lower: str) -> Format:
    bare = re.sub(r"am/pm|a/p", "", lower)
    if "y" not in bare and "e" not in bare and "d" not in bare and ("h" in bare or "s" in bare):
        return Format(time=True)
    if "d" in bare:
        return Format(precision="day")
    return Format(precision="month" if "m" in bare else "year")


def built_in(number: int) -> str:
    """Return the code of a format that is known by its number; unknown ones of the date range show days."""
    if number in _BUILT_IN:
        return _BUILT_IN[number]
    return "yyyy-mm-dd" if number in _DATES else "General"


def number_cell(number: float, shown: Format, *, epoch_1904: bool, bold: bool, indent: int) -> Cell:
    """Return the cell of a stored number under its format."""
    if shown.precision:
        day = _iso_day(number, shown.precision, epoch_1904)
        if day is not None:
            return Cell(day, day=day, bold=bold, indent=indent)
    if shown.time:
        minutes = round((number % 1) * 1440)
        return Cell(f"{minutes // 60:02}:{minutes % 60:02}", bold=bold, indent=indent)
    value = int(number) if number == int(number) and abs(number) < 2**53 else number
    scaled = _round(number * 100) if shown.percent else value
    text = spelled(scaled, shown.decimals)
    text += "%" if shown.percent else ""
    before = f"{shown.before}" if shown.before else ""
    after = f" {shown.after}" if shown.after else ""
    return Cell(
        before + text + after,
        number=scaled,
        percent=shown.percent,
        bold=bold,
        indent=indent,
    )


def _round(value: float) -> float | int:
    near = float(f"{value:.13g}")
    return int(near) if near == int(near) and abs(near) < 2**53 else near


def spelled(value: float | int, decimals: int | None) -> str:
    """Return the digits of a number as shown; more decimals than the format shows are not told."""
    if isinstance(value, int):
        return f"{value}.{'0' * decimals}" if decimals else str(value)
    if decimals is None:
        return f"{value:.15g}"
    return f"{value:.{min(decimals, 15)}f}"


def _iso_day(number: float, precision: str, epoch_1904: bool) -> str | None:
    """Return the ISO date of a serial day number (ECMA-376 part 1, 18.17.4); None outside of its range."""
    if not 0 < number < 2_958_466:
        return None
    # Serial 60 is a day that never was; days before it are one lower in the 1900 system.
    base = (
        datetime.date(1904, 1, 1)
        if epoch_1904
        else datetime.date(1899, 12, 30 if number >= 60 else 31)
    )
    try:
        day = base + datetime.timedelta(days=int(number))
    except OverflowError:
        return None
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
