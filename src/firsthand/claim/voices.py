"""Which attributions bring in a voice, and which are only doings that look like one."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from firsthand.claim.tagging import Word, words_of_text
from firsthand.claim.verb_groups import finite
from firsthand.model.attribution import Attribution
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.cues import Cue, cue_of

_ASKING = frozenset({"asks", "promises", "threatens", "expects"})
_FEW = 20
"""Up to so many speakers are cited; more are counted."""


def is_voice(text: str, attribution: Attribution, language: str | None) -> bool:
    """Tell a voice from a doing that looks like one: "added 17 companies", "called for an embargo"."""
    source = attribution.source
    if source and _counts(text[source[0][0] : source[-1][1]]):
        return False
    if (language or "en")[:2] != "en" or not attribution.cue or not attribution.content:
        return True
    cue = _cue(text[attribution.cue[0][0] : attribution.cue[-1][1]])
    doing = cue is not None and cue.lemma in clause_words("en").doings
    return _says(text, attribution) if doing or attribution.stance in _ASKING else True


def _counts(source: str) -> bool:
    """Tell people who are counted in the words themselves ("7,887 individuals claimed …"), or a fold."""
    words = [w.replace(",", "") for w in source.split()]
    if not words or not {"fold", "percent", "%"}.isdisjoint(words) or words[-1].isdigit():
        return bool(words)
    if "times" in words:  # "Nine times as many", not "The Manila Times"
        return True
    return any(w.isdigit() and int(w[:9]) > _FEW for w in words)


def _says(text: str, attribution: Attribution) -> bool:
    """Tell whether what is said has a verb, stands behind "that" or "to", or gives a figure: then it is said."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    words = words_of_text(text, "en", start, end)
    if not words or words[0].tag in "TSB" or text[max(0, start - 3) : start].strip() == "to":
        return True
    last = next((i for i, w in enumerate(words) if w.tag in "C,;"), len(words))
    if finite(words, 0, last, 2.0) is not None:
        return True
    pairs = [(a.tag, b.tag) for a, b in pairwise(words[:last])]
    expects = attribution.stance in _ASKING and ("T", "B") in pairs  # "expects output to reach"
    return expects or _puts(text, attribution, words[:last])


def _puts(text: str, attribution: Attribution, words: list[Word]) -> bool:
    """Tell "put inflation at 9.97 percent" from "put 12 men in prison"."""
    cue = _cue(text[attribution.cue[0][0] : attribution.cue[-1][1]])
    if cue is None or cue.lemma != "put":
        return False
    at = next((i for i, w in enumerate(words) if w.low == "at"), len(words))
    return any(w.tag == "#" for w in words[at + 1 : at + 4])


@lru_cache(maxsize=4096)
def _cue(words: str) -> Cue | None:
    return cue_of(words, "en")
