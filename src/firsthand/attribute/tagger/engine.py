"""Tag a text: pieces → windows → cue scores → cues → role scores → sources and contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from firsthand.attribute.tagger.paths import (
    Crop,
    Floats,
    Range,
    best_contents,
    best_cues,
    best_source,
)
from firsthand.attribute.tagger.pieces import Ints, Pieces
from firsthand.attribute.tagger.windows import (
    best_centred,
    crop_around,
    cut_windows,
    distances,
    places,
)
from firsthand.model.span import Spans

CHAPTER = 4000
"""Pieces that are read with one another: some 3,000 words."""
MOST = 60_000
"""Pieces of one text that are tagged, some 45,000 words; the grammar reads the rest alone."""
STRIDE = 127
"""Pieces between windows: every cue has at least 63 pieces on either side."""


class Scorer(Protocol):
    """The trained model, whatever runs it."""

    def encode(self, ids: Ints, features: Ints) -> tuple[Floats, Floats]:
        """Ids (N,), features (N, 3) of one window -> states (N, W) and cue logits (N, 3)."""
        ...

    def roles(self, states: Floats, cues: Floats, distance: Ints, place: Ints) -> Floats:
        """States (K, L, W), cues (K, W), distance and place (K, L) -> logits (K, L, 5)."""
        ...


@dataclass(frozen=True)
class Tagged:
    """One attribution as the model sees it; `confidence` is its calibrated probability."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float


@dataclass(frozen=True)
class Seen:
    """What the tagger saw in a text.

    Args:
        tagged: The attributions in the order of their cues.
        offsets: (N, 2) places of the pieces that were read.
        chances: (N,) probability that a piece belongs to a cue.
    """

    tagged: list[Tagged]
    offsets: Ints
    chances: Floats

    def chance(self, spans: Spans) -> float | None:
        """Return the highest probability of a cue in spans; None where nothing was read."""
        inside = [
            self.chances[np.searchsorted(self.offsets[:, 1], start, "right") : end_piece]
            for start, end in spans
            if (end_piece := int(np.searchsorted(self.offsets[:, 0], end, "left")))
        ]
        return max((float(each.max()) for each in inside if len(each)), default=None)


def tag(pieces: Pieces, scorer: Scorer, *, stride: int = STRIDE) -> Seen:
    """Return the attributions of a text.

    Time grows with the length, memory does not: a long text is cut between its paragraphs.
    """
    found: list[Tagged] = []
    chances = [np.zeros(0, dtype=np.float32)]
    for low, high in _chapters(pieces):
        tagged, chance = _tag(pieces.cut(low, high), scorer, stride)
        found += tagged
        chances.append(chance)
    joined = np.concatenate(chances)
    return Seen(found, pieces.offsets[: len(joined)], joined)


def _chapters(pieces: Pieces) -> list[Range]:
    """Cut a text into parts of at most CHAPTER pieces, behind a paragraph where there is one."""
    n, low, found = min(len(pieces), MOST), 0, []
    paragraphs = np.flatnonzero(pieces.features[:n, 2] == 3)
    while n - low > CHAPTER:
        inside = paragraphs[(paragraphs > low + CHAPTER // 2) & (paragraphs <= low + CHAPTER)]
        high = int(inside[-1]) if len(inside) else low + CHAPTER
        found.append((low, high))
        low = high
    return [*found, (low, n)] if low < n else found


def _tag(pieces: Pieces, scorer: Scorer, stride: int) -> tuple[list[Tagged], Floats]:
    windows = cut_windows(len(pieces), stride)
    shares = best_centred(windows)
    states: list[Floats] = []
    scores = np.zeros((len(pieces), 3), dtype=np.float32)
    for (low, high), (begin, end) in zip(windows, shares, strict=True):
        hidden, logits = scorer.encode(pieces.ids[low:high], pieces.features[low:high])
        states.append(hidden)
        scores[begin:end] = _log_softmax(logits[begin - low : end - low])
    first: list[bool] = pieces.first.tolist()
    cues = best_cues(scores, first)
    crops: list[Crop] = []
    for window, share, hidden in zip(windows, shares, states, strict=True):
        own = [c for c in cues if share[0] <= (c[0] + c[1] - 1) // 2 < share[1]]
        crops += _role_scores(own, cues, window, hidden, scorer)
    contents = best_contents(crops, first)
    tagged = [
        Tagged(
            _spans(best_source(crop, first), pieces),
            _spans([crop.cue], pieces),
            _spans(content, pieces),
            _confidence(crop, content, scores),
        )
        for crop, content in zip(crops, contents, strict=True)
    ]
    chances: Floats = 1 - np.exp(scores[:, 0])
    return tagged, chances


def _role_scores(
    own: list[Range], cues: list[Range], window: Range, hidden: Floats, scorer: Scorer
) -> list[Crop]:
    """Run the role head for the cues in whose window's middle they stand, all at once."""
    if not own:
        return []
    crops = [crop_around(cue, window) for cue in own]
    start = window[0]
    logits = scorer.roles(
        np.stack([hidden[low - start : high - start] for low, high in crops]),
        np.stack([_mean(hidden, cue, window) for cue in own]),
        np.stack([distances(cue, *crop) for cue, crop in zip(own, crops, strict=True)]),
        np.stack([places(cues, cue, *crop) for cue, crop in zip(own, crops, strict=True)]),
    )
    return [
        Crop(cue, low, _log_softmax(each))
        for cue, (low, _), each in zip(own, crops, logits, strict=True)
    ]


def _mean(hidden: Floats, cue: Range, window: Range) -> Floats:
    low, high = max(cue[0], window[0]) - window[0], min(cue[1], window[1]) - window[0]
    mean: Floats = hidden[low:high].mean(axis=0)
    return mean


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def _spans(ranges: list[Range], pieces: Pieces) -> Spans:
    return tuple((int(pieces.offsets[a, 0]), int(pieces.offsets[b - 1, 1])) for a, b in ranges)


def _confidence(crop: Crop, content: list[Range], cue_scores: Floats) -> float:
    """Return the probability of the cue times the mean probability of its content's pieces."""
    cue = float(np.exp(np.logaddexp(cue_scores[crop.cue[0], 1], cue_scores[crop.cue[0], 2])))
    inside = [i - crop.low for a, b in content for i in range(a, b)]
    if not inside:
        return cue * 0.5
    lp = crop.scores[inside]
    return cue * float(np.exp(np.logaddexp(lp[:, 3], lp[:, 4])).mean())
