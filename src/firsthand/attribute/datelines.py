"""Reads the head of a report: place, day and agency in front of the first words."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.model.attribution import SignKind
from firsthand.model.span import Span
from firsthand.vocabulary.gazetteer import gazetteer

LONGEST = 160
"""Code points within which a head ends."""
_DASH = r"(?:—|–|--|-|−)"
_AGENCY = r"[^\W\d_][\w .&’'-]{1,40}"
_HEADS: tuple[tuple[SignKind, re.Pattern[str]], ...] = (
    (  # SEOUL (Yonsan) — ; LONDON, Feb 9 — ; NEW YORK/GENEVA –
        "dateline",
        re.compile(
            r"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,24}(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ’'.-]{1,24}){0,3}"
            r"(?:,\s+(?:[A-Z][\w.]{1,20}\s?){1,3}(?:\d{1,2}\s?)?)?"
            rf"(?:\s+\((?P<of>{_AGENCY})\))?\s+{_DASH}\s+(?=\S)"
        ),
    ),
    (  # Berlin (dpa) – ; Seoul, Feb. 9 (Yonhap) --
        "dateline",
        re.compile(
            r"[A-ZÀ-ÞА-ЯЁ][\w.’'-]{2,24}(?:[ /-][A-ZÀ-ÞА-ЯЁ][\w.’'-]{1,24}){0,2}"
            rf"(?:,\s[^()\n—–]{{3,20}})?\s\((?P<of>{_AGENCY})\)\s*{_DASH}\s+(?=\S)"
        ),
    ),
    (  # (Yonsan) —
        "signed",
        re.compile(rf"\((?P<of>{_AGENCY})\)\s+{_DASH}\s+(?=\S)"),
    ),
    (  # МОСКВА, 9 февраля. /ТАСС/. ; МОСКВА, 9 фев — РИА Новости. ; КИЕВ. 9 февраля. УНН.
        "dateline",
        re.compile(
            r"[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ -]{2,24}[,.]\s\d{1,2}\s[а-яёіїєґ]{3,9}\.?\s"
            rf"(?:/(?P<of>{_AGENCY})/\.?|(?:{_DASH}\s)?(?P<behind>[А-ЯЁІЇЄҐA-Z][\w -]{{1,30}})\.)"
            r"\s+(?=\S)"
        ),
    ),
    (  # (서울=연합뉴스) 홍길동 기자 =
        "dateline",
        re.compile(
            r"\([^()\s=]{1,12}=(?P<of>[^()\n]{2,20})\)\s?(?:[가-힣][가-힣·, ]{1,30}기자\s?=\s?)?(?=\S)"
        ),
    ),
)


class Head(NamedTuple):
    """The head of a report: what it is, its place and the agency that signs it."""

    kind: SignKind
    span: Span
    of: str | None


def _voice(match: re.Match[str]) -> bool:
    """Tell "BNS - C", which says who speaks, from "RIGA - C"."""
    if any(match.groupdict().values()):
        return False
    ids = gazetteer().lookup(match.group().rstrip("-–—− "))
    return bool(ids) and gazetteer().body(ids[0]) is not None


def head_of(text: str, start: int, end: int) -> Head | None:
    """Return the head that text[start:end] opens with; None for none."""
    stop = min(end, start + LONGEST)
    for kind, pattern in _HEADS:
        match = pattern.match(text, start, stop)
        if match is not None and not _voice(match):
            name = next((value for value in match.groupdict().values() if value), None)
            return Head(kind, match.span(), name.strip() if name else None)
    return None
