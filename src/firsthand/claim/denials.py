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
    r"^\W*(?:it|that) (?:is|was) (?:not true|untrue|false|a lie|not the case|nonsense) that\s+",
    re.IGNORECASE,
)
_FOREIGN = {
    "de": re.compile(
        r"\b(?:bestritt(?:en)?|bestreite[nt]|dementiert(?:e|en)?|leugnet(?:e|en)?|verneint(?:e|en)?|wies(?:en)? .{0,60}? zurück|widersprach(?:en)?|als (?:falsch|unwahr|erfunden) .{0,40})\b[^.;:!?]{0,60}$",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:опроверг\w{0,4}|отрица(?:ет|ют|л|ла|ли)|отверг\w{0,4}|назвал\w? (?:ложью|фейком|неправдой))\b[^.;:!?]{0,60}$",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:спростува\w{1,4}|запереч\w{1,5}|відкину\w{1,3})\b[^.;:!?]{0,60}$", re.IGNORECASE
    ),
}
_FOREIGN_WITHIN = {
    "de": re.compile(r"\b(?:bestritt(?:en)?|bestreite[nt]|dementiert(?:e|en)?|leugnet(?:e|en)?)\b[^.;:!?]{0,60}?\bdass\s+", re.IGNORECASE),
    "ru": re.compile(r"\b(?:опроверг\w{0,4}|отрица(?:ет|ют|л|ла|ли)|отверг\w{0,4})\b[^.;:!?]{0,60}?\bчто\s+", re.IGNORECASE),
    "uk": re.compile(r"\b(?:спростува\w{1,4}|запереч\w{1,5})\b[^.;:!?]{0,60}?\bщо\s+", re.IGNORECASE),
}  # fmt: skip
_LOOK = 160


def denied_before(text: str, low: int, start: int, language: str = "en") -> bool:
    """Tell whether the words in front of a stretch deny it; `low` is where its sentence begins."""
    if language != "en":
        pattern = _FOREIGN.get(language)
        return (
            pattern is not None and pattern.search(text, max(low, start - _LOOK), start) is not None
        )
    return _BEFORE.search(text, max(low, start - _LOOK), start) is not None


def denied_within(text: str, start: int, end: int, language: str = "en") -> tuple[int, int] | None:
    """Return where a denial inside a stretch begins and where the words that it denies begin."""
    if language != "en":
        pattern = _FOREIGN_WITHIN.get(language)
        hit = pattern.search(text, start, end) if pattern else None
        return (hit.start(), hit.end()) if hit else None
    untrue = _UNTRUE.match(text[start:end])
    if untrue:
        return start, start + untrue.end()
    found = _WITHIN.search(text, start, end)
    return (found.start(), found.end()) if found else None
