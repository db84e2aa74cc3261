"""Which time of a clause places what it tells, and which it takes over from the clause before."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.claim.calendar import Interval
from firsthand.claim.comparing import RELATIVE
from firsthand.claim.modes import tense_of
from firsthand.claim.periods import Setting, period
from firsthand.claim.times import Moment
from firsthand.claim.view import View

_ALWAYS_RELATIVE = frozenset({"same-year", "same-before", "unit-before"})
_PERFECT = frozenset({"has", "have"})
_BACK = 8
_WEAK = 0.5
"""What "until" loses against a time that tells when, not how long."""


class Placed(NamedTuple):
    """The time that places a clause and its days; both None where no time does."""

    moment: Moment | None
    span: Interval | None


NOWHERE = Placed(None, None)


def time_of(view: View, reads: Setting, used: list[Moment] | None) -> Placed:
    """Return the time that places a clause, and its days.

    `used`: times that belong to quantities; None before these are read: then times that can only be told
    against another are left out.
    """
    best, placed = -1.0, NOWHERE
    undated = reads.published is None and used is not None
    relative = _ALWAYS_RELATIVE if used is not None else RELATIVE
    for moment in view.moments:
        year = moment.means == "year" and moment.start == moment.core
        bare = year and view.language == "en"
        if bare or moment.lead == "than" or moment.means in relative or moment in (used or ()):
            continue
        span = period(moment, reads)
        if span is None and not undated:
            continue
        # Without a day of publication "on Monday" stays words.
        weak = moment.lead == "until" or year or span is None
        rank = _rank(view, moment) - (_WEAK if weak else 0.0)
        if rank >= 0 and rank > best:
            best, placed = rank, Placed(moment, span)
    return placed


def relative_time(view: View, reads: Setting, used: list[Moment]) -> Placed:
    """Return a time that counts back from the clause before: "the month before"."""
    head = view.before.span if view.before else None
    for moment in view.moments:
        if moment.means == "unit-before" and moment not in used and head is not None:
            span = period(moment, reads._replace(anchor=head))
            if span is not None:
                return Placed(moment, span)
    return NOWHERE


def _rank(view: View, moment: Moment) -> int:
    """Return how likely a time places the whole clause: less inside a noun phrase or relative clause."""
    at = view.at(moment.start)
    verb = view.verb
    behind = verb is not None and at >= verb.start
    rank = 2 if behind or at <= 1 else 1
    for k in range(max(1, at - _BACK), at):
        inner = verb is not None and k > verb.end
        if view.tag(k) == "R" or (view.low(k) == "that" and view.tag(k - 1) == "N"):
            rank = -1 if inner else 0
        participle = view.tag(k) == "E" and view.tag(k - 1) == "N"
        if participle and not (verb and verb.start <= k < verb.end):
            # In the object a participle keeps its time to itself: "companies registered after 2022".
            rank = -1 if inner and _is_tight(moment) else min(rank, 0)
    return rank


def _is_tight(moment: Moment) -> bool:
    """Tell a time that clings to a participle ("registered after 2022") from "developed this year"."""
    years = moment.means in ("year", "part-year", "years", "decade") or "year" in moment.fields
    return moment.lead != "at" or years


def head_in_time(view: View) -> View | None:
    """Return the clause whose period this one shares: its head, or what "of these" goes back to."""
    head = view.before
    if head is None or head.when is None:
        return None
    if view.sort == "participle" or (view.sort == "relative" and view.shares):
        return head
    if view.low(0) == "of" and view.low(1) in ("these", "those", "them", "which", "whom"):
        return head
    shared = view.shares and head.sort == view.sort and tense_of(head) == tense_of(view)
    return head if shared and _is_perfect(view) == _is_perfect(head) else None


def _is_perfect(view: View) -> bool:
    return view.verb is not None and not _PERFECT.isdisjoint(view.verb.words)
