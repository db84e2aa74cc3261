"""What one article tells about where a value comes from: the links of its chain, and its own access."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.corroborate.articles import Held
from firsthand.corroborate.phrases import asking_words
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.titles import Titles
from firsthand.corroborate.voice_lists import OUTLETS, voice_words
from firsthand.corroborate.voices import (
    Voice,
    core_of,
    is_own,
    papers_named,
    speaking,
)
from firsthand.corroborate.words import folded, passages
from firsthand.model.attribution import Attribution, Sign
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, covers, hull

_PEOPLE_OF = re.compile(
    r"(?:the )?(?:[a-z]{2,20} ){0,2}[a-z]{3,20} (?:at|of|from|with|for) (?:the )?([A-Z].{1,80})\Z"
)
_NOTE = re.compile(r"^([^\W\d_][\w ]{2,24}): ?([^\n]{1,600})", re.MULTILINE)
_OPENED = frozenset({"opened", "seen"})
_HEAD = 40
NEAR_PARAGRAPHS = 1
"""A sign of access speaks for its own paragraph and so many after it."""
NEAR_LETTERS = 60
"""A credit without a chain stands at most so far from what it credits."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a claim's chain, the outermost first.

    Args:
        voice: None where nobody is named or described ("reportedly").
        title: Key of the held title that it means, None where it means none.
        own: It is the article's own title or its own people.
    """

    attribution: Attribution
    voice: Voice | None
    title: str | None
    own: bool


def version_of(held: Held, reading: Reading) -> Extraction:
    """Return the version of an article in which a reading stands."""
    return next((v for v in held.older if v.id == reading.document), held.extraction)


def links_of(held: Held, reading: Reading, titles: Titles) -> list[Link]:
    """Return the links of a reading's chain; ids that the document does not have are passed over."""
    extraction = version_of(held, reading)
    by_id = {a.id: a for a in extraction.attributions}
    found = []
    told = reading.claim.via or _speaking_inside(extraction, reading)
    for ident in told or _pointed_at(extraction, reading):
        attribution = by_id.get(ident)
        if attribution is None:
            continue
        voice = speaking(extraction, attribution)
        title = title_of(voice, titles) if voice else None
        own = title == held.imprint.outlet or bool(voice and is_own(voice.name))
        found.append(Link(attribution, voice, title, own))
    return found


def title_of(voice: Voice, titles: Titles) -> str | None:
    """Return the held title that a voice is, or whose people it is ("analysts at Ledgerlight")."""
    found = titles.meant(voice.name, voice.known)
    people = None if found else _PEOPLE_OF.match(voice.name)
    return titles.meant(people[1]) if people else found


def _speaking_inside(extraction: Extraction, reading: Reading) -> list[str]:
    """Return the attribution whose words a claim in the article's own voice holds ("He put it at 36")."""
    if reading.echoed:
        return []
    title = reading.claim.in_
    return [
        a.id
        for a in extraction.attributions
        if a.in_ == title
        and a.source
        and covers(reading.claim.span, a.source)
        and covers(reading.claim.span, a.cue)
        and hull(a.cue)[0] < hull(reading.span)[0]
    ][:1]


def _pointed_at(extraction: Extraction, reading: Reading) -> Sequence[str]:
    """Return the chain of the claim at which one in the article's own voice points back.

    "… 199,921 barrels, a table shows. That is 40 per cent of the ceiling": the article reckons with
    what the table told. Only within the paragraph.
    """
    claim = reading.claim
    if reading.echoed or claim.in_ == "title" or not claim.span:
        return []
    start, end = hull(claim.span)
    first = folded(extraction.text[start:end][:_HEAD])[:1]
    if not first or first[0] not in asking_words().pointing:
        return []
    for before in reversed(extraction.claims[: reading.order]):
        if before.in_ == "title" or not before.span:
            continue
        if "\n" in extraction.text[hull(before.span)[1] : start]:
            return []
        inside = [
            a.id
            for a in extraction.attributions
            if a.source and covers(before.span, a.source) and covers(before.span, a.cue)
        ]
        if before.via or inside:
            return before.via or inside[:1]
    return []


def access_to(held: Held, reading: Reading) -> Sign | None:
    """Return the sign that the article itself opened what a reading in its own voice rests on.

    The nearest one in the claim's paragraph or the one before; in the title any.
    """
    extraction = version_of(held, reading)
    signs = [s for s in extraction.signs if s.kind in _OPENED and s.span]
    if reading.title and signs:
        return signs[0]
    start = hull(reading.claim.span)[0]
    note = _note_of(extraction, signs)
    near = [s for s in signs if _paragraphs_between(extraction.text, hull(s.span)[0], start)]
    return min(near, key=lambda s: abs(hull(s.span)[0] - start), default=note)


def _note_of(extraction: Extraction, signs: Sequence[Sign]) -> Sign | None:
    """Return the access that a note on method or data tells, which holds for the whole article."""
    for match in _NOTE.finditer(extraction.text):
        if match[1].casefold() not in voice_words().notes:
            continue
        inside = [s for s in signs if match.start() <= hull(s.span)[0] < match.end()]
        if inside:
            return inside[0]
        if not set(folded(match[2])).isdisjoint(voice_words().in_hand):
            return Sign(kind="opened", span=(match.span(2),), by="corroborate/1")
    return None


def opened_by(held: Held, extraction: Extraction, sign: Sign, titles: Titles) -> str | None:
    """Return the words that tell whose papers a sign of access is about; None where none do.

    What the sign names counts first, unless it is the title itself; then what its sentence names.
    """
    if sign.of and titles.meant(sign.of) != held.imprint.outlet and not is_own(sign.of):
        return sign.of
    start, end = _sentence_around(extraction, hull(sign.span)[0])
    own = titles.mentions(extraction.text, [(start, end)])
    return papers_named(_without(extraction.text, (start, end), [span for _, span in own]))


def _without(text: str, stretch: Span, gaps: Sequence[Span]) -> str:
    """Return a stretch with some of its words blanked out."""
    start, end = stretch
    out, at = "", start
    for a, b in gaps:
        out += text[at:a] + " . "
        at = b
    return out + text[at:end]


def _sentence_around(extraction: Extraction, place: int) -> tuple[int, int]:
    for passage in passages(extraction.document):
        if passage.span[0] <= place < passage.span[1]:
            return passage.span
    return place, place


def credit_beside(extraction: Extraction, reading: Reading) -> Sign | None:
    """Return the credit without a chain ("official figures show") in the sentence of a reading."""
    start, end = hull(reading.claim.span)
    for sign in extraction.signs:
        if sign.kind == "credits" and sign.span and not reading.title:
            a, b = hull(sign.span)
            between = extraction.text[min(end, b) : max(start, a)]
            if len(between) <= NEAR_LETTERS and "\n" not in between and ". " not in between:
                return sign
    return None


def material_of(extraction: Extraction) -> list[Sign]:
    """Return the signs that name raw material which the article has worked up."""
    return [
        s for s in extraction.signs if s.kind == "raw-material" and s.of and not _only_places(s.of)
    ]


def _only_places(words: str) -> bool:
    core, lands = core_of(words)
    return core <= lands


def reporter_of(held: Held, extraction: Extraction, titles: Titles) -> str | None:
    """Return the house whose own reporter a dateline, or a voice that told it, shows; None for none.

    An empty string is the article's own house.
    """
    for sign in extraction.signs:
        if sign.kind == "dateline":
            title = titles.meant(sign.of) if sign.of else held.imprint.outlet
            return "" if title == held.imprint.outlet else sign.of
    return "" if any(s.kind == "told" for s in extraction.signs) else None


def only_voice(extraction: Extraction, titles: Titles) -> Voice | None:
    """Return the one voice that an article lets speak; None where there are none or several."""
    voices = {}
    for attribution in extraction.attributions:
        voice = speaking(extraction, attribution)
        if voice is None or is_own(voice.name) or voice.generic or voice.kind in OUTLETS:
            continue
        if title_of(voice, titles) is None:
            voices[voice.key] = voice
    return next(iter(voices.values())) if len(voices) == 1 else None


def _paragraphs_between(text: str, sign: int, claim: int) -> bool:
    """Tell whether the sign stands in the claim's paragraph, the next one, or just before."""
    low, high = sorted((sign, claim))
    breaks = len([p for p in text[low:high].split("\n") if p.strip()]) - 1
    return breaks <= (NEAR_PARAGRAPHS if sign < claim else 0)


def named_houses(links: Sequence[Link]) -> list[Link]:
    """Return the links that are titles, held or not, the outermost first."""
    return [
        link
        for link in links
        if link.voice and not link.own and (link.title or link.voice.kind in OUTLETS)
    ]
