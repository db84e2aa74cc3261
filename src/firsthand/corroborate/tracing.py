"""From whom an article had a value, and who stands at the end: one trace for each value of each article.

In this order: the held article that signs the text or that the claim's chain names; one from which
the text was drawn and that carries the value; one that the article credits; a title that is named
and not held; the voice itself, to which the article then had access; what the article tells of its
other values; at last, where no source is told, the earlier article that comes closest.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.corroborate.articles import Held
from firsthand.corroborate.credits import attribution_words
from firsthand.corroborate.groups import Group
from firsthand.corroborate.habits import Habits
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
from firsthand.corroborate.nearest import Nearest, may_be_one
from firsthand.corroborate.slips import significant
from firsthand.corroborate.traces import Evidence, Rows, Trace, akin, is_counted, rows_of, untold
from firsthand.corroborate.voice_lists import OUTLETS
from firsthand.corroborate.voices import is_own_reporter, voice_named
from firsthand.model.attribution import Sign
from firsthand.model.span import Spans

SURE_DIGITS = 3
"""Significant digits of a value, from which two articles do not give it by chance."""


class Tracer:
    """Traces the values of all questions of a case."""

    def __init__(self, evidence: Evidence, groups: Sequence[Group]) -> None:
        self._all = evidence
        self._groups = groups
        self._nearest = Nearest(groups, evidence.shared)

    def traces(self) -> list[list[Trace]]:
        """Return the traces of all questions, each in order of publication."""
        found = [rows_of(group.readings) for group in self._groups]
        rows = [Rows(traces, self._all.held) for traces in found]
        for traces, own in zip(found, rows, strict=True):
            for trace in traces:
                self._trace(trace, own)
        _fill(found)
        for traces, own in zip(found, rows, strict=True):
            for trace in traces:
                if untold(trace) and is_counted(trace) and not trace.first.corrects:
                    self._by_value(trace, own)
        _fill(found)
        return found

    def _trace(self, trace: Trace, rows: Rows) -> None:
        held = self._all.held[trace.at]
        links = links_of(held, trace.first, self._all.titles)
        self._find_voices(trace, held, links)
        if self._by_chain(trace, links, rows) or self._by_text(trace, rows):
            return
        if self._by_credit(trace, rows) or trace.named:
            return
        if not untold(trace):
            trace.how = "opened"
            if not trace.first.corrects:
                self._by_slip(trace, rows)

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

    def _by_chain(self, trace: Trace, links: Sequence[Link], rows: Rows) -> bool:
        """Find the article of the title that signs the text, else of the outermost in the chain."""
        for credit in self._all.credits[trace.at]:
            if credit.kind == "signed" and self._take(
                trace, self._of_title(trace, credit.title, rows), credit.spans, signed=True
            ):
                return True
        houses = named_houses(links)
        if not houses or houses[0].title is None:
            return False
        source = self._of_title(trace, houses[0].title, rows)
        return self._take(trace, source, attribution_words(houses[0].attribution))

    def _of_title(self, trace: Trace, title: str, rows: Rows) -> int | None:
        """Return the article of a title with the value, else one from which the text was drawn."""
        fitting = rows.of_title(title, before=trace.at)
        best = max(((akin(trace.first, o.first), o.at) for o in fitting), default=(0.0, -1))
        if best[0] > 0:
            return best[1]
        held = self._all.held
        drawn = [d.earlier for d in self._all.drawn[trace.at]]
        return next((d for d in drawn if held[d].imprint.outlet == title), None)

    def _take(self, trace: Trace, source: int | None, span: Spans, *, signed: bool = False) -> bool:
        if source is None:
            return False
        trace.source, trace.how, trace.span, trace.signed = source, "credit", span, signed
        trace.named = []
        return True

    def _by_text(self, trace: Trace, rows: Rows) -> bool:
        """Find the article from which the text was drawn, if it carries the value."""
        options = [
            (akin(trace.first, o.first), d.probability, -d.earlier, d)
            for d in self._all.drawn[trace.at]
            for o in rows.of_article(d.earlier, before=trace.at)
            if akin(trace.first, o.first) > 0
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

    def _by_credit(self, trace: Trace, rows: Rows) -> bool:
        """Find a title that the article credits without a chain: a sister, "first reported by".

        Where a voice is told too, only an equal value of some digits shows that it came by the title.
        """
        size = trace.first.size
        told = bool(trace.voices) or trace.reporter is not None
        sure = size is not None and significant(size) >= SURE_DIGITS
        for credit in sorted(self._all.credits[trace.at], key=lambda c: c.kind != "sister"):
            fitting = rows.of_title(credit.title, before=trace.at)
            best = max(((akin(trace.first, o.first), o.at) for o in fitting), default=(0.0, -1))
            if (best[0] == 1.0 and sure) or (best[0] > 0 and not told):
                return self._take(trace, best[1], credit.spans)
        return False

    def _by_slip(self, trace: Trace, rows: Rows) -> None:
        """Find the article whose value was miswritten, where the same voice is told behind both."""
        mine = trace.first
        if trace.reporter is not None or rows.equal(mine, before=trace.at):
            return
        fitting = [
            o
            for o in rows.akin(mine, before=trace.at)
            if akin(mine, o.first) == 0.5 and may_be_one(trace.voices, o.voices)
        ]
        self._nearest.take(trace, fitting, rows)

    def _by_value(self, trace: Trace, rows: Rows) -> None:
        """Find the closest article for a value of which nothing tells the source.

        Only one that was published before it without doubt.
        """
        held = self._all.held
        time = held[trace.at].time
        fitting = rows.akin(trace.first, before=trace.at)
        earlier = [o for o in fitting if time.follows(held[o.at].time)]
        self._nearest.take(trace, sorted(earlier, key=lambda o: o.at), rows)


def _fill(found: Sequence[Sequence[Trace]]) -> None:
    habits = Habits(t for traces in found for t in traces)
    for traces in found:
        holders = {t.at for t in traces}
        for trace in traces:
            habits.fill(trace, holders)
