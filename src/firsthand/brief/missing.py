"""What is missing: what would have to be held before more could be said, each gap searched for."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.brief import law
from firsthand.brief.facts import Facts, article_ids
from firsthand.brief.word import cautions, listed, sentence_case, the
from firsthand.model.brief import Dossier, Evidence, Sentence
from firsthand.model.question import Origin

MOST = 6
"""Gaps that a brief names."""
RELAYS = ("news-agency", "news-outlet")
REPORT, TABLE, WORDS, UNIT, ELEMENT = (
    "report of ", "table of ", "own words of ", "unit ", "element ",
)  # fmt: skip
"""What an absence looks for; the gate reads these words and looks again."""


def missing(leading: tuple[Dossier, ...], facts: Facts) -> tuple[Sentence, ...]:
    """Return the gaps of the leading claims, those of the first claim first, each once."""
    found: dict[str, Sentence] = {}
    makers = (_reports, _tables, _units, _elements, _own_words)
    rounds = [list(maker(d, facts)) for d in leading for maker in makers]
    for gap in (g for each in rounds for g in each):
        found.setdefault(gap.sentence.casefold(), gap)
    return tuple(sorted(found.values(), key=_order)[:MOST])


def _order(sentence: Sentence) -> int:
    told = sentence.evidence[0].absence
    kinds = (UNIT, REPORT, TABLE, ELEMENT, WORDS)
    return next((n for n, k in enumerate(kinds) if isinstance(told, str) and told.startswith(k)), 9)


def _gap(text: str, looked_for: str, facts: Facts, question: str) -> Sentence:
    return Sentence(
        sentence=sentence_case(text),
        evidence=(Evidence(absence=looked_for, in_=tuple(e.id for e in facts.extractions)),),
        question=question,
    )


def _reports(dossier: Dossier, facts: Facts) -> Iterator[Sentence]:
    """Reports that the articles name and that are not held."""
    for name in named_reports(dossier, facts):
        yield _gap(f"The report of {the(name)}", REPORT + name, facts, dossier.question.id)


def named_reports(dossier: Dossier, facts: Facts) -> list[str]:
    """Return agencies and outlets on the way to the origins whose reports are not held."""
    held = {facts.outlet(d).casefold() for d in facts.documents}
    names = [s.document for s in dossier.question.path if s.document not in facts.articles]
    for answer in dossier.question.answers:
        for ref in answer.claims:
            if ref not in facts.claims:
                continue
            document, claim = facts.claims[ref]
            by_id = {a.id: a for a in facts.documents[document].attributions}
            speakers = [by_id[i].speaker for i in claim.via if i in by_id]
            names += [s.name for s in speakers if s.kind in RELAYS and s.name]
    known = held | {v.name.casefold() for v in facts.voices(dossier.question)}
    told = [n for n in dict.fromkeys(names) if n.casefold() not in known]
    return [n for n in told if n not in facts.origins]


def _origins(dossier: Dossier, facts: Facts) -> list[Origin]:
    return [v for v in facts.voices(dossier.question) if v.held is None]


def _tables(dossier: Dossier, facts: Facts) -> Iterator[Sentence]:
    """Tables and registers on which the articles rest and that are not held."""
    for origin in _origins(dossier, facts):
        if origin.kind in ("statistics-office", "document") and origin.anonymity == "named":
            what = "The table of " if origin.kind == "statistics-office" else ""
            text = f"{what}{the(origin.name)}{'' if what else ' itself'}"
            yield _gap(text, TABLE + origin.name, facts, dossier.question.id)


def _own_words(dossier: Dossier, facts: Facts) -> Iterator[Sentence]:
    """Voices that are heard through one outlet only."""
    for origin in _origins(dossier, facts):
        if origin.kind in ("statistics-office", "document") or origin.anonymity != "named":
            continue
        answers = [a for a in dossier.question.answers if origin.id in a.origin_ids]
        outlets = facts.outlets(article_ids(facts, (d for a in answers for d in a.documents)))
        if len(outlets) == 1:
            text = f"The words of {the(origin.name)}; held only through {outlets[0]}"
            yield _gap(text, WORDS + origin.name, facts, dossier.question.id)


def _units(dossier: Dossier, facts: Facts) -> Iterator[Sentence]:
    """What the unit of the claim does not tell, where nothing held tells it."""
    units = {a.unit for a in dossier.question.answers}
    about = dossier.question.about
    year = about.start[:4] if about.start and about.end and about.start[:4] == about.end[:4] else ""
    for each in cautions().cautions:
        if each.unit not in units:
            continue
        for lack in each.lacks:
            if not has_unit(facts, lack.unit):
                gap = lack.gap.replace("{period}", f" in {year}" if year else "")
                yield _gap(gap, UNIT + lack.unit, facts, dossier.question.id)


def has_unit(facts: Facts, unit: str) -> bool:
    """Tell whether a table or an answer about the same matter is in this unit."""
    in_tables = any(s.unit == unit for t in facts.tables for s in t.series)
    crossing = {"border-crossing"} if unit == "persons" else set[str]()
    return in_tables or any(
        a.unit == unit
        for d in facts.dossiers
        if not crossing or d.question.kind in crossing
        for a in d.question.answers
    )


def _elements(dossier: Dossier, facts: Facts) -> Iterator[Sentence]:
    """Elements of provisions that no words show."""
    for finding in dossier.findings:
        if finding.missing:
            text = f"Not shown for {law.full(finding.provision)}: {listed(finding.missing, most=3)}"
            looked = f"{ELEMENT}{finding.missing[0]} of {finding.provision}"
            yield _gap(text, looked, facts, dossier.question.id)
