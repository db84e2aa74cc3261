"""The head of a plain text: a title, and below it a line such as "Harbour Gazette, 2026-02-12"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.collect.side_files import note_from
from firsthand.read.addresses import clean_url
from firsthand.read.dates import find_date, parse_date
from firsthand.read.described import Described
from firsthand.read.houses import clean_name
from firsthand.read.lexicon import word_lists
from firsthand.read.people import names_in
from firsthand.read.phrases import beginning, fold, phrases

_LABEL = re.compile(r"\s{0,3}([^\W\d][\w -]{1,20}?)\s{0,2}[:：]\s{1,4}(\S.{0,500})\Z")
_PARTS = re.compile(r"\s{0,3}[|·•]\s{0,3}|\s[–—-]\s|,\s{0,3}|\s{2,}|\s{0,2}[()]\s{0,2}")
_ENDS = re.compile(r"[.!?…]\Z")
_MOST_LINES = 6


@cache
def _labels() -> dict[str, str]:
    """Return the label of a header line -> the field that it gives."""
    lists = word_lists("labels")["any"]
    return {label: field for field, labels in lists.items() for label in labels}


class Header(NamedTuple):
    """What the first lines say, how long the title is, and where the article's own words begin."""

    described: Described
    title_end: int
    body_start: int


def read_header(lines: list[str]) -> Header | None:
    """Return the header that the first lines of a text are; None where they are the article itself.

    Args:
        lines: The text's first lines with their line ends; what is returned counts characters
            from the first of them.
    """
    skipped = 0
    while skipped < len(lines) and not lines[skipped].strip():
        skipped += 1
    offset = sum(map(len, lines[:skipped]))
    rest = lines[skipped : skipped + 12]
    header = _labelled(rest) or _titled(rest)
    if header is None:
        return None
    title_end = header.title_end + offset if header.title_end else 0
    return Header(header.described, title_end, header.body_start + offset)


def _labelled(lines: list[str]) -> Header | None:
    """Read "Title: …", "Date: …" a line each; two known labels make a header."""
    fields: dict[str, object] = {}
    length = 0
    for line in lines:
        match = _LABEL.match(line.rstrip())
        name = _labels().get(match[1].strip().lower()) if match else None
        if match is None or name is None:
            break
        fields[name] = match[2].strip()
        length += len(line)
    if len(fields) < 2 or not fields.keys() & {"title", "outlet", "published", "url"}:
        return None
    return Header(_described(fields), 0, length)


def _described(fields: dict[str, object]) -> Described:
    note = note_from(fields)
    return Described(
        title=note.title, outlet=note.outlet.name if note.outlet else None,
        publisher=note.publisher.name if note.publisher else None, url=note.url,
        published=parse_date(note.published) if note.published else None,
        modified=parse_date(note.modified) if note.modified else None,
        authors=note.authors, language=note.language, canonical_url=clean_url(note.url),
    )  # fmt: skip


def _titled(lines: list[str]) -> Header | None:
    """Read a title with lines below it that give outlet, date, author or address."""
    if len(lines) < 2:
        return None
    title = lines[0].strip()
    if not 3 < len(title) <= 300 or title[:1] in "-*•>|#":
        return None
    described = Described(title=title)
    length, at = len(lines[0]), 1
    if not lines[1].strip():  # the title may stand apart
        length, at = length + len(lines[1]), 2
    seen = 0
    for line in lines[at : at + _MOST_LINES]:
        if not line.strip() or not _takes(described, line.strip()):
            break
        length += len(line)
        seen += 1
    told = described.published or described.outlet or described.url
    return Header(described, len(lines[0].rstrip("\r\n")), length) if seen and told else None


def _takes(described: Described, line: str) -> bool:
    """Take from a header line what it says; False where it is none."""
    address = clean_url(line)
    if address and " " not in line:
        described.url, described.canonical_url = line, address
        return True
    if len(line) > 160:
        return False
    dated = find_date(line)
    if dated and described.published is None:
        around = line[: dated.span[0]] + " | " + line[dated.span[1] :]
        return _takes_names(described, around, dated.iso)
    by = beginning("by", line)
    if by and by.end < len(line) and len(line) < 90 and not _ENDS.search(line):
        described.authors = tuple(names_in(line))
        return True
    source = _LABEL.match(line)
    if source and _labels().get(source[1].strip().lower()) == "outlet":
        described.outlet = clean_name(source[2])
        return described.outlet is not None
    return False


def _takes_names(described: Described, around: str, published: str) -> bool:
    """Take outlet and author from what stands round a date; False where it is a sentence."""
    parts = [part.strip(" :：.–—-") for part in _PARTS.split(around)]
    names = [part for part in parts if part.strip(" ,;|")]
    names = [name for name in names if fold(name) not in phrases("published") | phrases("updated")]
    people = {name for name in names if (by := beginning("by", name)) and by.end < len(name)}
    if len(names) > 3 or any(not _is_name(name) for name in names if name not in people):
        return False
    for name in names:
        if name in people:
            described.authors = tuple(names_in(name))
        elif described.outlet is None:
            described.outlet = clean_name(name)
    described.published = published
    return True


def _is_name(text: str) -> bool:
    """Tell a name from a sentence: few words, and the first begins with a capital or a figure."""
    words = text.split()
    if not words or len(words) > 8 or len(text) > 70 or _ENDS.search(text):
        return False
    small = sum(word[0].islower() for word in words)
    return not words[0][0].islower() and small <= max(1, len(words) // 2)
