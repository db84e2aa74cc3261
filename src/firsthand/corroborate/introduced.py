"""How a text introduces who speaks: by the house before, and by whose papers they are."""

from __future__ import annotations

import re

from firsthand.corroborate.voice_lists import OUTLETS, word_set
from firsthand.corroborate.words import common_words, folded
from firsthand.model.attribution import Attribution
from firsthand.model.extraction import Extraction
from firsthand.model.span import words_of

LONG_SOURCE = 200
"""Code points of a source that are looked at."""
_ITS = re.compile(r"\b(?:[Ii]ts|[Tt]heir) (?=[a-zà-ÿ])")
_SPOKES = re.compile(
    r"(?:[Aa] |[Tt]he |[Ee]in |[Ee]ine )?(?:[Ss]pokes(?:man|woman|person)|[Pp]ress secretary|[Pp]ress officer"
    r"|Sprecher(?:in)?|[Пп]ресс-секретарь),? (?=[A-ZА-ЯЁÄÖÜ])"
)
_BY_WHOM = re.compile(
    r" (?:[a-z]{3,12}ed|taken|made|shot|bought|drawn up) (?:and [a-z]{3,12}ed )?by ((?:the )?[A-Z](?:[\w'’-]|\.(?=[A-Z])){0,30}"
    r"(?: (?:of |for |and |on |the ){0,2}[A-Z](?:[\w'’-]|\.(?=[A-Z])){0,30}){0,6})"
)
_SEEN_BY = frozenset(
    {"viewed", "reviewed", "examined", "obtained", "verified", "inspected", "checked"}
)


def introduced(extraction: Extraction, attribution: Attribution, source: str) -> str:
    """Return the fullest words by which a text introduces a person, with the house for "its".

    A spokesman of nobody speaks for the house that spoke before.
    """
    named = [
        a
        for a in extraction.attributions
        if a.speaker.name == attribution.speaker.name and a.in_ == attribution.in_ and a.source
    ]
    text = extraction.document.title or "" if attribution.in_ == "title" else extraction.text
    told = {words_of(text, a.source, gap=" ")[:LONG_SOURCE]: a for a in reversed(named)}
    fullest = max([*told, source], key=len)
    if not _ITS.search(fullest) and not _SPOKES.match(fullest):
        return fullest
    house = _house_before(extraction, told.get(fullest, attribution))
    if not house:
        return fullest
    return _ITS.sub(f"{house} ", fullest, count=1) if _ITS.search(fullest) else f"{house} {fullest}"


def _house_before(extraction: Extraction, attribution: Attribution) -> str | None:
    """Return the house that spoke before, of which "its chief executive" is: the last that is named."""
    if not attribution.source:
        return None
    start = attribution.source[0][0]
    before = [
        (a.source[0][0], a.speaker.name)
        for a in extraction.attributions
        if a.source and a.source[0][0] < start and a.in_ == attribution.in_
        if a.speaker.name and a.speaker.anonymity == "named"
        if a.speaker.name != attribution.speaker.name and a.speaker.kind not in OUTLETS
    ]
    return max(before)[1] if before else None


def whose_papers(text: str, attribution: Attribution, name: str) -> str | None:
    """Return who made papers that are named without him: "satellite pictures analysed by the Centre"."""
    words = [w for w in folded(name) if w not in common_words()]
    if not attribution.source or not set(words) & word_set("papers") or name != name.lower():
        return None
    found = _BY_WHOM.match(text, attribution.source[-1][1])
    return found[1] if found and not set(found[0].split()) & _SEEN_BY else None
