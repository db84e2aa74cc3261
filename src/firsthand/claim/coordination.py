"""Clauses that "and", "but" and "nor" join: cut where a verb follows."""

from __future__ import annotations

from firsthand.claim.clause_parts import Clause, Range, trim
from firsthand.claim.tagging import Word, english_verbs
from firsthand.claim.verb_groups import FINITE, finite, strength
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.quantity_words import quantity_words


def coordinated(words: list[Word], rest: list[Range], *, headline: bool = False) -> list[Clause]:
    """Cut the main words at "and", "but", "nor" where a verb follows; each gets its verb."""
    clauses: list[Clause] = []
    ranges: list[Range] = []
    shared = False
    for low, high in rest:
        start = low
        for j in range(low + 1, high - 1):
            if words[j].tag != "C" and not (
                (headline and _splice(words, j, low, high)) or _listed(words, j, start, high)
            ):
                continue
            if not _has_verb(words, ranges, start, j):
                continue
            right = right_verb(words, j, high)
            if not right:
                continue
            ranges.append((start, j))
            _close(words, clauses, ranges, shared)
            ranges, start, shared = [], j + 1, right == "shared"
        if start < high:
            ranges.append((start, high))
    _close(words, clauses, ranges, shared)
    return _gapped(words, clauses)


def _splice(words: list[Word], j: int, low: int, high: int) -> bool:
    """Tell a comma between two headlines in one: "X built a drone, mass production starts"."""
    if words[j].tag != ",":
        return False
    left, right = finite(words, low, j, 2.0), finite(words, j + 1, high, 2.0)
    return left is not None and right is not None and right > j + 1


def _listed(words: list[Word], j: int, low: int, high: int) -> bool:
    """Tell a comma in a list of clauses: "two were rescued, a third drowned and four are missing"."""
    if words[j].tag != ",":
        return False
    joint = next((k for k in range(j + 2, high) if words[k].tag in "C,;:"), None)
    if joint is None or words[joint].tag != "C" or finite(words, low, j) is None:
        return False
    at = finite(words, j + 1, joint, 2.5)
    if at is None:
        at = joint - 1 if words[joint - 1].tag in "EV" else None
    opens = at is not None and at > j + 1 and words[j + 1].tag in "DNO#"
    return opens and right_verb(words, joint, high) == "own"


def _has_verb(words: list[Word], ranges: list[Range], low: int, high: int) -> bool:
    # Behind words that were taken out the verb has lost the subject in front of it.
    return any(
        finite(words, a, b, 1.0 if n or (a > 0 and words[a - 1].tag == ",") else FINITE) is not None
        for n, (a, b) in enumerate([*ranges, (low, high)])
    )


def right_verb(words: list[Word], j: int, high: int) -> str:
    """Return "shared" where a verb follows "and" at once, "own" where a subject with its verb does, else ""."""
    first = j + 1
    while first < high and (words[first].tag == "A" or words[first].tag == ","):
        first += 1
    if first >= high:
        return ""
    word = words[first]
    if word.tag in "XV" or _plans(words, first, high):
        return "shared"
    if (
        word.tag == "B"
        and "past" in english_verbs().tenses[word.low]
        and first + 1 < high
        and words[first + 1].tag in "D#NOPA"
    ):
        return "shared"
    if word.tag == "E":
        after = words[first + 1] if first + 1 < high else None
        if after is None or after.tag != "N" or words[j - 1].tag != "E":
            return "shared" if not (after is not None and after.low == "by") else ""
    if word.tag == "Z" and strength(words, first, j, high) >= FINITE:
        return "shared"
    if (
        word.tag == "B"
        and word.low not in clause_words("en").nouns
        and first + 1 < high
        and words[first + 1].tag in "D#NOP"
    ):
        left = finite(words, max(0, j - 40), j)
        if left is not None and words[left].tag == "B":
            return "shared"
        if any(
            words[k].tag == "T" or words[k].low in clause_words("en").modals
            for k in range(max(0, j - 25), j)
        ):
            return "shared"
    stops = ";:" if words[j - 1].tag == "," else ";:,"
    limit = next((k for k in range(first, high) if words[k].tag in stops), high)
    at = finite(words, first, limit, 2.0 if words[j - 1].tag != "," else FINITE)
    if at is None or at == first:
        return ""
    return "own"


def _plans(words: list[Word], i: int, high: int) -> bool:
    """Tell "and hopes to deliver" from "and hopes of a deal"."""
    if i + 2 >= high or words[i + 1].tag != "T" or words[i + 2].tag != "B":
        return False
    return words[i].tag in "ZE" and words[i].low in clause_words("en").plans


def _close(words: list[Word], clauses: list[Clause], ranges: list[Range], shared: bool) -> None:
    trimmed = [t for t in (trim(words, a, b) for a, b in ranges) if t[0] < t[1]]
    if not trimmed:
        return
    clauses.append(Clause(trimmed, shared_subject=shared))


def _gapped(words: list[Word], clauses: list[Clause]) -> list[Clause]:
    """Cut "Germany took 44 per cent, Austria a quarter and Italy the rest" at each new subject."""
    out: list[Clause] = []
    for clause in clauses:
        out.extend(_gaps(words, clause))
    return out


def _gaps(words: list[Word], clause: Clause) -> list[Clause]:
    low, high = clause.ranges[-1]
    cuts = []
    at = finite(words, low, high)
    if at is not None:
        for j in range(at + 2, high - 2):
            if (words[j].tag == "," or words[j].low == "and") and _gap(words, j + 1, high):
                cuts.append(j)
    if not cuts:
        return [clause]
    pieces = [[*clause.ranges[:-1], (low, cuts[0])]]
    for n, cut in enumerate(cuts):
        end = cuts[n + 1] if n + 1 < len(cuts) else high
        pieces.append([(cut + 1, end)])
    return [
        Clause([r for r in p if r[0] < r[1]], "main" if n == 0 else "gap")
        for n, p in enumerate(pieces)
    ]


def _gap(words: list[Word], first: int, high: int) -> bool:
    """Tell whether a name and at once a quantity follow: "Austria a quarter"."""
    i = first
    while i < high and words[i].tag == "N" and words[i].capital:
        i += 1
    if i == first or i >= high:
        return False
    word = words[i]
    if word.tag == "#":
        named = words[i - 1].low in quantity_words("en").names
        behind = words[i + 1] if i + 1 < high else None
        return not named and behind is not None and (behind.tag in "N%" or behind.tag == "#")
    nxt = words[i + 1].low if i + 1 < high else ""
    return (
        word.low in ("a", "the", "another", "some", "about", "nearly", "over")
        and nxt in clause_words("en").part_nouns
    )
