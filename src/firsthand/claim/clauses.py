"""Clauses of an English stretch of words: the smallest parts that carry a fact of their own.

Order of cutting: hard marks, conditions, relative clauses behind a comma, subordinate clauses, participle
clauses, then coordination. A cut is made only where both sides have a verb of their own.
"""

from __future__ import annotations

from firsthand.claim.clause_parts import Clause, Range, trim
from firsthand.claim.coordination import coordinated
from firsthand.claim.relatives import take_participles, take_relatives
from firsthand.claim.subordination import end_of_lead, joins, take_conditions, take_subordinates
from firsthand.claim.tagging import Word
from firsthand.claim.verb_groups import Group, finite, group_at, strength

_HARD = frozenset(";:—–")


def cut_clauses(words: list[Word], *, headline: bool = False) -> list[Clause]:
    """Return the clauses of a row of words with their verbs, those of one sentence by their rank in it."""
    out: list[Clause] = []
    for low, high in _hard(words, 0, len(words)):
        out.extend(_sentence(words, low, high, headline=headline))
    out = [clause for clause in out if clause.ranges]
    for clause in out:
        clause.verb = find_verb(words, clause)
    return out


def _hard(words: list[Word], low: int, high: int) -> list[Range]:
    """Return the stretches between semicolons, colons and dashes that have a verb on both sides."""
    cuts, at = [], low
    for i in range(low, high):
        if words[i].tag not in _HARD:
            continue
        left = finite(words, at, i) is not None
        right = finite(words, i + 1, high) is not None
        if left and (right or words[i].tag == ";"):
            cuts.append((at, i))
            at = i + 1
    return [*cuts, (at, high)]


def _sentence(words: list[Word], low: int, high: int, *, headline: bool) -> list[Clause]:
    low, high = trim(words, low, high)
    if low >= high:
        return []
    if joins(words, low) in ("contrast", "cause") and end_of_lead(words, low, high) == high:
        low += 1  # "though Moscow remains opposed", where the main clause stood before a voice
    rest = [(low, high)]
    found: list[Clause] = []
    conditional = take_conditions(words, rest, found)
    take_relatives(words, rest, found)
    take_subordinates(words, rest, found)
    take_participles(words, rest, found)
    mains = coordinated(words, rest, headline=headline)
    for clause in mains:
        clause.conditional = clause.conditional or conditional
    return [*mains, *found]


def find_verb(words: list[Word], clause: Clause) -> Group | None:
    """Return the verb group of a clause; for clauses without a finite verb, its participle or nothing."""
    best: tuple[float, int, int] | None = None
    if clause.shared_subject:
        low, high = clause.ranges[0]
        at = next((i for i in range(low, high) if words[i].tag in "XVEZB"), None)
        if at is not None and all(words[i].tag in "A," for i in range(low, at)):
            return group_at(words, at, high)
    for low, high in clause.ranges:
        # Behind words between commas the comma tells that the verb has a subject before it.
        first = low - (low > clause.ranges[0][0] and words[low - 1].tag == ",")
        at = finite(words, first, high, 1.0)
        if at is not None:
            value = strength(words, at, first, high)
            if best is None or value > best[0]:
                best = (value, at, high)
    if best:
        return group_at(words, best[1], best[2])
    for low, high in clause.ranges:
        for i in range(low, high):
            if words[i].tag in "GE":
                return group_at(words, i, high)
    return None
