"""A claim opened in a terminal: the words it rests on, with document, paragraph and characters."""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.facts import Facts
from firsthand.brief.ink import INKS, Bit, Line, bit, wrap
from firsthand.brief.rows import answer_value, of_check, origins
from firsthand.brief.sources import paragraphs_of, ranges
from firsthand.brief.view import View
from firsthand.errors import UsageError
from firsthand.model.brief import Brief, Dossier
from firsthand.model.claim import Claim
from firsthand.model.question import Answer
from firsthand.model.span import Spans, words_of


def claim_at(brief: Brief, at: int) -> Dossier:
    """Return claim N of the list, from 1.

    Raises:
        UsageError: there is no claim of that number.
    """
    if not 1 <= at <= len(brief.dossiers):
        raise UsageError(
            f"there is no claim {at}",
            hint=f"The brief has claims 1 to {len(brief.dossiers)}."
            if brief.dossiers
            else "The brief has no claims.",
        )
    return brief.dossiers[at - 1]


def opened(brief: Brief, facts: Facts, view: View) -> list[Line]:
    """Return the spans, checks and provisions of the claim that the view opens."""
    at = 1 if view.open is None else view.open
    dossier = claim_at(brief, at)
    question = dossier.question
    _, told = origins(question.origins)
    lines: list[Line] = [
        *wrap(view, [bit(view, f"Claim {at}  {facts.told[question.id]}", "bold")], view.columns),
        (bit(view, f"{question.articles:,} articles   {told}   {question.id}"),),
    ]
    for answer in question.answers:
        lines += [(), *_answer(answer, facts, view)]
    if dossier.checks:
        lines.append(())
    for check in dossier.checks:
        verdict = of_check(check)
        cell = " ".join(filter(None, (check.table, check.row, check.cell)))
        bits = [
            bit(view, f"{verdict.sign} {verdict.text}", INKS[verdict.tone]),
            bit(view, f"  {verdict.why}  "),
            bit(view, cell, "dim"),
        ]
        lines += wrap(view, bits, view.columns)
    return [*lines, *_provisions(dossier, view)]


def _answer(answer: Answer, facts: Facts, view: View) -> list[Line]:
    tail = " (withdrawn)" if answer.retracted_by else ""
    out: list[Line] = [(bit(view, f"{answer_value(answer)}{tail}", "bold"),)]
    for ref in answer.claims:
        if ref not in facts.claims:
            continue
        document, claim = facts.claims[ref]
        extraction = facts.documents[document]
        text = (extraction.document.title or "") if claim.in_ == "title" else extraction.text
        where = place(facts, document, claim)
        chain = " ← ".join(claim.chain)
        out += wrap(view, [bit(view, where, "dim")], view.columns)
        out += _indent(wrap(view, [bit(view, f"“{words_of(text, claim.span)}”")], view.columns - 3))
        if len(claim.chain) > 1:
            out += _indent(wrap(view, [bit(view, chain)], view.columns - 3))
    return out


def place(facts: Facts, document: str, claim: Claim) -> str:
    """Name the place of a claim: outlet, day, paragraph, characters."""
    extraction = facts.documents[document]
    day = (extraction.document.published or "no date")[:10]
    if claim.in_ == "title":
        return f"{facts.outlet(document)}, {day}, title, {characters(claim.span)}"
    numbers = paragraphs_of(extraction.document, claim.span)
    where = f"par. {ranges(numbers)}" if numbers else "title"
    return f"{facts.outlet(document)}, {day}, {where}, {characters(claim.span)}"


def characters(span: Spans) -> str:
    """Print the ranges of characters of a span, "72–213"."""
    return ", ".join(f"{start}–{end}" for start, end in span)


def _indent(lines: list[Line]) -> list[Line]:
    return [(Bit("   "), *line) for line in lines]


def _provisions(dossier: Dossier, view: View) -> list[Line]:
    out: list[Line] = [()] if dossier.findings or dossier.touches else []
    for finding in dossier.findings:
        missing = f"; not shown: {', '.join(finding.missing)}" if finding.missing else ""
        force = "in force" if finding.in_force else "not in force"
        on = f" on {finding.on}" if finding.on else ""
        said = f"{law.full(finding.provision)}: {law.WORDS[finding.standing]}; {force}{on}{missing}"
        out += wrap(view, [bit(view, said)], view.columns)
    for touch in dossier.touches:
        said = f"{law.full(touch.provision)}: touched; {touch.limit}"
        out += wrap(view, [bit(view, said)], view.columns)
    return out
