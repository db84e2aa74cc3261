"""What a file says of itself: title, publisher, notes, and the day on which it was published."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from firsthand.tables.lexicon import alternation, bounded, fold, heading_words, plain_dashes
from firsthand.tables.periods import read_period


class About(msgspec.Struct, frozen=True):
    """What a file says of itself."""

    title: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()
    vintage: str | None = None


@cache
def _published() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{bounded(heading_words().published)})\s?[:.]?\s?(?:on |at |am |of |от |le )?(?P<rest>.{{0,40}})"
    )


@cache
def _houses() -> re.Pattern[str]:
    return re.compile(bounded(heading_words().publishers))


@cache
def _source() -> re.Pattern[str]:
    words = [word for word in heading_words().notes if fold(word) in {fold(w) for w in _SOURCES}]
    return re.compile(rf"^(?:{alternation(words)})\s?[:：.]?\s*(?P<who>.{{3,160}})", re.IGNORECASE)


_SOURCES = (
    "source", "sources", "quelle", "quellen", "источник", "источники", "джерело", "джерела",
    "자료", "출처", "資料", "出典", "出所", "资料", "来源", "数据来源",
    "fuente", "fonte", "źródło", "zdroj", "kaynak", "©", "(c)", "copyright",
)  # fmt: skip


def read_about(titles: list[str], notes: list[str]) -> About:
    """Tell title, publisher, notes and vintage from the rows above the tables and those below.

    Args:
        titles: Texts above the first table, top down.
        notes: Texts below and between the tables.
    """
    title = titles[0] if titles else None
    vintage = next((day for text in (*titles, *notes) if (day := published_on(text))), None)
    publisher = next((who for text in titles[1:] if (who := _house(text))), None)
    publisher = publisher or next((who for text in notes if (who := _credited(text))), None)
    return About(title, publisher, (*titles[1:], *notes), vintage)


def _house(text: str) -> str | None:
    credited = _credited(text)
    if credited:
        return credited
    first = re.split(r"[.;,]\s(?!Ltd)|\s\(|（", text, maxsplit=1)[0].strip()
    return (
        first
        if len(first) < 80 and _houses().search(fold(first)) and not read_period(first)
        else None
    )


def _credited(text: str) -> str | None:
    found = _source().match(text.strip())
    if not found:
        return None
    who = re.split(r"[.;]\s|,\s(?=\d)|\s\(|（", found["who"].strip(), maxsplit=1)[0]
    return who.strip(" .,;:") or None


def published_on(text: str) -> str | None:
    """Return the ISO day on which a text says that the table was published, None where it does not."""
    folded = plain_dashes(fold(text))
    for found in list(_published().finditer(folded))[:3]:
        if (day := _first_day(found["rest"])) or (day := _last_day(folded[: found.start()])):
            return day
    return None


def _first_day(rest: str) -> str | None:
    """Return the day with which a text begins."""
    ends = (
        n for n in range(len(rest), 5, -1) if n == len(rest) or not rest[n - 1 : n + 1].isalnum()
    )
    return next((day for end in ends if (day := _day(rest[:end]))), None)


def _last_day(before: str) -> str | None:
    """Return the day with which a text ends ("2025年1月29日公表")."""
    tail = before[-30:]
    starts = (n for n in range(len(tail)) if n == 0 or not tail[n - 1 : n + 1].isalnum())
    return next((day for start in starts if (day := _day(tail[start:]))), None)


def _day(text: str) -> str | None:
    if not any(c.isdigit() for c in text):
        return None
    parts = read_period(text.strip(" ,.;()"))
    full = parts and parts[0].grain == "day" and parts[0].year is not None
    return parts[0].text() if full else None
