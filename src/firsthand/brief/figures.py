"""The figures that a sentence prints, and those that its evidence allows it to print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.brief import law
from firsthand.brief.dates import short
from firsthand.brief.facts import Facts
from firsthand.brief.values import in_words, shown, sum_of
from firsthand.brief.word import cautions, number_words
from firsthand.model.brief import Dossier, Sentence

_DIGITS = re.compile(r"\d(?:[\d.,\u202f\u00a0]{0,40}\d)?")
_WORDS = re.compile(r"\b(?:" + "|".join(number_words()) + r")\b", re.IGNORECASE)


def figures(text: str) -> set[str]:
    """Return the figures of a text: digits without their separators, number words as digits."""
    words = number_words()
    found = {_plain(m.group()) for m in _DIGITS.finditer(text)}
    return found | {str(words[m.group().casefold()]) for m in _WORDS.finditer(text)}


def _plain(digits: str) -> str:
    return re.sub(r"[,\u202f\u00a0](?=\d{3})", "", digits)


def uncovered(sentence: Sentence, facts: Facts) -> set[str]:
    """Return the figures of a sentence that neither its counts nor its evidence account for."""
    allowed = {str(c.value) for c in sentence.counts}
    for text in _sources(sentence, facts):
        allowed |= figures(text)
    return figures(sentence.sentence) - allowed


def _sources(sentence: Sentence, facts: Facts) -> Iterator[str]:
    """Yield the strings of the records from which a sentence may take a figure."""
    dossier = facts.questions.get(sentence.question or "")
    if dossier is not None:
        yield from _of_question(dossier, facts)
    yield from (c.says for c in cautions().cautions)
    for each in sentence.evidence:
        if isinstance(each.provision, str):
            yield law.full(each.provision)
        if isinstance(each.absence, str):
            yield each.absence
            yield law.full(each.absence.rpartition(" of ")[2])
        if isinstance(each.table, str) and isinstance(each.cell, str):
            yield f"{each.table} {each.cell}"
            if (each.table, each.cell) in facts.cells:
                yield facts.cells[each.table, each.cell][1].printed
        if isinstance(each.document, str):
            yield facts.outlet(each.document)


def _of_question(dossier: Dossier, facts: Facts) -> Iterator[str]:
    question = dossier.question
    yield from (question.says, question.ask, question.about.start or "", question.about.end or "")
    yield from (v.name for v in facts.voices(question))
    for answer in question.answers:
        yield answer.spelled
        yield shown(answer.value, answer.spelled, answer.relation)
        yield in_words(answer.value, answer.unit, answer.relation)
        yield from answer.speakers
        if answer.retracted_by in facts.articles:
            day = facts.articles[answer.retracted_by or ""].published or ""
            yield short(day[:10], year=True)
    yield from (sum_of(c.arithmetic) for c in dossier.checks)
    yield from (step.document for step in question.path)
    for finding in dossier.findings:
        yield from finding.missing
        yield from finding.speakers
    yield from (t.limit for t in dossier.touches)
