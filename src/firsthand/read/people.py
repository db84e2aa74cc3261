"""Names of authors, out of bylines and the fields of tags."""

from __future__ import annotations

import re

from firsthand.read.dates import find_date
from firsthand.read.houses import clean_name
from firsthand.read.phrases import beginning

_NOISE = re.compile(r"https?://|@|\d{3}|^/")
_AND = re.compile(r"\s*(?:,|;|\band\b|\bund\b|\bи\b|\bта\b|\bі\b|&|・|、|·)\s*")
_ENDS = re.compile(r"\s[|•·–—-]\s|\s{2,}|,\s(?=\d|[A-ZА-Я][a-zа-я]{2,8}\.? \d)")
_KOREAN = re.compile(r"([가-힣]{2,4})\s?(?:기자|특파원)")
_ROLE = re.compile(r"\s?(?:기자|특파원|記者)\Z")
_PLACE = re.compile(r"\s(?:in|at|aus|из|в|у)\s(?=[A-ZА-ЯÀ-Þ])")
_LONGEST = 120


def names_in(value: str) -> list[str]:
    """Return the names in a byline or a field, without "By", places, addresses and roles."""
    by = beginning("by", value)
    bare = value[by.end :] if by and by.end < len(value) else value
    bare = _ROLE.sub("", _PLACE.split(bare.split(" | ")[0])[0]).strip()
    if _NOISE.search(bare) or len(bare) > _LONGEST:
        return []
    parts = _AND.split(bare) if len(bare.split()) > 3 else [bare]
    return [name for part in parts if (name := clean_name(part)) and len(name.split()) <= 6]


def byline_names(lines: list[str]) -> list[str]:
    """Return what the lines at a title say behind "By", "Von", "Автор" or before "기자"."""
    found = []
    for each in lines:
        line = _without_date(each)
        by = beginning("by", line)
        if by and len(line) < _LONGEST:
            found.append(_ENDS.split(line[by.end :])[0])
        elif (korean := _KOREAN.match(line)) is not None:
            found.append(korean[1])
    return found


def _without_date(line: str) -> str:
    """Return a line without the date at its start: "23 December 2019 by R. Quist"."""
    dated = find_date(line)
    return line[dated.span[1] :].lstrip(" |·•,–—-") if dated and dated.span[0] < 3 else line
