"""Tells whether a claim can be conduct at all: told as done, planned, denied, or none of these."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Literal

from firsthand.model.span import Span
from firsthand.provisions.reading import Scene

Telling = Literal["told", "planned", "denied", "negated", "none"]
_NO_CONDUCT = frozenset({"obligation"})
_PLANS = frozenset({"asks", "threatens", "promises", "expects"})
_BREAK = re.compile(r"[;:!?\n]|[,.](?!\d)")
_REACH = 40
"""Code points from a word of stopping to what is stopped ("halted all imports")."""
_PLAN_REACH = 60
"""Code points from a word of planning to the deed ("plans to bring in some 12,000 workers")."""


def telling_of(scene: Scene) -> Telling:
    """Return how a claim tells its conduct.

    Law, background and comment are never conduct; nor is what is stopped, refused or not shown.
    A denied claim is `denied`, whatever else it says. A stance tells a plan at most ("asked for"),
    and so does an agreement.
    """
    claim = scene.claim
    if claim.mode in ("law", "background", "comment") or claim.kind in _NO_CONDUCT:
        return "none"
    if claim.status == "denied" or claim.strength == "denies":
        return "denied"
    terms = scene.reading.terms
    if claim.strength == "doubts" or _is_stopped(scene) or terms(("unshown",), scene.sentence):
        return "none"
    if claim.kind == "policy-stance":
        return "planned" if terms(("plan",), scene.own) else "none"
    if claim.polarity == "negated":
        return "negated"
    if claim.status in ("expected", "conditional") or claim.mode == "forecast":
        return "planned"
    if claim.strength in _PLANS or (claim.kind == "treaty" and terms(("pact",), scene.own)):
        return "planned"
    return "told"


def plans(scene: Scene, deed: Span) -> bool:
    """Tell whether a word of planning governs the deed ("agreed to send")."""
    for start, end in scene.reading.terms(("plan",), scene.own):
        near = start < deed[0] and deed[0] - end <= _PLAN_REACH
        if near and not _BREAK.search(scene.reading.text, end, deed[0]):
            return True
    return False


def _is_stopped(scene: Scene) -> bool:
    reading = scene.reading
    nouns = reading.terms(("conduct-nouns",), scene.own)
    for _, end in reading.terms(("halted",), scene.own):
        at = bisect_left(nouns, (end, 0))
        near = at < len(nouns) and nouns[at][0] - end <= _REACH
        if near and not _BREAK.search(reading.text, end, nouns[at][0]):
            return True
    return False
