"""Korean and Japanese claims: one for what a voice says, or for a sentence, read by parts of words."""

from __future__ import annotations

import re
from datetime import date

from firsthand.claim.calendar import Interval, is_ahead
from firsthand.claim.entities import Things
from firsthand.claim.kinding import Kinded
from firsthand.claim.role_makers import Maker
from firsthand.claim.tagging import Word
from firsthand.claim.view import View
from firsthand.model.attribution import Stance
from firsthand.model.claim import Polarity, Role, Status
from firsthand.model.span import Span
from firsthand.vocabulary.plain_words import plain_words

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[一-鿿々]+|[ぁ-ゟ]+|[゠-ヿー]+|[가-힣]+|[^\W_]+|[^\w\s]")
_EDGES = frozenset(",;:.!?—–-\"“”«»„()[]'‘’…、。「」『』，．・")
_TAIL = 16
"""So many characters at the end of a claim tell its status."""


def plain_words_of(text: str, spans: list[Span]) -> list[Word]:
    """Return the words of a claim: runs of one script, marks at both ends left out."""
    out = [
        Word(m.start(), m.end(), m[0], "#" if m[0][0].isdigit() else "N", False)
        for start, end in spans
        for m in _TOKEN.finditer(text, start, end)
    ]
    while out and out[0].low in _EDGES:
        out.pop(0)
    while out and out[-1].low in _EDGES:
        out.pop()
    return out


def plain_status(
    view: View, stance: Stance | None, published: date | None, span: Interval | None = None,
    *, headline: bool = False,
) -> tuple[Status, str]:  # fmt: skip
    """Return the status that the last words of a claim give, and these words."""
    del headline
    words, tail = plain_words(view.language), _tail(view)
    if stance == "denies":
        return "denied", "denied by its voice"
    endings: tuple[tuple[Status, tuple[str, ...]], ...] = (
        ("conditional", words.conditional), ("expected", words.expected), ("denied", words.denied),
    )  # fmt: skip
    for status, listed in endings:
        found = next((w for w in listed if w in tail), None)
        if found:
            return status, found
    if stance in ("expects", "promises", "threatens") or is_ahead(span, published):
        return "expected", "a voice or time ahead"
    found = next((w for w in words.ongoing if tail.endswith(w)), None)
    return ("ongoing", found) if found else ("done", "nothing puts it ahead")


def _tail(view: View) -> str:
    end = view.spans[-1][1]
    return view.text[max(view.spans[-1][0], end - _TAIL) : end]


def plain_polarity(view: View, lead: str) -> tuple[Polarity, str]:
    """Return the polarity that the last words of a claim give."""
    del lead
    tail = _tail(view)
    found = next((w for w in plain_words(view.language).negations if w in tail), None)
    return ("negated", found) if found else ("affirmed", "")


def plain_law(view: View) -> tuple[bool, str]:
    """Tell whether a claim restates a rule: a law in it, and a word that binds."""
    words = plain_words(view.language)
    told = "".join(view.text[a:b] for a, b in view.spans)
    law = next((w for w in words.laws if w in told), None)
    rule = next((w for w in words.rules if w in told), None)
    return (True, f"{law} {rule}") if law and rule else (False, "")


def plain_kind(view: View, before: str | None) -> Kinded:
    """Return the kind whose parts of words fill most of a claim; `before` where none stands in it."""
    told = "".join(view.text[a:b] for a, b in view.spans)
    best = Kinded("other", ("nothing narrower",), 0, named=False)
    for kind, listed in plain_words(view.language).kinds.items():
        hits = [w for w in listed if w in told]
        weight = sum(len(w) for w in hits)
        if weight > best.weight:
            best = Kinded(kind, (f"{weight}: {', '.join(hits)}",), weight, named=True)
    if best.weight == 0 and before is not None:
        return Kinded(before, (f"goes on from {before}",), 0, named=False)
    return best


def plain_roles(view: View, kind: str, things: Things) -> tuple[Role, ...]:
    """Return the roles of known names by the particle behind each."""
    del kind
    words, make = plain_words(view.language), Maker(view, things)
    for mention in view.mentions:
        behind = view.text[mention.span[1] : mention.span[1] + 2]
        for particle in (behind, behind[:1]):
            if particle in words.particles:
                make.of_mention(words.particles[particle], mention)
                break
    return tuple(make.out)
