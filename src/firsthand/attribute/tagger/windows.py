"""Windows over a document's pieces: how a text of any length meets an encoder of 256 places."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from firsthand.attribute.tagger.pieces import Ints

WINDOW = 254
"""Pieces in a window, besides the two marks around it; longer ones were not trained on."""
REACH = 96
"""Pieces that a role head sees on either side of its cue: 99 % of all roles end within."""


def cut_windows(n: int, stride: int) -> list[tuple[int, int]]:
    """Return windows [low, high) that cover `n` pieces, each `stride` after the one before."""
    if n <= WINDOW:
        return [(0, n)] if n else []
    starts = list(range(0, n - WINDOW, stride))
    return [(low, low + WINDOW) for low in starts] + [(n - WINDOW, n)]


def best_centred(windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return for every window its share: the pieces that stand deeper in it than in any other."""
    middles = [(high + low) // 2 for (_, high), (low, _) in pairwise(windows)]
    return list(pairwise([windows[0][0], *middles, windows[-1][1]])) if windows else []


def crop_around(cue: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
    """Return the pieces [low, high) of the window that the role head of a cue looks at."""
    low = max(window[0], min((cue[0] + cue[1]) // 2 - REACH, window[1] - 2 * REACH))
    return low, min(window[1], low + 2 * REACH)


def distances(cue: tuple[int, int], low: int, high: int) -> Ints:
    """Return the signed distance of every piece [low, high) to the cue, 0 inside it."""
    at = np.arange(low, high)
    signed: Ints = np.where(at < cue[0], at - cue[0], np.where(at >= cue[1], at - cue[1] + 1, 0))
    return signed.astype(np.int64)


def places(cues: list[tuple[int, int]], own: tuple[int, int], low: int, high: int) -> Ints:
    """Return for every piece [low, high): 0 no cue, 1 the own cue, 2 another cue."""
    out = np.zeros(high - low, dtype=np.int64)
    for start, end in cues:
        out[max(start, low) - low : max(min(end, high) - low, 0)] = 2
    out[max(own[0], low) - low : max(min(own[1], high) - low, 0)] = 1
    return out
