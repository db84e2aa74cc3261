"""The word lists by which claims are grouped into questions."""

from __future__ import annotations

from functools import cache

import msgspec

from firsthand.corroborate.data_file import load
from firsthand.model.claim import Number


class QuestionWords(msgspec.Struct):
    """The lists of `data/questions.yaml`, as they stand there."""

    people: list[str]
    crossings: list[str]
    calls: list[str]
    factors: dict[str, dict[str, float]]
    near: list[list[str]]
    no_question: list[str]
    only_counted: list[str]
    reporting: list[str]
    parts: dict[str, list[str]]
    comparing: list[str]
    durations: list[str]
    nobody: list[str]


@cache
def question_words() -> QuestionWords:
    """Return the lists about units and kinds.

    Raises:
        VocabularyError: the data file has a bad entry.
    """
    return load("questions", QuestionWords)


@cache
def family(unit: str | None) -> str | None:
    """Return what units that may count the same thing share; None where no unit is told."""
    words = question_words()
    if unit is None:
        return None
    if unit in words.people:
        return "people"
    if unit in words.calls:
        return "calls"
    plain, _, per = unit.partition("/")
    factor = words.factors.get(plain)
    base = next(iter(factor)) if factor else plain
    return f"{base}/{per}" if per else base


@cache
def factor(unit: str | None) -> Number:
    """Return by what a value in `unit` is multiplied to be in the unit of its family."""
    found = question_words().factors.get((unit or "").partition("/")[0])
    return next(iter(found.values())) if found else 1


@cache
def near_kinds(one: str, other: str) -> bool:
    """Tell whether the same matter may be told under both kinds."""
    words = question_words()
    return (
        one == other
        or bool({one, other} & set(words.only_counted))
        or sorted((one, other)) in [sorted(pair) for pair in words.near]
    )
