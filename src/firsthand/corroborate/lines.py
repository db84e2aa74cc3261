"""A case as lines: one an article, one a question (`firsthand corroborate --format lines`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firsthand.model.question import Answer, Corroboration, OriginCount, Question

EVENT, LATE = "event", 10**9
WIDEST = 2
"""How far above `low` the upper end is put where no number can be given."""


def lines(found: Corroboration) -> Iterator[dict[str, Any]]:
    """Yield a line for each article, in order of publication, then one for each question that has one.

    An article stands under the question that its first counted claim answers; `origins` are those of its
    values there, and of its echo group where it gives none. A count is in numbers: the middle of
    its ends where the value cannot be told.
    """
    main, sources = _main_questions(found), _sources(found)
    for article in found.article_list:
        question = main.get(article.document)
        yield {
            "article": article.document,
            "question_or_story": question.id if question else None,
            "group": article.group or article.document,
            "derived_from": sources.get(article.document, []),
            "origins": _origins(question, article.document) or [article.group or article.document],
        }
    for question in found.questions:
        if any(question is told for told in main.values()):
            yield {"question_or_story": question.id, "count": in_numbers(question.origins)}


def in_numbers(count: OriginCount) -> dict[str, float]:
    """Return a count with a number at each place, low <= value <= high."""
    high = count.high if count.high is not None else max(count.low, count.value or 0) + WIDEST
    value = count.value if count.value is not None else (count.low + high) / 2
    return {"value": value, "low": count.low, "high": max(high, value)}


def _main_questions(found: Corroboration) -> dict[str, Question]:
    ranked: dict[str, list[tuple[tuple[bool, int, int, str], Question]]] = {}
    for question in found.questions:
        event = question.about.measure == EVENT
        for answer in question.answers:
            places = dict(_claim_places(answer))
            for document in answer.documents:
                rank = (event, places.get(document, LATE), -question.articles, question.id)
                ranked.setdefault(document, []).append((rank, question))
    return {document: min(own, key=lambda r: r[0])[1] for document, own in ranked.items()}


def _claim_places(answer: Answer) -> Iterator[tuple[str, int]]:
    """Yield in which place among its document's claims each one stands, the last ones first."""
    for claim in reversed(answer.claims):
        document, _, ident = claim.rpartition("#")
        digits = "".join(c for c in ident if c.isdigit())
        yield document, int(digits) if digits else LATE


def _sources(found: Corroboration) -> dict[str, list[str]]:
    """Return for each article the held ones from which it drew, the surest first."""
    held = {a.document for a in found.article_list}
    told: dict[str, dict[str, float]] = {}
    for edge in found.edges:
        if edge.source in held and edge.target in held and edge.kind != "corrects":
            known = told.setdefault(edge.source, {})
            known[edge.target] = max(known.get(edge.target, 0.0), edge.probability)
    return {a: sorted(up, key=lambda t: (-up[t], t)) for a, up in told.items()}


def _origins(question: Question | None, document: str) -> list[str]:
    steps = question.path if question else ()
    return sorted({s.origin for s in steps if s.document == document and s.origin})
