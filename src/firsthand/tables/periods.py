"""Periods in the words of headings: "2024 (p)", "янв.–июль 2024", "2024년 1분기", "Year ending March 2023".

`read_period` reads a text that is nothing but a period; `find_period` looks for one inside a heading and
gives the words beside it. A heading that fits two readings gives both, the likelier one first: what the
headings beside it say decides later.
"""

from __future__ import annotations

import calendar
import re
from functools import cache, lru_cache

import msgspec

from firsthand.tables.lexicon import fold, period_words, plain_dashes
from firsthand.tables.period_grammar import YEAR, months, ordinals, patterns, words_of
from firsthand.tables.period_part import Part

_SIZE = {"half": 6, "quarter": 3, "month": 1}


@lru_cache(maxsize=20_000)
def read_period(text: str) -> tuple[Part, ...]:
    """Return the readings of a text that is nothing but a period, the likelier first; () where it is none."""
    folded = plain_dashes(fold(text)).strip(" ,:;")
    if not 1 <= len(folded) <= 60:
        return ()
    for tried in (folded, folded.strip(" .,:;()[]'\"")):
        parts = tuple(part for part in _read(tried) if _sane(part))
        if parts:
            return parts
    return ()


def _sane(part: Part) -> bool:
    if part.grain == "day":
        return (
            1 <= part.first <= 12
            and 1 <= part.day <= calendar.monthrange(part.year or 2000, part.first)[1]
        )
    if part.grain == "week":
        return 1 <= part.first <= 53
    return part.grain != "half" or part.first in {1, 2}


def _read(text: str) -> tuple[Part, ...]:
    return (
        _whole_years(text) or _days(text) or _numeric_months(text) or _framed(text) or _spans(text) or _within_year(text)
    )  # fmt: skip


def _whole_years(text: str) -> tuple[Part, ...]:
    p = patterns()
    if found := p["year"].fullmatch(text):
        return (Part("year", int(found["y"])),)
    if found := p["split"].fullmatch(text):
        return _split(int(found["a"]), found["s"], found["b"].lstrip("'"))
    if found := p["fiscal"].fullmatch(text):
        if found["j"]:
            return (_fiscal_of_japan(int(found["j"])),)
        # A fiscal year is named after the year in which it ends, or begins: the heading does not tell.
        year = int(found["f"])
        return (Part("year", year), Part("split", year - 1))
    if (found := p["fiscal_part"].fullmatch(text)) and (unit := _unit(found["rest"].strip())):
        return _part_of_fiscal(int(found["y"]), unit)
    if found := p["era"].fullmatch(text):
        number = 1 if found["n"] == "元" else int(found["n"] or found["minguo"])
        year = period_words().eras[found["era"] or "民國"] + number - 1
        if found["rest"]:
            return _read(f"{year}年{'度' if found['j'] else ''}{found['rest']}")
        return (_fiscal_of_japan(year) if found["j"] else Part("year", year),)
    return ()


def _fiscal_of_japan(year: int) -> Part:
    """The fiscal year of Japan runs from April to March (Public Finance Act, article 11)."""
    return Part("months", year, 4, 3, over=True)


def _part_of_fiscal(year: int, unit: Part) -> tuple[Part, ...]:
    """Return the half, quarter or month of a fiscal year that begins in April."""
    if unit.grain == "month":
        return (msgspec.structs.replace(unit, year=year + (unit.first < 4)),)
    if unit.grain not in {"half", "quarter"}:
        return ()
    size = _SIZE[unit.grain]
    first = 4 + (unit.first - 1) * size
    over = first > 12
    last = first + size - 1
    return (
        Part(
            "months",
            year + over,
            first - 12 * over,
            (last - 1) % 12 + 1,
            over=last > 12 and not over,
        ),
    )


def _split(first: int, sign: str, second: str) -> tuple[Part, ...]:
    """Read `2021/22`, `2021-22`, `2021/2022`, `2019-2023`, `2011-12`."""
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    last += 100 if last < first and len(second) == 2 and int(second) == (first + 1) % 100 else 0
    readings: list[Part] = []
    if last == first + 1:
        readings.append(Part("split", first))
        if len(second) == 4 and sign == "-":
            readings.append(Part("years", first=first, last=last))
    elif last > first and (len(second) == 4 or int(second) > 12):
        readings.append(Part("years", first=first, last=last))
    if len(second) == 2 and 1 <= int(second) <= 12:
        readings.append(Part("month", first, int(second)))
    return tuple(readings)


def _days(text: str) -> tuple[Part, ...]:
    p = patterns()
    if found := p["iso_day"].fullmatch(text):
        return (Part("day", int(found["y"]), int(found["m"]), day=int(found["d"])),)
    if found := p["day_iso"].fullmatch(text):
        a, b, year = int(found["a"]), int(found["b"]), _year(found["y"])
        day_first = Part("day", year, b, day=a)
        return (
            (day_first,)
            if found["s"] == "." or a == b
            else (day_first, Part("day", year, a, day=b))
        )
    for name in ("day_month", "month_day"):
        if found := p[name].fullmatch(text):
            year_ = int(found["y"]) if found["y"] else None
            day = Part("day", year_, _month(found["m"]), day=int(found["d"]))
            if name == "month_day" and year_ is None and len(found["d"]) == 2 and found["d"] > "09":
                return (Part("month", _year(found["d"]), day.first), day)  # "Jan 24"
            return (day,)
    return ()


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    two = int(digits.strip("' "))
    return (1900 if two > 60 else 2000) + two


def _month(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else months()[text.rstrip(". ")]


def _numeric_months(text: str) -> tuple[Part, ...]:
    p = patterns()
    if found := p["iso_month"].fullmatch(text):
        return (Part("month", int(found["y"]), int(found["m1"] or found["m2"] or found["m3"])),)
    if found := p["month_iso"].fullmatch(text):
        return (Part("month", int(found["y"]), int(found["m"])),)
    if found := p["iso_quarter"].fullmatch(text):
        return (Part("quarter", int(found["y"] or found["y2"]), int(found["q"] or found["q2"])),)
    if found := p["iso_half"].fullmatch(text):
        return (Part("half", int(found["y"]), int(found["n"])),)
    if found := p["iso_week"].fullmatch(text):
        return (Part("week", int(found["y"]), int(found["n"])),)
    return ()


def _framed(text: str) -> tuple[Part, ...]:
    """Read a period with words around it that change it: ends of years, points, running totals."""
    p = patterns()
    if found := p["ending"].fullmatch(text):
        return tuple(_twelve_months_to(part) for part in _read(found["rest"]) if part.ends())
    if found := p["cumulative"].fullmatch(text):
        rest = _read((found["rest"] or found["rest2"]).strip(" ,()"))
        return tuple(_since_january(part) for part in rest)
    for name in ("points", "stood"):
        found = p[name].fullmatch(text)
        if found and (rest := _read(found["rest"].strip(" ,"))):
            return tuple(msgspec.structs.replace(part, point=True) for part in rest)
    return ()


def _twelve_months_to(part: Part) -> Part:
    last = part.ends()
    if last == 12:
        return Part("year", part.year)
    year = None if part.year is None else part.year - 1
    return Part("months", year, last + 1, last, over=True)


def _since_january(part: Part) -> Part:
    if part.grain in {"month", "quarter", "half"} and part.ends() > 1:
        return Part("months", part.year, 1, part.ends(), cumulative=True)
    return msgspec.structs.replace(part, cumulative=True)


def _spans(text: str) -> tuple[Part, ...]:
    p = patterns()
    start = p["from"].match(text)
    text = text[start.end() :] if start else text
    for cut in list(p["span"].finditer(text))[:4]:
        left, right = text[: cut.start()].strip(" ."), text[cut.end() :].strip()
        if not left or not right:
            continue
        joined = _join(left, right)
        if joined:
            return (joined,)
    return ()


def _join(left: str, right: str) -> Part | None:
    ends = _within_year(right) or _numeric_months(right) or _whole_years(right)
    suffix = re.search(rf"(?:{words_of('month_suffixes')})", right)
    if re.fullmatch(r"1[0-2]|0?[1-9]", left) and suffix and ends and ends[0].grain == "month":
        begins: tuple[Part, ...] = (Part("month", None, int(left)),)
    elif found := re.fullmatch(rf"(?P<y>{YEAR})\s?[年년. ]\s?(?P<m>1[0-2]|0?[1-9])", left):
        begins = (Part("month", int(found["y"]), int(found["m"])),)
    else:
        begins = (
            _within_year(left)
            or _numeric_months(left)
            or _whole_years(left)
            or _bare_ordinal(left, ends)
        )
    if not begins or not ends or begins[0].grain != ends[0].grain:
        return None
    return _between(begins[0], ends[0])


def _bare_ordinal(left: str, ends: tuple[Part, ...]) -> tuple[Part, ...]:
    """Read the "1." of "1.-3. Quartal" and the "I" of "I–III кварталы"."""
    number = ordinals().get(left) or ordinals().get(left + ".")
    if number and ends and ends[0].grain in {"quarter", "half", "month"}:
        return (Part(ends[0].grain, None, number),)
    return ()


def _between(a: Part, b: Part) -> Part | None:
    if a.grain == "year" and a.year is not None and b.year is not None:
        return Part("years", first=a.year, last=b.year) if a.year < b.year else None
    if a.grain not in _SIZE:
        return None
    end_year = b.year if b.year is not None else a.year
    year = a.year if a.year is not None else end_year
    over = year is not None and end_year is not None and end_year > year
    first, last = a.begins(), b.ends()
    if first > last and not over:
        year, over = (None if year is None else year - 1 if a.year is None else year), True
    if end_year is not None and year is not None and end_year - year > 1:
        return None
    if first == 1 and last == 12 and not over:
        return Part("year", year)
    cumulative = True if first == 1 and not over and last > 1 else None
    return Part("months", year, first, last, over=over, cumulative=cumulative)


def _within_year(text: str) -> tuple[Part, ...]:
    """Read a month, quarter, half or week, with its year before or behind it or with none."""
    p = patterns()
    if unit := _unit(text):
        return (unit,)
    if (head := p["head_year"].match(text)) and (unit := _unit(text[head.end() :].strip(" )"))):
        return (msgspec.structs.replace(unit, year=_year(head["y"])),)
    for tail in list(p["tail_year"].finditer(text))[-2:]:
        if tail.end() == len(text) and (unit := _unit(text[: tail.start()].rstrip(" .,(/-"))):
            return (msgspec.structs.replace(unit, year=_year(tail["y"] or tail["yy"])),)
    if found := p["compact"].fullmatch(text):
        return (Part("month", int(found["y"]), int(found["m"])),)
    return ()


def _unit(text: str) -> Part | None:
    p = patterns()
    if found := p["month"].fullmatch(text):
        return Part("month", None, _month(found["m"]))
    if found := p["quarter"].fullmatch(text):
        digit = found["q1"] or found["q2"] or found["q3"] or found["q4"]
        return Part(
            "quarter", None, int(digit) if digit else ordinals()[found["o1"] or found["o2"]]
        )
    if found := p["half"].fullmatch(text):
        digit = found["h1"] or found["h2"] or ("1" if found["a"] else "2" if found["b"] else None)
        return Part("half", None, int(digit) if digit else ordinals()[found["o1"] or found["o2"]])
    if found := p["week"].fullmatch(text):
        return Part("week", None, int(found["n1"] or found["n2"]))
    if found := p["counted"].fullmatch(text):
        return Part("months", None, 1, int(found["n"]), cumulative=True)
    if (found := re.fullmatch(r"(?P<span>.{3,12})期", text)) and (inner := _spans(found["span"])):
        return msgspec.structs.replace(inner[0], cumulative=None)
    return None


_TOKEN = re.compile(r"[^\s,;:()\[\]（）]+")


class Found(msgspec.Struct, frozen=True):
    """A period inside a heading: its readings, its words, and those before and behind it."""

    parts: tuple[Part, ...]
    before: str
    text: str
    behind: str

    @property
    def rest(self) -> str:
        """Return the heading's words without the period."""
        return f"{self.before} {self.behind}".strip()


@lru_cache(maxsize=20_000)
def find_periods(text: str) -> tuple[Found, ...]:
    """Return the periods with a year inside a heading, from left to right; the longest runs of words win."""
    tokens = list(_TOKEN.finditer(text))[:40]
    out: list[Found] = []
    at = 0
    while at < len(tokens):
        step = 1
        for length in range(min(8, len(tokens) - at), 0, -1):
            start, end = tokens[at].start(), tokens[at + length - 1].end()
            parts = read_period(text[start:end])
            if parts and (parts[0].year is not None or parts[0].grain == "years"):
                before, behind = text[:start].rstrip(" ,;:("), text[end:].lstrip(" ,;:.)")
                out.append(Found(parts, before, text[start:end], behind))
                step = length
                break
        at += step
    return tuple(out)


def is_whole_year(text: str) -> bool:
    """Tell whether words beside months or quarters mean all of the year: "Year", "за год", "합계"."""
    return plain_dashes(fold(text)).strip(" .,:;()") in _whole_year()


@cache
def _whole_year() -> frozenset[str]:
    return frozenset(fold(word).strip(" .") for word in period_words().whole_year)
