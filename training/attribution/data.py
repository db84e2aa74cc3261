"""Labelled articles as tensors' raw material: windows of pieces with the tags of cues and roles."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from firsthand.attribute.tagger.pieces import Pieces, cut_pieces

WINDOW = 254
REACH = 96
"""A role head sees so many pieces on either side of its cue (99 % of roles end within)."""
NO_CUE, CUE_B, CUE_I = 0, 1, 2
SOURCE_B, SOURCE_I, CONTENT_B, CONTENT_I = 1, 2, 3, 4


@dataclass(frozen=True)
class Relation:
    """One attribution in pieces: cue [start, end), and the tag of every piece of the text (N,)."""

    start: int
    end: int
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Article:
    """A text in pieces, cue tags (N,), and its attributions."""

    name: str
    text: str
    pieces: Pieces
    cues: np.ndarray
    relations: tuple[Relation, ...]


def read_articles(path: Path) -> Iterator[Article]:
    """Read contract lines (`document`, `text`, `attributions`), plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield label(json.loads(line))


def label(row: dict) -> Article:
    """Lay the gold spans over the pieces."""
    pieces = cut_pieces(row["text"])
    starts, ends = pieces.offsets[:, 0], pieces.offsets[:, 1]

    def ranges(spans: list[list[int]]) -> tuple[tuple[int, int], ...]:
        found = []
        for a, b in spans:
            low, high = (
                int(np.searchsorted(ends, a, "right")),
                int(np.searchsorted(starts, b, "left")),
            )
            if low < high:
                found.append((low, high))
        return tuple(found)

    cues, relations = np.zeros(len(pieces), dtype=np.int64), []
    for a in row["attributions"]:
        cue = ranges(a["cue"])
        if not cue:
            continue
        start, end = cue[0][0], cue[-1][1]
        cues[start] = CUE_B
        cues[start + 1 : end] = CUE_I
        relations.append(Relation(start, end, ranges(a["source"]), ranges(a["content"])))
    return Article(row["document"], row["text"], pieces, cues, tuple(relations))


def role_tags(relation: Relation, low: int, high: int) -> np.ndarray:
    """Tags (high - low,) of the pieces from `low` for one attribution."""
    tags = np.zeros(high - low, dtype=np.int64)
    for spans, first, more in (
        (relation.source, SOURCE_B, SOURCE_I),
        (relation.content, CONTENT_B, CONTENT_I),
    ):
        for a, b in spans:
            if b <= low or a >= high:
                continue
            tags[max(a, low) - low : min(b, high) - low] = more
            if a >= low:
                tags[a - low] = first
    return tags


def windows(article: Article, shift: int) -> Iterator[tuple[int, int]]:
    """Windows [low, high) that tile the article, the first one `shift` pieces short."""
    n, low = len(article.pieces), 0
    high = min(n, WINDOW - shift if shift else WINDOW)
    while low < n:
        yield low, high
        low, high = high, min(n, high + WINDOW)
