"""A text as word pieces, with three features that the encoder does not see by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.attribute.tagger.word_pieces import word_pieces

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

CASES, QUOTES, BORDERS = 4, 3, 4
"""Sizes of the features: case (no letters, lower, title, upper), quotation (outside, inside, the
mark itself), border before the piece (none, space, line, paragraph)."""
OPEN, CLOSE, EITHER = "“„«", "”»", '"'


@dataclass(frozen=True)
class Pieces:
    """N word pieces.

    Args:
        ids: (N,) in the encoder's vocabulary.
        offsets: (N, 2) code points of the text, end exclusive.
        features: (N, 3) case, quotation, border.
        first: (N,) whether the piece begins a word; no tag changes inside a word.
    """

    ids: Ints
    offsets: Ints
    features: Ints
    first: Bools

    def __len__(self) -> int:
        return len(self.ids)

    def cut(self, low: int, high: int) -> Pieces:
        """Return the pieces [low, high); their offsets count in the whole text."""
        part = slice(low, high)
        return Pieces(self.ids[part], self.offsets[part], self.features[part], self.first[part])

    def moved(self, by: int) -> Pieces:
        """Return the pieces of a text that begins `by` code points further on."""
        return Pieces(self.ids, self.offsets + by, self.features, self.first)


def cut_pieces(text: str) -> Pieces:
    """Cut a text into pieces; an empty text gives none."""
    found = list(word_pieces(text))
    features = np.zeros((len(found), 3), dtype=np.int64)
    first = np.ones(len(found), dtype=bool)
    inside, previous = False, 0
    for i, (_, start, end) in enumerate(found):
        gap, word = text[previous:start], text[start:end]
        lines = gap.count("\n")
        inside = inside and not lines  # a quotation is opened again in every paragraph
        border = 3 if i == 0 or lines > 1 else 2 if lines else 1 if gap else 0
        begins = i == 0 or bool(gap) or not (text[start - 1].isalnum() and word[:1].isalnum())
        if word in OPEN or word in CLOSE or word == EITHER:
            inside = word in OPEN or (word == EITHER and not inside)
            quoted = 2
        else:
            quoted = int(inside)
        features[i] = (_case(word) if begins else features[i - 1, 0], quoted, border)
        first[i] = begins
        previous = end
    numbers = np.array(found, dtype=np.int64).reshape(-1, 3)
    return Pieces(numbers[:, 0], numbers[:, 1:], features, first)


def _case(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 3
    return 2 if letters[0].isupper() else 1
