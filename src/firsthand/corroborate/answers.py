"""The distinct values that are given to a question, and whether they conflict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from firsthand.corroborate.articles import Held
from firsthand.corroborate.corrections import Correction
from firsthand.corroborate.groups import Group
from firsthand.corroborate.links import version_of
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import half_step, rounds_to, significant, what_changed
from firsthand.corroborate.traces import Trace, same_value
from firsthand.corroborate.voice_lists import voice_words
from firsthand.model.claim import Bounds, Number, Relation
from firsthand.model.question import Conflict
from firsthand.model.span import hull

BEFORE_REVISION = "the value before revision, told as such"
_BOUNDS: frozenset[Relation] = frozenset({">=", ">", "<=", "<", "range"})
_WORST_FIRST: tuple[Conflict, ...] = ("differs", "cannot-tell", "within-rounding", "none")
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 45
"""Letters before and after a value in which words of revision count."""


@dataclass
class Given:
    """One value with all that give it.

    Args:
        traces: Those who carry it; numbers in the list of the question's traces.
        retracted_by: Id of the document that took it back.
        withdrawn: Article number -> number of the article that took it back there.
        note: Our remark.
    """

    reading: Reading
    readings: list[Reading] = field(default_factory=list)
    traces: list[int] = field(default_factory=list)
    retracted_by: str | None = None
    withdrawn: dict[int, int] = field(default_factory=dict)
    note: str | None = None

    @property
    def articles(self) -> list[int]:
        """Numbers of the articles that give it, in order of publication."""
        return sorted({r.at for r in self.readings})

    @property
    def relation(self) -> Relation:
        """The relation that most give; an equals sign wins a tie."""
        told = Counter(r.relation for r in self.readings)
        return max(told, key=lambda r: (told[r], r == "=", r))

    @property
    def value(self) -> Number | Bounds | bool:
        """The value as most print it; without its sign where the signs differ."""
        told = Counter(r.value for r in self.readings)
        best = max(told, key=lambda v: (told[v], str(v)))
        if not isinstance(best, tuple | bool) and len({_sign(v) for v in told}) > 1:
            return abs(best)
        return best


def answers(
    group: Group, traces: Sequence[Trace], held: Sequence[Held], fixes: Sequence[Correction]
) -> list[Given]:
    """Return the values of a question, those that most articles give first."""
    found: list[Given] = []
    for number, trace in enumerate(traces):
        given = next((g for g in found if same_value(g.reading, trace.first)), None)
        if given is None:
            given = Given(trace.first)
            found.append(given)
        given.readings += trace.readings
        given.traces.append(number)
    for fix in fixes:
        for reading in fix.takes_back(group):
            given = next(g for g in found if same_value(g.reading, reading))
            given.retracted_by = fix.document
            given.withdrawn[fix.of] = fix.by
    found.sort(key=lambda g: (-len(g.articles), g.articles[0], g.traces[0]))
    _notes(found, held)
    return found


def conflict(found: Sequence[Given]) -> Conflict:
    """Say whether the values of a question can hold together.

    Bounds and roundings are allowed for, also two roundings of a third value that is told.
    """
    if len(found) < 2:
        return "none"
    return min((_pair(a, b, found) for a, b in combinations(found, 2)), key=_WORST_FIRST.index)


def _pair(one: Given, other: Given, found: Sequence[Given]) -> Conflict:
    if one.reading.shape == "event":
        return "differs"
    if _bounded(one, other):
        return "none"
    a, b = one.reading.size, other.reading.size
    if a is None or b is None:
        return "cannot-tell"
    if _approximates(one, other) or _approximates(other, one):
        return "within-rounding"
    for third in found:
        exact = third.reading.size
        if exact is not None and all(_finer(exact, v) and rounds_to(exact, v) for v in (a, b)):
            return "within-rounding"
    return "differs"


def _bounded(one: Given, other: Given) -> bool:
    """Tell whether a bound or a range on one side allows the other."""
    if not {one.relation, other.relation} & _BOUNDS:
        return False
    (a, b), (c, d) = _interval(one), _interval(other)
    return a <= d and c <= b


def _interval(given: Given) -> tuple[float, float]:
    """Return the values that an answer allows; a rounded one its rounding."""
    value, relation = given.value, given.relation
    if isinstance(value, tuple):
        low, high = value
        return (
            float("-inf") if low is None else float(low),
            float("inf") if high is None else float(high),
        )
    size = given.reading.size if given.reading.size is not None else float(value)
    if relation in (">=", ">"):
        return size, float("inf")
    if relation in ("<=", "<"):
        return float("-inf"), size
    half = half_step(size) if relation == "~" else 0.0
    return size - half, size + half


def _approximates(round_one: Given, exact: Given) -> bool:
    """Tell whether one value is the other at less precision, or about it."""
    a, b = exact.reading.size or 0.0, round_one.reading.size or 0.0
    if round_one.relation == "~":
        return abs(a - b) <= half_step(b)
    return _finer(a, b) and rounds_to(a, b)


def _finer(exact: float, told: float) -> bool:
    return significant(exact) > significant(told)


def _sign(value: object) -> bool:
    return isinstance(value, int | float) and value < 0


def _notes(found: Sequence[Given], held: Sequence[Held]) -> None:
    """Remark on values before a revision, and on what happened to a value in copying."""
    for given in found:
        if given.retracted_by is None and _before_revision(given, found, held):
            given.note = BEFORE_REVISION
    if not found or found[0].reading.size is None:
        return
    main = found[0]
    for given in found[1:]:
        size = given.reading.size
        rounded = _approximates(given, main) or _approximates(main, given)
        if (
            given.note is None
            and size is not None
            and main.reading.size is not None
            and not rounded
        ):
            changed = what_changed(main.reading.size, size)
            given.note = changed if changed.startswith(("two", "one", "a zero")) else None


def _before_revision(given: Given, found: Sequence[Given], held: Sequence[Held]) -> bool:
    """Tell whether each article that gives a value gives a revised one in the same sentence."""
    for number in given.readings:
        others = [
            r
            for g in found
            if g is not given
            for r in g.readings
            if r.document == number.document and _beside(r, number)
        ]
        if not any(_revised(number, other, held) for other in others):
            return False
    return True


def _beside(one: Reading, other: Reading) -> bool:
    return abs(hull(one.span)[0] - hull(other.span)[0]) < 200 and one.title == other.title


def _revised(old: Reading, new: Reading, held: Sequence[Held]) -> bool:
    text = version_of(held[old.at], old).text
    words = voice_words()
    before = _words_near(text, old, words.before_revision)
    after = _words_near(text, new, words.after_revision)
    return bool(after) and bool(before) and not _words_near(text, old, ["now"], reach=12)


def _words_near(text: str, reading: Reading, words: Sequence[str], reach: int = _AROUND) -> bool:
    start, end = hull(reading.span)
    near = text[max(0, start - reach) : start] + " " + text[end : end + reach]
    return bool({w.casefold() for w in _WORD.findall(near)} & set(words))
