"""Clauses that "if", "while", "after" and "because" open: taken out of the words of a sentence."""

from __future__ import annotations

from functools import cache

from firsthand.claim.clause_parts import Clause, Range, trim
from firsthand.claim.coordination import coordinated
from firsthand.claim.tagging import Word
from firsthand.claim.verb_groups import FINITE, finite
from firsthand.vocabulary.clause_words import Joins, clause_words


def take_conditions(words: list[Word], rest: list[Range], found: list[Clause]) -> bool:
    """Take if-clauses out; tell whether there was one."""
    low, high = rest[0]
    seen = False
    opening = _first_words()
    for i in range(low, high):
        if i == low and _inverted_past(words, i, high):
            end = end_of_lead(words, i, high)
            found.append(Clause([trim(words, i + 1, end)], "condition"))
            rest[:] = [(end, high)]
            return True
        if words[i].low not in opening or joins(words, i) != "condition":
            continue
        if i > low and words[i].low == "should":
            continue
        if words[i].low == "should" and not _inverted(words, i, high):
            continue
        closed = _closed_by_comma(words, i, low, high)
        if closed is not None:
            found.append(Clause([trim(words, i + 1, closed)], "condition"))
            rest[:] = [(low, i - 1), (closed + 1, high)]
            return True
        end = (
            end_of_lead(words, i, high)
            if i == low or words[i - 1].low in ("only", "even", "but")
            else end_of_tail(words, i, high)
        )
        if finite(words, i + 1, end, 0.5) is None and words[i].low != "should":
            continue
        seen = True
        start = i - 1 if i > low and words[i - 1].low in ("only", "even", "but") else i
        found.append(Clause([trim(words, i + 1, end)], "condition"))
        rest[:] = [r for r in ((low, start), (end, high)) if r[0] < r[1]]
        break
    return seen


def _inverted(words: list[Word], i: int, high: int) -> bool:
    return any(words[j].tag == "B" for j in range(i + 1, min(high, i + 12)))


def _closed_by_comma(words: list[Word], i: int, low: int, high: int) -> int | None:
    """Return the comma that closes a condition inside the main clause: "The bill, if passed, would …"."""
    if i < low + 2 or words[i - 1].tag != "," or finite(words, low, i - 1) is not None:
        return None
    comma = next((j for j in range(i + 1, high) if words[j].tag == ","), None)
    if comma is None or comma + 1 >= high or words[comma + 1].tag not in "XVEZA":
        return None
    return comma


def _inverted_past(words: list[Word], i: int, high: int) -> bool:
    """Tell "Had the pump failed, …" and "Were it to fall, …", which are conditions without "if"."""
    if words[i].low not in ("had", "were") or i + 2 >= high or words[i + 1].tag not in "DNO#":
        return False
    comma = next((j for j in range(i + 2, high) if words[j].tag == ","), None)
    if comma is None or finite(words, comma + 1, high) is None:
        return False
    sign = "T" if words[i].low == "were" else "EB"
    return any(words[j].tag in sign for j in range(i + 2, comma))


def joins(words: list[Word], i: int) -> Joins:
    """Return what the word at an index joins a clause as: "condition", "time" …; "none" for nothing."""
    if words[i].low not in _first_words():
        return "none"
    two = f"{words[i].low} {words[i + 1].low}" if i + 1 < len(words) else ""
    three = f"{two} {words[i + 2].low}" if i + 2 < len(words) else ""
    for key in (three, two, words[i].low):
        if key in clause_words("en").subordinators:
            return clause_words("en").subordinators[key]
    return "none"


@cache
def _first_words() -> frozenset[str]:
    return frozenset(each.split()[0] for each in clause_words("en").subordinators)


def end_of_lead(words: list[Word], i: int, high: int) -> int:
    """Return where a clause that opens the sentence ends: at the comma before a subject with its verb."""
    for j in range(i + 1, high):
        if words[j].tag != "," or finite(words, j + 1, high) is None:
            continue
        if words[i].low in ("should", "had", "were") or finite(words, i + 1, j, 0.5) is not None:
            return j
    return high


def end_of_tail(words: list[Word], i: int, high: int) -> int:
    """Return where a clause inside the sentence ends: at a hard mark, or at ", and" with a clause."""
    for j in range(i + 2, high):
        joined = words[j].tag == "," and j + 1 < high and words[j + 1].tag == "C"
        if joined and None not in (finite(words, j + 2, high), finite(words, i + 1, j)):
            return j
    return high


def take_subordinates(words: list[Word], rest: list[Range], found: list[Clause]) -> None:
    """Take out clauses that "while", "after", "because" open and that have a verb."""
    opening = _first_words()
    for n, (low, high) in enumerate(list(rest)):
        for i in range(low, high - 2):
            if words[i].low not in opening:
                continue
            sort = joins(words, i)
            if sort == "none" or sort == "condition" or not _opens_clause(words, i, low, high):
                continue
            leading = i == low
            end = end_of_lead(words, i, high) if leading else end_of_tail(words, i, high)
            if leading and end == high:
                continue
            inside = [(i + 1, end)]
            nested: list[Clause] = []
            take_subordinates(words, inside, nested)
            parts = coordinated(words, inside)
            for part in parts:
                part.sort = sort
            found.extend([*parts, *nested])
            more = [r for r in ((low, i), (end, high)) if r[0] < r[1]]
            take_subordinates(words, more, found)
            rest[n : n + 1] = more
            return


def _opens_clause(words: list[Word], i: int, low: int, high: int) -> bool:
    """Tell whether a joining word has a clause behind it: not "after the storm", "as many as"."""
    word = words[i].low
    start = i + 1
    if word == "as":
        data = clause_words("en")
        if i > low and (words[i - 1].tag in "GE" or words[i - 1].low in data.as_before):
            return False  # "posing as recruiters", "as soon as"
        if words[start].low in data.as_behind or words[start].tag not in "NDO#":
            return False
        return finite(words, start, high, 2.0) is not None
    if word in ("when", "where") and i > low and words[i - 1].tag not in ",":
        return finite(words, start, high) is not None
    least = 2.0 if word in ("since", "after", "before", "until", "once") else FINITE
    at = finite(words, start, _clause_limit(words, start, high), least)
    return at is not None and at > start - 1


def _clause_limit(words: list[Word], start: int, high: int) -> int:
    for j in range(start, high):
        if words[j].tag == ",":
            return j
    return high
