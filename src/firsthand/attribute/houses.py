"""Tells media from other bodies, and the publisher of the document from the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from firsthand.attribute.phrase import MEDIA, Phrase, kind_of, looks_like_body
from firsthand.attribute.sign_words import signs_of
from firsthand.attribute.views import View
from firsthand.model.attribution import SpeakerKind
from firsthand.model.document import Document
from firsthand.vocabulary.cues import cues, languages
from firsthand.vocabulary.heads import kind_of_head

_WORD = re.compile(r"\w+")
_FIRST_NAME = re.compile(r"(?<!\w)[A-ZА-ЯІЇЄ]\w+\s+(?=(\w+)(?:\W{1,3}(\w+))?)")
_SMALL = frozenset(
    {"the", "of", "and", "a", "der", "die", "das", "dem", "den", "des", "und", "for", "in"}
)


@dataclass(frozen=True)
class Houses:
    """The publisher's names and what the text tells of persons."""

    own: tuple[str, ...]
    text: str
    read: Callable[[str], Phrase]
    language: str

    @classmethod
    def of(cls, document: Document, read: Callable[[str], Phrase], language: str) -> Houses:
        """Return the houses of a document."""
        names = [h.name for h in (document.outlet, document.publisher) if h is not None]
        return cls(tuple(names), document.text, read, language)

    def kind(self, view: View, start: int, end: int) -> SpeakerKind | None:
        """Return the kind of what tokens [start, end) name; None where nothing tells."""
        words = view.words(start, end)
        if not words or len(words) > 200:
            return None
        phrase = self.read(words)
        if phrase.kind != "unknown":
            return phrase.kind
        found = kind_of(words, phrase.name, self.language)
        if found is not None:
            return found
        return "unknown" if phrase.proper else None

    def publisher(self, words: str) -> bool:
        """Tell whether words name the publisher, also in short: "the Ledger"."""
        if not any(word[0].isupper() for word in _WORD.findall(words)):
            return False
        own = _words(words)
        return bool(own) and any(_names_house(own, name) for name in self.own)

    def speaks(self, words: str) -> bool:
        """Tell whether words stand for the article itself: "we", "our reporters", its house."""
        return words.lower() in self._we or self.publisher(words)

    @cached_property
    def _we(self) -> frozenset[str]:
        return frozenset(word.lower() for word in signs_of(self.language).we)

    def agency(self, name: str) -> bool:
        """Tell whether a name is that of an agency or outlet that may sign a text."""
        phrase = self.read(name)
        return phrase.kind in MEDIA or (phrase.known is not None and phrase.kind == "unknown")

    def medium(self, view: View, start: int, end: int) -> bool:
        """Tell whether tokens name an outlet or agency that is not the publisher."""
        words = view.words(start, end)
        if not words or len(words) > 120 or self.publisher(words):
            return False
        phrase = self.read(words)
        if phrase.kind in MEDIA:
            last = kind_of_head(words.split()[-1], self.language)
            return phrase.proper or (not phrase.plural and (last in MEDIA or self.language != "en"))
        if phrase.kind != "unknown" or not phrase.proper or phrase.name is None:
            return False
        return self._may_be_medium(phrase.name)

    def _may_be_medium(self, name: str) -> bool:
        """Tell whether an unknown name may be that of a medium: no person of the text has it."""
        if self.language == "de" or looks_like_body(name) or len(name.split()) > 3:
            return False
        if self.language in languages() and name.lower() in cues(self.language).list("leaders"):
            return False
        return " ".join(_WORD.findall(name)[:2]) not in self._behind_first_names

    @cached_property
    def _behind_first_names(self) -> frozenset[str]:
        """The words of the text that follow a capitalised one, alone and with the next."""
        found: set[str] = set()
        for match in _FIRST_NAME.finditer(self.text):
            first, second = match.groups()
            found |= {first, f"{first} {second}"}
        return frozenset(found)


def _words(name: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(name)) - _SMALL


def _names_house(own: frozenset[str], name: str) -> bool:
    """Tell a house's name in full or in short: its head ("the Post"), its initials ("AFP").

    Its other words alone are no name: "Kyiv" is not the Kyiv Post.
    """
    words = [w.lower() for w in _WORD.findall(name) if w.lower() not in _SMALL]
    if not all(_same(word, frozenset(words)) for word in own):
        return own == {"".join(word[0] for word in words)} and len(words) > 1
    head = _WORD.findall(re.split(r"\s(?:of|der|des|de|für|for)\s", name)[0])[-1].lower()
    return len(own) == len(words) or any(_same(word, frozenset({head})) for word in own)


def _same(word: str, name: frozenset[str]) -> bool:
    """Tell whether a word is one of a name's, case endings aside."""
    if word in name:
        return True
    stem = word[: max(3, len(word) - 2)]
    return not word.isascii() and any(
        other.startswith(stem) and abs(len(other) - len(word)) <= 2 for other in name
    )
