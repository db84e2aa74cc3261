"""Which quantities of a claim answer a question, and which are only details of others.

"40 hours and 42 minutes" is one value, "from 8.9 to 7.1 metres" and "higher by 1.8 metres" are changes; a
share beside the count of the same part is arithmetic about it, "two institutes say" no value at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from msgspec import UNSET

from firsthand.corroborate.lexicon import factor, family, question_words
from firsthand.model.claim import Claim, Quantity
from firsthand.model.span import Span, hull, words_of

SMALL = 3
"""Numbers up to this, in letters, are mostly asides ("two institutes say")."""
RATIOS = frozenset({"fold", "change", "share"})
_BY = re.compile(r"\bby (?:about |some |around |nearly |almost |roughly )?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |some |around |nearly )?\Z", re.IGNORECASE)
_TO = re.compile(r"\A[^,.;:]{0,24}?\bto (?:about |some |around |nearly )?\Z", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\b(?:(?:one|two|some|any|none|each|most|all|many|half) of (?:the|these|those)|a \w{1,12} or) \Z"
)
_IN_A_NAME = re.compile(r"[A-Z][\w'’-]{0,30} \Z")
_WORD = re.compile(r"[^\W\d_]+")


def counted(claim: Claim, text: str) -> Iterable[tuple[Quantity, Span]]:
    """Yield the quantities that answer something, each with the stretch in which it is printed.

    Args:
        text: The text, or the title, in which the claim stands.
    """
    told = [q for q in claim.quantities if not _is_aside(q, claim, text)]
    change = _between(told, text)
    if change:
        yield change, hull(s for q in told for s in q.span)
        return
    skip = False
    for quantity, following in zip_longest(told, told[1:]):
        if skip:
            skip = False
        elif following is not None and _goes_on(quantity, following, text):
            skip = True
            start, end = hull((*quantity.span, *following.span))
            unit = _WORD.search(text, end, end + 12)
            yield _together(quantity, following), (start, unit.end() if unit else end)
        else:
            yield _by_how_much(quantity, claim, text), hull(quantity.span)


def _is_aside(quantity: Quantity, claim: Claim, text: str) -> bool:
    """Tell whether a quantity answers nothing: a detail, or a small count of the reporting."""
    if _is_detail(quantity, claim, text) or _is_how_long(quantity, claim):
        return True
    spelled = words_of(text, quantity.span)
    start = hull(quantity.span)[0]
    before = text[max(0, start - 30) : start]
    if _OF_THEM.search(before) or (spelled[:1].isupper() and _IN_A_NAME.search(before)):
        return True
    small = isinstance(quantity.value, int | float) and abs(quantity.value) <= SMALL
    few = spelled.isalpha() and small and quantity.relation not in RATIOS
    return few and (quantity.unit is None or quantity.unit in question_words().reporting)


def _is_how_long(quantity: Quantity, claim: Claim) -> bool:
    """Tell whether a quantity only says how long another one took ("24,000 barrels in six months")."""
    long = question_words().durations
    return quantity.unit in long and any(
        q.unit not in long and q.relation not in RATIOS for q in claim.quantities
    )


def _is_detail(quantity: Quantity, claim: Claim, text: str) -> bool:
    """Tell whether a share only says again what a count of the same claim counts.

    Not where the count is the whole: "40 per cent of the 500,000 barrels".
    """
    if quantity.relation != "share":
        return False
    return any(
        q is not quantity
        and q.relation not in RATIOS
        and family(q.unit) not in ("percent", None)
        and words_of(text, q.span) not in (quantity.of or "")
        for q in claim.quantities
    )


def _between(told: Sequence[Quantity], text: str) -> Quantity | None:
    """Return the change that lies between "from A to B" of one moment, else None.

    Two values of two periods are both answers.
    """
    counts = [q for q in told if q.relation not in RATIOS]
    if len(counts) != 2 or len(told) != 2:
        return None
    first, last = counts
    if isinstance(first.value, tuple) or isinstance(last.value, tuple):
        return None
    if _dated_apart(first, last) or (first.unit or last.unit) != last.unit:
        return None
    start, end = hull(first.span), hull(last.span)
    if not _FROM.search(text[max(0, start[0] - 20) : start[0]]) or not _TO.match(
        text[start[1] : end[0]]
    ):
        return None
    value = round(last.value - first.value, 9)
    return Quantity(span=last.span, value=value, unit=last.unit, relation="change")


def _dated_apart(first: Quantity, last: Quantity) -> bool:
    periods = {
        (q.when.start, q.when.end) if q.when is not UNSET and q.when else None
        for q in (first, last)
    }
    return len(periods) > 1


def _by_how_much(quantity: Quantity, claim: Claim, text: str) -> Quantity:
    """Return a change for "higher by 1.8 metres", else the quantity as it is."""
    start = hull(quantity.span)[0]
    if quantity.relation in RATIOS or not _BY.search(text[max(0, start - 20) : start]):
        return quantity
    words = {w.casefold() for w in _WORD.findall(words_of(text, claim.span, gap=" "))}
    if not words & set(question_words().comparing):
        return quantity
    return Quantity(span=quantity.span, value=quantity.value, unit=quantity.unit, relation="change")


def _goes_on(one: Quantity, other: Quantity, text: str) -> bool:
    """Tell whether two quantities are one: "40 hours and 42 minutes"."""
    if other.unit not in question_words().parts.get(one.unit or "", ()):
        return False
    between = text[hull(one.span)[1] : hull(other.span)[0]]
    return len(between) < 16 and not set(between) & set(",.;:")


def _together(one: Quantity, other: Quantity) -> Quantity:
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return one
    value = one.value + other.value * factor(other.unit) / factor(one.unit)
    return Quantity(
        span=(*one.span, *other.span), value=round(value, 4), unit=one.unit, relation=one.relation
    )
