"""Which claims lead a brief, by the rule that is printed under their list.

A claim comes in for each of six reasons; the one with most reasons stands first. Among equals the
reason that stands earlier in the rule decides, then the strongest standing of a provision, the
number of articles, whether a number was held against a table, whether an origin is known, and the
day of the first article. Where no claim has a reason, those with a number lead, at most three.
"""

from __future__ import annotations

import msgspec

from firsthand.brief.facts import Facts, asked
from firsthand.brief.law import strongest
from firsthand.brief.word import cardinal
from firsthand.model.brief import Dossier
from firsthand.provisions.records import STANDINGS

TOUCHES = "touches a provision"
DIFFERS = "a number differs"
CONFLICT = "answers conflict"
ECHO = "many articles on one origin"
DENIED = "denied"
WITHDRAWN = "withdrawn"
REASONS = (TOUCHES, DIFFERS, CONFLICT, ECHO, DENIED, WITHDRAWN)
_RULE = (
    "At most {most}. A claim comes in for each of these: it touches a provision; a number differs; "
    "answers conflict; many articles rest on one origin; it is denied; it was withdrawn. Most "
    "reasons first."
)
_NO_REASON = "None of the claims has one of these reasons: those with a number stand here."
_MANY = 2
"""Articles from which an origin counts as echoed."""
_WITHOUT_REASON = 3


def printed_rule(most: int, *, reasons: bool) -> str:
    """Return the rule as it is printed under the list of claims.

    Args:
        most: Claims that lead, at most.
        reasons: A claim leads for a reason, or none leads at all.
    """
    rule = _RULE.format(most=cardinal(most))
    return rule if reasons else f"{rule} {_NO_REASON}"


def reasons(dossier: Dossier) -> tuple[str, ...]:
    """Return the reasons for which a claim leads, in the order of the rule."""
    question = dossier.question
    answers = question.answers
    told = {a.value for a in answers if isinstance(a.value, bool)}
    found = {
        TOUCHES: bool(dossier.findings or dossier.touches),
        DIFFERS: any(c.verdict == "differs" for c in dossier.checks),
        CONFLICT: question.conflict == "differs",
        ECHO: question.articles >= _MANY and question.origins.value == 1,
        DENIED: told == {True, False},
        WITHDRAWN: any(a.retracted_by for a in answers) or any(s.withdrawn for s in question.path),
    }
    return tuple(name for name in REASONS if found[name])


def select(
    dossiers: tuple[Dossier, ...], facts: Facts, *, about: str | None = None, most: int = 12
) -> tuple[tuple[Dossier, ...], int]:
    """Return all dossiers, the leading ones first and with their reasons, and how many lead.

    Args:
        dossiers: One for each question, in any order.
        facts: The case.
        about: Only claims that hold all of these words lead.
        most: At most so many lead.
    """
    given = [
        msgspec.structs.replace(d, question=msgspec.structs.replace(d.question, reasons=reasons(d)))
        for d in dossiers
    ]
    given.sort(key=lambda d: _rank(d, facts))
    wanted = [d for d in given if about is None or _is_about(d, about)]
    leading = [d for d in wanted if d.question.reasons][:most]
    if not leading:
        numbers = [d for d in wanted if any(_is_number(a.value) for a in d.question.answers)]
        leading = (numbers or wanted)[: min(most, _WITHOUT_REASON)]
    names = {d.question.id for d in leading}
    rest = [d for d in given if d.question.id not in names]
    return (*leading, *rest), len(leading)


def _rank(dossier: Dossier, facts: Facts) -> tuple[object, ...]:
    question = dossier.question
    days = [facts.articles[d].published or "9" for d in asked(question) if d in facts.articles]
    standing = strongest(dossier)
    return (
        -len(question.reasons),
        tuple(REASONS.index(r) for r in question.reasons),
        -STANDINGS.index(standing) if standing else 1,
        -question.articles,
        not dossier.checks,
        question.origins.value is None,
        min(days, default="9"),
        question.id,
    )


def _is_about(dossier: Dossier, text: str) -> bool:
    question = dossier.question
    told = " ".join(
        [
            question.ask,
            question.says,
            question.kind,
            *question.about.topic,
            *question.about.parties,
            *(s for a in question.answers for s in a.speakers),
            *(f.provision for f in dossier.findings),
            *(t.provision for t in dossier.touches),
        ]
    ).casefold()
    return all(word in told for word in text.casefold().split())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | tuple) and not isinstance(value, bool)
