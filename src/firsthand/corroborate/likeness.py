"""How much of one article is found in another: words, wording, order, figures and credits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from firsthand.corroborate.texts import Sentence, Text

ALIKE = 0.5
"""Two sentences above this say the same, so that their order can be compared."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a later article has from an earlier one; shares are from 0 to 1 and weighted by rarity.

    Args:
        close: Mean likeness of its sentences to the closest one of the other.
        wording: The same over pairs of neighbouring words, common ones included.
        words: Share of its words that the other has.
        pairs: Share of its pairs of words that the other has.
        back: Share of the other's words that it has.
        same: Share of its sentences that stand in the other word for word.
        order: Share of sentences alike that follow each other as in the other; 0.5 for fewer than two.
        new: Logarithm of one more than the number of its words outside the wording that it shares.
        figures: Figures that both have.
        own_figures: Figures that the other lacks.
        shared: Summed weight of words and pairs that both have.
    """

    close: float
    wording: float
    words: float
    pairs: float
    back: float
    same: float
    order: float
    new: float
    figures: int
    own_figures: int
    shared: float


NOTHING = Likeness(0, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0)


def compare(later: Text, earlier: Text) -> Likeness:
    """Compare two texts; the sentences of the later one that only give credit are left out.

    Linear in the features that both share.
    """
    own = [s for s in later.sentences if not s.credit]
    if not own or not earlier.sentences:
        return NOTHING
    found = [_closest(sentence, earlier) for sentence in own]
    total = sum(s.total for s in own) or 1.0
    length = sum(len(s.words) for s in own)
    alike = sum(w * len(s.words) for s, (_, _, w) in zip(own, found, strict=True))
    both = later.weights.keys() & earlier.weights.keys()
    words = sum(later.weights[f] for f in both if " " not in f)
    pairs = sum(later.weights[f] for f in both if " " in f)
    return Likeness(
        close=sum(s.total * c for s, (_, c, _) in zip(own, found, strict=True)) / total,
        wording=alike / length,
        words=words / (later.whole[0] or 1.0),
        pairs=pairs / (later.whole[1] or 1.0),
        back=words / (earlier.whole[0] or 1.0),
        same=sum(w > 0.999 for _, _, w in found) / len(found),
        order=_order([at for at, close, _ in found if close > ALIKE]),
        new=math.log1p(length - alike),
        figures=len(later.numbers & earlier.numbers),
        own_figures=len(later.numbers - earlier.numbers),
        shared=words + pairs,
    )


def _closest(sentence: Sentence, other: Text) -> tuple[int, float, float]:
    """Return number, likeness and shared wording of the sentence of `other` that is closest."""
    shared: dict[int, float] = {}
    for feature, weight in sentence.features.items():
        for at in other.where.get(feature, ()):
            shared[at] = shared.get(at, 0.0) + weight
    best, close, wording = -1, 0.0, 0.0
    for at, weight in shared.items():
        candidate = other.sentences[at]
        likeness = 2 * weight / ((sentence.total + candidate.total) or 1.0)
        if (likeness, -at) > (close, -best):
            best, close = at, likeness
    if best >= 0:
        there = other.sentences[best]
        wording = (
            1.0
            if sentence.key == there.key
            else len(sentence.pairs & there.pairs) / max(1, len(sentence.pairs | there.pairs))
        )
    return best, close, wording


def _order(found: list[int]) -> float:
    if len(found) < 2:
        return 0.5
    return sum(a < b for a, b in pairwise(found)) / (len(found) - 1)
