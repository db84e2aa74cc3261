"""Finds the provisions that a text names, and whether it says that they are broken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from firsthand.model.span import Span
from firsthand.provisions.reading import Reading
from firsthand.provisions.records import Conduct, Provision

_RESOLUTION = re.compile(
    r"(?:\bresolution\w*|\bUNSCR\w*|\bS/RES/|\bres\.|\bRes\.|резолюци\w*)\s{0,3}"
    r"(?:nos?\.?|№|Nr\.?)?\s{0,3}((?:\d{4}(?:\s?\(\d{4}\))?(?:\s{0,2}(?:,|and|und|и|or)\s{0,2})?){1,6})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d(])\d{4}(?![\d)])")
_PARAGRAPH = re.compile(
    r"\b(?:operative\s{1,2}paragraphs?|paragraphs?|paras?\.?|OPs?|Absatz|Absätze|Ziffern?|Punkte?|пункт\w{0,3}|п\.)"
    r"\s{0,2}(\d{1,2}(?:\s?\([a-z]{1,4}\)){0,3})",
    re.IGNORECASE,
)
_NEAR = 90
"""Code points between a paragraph and its resolution ("paragraph 8 of resolution 2397")."""


class Named(NamedTuple):
    """A resolution that a sentence names, with its paragraph where that is named too."""

    instrument: str
    paragraph: str | None
    span: Span


class Statement(NamedTuple):
    """A sentence that says something of named provisions."""

    sentence: Span
    named: tuple[Named, ...]
    broken: bool
    bars: bool


def statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the sentences that name a resolution and say that it is broken or what it bars."""
    text = reading.text
    found: list[Statement] = []
    for start, end in reading.sentences:
        named = tuple(_named(text[start:end], start))
        if not named:
            continue
        broken = any(
            not reading.is_doubted(span) for span in reading.terms(("breach",), [(start, end)])
        )
        bars = bool(reading.terms(("bar",), [(start, end)]))
        if broken or bars:
            found.append(Statement((start, end), named, broken, bars))
    return tuple(found)


def names(statement: Statement, provision: Provision) -> Named | None:
    """Return the words that name the provision: its paragraph, else its resolution as a whole.

    None where only other paragraphs of the resolution are named.
    """
    own = [n for n in statement.named if n.instrument == provision.instrument]
    paragraph = _plain(provision.paragraph)
    for each in own:
        if each.paragraph and (
            each.paragraph == paragraph or paragraph.startswith(each.paragraph + "(")
        ):
            return each
    return next((each for each in own if each.paragraph is None), None)


def says_so(
    reading: Reading, statement: Statement, provision: Provision, *, conduct: Conduct
) -> Named | None:
    """Return the words that say that the provision is broken, or that it bars this conduct.

    A rule that names no paragraph has to speak of the conduct in its own words.
    """
    named = names(statement, provision)
    if named is None or statement.broken:
        return named
    if not statement.bars:
        return None
    if named.paragraph is None:
        lists = [name for e in conduct.elements if e.required for name in e.terms]
        return named if reading.terms(lists, [statement.sentence]) else None
    return named


def _named(sentence: str, offset: int) -> Iterable[Named]:
    paragraphs = [(m.span(), _plain(m[1])) for m in _PARAGRAPH.finditer(sentence)]
    for match in _RESOLUTION.finditer(sentence):
        for number in _NUMBER.finditer(sentence, match.start(1), match.end(1)):
            near = [
                (min(abs(number.start() - span[1]), abs(span[0] - number.end())), plain, span)
                for span, plain in paragraphs
                if min(abs(number.start() - span[1]), abs(span[0] - number.end())) <= _NEAR
            ]
            if not near:
                yield Named(number[0], None, (offset + match.start(), offset + number.end()))
            for _, plain, span in near:
                whole = (min(span[0], number.start()), max(span[1], number.end()))
                yield Named(number[0], plain, (offset + whole[0], offset + whole[1]))


def _plain(paragraph: str) -> str:
    return re.sub(r"\s", "", paragraph).casefold()
