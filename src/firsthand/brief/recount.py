"""Counts again what a sentence says that it counted, from the records and by another way.

The makers of sentences count while they word; here each name of a count is read and counted afresh,
so that a slip of the one is caught by the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from firsthand.brief.facts import Facts
from firsthand.model.brief import Dossier
from firsthand.model.question import Answer


def recount(what: str, facts: Facts) -> tuple[int, frozenset[str]]:
    """Return a count and the documents that were counted (empty where none need be listed).

    Raises:
        KeyError: the count names a question, an answer, a cell or a kind that is not there.
    """
    kind, _, rest = what.partition(":")
    if not rest:
        return _of_case(kind, facts), frozenset()
    if kind == "cell":
        return _cell(rest, facts), frozenset()
    ident, _, detail = rest.partition("/")
    dossier = facts.questions[ident]
    if kind in _DOCUMENTS:
        found = frozenset(_article(facts, d) for d in _DOCUMENTS[kind](dossier, detail))
        return len(found), found
    return _NUMBERS[kind](dossier, detail, facts), frozenset()


def _article(facts: Facts, document: str) -> str:
    return facts.articles[document].document if document in facts.articles else document


def _of_case(kind: str, facts: Facts) -> int:
    case = facts.corroboration
    full = [a for a in case.article_list if a.reading == "full"]
    if kind == "articles":
        return len({a.document for a in full})
    if kind == "outlets":
        return _titles(facts, (a.document for a in full))
    if kind == "publishers":
        return _houses(facts, (a.document for a in full))
    if kind == "origins":
        return case.origins.value or 0
    raise KeyError(kind)


def _titles(facts: Facts, documents: Iterable[str]) -> int:
    return len({facts.imprints[d].outlet if d in facts.imprints else d for d in documents})


def _houses(facts: Facts, documents: Iterable[str]) -> int:
    return len({facts.imprints[d].house if d in facts.imprints else d for d in documents})


def _cell(rest: str, facts: Facts) -> int:
    table, _, cell = rest.partition("!")
    value = facts.cells[table, cell][1].value
    if value is None or not float(value).is_integer():
        raise KeyError(rest)
    return int(value)


# --- counts of articles --------------------------------------------------------------------------


def _all(dossier: Dossier, _detail: str) -> set[str]:
    return {d for a in dossier.question.answers for d in a.documents}


def _answer(dossier: Dossier, detail: str) -> Answer:
    answers = dossier.question.answers
    if not detail.isdigit() or int(detail) >= len(answers):
        raise KeyError(detail)
    return answers[int(detail)]


def _giving(dossier: Dossier, detail: str) -> set[str]:
    return set(_answer(dossier, detail).documents)


def _still(dossier: Dossier, detail: str) -> set[str]:
    answer = _answer(dossier, detail)
    if answer.retracted_by is None:
        raise KeyError(detail)
    withdrew = {s.document for s in dossier.question.path if s.withdrawn}
    return set(answer.documents) - withdrew - {answer.retracted_by}


def _copies(dossier: Dossier, _detail: str) -> set[str]:
    """Articles whose value differs from the first that stands, though its origins are the same."""
    answers = dossier.question.answers
    first = next(a for a in answers if a.retracted_by is None)
    changed = {s.spelled for s in dossier.question.path if s.changed and not s.withdrawn}
    fits = {c.answer for c in dossier.checks if c.verdict.startswith("agrees")}
    return {
        document
        for n, answer in enumerate(answers)
        if answer is not first
        and answer.retracted_by is None
        and n not in fits
        and answer.spelled in changed
        and sorted(set(answer.origin_ids)) == sorted(set(first.origin_ids))
        for document in answer.documents
    }


def _finding(dossier: Dossier, detail: str) -> set[str]:
    finding = next((f for f in dossier.findings if f.provision == detail), None)
    if finding is None:
        raise KeyError(detail)
    told = {ref.split("#", 1)[0] for ref in finding.claims}
    return told | {m.document for m in finding.matched if m.document}


_DOCUMENTS: dict[str, Callable[[Dossier, str], set[str]]] = {
    "articles": _all,
    "answer": _giving,
    "still": _still,
    "copies": _copies,
    "finding": _finding,
}


# --- other counts --------------------------------------------------------------------------------


def _origins(dossier: Dossier, _detail: str, _facts: Facts) -> int:
    told = dossier.question.origins
    value = told.value or 0
    within = told.low <= value and (told.high is None or value <= told.high)
    if told.value is not None and not within:
        raise KeyError("origins outside their own low and high")
    return value


def _high(dossier: Dossier, _detail: str, _facts: Facts) -> int:
    if dossier.question.origins.high is None:
        raise KeyError("no upper number")
    return dossier.question.origins.high


def _outlets(dossier: Dossier, detail: str, facts: Facts) -> int:
    return _titles(facts, (_article(facts, d) for d in _all(dossier, detail)))


def _publishers(dossier: Dossier, detail: str, facts: Facts) -> int:
    return _houses(facts, (_article(facts, d) for d in _all(dossier, detail)))


def _voices(dossier: Dossier, _detail: str, facts: Facts) -> int:
    return len(_by_origin(dossier, facts))


def _values(dossier: Dossier, _detail: str, facts: Facts) -> int:
    return len({answer.value for answer in _by_origin(dossier, facts).values()})


def _by_origin(dossier: Dossier, facts: Facts) -> dict[str, Answer]:
    out: dict[str, Answer] = {}
    for answer in reversed(dossier.question.answers):
        if answer.retracted_by is None and not isinstance(answer.value, bool):
            out.update({i: answer for i in answer.origin_ids if i in facts.origins})
    return out


def _differs(dossier: Dossier, _detail: str, _facts: Facts) -> int:
    return [c.verdict for c in dossier.checks].count("differs")


def _holds(dossier: Dossier, _detail: str, _facts: Facts) -> int:
    good = ("agrees", "agrees-within-rounding")
    return sum(c.verdict in good and c.table is not None for c in dossier.checks)


def _speakers(dossier: Dossier, detail: str, _facts: Facts) -> int:
    return len({s for f in dossier.findings if f.provision == detail for s in f.speakers})


def _percent(dossier: Dossier, detail: str, _facts: Facts) -> int:
    source, _, target = detail.partition(">")
    for edge in dossier.question.edges:
        if (edge.source, edge.target, edge.kind) == (source, target, "rewrites-without-credit"):
            return round(100 * edge.probability)
    raise KeyError(detail)


_NUMBERS: dict[str, Callable[[Dossier, str, Facts], int]] = {
    "origins": _origins,
    "high": _high,
    "outlets": _outlets,
    "publishers": _publishers,
    "voices": _voices,
    "values": _values,
    "differs": _differs,
    "holds": _holds,
    "speakers": _speakers,
    "percent": _percent,
}
