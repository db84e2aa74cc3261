"""The trace of a value: from whom one article had it, and who stands at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.corroborate.articles import Held
from firsthand.corroborate.copying import Drawn
from firsthand.corroborate.credits import Credit
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import akin_sizes, same_size
from firsthand.corroborate.titles import Titles
from firsthand.corroborate.voices import Voice
from firsthand.model.question import How
from firsthand.model.span import Spans

MOST_CITED = 30
"""Articles of a credited title that may be meant, the latest ones."""


@dataclass(slots=True)
class Trace:
    """One value of one article.

    Args:
        at: Number of the article.
        readings: The readings that give this value, the best told first.
        source: Number of the article from which it was had.
        named: Titles that the chain names and that are not held, the outermost first.
        how: As in `Step`; `named` without names where it cannot be told.
        voices: Who stands at the end, where the article tells it; empty: look at `source`.
        reporter: Name of the house whose own people had access; empty for the article's own title.
        analyst: The voices are raw material that the article has worked up itself.
        span: The words that give the credit or the access.
        signed: It is the source's text under the source's name.
        probability: That it was had from `source`.
    """

    at: int
    readings: list[Reading]
    source: int | None = None
    named: list[str] = field(default_factory=list)
    how: How = "named"
    voices: list[Voice] = field(default_factory=list)
    reporter: str | None = None
    analyst: bool = False
    span: Spans = ()
    signed: bool = False
    probability: float = 1.0
    assumed: bool = False
    """The voices are those of the article's other values; the text does not say it of this one."""

    @property
    def first(self) -> Reading:
        """The reading that is told best."""
        return self.readings[0]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the articles before a question is looked at; numbers are places in `held`.

    `shared` gives the summed weight of the words that two texts share, the later one first.
    """

    held: Sequence[Held]
    credits: Sequence[Sequence[Credit]]
    drawn: Sequence[Sequence[Drawn]]
    titles: Titles
    shared: Callable[[int, int], float]

    def sources(self) -> dict[int, frozenset[int]]:
        """Return for each article those that it drew on, and those of the titles that it credits."""
        of_title: dict[str, list[int]] = defaultdict(list)
        for at, held in enumerate(self.held):
            of_title[held.imprint.outlet].append(at)
        return {
            at: frozenset(
                [d.earlier for d in self.drawn[at]]
                + [o for c in self.credits[at] for o in of_title[c.title][-MOST_CITED:]]
            )
            for at in range(len(self.held))
        }


def same_value(one: Reading, other: Reading) -> bool:
    """Tell whether two readings give one value."""
    if one.size is None or other.size is None:
        return one.value == other.value and one.shape == other.shape
    return same_size(one.size, other.size)


def akin(later: Reading, earlier: Reading) -> float:
    """Return how well one value may come from another: 1 equal, 0.7 rounded, 0.5 a slip, 0 not."""
    return 1.0 if same_value(later, earlier) else akin_sizes(later.size, earlier.size)


class Rows:
    """The traces of a question, found by article, title and value."""

    def __init__(self, traces: Sequence[Trace], held: Sequence[Held]) -> None:
        self._held = held
        self._of_article: dict[int, list[Trace]] = defaultdict(list)
        self._of_title: dict[str, list[Trace]] = defaultdict(list)
        self._of_value: dict[object, list[Trace]] = defaultdict(list)
        for trace in traces:
            self._of_article[trace.at].append(trace)
            self._of_title[held[trace.at].imprint.outlet].append(trace)
            self._of_value[value_key(trace.first)].append(trace)

    def of_article(self, at: int, *, before: int) -> list[Trace]:
        """Return the traces of one article, if it may precede another one."""
        return self._of_article.get(at, []) if self._may_precede(at, before) else []

    def of_title(self, title: str, *, before: int) -> list[Trace]:
        """Return the traces of a title's articles that may precede another one."""
        return [t for t in self._of_title.get(title, ()) if self._may_precede(t.at, before)]

    def akin(self, reading: Reading, *, before: int) -> list[Trace]:
        """Return the traces from whose value another may come, those that may precede its article."""
        return [
            t
            for own in self._of_value.values()
            if akin(reading, own[0].first) > 0
            for t in own
            if self._may_precede(t.at, before)
        ]

    def equal(self, reading: Reading, *, before: int) -> list[Trace]:
        """Return the traces with the same value that may precede an article."""
        own = self._of_value.get(value_key(reading), ())
        return [t for t in own if self._may_precede(t.at, before)]

    def of_other_values(self, reading: Reading) -> int:
        """Return how many articles give another value, counted up to two."""
        rest: set[int] = set()
        for key, own in self._of_value.items():
            if key != value_key(reading):
                rest.update(t.at for t in own[:2])
        return min(2, len(rest))

    def _may_precede(self, earlier: int, later: int) -> bool:
        held = self._held
        return held[later].time.can_follow(held[earlier].time) and (
            held[earlier].imprint.outlet != held[later].imprint.outlet
        )


def value_key(reading: Reading) -> object:
    """Return what is equal for readings that give one value."""
    return reading.value if reading.size is None else round(abs(reading.size), 9)


def rows_of(readings: Iterable[Reading]) -> list[Trace]:
    """Return a trace for each value of each article, in order of publication, nothing told yet."""
    found: dict[tuple[int, object], Trace] = {}
    for reading in sorted(readings, key=lambda r: (r.at, r.title, r.weak, r.order)):
        key = (reading.at, value_key(reading))
        if key in found:
            found[key].readings.append(reading)
        else:
            found[key] = Trace(reading.at, [reading])
    return list(found.values())


def untold(trace: Trace) -> bool:
    """Tell whether nothing says from whom a value is: no source, no title, nobody but "officials"."""
    told = trace.source is not None or trace.named or trace.reporter is not None
    return not told and all(v.generic for v in trace.voices)


def is_counted(trace: Trace) -> bool:
    """Tell whether a trace is of a number, and no yes or no."""
    return trace.first.shape != "event"
