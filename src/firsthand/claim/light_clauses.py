"""Clauses of German, Russian and Ukrainian: cut at commas and joining words where both sides have a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from firsthand.claim.tagging import TOKEN, Word
from firsthand.claim.verb_groups import Group
from firsthand.vocabulary.light_words import Light, light_words

_MARKS = frozenset(";:—–")
_EDGES = frozenset(",;:.!?—–-\"“”«»„()[]'‘’…")
_RUSSIAN_ASIDE = re.compile(
    r"[а-яёіїє]{3,}(?:анн|енн|ённ|вш|ющ|ящ|ащ|ущ)(?:ый|ая|ое|ые|ий|яя|ее|ие|ого|ой|ых|их|ую|им|ым|ої|і|а|е)"
)


@dataclass(slots=True)
class Segment:
    """Words between two marks or joining words, with what opens them."""

    low: int
    high: int
    opener: str = ""
    finite: bool = False


@dataclass(slots=True)
class LightClause:
    """A clause as ranges of word indexes; `sort` as in the English grammar."""

    ranges: list[tuple[int, int]]
    sort: str = "main"
    conditional: bool = False
    shared: bool = False
    segments: list[Segment] = field(default_factory=list)


def light_words_of(text: str, language: str, start: int, end: int) -> list[Word]:
    """Return the words of a stretch with their tags: V finite verb, P, C, S, R, #, N and marks."""
    light = light_words(language)
    out: list[Word] = []
    for match in TOKEN.finditer(text, start, end):
        written = match[0]
        low = written.lower()
        if len(low) != len(written):
            low = written
        tag = _tag(written, low, light, language, not out)
        out.append(Word(match.start(), match.end(), low, tag, written[0].isupper()))
    return out


def _tag(written: str, low: str, light: Light, language: str, first: bool) -> str:
    words = light.words
    if written[0].isdigit():
        return "#"
    if not written[0].isalnum():
        return written[0]
    if low in words.coordinators:
        return "C"
    if _finite(written, low, light, language, first):
        return "V"
    if low in words.prepositions:
        return "P"
    return "N"


def _finite(written: str, low: str, light: Light, language: str, first: bool) -> bool:
    words = light.words
    if written[0].isupper() and not first and language == "de":
        return False
    if low in words.not_finite or low in words.prepositions:
        return False
    known = (
        words.future,
        words.would,
        words.may,
        words.must,
        words.present,
        words.past,
        words.preterites,
    )
    if any(low in each for each in known):
        return True
    if written[0].isupper():
        return False
    return light.finite.fullmatch(low) is not None


def cut_light(words: list[Word], language: str) -> list[LightClause]:
    """Return the clauses of a row of words in the order in which they begin."""
    return _Cutter(words, language).cut()


class _Cutter:
    def __init__(self, words: list[Word], language: str) -> None:
        self.words = words
        self.language = language
        self.light = light_words(language)
        self.done: list[LightClause] = []
        self.main: LightClause | None = None

    def cut(self) -> list[LightClause]:
        conditional = False
        last: LightClause | None = None
        for segment in self._segments():
            sort = self._sort(segment)
            if sort == "aside":
                continue
            if sort == "condition" and segment.finite:
                conditional = True
                last = LightClause([], "condition")
                continue
            if not segment.finite:
                self._append(last, segment)
                continue
            last = self._place(segment, sort)
        out = [c for c in self.done if c.ranges]
        for clause in out:
            clause.ranges = [r for r in (self._trim(a, b) for a, b in clause.ranges) if r[0] < r[1]]
            if clause.sort == "main":
                clause.conditional = conditional
        return [c for c in out if c.ranges]

    def _place(self, segment: Segment, sort: str) -> LightClause:
        """Give a segment with a verb its clause: the main clause that lacks one, or a new one."""
        if sort in ("relative", "time", "contrast", "cause", "none"):
            clause = LightClause([(segment.low, segment.high)], sort)
            self.done.append(clause)
            return clause
        main = self.main
        if main is not None and not any(s.finite for s in main.segments) and segment.opener != ";":
            main.ranges.append((segment.low, segment.high))
            main.segments.append(segment)
            return main
        clause = LightClause([(segment.low, segment.high)], "main", segments=[segment])
        clause.shared = segment.opener == "C" and self.words[segment.low].tag == "V"
        self.done.append(clause)
        self.main = clause
        return clause

    def _append(self, last: LightClause | None, segment: Segment) -> None:
        target = last or self.main
        if target is None:
            target = LightClause([], "main")
            self.done.append(target)
            self.main = target
        if target.sort == "condition":
            return
        if target.ranges and segment.low - target.ranges[-1][1] <= 2:
            target.ranges[-1] = (target.ranges[-1][0], segment.high)
        else:
            target.ranges.append((segment.low, segment.high))
        target.segments.append(segment)

    def _segments(self) -> list[Segment]:
        """Cut at marks, and at joining words behind which a verb follows."""
        out: list[Segment] = []
        low, opener = 0, ""
        for i, word in enumerate(self.words):
            cut = word.tag in ",;:—–" or (
                word.tag == "C" and self._verb_between(low, i) and self._opens(i)
            )
            if not cut:
                continue
            if i > low:
                out.append(Segment(low, i, opener, self._verb_between(low, i)))
            opener = (
                ";"
                if word.tag == ";"
                else "C"
                if word.tag == "C"
                else ("C" if opener == "C" and i == low else ",")
            )
            if word.tag == "C" and i == low and out:
                opener = "C"
            low = i + 1
        if low < len(self.words):
            out.append(
                Segment(low, len(self.words), opener, self._verb_between(low, len(self.words)))
            )
        return out

    def _verb_between(self, low: int, high: int) -> bool:
        return any(self.words[i].tag == "V" for i in range(low, high))

    def _opens(self, i: int) -> bool:
        """Tell whether a verb follows "and" before the next mark."""
        for k in range(i + 1, len(self.words)):
            if self.words[k].tag in ",;:.":
                return False
            if self.words[k].tag == "V":
                return True
        return False

    def _sort(self, segment: Segment) -> str:
        words, light = self.words, self.light.words
        i = segment.low
        while i < segment.high and (words[i].tag == "C" or words[i].tag in _EDGES):
            i += 1
        if i >= segment.high:
            return "main"
        for length in (4, 3, 2, 1):
            key = " ".join(w.low for w in words[i : i + length])
            if key in light.subordinators:
                if length == 1 and not segment.finite:
                    break
                return light.subordinators[key]
        if segment.opener in (",", ""):
            if segment.low > 0 and self._relative(i, segment):
                return "relative"
            if words[i].low in light.asides or (
                self.language != "de"
                and not words[i].capital
                and _RUSSIAN_ASIDE.fullmatch(words[i].low)
            ):
                return "aside"
        return "main"

    def _relative(self, i: int, segment: Segment) -> bool:
        words, light = self.words, self.light.words
        if words[i].low in light.relatives:
            if self.language == "de":
                return words[segment.high - 1].tag == "V" or self._late_verb(i, segment.high)
            return True
        behind = i + 1 < segment.high and words[i + 1].low in light.relatives
        return words[i].tag in "P#" and behind and segment.finite

    def _late_verb(self, i: int, high: int) -> bool:
        """Tell a German relative clause, whose verb stands late, from a main clause that a pronoun opens."""
        first = next((k for k in range(i, high) if self.words[k].tag == "V"), high)
        return first - i > 2

    def _trim(self, low: int, high: int) -> tuple[int, int]:
        while low < high and (self.words[low].tag in _EDGES or self.words[low].tag == "C"):
            low += 1
        while high > low and (
            self.words[high - 1].tag in _EDGES or self.words[high - 1].tag == "C"
        ):
            high -= 1
        return low, high


def light_verb(row: list[Word]) -> Group | None:
    """Return the first finite verb of a clause as its verb; its words are all verbs and the last word."""
    at = next((i for i, w in enumerate(row) if w.tag == "V"), None)
    if at is None:
        return None
    words = tuple(w.low for w in row if w.tag == "V")
    return Group(at, at + 1, words, words)
