"""From whom an article had a value, and who stands at the end: one trace for each value of each article.

In this order: the held article that signs the text or that the claim's chain names; one from which
the text was drawn and that carries the value; one that the article credits; a title that is named
and not held; the voice itself, to which the article then had access; at last, where no source is
told, the earlier article whose values and wording come closest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.corroborate.articles import Held
from firsthand.corroborate.copying import Drawn
from firsthand.corroborate.credits import Credit, attribution_words
from firsthand.corroborate.groups import Group
from firsthand.corroborate.links import (
    Link,
    access_to,
    credit_beside,
    links_of,
    material_of,
    named_houses,
    only_voice,
    opened_by,
    reporter_of,
    version_of,
)
from firsthand.corroborate.readings import Reading
from firsthand.corroborate.slips import akin_sizes, same_size, significant
from firsthand.corroborate.titles import Titles
from firsthand.corroborate.voices import OUTLETS, Voice, is_own_reporter, voice_named
from firsthand.model.attribution import Sign
from firsthand.model.question import How
from firsthand.model.span import Spans

SURE_DIGITS = 3
"""Significant digits of a value, from which two articles do not give it by chance."""
ENOUGH_DIGITS = 2.5
"""The same over all values that two articles share; a slip counts half of its digits."""
FIRST, LATEST = 10, 30
"""Of very many articles with a value only the first and the latest before are looked at."""
LIKE_WORTH = 30.0
"""Summed weight of shared words that tells as much as one more shared digit."""


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
                + [o for c in self.credits[at] for o in of_title[c.title][-LATEST:]]
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


class Tracer:
    """Traces the values of all questions of a case."""

    def __init__(self, evidence: Evidence, groups: Sequence[Group]) -> None:
        self._all = evidence
        self._holds: dict[int, dict[int, list[Reading]]] = defaultdict(dict)
        for group in groups:
            for reading in group.readings:
                self._holds[reading.at].setdefault(group.number, []).append(reading)

    def all_traces(self, groups: Sequence[Group]) -> list[list[Trace]]:
        """Return the traces of all questions.

        What an article does not tell of one value is taken from its others: the article from which
        it had them, else the one voice behind them.
        """
        found = [self.traces(group) for group in groups]
        habits = _Habits(t for traces in found for t in traces)
        for traces in found:
            for trace in traces:
                habits.fill(trace, {t.at for t in traces})
        return found

    def traces(self, group: Group) -> list[Trace]:
        """Return the traces of a question, in order of publication."""
        found: list[Trace] = []
        for reading in sorted(group.readings, key=lambda r: (r.at, r.title, r.weak, r.order)):
            own = [t for t in found if t.at == reading.at and same_value(t.first, reading)]
            if own:
                own[0].readings.append(reading)
            else:
                found.append(Trace(reading.at, [reading]))
        for trace in found:
            self._trace(trace, found)
        return found

    def _trace(self, trace: Trace, others: Sequence[Trace]) -> None:
        held = self._all.held[trace.at]
        links = links_of(held, trace.first, self._all.titles)
        self._find_voices(trace, held, links)
        earlier = [o for o in others if o.at != trace.at and self._may_precede(o.at, trace.at)]
        if self._by_chain(trace, links, earlier) or self._by_text(trace, earlier):
            return
        if self._by_credit(trace, earlier) or trace.named:
            return
        if all(v.generic for v in trace.voices) and trace.reporter is None:
            self._by_value(trace, earlier)
        else:
            trace.how = "opened"
            self._by_slip(trace, earlier)

    def _may_precede(self, earlier: int, later: int) -> bool:
        held = self._all.held
        return held[later].time.can_follow(held[earlier].time) and (
            held[earlier].imprint.outlet != held[later].imprint.outlet
        )

    def _find_voices(self, trace: Trace, held: Held, links: Sequence[Link]) -> None:
        """Note who stands at the end, which titles the chain names, and the article's own access."""
        extraction = version_of(held, trace.first)
        trace.named = [k.voice.name for k in named_houses(links) if k.voice and not k.title]
        foreign = [k for k in links if not k.own]
        if foreign:
            last = foreign[-1]
            trace.span = attribution_words(last.attribution)
            if last.voice and not (last.title or last.voice.kind in OUTLETS):
                trace.voices = [last.voice]
            if last.voice and last.voice.generic:
                self._open(trace, held, access_to(held, trace.first))
            return
        materials, sign = material_of(extraction), access_to(held, trace.first)
        reporter = reporter_of(held, extraction, self._all.titles)
        if materials:
            trace.voices = [voice_named(extraction, s.of) for s in materials if s.of]
            trace.analyst, trace.span = True, materials[0].span
        elif sign:
            self._open(trace, held, sign)
        elif any(k.voice and is_own_reporter(k.voice.name) for k in links):
            trace.reporter, trace.span = "", attribution_words(links[-1].attribution)
        elif reporter == "" and (voice := only_voice(extraction, self._all.titles)):
            trace.voices, trace.assumed = [voice], True
        elif reporter is not None:
            trace.reporter = reporter
            trace.named = [reporter] if reporter else []
        else:
            credit = credit_beside(extraction, trace.first)
            trace.voices = [voice_named(extraction, credit.of)] if credit and credit.of else []
            trace.span = credit.span if credit else ()

    def _open(self, trace: Trace, held: Held, sign: Sign | None) -> None:
        """Let a value rest on what the article itself opened: somebody's papers, or its own access."""
        if sign is None:
            return
        extraction = version_of(held, trace.first)
        papers = opened_by(held, extraction, sign, self._all.titles)
        trace.span = sign.span
        if papers:
            trace.voices = [voice_named(extraction, papers)]
        elif not trace.voices:
            trace.reporter = ""

    def _by_chain(self, trace: Trace, links: Sequence[Link], earlier: Sequence[Trace]) -> bool:
        """Find the article of the title that signs the text, else of the outermost in the chain."""
        for credit in self._all.credits[trace.at]:
            if credit.kind == "signed" and self._take(
                trace, self._of_title(trace, credit.title, earlier), credit.spans, signed=True
            ):
                return True
        houses = named_houses(links)
        if not houses or houses[0].title is None:
            return False
        source = self._of_title(trace, houses[0].title, earlier)
        return self._take(trace, source, attribution_words(houses[0].attribution))

    def _of_title(self, trace: Trace, title: str, earlier: Sequence[Trace]) -> int | None:
        """Return the article of a title that gives the value, else one from which the text was drawn."""
        held = self._all.held
        fitting = [
            (akin(trace.first, o.first), o.at)
            for o in earlier
            if held[o.at].imprint.outlet == title
        ]
        best = max(fitting, default=(0.0, -1))
        if best[0] > 0:
            return best[1]
        drawn = [d.earlier for d in self._all.drawn[trace.at]]
        return next((d for d in drawn if held[d].imprint.outlet == title), None)

    def _take(self, trace: Trace, source: int | None, span: Spans, *, signed: bool = False) -> bool:
        if source is None:
            return False
        trace.source, trace.how, trace.span, trace.signed = source, "credit", span, signed
        trace.named = []
        return True

    def _by_text(self, trace: Trace, earlier: Sequence[Trace]) -> bool:
        """Find the article from which the text was drawn, if it carries the value."""
        options = [
            (akin(trace.first, o.first), d.probability, -d.earlier, d)
            for d in self._all.drawn[trace.at]
            for o in earlier
            if o.at == d.earlier and akin(trace.first, o.first) > 0
        ]
        if not options:
            return False
        drawn = max(options, key=lambda o: o[:3])[3]
        self._take(
            trace,
            drawn.earlier,
            drawn.credited.spans if drawn.credited else (),
            signed=bool(drawn.credited and drawn.credited.kind == "signed"),
        )
        trace.how = "credit" if drawn.credited else "wording"
        trace.probability = drawn.probability
        return True

    def _by_credit(self, trace: Trace, earlier: Sequence[Trace]) -> bool:
        """Find a title that the article credits without a chain: a sister paper, "first reported by".

        Where a voice is told too, only an equal value of some digits shows that it came by the title.
        """
        held, size = self._all.held, trace.first.size
        told = bool(trace.voices) or trace.reporter is not None
        sure = size is not None and significant(size) >= SURE_DIGITS
        for credit in sorted(self._all.credits[trace.at], key=lambda c: c.kind != "sister"):
            fitting = [
                (akin(trace.first, o.first), o.at)
                for o in earlier
                if held[o.at].imprint.outlet == credit.title
            ]
            likely, source = max(fitting, default=(0.0, -1))
            if likely == 1.0 and (sure or not told) or likely > 0 and not told:
                return self._take(trace, source, credit.spans)
        return False

    def _by_slip(self, trace: Trace, earlier: Sequence[Trace]) -> None:
        """Find the article whose value was miswritten, where the same voice is told behind both."""
        mine = trace.first
        if trace.reporter is not None or any(same_value(mine, o.first) for o in earlier):
            return
        fitting = [
            o for o in earlier if akin(mine, o.first) == 0.5 and _may_be_one(trace.voices, o.voices)
        ]
        self._closest(trace, fitting)

    def _by_value(self, trace: Trace, earlier: Sequence[Trace]) -> None:
        """Find the article whose values and words come closest to one that names no source."""
        self._closest(trace, [o for o in earlier if akin(trace.first, o.first) > 0])

    def _closest(self, trace: Trace, fitting: Sequence[Trace]) -> None:
        ranked = []
        for other in [*fitting[:FIRST], *fitting[FIRST:][-LATEST:]]:
            digits = self._digits(trace.at, other.at)
            if digits >= ENOUGH_DIGITS:
                shared = self._all.shared(trace.at, other.at)
                likely = akin(trace.first, other.first)
                ranked.append((likely, digits + shared / LIKE_WORTH, -other.at))
        if ranked:
            trace.source, trace.how = -max(ranked)[2], "wording"
            trace.probability = 0.5 + 0.4 * min(1.0, max(ranked)[1] / 12)

    def _digits(self, later: int, earlier: int) -> float:
        """Return how many significant digits of values two articles share, over all questions."""
        mine, theirs = self._holds[later], self._holds[earlier]
        return sum(
            max((_worth(a, b) for a in mine[n] for b in theirs[n]), default=0.0)
            for n in mine.keys() & theirs.keys()
        )


class _Habits:
    """From which article, and on which voice, the values of each article rest."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self._sources: dict[int, Counter[int]] = defaultdict(Counter)
        self._told: dict[int, list[Trace]] = defaultdict(list)
        for trace in traces:
            if trace.source is not None:
                self._sources[trace.at][trace.source] += 1
            elif trace.voices and not all(v.generic for v in trace.voices) and _counts(trace):
                self._told[trace.at].append(trace)

    def fill(self, trace: Trace, holders: Container[int]) -> None:
        """Lay what is usual in an article over a value of which it tells nothing."""
        untold = all(v.generic for v in trace.voices) and trace.reporter is None
        if trace.source is not None or trace.named or not untold:
            return
        sources = {s: n for s, n in self._sources[trace.at].items() if s in holders}
        if sources:
            trace.source = max(sources, key=lambda s: (sources[s], -s))
            trace.how, trace.probability = "wording", 0.6
            return
        voices = {v.key: v for t in self._told[trace.at] for v in t.voices}
        if len(voices) == 1 and not trace.voices and _counts(trace):
            trace.assumed = True
            usual = self._told[trace.at][0]
            trace.voices, trace.how, trace.analyst = list(voices.values()), usual.how, usual.analyst
            trace.named, trace.span = list(usual.named), usual.span


def _counts(trace: Trace) -> bool:
    return trace.first.shape != "event"


def _worth(one: Reading, other: Reading) -> float:
    return akin(one, other) * significant(one.size) if one.size is not None else 0.0


def _may_be_one(some: Iterable[Voice], others: Iterable[Voice]) -> bool:
    theirs = list(others)
    return any(a.core & b.core or a.lands & b.lands for a in some for b in theirs)
