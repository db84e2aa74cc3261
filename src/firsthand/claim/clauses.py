"""Clauses of an English stretch of words: the smallest parts that carry a fact of their own.

Order of cutting: hard marks, relative clauses behind a comma, subordinate clauses, participle clauses, then
coordination. A cut is made only where both sides have a verb of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from firsthand.claim.tagging import Word, english_verbs
from firsthand.claim.verb_groups import FINITE, Group, finite, group_at, strength
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.quantity_words import quantity_words

Sort = Literal[
    "main", "relative", "time", "cause", "contrast", "condition", "participle", "phrase", "gap"
]
_HARD = frozenset(";:—–")
_SKIP = frozenset(",;:.!?—–-\"“”«»„()[]'‘’…")


@dataclass(slots=True)
class Clause:
    """A clause: ranges of word indexes, its sort, its verb, and the clause that it leans on.

    `leans`: index of the clause whose subject, time or condition it shares. `conditional`: an if-clause governs it.
    """

    ranges: list[tuple[int, int]]
    sort: Sort = "main"
    verb: Group | None = None
    leans: int | None = None
    conditional: bool = False
    shared_subject: bool = False
    why: list[str] = field(default_factory=list)


class Cutter:
    """Cuts a row of words into clauses."""

    def __init__(self, words: list[Word], *, headline: bool = False) -> None:
        self.words = words
        self.headline = headline
        self.data = clause_words("en")
        self.subordinators = self.data.subordinators
        self.out: list[Clause] = []

    def cut(self) -> list[Clause]:
        """Return the clauses in text order."""
        for low, high in self._hard(0, len(self.words)):
            self._sentence(low, high)
        self.out = [c for c in self.out if c.ranges]
        return self.out

    # --- marks ------------------------------------------------------------------------------------

    def _hard(self, low: int, high: int) -> list[tuple[int, int]]:
        """Return the stretches between semicolons, colons and dashes that have a verb on both sides."""
        cuts, at = [], low
        for i in range(low, high):
            if self.words[i].tag not in _HARD:
                continue
            left = finite(self.words, at, i) is not None
            right = finite(self.words, i + 1, high) is not None
            if left and (right or self.words[i].tag == ";"):
                cuts.append((at, i))
                at = i + 1
        return [*cuts, (at, high)]

    def _sentence(self, low: int, high: int) -> None:
        low, high = self._trim(low, high)
        if (
            low < high
            and self._joins(low) in ("contrast", "cause")
            and self._end_of_lead(low, high) == high
        ):
            low += 1  # "though Moscow remains opposed", where the main clause stood before a voice
        if low >= high:
            return
        rest = [(low, high)]
        found: list[Clause] = []
        conditional = self._conditions(rest, found)
        self._relatives(rest, found)
        self._subordinates(rest, found)
        self._participles(rest, found)
        base = len(self.out)
        mains = self._coordinated(rest)
        for clause in mains:
            clause.conditional = clause.conditional or conditional
            self.out.append(clause)
        for clause in found:
            clause.leans = base if mains else None
            self.out.append(clause)

    def _trim(self, low: int, high: int) -> tuple[int, int]:
        while low < high and (
            self.words[low].tag in _SKIP
            or self.words[low].tag == "C"
            or (self.words[low].low == "that" and not self._pronoun(low, high))
        ):
            low += 1
        while high > low and (self.words[high - 1].tag in _SKIP or self.words[high - 1].tag == "C"):
            high -= 1
        return low, high

    def _pronoun(self, low: int, high: int) -> bool:
        """Tell "that" that stands for something from one that opens a clause."""
        return low + 1 < high and self.words[low + 1].tag in "XVZ"

    # --- conditions -------------------------------------------------------------------------------

    def _conditions(self, rest: list[tuple[int, int]], found: list[Clause]) -> bool:
        """Take if-clauses out; tell whether there was one."""
        low, high = rest[0]
        seen = False
        for i in range(low, high):
            if self._joins(i) != "condition" or (i > low and self.words[i].low == "should"):
                continue
            if self.words[i].low == "should" and not self._inverted(i, high):
                continue
            end = (
                self._end_of_lead(i, high)
                if i == low or self.words[i - 1].low in ("only", "even", "but")
                else self._end_of_tail(i, high)
            )
            if finite(self.words, i + 1, end, 0.5) is None and self.words[i].low != "should":
                continue
            seen = True
            start = i - 1 if i > low and self.words[i - 1].low in ("only", "even", "but") else i
            found.append(Clause([self._trim(i + 1, end)], "condition"))
            rest[:] = [r for r in ((low, start), (end, high)) if r[0] < r[1]]
            break
        return seen

    def _inverted(self, i: int, high: int) -> bool:
        return any(self.words[j].tag == "B" for j in range(i + 1, min(high, i + 12)))

    def _joins(self, i: int) -> str:
        words = self.words
        two = f"{words[i].low} {words[i + 1].low}" if i + 1 < len(words) else ""
        three = f"{two} {words[i + 2].low}" if i + 2 < len(words) else ""
        for key in (three, two, words[i].low):
            if key in self.subordinators:
                return self.subordinators[key]
        return ""

    def _end_of_lead(self, i: int, high: int) -> int:
        """Return where a clause that opens the sentence ends: at the comma before a subject with its verb."""
        for j in range(i + 1, high):
            if self.words[j].tag == "," and finite(self.words, j + 1, high) is not None:
                if finite(self.words, i + 1, j, 0.5) is not None or self.words[i].low == "should":
                    return j
        return high

    def _end_of_tail(self, i: int, high: int) -> int:
        """Return where a clause inside the sentence ends: at a hard mark, or at ", and" with a clause."""
        for j in range(i + 2, high):
            if self.words[j].tag == "," and j + 1 < high and self.words[j + 1].tag == "C":
                if (
                    finite(self.words, j + 2, high) is not None
                    and finite(self.words, i + 1, j) is not None
                ):
                    return j
        return high

    # --- relative clauses -------------------------------------------------------------------------

    def _relatives(self, rest: list[tuple[int, int]], found: list[Clause]) -> None:
        """Take out clauses that ", which" and ", of whom" open."""
        for at, (low, high) in enumerate(list(rest)):
            for i in range(low + 1, high - 1):
                if self.words[i].tag != ",":
                    continue
                opener = self._opens_relative(i + 1, high)
                if not opener:
                    continue
                end = self._relative_end(low, i, high)
                start = i + 1
                inner = self._pieces(start, end)
                for n, piece in enumerate(inner):
                    found.append(Clause([piece], "relative", shared_subject=n > 0))
                rest[at : at + 1] = [r for r in ((low, i), (end + 1, high)) if r[0] < r[1]]
                return

    def _opens_relative(self, i: int, high: int) -> bool:
        word = self.words[i]
        if word.tag == "R" and word.low not in ("when",):
            return finite(self.words, i + 1, high, 1.0) is not None or self._verb_after(i, high)
        if word.tag in "P#DO" or word.low in (
            "some",
            "most",
            "many",
            "all",
            "half",
            "none",
            "one",
            "two",
        ):
            for j in range(i + 1, min(i + 6, high)):
                if self.words[j].tag == "R" and self.words[j - 1].tag == "P":
                    return True
        return False

    def _verb_after(self, i: int, high: int) -> bool:
        return i + 1 < high and self.words[i + 1].tag in "XVEZB"

    def _relative_end(self, low: int, i: int, high: int) -> int:
        main_before = finite(self.words, low, i) is not None
        for j in range(i + 2, high):
            if self.words[j].tag != ",":
                continue
            after = j + 1
            if not main_before and after < high:
                if (
                    strength(self.words, after, after - 1, high) >= FINITE
                    or self.words[after].tag in "XVE"
                    or (
                        self.words[after].tag == "A"
                        and after + 1 < high
                        and self.words[after + 1].tag in "XVEZ"
                    )
                ):
                    return j
            elif (
                main_before
                and after + 1 < high
                and self.words[after].tag == "C"
                and finite(self.words, after + 1, high) is not None
            ):
                return j
        return high

    def _pieces(self, low: int, high: int) -> list[tuple[int, int]]:
        """Return the coordinated parts of a relative clause: "which closed and lost jobs"."""
        parts = []
        start = low
        for j in range(low + 2, high - 1):
            if self.words[j].tag == "C" and self._right_verb(j, high) == "shared":
                parts.append((start, j))
                start = j + 1
        return [*parts, (start, high)]

    # --- subordinate clauses ----------------------------------------------------------------------

    def _subordinates(self, rest: list[tuple[int, int]], found: list[Clause]) -> None:
        """Take out clauses that "while", "after", "because" open and that have a verb."""
        for n, (low, high) in enumerate(list(rest)):
            for i in range(low, high - 2):
                joins = self._joins(i)
                if joins in ("", "none", "condition") or not self._opens_clause(i, low, high):
                    continue
                leading = i == low
                end = self._end_of_lead(i, high) if leading else self._end_of_tail(i, high)
                if leading and end == high:
                    continue
                inside = [(i + 1, end)]
                nested: list[Clause] = []
                self._subordinates(inside, nested)
                parts = self._coordinated(inside)
                for part in parts:
                    part.sort = joins  # type: ignore[assignment]
                found.extend([*parts, *nested])
                more = [r for r in ((low, i), (end, high)) if r[0] < r[1]]
                rest[n : n + 1] = more
                if len(more) > 0:
                    tail = [r for r in rest if r not in more]
                    inner = more[:]
                    self._subordinates(inner, found)
                    rest[:] = tail[:n] + inner + tail[n:]
                return

    def _opens_clause(self, i: int, low: int, high: int) -> bool:
        word = self.words[i].low
        start = i + 1
        if word == "as" and i > low and self.words[i - 1].tag in "GE":
            return False  # "posing as recruiters"
        if word == "as":
            if i + 1 < high and self.words[i + 1].low in (
                "many",
                "much",
                "few",
                "well",
                "of",
                "a",
                "part",
                "high",
                "little",
                "such",
                "an",
                "the",
                "to",
                "at",
            ):
                if self.words[i + 1].low not in ("the", "a", "an"):
                    return False
            if i > low and self.words[i - 1].low in (
                "such",
                "same",
                "soon",
                "long",
                "far",
                "well",
                "many",
                "much",
            ):
                return False
            return (
                finite(self.words, start, high, 2.0) is not None and self.words[start].tag in "NDO#"
            )
        if word in ("when", "where") and i > low and self.words[i - 1].tag not in ",":
            return finite(self.words, start, high) is not None
        least = 2.0 if word in ("since", "after", "before", "until", "once") else FINITE
        at = finite(self.words, start, self._clause_limit(start, high), least)
        return at is not None and at > start - 1

    def _clause_limit(self, start: int, high: int) -> int:
        for j in range(start, high):
            if self.words[j].tag == ",":
                return j
        return high

    # --- participle clauses -----------------------------------------------------------------------

    def _participles(self, rest: list[tuple[int, int]], found: list[Clause]) -> None:
        """Take out ", representing an increase" and drop ", shut since 2011," between commas."""
        for n, (low, high) in enumerate(list(rest)):
            for i in range(low + 1, high - 1):
                if self.words[i].tag != ",":
                    continue
                first = i + 1 + (self.words[i + 1].tag == "A" and i + 2 < high)
                if first >= high:
                    continue
                if self.words[first].tag == "G" and self.words[first].low not in (
                    "including",
                    "excluding",
                    "following",
                    "according",
                    "regarding",
                    "concerning",
                    "depending",
                    "being",
                    "involving",
                    "ranging",
                    "citing",
                    "quoting",
                    "totalling",
                    "totaling",
                ):
                    end = self._insert_end(low, i, high)
                    found.append(Clause([(i + 1, end)], "participle"))
                    rest[n : n + 1] = [r for r in ((low, i), (end + 1, high)) if r[0] < r[1]]
                    return self._participles(rest, found)
                if (
                    self._past_participle(first)
                    or self.words[first].low == "as"
                    and first + 1 < high
                    and self.words[first + 1].tag == "E"
                ):
                    end = self._insert_end(low, i, high)
                    if end < high and finite(self.words, low, i) is None:
                        found.append(Clause([], "phrase"))
                        rest[n : n + 1] = [r for r in ((low, i), (end + 1, high)) if r[0] < r[1]]
                        return self._participles(rest, found)
        return None

    def _past_participle(self, i: int) -> bool:
        word = self.words[i]
        return word.tag == "E" or (
            word.tag == "B" and "participle" in english_verbs().tenses[word.low]
        )

    def _insert_end(self, low: int, i: int, high: int) -> int:
        """Return where words between commas end, or the end where no comma closes them before the main verb."""
        before = finite(self.words, low, i) is not None
        for j in range(i + 2, high):
            if self.words[j].tag == ",":
                if not before and finite(self.words, j, high, 0.5) is not None:
                    return j
                if (
                    before
                    and j + 1 < high
                    and self.words[j + 1].tag == "C"
                    and finite(self.words, j + 2, high) is not None
                ):
                    return j
        return high

    # --- coordination -----------------------------------------------------------------------------

    def _coordinated(self, rest: list[tuple[int, int]]) -> list[Clause]:
        """Cut the main words at "and", "but", "nor" where a verb follows; each gets its verb."""
        clauses: list[Clause] = []
        ranges: list[tuple[int, int]] = []
        shared = False
        for low, high in rest:
            start = low
            for j in range(low + 1, high - 1):
                if self.words[j].tag != "C" and not self._splice(j, low, high):
                    continue
                if not self._has_verb(ranges, start, j):
                    continue
                right = self._right_verb(j, high)
                if not right:
                    continue
                ranges.append((start, j))
                self._close(clauses, ranges, shared)
                ranges, start, shared = [], j + 1, right == "shared"
            if start < high:
                ranges.append((start, high))
        self._close(clauses, ranges, shared)
        return self._gapped(clauses)

    def _splice(self, j: int, low: int, high: int) -> bool:
        """Tell a comma between two headlines in one: "X built a drone, mass production starts"."""
        if not self.headline or self.words[j].tag != ",":
            return False
        left, right = finite(self.words, low, j, 2.0), finite(self.words, j + 1, high, 2.0)
        return left is not None and right is not None and right > j + 1

    def _has_verb(self, ranges: list[tuple[int, int]], low: int, high: int) -> bool:
        # Behind words that were taken out the verb has lost the subject in front of it.
        return any(
            finite(self.words, a, b, 1.0 if n or a > 0 and self.words[a - 1].tag == "," else FINITE)
            is not None
            for n, (a, b) in enumerate([*ranges, (low, high)])
        )

    def _right_verb(self, j: int, high: int) -> str:
        """Return "shared" where a verb follows "and" at once, "own" where a subject with its verb does, else ""."""
        first = j + 1
        while first < high and (self.words[first].tag == "A" or self.words[first].tag == ","):
            first += 1
        if first >= high:
            return ""
        word = self.words[first]
        if word.tag in "XV":
            return "shared"
        if (
            word.tag == "B"
            and "past" in english_verbs().tenses[word.low]
            and first + 1 < high
            and self.words[first + 1].tag in "D#NOPA"
        ):
            return "shared"
        if word.tag == "E":
            after = self.words[first + 1] if first + 1 < high else None
            if after is None or after.tag != "N" or self.words[j - 1].tag != "E":
                return "shared" if not (after is not None and after.low == "by") else ""
        if word.tag == "Z" and strength(self.words, first, j, high) >= FINITE:
            return "shared"
        if (
            word.tag == "B"
            and word.low not in self.data.nouns
            and first + 1 < high
            and self.words[first + 1].tag in "D#NOP"
        ):
            left = finite(self.words, max(0, j - 40), j)
            if left is not None and self.words[left].tag == "B":
                return "shared"
            if any(
                self.words[k].tag == "T" or self.words[k].low in self.data.modals
                for k in range(max(0, j - 25), j)
            ):
                return "shared"
        stops = ";:" if self.words[j - 1].tag == "," else ";:,"
        limit = next((k for k in range(first, high) if self.words[k].tag in stops), high)
        at = finite(self.words, first, limit, 2.0 if self.words[j - 1].tag != "," else FINITE)
        if at is None or at == first:
            return ""
        between = self.words[first:at]
        if any(w.tag in "C" for w in between) and self.words[j - 1].tag != ",":
            # "A and B and C are": the verb belongs to the whole row unless the left has its own object.
            pass
        return "own"

    def _close(self, clauses: list[Clause], ranges: list[tuple[int, int]], shared: bool) -> None:
        trimmed = [t for t in (self._trim(a, b) for a, b in ranges) if t[0] < t[1]]
        if not trimmed:
            return
        clause = Clause(trimmed, shared_subject=shared)
        if clauses:
            clause.leans = None
        clauses.append(clause)

    def _gapped(self, clauses: list[Clause]) -> list[Clause]:
        """Cut "Germany took 44 per cent, Austria a quarter and Italy the rest" at each new subject."""
        out: list[Clause] = []
        for clause in clauses:
            out.extend(self._gaps(clause))
        return out

    def _gaps(self, clause: Clause) -> list[Clause]:
        low, high = clause.ranges[-1]
        cuts = []
        at = finite(self.words, low, high)
        if at is not None:
            for j in range(at + 2, high - 2):
                if (self.words[j].tag == "," or self.words[j].low == "and") and self._gap(
                    j + 1, high
                ):
                    cuts.append(j)
        if not cuts:
            return [clause]
        pieces = [clause.ranges[:-1] + [(low, cuts[0])]]
        for n, cut in enumerate(cuts):
            end = cuts[n + 1] if n + 1 < len(cuts) else high
            pieces.append([(cut + 1, end)])
        return [
            Clause([r for r in p if r[0] < r[1]], "main" if n == 0 else "gap")
            for n, p in enumerate(pieces)
        ]

    def _gap(self, first: int, high: int) -> bool:
        """Tell whether a name and at once a quantity follow: "Austria a quarter"."""
        i = first
        while i < high and self.words[i].tag == "N" and self.words[i].capital:
            i += 1
        if i == first or i >= high:
            return False
        word = self.words[i]
        if word.tag == "#":
            named = self.words[i - 1].low in quantity_words("en").names
            behind = self.words[i + 1] if i + 1 < high else None
            return not named and behind is not None and (behind.tag in "N%" or behind.tag == "#")
        nxt = self.words[i + 1].low if i + 1 < high else ""
        return word.low in ("a", "the", "another", "some", "about", "nearly", "over") and nxt in (
            "quarter",
            "third",
            "fifth",
            "tenth",
            "half",
            "remaining",
            "rest",
            "remainder",
            "further",
            "sixth",
            "eighth",
        )


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
        low -= low > 0 and words[low - 1].tag == "," and low > clause.ranges[0][0]
        at = finite(words, low, high, 1.0)
        if at is not None:
            value = strength(words, at, low, high)
            if best is None or value > best[0]:
                best = (value, at, high)
    if best:
        return group_at(words, best[1], best[2])
    for low, high in clause.ranges:
        for i in range(low, high):
            if words[i].tag in "GE":
                return group_at(words, i, high)
    return None


def cut_clauses(words: list[Word], *, headline: bool = False) -> list[Clause]:
    """Return the clauses of a row of words with their verbs."""
    clauses = Cutter(words, headline=headline).cut()
    for clause in clauses:
        clause.verb = find_verb(words, clause)
    return clauses
