"""What Korean and Japanese share: views made of any spans, quoted clauses before their verb."""

from __future__ import annotations

import re

from firsthand.attribute.draft import Range
from firsthand.attribute.phrase import PERSONS, Phrase, kind_of, known_body
from firsthand.attribute.views import View
from firsthand.model.attribution import Anonymity, SpeakerKind
from firsthand.vocabulary.cues import cues

_MARKS = " \t\n\"'“”‘’「」『』《》〈〉«»,.·"


class Spans:
    """A view in which every token is a span that was asked for, so that drafts can name it."""

    def __init__(self, text: str) -> None:
        self.view = View(text)

    def at(self, start: int, end: int) -> Range | None:
        """Return the range of one token over text[start:end] without marks; None for empty."""
        text = self.view.text
        while start < end and text[start] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS:
            end -= 1
        if start >= end:
            return None
        index = len(self.view)
        self.view.starts.append(start)
        self.view.ends.append(end)
        self.view.low.append(text[start:end].lower())
        self.view.kind.append("w")
        return index, index + 1


def bounds(view: View) -> tuple[int, int]:
    """Return the span of a view's tokens."""
    return (view.starts[0], view.ends[-1]) if len(view) else (0, 0)


def read_phrase(words: str, name: str, language: str, *, titled: bool) -> Phrase:
    """Return what a source span of Korean or Japanese says of itself.

    Args:
        words: The span.
        name: It, without particles and titles.
        language: "ko" or "ja".
        titled: A title was taken from behind a personal name.
    """
    lists = cues(language).list
    if words in lists("he") | lists("it") | lists("they"):
        return Phrase(None, "unknown", "named", pronoun=words, plural=words in lists("they"))
    kind: SpeakerKind = kind_of(words, name, language) or ("office-holder" if titled else "unknown")
    if titled and kind not in PERSONS:
        kind = "office-holder"
    anonymity: Anonymity = "named"
    if not titled and any(word in words for word in lists("described")):
        anonymity = "described"
    if kind == "document" and name in lists("bare_documents"):
        anonymity = "described"
    tokens = frozenset(re.findall(r"\w+", words.lower()))
    short = len(name) <= 6 and known_body(name) is None
    return Phrase(
        name, kind, anonymity, tokens, titled or known_body(name) is not None, plural=False,
        definite=short and not titled, known=known_body(name),
    )  # fmt: skip
