"""A claim as one sentence: the answer that stands, never one that was withdrawn, who and what first.

A sentence and its evidence come from the same answer, so that whatever words a claim asks here
which answer that is. A period that opens the sentence goes to its end: cut to the room of a list,
claims of one period would else all read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from firsthand.brief.values import BOUNDS, in_words, shown
from firsthand.brief.word import lower_common, sentence_case
from firsthand.corroborate.asking import period_words
from firsthand.model.brief import Dossier
from firsthand.model.question import Answer, Question

ALIKE = 40
"""Characters after which two claims that begin alike are not told apart by their readers."""
_LED_BY = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|over|under|up to|at least|"
    r"at most|as many as|more than|less than|fewer than|no fewer than)\s+)?"
)


def leading_place(question: Question) -> int:
    """Return the place of the answer that a claim's sentence gives: the first that stands.

    Where every answer was withdrawn it is the first.
    """
    standing = (n for n, a in enumerate(question.answers) if a.retracted_by is None)
    return next(standing, 0)


def leading(question: Question) -> Answer | None:
    """Return the answer that a claim's sentence gives; None for a question without answers."""
    return question.answers[leading_place(question)] if question.answers else None


def place_of(question: Question, refs: Iterable[str]) -> int:
    """Return the place of the first standing answer that one of the claims gives, else the leading.

    Args:
        refs: Claims as DOCUMENT#CLAIM.
    """
    known = set(refs)
    fits = (
        n
        for n, a in enumerate(question.answers)
        if a.retracted_by is None and not known.isdisjoint(a.claims)
    )
    return next(fits, leading_place(question))


def told(question: Question, *, at: int | None = None) -> str:
    """Return a claim as a sentence without a full stop.

    Args:
        at: Place of the answer that it gives; None: the leading one.
    """
    says = _period_last(question.says, question)
    if not question.answers:
        return says
    answer = question.answers[leading_place(question) if at is None else at]
    if isinstance(answer.value, bool):
        return says if answer.value else f"It is denied that {lower_common(says)}"
    if answer is question.answers[0] or _holds(says, answer.spelled):
        return says
    for other in question.answers:
        if other is not answer and _holds(says, other.spelled):
            found = _figure(other.spelled, led=True).search(says)
            value = f"{BOUNDS.get(answer.relation, '')}{answer.spelled}"
            return f"{says[: found.start()]}{value}{says[found.end() :]}" if found else says
    return f"{_period_last(question.ask, question).rstrip('? ')}: {_valued(answer)}"


def _holds(text: str, spelled: str) -> bool:
    return bool(spelled) and _figure(spelled).search(text) is not None


def _figure(spelled: str, *, led: bool = False) -> re.Pattern[str]:
    """Return a pattern of a value that stands by itself: 480 is not found in 312,480.

    Args:
        led: With the words before it that say how surely it is known.
    """
    before = _LED_BY if led else ""
    return re.compile(rf"(?<![\w.,]){before}{re.escape(spelled)}(?![\w]|[.,]\d)", re.IGNORECASE)


def _period_last(says: str, question: Question) -> str:
    """Return a sentence with the period that opens it moved to its end."""
    about = question.about
    words = period_words((about.start, about.end)) if about.start or about.end else ""
    if not words or not says.casefold().startswith(f"{words.casefold()} "):
        return says
    rest = says[len(words) :].lstrip(" ,")
    mark = "?" if rest.endswith("?") else ""
    return f"{sentence_case(rest.rstrip('?'))} {words}{mark}"


def told_apart(dossiers: Sequence[Dossier]) -> dict[str, str]:
    """Return each claim's sentence by its question, with its value before it where two begin alike.

    One that begins with its value is left; one about what happened begins with "Whether".
    """
    plain = {d.question.id: told(d.question) for d in dossiers}
    begins: dict[str, list[str]] = {}
    for ident, says in plain.items():
        begins.setdefault(says[:ALIKE].casefold(), []).append(ident)
    several = {ident for group in begins.values() if len(group) > 1 for ident in group}
    return {
        d.question.id: _marked(d.question, plain[d.question.id])
        if d.question.id in several
        else plain[d.question.id]
        for d in dossiers
    }


def _marked(question: Question, says: str) -> str:
    answer = leading(question)
    if answer is None:
        return says
    if isinstance(answer.value, bool):
        return f"Whether {lower_common(says)}" if answer.value else says
    if says.casefold().startswith(answer.spelled.casefold()):
        return says
    return f"{sentence_case(_valued(answer))}: {says}"


def _valued(answer: Answer) -> str:
    words = in_words(answer.value, answer.unit, answer.relation)
    return words or shown(answer.value, answer.spelled, answer.relation)
