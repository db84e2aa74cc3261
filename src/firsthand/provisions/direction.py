"""Tells from whom goods come and to whom they go, from the words around a state's name.

The rules in order, for each mention of the state:

1. The name stands before the goods ("North Korean coal", "Pyongyang's coal exports"): from it;
   before "imports" or "needs": to it.
2. "-bound", "-made", "of … origin", "made in …".
3. A preposition stands before its noun phrase: "from", "to"; "in" and "at" with (un)loading.
4. It is the subject of the next verb of giving or getting, or stands behind "by".
5. It follows a verb of giving ("supplied North Korea with …").

The word lists stand in `data/terms/transfer.yaml`. Goods that carry another state's name ("Russian
coal") do not come from this one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal, NamedTuple

from firsthand.model.span import Span, hull
from firsthand.provisions.parties import Party
from firsthand.provisions.reading import Reading

Way = Literal["from", "to", "in", "with", "by", "none"]
_BARE = re.compile(r"[\w\s'’\"“”/&%$€£,-]*\Z")
_AHEAD, _BACK, _VERB_REACH = 4, 6, 14
"""Words looked at: from a name to the goods it describes, back to a preposition, on to a verb."""


class Flow(NamedTuple):
    """Whether goods come from a state or go to it, with the words that show it."""

    from_: tuple[Span, ...]
    to: tuple[Span, ...]


class _Glance(NamedTuple):
    """The words around mentions of one window, as positions in the document's words."""

    reading: Reading
    start: int
    end: int
    goods: list[Span]

    def word(self, at: int) -> str:
        return self.reading.words.folded[at]

    def inside(self, at: int) -> bool:
        return self.start <= at < self.end

    def is_in(self, lists: Iterable[str], at: int) -> bool:
        """Tell whether a term of one of the lists begins at this word."""
        here = self.reading.begins.get(self.reading.words.starts[at])
        return here is not None and any(name in here for name in lists)

    def broken(self, left: int, right: int) -> bool:
        """Tell whether more than words and light marks stand between two words."""
        words = self.reading.words
        return _BARE.match(self.reading.text[words.ends[left] : words.starts[right]]) is None


def flow_of(
    reading: Reading, window: Iterable[Span], country: str, *, goods: Iterable[Span]
) -> Flow:
    """Return how goods flow between a state and others inside the window.

    Args:
        goods: Where the goods are named; a name directly before them tells their origin.
    """
    named = sorted(goods)
    came: list[Span] = []
    went: list[Span] = []
    # A clause may be told in pieces, with a voice between subject and verb.
    pieces = tuple(window)
    for start, end in [hull(pieces)] if pieces else []:
        words = reading.words
        glance = _Glance(
            reading, bisect_left(words.starts, start), bisect_left(words.starts, end), named
        )
        for party in reading.parties_in([(start, end)]):
            if party.country != country:
                continue
            way = _way(glance, party)
            if way == "from":
                came.append(party.span)
            elif way == "to":
                went.append(party.span)
    if came and _of_other_origin(reading, pieces, country, named):
        came = []
    return Flow(tuple(came), tuple(went))


def way_of(reading: Reading, window: Iterable[Span], party: Party) -> Way:
    """Return the way of the preposition before a mention's noun phrase; "none" for none."""
    for start, end in window:
        if start <= party.span[0] and party.span[1] <= end:
            starts = reading.words.starts
            glance = _Glance(reading, bisect_left(starts, start), bisect_left(starts, end), [])
            return _preposition(glance, bisect_left(starts, party.span[0]))[0]
    return "none"


def _way(glance: _Glance, party: Party) -> Way:
    words = glance.reading.words
    first = bisect_left(words.starts, party.span[0])
    after = bisect_right(words.starts, party.span[1] - 1)
    for rule in (_describes, _marked):
        way = rule(glance, party, first, after)
        if way != "none":
            return way
    way, at = _preposition(glance, first)
    if way == "from" and at > glance.start and _ends_in(glance, _PEOPLE, at - 1):
        return "none"
    if way in ("in", "by"):
        return _at_place(glance, first, at) if way == "in" else _doer(glance, at)
    if way != "none":
        return way if way in ("from", "to") else "none"
    return _subject_or_object(glance, first, after)


_PEOPLE = ("workers", "people", "students", "trainees", "soldiers", "trainers", "experts")
"""Word lists of people: "trainees from North Korea" tells nothing of goods."""


def _ends_in(glance: _Glance, lists: Iterable[str], at: int) -> bool:
    """Tell whether a term of one of the lists ends with this word."""
    end = glance.reading.words.ends[at]
    start = glance.reading.words.starts[at]
    return any(
        span[1] == end
        for name in lists
        for span in glance.reading.terms((name,), [(max(0, start - _TERM), end)])
    )


_TERM = 40
"""Code points that the longest term of people has."""


def _describes(glance: _Glance, party: Party, first: int, after: int) -> Way:
    """Rule 1: the name describes the goods, or exports and imports of them."""
    if party.form not in ("demonym", "people", "name", "capital", "body", "entity"):
        return "none"
    owned = after < glance.end and glance.word(after) == "s"
    at = after + owned
    if party.form != "demonym" and party.form != "people" and not owned:
        return "none"
    for ahead in range(at, min(at + _AHEAD, glance.end)):
        if glance.broken(after - 1, ahead):
            return "none"
        if glance.is_in(("institutions", "to-words", "from-words", "in-words"), ahead):
            return "none"
        if glance.is_in(("imports-noun",), ahead):
            return "to"
        if glance.is_in(("exports-noun",), ahead):
            return "from"
        if _goods_at(glance, ahead):
            return _traded(glance, ahead, owned=owned)
        if glance.is_in(("give", "get"), ahead):
            return "none"
    return "none"


def _traded(glance: _Glance, at: int, *, owned: bool) -> Way:
    """Tell the way of "North Korea's oil imports"; "North Korean coal imports" are of its coal."""
    behind = at + 1
    if owned and behind < glance.end and glance.is_in(("imports-noun",), behind):
        return "to"
    return "from"


def _goods_at(glance: _Glance, at: int) -> bool:
    first = glance.reading.words.starts[at]
    i = bisect_left(glance.goods, (first, 0))
    return i < len(glance.goods) and glance.goods[i][0] == first


def _marked(glance: _Glance, party: Party, first: int, after: int) -> Way:
    """Rule 2: "North Korea-bound", "North Korean-made", "of North Korean origin", "made in …"."""
    if after < glance.end and not glance.broken(after - 1, after):
        if glance.is_in(("bound-words",), after):
            return "to"
        if glance.is_in(("origin-words",), after) and not glance.is_in(("give", "get"), after):
            return "from"
    if first - 2 >= glance.start and glance.is_in(("in-words",), first - 1):
        verb = glance.word(first - 2)
        if glance.is_in(("origin-words",), first - 2) and verb not in ("origin", "origins"):
            return "from"
    return "none"


def _preposition(glance: _Glance, first: int) -> tuple[Way, int]:
    """Rule 3: the nearest preposition before the noun phrase of the name, and where it stands."""
    for at in range(first - 1, max(glance.start, first - _BACK) - 1, -1):
        if glance.broken(at, at + 1) or "," in _gap(glance, at):
            return "none", at
        if glance.is_in(("give", "get"), at) and at < first - 1:
            return "none", at
        for way, lists in _PREPOSITIONS:
            if glance.is_in(lists, at):
                outer = _outer(glance, at) if way == "in" else None
                return outer or (way, at)
        if glance.is_in(("give", "get"), at):
            return "none", at
    return "none", first


def _outer(glance: _Glance, inner: int) -> tuple[Way, int] | None:
    """The preposition of the noun phrase in which the place stands: "to a company in Pyongyang"."""
    for at in range(inner - 1, max(glance.start, inner - _AHEAD - 1) - 1, -1):
        if glance.broken(at, at + 1) or "," in _gap(glance, at):
            return None
        if glance.is_in(("give", "get", "loaded-words", "unloaded-words", "with-words"), at):
            return None
        if at < inner - 1 and glance.is_in(("from-words",), at):
            return "from", at
        if at < inner - 1 and glance.is_in(("to-words",), at):
            return "to", at
    return None


_PREPOSITIONS: tuple[tuple[Way, tuple[str, ...]], ...] = (
    ("from", ("from-words",)),
    ("to", ("to-words",)),
    ("by", ("by-words",)),
    ("with", ("with-words",)),
    ("in", ("in-words",)),
)


def _gap(glance: _Glance, at: int) -> str:
    words = glance.reading.words
    return glance.reading.text[words.ends[at] : words.starts[at + 1]]


def _at_place(glance: _Glance, first: int, at: int) -> Way:
    """A place of the state after "in" or "at": loaded or made there is from it, unloaded to it."""
    for back in range(at - 1, max(glance.start, at - _VERB_REACH) - 1, -1):
        if glance.is_in(("unloaded-words",), back):
            return "to"
        if glance.is_in(("loaded-words", "origin-words"), back):
            return "from"
    return "none"


def _doer(glance: _Glance, at: int) -> Way:
    for back in range(at - 1, max(glance.start, at - _VERB_REACH) - 1, -1):
        if glance.is_in(("give",), back):
            return "from"
        if glance.is_in(("get",), back):
            return "to"
    return "none"


def _subject_or_object(glance: _Glance, first: int, after: int) -> Way:
    """Rules 4 and 5."""
    if first > glance.start and glance.is_in(("give",), first - 1):
        return "to"
    for ahead in range(after, min(after + _VERB_REACH, glance.end)):
        if _stops(glance, ahead):
            return "none"
        if glance.is_in(("want",), ahead):
            return "to"
        gives = glance.is_in(("give",), ahead)
        if gives or glance.is_in(("get",), ahead):
            passive = any(
                glance.is_in(("passive-words",), back)
                for back in range(max(after, ahead - 2), ahead)
            )
            return "to" if bool(gives) == passive else "from"
    return "none"


def _stops(glance: _Glance, at: int) -> bool:
    """Tell whether the subject cannot reach over this word: a new clause or another subject."""
    words = glance.reading.words
    gap = glance.reading.text[words.ends[at - 1] : words.starts[at]]
    figure = gap in (".", ",") and glance.word(at).isdigit()
    return not figure and (any(m in gap for m in ";:.!?—(") or glance.word(at) in _CLAUSES)


_CLAUSES = frozenset({"which", "while", "whereas", "but", "whose", "because", "der", "die", "aber"})


def _of_other_origin(
    reading: Reading, window: Iterable[Span], country: str, goods: list[Span]
) -> bool:
    """Tell whether all goods carry another state's name ("Russian coal")."""
    pieces = tuple(window)
    shown = [g for g in goods if any(a <= g[0] and g[1] <= b for a, b in pieces)]
    others = [
        p.span for p in reading.parties_in(pieces) if p.country != country and p.form == "demonym"
    ]
    marked = [
        g for g in shown
        if any(0 < g[0] - end <= 24 and reading.text[end : g[0]].count(" ") <= 2
               and "," not in reading.text[end : g[0]] for _, end in others)
    ]  # fmt: skip
    return bool(shown) and len(marked) == len(shown)
