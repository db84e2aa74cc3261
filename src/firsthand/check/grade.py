"""Proposes a grade from 1 to 6 for each question, with its reasons (NATO AJP-2.1, information).

1 confirmed by other sources; 2 probably true; 3 possibly true; 4 doubtful; 5 improbable;
6 truth cannot be judged. The grade is of what is said, never of who says it, and a person may set
another one. The rules in order:

- nothing to judge by (no origin, or none but unnamed voices and no number that was held): 6;
- every answer differs from an official table that belongs to no party, or was withdrawn: 5;
- a table or another part of the text speaks against the leading answer: 4;
- two or more effective origins without a conflict, and no number against them: 1 where a table
  agrees as well or three stand behind it, else 2;
- one origin, and a table that agrees: 2;
- one origin, or several in conflict: 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from firsthand.model.check import Check, Credibility
from firsthand.model.question import Answer, Corroboration, Origin, Question

Grade = Literal[1, 2, 3, 4, 5, 6]
_TWO, _THREE = 2.0, 3.0
_UNDER = 1e-9
_AGREES = frozenset({"agrees", "agrees-within-rounding"})
PARTY_REMARK = "another service's table"
"""What the sum of a check says where the table belongs to a party: it refutes nobody."""


def grade(
    corroboration: Corroboration, checks: Mapping[str, Sequence[Check]]
) -> dict[str, Credibility]:
    """Return the proposed grade of every question, by its id."""
    origins = {origin.id: origin for origin in corroboration.origin_list}
    return {
        question.id: grade_question(question, checks.get(question.id, ()), origins)
        for question in corroboration.questions
    }


def grade_question(
    question: Question, checks: Sequence[Check], origins: Mapping[str, Origin]
) -> Credibility:
    """Return the proposed grade of one question."""
    effective = question.origins.effective
    for_it, against = _held(checks, 0)
    why = [_origins_line(question)]
    why += _check_lines(checks)
    if _all_refuted(question, checks):
        why.append("every answer differs from an official table or was withdrawn")
        return _graded(5, why)
    if not _can_judge(question, origins, held=for_it):
        why.append("no voice that can be judged stands behind it")
        return _graded(6, why)
    if against:
        why.append("the leading answer does not hold")
        return _graded(4, why)
    if question.conflict == "differs":
        why.append("the answers conflict")
        return _graded(2 if for_it and effective >= _TWO - _UNDER else 3, why)
    if effective >= _TWO - _UNDER:
        return _graded(1 if for_it or effective >= _THREE - _UNDER else 2, why)
    return _graded(2 if for_it else 3, why)


def _graded(value: Grade, why: Sequence[str]) -> Credibility:
    return Credibility(grade=value, why=tuple(why))


def _origins_line(question: Question) -> str:
    count = question.origins
    number = (
        "cannot tell how many origins" if count.value is None else _plural(count.value, "origin")
    )
    return (
        f"{number} behind {_plural(question.articles, 'article')} (effective {count.effective:g})"
    )


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _check_lines(checks: Sequence[Check]) -> list[str]:
    held = [check for check in checks if check.verdict in _AGREES or check.verdict == "differs"]
    return [f"{check.kind} {check.verdict.replace('-', ' ')}: {check.arithmetic}" for check in held]


def _held(checks: Sequence[Check], place: int) -> tuple[bool, bool]:
    """Tell whether checks speak for and against an answer; a party's table is against nobody."""
    own = [check for check in checks if check.answer == place]
    return (
        any(check.verdict in _AGREES and check.table is not None for check in own),
        any(_refutes(check) for check in own),
    )


def _refutes(check: Check) -> bool:
    return check.verdict == "differs" and PARTY_REMARK not in check.arithmetic


def _all_refuted(question: Question, checks: Sequence[Check]) -> bool:
    return bool(question.answers) and all(
        _is_withdrawn(answer)
        or any(c.answer == at and c.table is not None and _refutes(c) for c in checks)
        for at, answer in enumerate(question.answers)
    )


def _is_withdrawn(answer: Answer) -> bool:
    return answer.retracted_by is not None


def _can_judge(question: Question, origins: Mapping[str, Origin], *, held: bool) -> bool:
    """Tell whether anything can be judged by: a named origin, or a table that agrees."""
    if held:
        return True
    if question.origins.low == 0 and question.origins.effective < 1 - _UNDER:
        return False
    named = [
        origins[name].anonymity == "named"
        for answer in question.answers for name in answer.origin_ids if name in origins
    ]  # fmt: skip
    return any(named) or not named
