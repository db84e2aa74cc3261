"""What stands around words that may be a name: boundaries, quotation marks, a noun that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from firsthand.vocabulary.names import NameIndex
from firsthand.vocabulary.tokens import Tokens, is_han, is_hangul, is_katakana, is_unspaced

_SHORT_KATAKANA = 3
_QUOTES = {
    "«": "»", "»": "«", "„": "“”\"", "“": "”", '"': '"', "‘": "’", "‚": "‘",
    "‹": "›", "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">",
}  # fmt: skip
_CLOSING = frozenset("".join(_QUOTES.values()))
_LONGEST_WORDS = 3
"""Tokens of the longest words that tell a name from before it ("according to")."""


class Context:
    """The words that tell a name: "newspaper" beside it, "citing" before, "reported" behind."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self._before = _index(words["before"] | words["beside"])
        self._behind = _index(words["behind"] | words["beside"])

    def says_name(self, tokens: Tokens, first: int, after: int) -> bool:
        """Tell whether the tokens from `first` to before `after` are a name and no common word.

        They are in quotation marks, or next to a word of the data ("the newspaper Bild"), or begin
        with a capital inside a Russian sentence, or are a lone Hanja in Korean text, which stands
        for a country ("北 매체").
        """
        before = tokens.words[first - 1] if first else ""
        behind = tokens.words[after] if after < len(tokens) else ""
        if after - first == 1 and is_han(tokens.words[first]):
            return _is_lone_hanja(tokens, first)
        if before in _QUOTES:
            if behind and behind in _QUOTES[before]:
                return True
            first -= 1
        if behind and behind in _CLOSING:
            after += 1
        if before.islower() and _is_cyrillic(before[0]) and _is_cyrillic(tokens.words[first][0]):
            return True  # Russian writes no common noun with a capital inside a sentence
        return self._told_behind(tokens, after) or self._told_before(tokens, first)

    def _told_behind(self, tokens: Tokens, after: int) -> bool:
        return after < len(tokens) and bool(self._behind.ends_from(tokens, after, fold=True))

    def _told_before(self, tokens: Tokens, first: int) -> bool:
        return any(
            end == first
            for start in range(max(0, first - _LONGEST_WORDS), first)
            for end, _ in self._before.ends_from(tokens, start, fold=True)
        )


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _index(words: Iterable[str]) -> NameIndex[bool]:
    index: NameIndex[bool] = NameIndex()
    for word in words:
        index.add(word.casefold(), True)
    return index


def goes_on(tokens: Tokens, first: int) -> bool:
    """Tell whether the token is the inside of a Hangul or Katakana word, where no name begins."""
    if first == 0 or tokens.starts[first] != tokens.ends[first - 1]:
        return False
    here, before = tokens.words[first], tokens.words[first - 1]
    return (is_hangul(here) and is_hangul(before)) or (is_katakana(here) and is_katakana(before))


def cuts_katakana(tokens: Tokens, first: int, after: int) -> bool:
    """Tell whether a short Katakana name is only the head of a longer word (マリ in マリオ)."""
    if after - first > _SHORT_KATAKANA or after == len(tokens):
        return False
    return (
        is_katakana(tokens.words[after - 1])
        and is_katakana(tokens.words[after])
        and tokens.starts[after] == tokens.ends[after - 1]
    )


def _is_lone_hanja(tokens: Tokens, index: int) -> bool:
    """Tell whether one Han sign stands alone before a Hangul word: 北 매체, 北, 미사일 발사."""
    if index and tokens.starts[index] == tokens.ends[index - 1]:
        before = tokens.words[index - 1]
        if is_unspaced(before) or before.isalnum():
            return False
    rest = tokens.words[index + 1 : index + 3]
    if not rest:
        return False
    if is_hangul(rest[0]):
        return True
    return rest[0] in (",", "·", "…", '"', "'") and len(rest) > 1 and is_hangul(rest[1])
