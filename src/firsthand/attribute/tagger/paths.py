"""Best paths: from the scores of tags to cues, sources and contents.

Cues are one path over the text. Contents of all cues share a second one, since a word belongs to one
content at most; sources are read for each cue alone, since one source may serve several.
Source: Viterbi 1967; Forney 1973. Plain lists, since a step is too small for an array.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Range = tuple[int, int]
Came = dict[int, int]
"""State -> the state before it: itself where it stays, NOTHING, or another cue's content."""

CUE_BIAS = 0.25
"""Taken from "no cue" in log probability: a missed cue costs a whole attribution."""
CONTENT_BIAS = 0.5
"""The same for "no content". Both were chosen on development articles: training/attribution/LOG.md."""
FAR = -1e9
NOTHING, STAYS = -1, -2


@dataclass(frozen=True)
class Crop:
    """Scores of one cue's role head.

    Args:
        cue: Pieces of the cue, end exclusive.
        low: Piece at which the scores begin.
        scores: (L, 5) log probabilities of nothing, source begin/inside, content begin/inside.
    """

    cue: Range
    low: int
    scores: Floats


def best_cues(scores: Floats, first: Sequence[bool]) -> list[Range]:
    """Return the cues of the best path; `scores` are (N, 3) log probabilities of O, B, I."""
    score = scores.astype(np.float64)
    score[:, 0] -= CUE_BIAS
    return _ranges(_bio(score.tolist(), first))


def best_source(crop: Crop, first: Sequence[bool]) -> list[Range]:
    """Return the source of one cue, mostly one range, none where nobody is named."""
    lp = crop.scores.astype(np.float64)
    nothing = np.logaddexp(np.logaddexp(lp[:, 0], lp[:, 3]), lp[:, 4])
    score = np.stack([nothing, lp[:, 1], lp[:, 2]], axis=1)
    score[crop.cue[0] - crop.low : crop.cue[1] - crop.low] = (0, FAR, FAR)
    found = _ranges(_bio(score.tolist(), first[crop.low : crop.low + len(score)]))
    return [(s + crop.low, e + crop.low) for s, e in found]


def _bio(score: list[list[float]], first: Sequence[bool]) -> list[int]:
    """Return the best tags 0 O, 1 B, 2 I: I follows B or I, and no tag changes inside a word."""
    if not score:
        return []
    back: list[tuple[int, int, int]] = [(0, 0, 0)]
    o, b, i = score[0][0], score[0][1], FAR
    for t in range(1, len(score)):
        out, begin, inside = score[t]
        inner, inner_from = (b, 1) if b >= i else (i, 2)
        if first[t]:
            best, best_from = (o, 0) if o >= inner else (inner, inner_from)
            back.append((best_from, best_from, inner_from))
            o, b, i = best + out, best + begin, inner + inside
        else:
            back.append((0, 0, inner_from))
            o, b, i = o + out, FAR, inner + inside
    tags = [max((o, 0), (b, -1), (i, -2))[1] * -1]
    for t in range(len(score) - 1, 0, -1):
        tags.append(back[t][tags[-1]])
    return tags[::-1]


def _ranges(tags: list[int]) -> list[Range]:
    found: list[Range] = []
    start = -1
    for t, tag in enumerate([*tags, 0]):
        if start >= 0 and tag != 2:
            found.append((start, t))
            start = -1
        if tag == 1:
            start = t
    return found


@dataclass(frozen=True)
class _Content:
    """Gain of a content over none, for the pieces from `low`: where it begins and inside it."""

    low: int
    begin: list[float]
    inside: list[float]


def best_contents(crops: Sequence[Crop], first: Sequence[bool]) -> list[list[Range]]:
    """Return the content ranges of every cue, from one path on which all cues compete.

    A state is "nothing" or "in the content of cue j"; only cues whose crop reaches a piece are tried
    there, so that time grows with the length of the text.
    """
    cues = {t for crop in crops for t in range(*crop.cue)}
    contents = [_content(crop, cues) for crop in crops]
    entering: dict[int, list[int]] = {}
    for j, content in enumerate(contents):
        entering.setdefault(content.low, []).append(j)
    none, held, active = 0.0, dict[int, float](), list[int]()
    trail: list[tuple[int, Came]] = []
    for t in range(len(first)):
        active = [j for j in active if t - contents[j].low < len(contents[j].inside)]
        active += entering.get(t, ())
        none, held, step = _step(t, first[t] or t == 0, none, held, active, contents)
        trail.append(step)
    state = max(held, key=held.__getitem__, default=NOTHING)
    return _followed(trail, NOTHING if held.get(state, FAR) <= none else state, len(crops))


def _content(crop: Crop, cues: set[int]) -> _Content:
    lp = crop.scores.astype(np.float64)
    nothing = np.logaddexp(np.logaddexp(lp[:, 0], lp[:, 1]), lp[:, 2]) - CONTENT_BIAS
    gain = np.stack([lp[:, 3] - nothing, lp[:, 4] - nothing])
    gain[:, [t in cues for t in range(crop.low, crop.low + len(lp))]] = FAR  # a cue is no content
    return _Content(crop.low, gain[0].tolist(), gain[1].tolist())


def _step(
    t: int, begins: bool, none: float, held: dict[int, float], active: list[int],
    contents: Sequence[_Content],
) -> tuple[float, dict[int, float], tuple[int, Came]]:  # fmt: skip
    """Go on by one piece: scores of nothing and of each content, and whence they came."""
    now: dict[int, float] = {}
    came: Came = {}
    top = max(held, key=held.__getitem__, default=NOTHING)
    best, best_from = (held[top], top) if held and held[top] > none else (none, NOTHING)
    for j in active:
        content = contents[j]
        at = t - content.low
        stay = held.get(j, FAR) + content.inside[at]
        start = best + content.begin[at] if begins else FAR
        if max(stay, start) > FAR / 2:
            now[j], came[j] = (stay, STAYS) if stay >= start else (start, best_from)
    return (best if begins else none), now, (best_from if begins else NOTHING, came)


def _followed(trail: list[tuple[int, Came]], state: int, count: int) -> list[list[Range]]:
    """Follow the best path back; return the ranges of every cue's content in text order."""
    found: list[list[Range]] = [[] for _ in range(count)]
    end = len(trail)
    for t in range(len(trail) - 1, -1, -1):
        fresh, came = trail[t]
        if state == NOTHING:
            state, end = fresh, t
        elif came[state] != STAYS:
            found[state].append((t, end))
            state, end = came[state], t
    return [ranges[::-1] for ranges in found]
