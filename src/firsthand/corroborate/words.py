"""Texts as passages of folded words, for comparing what two articles print.

A passage is a sentence of an article's own text; titles, headline lists and boilerplate are none.
Words are folded (case, possessive, English plural, marks that group digits), so that
"18,642 entries" and "18642 entry" are the same; scripts without blanks give a word a character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from firsthand.corroborate.data_file import load
from firsthand.model.document import Document
from firsthand.model.span import Span
from firsthand.read.sentences import sentences

OWN_PARTS = frozenset({"body", "caption", "quote-box", "table"})
_UNSPACED = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    rf"\d[\d.,]{{0,40}}\d|\d|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W\d_])+(?:['’-](?:(?![{_UNSPACED}])[^\W\d_])+){{0,4}}"
)
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_LONGEST = 4000
"""Words of a passage that are looked at; a passage without a full stop may be a megabyte."""


class _Common(msgspec.Struct):
    common: dict[str, list[str]]


@cache
def common_words() -> frozenset[str]:
    """Return the words without meaning of their own, of all languages together.

    Raises:
        VocabularyError: the data file has a bad entry.
    """
    return frozenset(w for words in load("common", _Common).common.values() for w in words)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word without case, possessive ending, English plural ending and digit grouping."""
    if word[0].isdigit():
        return _GROUPED.sub("", word)
    plain = word.casefold().replace("’", "'")
    if plain.endswith("'s"):
        plain = plain[:-2]
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        plain = plain[:-3] + "y" if plain.endswith("ies") and len(plain) > 4 else plain[:-1]
    return plain


def folded(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, in order; linear in its length."""
    return tuple(fold(match[0]) for match in _WORD.finditer(text))


def fold_words(text: str) -> str:
    """Return the folded words of a name, joined by a space."""
    return " ".join(folded(text))


def meaningful(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that carry meaning, in order."""
    common = common_words()
    return tuple(word for word in words if word not in common)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article's own text.

    `key` is equal for passages with the same words; `content` are the words with meaning.
    """

    span: Span
    words: tuple[str, ...]
    content: tuple[str, ...]

    @property
    def key(self) -> str:
        """The words as one string."""
        return " ".join(self.words)


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the sentences of a document's own text that hold a word, in order."""
    found = []
    for start, end in own_stretches(document):
        piece = document.text[start:end]
        for a, b in sentences(piece, document.language):
            words = folded(piece[a:b])[:_LONGEST]
            if words:
                found.append(Passage((start + a, start + b), words, meaningful(words)))
    return tuple(found)


def own_stretches(document: Document) -> tuple[Span, ...]:
    """Return where the article itself speaks; the whole text where no parts are told."""
    if not document.parts:
        return ((0, len(document.text)),)
    return tuple(
        stretch for part in document.parts if part.part in OWN_PARTS for stretch in part.span
    )
