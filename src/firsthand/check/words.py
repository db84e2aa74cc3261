"""Finds the terms of named word lists in a text: one pass, all lists at once.

A term is one or more words; a `*` at the end of a word stands for any ending ("export*"). Hyphens,
apostrophes and white space part words and are otherwise ignored, case too. Where one term covers
another that begins at the same word the longer one counts; the list `decoys` holds terms that
only cover shorter ones ("Workers' Party" is no worker).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from firsthand.model.span import Span

DECOYS = "decoys"
_WORD = re.compile(r"[^\W_]+")
_PREFIX = 3
"""Letters by which starred words are looked up; a starred word has at least as many."""
_LONGEST_ENDING = 14
"""Letters that may stand for a `*`; longer words are compounds with another head."""


class Hit(NamedTuple):
    """A term of a list in a text."""

    list: str
    span: Span


class _Term(NamedTuple):
    words: tuple[str, ...]
    lists: tuple[str, ...]


class Words(NamedTuple):
    """The words of a text, case-folded, with where they start and end."""

    starts: list[int]
    ends: list[int]
    folded: list[str]


def cut_words(text: str) -> Words:
    """Return the runs of letters and digits of `text`; linear in its length."""
    words = Words([], [], [])
    for match in _WORD.finditer(text):
        words.starts.append(match.start())
        words.ends.append(match.end())
        words.folded.append(match[0].casefold())
    return words


class WordLists:
    """Named lists of terms, ready to be looked for.

    Args:
        lists: List name to its terms.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        gathered: dict[tuple[str, ...], dict[str, None]] = {}
        for name, terms in lists.items():
            for term in terms:
                gathered.setdefault(split_term(term), {})[name] = None
        self._first: dict[str, list[_Term]] = {}
        for words, names in sorted(gathered.items(), key=lambda item: -len(item[0])):
            self._first.setdefault(_bucket(words[0]), []).append(_Term(words, tuple(names)))
        self.names = frozenset(lists)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return all terms in text order, without those that another of the same list covers."""
        return self.find_in(cut_words(text))

    def find_in(self, words: Words) -> tuple[Hit, ...]:
        """Return what `find` does, for a text that is cut already."""
        hits: list[Hit] = []
        covered: dict[str, int] = {}
        for at, word in enumerate(words.folded):
            for length, lists in self._longest(words.folded, at, word):
                for name in lists:
                    if covered.get(name, -1) < at + length:
                        hits.append(Hit(name, (words.starts[at], words.ends[at + length - 1])))
                    covered[name] = max(covered.get(name, -1), at + length)
        return _without_decoys(hits)

    def _longest(self, words: list[str], at: int, word: str) -> list[tuple[int, tuple[str, ...]]]:
        terms = (*self._first.get(word, ()), *self._first.get(word[:_PREFIX] + "*", ()))
        fit = [t for t in terms if len(t.words) <= len(words) - at and _matches(t.words, words, at)]
        fit.sort(key=lambda term: -len(term.words))
        found: list[tuple[int, tuple[str, ...]]] = []
        seen: set[str] = set()
        for term in fit:
            fresh = tuple(name for name in term.lists if name not in seen)
            seen.update(fresh)
            if fresh:
                found.append((len(term.words), fresh))
        return found


def split_term(term: str) -> tuple[str, ...]:
    """Return the words of a term, case-folded, a `*` kept at their end."""
    return tuple(m[0].casefold() for m in re.finditer(r"[^\W_]+\*?", term))


def _bucket(word: str) -> str:
    return word[:_PREFIX] + "*" if word.endswith("*") else word


def _matches(term: tuple[str, ...], words: list[str], at: int) -> bool:
    for offset, part in enumerate(term):
        word = words[at + offset]
        if part.endswith("*"):
            stem = part[:-1]
            if not word.startswith(stem) or len(word) - len(stem) > _LONGEST_ENDING:
                return False
        elif word != part:
            return False
    return True


def _without_decoys(hits: list[Hit]) -> tuple[Hit, ...]:
    """Return the hits of real lists that no decoy covers; decoys come in text order."""
    decoys = [hit.span for hit in hits if hit.list == DECOYS]
    if not decoys:
        return tuple(hits)
    starts = [start for start, _ in decoys]

    def covered(span: Span) -> bool:
        before = bisect_right(starts, span[0]) - 1
        return before >= 0 and span[1] <= decoys[before][1] and span != decoys[before]

    return tuple(hit for hit in hits if hit.list != DECOYS and not covered(hit.span))
