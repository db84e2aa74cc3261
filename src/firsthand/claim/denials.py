"""Denials that a grammar of voices can miss: "rejected as false a report that …", "denies having …"."""

from __future__ import annotations

import re

_DENY = r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disput(?:e|es|ed|ing)|contest(?:s|ed|ing)?|disavow(?:s|ed)?)"  # fmt: skip
_TALE = r"(?:report|claim|allegation|suggestion|rumou?r|accusation|charge|story|assertion|speculation|idea|notion)s?"
_BEFORE = re.compile(
    rf"\b{_DENY}\b(?:[^.;:!?]{{0,80}}?\b{_TALE})?(?:\s+(?:of|on|that|as|to|the|a|an|any|its|\w+day|having))*\s*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b{_DENY}\b(?:[^.;:!?]{{0,80}}?\b{_TALE}\s+(?:that|of)\s+|\s+(?:that\s+)?(?=(?:having|\w{{3,20}}ing)\b))",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"^\W*(?:it|that) (?:is|was) (?:not true|untrue|false|a lie|not the case|nonsense) that\s+", re.IGNORECASE
)
_LOOK = 160


def denied_before(text: str, low: int, start: int) -> bool:
    """Tell whether the words in front of a stretch deny it; `low` is where its sentence begins."""
    return _BEFORE.search(text, max(low, start - _LOOK), start) is not None


def denied_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a denial inside a stretch begins and where the words that it denies begin."""
    untrue = _UNTRUE.match(text[start:end])
    if untrue:
        return start, start + untrue.end()
    found = _WITHIN.search(text, start, end)
    return (found.start(), found.end()) if found else None
