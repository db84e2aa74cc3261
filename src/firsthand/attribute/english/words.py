"""Tags of English words and groups of verbs: enough to tell a clause from a noun phrase."""

from __future__ import annotations

import functools

from firsthand.attribute.views import NUMBER, SPEECH, View
from firsthand.vocabulary.cues import Cues, cues


class Tagged:
    """A view with the class of every token.

    D determiner, P preposition, C conjunction, S subordinator, R relative, T "that", H pronoun as
    subject, X auxiliary, V finite verb, G -ing form, A adverb, N noun, name or adjective, B be or
    have inside a group, # number, Q speech; marks stand for themselves.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.low = view.low
        self.cues: Cues = cues("en")
        self.tag = self._first_tags()

    def __len__(self) -> int:
        return len(self.tag)

    def at(self, index: int) -> str:
        """Return the tag at an index, "" outside."""
        return self.tag[index] if 0 <= index < len(self.tag) else ""

    def word(self, index: int) -> str:
        """Return the word in lower case at an index, "" outside."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def plural(self, index: int) -> bool:
        """Guess whether a noun stands in the plural."""
        word = self.word(index)
        return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))) or word in (
            "data", "people", "police", "media", "men", "women", "fishermen", "children",
        )  # fmt: skip

    def _first_tags(self) -> list[str]:
        classes = _classes()
        tags: list[str] = []
        for i, kind in enumerate(self.view.kind):
            if kind == SPEECH:
                tags.append("Q")
            elif kind == NUMBER:
                tags.append("#")
            elif kind != "w":
                tags.append(kind)
            else:
                word = self.low[i]
                tag = classes.get(word, "N")
                if (
                    tag == "N"
                    and word.endswith("ly")
                    and word not in self.cues.list("no_adverbs")
                    and not self.view.capital(i)
                ):
                    tag = "A"
                if word == "may" and "#" in (tags[i - 1] if i else "", self._number_at(i + 1)):
                    tag = "N"  # 3 May
                if word in ("late", "early") and self.word(i + 1) in self._before_times():
                    tag = "A"
                if (
                    tag != "N"
                    and i
                    and self.view.capital(i)
                    and tag in "HADS"
                    and self._named(i, tags)
                ):
                    tag = "N"
                tags.append(tag)
        return tags

    def _number_at(self, index: int) -> str:
        return "#" if index < len(self.low) and self.view.kind[index] == NUMBER else ""

    def _before_times(self) -> frozenset[str]:
        return self.cues.list("times") | {"on", "in", "at"}

    def _named(self, i: int, tags: list[str]) -> bool:
        """Tell whether a function word is part of a name ("the Times of All Seasons")."""
        return (
            self.view.raw(i) not in ("I",)
            and (tags[i - 1] in "ND")
            and not self.view.raw(i).isupper()
        )

    def finite(self, i: int) -> bool:
        """Tell whether a finite verb stands at an index."""
        return self.tag[i] in ("V", "X") and self.low[i] not in ("being", "been", "be", "having")

    def clause(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands in [start, end), relative clauses not counted."""
        i = start
        while i < end:
            if self.tag[i] == "R" and i > start and self.tag[i - 1] in ("N", ",", "P"):
                i = self._after_relative(i, end)
                continue
            if self.finite(i):
                return True
            i += 1
        return False

    def clause_verb(self, start: int, end: int) -> bool:
        """Tell whether any finite verb stands in [start, end)."""
        return any(self.finite(i) for i in range(start, end))

    def _after_relative(self, i: int, end: int) -> int:
        """Return the index after a relative clause: after its first verb and what follows it."""
        while i < end and not self.finite(i):
            i += 1
        while i < end and self.tag[i] in ("X", "V", "B", "A"):
            i += 1
        while i < end and self.tag[i] not in (",", "V", "X", "-"):
            i += 1
        return i + 1 if i < end and self.tag[i] == "," else i


@functools.cache
def _classes() -> dict[str, str]:
    """Return the class of every function word; the later list wins."""
    lists = cues("en").list
    found: dict[str, str] = {}
    for name, tag in (
        ("adverbs", "A"), ("determiners", "D"), ("prepositions", "P"), ("conjunctions", "C"),
        ("objects", "H"), ("pronouns", "H"), ("possessives", "D"), ("auxiliaries", "X"),
        ("openers", "S"), ("relative_words", "R"), ("quantifiers", "D"), ("inner_be", "B"),
        ("number_words", "#"),
    ):  # fmt: skip
        found.update(dict.fromkeys(lists(name), tag))
    found.update({"that": "T", "to": "P", "not": "A", "never": "A", "there": "H", "none": "H"})
    return found
