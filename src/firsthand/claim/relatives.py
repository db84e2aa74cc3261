"""Clauses between commas that "which" and "of whom" open, and participle clauses: taken out of a sentence."""

from __future__ import annotations

from firsthand.claim.clause_parts import Clause, Range
from firsthand.claim.coordination import right_verb
from firsthand.claim.tagging import Word, english_verbs
from firsthand.claim.verb_groups import FINITE, finite, strength
from firsthand.vocabulary.clause_words import clause_words


def take_relatives(words: list[Word], rest: list[Range], found: list[Clause]) -> None:
    """Take out clauses that ", which" and ", of whom" open."""
    for at, (low, high) in enumerate(list(rest)):
        for i in range(low + 1, high - 1):
            if words[i].tag != ",":
                continue
            opener = _opens_relative(words, i + 1, high)
            if not opener:
                continue
            end = _relative_end(words, low, i, high)
            start = i + 1
            inner = _pieces(words, start, end)
            for n, piece in enumerate(inner):
                found.append(Clause([piece], "relative", shared_subject=n > 0))
            rest[at : at + 1] = [r for r in ((low, i), (end + 1, high)) if r[0] < r[1]]
            return


def _opens_relative(words: list[Word], i: int, high: int) -> bool:
    word = words[i]
    if word.tag == "R" and word.low not in ("when",):
        return finite(words, i + 1, high, 1.0) is not None or _verb_after(words, i, high)
    if word.tag in "P#DO" or word.low in clause_words("en").amounts:
        for j in range(i + 1, min(i + 6, high)):
            if words[j].tag == "R" and words[j - 1].tag == "P":
                return True
    return False


def _verb_after(words: list[Word], i: int, high: int) -> bool:
    return i + 1 < high and words[i + 1].tag in "XVEZB"


def _relative_end(words: list[Word], low: int, i: int, high: int) -> int:
    main_before = finite(words, low, i) is not None
    for j in range(i + 2, high):
        if words[j].tag != ",":
            continue
        after = j + 1
        if not main_before and after < high:
            if (
                strength(words, after, after - 1, high) >= FINITE
                or words[after].tag in "XVE"
                or (words[after].tag == "A" and after + 1 < high and words[after + 1].tag in "XVEZ")
            ):
                return j
        elif (
            main_before
            and after + 1 < high
            and words[after].tag == "C"
            and finite(words, after + 1, high) is not None
        ):
            return j
    return high


def _pieces(words: list[Word], low: int, high: int) -> list[Range]:
    """Return the coordinated parts of a relative clause: "which closed and lost jobs"."""
    parts = []
    start = low
    for j in range(low + 2, high - 1):
        if words[j].tag == "C" and right_verb(words, j, high) == "shared":
            parts.append((start, j))
            start = j + 1
    return [*parts, (start, high)]


def take_participles(words: list[Word], rest: list[Range], found: list[Clause]) -> None:
    """Take out ", representing an increase" and drop ", shut since 2011," between commas."""
    for n, (low, high) in enumerate(list(rest)):
        for i in range(low + 1, high - 1):
            if words[i].tag != ",":
                continue
            first = i + 1 + (words[i + 1].tag == "A" and i + 2 < high)
            if first >= high:
                continue
            if (
                words[first].tag == "G"
                and words[first].low not in clause_words("en").linking_participles
            ):
                end = _insert_end(words, low, i, high)
                found.append(Clause([(i + 1, end)], "participle"))
                rest[n : n + 1] = [r for r in ((low, i), (end + 1, high)) if r[0] < r[1]]
                return take_participles(words, rest, found)
            if _past_participle(words, first) or (
                words[first].low == "as" and first + 1 < high and words[first + 1].tag == "E"
            ):
                end = _insert_end(words, low, i, high)
                if end < high and finite(words, low, i) is None:
                    found.append(Clause([], "phrase"))
                    rest[n : n + 1] = [r for r in ((low, i), (end + 1, high)) if r[0] < r[1]]
                    return take_participles(words, rest, found)
    return None


def _past_participle(words: list[Word], i: int) -> bool:
    word = words[i]
    return word.tag == "E" or (word.tag == "B" and "participle" in english_verbs().tenses[word.low])


def _insert_end(words: list[Word], low: int, i: int, high: int) -> int:
    """Return where words between commas end, or the end where no comma closes them before the main verb."""
    before = finite(words, low, i) is not None
    for j in range(i + 2, high):
        if words[j].tag == ",":
            if not before and finite(words, j, high, 0.5) is not None:
                return j
            if (
                before
                and j + 1 < high
                and words[j + 1].tag == "C"
                and finite(words, j + 2, high) is not None
            ):
                return j
    return high
