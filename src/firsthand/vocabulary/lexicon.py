"""Word lists whose entries are words, stems ("arbeit~"), compound ends ("~schiffe") or word groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
_SHORTEST = 2
_VOWELS = "aeiou"


class Lexicon(Generic[T]):
    """Finds listed words in a row of words in lower case; each word can stand for several values."""

    def __init__(self) -> None:
        self._words: dict[str, list[T]] = {}
        self._stems: dict[str, list[T]] = {}
        self._ends: dict[str, list[T]] = {}
        self._groups: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._group_stems: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._known: dict[str, tuple[T, ...]] = {}

    def add(self, entry: str, value: T) -> None:
        """Add an entry: a word, a stem, an end or several words, of which each may be a stem."""
        words = tuple(entry.lower().split())
        if len(words) > 1:
            table = self._group_stems if words[0].endswith("~") else self._groups
            table.setdefault(words[0].rstrip("~"), []).append((words, value))
        elif entry.startswith("~"):
            self._ends.setdefault(words[0][1:], []).append(value)
        elif entry.endswith("~"):
            self._stems.setdefault(words[0][:-1], []).append(value)
        else:
            self._words.setdefault(words[0], []).append(value)

    def word(self, word: str) -> tuple[T, ...]:
        """Return what a single word stands for: exact entries first, else the longest end, else the longest stem."""
        known = self._known.get(word)
        if known is None:
            known = self._look_up(word)
            if len(self._known) < 50_000:  # bounded: hostile text has endless new words
                self._known[word] = known
        return known

    def _look_up(self, word: str) -> tuple[T, ...]:
        if word in self._words:
            return tuple(self._words[word])
        # The end of a compound is its head: a "Stahlproduktion" is production before it is steel.
        if self._ends:
            for length in range(min(len(word) - 2, 20), _SHORTEST, -1):
                found = self._ends.get(word[-length:])
                if found:
                    return tuple(found)
        if self._stems:
            for length in range(min(len(word), 24), _SHORTEST - 1, -1):
                found = self._stems.get(word[:length])
                if found:
                    return tuple(found)
        return ()

    def at(self, words: Sequence[str], index: int) -> tuple[int, tuple[T, ...]]:
        """Return the index after the longest entry at `index` and what it stands for; the same index for none."""
        first = words[index]
        if first not in self._groups and not self._group_stems:
            single = self._known.get(first)
            if single is None:
                single = self.word(first)
            return (index + 1, single) if single else (index, ())
        best = index
        values: tuple[T, ...] = ()
        for group, value in self._candidates(first):
            end = index + len(group)
            if end > best and end <= len(words) and _fits(group, words, index):
                best, values = end, (value,)
        if best > index:
            return best, values
        single = self.word(first)
        return (index + 1, single) if single else (index, ())

    def _candidates(self, first: str) -> Iterable[tuple[tuple[str, ...], T]]:
        yield from self._groups.get(first, ())
        if self._group_stems:
            for length in range(min(len(first), 20), _SHORTEST - 1, -1):
                yield from self._group_stems.get(first[:length], ())


def _fits(group: tuple[str, ...], words: Sequence[str], index: int) -> bool:
    return all(
        words[index + k].startswith(part[:-1]) if part.endswith("~") else words[index + k] == part
        for k, part in enumerate(group)
    )


def plural(noun: str) -> str:
    """Return the English plural of a noun or noun phrase; what is plural already stays."""
    head, _, last = noun.rpartition(" ")
    return f"{head} {_plural(last)}" if head else _plural(last)


def _plural(noun: str) -> str:
    if noun.endswith(("ss", "x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("s") or noun in (
        "people",
        "personnel",
        "staff",
        "aircraft",
        "cattle",
        "sheep",
    ):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    if noun.endswith("man") and len(noun) > 4:
        return f"{noun[:-2]}en"
    return f"{noun}s"
