"""Cuts a text into the tokens that names are made of.

A token is a run of letters and digits, a single character of a script that is written without
spaces between words (Han, Kana, Hangul), or a single mark. Whitespace is no token, but two names
that differ in it differ: a token that follows whitespace is read with a blank before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HANGUL = "\uac00-\ud7a3"
KATAKANA = "\u30a1-\u30fa\u30fc\u31f0-\u31ff"
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HIRAGANA = "\u3041-\u309f"
_UNSPACED = HANGUL + KATAKANA + HAN + HIRAGANA
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+|[^\w\s]|_")
_UNSPACED_SIGN = re.compile(rf"[{_UNSPACED}]")
_MARKS = dict.fromkeys("’‘ʼ`´ʹ＇", "'") | dict.fromkeys("‐‑‒–—−", "-") | {"・": "·"}
PARTICLES = frozenset("은는이가을를의에도와과로만측들さはがをにのでともらや")
"""First signs of what follows a Korean or Japanese noun without being part of it."""
MAX_GAP = 4
"""Longest whitespace inside a name: a line break with a little indent, never a blank line."""


class Tokens:
    """The tokens of a text, in order: where they start and end, and their words as they stand."""

    __slots__ = ("_text", "ends", "starts", "words")

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self._text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, index: int) -> str:
        """Return a word as it continues a name.

        Apostrophes and hyphens are plain ones; a blank stands before it where whitespace does, and
        what cannot be inside a name (a blank line, a wide gap) gives a word that no name has.
        """
        word = self.words[index]
        word = _MARKS.get(word, word)
        start, before = self.starts[index], self.ends[index - 1] if index else 0
        if start == before or index == 0:
            return word
        gap = self._text[before:start]
        inside = len(gap) == 1 or (len(gap) <= MAX_GAP and gap.count("\n") < 2)
        return f" {word}" if inside else "\n"


def cut_tokens(text: str) -> Tokens:
    """Return the tokens of `text`; linear in its length."""
    return Tokens(text)


def name_tokens(name: str) -> Iterator[str]:
    """Yield the tokens of a name as `Tokens.joined` gives them."""
    tokens = Tokens(name)
    return map(tokens.joined, range(len(tokens)))


def is_hangul(word: str) -> bool:
    """Tell whether the token is a Hangul syllable."""
    return len(word) == 1 and "\uac00" <= word <= "\ud7a3"


def is_katakana(word: str) -> bool:
    """Tell whether the token is a Katakana sign (the long-vowel mark counts as one)."""
    return len(word) == 1 and ("\u30a1" <= word <= "\u30fa" or word == "\u30fc")


def is_han(word: str) -> bool:
    """Tell whether the token is a Han sign."""
    return len(word) == 1 and ("\u4e00" <= word <= "\u9fff" or "\u3400" <= word <= "\u4dbf")


def is_unspaced(word: str) -> bool:
    """Tell whether the token is a sign of Hangul, Kana or Han."""
    return _UNSPACED_SIGN.match(word) is not None


def inside_word(tokens: Tokens, index: int) -> bool:
    """Tell whether a sign of Hangul, Kana or Han stands right before token `index`."""
    return (
        0 < index < len(tokens)
        and tokens.starts[index] == tokens.ends[index - 1]
        and is_unspaced(tokens.words[index - 1])
    )


def ends_word(tokens: Tokens, after: int) -> bool:
    """Tell whether a word of Hangul, Kana or Han ends before token `after`, save for a particle."""
    if after == len(tokens) or tokens.starts[after] != tokens.ends[after - 1]:
        return True
    word = tokens.words[after]
    return not is_unspaced(word) or word in PARTICLES
