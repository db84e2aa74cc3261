"""A document made ready for matching: its sentences, terms and parties, each looked for once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from firsthand.check.words import Words, cut_words
from firsthand.model.claim import Claim
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, Spans, hull, merged
from firsthand.provisions.load import law, word_lists
from firsthand.provisions.parties import Party, find_parties
from firsthand.provisions.records import Regime
from firsthand.read.sentences import sentences

BACK, ON = 2, 2
"""Sentences before and after a claim's own that make its passage."""
MOST_PARTIES = 40
"""Names that are looked at in one window; a text with more in a sentence is a list or hostile."""
_HEDGE = 4
"""Words before another in which "would", "not" or "whether" takes it back."""


class Reading(NamedTuple):
    """A document as all provisions of one regime look at it."""

    extraction: Extraction
    regime: Regime
    sentences: tuple[Span, ...]
    words: Words
    hits: dict[str, list[Span]]
    """Word list -> where its terms stand, in text order."""
    parties: tuple[Party, ...]
    """Without those that are named as who speaks: a voice is no party to the conduct."""
    voices: Spans
    """Where sources and cues stand."""
    crowd: dict[int, int]
    """Sentence number -> how many claims begin in it."""
    begins: dict[int, tuple[str, ...]]
    """Offset -> the word lists of which a term begins there."""
    party_starts: list[int]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.extraction.text

    def terms(self, lists: Iterable[str], window: Iterable[Span]) -> list[Span]:
        """Return where terms of any of the lists stand inside the window, in text order."""
        pieces = tuple(window)
        found: set[Span] = set()
        for name in lists:
            spans = self.hits.get(name)
            if spans is None:
                continue
            for start, end in pieces:
                first = bisect_left(spans, (start, 0))
                for span in spans[first : bisect_right(spans, (end, end))]:
                    if span[1] <= end:
                        found.add(span)
        return sorted(found)

    def lists_in(self, window: Span) -> frozenset[str]:
        """Return the word lists of which a term begins inside the window."""
        start, end = window
        return frozenset(
            name for name, spans in self.hits.items()
            if (at := bisect_left(spans, (start, 0))) < len(spans) and spans[at][0] < end
        )  # fmt: skip

    def is_doubted(self, span: Span, lists: tuple[str, ...] = ("modal", "negation")) -> bool:
        """Tell whether "not", "whether", "would" or the like stands just before the words."""
        at = bisect_right(self.words.starts, span[0]) - 1
        first = self.words.starts[max(0, at - _HEDGE)]
        sentence = bisect_right(self.sentences, (span[0], len(self.text))) - 1
        start = max(first, self.sentences[sentence][0] if sentence >= 0 else 0)
        return bool(self.terms(lists, [(start, span[0])]))

    def parties_in(self, window: Iterable[Span]) -> list[Party]:
        """Return the parties inside the window, in text order."""
        found: set[Party] = set()
        for start, end in window:
            first = bisect_left(self.party_starts, start)
            last = min(bisect_left(self.party_starts, end), first + MOST_PARTIES)
            found.update(p for p in self.parties[first:last] if p.span[1] <= end)
        return sorted(found)


class Scene(NamedTuple):
    """One claim in its document, with the windows in which its elements are looked for."""

    reading: Reading
    claim: Claim
    own: Spans
    """The claim's words; its whole sentence without the voices where it stands alone in it."""
    sentence: Spans
    passage: Spans
    present: frozenset[str]
    """Word lists that have a term in the passage."""
    memo: dict[tuple[object, ...], object]
    """Who plays which role, once it was looked for."""

    @property
    def ident(self) -> str:
        """DOCUMENT#CLAIM."""
        return f"{self.reading.extraction.id}#{self.claim.id}"


def read_document(extraction: Extraction, regime_name: str = "UN-1718") -> Reading:
    """Return the document with its terms and parties; linear in its length."""
    text, document = extraction.text, extraction.document
    regime = law().regimes[regime_name]
    words = cut_words(text)
    hits: dict[str, list[Span]] = {}
    for hit in word_lists(document.language or "en").find_in(words):
        hits.setdefault(hit.list, []).append(hit.span)
    for spans in hits.values():
        spans.sort()
    voices = merged(
        span for each in extraction.attributions for span in (*each.source, *each.cue)
        if each.in_ != "title" and span[1] > span[0]
    )  # fmt: skip
    begins: dict[int, tuple[str, ...]] = {}
    for name, spans in hits.items():
        for start, _ in spans:
            begins[start] = (*begins.get(start, ()), name)
    parties = _no_voices(find_parties(text, extraction.entities, regime), voices)
    parts = sentences(text, document.language)
    starts = [start for start, _ in parts]
    return Reading(
        extraction=extraction,
        regime=regime,
        sentences=parts,
        words=words,
        hits=hits,
        parties=parties,
        voices=voices,
        crowd=Counter(
            max(0, bisect_right(starts, hull(claim.span)[0]) - 1)
            for claim in extraction.claims if claim.span and claim.in_ != "title"
        ),
        begins=begins,
        party_starts=[party.span[0] for party in parties],
    )  # fmt: skip


def scene_of(reading: Reading, claim: Claim) -> Scene:
    """Return the claim with its windows; a claim without a place has empty ones."""
    if not claim.span or claim.in_ == "title":
        return Scene(reading, claim, (), (), (), frozenset(), {})
    first, last = hull(claim.span)
    starts = [start for start, _ in reading.sentences]
    at = max(0, bisect_right(starts, first) - 1)
    to = max(at, bisect_left(starts, last) - 1)
    sentence = reading.sentences[at : to + 1]
    # A headline stands alone: what is listed before and after it is another story.
    alone = claim.part == "headline-list"
    passage = sentence if alone else reading.sentences[max(0, at - BACK) : to + 1 + ON]
    own = claim.span
    if len(sentence) == 1 and reading.crowd.get(at, 0) <= 1:
        own = merged(piece for each in sentence for piece in _without(each, reading.voices))
    passage = passage or claim.span
    present = reading.lists_in(hull(passage))
    return Scene(reading, claim, own, sentence or claim.span, passage, present, {})


def _no_voices(parties: tuple[Party, ...], voices: Spans) -> tuple[Party, ...]:
    starts = [start for start, _ in voices]
    kept: list[Party] = []
    for party in parties:
        at = bisect_right(starts, party.span[0]) - 1
        if at < 0 or party.span[1] > voices[at][1]:
            kept.append(party)
    return tuple(kept)


def _without(span: Span, holes: Spans) -> Iterable[Span]:
    at = span[0]
    for start, end in holes:
        if end <= at or start >= span[1]:
            continue
        if start > at:
            yield (at, start)
        at = max(at, end)
    if at < span[1]:
        yield (at, span[1])
