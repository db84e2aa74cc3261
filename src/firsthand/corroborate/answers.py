"""The distinct values that are given to a question, and whether they conflict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from firsthand.corroborate.articles import Held
from firsthand.corroborate.corrections import Correction
from firsthand.corroborate.grouping import Group
from firsthand.corroborate.links import version_of
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import half_step, what_changed
from firsthand.corroborate.tracing import Trace, same_value
from firsthand.corroborate.voices import voice_words
from firsthand.model.claim import Bounds, Number, Relation
from firsthand.model.question import Conflict
from firsthand.model.span import hull

BEFORE_REVISION = "the value before revision, told as such"
_EXACT_PEOPLE = frozenset({"=", "fold", "change", "share"})
_MEASURED = frozenset(
    "tonnes kilograms grams barrels litres cubic-metres hours days minutes km metres nautical-miles "
    "hectares percent percentage-points times fraction".split()  # noqa: SIM905  reads as a list
)
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

    Bounds and roundings are allowed for; different units of one family that differ cannot be told.
    """
    if len(found) < 2:
        return "none"
    verdicts = {_pair(a, b) for a, b in combinations(found, 2)}
    return min(verdicts, key=_WORST_FIRST.index)


def _pair(one: Given, other: Given) -> Conflict:
    a, b = one.reading, other.reading
    if a.shape == "event":
        return "differs"
    if _reach(one, other):
        bounds = {one.relation, other.relation} & {">=", ">", "<=", "<", "range"}
        return "none" if bounds else "within-rounding"
    if a.unit != b.unit and a.unit and b.unit and a.size == b.size:
        return "cannot-tell"
    return "differs"


def _reach(one: Given, other: Given) -> bool:
    (a, b), (c, d) = _interval(one), _interval(other)
    return a <= d and c <= b


def _interval(given: Given) -> tuple[float, float]:
    """Return the values that an answer allows."""
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
    half = _half(given)
    # A number may be cut off as well as rounded: 40.7 is 41, and 40.
    return size - half, size + 2 * half


def _half(given: Given) -> float:
    quantity = given.reading.quantity
    size = given.reading.size or 0.0
    if quantity is not None and isinstance(quantity.rounding, int | float):
        return float(quantity.rounding)
    exact = given.relation in _EXACT_PEOPLE and (given.reading.unit or "") not in _MEASURED
    return 0.0 if exact and abs(size) % 10 else half_step(size)


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
        if given.note is None and size is not None and main.reading.size is not None:
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
