"""Puts the record of a case together: traced questions, origins by name, edges, echo groups, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.corroborate.answers import answers
from firsthand.corroborate.articles import as_article
from firsthand.corroborate.casewide import case_tally
from firsthand.corroborate.corrections import corrections
from firsthand.corroborate.counting import Tally
from firsthand.corroborate.groups import Group
from firsthand.corroborate.kin import Kin
from firsthand.corroborate.naming import name_origins
from firsthand.corroborate.origins import Cast, Node
from firsthand.corroborate.path import Mapper, text_edge
from firsthand.corroborate.questions import Composer, Drafted
from firsthand.corroborate.traces import Evidence
from firsthand.corroborate.tracing import Tracer
from firsthand.model.question import Corroboration, Edge, Question
from firsthand.model.table import Table


class Assembly:
    """Everything from traced values to the printed record."""

    def __init__(
        self, evidence: Evidence, groups: Sequence[Group], tables: Sequence[Table]
    ) -> None:
        self.held = evidence.held
        self.evidence = evidence
        self.fixes = corrections(self.held, groups)
        self.cast = Cast(self.held)
        self.drafted = self._draft(groups)
        self.tally, every = case_tally(evidence, self.cast, self.drafted)
        values = self._values()
        self.origin_ids, self.origins = name_origins(
            self.cast, every.order, values=values, tables=tables
        )

    def told(self, set_aside: dict[str, int]) -> Corroboration:
        """Return the record of the case."""
        questions = self._questions()
        edges = {(e.source, e.target, e.kind): e for q in questions for e in q.edges}
        for edge in self._text_edges():
            edges.setdefault((edge.source, edge.target, edge.kind), edge)
        groups = self._echo_groups()
        houses = {h.imprint.house: h.imprint.told for h in self.held}
        titles = {h.imprint.outlet: h.document.house_name for h in self.held}
        unknown = {
            "publishers": sum(told is None for told in houses.values()),
            "outlets": sum(name is None for name in titles.values()),
        }
        return Corroboration(
            articles=len(self.held),
            outlets=len(titles),
            publishers=len(houses),
            cannot_tell={what: n for what, n in unknown.items() if n},
            set_aside=set_aside,
            origins=self.tally.count(self.cast),
            questions=questions,
            article_list=tuple(as_article(h, groups[at]) for at, h in enumerate(self.held)),
            origin_list=self.origins,
            edges=tuple(edges.values()),
        )

    def _draft(self, groups: Sequence[Group]) -> list[Drafted]:
        told = Tracer(self.evidence, groups).traces()
        drafted = []
        for group, traces in zip(groups, told, strict=True):
            ends = self.cast.ends(traces)
            given = answers(group, traces, self.held, self.fixes)
            drafted.append(Drafted(group, traces, ends, given))
        return drafted

    def _values(self) -> dict[Node, list[float]]:
        """Return the values that rest on each origin."""
        found: dict[Node, list[float]] = {}
        for draft in self.drafted:
            for trace, end in zip(draft.traces, draft.ends, strict=True):
                for node in end.nodes:
                    if trace.first.size is not None and trace.first.shape == "count":
                        found.setdefault(self.cast.of(node), []).append(trace.first.size)
        return found

    def _questions(self) -> tuple[Question, ...]:
        composer = Composer(self.held, self.cast, self.origin_ids)
        same = {
            (at, d.earlier): d.likeness.same
            for at, some in enumerate(self.evidence.drawn)
            for d in some
        }
        kin = Kin([d.group for d in self.drafted])
        mapper = Mapper(self.held, self.cast, self.origin_ids, same)
        found = []
        for draft in self.drafted:
            tally = Tally()
            tally.take(self.cast, draft.traces, draft.ends)
            found.append(
                composer.compose(
                    draft,
                    count=tally.count(self.cast),
                    edges=mapper.edges(draft, self.fixes),
                    path=mapper.path(draft, self.fixes),
                    kin=kin.of(draft.group),
                )
            )
        return tuple(sorted(found, key=lambda q: (-len(q.reasons), -q.articles, q.id)))

    def _text_edges(self) -> list[Edge]:
        """Return who drew on whose text, also where they share no question."""
        found = []
        for at, some in enumerate(self.evidence.drawn):
            for drawn in some:
                found.append(text_edge(self.held, at, drawn))
        return found

    def _first_sources(self) -> list[int | None]:
        """Return the article on which each one drew first: by its text, else by most of its values."""
        found: list[int | None] = [d[0].earlier if d else None for d in self.evidence.drawn]
        by_value: dict[int, Counter[int]] = {}
        for draft in self.drafted:
            for trace in draft.traces:
                if trace.source is not None:
                    by_value.setdefault(trace.at, Counter())[trace.source] += 1
        for at, sources in by_value.items():
            if found[at] is None:
                found[at] = max(sources, key=lambda s: (sources[s], -s))
        return found

    def _echo_groups(self) -> list[str]:
        """Return for each article the id of the one with which its echo group began."""
        roots: list[str] = []
        first = self._first_sources()
        for at in range(len(self.held)):
            seen, here = {at}, at
            while (up := first[here]) is not None and up not in seen:
                seen.add(up)
                here = up
            roots.append(self.held[here].id)
        return roots
