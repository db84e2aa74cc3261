"""What a grammar finds before it is an attribution: token ranges of a view, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from firsthand.attribute.views import View
from firsthand.model.span import Span, Spans, merged
from firsthand.vocabulary.cues import Cue

Range = tuple[int, int]
Way = Literal["verb", "by", "citing", "via", "told", "nobody", "noun", "heading", "witness"]


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution in the making; ranges count tokens of `view`.

    Args:
        way: How the voice is brought in; decides what may be its parent.
        parent: The draft on whose word this one comes, where the words themselves say so.
        shares: The draft whose content this one answers for too ("citing X").
        when: Tokens of the time at which it was said.
        left: First token of the frame, a comma or conjunction before it not counted.
        carried: Holds on to what the sentence before told ("The institute cites …").
    """

    view: View
    way: Way
    rule: str
    cue: Cue
    source: list[Range] = field(default_factory=list)
    cues: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    parent: Draft | None = None
    shares: Draft | None = None
    when: Range | None = None
    left: int = 0
    carried: bool = False
    why: list[str] = field(default_factory=list)

    def spans(self, ranges: list[Range]) -> Spans:
        """Return the spans of token ranges, joined where they touch."""
        found: list[Span] = []
        for start, end in ranges:
            span = self.view.span(start, end)
            if span is not None:
                found.append(span)
        return merged(found)


def without(ranges: list[Range], holes: list[Range]) -> list[Range]:
    """Return the ranges with the holes cut out of them."""
    for low, high in holes:
        left: list[Range] = []
        for start, end in ranges:
            if high <= start or low >= end:
                left.append((start, end))
                continue
            if start < low:
                left.append((start, low))
            if high < end:
                left.append((high, end))
        ranges = left
    return ranges
