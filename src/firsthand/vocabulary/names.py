"""An index of names that finds the longest one at a place in a text.

A trie over tokens. A word written with a tilde at its end ("Росстат~", "russisch~") is a stem: it
stands for itself with any ending of `inflection`, and so do Russian and Ukrainian words of names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from firsthand.vocabulary.inflection import ENDINGS, LONGEST_ENDING, stem_cyrillic
from firsthand.vocabulary.tokens import Tokens, name_tokens

V = TypeVar("V")
_KEY = 3
"""Letters by which names wait until a text needs them; no stem is shorter."""


_FIRST_UNSPACED, _LAST_UNSPACED = "\u3005", "\ud7a3"


class _Node(Generic[V]):
    __slots__ = ("after", "stems", "value")

    def __init__(self) -> None:
        self.after: dict[str, _Node[V]] = {}
        self.stems: dict[str, _Node[V]] = {}
        self.value: V | None = None


class NameIndex(Generic[V]):
    """Names and what they stand for.

    Names are put into the trie when a text first has a word that begins like them: twenty thousand
    names cost half a second otherwise, of which an article needs a tenth.
    """

    def __init__(self, spellings: Callable[[str], Iterable[str]] = lambda _: ()) -> None:
        """Take a function that gives the other spellings of a name, differing behind three letters
        in anything and before only in case.
        """
        self._root: _Node[V] = _Node()
        self._waiting: dict[str, list[tuple[str, V, bool]]] = {}
        self._spellings = spellings

    def add(self, name: str, value: V, *, exact: bool = False) -> None:
        """Add a name; of two values that one name is given, the first stays.

        With `exact`, no other spelling of it is looked for.
        """
        head = name[:_KEY]
        if _FIRST_UNSPACED <= head[:1] <= _LAST_UNSPACED:
            head = head[0]
        elif not head.isalnum() or len(head) < _KEY or max(head) >= _FIRST_UNSPACED:
            head = next(iter(name_tokens(name)), "")[:_KEY]
        self._waiting.setdefault(head.lower(), []).append((name, value, exact))

    def ends_from(self, tokens: Tokens, first: int, *, fold: bool = False) -> list[tuple[int, V]]:
        """Return the names that begin at token `first`, longest last: index after it, value.

        With `fold` the text's words are looked up in lower case.
        """
        word = tokens.words[first]
        nodes = self._begin(word.casefold() if fold else word)
        found: list[tuple[int, V]] = []
        index, count = first + 1, len(tokens.words)
        while nodes:
            for node in nodes:
                if node.value is not None:
                    found.append((index, node.value))
            open_ends = [node for node in nodes if node.after or node.stems]
            if not open_ends or index == count:
                break
            word = tokens.joined(index)
            if fold:
                word = word.casefold()
            nodes = [after for node in open_ends for after in _step(node, word)]
            index += 1
        return found

    def begins(self, word: str) -> bool:
        """Tell whether any name begins with this word."""
        return bool(self._begin(word))

    def _begin(self, word: str) -> list[_Node[V]]:
        waiting = self._waiting.pop(word[:_KEY].lower(), None)
        if waiting is not None:
            self._plant(waiting)
        return _step(self._root, word)

    def _plant(self, names: list[tuple[str, V, bool]]) -> None:
        for name, value, _ in names:
            self._insert(name, value)
        for name, value, exact in names:
            if not exact:
                for spelling in self._spellings(name):
                    self._insert(spelling, value)

    def _insert(self, name: str, value: V) -> None:
        node = self._root
        words: list[tuple[str, bool]] = []
        for token in name_tokens(stem_cyrillic(name)):
            if token == "~" and words:  # noqa: S105 - a mark, not a password
                words[-1] = (words[-1][0], True)
            else:
                words.append((token, False))
        for word, is_stem in words:
            edges = node.stems if is_stem else node.after
            found = edges.get(word)
            if found is None:
                found = edges[word] = _Node()
            node = found
        if node.value is None:
            node.value = value


def _step(node: _Node[V], word: str) -> list[_Node[V]]:
    found = []
    if node.stems:
        for length in range(min(LONGEST_ENDING, len(word) - 1), 0, -1):
            stem = node.stems.get(word[:-length])
            if stem is not None and word[-length:] in ENDINGS:
                found.append(stem)
        whole = node.stems.get(word)
        if whole is not None:
            found.append(whole)
    exact = node.after.get(word)
    if exact is not None:
        found.append(exact)
    return found
