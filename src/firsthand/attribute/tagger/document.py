"""Tags the parts of a document that are read."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from firsthand.attribute.tagger.engine import Seen, tag
from firsthand.attribute.tagger.pieces import cut_pieces
from firsthand.model.document import Document
from firsthand.model.span import Span

TAGGED = "en"
"""The language of the articles from which the shipped model has learnt."""
TAGGER = "tagger-en/1"
UNSEEN = Seen([], np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.float32))
"""What is seen where nothing is looked at."""


def tag_document(document: Document, parts: Iterable[Span]) -> Seen:
    """Return what the shipped model sees in parts of a text, places counting in the whole text.

    Parts with nothing but blanks between them are read together, as one text.
    """
    from firsthand.attribute.tagger.model import shipped

    seen = [
        tag(cut_pieces(document.text[start:end]).moved(start), shipped())
        for start, end in _together(parts, document.text)
    ]
    if not seen:
        return UNSEEN
    return Seen(
        [each for one in seen for each in one.tagged],
        np.concatenate([one.offsets for one in seen]),
        np.concatenate([one.chances for one in seen]),
    )


def _together(parts: Iterable[Span], text: str) -> list[Span]:
    whole: list[Span] = []
    for start, end in sorted(parts):
        if whole and not text[whole[-1][1] : start].strip():
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
