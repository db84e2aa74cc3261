"""Finds the held titles that a text or a speaker's name means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from firsthand.corroborate.articles import Held
from firsthand.corroborate.houses import house_words, name_key
from firsthand.corroborate.words import fold
from firsthand.model.span import Span
from firsthand.vocabulary.gazetteer import gazetteer

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,4}")
_INITIALS = 3
"""Words of a title from which its initials may stand for it."""


class Titles:
    """The titles of a case by the names under which others cite them (keys of `Imprint`)."""

    def __init__(self, held: Sequence[Held]) -> None:
        names: dict[str, str] = {}
        for each in held:
            house = each.document.outlet or each.document.publisher
            if house:
                names.setdefault(house.name, each.imprint.outlet)
        self._exact = {name_key(name): title for name, title in sorted(names.items())}
        self._known = {i: t for n, t in sorted(names.items()) for i in _known(n)[:1]}
        self._words = [(frozenset(name_key(n).split()), t) for n, t in sorted(names.items())]
        titles_with = Counter(w for words, _ in set(self._words) for w in words)
        generic = {fold(word) for word in house_words().generic}
        self._telling = {w for w, n in titles_with.items() if n == 1 and w not in generic}
        self._initials = _initials(names.items())
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key, title in self._exact.items():
            words = tuple(key.split())
            if len(words) > 1 or key not in generic:
                self._by_first[words[0]].append((words, title))
        for entries in self._by_first.values():
            entries.sort(key=lambda e: -len(e[0]))
        self._match = lru_cache(20_000)(self._find_title)

    def meant(self, name: str, known: str | None = None) -> str | None:
        """Return the title that a speaker's name means; None where none of the case, or several.

        Known to the gazetteer as the same body, the same words, its initials, or some of its words
        of which one is in no other title: "Yonhap" for "Yonhap News Agency".
        """
        return self._match(name, known)

    def _find_title(self, name: str, known: str | None) -> str | None:
        key = name_key(name)
        if key in self._exact:
            return self._exact[key]
        if known and known in self._known:
            return self._known[known]
        if name in self._initials:
            return self._initials[name]
        words = frozenset(key.split()) - {"the", "of"}
        if not words & self._telling:
            return None
        fitting = {title for own, title in self._words if words <= own}
        return fitting.pop() if len(fitting) == 1 else None

    def mentions(self, text: str, stretches: Iterable[Span]) -> list[tuple[str, Span]]:
        """Return where titles are named in full, in text order; linear in its length."""
        found = []
        for start, end in stretches:
            tokens = list(_TOKEN.finditer(text, start, end))
            words = [fold(t[0]) for t in tokens]
            at = 0
            while at < len(words):
                hit = self._at(words, at)
                if hit and text[tokens[at].start()].isupper():
                    size, title = hit
                    found.append((title, (tokens[at].start(), tokens[at + size - 1].end())))
                    at += size
                else:
                    at += 1
        return found

    def _at(self, words: list[str], at: int) -> tuple[int, str] | None:
        for name, title in self._by_first.get(words[at], ()):
            if tuple(words[at : at + len(name)]) == name:
                return len(name), title
        return None


def _known(name: str) -> tuple[str, ...]:
    return gazetteer().lookup(name)


def _initials(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the initials that mean one title only."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, title in names:
        words = [w for w in name.split() if w[:1].isupper()]
        if len(words) >= _INITIALS:
            found["".join(w[0] for w in words)].add(title)
    return {short: titles.pop() for short, titles in found.items() if len(titles) == 1}
