"""How a value travelled: edges between articles and origins, and a step for each value of each article.

Steps stand in the order of the drawing: origins by the number of articles on them, under each the
copies depth first, children by time. A copy that is named and not held is a step too; its
`document` is the title's name, which no article has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.corroborate.answers import Given
from firsthand.corroborate.articles import Held
from firsthand.corroborate.copying import Drawn
from firsthand.corroborate.corrections import Correction
from firsthand.corroborate.links import version_of
from firsthand.corroborate.origins import Cast
from firsthand.corroborate.questions import Drafted
from firsthand.corroborate.slips import ROUNDED, what_changed
from firsthand.corroborate.traces import Trace, akin, same_value
from firsthand.model.question import Edge, EdgeKind, Step
from firsthand.model.span import words_of

SAME_TEXT = 0.95
"""Share of sentences word for word, from which an uncredited copy is the same text."""

UNCREDITED = "shared wording, figures and order"


@dataclass(frozen=True, slots=True)
class Mapper:
    """What edges and steps need to know of the case; `same` is the share of equal sentences."""

    held: Sequence[Held]
    cast: Cast
    origin_ids: Mapping[Hashable, str]
    same: Mapping[tuple[int, int], float]

    def edges(self, drafted: Drafted, fixes: Sequence[Correction]) -> tuple[Edge, ...]:
        """Return who had it from whom for one question, in order of publication."""
        found: dict[tuple[str, str, str], Edge] = {}
        for number, trace in enumerate(drafted.traces):
            for edge in self._of_trace(number, trace, drafted):
                found.setdefault((edge.source, edge.target, edge.kind), edge)
        at = {t.at for t in drafted.traces}
        for fix in fixes:
            if fix.by != fix.of and {fix.by, fix.of} <= at:
                edge = Edge(
                    source=fix.document,
                    target=self.held[fix.of].id,
                    kind="corrects",
                    span=fix.span,
                )
                found.setdefault((edge.source, edge.target, edge.kind), edge)
        return tuple(found.values())

    def _of_trace(self, number: int, trace: Trace, drafted: Drafted) -> list[Edge]:
        me = self.held[trace.at].id
        if trace.named:
            return [Edge(source=me, target=trace.named[0], kind="cites", span=trace.span)]
        if trace.source is not None:
            kind = self._kind(trace)
            return [
                Edge(
                    source=me,
                    target=self.held[trace.source].id,
                    kind=kind,
                    span=trace.span,
                    probability=round(trace.probability, 3),
                    why=None if trace.how == "credit" else UNCREDITED,
                )
            ]
        if trace.how != "opened":
            return []
        nodes = sorted({self.origin_ids[self.cast.of(n)] for n in drafted.ends[number].nodes})
        return [Edge(source=me, target=n, kind="own-access", span=trace.span) for n in nodes]

    def _kind(self, trace: Trace) -> EdgeKind:
        if trace.how == "credit":
            return "syndicates" if trace.signed else "cites"
        same = self.same.get((trace.at, trace.source if trace.source is not None else -1), 0.0)
        return "same-text" if same >= SAME_TEXT else "rewrites-without-credit"

    def path(self, drafted: Drafted, fixes: Sequence[Correction]) -> tuple[Step, ...]:
        """Return the steps of a question in the order of their drawing."""
        steps = []
        for number, trace in enumerate(drafted.traces):
            given = _given_of(trace, drafted.given)
            if given.retracted_by and any(trace.at == f.by for f in fixes if f.by != f.of):
                continue  # it only repeats what it takes back
            steps += self._steps(number, trace, given, drafted=drafted, fixes=fixes)
        return tuple(_ordered(steps))

    def _steps(
        self,
        number: int,
        trace: Trace,
        given: Given,
        *,
        drafted: Drafted,
        fixes: Sequence[Correction],
    ) -> list[Step]:
        nodes = sorted({self.cast.of(n) for n in drafted.ends[number].nodes})
        origin = self.origin_ids[nodes[0]] if nodes else None
        came_from, how = self._came_from(trace, origin, fixes)
        changed, note = self._changed(number, trace, drafted)
        fix = given.withdrawn.get(trace.at)
        reading = trace.first
        held = self.held[trace.at]
        text = version_of(held, reading).text
        step = Step(
            document=held.id,
            value=reading.value,
            spelled=reading.spelled,
            came_from=came_from,
            how=how,  # type: ignore[arg-type]  # of the closed list
            on=held.document.published,
            changed=changed,
            withdrawn=(self.held[fix].document.published or "")[:10] or None
            if fix is not None
            else None,
            words=words_of(text, trace.span) or None,
            span=trace.span,
            origin=origin,
            note=note,
        )
        beyond = self.held[trace.source].id if trace.source is not None else origin
        ups = [*trace.named[1:], beyond] if trace.named else []
        named = [
            Step(
                document=name,
                value=reading.value,
                spelled=reading.spelled,
                came_from=up,
                origin=origin,
            )
            for name, up in zip(trace.named, ups, strict=True)
        ]
        return [step, *named]

    def _came_from(
        self, trace: Trace, origin: str | None, fixes: Sequence[Correction]
    ) -> tuple[str | None, str]:
        for fix in fixes:
            if fix.by == trace.at and fix.of != trace.at:
                return self.held[fix.of].id, "credit"
        if trace.named:
            return trace.named[0], "named"
        if trace.source is not None:
            return self.held[trace.source].id, trace.how
        return (origin, trace.how) if trace.how == "opened" else (None, "named")

    def _changed(self, number: int, trace: Trace, drafted: Drafted) -> tuple[bool, str | None]:
        """Tell whether a value is neither its source's nor its origin's, and how it differs."""
        before = [o for o in drafted.traces if o.at == trace.source]
        mine = {self.cast.of(n) for n in drafted.ends[number].nodes}
        first = [
            o
            for n, o in enumerate(drafted.traces)
            if o.how == "opened" and mine & {self.cast.of(e) for e in drafted.ends[n].nodes}
        ]
        if not before and trace.how == "opened":
            return False, None
        known = [*before, *first]
        if not known or any(same_value(trace.first, o.first) for o in known):
            return False, None
        was = max(known, key=lambda o: akin(trace.first, o.first))
        now, old = trace.first.size, was.first.size
        if now is None or old is None:
            return True, None
        note = what_changed(old, now)
        return note != ROUNDED, note


def text_edge(held: Sequence[Held], at: int, drawn: Drawn) -> Edge:
    """Return the edge between two articles of which one drew on the other's text."""
    kind: EdgeKind = "same-text" if drawn.likeness.same >= SAME_TEXT else "rewrites-without-credit"
    if drawn.credited:
        kind = "syndicates" if drawn.credited.kind == "signed" else "cites"
    return Edge(
        source=held[at].id,
        target=held[drawn.earlier].id,
        kind=kind,
        span=drawn.credited.spans if drawn.credited else (),
        probability=round(drawn.probability, 3),
        why=None if drawn.credited else UNCREDITED,
    )


def _given_of(trace: Trace, given: Sequence[Given]) -> Given:
    return next(g for g in given if same_value(g.reading, trace.first))


def _ordered(steps: Sequence[Step]) -> list[Step]:
    """Return the steps in drawing order; a named copy stands once under an origin for each value."""
    unique: dict[tuple[object, ...], Step] = {}
    for step in steps:
        key = (step.document, step.spelled if step.how != "named" or step.on else "", step.origin)
        unique.setdefault(key, step)
    weights: dict[str | None, set[str]] = defaultdict(set)
    kids: dict[tuple[str | None, str | None], list[Step]] = defaultdict(list)
    documents = {(s.origin, s.document) for s in unique.values()}
    for step in unique.values():
        weights[step.origin].add(step.document)
        up = step.came_from if (step.origin, step.came_from) in documents else None
        kids[step.origin, up].append(step)
    out: list[Step] = []
    for origin in sorted(weights, key=lambda o: (o is None, -len(weights[o]), o or "")):
        out += _walk(origin, kids)
    left = [s for s in unique.values() if s not in out]  # a loop hangs under nothing
    return out + left


def _walk(
    origin: str | None, kids: Mapping[tuple[str | None, str | None], list[Step]]
) -> list[Step]:
    out: list[Step] = []
    seen: set[str] = set()
    todo = [(origin, s) for s in _by_time(kids.get((origin, None), []))[::-1]]
    while todo:
        _, step = todo.pop()
        out.append(step)
        if step.document not in seen:
            seen.add(step.document)
            todo += [(origin, s) for s in _by_time(kids.get((origin, step.document), []))[::-1]]
    return out


def _by_time(steps: Sequence[Step]) -> list[Step]:
    return sorted(steps, key=lambda s: (s.on or "9", s.document, s.spelled))
