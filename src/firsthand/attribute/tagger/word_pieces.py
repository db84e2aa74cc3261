"""Words of a text as pieces of the encoder's vocabulary (WordPiece, uncased), with their places.

Source: Devlin, Chang, Lee and Toutanova 2019, BERT (tokens as in its reference code); Wu and others
2016, section 4.1 (greedy longest match). The library that does this brings a network client along.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

UNKNOWN = "[UNK]"
LONGEST_WORD = 100
"""Characters; a longer word is one unknown piece, as in training."""
_CHUNK = re.compile(r"\S+")
_PLAIN = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~]")
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)  # fmt: skip

Piece = tuple[int, int, int]
"""Its number in the vocabulary and its range in the text, end exclusive."""


@cache
def vocabulary() -> dict[str, int]:
    """Return the encoder's pieces and their numbers, from the package's own file."""
    lines = files("firsthand.attribute.tagger").joinpath("data", "vocabulary.txt")
    return {piece: n for n, piece in enumerate(lines.read_text("utf-8").splitlines())}


def word_pieces(text: str) -> Iterator[Piece]:
    """Return the pieces of a text in order; characters that are neither word nor mark have none."""
    for chunk in _CHUNK.finditer(text):
        start, words = chunk.start(), chunk.group()
        if words.isascii() and words.isprintable():
            for word in _PLAIN.finditer(words):
                at = start + word.start()
                for number, low, high in _cut(word.group().lower()):
                    yield number, at + low, at + high
            continue
        for begin, end in _words(words):
            yield from _shifted(words[begin:end], start + begin)


def _words(chunk: str) -> Iterator[tuple[int, int]]:
    """Cut a chunk without spaces into runs of letters and single marks."""
    begin = 0
    for i, char in enumerate(chunk):
        sort = _sort(char)
        if sort == "word":
            continue
        if begin < i:
            yield begin, i
        begin = i + 1
        if sort == "alone":
            yield i, i + 1
    if begin < len(chunk):
        yield begin, len(chunk)


@lru_cache(maxsize=4096)
def _sort(char: str) -> str:
    code, category = ord(char), unicodedata.category(char)
    if category.startswith("P") or (33 <= code < 127 and not char.isalnum()):
        return "alone"
    if any(low <= code <= high for low, high in _IDEOGRAPHS):
        return "alone"
    return "word"


def _shifted(word: str, start: int) -> Iterator[Piece]:
    """Cut a word whose plain form may be longer or shorter than what stands in the text."""
    plain: list[str] = []
    places: list[int] = []
    for i, char in enumerate(word):
        for part in _plain(char):
            plain.append(part)
            places.append(i)
    for number, low, high in _cut("".join(plain)):
        yield number, start + places[low], start + places[high - 1] + 1


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """Return a character in lower case without accents; nothing for controls."""
    if char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return ""
    parts = unicodedata.normalize("NFD", char)
    return "".join(c for c in parts if unicodedata.category(c) != "Mn").lower()


@lru_cache(maxsize=65536)
def _cut(word: str) -> tuple[Piece, ...]:
    """Return the longest known pieces of a word from its head on, or one unknown piece."""
    known, found, low = vocabulary(), [], 0
    if len(word) > LONGEST_WORD:
        return ((known[UNKNOWN], 0, len(word)),)
    while low < len(word):
        for high in range(len(word), low, -1):
            number = known.get(word[low:high] if low == 0 else f"##{word[low:high]}")
            if number is not None:
                break
        else:
            return ((known[UNKNOWN], 0, len(word)),)
        found.append((number, low, high))
        low = high
    return tuple(found)
