"""From the records of a case to its brief: which claims lead, what can be said, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import msgspec

from firsthand.brief.facts import Facts
from firsthand.brief.finds import copies, differs, holds, origins, values
from firsthand.brief.finds_law import (
    alleged,
    breach,
    caution,
    denied,
    nothing_said,
    touched,
    uncredited,
    unnamed,
    withdrawn,
)
from firsthand.brief.headings import worded
from firsthand.brief.headline import headline
from firsthand.brief.missing import missing
from firsthand.brief.parts import Parts
from firsthand.brief.select import select
from firsthand.brief.telling import leading, told
from firsthand.model.brief import Brief, Dossier, Sentence
from firsthand.model.provision import Assessment
from firsthand.model.question import Question

MOST = 5
"""Sentences of "what can be said"."""
Maker = Callable[[Dossier, Facts], Sentence | None]
_FIRST: tuple[tuple[Maker, ...], ...] = ((values, origins), (copies, differs, holds))
"""What is said of the first claim: on whose word, and whether its number holds."""
_OTHERS: tuple[Maker, ...] = (
    withdrawn, denied, caution, breach, unnamed, copies, values, differs, alleged, touched,
    uncredited, holds, origins,
)  # fmt: skip
"""What is said of any claim, in this order, each kind once."""
_THEMES: dict[str, tuple[Maker, ...]] = {
    "whose word": (values, origins, unnamed),
    "number": (copies, differs, holds),
    "provision": (breach, alleged, touched),
}
"""Makers that say the same of one claim in different ways."""


def compose(parts: Parts) -> Brief:
    """Return the brief of a case. Its sentences are not verified yet: that is the gate's.

    Without questions the brief says so and keeps counts, documents and what was set aside.
    """
    case, asked = parts.corroboration, parts.options
    dossiers = tuple(_dossier(q, parts) for q in case.questions)
    facts = Facts(case, parts.extractions, parts.tables, dossiers)
    dossiers = tuple(_reworded(d, facts) for d in dossiers)
    facts = Facts(case, parts.extractions, parts.tables, dossiers)
    ordered, leading = select(dossiers, facts, about=asked.about, most=asked.top)
    first = ordered[:leading]
    facts = replace(facts, first=first[0].question.id if first else None)
    sample = asked.sample
    if sample is None:
        documents = [e.document for e in parts.extractions] + list(parts.aside)
        sample = any(d.sample for d in documents)
    return Brief(
        title=asked.title or _title(parts),
        headline=headline(first, facts, about=asked.about),
        sentences=sayings(first, facts),
        dossiers=ordered,
        leading=leading,
        top=asked.top,
        missing=missing(first, facts),
        corroboration=case,
        extractions=parts.extractions,
        aside=parts.aside,
        tables=parts.tables,
        notices=parts.notices,
        as_of=asked.as_of,
        about=asked.about,
        sample=sample,
        made=asked.made or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        engines=engines(parts),
    )


def sayings(leading: tuple[Dossier, ...], facts: Facts) -> tuple[Sentence, ...]:
    """Return what can be said: at most five sentences, the first claim's first, each kind once."""
    out: list[Sentence] = []
    said: set[tuple[str, str | None]] = set()
    for makers in _FIRST if leading else ():
        _say(out, said, makers, leading[:1], facts=facts)
    for maker in _OTHERS:
        if len(out) < MOST and not any(kind == maker.__name__ for kind, _ in said):
            _say(out, said, (maker,), leading, facts=facts)
    nothing = nothing_said(facts)
    return tuple(out) or ((nothing,) if nothing else ())


def _say(
    out: list[Sentence],
    said: set[tuple[str, str | None]],
    makers: tuple[Maker, ...],
    leading: tuple[Dossier, ...],
    *,
    facts: Facts,
) -> None:
    """Add the first sentence that one of the makers has; of one claim no theme comes twice."""
    for dossier in leading:
        for maker in makers:
            themes = {maker.__name__, *(t for t, of in _THEMES.items() if maker in of)}
            if any((theme, dossier.question.id) in said for theme in themes):
                continue
            found = maker(dossier, facts)
            if found:
                out.append(found)
                said.update((theme, dossier.question.id) for theme in themes)
                return


def _dossier(question: Question, parts: Parts) -> Dossier:
    assessed = parts.assessments.get(question.id, Assessment())
    return Dossier(
        question=question,
        checks=parts.checks.get(question.id, ()),
        credibility=parts.grades.get(question.id),
        findings=assessed.findings,
        touches=assessed.touches,
    )


def _reworded(dossier: Dossier, facts: Facts) -> Dossier:
    """Return a dossier whose claim is worded by the answer that stands, in the body's words."""
    question = msgspec.structs.replace(dossier.question, says=worded(dossier.question, facts))
    answer = leading(question)
    if answer is not None and not isinstance(answer.value, bool):
        question = msgspec.structs.replace(question, says=told(question))
    return msgspec.structs.replace(dossier, question=question)


def _title(parts: Parts) -> str:
    titles = [e.document.title for e in parts.extractions]
    if len(titles) == 1 and titles[0]:
        return titles[0]
    return "Brief"


def engines(parts: Parts) -> tuple[str, ...]:
    """Return the name and version of every engine that had a part, sorted."""
    names = {parts.corroboration.by}
    for extraction in parts.extractions:
        names.add(extraction.document.by)
        names.update(a.by for a in extraction.attributions)
        names.update(c.by for c in extraction.claims)
    names.update(c.by for checks in parts.checks.values() for c in checks)
    names.update(a.by for a in parts.assessments.values())
    names.update(t.by for t in parts.tables)
    return tuple(sorted(names))
