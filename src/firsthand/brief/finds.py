"""Sentences on whose word a claim stands and whether its numbers hold, each with its evidence.

A maker takes one dossier and returns a sentence, or None where there is nothing of its kind to say.
Whatever it counts stands in `counts`, for the gate to count again.
"""

from __future__ import annotations

import re

from firsthand.brief.facts import Facts, article_ids, by_ref, checked, live, said_in, unique
from firsthand.brief.telling import leading_place, told
from firsthand.brief.values import shown, sum_of
from firsthand.brief.word import NOUNS, cardinal, clause, count, listed, sentence_case, the
from firsthand.model.brief import Counted, Dossier, Evidence, Sentence
from firsthand.model.check import Check
from firsthand.model.question import Answer, Question
from firsthand.model.span import Spans, covers

_LINE = 136
"""Characters of a sentence that stand in two lines beside the four numbers."""


def made(
    lead: str,
    *bodies: str,
    evidence: tuple[Evidence, ...],
    counts: tuple[Counted, ...] = (),
    question: str | None = None,
) -> Sentence | None:
    """Return a sentence with the longest of its bodies that stands in two lines.

    Without evidence there is no sentence.
    """
    if not evidence:
        return None
    bodies = tuple(whole(b) for b in bodies)
    body = next((b for b in bodies if len(lead) + len(b) < _LINE), bodies[-1])
    text = f"{lead} {body}".strip()
    return Sentence(sentence=text, lead=lead, evidence=evidence, counts=counts, question=question)


_AFTER_CUT = re.compile(r"…[;.](?:\s+(\w))?")


def whole(body: str) -> str:
    """Return a body in which a cut ends its sentence: after "…" stands no other mark."""
    return _AFTER_CUT.sub(lambda m: f"… {m[1].upper()}" if m[1] else "…", body)


def counted(question: Question, *what: str) -> tuple[Counted, ...]:
    """Return counts of a question: articles, outlets, publishers or origins."""
    values = {
        "articles": question.articles,
        "outlets": question.outlets,
        "publishers": question.publishers,
        "origins": question.origins.value or 0,
    }
    return tuple(Counted(what=f"{w}:{question.id}", value=values[w]) for w in what)


def giving(facts: Facts, question: Question, at: int) -> Counted:
    """Return the count of articles that give one answer."""
    articles = article_ids(facts, question.answers[at].documents)
    return Counted(what=f"answer:{question.id}/{at}", value=len(articles))


def answer_checks(dossier: Dossier, at: int) -> tuple[Check, ...]:
    """Return the checks of one answer."""
    return tuple(c for c in dossier.checks if c.answer == at)


# --- on whose word -------------------------------------------------------------------------------


def origins(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say how many origins stand behind a claim, and which."""
    question = dossier.question
    names = [the(v.name) for v in facts.voices(question)]
    number = question.origins
    # The standing answers come first; the articles of a withdrawn one are counted and listed too.
    answers = sorted(question.answers, key=lambda a: a.retracted_by is not None)
    evidence = unique([*said_in(facts, answers), *_credits(facts, question), *_held(dossier)])
    counts = counted(question, "articles", "origins")
    if number.high is not None and number.high > (number.value or 0):
        counts = (*counts, Counted(what=f"high:{question.id}", value=number.high))
    says = _who_says(dossier, facts)
    # Where only a denial has a voice, nobody is told for the claim itself.
    ends = question.answers[leading_place(question)].origin_ids if question.answers else ()
    if number.value is None or not names or not any(i in facts.origins for i in ends):
        body = f"{says}; no voice with access of its own is told."
        return made(
            "Cannot tell.", body, evidence=evidence, counts=says_counts(dossier, facts),
            question=question.id,
        )  # fmt: skip
    lead = f"{sentence_case(count(number.value, 'origin'))}{_range(question)}."
    rest = (
        f"All rest on {listed(names)}."
        if question.articles > 1
        else f"It rests on {listed(names)}."
    )
    if number.value > 1:
        rest = f"They rest on {listed(names)}."
    through = _through(facts, question)
    longer = [f"{says}. {rest[:-1]}, {through}."] if through else []
    bodies = [*longer, f"{says}. {rest}"]
    return made(
        lead, *bodies, evidence=evidence, counts=(*counts, *says_counts(dossier, facts)),
        question=question.id,
    )  # fmt: skip


def _range(question: Question) -> str:
    """Say the low and the high of a count of origins where they are not its value."""
    number = question.origins
    if number.high is None:
        return " or more"
    if number.value is not None and number.high > number.value:
        return f", at most {cardinal(number.high)}"
    return ""


def _who_says(dossier: Dossier, facts: Facts) -> str:
    """Return the claim with the articles that make it: "…: six of eight articles"."""
    question = dossier.question
    says = clause(told(question))
    at = leading_place(question)
    mine = giving(facts, question, at).value
    if mine < question.articles:
        return f"{says}: {cardinal(mine)} of {count(question.articles, 'article')}"
    return f"{says}: {count(question.articles, 'article')}"


def says_counts(dossier: Dossier, facts: Facts) -> tuple[Counted, ...]:
    """Return the counts that `_who_says` prints."""
    question = dossier.question
    mine = giving(facts, question, leading_place(question))
    return (*counted(question, "articles"), mine)


def _credits(facts: Facts, question: Question) -> list[Evidence]:
    """Return the words that give the credit or the access, where no claim's words hold them."""
    claims: dict[str, list[Spans]] = {}
    for ref in (r for a in question.answers for r in a.claims):
        if ref in facts.claims:
            document, claim = facts.claims[ref]
            claims.setdefault(document, []).append(claim.span)
    return [
        Evidence(document=s.document, span=s.span)
        for s in question.path
        if s.span
        and s.document in facts.documents
        and not any(covers(outer, s.span) for outer in claims.get(s.document, ()))
    ]


def _held(dossier: Dossier) -> tuple[Evidence, ...]:
    """Return the checks and cells of the answer that the claim's sentence gives."""
    return checked(dossier.question, answer_checks(dossier, leading_place(dossier.question)))


def _through(facts: Facts, question: Question) -> str:
    """Name the copies between the articles and the origin that are not held."""
    named = [s.document for s in question.path if s.document not in facts.articles]
    known = [n for n in dict.fromkeys(named) if n not in facts.origins]
    return f"through {listed(known)}" if known else ""


# --- whether the numbers hold --------------------------------------------------------------------


def miscopied(dossier: Dossier) -> list[tuple[int, Answer]]:
    """Return the answers that changed on the way from the origin of the leading one.

    A value that agrees with the table, be it within rounding, did not change.
    """
    question = dossier.question
    right = leading_place(question)
    if not question.answers:
        return []
    true = question.answers[right]
    changed = {s.spelled for s in question.path if s.changed and not s.withdrawn}
    wrong = [
        (n, a)
        for n, a in live(question)
        if n != right and set(a.origin_ids) == set(true.origin_ids) and a.spelled in changed
    ]
    return [(n, a) for n, a in wrong if not _agrees(dossier, n)]


def _agrees(dossier: Dossier, at: int) -> bool:
    return any(c.verdict.startswith("agrees") for c in answer_checks(dossier, at))


def copies(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say which copies of one origin print another value than it has."""
    question, wrong = dossier.question, miscopied(dossier)
    if not wrong:
        return None
    right = leading_place(question)
    true = question.answers[right]
    documents = article_ids(facts, (d for _, a in wrong for d in a.documents))
    agree = any(c.table for c in answer_checks(dossier, right)) and _agrees(dossier, right)
    as_table = ", as the table does" if agree else ""
    mine = giving(facts, question, right)
    first = f"{sentence_case(cardinal(mine.value))} {_prints(mine.value)} {value(true)}{as_table}."
    others = []
    for _, answer in wrong:
        names = listed(facts.outlets(answer.documents))
        others.append(f"{names} {_prints(len(answer.documents))} {value(answer)}")
    checks = [c for n in (right, *(n for n, _ in wrong)) for c in answer_checks(dossier, n)]
    said = said_in(facts, [true, *(a for _, a in wrong)])
    verb = "differs" if len(documents) == 1 else "differ"
    return made(
        f"{sentence_case(count(len(documents), 'copy'))} {verb}.",
        f"{_subject(dossier, facts)}{first} {'; '.join(others)}.",
        f"{first} {'; '.join(others)}.",
        evidence=unique([*said, *checked(question, checks)]),
        counts=(
            Counted(what=f"copies:{question.id}", value=len(documents)),
            mine,
            *(giving(facts, question, n) for n, _ in wrong),
        ),
        question=question.id,
    )


def _subject(dossier: Dossier, facts: Facts) -> str:
    """Return the claim in front of a sentence that would not name it; the first one was named."""
    first = dossier.question.id == facts.first
    return "" if first else f"{clause(told(dossier.question), 60)}. "


def _prints(number: int) -> str:
    return "prints" if number == 1 else "print"


def value(answer: Answer) -> str:
    """Return an answer's value as a sentence prints it."""
    return shown(answer.value, answer.spelled, answer.relation)


def parted(dossier: Dossier, facts: Facts) -> dict[str, Answer]:
    """Return the answer of each origin by its id where their values part; else nothing."""
    question = dossier.question
    by: dict[str, Answer] = {}
    for _, answer in live(question):
        for ident in answer.origin_ids:
            if ident in facts.origins and not isinstance(answer.value, bool):
                by.setdefault(ident, answer)
    apart = len({a.value for a in by.values()}) > 1
    return by if apart and question.conflict == "differs" else {}


def values(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say which origins give which values, where they part."""
    question, by = dossier.question, parted(dossier, facts)
    if not by:
        return None
    given_values = {a.value for a in by.values()}
    nouns = {NOUNS[facts.origins[i].kind] for i in by}
    noun = nouns.pop() if len(nouns) == 1 else "origin"
    first, *others = by
    others = [i for i in others if by[i].value != by[first].value]
    given = [f"{the(facts.origins[i].name)} {value(by[i])}" for i in others]
    rest = listed([value(by[i]) for i in others], most=4)
    at = question.answers.index(by[first])
    says, who = clause(told(question, at=at), 80), the(facts.origins[first].name)
    return made(
        sentence_case(f"{count(len(by), noun)}, {count(len(given_values), 'value')}."),
        f"{says}, says {who}; {listed(given)}.",
        f"{says}; {'another gives' if len(others) == 1 else 'others give'} {rest}.",
        evidence=said_in(facts, by.values()),
        counts=(
            Counted(what=f"voices:{question.id}", value=len(by)),
            Counted(what=f"values:{question.id}", value=len(given_values)),
        ),
        question=question.id,
    )


def differs(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say which number does not hold, with the sum."""
    off = [c for c in dossier.checks if c.verdict == "differs"]
    if not off:
        return None
    several = f"{count(len(off), 'number', capital=True)} differ."
    lead = "A number differs." if len(off) == 1 else several
    return _sum(dossier, facts, off, lead=lead, what="differs")


def holds(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say that the numbers of a claim hold against a table, with one sum."""
    good = [c for c in dossier.checks if c.verdict.startswith("agrees") and c.table]
    if not good or any(c.verdict == "differs" for c in dossier.checks):
        return None
    several = f"{count(len(good), 'number', capital=True)} hold."
    lead = "The number holds." if len(good) == 1 else several
    # A sum tells more than that a value is the table's own.
    good.sort(key=lambda c: c.kind == "value")
    return _sum(dossier, facts, good, lead=lead, what="holds")


def _sum(
    dossier: Dossier, facts: Facts, checks: list[Check], *, lead: str, what: str
) -> Sentence | None:
    """Return a sentence with the sum of the first check and the evidence of all of them."""
    question, first = dossier.question, checks[0]
    places = {c.answer for c in checks if c.answer is not None}
    answers = [a for n, a in enumerate(question.answers) if n in places]
    refs = (ref for check in checks for ref in check.claims)
    where = ", ".join(filter(None, (first.table, first.cell)))
    sums = sum_of(first.arithmetic) + (f" ({where})" if where else "")
    said = [*said_in(facts, answers), *by_ref(facts, refs)]
    says = clause(told(question), 60)
    if first.answer not in (None, leading_place(question)) and answers:
        given = question.answers[first.answer or 0]
        verb = _prints(len(given.documents))
        who = listed(facts.outlets(given.documents))
        says = f"{_subject(dossier, facts)}{who} {verb} {value(given)}"
    return made(
        lead,
        f"{says}: {sums}.",
        f"{sums}.",
        evidence=unique([*said, *checked(question, checks)]),
        counts=(Counted(what=f"{what}:{question.id}", value=len(checks)),),
        question=question.id,
    )
