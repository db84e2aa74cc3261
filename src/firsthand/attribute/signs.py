"""Finds the words that tell how an outlet came to what it prints: own access, credits, errata."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from firsthand.attribute.houses import Houses
from firsthand.errors import VocabularyError
from firsthand.model.attribution import Sign, SignKind
from firsthand.model.document import Document
from firsthand.model.span import Span
from firsthand.vocabulary.data_file import load_data

BY = "signs/1"
FILE = "cues/signs.yaml"
_NAME = (
    r"(?P<of>(?:[Tt]he |«|“|„|\")?[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'&.-]{0,30}"
    r"(?:(?: (?:of|the|and|de|für|der|des))* [A-ZÀ-ÞА-ЯЁІЇЄҐ][\w’'&.-]{0,30}){0,5})"
)
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ’'.-]{2,24}(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ’'.-]{1,24}){0,3})"
    r"(?:,\s+(?:[A-Z][\w.]{1,20}\s?){1,3}(?:\d{1,2}\s?)?)?"
    r"(?:\s+\((?P<of>[A-Z][\w .&’'-]{1,40})\))?\s+(?:—|–|--|-)\s+(?=\S)"
)
_SIGNED_HEAD = re.compile(r"\((?P<of>[A-Z][\w .&’'-]{1,40})\)\s+(?:—|–|--|-)\s+(?=\S)")
_SIGNED_FOOT = re.compile(
    r"(?:(?:—|–|--|-)\s*(?P<dash>[A-Z][\w .&’'-]{1,40}?)|\((?P<of>[A-Z][\w .&’'/-]{1,40}?)\))\s*\Z"
)
_BYLINE = re.compile(r"(?:By|Von|Reporting by|Source:)\s+(?P<of>[A-Z][\w .&’'-]{1,40}?)\s*\Z")


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the data file."""

    kind: SignKind
    reads: str
    of: Literal["any", "own", "other", "none"]
    where: Literal["start", "end", "anywhere"] = "anywhere"


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The signs of one language."""

    we: tuple[str, ...]
    signs: tuple[Pattern, ...]


class SignFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All languages."""

    en: Signs
    de: Signs
    ru: Signs
    uk: Signs
    ko: Signs
    ja: Signs


def find_signs(document: Document, houses: Houses, language: str) -> tuple[Sign, ...]:
    """Return the signs of a document in text order; the first over the same words wins."""
    found: list[tuple[Span, Sign]] = []
    for part, span in _paragraphs(document):
        if part != "boilerplate":
            found += _heads_and_feet(document.text, span, houses)
        found += _patterns(document.text, span, houses, language)
    found.sort(key=lambda each: each[0])
    kept: list[tuple[Span, Sign]] = []
    for span, sign in found:
        if any(k.kind == sign.kind and a < span[1] and span[0] < b for (a, b), k in kept):
            continue
        kept.append((span, sign))
    return tuple(sign for _, sign in kept)


def _paragraphs(document: Document) -> Iterator[tuple[str, Span]]:
    parts = [(p.part, s) for p in document.parts for s in p.span] or [
        ("body", (0, len(document.text)))
    ]
    for kind, (start, end) in parts:
        position = start
        for line in document.text[start:end].split("\n"):
            if line.strip():
                yield kind, (position, position + len(line))
            position += len(line) + 1


def _heads_and_feet(text: str, span: Span, houses: Houses) -> Iterator[tuple[Span, Sign]]:
    start = span[0] + len(text[span[0] : span[1]]) - len(text[span[0] : span[1]].lstrip())
    for pattern, kind in ((_DATELINE, "dateline"), (_SIGNED_HEAD, "signed")):
        match = pattern.match(text, start, min(span[1], start + 160))
        if match is not None:
            place = (match.start(), match.end())
            yield (
                place,
                _sign(
                    "dateline" if kind == "dateline" else "signed",
                    (place[0], _before_dash(text, place)),
                    match.group("of"),
                ),
            )
            return
    tail = max(span[0], span[1] - 60)
    foot = _SIGNED_FOOT.search(text, tail, span[1]) or (
        _BYLINE.match(text, start, span[1]) if span[1] - start < 60 else None
    )
    if foot is None:
        return
    name = next((value for value in foot.groupdict().values() if value), None)
    if name is not None and houses.agency(name.strip()):
        yield (foot.start(), foot.end()), _sign("signed", (foot.start(), foot.end()), name.strip())


def _before_dash(text: str, span: Span) -> int:
    words = text[span[0] : span[1]].rstrip().rstrip("—–-").rstrip()
    return span[0] + len(words)


def _sign(kind: SignKind, span: Span, of: str | None) -> Sign:
    return Sign(kind=kind, span=(span,), of=of, by=BY)


def _patterns(text: str, span: Span, houses: Houses, language: str) -> Iterator[tuple[Span, Sign]]:
    for pattern, compiled in compiled_signs(language):
        for match in compiled.finditer(text, *span):
            if pattern.where == "start" and text[span[0] : match.start()].strip():
                continue
            name = match.group("of") if "of" in compiled.groupindex else None
            if name is not None:
                name = name.strip(" .,«“„\"’'").removesuffix("'s").removesuffix("’s")
            own = name is not None and houses.publisher(name)
            if (pattern.of == "own" and not own) or (pattern.of == "other" and own):
                continue
            yield match.span(), _sign(pattern.kind, match.span(), name)


@functools.cache
def compiled_signs(language: str) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
    """Return the patterns of a language, compiled; none where it has no list.

    Raises:
        VocabularyError: a pattern is no regular expression.
    """
    signs: Signs | None = getattr(load_data(FILE, SignFile), language, None)
    if signs is None:
        return ()
    we = "|".join(re.escape(w) for w in sorted(signs.we, key=len, reverse=True))
    found = []
    for pattern in signs.signs:
        reads = pattern.reads.replace("{we}", f"(?:{we})").replace("{name}", f"(?-i:{_NAME})")
        try:
            found.append((pattern, re.compile(rf"(?<!\w)(?:{reads})", re.I)))
        except re.error as error:
            raise VocabularyError(
                f"not a pattern: {pattern.reads!r} ({error})", where=FILE
            ) from error
    return tuple(found)
