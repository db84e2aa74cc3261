"""A claim as one row of a list: its verdict, its sum, its voices, its provisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from firsthand.brief import law
from firsthand.brief.facts import Facts, article_ids
from firsthand.brief.values import shown, sum_of
from firsthand.brief.word import listed, sentence_case
from firsthand.model.base import Record
from firsthand.model.brief import Dossier
from firsthand.model.check import Check, Verdict
from firsthand.model.question import Answer, OriginCount

Tone = Literal["good", "bad", "warn", "none"]
SIGNS: dict[Tone, str] = {"good": "✓", "bad": "✕", "warn": "○", "none": "–"}


class Number(Record, frozen=True):
    """The verdict on a number: sign and word first, then the sum.

    Args:
        text: "Holds", "Holds, rounded", "1 of 2 differs", "Not comparable", "No table" …
        why: The sum that decides, or empty.
    """

    tone: Tone
    text: str
    why: str = ""

    @property
    def sign(self) -> str:
        """The sign that stands before the word."""
        return SIGNS[self.tone]


class Row(Record, frozen=True):
    """A claim as a list prints it."""

    says: str
    via: str
    origins: str
    origin_note: str
    articles: int
    number: Number
    provisions: tuple[str, ...]
    remark: str


_OF_ONE: dict[Verdict, Number] = {
    "agrees": Number("good", "Holds"),
    "agrees-within-rounding": Number("good", "Holds, rounded"),
    "differs": Number("bad", "Differs"),
    "not-comparable": Number("none", "Not comparable"),
    "cannot-tell": Number("warn", "Cannot tell"),
}

_ORDER: tuple[Verdict, ...] = (
    "agrees", "agrees-within-rounding", "not-comparable", "cannot-tell",
)  # fmt: skip


def of_check(check: Check) -> Number:
    """Return the verdict of one check with its sum."""
    known = _OF_ONE[check.verdict]
    return Number(known.tone, known.text, sum_of(check.arithmetic))


def of_dossier(dossier: Dossier) -> Number:
    """Return one verdict for all checks of a claim."""
    if not dossier.checks:
        numeric = any(_is_number(a) for a in dossier.question.answers)
        return Number("none", "No table" if numeric else "No number")
    return of_checks(dossier.checks)


def of_checks(checks: Sequence[Check]) -> Number:
    """Return one verdict for several checks; what differs comes first."""
    off = [c for c in checks if c.verdict == "differs"]
    if off:
        one = len(checks) == 1
        text = "Differs" if one else f"{len(off)} of {len(checks)} {_differ(len(off))}"
        return Number("bad", text, sum_of(off[0].arithmetic))
    for verdict in _ORDER:
        first = next((c for c in checks if c.verdict == verdict), None)
        if first:
            rounded = any(c.verdict == "agrees-within-rounding" for c in checks)
            known = _OF_ONE[
                "agrees-within-rounding" if rounded and verdict == "agrees" else verdict
            ]
            return Number(known.tone, known.text, sum_of(first.arithmetic))
    return Number("warn", "Cannot tell")


def _differ(number: int) -> str:
    return "differs" if number == 1 else "differ"


def _is_number(answer: Answer) -> bool:
    return not isinstance(answer.value, bool | str)


def origins(told: OriginCount) -> tuple[str, str]:
    """Return the count of origins in a badge and in words: ("1", "1 origin"), ("?", …)."""
    if told.value is None:
        if told.high is None and told.low:
            return f"{told.low}+", f"{told.low} or more origins"
        if told.high:
            return "?", f"cannot tell, {told.low} to {told.high} origins"
        return "?", "cannot tell, no origin"
    words = f"{told.value} origin{'' if told.value == 1 else 's'}"
    if told.high is None:
        return f"{told.value}+", f"{words} or more"
    if told.high > told.value:
        return str(told.value), f"{words}, at most {told.high}"
    return str(told.value), words


def row(dossier: Dossier, facts: Facts) -> Row:
    """Return a claim as a row."""
    question = dossier.question
    badge, words = origins(question.origins)
    return Row(
        says=facts.told[question.id],
        via=voices(dossier, facts),
        origins=badge,
        origin_note=words,
        articles=question.articles,
        number=of_dossier(dossier),
        provisions=law.named(dossier),
        remark=sentence_case(law.remark(dossier)),
    )


def voices(dossier: Dossier, facts: Facts) -> str:
    """Name the ends of the chains, with the outlet through which an unheld one is known."""
    question = dossier.question
    names = []
    for origin in facts.voices(question):
        named = origin.anonymity == "named" or origin.kind == "document"
        names.append(origin.name if named else f"{origin.name}, unnamed")
    if not names:
        return "No voice with access of its own"
    held = any(v.held for v in facts.voices(question))
    outlets = facts.outlets(article_ids(facts, (d for a in question.answers for d in a.documents)))
    if len(names) == 1 and not held and len(outlets) == 1 and outlets[0] != names[0]:
        return sentence_case(f"{names[0]}, through {outlets[0]}")
    return sentence_case(listed(names, told=True))


def answer_value(answer: Answer) -> str:
    """Return the value of an answer as a list prints it."""
    if isinstance(answer.value, bool):
        return "Yes" if answer.value else "No"
    return shown(answer.value, answer.spelled, answer.relation)
