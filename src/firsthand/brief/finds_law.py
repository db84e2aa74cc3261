"""Sentences on what was taken back, denied, or said under a provision; and on what a unit hides."""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.dates import short
from firsthand.brief.facts import Facts, article_ids, by_ref, checked, said_in, unique
from firsthand.brief.finds import counted, giving, made, value
from firsthand.brief.telling import place_of, told
from firsthand.brief.values import in_words
from firsthand.brief.word import (
    NOUNS,
    Purpose,
    cardinal,
    cautions,
    clause,
    count,
    listed,
    lower_common,
    scale,
    sentence_case,
    the,
)
from firsthand.model.brief import Counted, Dossier, Evidence, Sentence
from firsthand.model.claim import Number
from firsthand.model.provision import Finding
from firsthand.model.question import Answer, Question
from firsthand.model.table import Series, Value

_LIKELY = 0.55
"""Probability from which a copy without credit is said: "probably" on the scale, or more."""


def withdrawn(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say who took which value back, and how many articles still print it."""
    question = dossier.question
    at = next((n for n, a in enumerate(question.answers) if a.retracted_by), None)
    if at is None:
        return None
    answer = question.answers[at]
    by = answer.retracted_by or ""
    day = facts.articles[by].published if by in facts.articles else None
    still = still_printing(dossier, at, facts)
    when = f" on {short((day or '')[:10])}" if day else ""
    rest = "No article that is held still prints it."
    if still:
        names = listed(facts.outlets(still))
        verb = "prints" if len(still) == 1 else "print"
        rest = f"{count(len(still), 'article', capital=True)} still {verb} it: {names}."
    return made(
        "Withdrawn.",
        f"{facts.outlet(by)} took back {value(answer)}{when}. {rest}",
        evidence=said_in(facts, [answer]),
        counts=(Counted(what=f"still:{question.id}/{at}", value=len(still)),),
        question=question.id,
    )


def still_printing(dossier: Dossier, at: int, facts: Facts) -> list[str]:
    """Return the articles that give a withdrawn answer and did not take it back themselves."""
    question = dossier.question
    answer = question.answers[at]
    taken = {s.document for s in question.path if s.withdrawn}
    taken.add(answer.retracted_by or "")
    return [d for d in article_ids(facts, answer.documents) if d not in taken]


def denied(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say who denies a claim that others make."""
    question = dossier.question
    sides = {a.value: n for n, a in enumerate(question.answers) if isinstance(a.value, bool)}
    if set(sides) != {True, False}:
        return None
    yes, no = question.answers[sides[True]], question.answers[sides[False]]
    voices = [facts.origins[i].name for i in no.origin_ids if i in facts.origins]
    who = listed([the(v) for v in voices or no.speakers]) or listed(facts.outlets(no.documents))
    who += "," if ", " in who and len(voices or no.speakers) < 2 else ""
    ayes, noes = giving(facts, question, sides[True]), giving(facts, question, sides[False])
    verb = "denies" if len(voices or no.speakers) < 2 else "deny"
    says, articles = clause(told(question, at=sides[True]), 72), count(ayes.value, "article")
    return made(
        "Denied.",
        f"{says}: {articles}. {sentence_case(who)} {verb} it, in {cardinal(noes.value)}.",
        f"{says}. {sentence_case(who)} {verb} it.",
        evidence=said_in(facts, [yes, no]),
        counts=(ayes, noes),
        question=question.id,
    )


# --- provisions ----------------------------------------------------------------------------------


def breach(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say who says that a provision is broken, or which body has found it so."""
    finding = next((f for f in dossier.findings if f.standing in ("breach-stated", "found")), None)
    if finding is None:
        return None
    question = dossier.question
    names = list(dict.fromkeys(finding.speakers))
    articles = _articles(finding, dossier, facts)
    noun = _noun(names, facts, dossier)
    who = count(len(names), noun) if names else "A text"
    verb = "states" if len(names) < 2 else "state"
    lead = sentence_case(f"{who} {verb} a breach")
    if finding.standing == "found":
        lead = sentence_case(f"{who} {'has' if len(names) < 2 else 'have'} found a breach")
    by = f": {listed([the(n) for n in names])}" if names else ""
    tail = f"{count(articles, 'article', capital=True)}."
    counts = [Counted(what=f"finding:{question.id}/{finding.provision}", value=articles)]
    if names:
        counts.append(Counted(what=f"speakers:{question.id}/{finding.provision}", value=len(names)))
    body = f"of {law.full(finding.provision)}{by}"
    answer = _answer_of(question, finding.claims)
    amount = in_words(answer.value, answer.unit, answer.relation) if answer else ""
    return made(
        lead,
        f"{body}, with {amount}. {tail}"
        if amount
        else f"{body}. {_told_of(question, finding.claims, 84)}. {tail}",
        f"{body}. {tail}",
        evidence=unique([*_shown(finding, question, facts), Evidence(provision=finding.provision)]),
        counts=tuple(counts),
        question=question.id,
    )


def _noun(names: list[str], facts: Facts, dossier: Dossier) -> str:
    kinds = {v.kind for v in facts.voices(dossier.question) if v.name in names}
    return NOUNS[kinds.pop()] if len(kinds) == 1 else "voice"


def finding_documents(finding: Finding) -> list[str]:
    """Return the documents whose words a finding rests on."""
    refs = [ref.partition("#")[0] for ref in finding.claims]
    return list(dict.fromkeys([*refs, *(m.document for m in finding.matched if m.document)]))


def _articles(finding: Finding, dossier: Dossier, facts: Facts) -> int:
    return len(article_ids(facts, finding_documents(finding)))


def _answer_of(question: Question, refs: tuple[str, ...]) -> Answer | None:
    """Return the answer that the claims of a finding give; None for a question without answers."""
    return question.answers[place_of(question, refs)] if question.answers else None


def _told_of(question: Question, refs: tuple[str, ...], room: int) -> str:
    """Return the claim, cut to the room, with the value that the claims of a finding give."""
    return clause(told(question, at=place_of(question, refs)), room)


def _answer_words(question: Question, refs: tuple[str, ...], facts: Facts) -> tuple[Evidence, ...]:
    """Return the words of the answer that a sentence gives where the claims do not hold them."""
    answer = _answer_of(question, refs)
    if answer is None or not set(refs).isdisjoint(answer.claims):
        return ()
    return said_in(facts, [answer])


def _shown(finding: Finding, question: Question, facts: Facts) -> tuple[Evidence, ...]:
    matched = [
        Evidence(document=m.document, span=m.span)
        for m in finding.matched
        if m.document in facts.documents and m.span and m.document
    ]
    own = _answer_words(question, finding.claims, facts)
    return unique([*by_ref(facts, finding.claims), *matched, *own])


def alleged(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say which provision a conduct bears on if it took place, and what is not shown."""
    finding = next((f for f in dossier.findings if f.standing in ("alleged", "possible")), None)
    if finding is None or breach(dossier, facts):
        return None
    question = dossier.question
    shown = _shown(finding, question, facts)
    lead = "Conduct alleged." if finding.standing == "alleged" else "Possible, not shown."
    says = _told_of(question, finding.claims, 60)
    bears = f"{sentence_case(law.full(finding.provision))} bears on it"
    missing = f"; not shown: {listed(finding.missing, most=2)}" if finding.missing else ""
    return made(
        lead,
        f"{says}. {bears}{missing}.",
        f"{says}. {bears}.",
        evidence=unique([*shown, Evidence(provision=finding.provision)]),
        question=question.id,
    )


def touched(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say which provision a claim bears on with a limit."""
    if dossier.findings or not dossier.touches:
        return None
    touch, question = dossier.touches[0], dossier.question
    shown = [*by_ref(facts, touch.claims), *_answer_words(question, touch.claims, facts)]
    limit = touch.limit.rstrip(".")
    return made(
        "Touched, not breached.",
        f"{_told_of(question, touch.claims, 60)}: {law.full(touch.provision)}. {sentence_case(limit)}.",
        f"{_told_of(question, touch.claims, 48)} ({law.tiny(touch.provision)}). {sentence_case(limit)}.",
        evidence=unique([*shown, Evidence(provision=touch.provision)]),
        question=question.id,
    )


# --- voices and credit ---------------------------------------------------------------------------


def unnamed(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say that a claim rests on voices without a name; a paper is no voice that hides one."""
    question = dossier.question
    voices = facts.voices(question)
    if not voices or any(v.anonymity == "named" or v.kind == "document" for v in voices):
        return None
    number = question.origins
    lead = "Unnamed voices:"
    counts = list(counted(question, "articles"))
    if number.value is not None:
        lead = f"{sentence_case(cardinal(number.value))} unnamed voice{'' if number.value == 1 else 's'}:"
        counts += counted(question, "origins")
    if number.high is None:
        lead = "Unnamed voices, their number not told:"
        counts = list(counted(question, "articles"))
    tail = f"{count(question.articles, 'article', capital=True)}."
    return made(
        lead,
        f"{lower_common(clause(told(question)))}. {tail}",
        evidence=said_in(facts, question.answers),
        counts=tuple(counts),
        question=question.id,
    )


def uncredited(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say who rewrites whom without credit, in a word of the estimative scale."""
    question = dossier.question
    edges = [
        e
        for e in question.edges
        if e.kind == "rewrites-without-credit"
        and e.source in facts.documents
        and e.target in facts.documents
    ]
    edge = max(edges, key=lambda e: e.probability, default=None)
    if edge is None or edge.probability < _LIKELY:
        return None
    percent = round(edge.probability * 100)
    how = scale().adverb(percent) if percent < 100 else ""
    who, whom = facts.outlet(edge.source), facts.outlet(edge.target)
    adverb = f" {how}" if how else ""
    answers = [
        a for a in question.answers if edge.source in a.documents or edge.target in a.documents
    ]
    evidence = [e for e in said_in(facts, answers) if e.document in (edge.source, edge.target)]
    return made(
        "No credit given.",
        f"{who}{adverb} rewrites {whom}; the wording tells, the text does not.",
        evidence=tuple(evidence),
        counts=(Counted(what=f"percent:{question.id}/{edge.source}>{edge.target}", value=percent),),
        question=question.id,
    )


# --- units ---------------------------------------------------------------------------------------


def caution(dossier: Dossier, facts: Facts) -> Sentence | None:
    """Say what a unit does not count, and what the table gives for the conduct at issue."""
    question = dossier.question
    units = {a.unit for a in question.answers}
    found = next((c for c in cautions().cautions if c.unit in units), None)
    if found is None:
        return None
    answers = [a for a in question.answers if a.unit == found.unit]
    answers.sort(key=lambda a: a.retracted_by is not None)
    checks = [c for c in dossier.checks if c.table and c.cell and c.verdict.startswith("agrees")][
        :1
    ]
    witness = beside(dossier, facts)
    evidence = [*said_in(facts, answers[:1]), *checked(question, checks)]
    body, counts = found.says, tuple[Counted, ...]()
    if witness:
        purpose, table, cell = witness
        figure = cell.value or 0
        given = "none" if not figure else cell.printed
        body = f"{found.says} For {purpose.word} the table gives {given}."
        evidence.append(Evidence(table=table, cell=cell.cell))
        counts = (Counted(what=f"cell:{table}!{cell.cell}", value=int(figure)),)
    return made(
        found.lead, body, found.says, evidence=unique(evidence), counts=counts,
        question=question.id,
    )  # fmt: skip


def beside(dossier: Dossier, facts: Facts) -> tuple[Purpose, str, Value] | None:
    """Return the cell for the purpose at issue: same table, period and labels, another purpose.

    The purpose is that of the provisions: labour for a provision on labour.
    """
    subjects = {
        s for i in law.named(dossier) if (p := law.provision(i)) is not None for s in p.subject
    }
    for purpose in cautions().purposes:
        if purpose.subject not in subjects:
            continue
        labels = {label.casefold() for label in purpose.labels}
        for check in dossier.checks:
            known = facts.cells.get((check.table or "", check.cell or ""))
            if known is None:
                continue
            found = _sister(known, facts, check.table or "", labels)
            if found:
                return purpose, check.table or "", found
    return None


def _sister(
    known: tuple[Series, Value], facts: Facts, table: str, labels: set[str]
) -> Value | None:
    series, value = known
    for other in facts.table[table].series:
        if (
            other.sheet != series.sheet
            or other.unit != series.unit
            or set(other.dims) != set(series.dims)
        ):
            continue
        apart = [k for k in series.dims if series.dims[k] != other.dims[k]]
        if len(apart) == 1 and other.dims[apart[0]].strip().casefold() in labels:
            same = (v for v in other.values if v.period == value.period)
            found = next(same, None)
            if found is not None and _whole(found.value):
                return found
    return None


def _whole(figure: Number | None) -> bool:
    return figure is not None and float(figure).is_integer()


def nothing_said(facts: Facts) -> Sentence | None:
    """Say that no claim was found, where there is none."""
    documents = tuple(e.id for e in facts.extractions)
    if not documents or facts.corroboration.questions:
        return None
    return made(
        "Nothing to compare.",
        f"No claim was found in {count(len(documents), 'article')}.",
        evidence=(Evidence(absence="claims that answer a question", in_=documents),),
        counts=(Counted(what="articles", value=len(documents)),),
    )
