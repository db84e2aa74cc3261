"""The house that answers for a page, from its footer, its imprint and its copyright line."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.read.houses import clean_name, same_name, slug
from firsthand.read.phrases import fold, phrases

_YEARS = r"(?:(?:19|20)\d\d(?:\s{0,2}[-–—,]\s{0,2}(?:(?:19|20)?\d\d))?)"
_SIGN = r"(?:©|ⓒ|&copy;|\(c\)|copyrights?|копирайт)"
_ABBREVIATED = "".join(
    rf"(?<!{re.escape(each)})" for each in ("Ltd.", "Inc.", "Co.", "St.", "Corp.", "S.A.", "Bros.")
)
_STOP = re.compile(
    rf"\s{{0,2}}(?:[|·•;\n]|[.。](?=\s|\Z){_ABBREVIATED}(?<!\b[A-ZА-Я]\.)"
    r"|\b(?:all rights|rights reserved|alle rechte|все права|усі права|всі права)\b|무단|無断"
    r"|\b(?:or|and) its affiliat|\bund/oder\b|,? unless\b|,? а также\b"
    r"|,\s(?!(?:inc|ltd|llc|co|s\.|gmbh|plc))|\s[-–—]\s|\("
    rf"|{_SIGN}|\b{_YEARS}\b)",
    re.IGNORECASE,
)
_AFTER_SIGN = re.compile(
    rf"{_SIGN}(?:\s{{0,3}}{_SIGN})?\s{{0,3}}(?:by\s)?"
    rf"(?:{_YEARS}\s{{0,3}}(?:[,.г]\.?|by)?\s{{0,3}}(?:by\s)?)?(?P<name>[^\n]{{2,120}})",
    re.IGNORECASE,
)
_BEFORE_SIGN = re.compile(
    rf"(?P<name>[^\n|·•©]{{2,80}}?),?\s{{0,3}}(?:©|ⓒ)\s{{0,3}}{_YEARS}", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:is|are|was|ist|wird|sind)\Z")
_SITE = re.compile(
    r"\b(?:web ?site|site|portal|newspaper|paper|magazine|webseite|seite|angebot|zeitung|сайт\w*"
    r"|издани\w+|газет\w+|журнал\w*|портал\w*|видання|ресурс\w*)\b",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"\s{0,3}[|·•\n]\s{0,3}|\s[-–—]\s")
_QUOTED = re.compile(r"\A[«\"“„]([^»\"”“]{2,80})[»\"”“]")
_NOT_HOUSES = re.compile(
    r"\b(?:this (?:site|website|page|article)|the authors?|third part|respective)\b", re.IGNORECASE
)


class Imprint(NamedTuple):
    """What a footer says; None where it does not."""

    publisher: str | None = None
    outlet: str | None = None
    sure: bool = False
    """The words say "published by" or the like; else it is a copyright line or a row of links."""


def read_imprint(lines: list[str], outlet: str | None) -> Imprint:
    """Return the publisher that the lines outside of an article name, the surest words first.

    Args:
        lines: Blocks outside of the article, in the order of the page.
        outlet: The outlet as told elsewhere, told from other things that are published by
            somebody.
    """
    short = [line for line in lines if len(line) < 600]
    saying = [line for line in short if any(each in line.lower() for each in phrases("publisher"))]
    for line in reversed(saying):
        said = _said(line, outlet)
        if said:
            return said
    for reader, chosen in ((_labelled, saying), (_copyright, short), (_link_row, short)):
        for line in reversed(chosen):
            found = reader(line)
            if found:
                return found
    return Imprint()


@cache
def _saying() -> re.Pattern[str]:
    words = sorted(phrases("publisher"), key=len, reverse=True)
    spoken = [re.escape(each) for each in words if " " in each]
    return re.compile(
        rf"(?P<before>[^.\n|·•]{{0,80}}?)\s?(?<!\w)(?:{'|'.join(spoken)})[\s:]{{1,4}}(?P<name>[^\n]{{2,120}})",
        re.IGNORECASE,
    )


@cache
def _labels() -> re.Pattern[str]:
    words = sorted(phrases("publisher"), key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?:\s{{0,2}}[:：]|\s[-–—])\s{{0,3}}"
        r"(?P<name>[^\n]{2,120})",
        re.IGNORECASE,
    )


def _said(line: str, outlet: str | None) -> Imprint | None:
    """Read "X is published by Y", where X is the outlet or the site, and no report or book."""
    found = _saying().search(line)
    if not found:
        return None
    name = _name(found["name"])
    subject = _VERB.sub("", found["before"].strip()).strip(" ,")
    if not name or not _is_outlet(subject, outlet):
        return None
    before = clean_name(subject)
    known = before if before and len(before.split()) <= 6 and not _SITE.search(before) else None
    return Imprint(name, known, True)


def _is_outlet(subject: str, outlet: str | None) -> bool:
    """Tell whether a subject is empty, names the outlet or the site, or looks like a title."""
    words = subject.split()
    if not words or _SITE.search(subject) or (outlet and slug(outlet) in slug(subject)):
        return True
    small = [word for word in words if word[0].islower()]
    return len(words) <= 6 and not words[0][0].islower() and len(small) <= len(words) // 3


def _labelled(line: str) -> Imprint | None:
    """Read "Publisher: Y", "Учредитель: Y", "발행처: Y"."""
    found = _labels().search(line)
    name = _name(found["name"]) if found else None
    return Imprint(name, None, True) if name else None


def _copyright(line: str) -> Imprint | None:
    """Read "© 2026 Y. All rights reserved" and "Y © 2026"."""
    found = _AFTER_SIGN.search(line)
    name = _name(found["name"]) if found else None
    if name is None:
        sign = _BEFORE_SIGN.search(line)
        name = _name(sign["name"].rpartition(". ")[2]) if sign else None
    return Imprint(name) if name else None


def _link_row(line: str) -> Imprint | None:
    """Read "Y · Imprint · Privacy": the one item of the row that is no usual link."""
    items = [item for item in _ITEMS.split(line) if item.strip()]
    if len(items) < 2:
        return None
    usual = [item for item in items if fold(item) in phrases("footer")]
    others = [item for item in items if fold(item) not in phrases("footer")]
    if usual and others and others[0] is items[0] and len(others) <= max(1, len(usual) - 1):
        name = _name(others[0])
        return Imprint(name) if name else None
    return None


def _name(words: str) -> str | None:
    """Cut a name out of the words that begin with it."""
    quoted = _QUOTED.match(words.strip())
    if quoted:
        return clean_name(quoted[1])
    stop = _STOP.search(words, 1)
    name = clean_name(words[: stop.start()] if stop else words)
    if (
        name is None
        or _NOT_HOUSES.search(name)
        or fold(name) in phrases("footer") | phrases("copyright")
    ):
        return None
    return name if len(name.split()) <= 9 and not name[0].isdigit() else None


def answers_for(imprint: Imprint, told: str | None, outlet: str | None) -> str | None:
    """Return what metadata tell, unless they only repeat the outlet and the footer knows more."""
    if told and not same_name(told, outlet):
        return told
    if imprint.publisher and (imprint.sure or not told or not same_name(imprint.publisher, outlet)):
        return imprint.publisher
    return told
