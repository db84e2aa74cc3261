"""An index of names that finds the longest one at a place in a text.

A trie over tokens. A word written with a tilde at its end ("Росстат~", "russisch~") is a stem: it
stands for itself with any ending of `inflection`.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from firsthand.vocabulary.inflection import ENDINGS, LONGEST_ENDING
from firsthand.vocabulary.tokens import Tokens, name_tokens

V = TypeVar("V")


class _Node(Generic[V]):
    __slots__ = ("after", "stems", "value")

    def __init__(self) -> None:
        self.after: dict[str, _Node[V]] = {}
        self.stems: dict[str, _Node[V]] = {}
        self.value: V | None = None


class NameIndex(Generic[V]):
    """Names and what they stand for."""

    def __init__(self) -> None:
        self._root: _Node[V] = _Node()

    def add(self, name: str, value: V) -> V:
        """Add a name; where it is there already, keep and return the value that it has."""
        node = self._root
        stemmed: list[tuple[str, bool]] = []
        for token in name_tokens(name):
            if token == "~" and stemmed:  # noqa: S105 - a mark, not a password
                stemmed[-1] = (stemmed[-1][0], True)
            else:
                stemmed.append((token, False))
        for token, is_stem in stemmed:
            edges = node.stems if is_stem else node.after
            found = edges.get(token)
            if found is None:
                found = edges[token] = _Node()
            node = found
        if node.value is None:
            node.value = value
        return node.value

    def ends_from(self, tokens: Tokens, first: int, *, fold: bool = False) -> list[tuple[int, V]]:
        """Return the names that begin at token `first`, longest last: index after it, value.

        With `fold` the text's words are looked up in lower case.
        """
        found: list[tuple[int, V]] = []
        word = tokens.words[first]
        nodes = _step(self._root, word.casefold() if fold else word)
        index = first + 1
        while nodes:
            found += [(index, node.value) for node in nodes if node.value is not None]
            if index == len(tokens.words):
                break
            word = tokens.joined[index]
            if fold:
                word = word.casefold()
            nodes = [after for node in nodes for after in _step(node, word)]
            index += 1
        return found


def _step(node: _Node[V], word: str) -> list[_Node[V]]:
    stems = node.stems
    found = []
    if stems:
        for length in range(min(LONGEST_ENDING, len(word) - 1), 0, -1):
            stem = stems.get(word[:-length])
            if stem is not None and word[-length:] in ENDINGS:
                found.append(stem)
        whole = stems.get(word)
        if whole is not None:
            found.append(whole)
    exact = node.after.get(word)
    if exact is not None:
        found.append(exact)
    return found
