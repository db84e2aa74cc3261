"""Places in a text: half-open ranges of Unicode code points.

A `Span` is (start, end), start inclusive, end exclusive; `Spans` are the pieces of one thing, in text order.
"""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
Spans = tuple[Span, ...]


def words_of(text: str, spans: Iterable[Span], gap: str = " … ") -> str:
    """Return the words that the spans cover, pieces joined by `gap`."""
    return gap.join(text[start:end] for start, end in spans)


def covers(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Tell whether every piece of `inner` lies inside one piece of `outer`."""
    pieces = tuple(outer)
    return all(any(a <= start and end <= b for a, b in pieces) for start, end in inner)


def overlap(left: Iterable[Span], right: Iterable[Span]) -> int:
    """Count the code points that both share; pieces of one side do not overlap each other."""
    others = tuple(right)
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in others)


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest single range around all pieces.

    Raises:
        ValueError: there is no piece.
    """
    pieces = tuple(spans)
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def merged(spans: Iterable[Span]) -> Spans:
    """Return the pieces in order, touching or overlapping ones joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)
