"""How a number stands to others: signs, shares, folds, changes, and what they compare with."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from firsthand.claim.calendar import Interval
from firsthand.claim.counting import Count
from firsthand.claim.periods import Setting, period
from firsthand.claim.times import Moment
from firsthand.claim.verb_groups import lemma
from firsthand.claim.view import View
from firsthand.model.attribution import When
from firsthand.model.claim import Basis, Relation
from firsthand.vocabulary.quantity_words import quantity_words

Bound = Literal["~", ">=", "<=", ">", "<"]
_BOUNDS: dict[Relation, Bound] = {"~": "~", ">=": ">=", "<=": "<=", ">": ">", "<": "<"}
_REACH = 9
RELATIVE = frozenset(
    {"unit-before", "same-year", "same-before", "year-before", "month-before", "quarter-before", "week-before"}
)  # fmt: skip


class Change(NamedTuple):
    """A rise (+1) or fall (-1) that words tell, and the index after them."""

    sign: int
    end: int


def day_text(one: date | None) -> str | None:
    """Return a day as the contract prints it."""
    return one.isoformat() if one else None


def told_when(view: View, moment: Moment, span: Interval | None) -> When:
    """Return a time as a record; without days where it could not be placed."""
    start, end = (span.start, span.end) if span else (None, None)
    return When(
        text=view.text[moment.start : moment.end], span=((moment.start, moment.end),),
        start=day_text(start), end=day_text(end),
    )  # fmt: skip


def direction_of(view: View, count: Count) -> Change | None:
    """Return whether a number tells a change: "up 12 %", "fell by 7.5", "a rise of 40", "30 more than"."""
    words = quantity_words(view.language)
    for n, phrase in _than(view.language).get(view.low(count.noun), ()):
        if view.has_words(count.noun, phrase) and _compares(view, count, phrase):
            return Change(n, count.noun + len(phrase.split()))
    if (
        view.low(count.noun) in ("fewer", "less", "more", "lower", "higher")
        and view.low(count.noun + 1) == "than"
    ):
        sign = 1 if view.low(count.noun) in ("more", "higher") else -1
        return Change(sign, count.noun + 2)
    after = view.low(count.noun)
    verbal = view.verb is not None and view.verb.start <= count.noun < view.verb.end
    if after in words.ups | words.downs and view.tag(count.noun) in "NZBAP" and not verbal:
        return Change(1 if after in words.ups else -1, count.noun + 1)
    return _before(view, count)


@cache
def _than(language: str) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return comparatives by their first word: 1 for more, -1 for less."""
    words = quantity_words(language)
    out: dict[str, list[tuple[int, str]]] = {}
    for n, phrases in ((1, words.than_more), (-1, words.than_less)):
        for phrase in phrases:
            out.setdefault(phrase.split()[0], []).append((n, phrase))
    return {first: tuple(listed) for first, listed in out.items()}


def _compares(view: View, count: Count, phrase: str) -> bool:
    """Tell a comparison from a place or a bound: "30 % above plan" from "over the border"."""
    if " " in phrase:
        return True
    return count.unit in ("percent", "percentage-points", "fraction") and view.low(
        count.noun + 1
    ) not in ("",)


def _before(view: View, count: Count) -> Change | None:
    """Look in front of a number for words of change: "rose by", "up", "an increase of", "another"."""
    words = quantity_words(view.language)
    i = count.first - 1
    steps = 0
    by = False
    while i >= 0 and steps < (9 if by else 5):
        low = view.low(i)
        if low in ("by", "of"):
            by = low == "by" or by
            of = low == "of"
            if of and not (view.low(i - 1) in words.ups or view.low(i - 1) in words.downs):
                return None
            if low == "by" and view.tag(i - 1) == ",":
                i -= 1  # "dropped for the fifth month running, by 3.1 percent"
        elif (
            low in words.ups
            or low in words.downs
            or lemma(view.words[i]) in words.ups | words.downs
        ):
            if _is_particle(view, i):
                return None  # "blew up 4 km of pipeline"
            sign = 1 if low in words.ups or lemma(view.words[i]) in words.ups else -1
            return Change(sign, count.noun) if _governs(view, count, i, by) else None
        elif (
            low in ("to", "from", "at", "reached", "and", "or")
            or (
                view.tag(i) in (",;#" if by else "D,;#")
                and low not in ("a", "an", "another", "some")
            )
        ) or (
            view.tag(i) == "N" and not by and low not in ("$", "€") and low not in words.near_signs
        ):
            return None
        i -= 1
        steps += 1
    return None


def _is_particle(view: View, i: int) -> bool:
    """Tell "blew up" from "went up" and "are up"."""
    if view.low(i) not in ("up", "down") or view.tag(i - 1) not in "VEBZ" or i == 0:
        return False
    words = quantity_words(view.language)
    verb = lemma(view.words[i - 1])
    return verb not in words.states | words.turns | words.ups | words.downs


def _governs(view: View, count: Count, i: int, by: bool) -> bool:
    """Tell whether a rise or fall speaks of the number itself: counts need "by", rates do not."""
    if count.unit in ("percent", "percentage-points", "fraction", "basis-points"):
        return view.low(count.noun) != "of" or view.low(i) in ("up", "down")
    if view.low(i) in quantity_words(view.language).needs_by:
        return by or (view.low(i) in ("up", "down") and view.low(i + 1) != "to")
    return by or view.low(count.first - 1) == "of"


@cache
def _openers(language: str) -> dict[str, tuple[str, ...]]:
    """Return the words that open what is compared with, by their first word."""
    out: dict[str, list[str]] = {}
    for phrase in quantity_words(language).basis:
        out.setdefault(phrase.split()[0], []).append(phrase)
    return {first: tuple(listed) for first, listed in out.items()}


class Compared(NamedTuple):
    """What a fold or change compares with: the record and the time used for it."""

    basis: Basis | None
    moment: Moment | None


def basis_of(view: View, start: int, reads: Setting) -> Compared:
    """Return what stands behind "than", "from", "compared with" after a fold or change.

    `start`: index after the words of the fold; `reads` carries the claim's own period as anchor.
    """
    openers = _openers(view.language)
    i, end = start, min(len(view.words), start + _REACH + 8)
    while i < end:
        moment = _moment_at(view, i)
        led = i == start and view.low(start - 1) in ("as", "than", "of", "times", "twice")
        if moment is not None and (moment.means in RELATIVE or moment.lead == "than" or led):
            return _timed(view, moment, view.at(moment.start), reads)
        listed = openers.get(view.low(i), ())
        opener = next((b for b in listed if view.has_words(i, b)), None)
        if opener and i - start <= _REACH:
            found = _opened(view, opener, i, start, reads)
            if found:
                return found
        if view.tag(i) in ";" or (view.tag(i) == "," and i > start + 1):
            break
        i += 1
    return _relative(view, start, reads)


def _relative(view: View, start: int, reads: Setting) -> Compared:
    """Return "year on year" and the like wherever it stands in the clause."""
    for moment in view.moments:
        if moment.means in RELATIVE and view.at(moment.start) >= start - 12:
            return _timed(view, moment, view.at(moment.start), reads)
    return Compared(None, None)


def _moment_at(view: View, i: int) -> Moment | None:
    if not 0 <= i < len(view.words):
        return None
    at = view.words[i].start
    return next((m for m in view.moments if m.start <= at < m.end), None)


def _opened(view: View, opener: str, i: int, start: int, reads: Setting) -> Compared | None:
    first = i + len(opener.split())
    moment = _moment_at(view, first) or _moment_at(view, i)
    strong = opener not in quantity_words(view.language).weak_basis
    if opener in ("the", "that", "of") and not (i == start and (opener != "of")):
        return None
    if opener == "since" and moment is None:
        return None
    done = view.verb is not None and view.verb.start <= start - 1 < view.verb.end
    if opener == "the" and done and moment is None and not _is_measured(view, first):
        return None  # "halved the fine": what was halved, not what it compares with
    if moment is not None and _places(view, opener, moment, reads):
        return None
    end = _phrase_until(view, first)
    if end <= first:
        return None
    inside = [
        m for m in view.moments if view.words[first - 1].start <= m.start < view.words[end - 1].end
    ]
    if moment is None and inside:
        moment = inside[0]
    told = view.phrase(first if opener not in ("the", "that") else i, end)
    if (
        not strong
        and moment is None
        and opener not in ("as", "the", "that", "above", "below")
        and not _is_level(view, first, end)
    ):
        return None
    if moment is not None:
        return Compared(_basis(told, period(moment._replace(lead="at"), reads)), moment)
    return Compared(_basis(told, _bare_ordinal(view, first, reads)), None)


def _places(view: View, opener: str, moment: Moment, reads: Setting) -> bool:
    """Tell a day or a beginning, which place a change, from what it compares with: "on Thursday", "from July"."""
    if opener == "on":
        return moment.means in _DAYS
    alone = all(m is moment for m in view.moments)
    return opener == "from" and reads.direction == "future" and alone


_DAYS = frozenset({"weekday", "date", "days", "daypart", "weekend", "holiday"})


def _is_measured(view: View, first: int) -> bool:
    end = _phrase_until(view, first)
    return _is_level(view, first, end) or any(view.tag(k) == "#" for k in range(first, end))


def _is_level(view: View, first: int, end: int) -> bool:
    return any(view.low(k) in quantity_words(view.language).levels for k in range(first, end))


def _bare_ordinal(view: View, first: int, reads: Setting) -> Interval | None:
    """Read "the first" behind "in the second quarter" as a quarter too."""
    ordinals = reads.words.ordinals
    low = next((view.low(k) for k in range(first, first + 3) if view.low(k) in ordinals), None)
    model = next((m for m in view.moments if m.means in ("quarter", "half")), None)
    if low is None or model is None:
        return None
    return period(model._replace(lead="at", fields={**model.fields, "ordinal": low}), reads)


def _phrase_until(view: View, first: int) -> int:
    """Return where the words compared with end: at a mark, "to" with a number, or the end."""
    i = first
    while i < len(view.words):
        if view.tag(i) in ",;:()" or (view.tag(i) == "T" and view.tag(i + 1) in "#$€£"):
            break
        if i > first and view.tag(i) == "C":
            break
        i += 1
    return i


def _timed(view: View, moment: Moment, at: int, reads: Setting) -> Compared:
    core = view.text[moment.core : moment.end]
    lead = moment.lead
    text = (
        core
        if lead in ("from", "than", "since") or moment.start == moment.core
        else view.text[moment.start : moment.end]
    )
    return Compared(_basis(text, period(moment._replace(lead="at"), reads)), moment)


def _basis(text: str, span: Interval | None) -> Basis:
    if span is None:
        return Basis(text=text)
    return Basis(text=text, start=day_text(span.start), end=day_text(span.end))


def bound_of(relation: Relation | None) -> Bound | None:
    """Return a sign that can stand on top of a fold, change or share."""
    return _BOUNDS.get(relation) if relation else None
