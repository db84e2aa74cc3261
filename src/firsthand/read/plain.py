"""Reads a plain text: it is kept as it stands, and its parts are marked in it."""

from __future__ import annotations

import re

from firsthand.model.document import PartKind
from firsthand.read.described import Described
from firsthand.read.draft import Draft
from firsthand.read.header import read_header
from firsthand.read.phrases import fold, found_in, is_line, opener
from firsthand.read.verdict import Signals

BY = "text/1"
_ITEM = re.compile(r"\s{0,8}(?:[-*•‣▪◦·–—►▶■□●◆☞→]|\d{1,2}[.)])\s{1,4}\S|\s{0,8}[·•▶■□◆☞]\S")
_RIGHTS = re.compile(
    r"\s{0,4}(?:©|ⓒ|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten"
    r"|все права защищены|усі права захищені|무단|저작권자|無断転載)", re.IGNORECASE,
)  # fmt: skip
_ENDS = re.compile(r"[.。！？!?]\s*\Z")
_CJK = re.compile("[぀-ヿ一-鿿가-힣]")
Marks = list[tuple[PartKind, int]]


def read_plain(text: str) -> Draft:
    """Return a plain text with its title, dateline and lists of headlines marked."""
    lines = text.splitlines(keepends=True)
    header = read_header(lines)
    described = header.described if header else Described()
    marks: Marks = []
    start = 0
    if header:
        start = header.body_start
        if header.title_end:
            marks.append(("title", 0))
        if start > header.title_end:
            marks.append(("boilerplate", header.title_end))
    marks.extend(body_marks(text, start))
    wall = found_in("wall", text[-400:]) if len(text) < 4000 else None
    return Draft(by=BY, described=described, whole=text, marks=marks, signals=Signals(wall=wall))


def body_marks(text: str, start: int) -> Marks:
    """Return the parts of a text from an offset on: body, lists of headlines, a copyright line."""
    lines = text[start:].splitlines(keepends=True)
    offsets = [start]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    kinds = _kinds(lines)
    marks: Marks = []
    for kind, offset in zip(kinds, offsets, strict=False):
        if not marks or marks[-1][0] != kind:
            marks.append((kind, offset))
    return marks


def _kinds(lines: list[str]) -> list[PartKind]:
    """Return what each line is; blank lines are what stands before them."""
    kinds: list[PartKind] = []
    at = 0
    while at < len(lines):
        length = _list_length(lines, at)
        if length:
            kinds.extend(["headline-list"] * length)
            at += length
            continue
        line = lines[at]
        if line.strip():
            kinds.append("body")
        else:
            kinds.append(kinds[-1] if kinds else "body")
        at += 1
    for back in range(len(lines) - 1, -1, -1):
        if lines[back].strip():
            if not _RIGHTS.match(lines[back]) or len(lines[back]) > 300:
                break
            kinds[back] = "boilerplate"
    return kinds


def _list_length(lines: list[str], at: int) -> int:
    """Return how many lines the list of headlines takes that begins here; 0 where none does."""
    line = lines[at].strip()
    if not line or len(line) > 300:
        return 0
    opened = opener("related", line)
    if opened and opened.end < len(line) and _is_sure(opened.phrase) and not _ITEM.match(lines[at]):
        return 1
    if not is_line("related", line) or not _is_heading(line):
        return 0
    below = at + 1
    if below < len(lines) and not lines[below].strip():
        below += 1
    first = below
    while below < len(lines) and lines[below].strip() and _is_headline(lines, below, first):
        below += 1
        # Items may be parted by blank lines where each has its mark.
        after = below + 1
        if (
            after < len(lines)
            and not lines[below].strip()
            and _ITEM.match(lines[after])
            and _ITEM.match(lines[first])
        ):
            below = after
    return below - at if below > first else 0


def _is_sure(phrase: str) -> bool:
    """Tell whether a phrase opens a reference by itself: single words such as "More:" do not."""
    return (
        " " in phrase
        or bool(_CJK.search(phrase))
        or fold(phrase) in ("related", "читайте", "weiterlesen")
    )


def _is_heading(line: str) -> bool:
    return line[-1] in ":：]】>" or line[:1] in "[【#■▶◆*" or line.isupper() or len(line) < 30


def _is_headline(lines: list[str], at: int, first: int) -> bool:
    if _ITEM.match(lines[at]):
        return True
    bare = lines[at].strip()
    return not _ITEM.match(lines[first]) and len(bare) < 160 and not _ENDS.search(bare)
