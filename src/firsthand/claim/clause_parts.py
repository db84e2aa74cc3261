"""A clause as ranges of words, and where its words begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from firsthand.claim.tagging import Word
from firsthand.claim.verb_groups import Group

Sort = Literal[
    "main", "relative", "time", "cause", "contrast", "condition", "participle", "phrase", "gap"
]
Range = tuple[int, int]
_SKIP = frozenset(",;:.!?—–-\"“”«»„()[]'‘’…")


@dataclass(slots=True)
class Clause:
    """A clause: ranges of word indexes, its sort and its verb.

    `conditional`: an if-clause governs it. `shared_subject`: its subject is that of the clause before.
    """

    ranges: list[Range]
    sort: Sort = "main"
    verb: Group | None = None
    conditional: bool = False
    shared_subject: bool = False


def trim(words: list[Word], low: int, high: int) -> Range:
    """Return a range without marks and joining words at its edges."""
    while low < high and (
        words[low].tag in _SKIP
        or words[low].tag == "C"
        or (words[low].low == "that" and not _pronoun(words, low, high))
    ):
        low += 1
    while high > low and (words[high - 1].tag in _SKIP or words[high - 1].tag == "C"):
        high -= 1
    return low, high


def _pronoun(words: list[Word], low: int, high: int) -> bool:
    """Tell "that" that stands for something from one that opens a clause."""
    return low + 1 < high and words[low + 1].tag in "XVZ"
