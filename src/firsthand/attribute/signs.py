"""Finds the words that tell how an outlet came to what it prints: own access, credits, errata."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.attribute.datelines import head_of
from firsthand.attribute.houses import Houses
from firsthand.attribute.sign_words import compiled_signs
from firsthand.model.attribution import Sign, SignKind
from firsthand.model.document import Document
from firsthand.model.span import Span
from firsthand.vocabulary.gazetteer import gazetteer

BY = "signs/1"
_SIGNED_FOOT = re.compile(
    r"(?:(?:—|–|--|-)\s*(?P<dash>[A-Z][\w .&’'-]{1,40}?)|\((?P<of>[A-Z][\w .&’'/-]{1,40}?)\))\s*\Z"
)
_BYLINE = re.compile(r"(?:By|Von|Reporting by|Source:)\s+(?P<of>[A-Z][\w .&’'-]{1,40}?)\s*\Z")


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
    head = head_of(text, start, span[1])
    if head is not None:
        place = (head.span[0], _before_dash(text, head.span))
        yield head.span, _sign(head.kind, place, head.of)
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
                name = name[4:] if name[:4].lower() == "the " else name
                if pattern.kind == "raw-material" and _is_place(name):
                    continue
            own = name is not None and houses.publisher(name)
            if (pattern.of == "own" and not own) or (pattern.of == "other" and own):
                continue
            yield match.span(), _sign(pattern.kind, match.span(), name)


def _is_place(name: str) -> bool:
    ids = gazetteer().lookup(name)
    return bool(ids) and gazetteer().place(ids[0]) is not None
