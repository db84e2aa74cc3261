"""Which attributions bring in a voice, and which are only doings that look like one."""

from __future__ import annotations

from functools import lru_cache

from firsthand.claim.tagging import words_of_text
from firsthand.claim.verb_groups import finite
from firsthand.model.attribution import Attribution
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.cues import Cue, cue_of

_ASKING = frozenset({"asks", "promises", "threatens", "expects"})
_FEW = 20
"""Up to so many speakers are cited; more are counted."""


def is_voice(text: str, attribution: Attribution, language: str | None) -> bool:
    """Tell a voice from a doing that looks like one: "added 17 companies", "called for an embargo"."""
    words = _source_words(text, attribution)
    if _counts(words):
        return False
    if (language or "en")[:2] != "en" or not attribution.cue or not attribution.content:
        return True
    cue = _cue(text[attribution.cue[0][0] : attribution.cue[-1][1]])
    doing = cue is not None and cue.lemma in clause_words("en").doings
    return _says(text, attribution) if doing or attribution.stance in _ASKING else True


def _source_words(text: str, attribution: Attribution) -> list[str]:
    if not attribution.source:
        return []
    return text[attribution.source[0][0] : attribution.source[-1][1]].lower().split()


def _counts(words: list[str]) -> bool:
    """Tell people who are counted in the words themselves ("7,887 individuals claimed …"), or a fold."""
    if any(w in ("times", "fold", "percent", "%") for w in words):
        return True
    digits = [w.replace(",", "") for w in words]
    if digits and digits[-1].isdigit():
        return True
    return any(d.isdigit() and int(d[:9]) > _FEW for d in digits)


def _says(text: str, attribution: Attribution) -> bool:
    """Tell whether what is said has a verb, or stands behind "that" or "to": then it is said indeed."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    words = words_of_text(text, "en", start, end)
    if not words or words[0].tag in "TSB" or text[max(0, start - 3) : start].strip() == "to":
        return True
    last = next((i for i, w in enumerate(words) if w.tag in "C,;"), len(words))
    return finite(words, 0, last, 2.0) is not None


@lru_cache(maxsize=4096)
def _cue(words: str) -> Cue | None:
    return cue_of(words, "en")
