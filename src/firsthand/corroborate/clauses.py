"""Finds the clause that tells an answer best, and prints it so that it stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.corroborate.articles import Held
from firsthand.corroborate.links import version_of
from firsthand.corroborate.periods import Period
from firsthand.corroborate.phrases import asking_words, period_words, plain_period
from firsthand.corroborate.readings import Reading
from firsthand.model.extraction import Extraction
from firsthand.model.span import Span, Spans, covers, hull

LONGEST = 160
"""Letters of a clause that is worth quoting in a list."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")
_DATELINE = re.compile(r"\A(?:[A-Z][A-Z .,'-]{1,40} )?\(?[^()\n]{2,40}\) ?[-–—] ?")
_BLANKS = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,;:.?!])")
_JOINT = re.compile(r"[\s,–—-]{1,4}\Z")
_TRIMMED = " ,;:.–—-"


@dataclass(frozen=True, slots=True)
class Clause:
    """A claim's words, from where they make sense to where they end.

    Args:
        text: The text or title in which it stands.
        spans: Those of the claim, begun earlier where it hangs on another ("of whom 3,900 died").
        points: How many of its words only point back, and whether it tells of a revision.
    """

    reading: Reading
    text: str
    spans: Spans
    points: int

    def printed(self, period: Period | None, *, number: str | None) -> str:
        """Return the words with the period absolute, and the number replaced if told to."""
        changes: list[tuple[Span, str]] = []
        time = _time_words(self.reading, self.text)
        if time and period:
            owning = self.text[time[1] : time[1] + 2] in ("'s", "’s")
            changes.append((time, plain_period(period) if owning else period_words(period)))
        if number is not None:
            start, end = hull(self.reading.span)
            changes.append(((_lead_in(self.text, start), end), number))
        out = _spliced(self.text, self.spans, changes)
        told = plain_period(period) in out or _until_now(out)
        return out if time or told else f"{out} {period_words(period)}".rstrip()


def best_clause(readings: Sequence[Reading], held: Sequence[Held]) -> Clause | None:
    """Return the clause that tells most by itself; None where none is English, short and whole."""
    fit = []
    for reading in readings:
        clause = _clause(reading, version_of(held[reading.at], reading))
        if clause is None:
            continue
        names = len(reading.slots.names.geo | reading.slots.names.own)
        start = hull(clause.spans)[0]
        rank = (clause.points, reading.title, -min(names, 2), reading.weak, reading.at, start)
        fit.append((rank, clause))
    return min(fit, key=lambda f: f[0])[1] if fit else None


def hangs(words: str) -> bool:
    """Tell whether words begin as a clause that hangs on another one ("which", "of whom")."""
    first = [w.casefold() for w in _WORD.findall(words[:40])[:2]]
    relative = asking_words().relative
    return bool(first) and (first[0] in relative or (first[0] == "of" and first[-1] in relative))


def _clause(reading: Reading, extraction: Extraction) -> Clause | None:
    document = extraction.document
    text = (document.title or "") if reading.claim.in_ == "title" else extraction.text
    spans = _whole(reading, extraction, text)
    if document.language not in (None, "en") or spans is None:
        return None
    start, end = hull(spans)
    if end - start > LONGEST:
        return None
    words = {w.casefold() for w in _WORD.findall(text[start:end])}
    points = len(words & set(asking_words().pointing)) + reading.revised
    return Clause(reading, text, spans, points)


def _whole(reading: Reading, extraction: Extraction, text: str) -> Spans | None:
    """Return the spans of a claim without a loose end, from where it hangs; None where that is unknown."""
    claim = reading.claim
    spans = _without_end(claim.span, text)
    start, end = hull(spans)
    if not hangs(text[start:end]):
        return spans
    for other in extraction.claims:
        before = hull(other.span)
        if other.in_ == claim.in_ and before[0] < start and before[1] <= start:
            joined = _JOINT.fullmatch(text[before[1] : start])
            if joined and not hangs(text[slice(*before)]):
                return ((before[0], end),)
    return None


def _without_end(spans: Spans, text: str) -> Spans:
    """Drop a word at the end with which another clause begins ("the tanker, which")."""
    start, end = spans[-1]
    last = text[start:end].rpartition(" ")
    if last[0] and last[2].casefold() in asking_words().relative:
        return (*spans[:-1], (start, start + len(last[0].rstrip(_TRIMMED))))
    return spans


def _spliced(text: str, spans: Spans, changes: Sequence[tuple[Span, str]]) -> str:
    """Return the words of the pieces with stretches of them replaced."""
    pieces = []
    for start, end in spans:
        at = start
        for (a, b), words in sorted(changes):
            if start <= a and b <= end and a >= at:
                pieces += [text[at:a], words]
                at = b
        pieces.append(text[at:end])
        pieces.append(" ")
    plain = _BLANKS.sub(" ", "".join(pieces)).strip(_TRIMMED)
    plain = _DATELINE.sub("", plain)
    return _LOOSE.sub(r"\1", plain)


def _time_words(reading: Reading, text: str) -> Span | None:
    """Return where a claim tells its time in its own words; None where it does not."""
    when = reading.claim.when
    if when and when.span and covers(reading.claim.span, when.span):
        return hull(when.span)
    for words in filter(None, (when.text if when else "", period_words(reading.slots.period))):
        for start, end in reading.claim.span:
            at = text.find(words, start, end)
            if at >= 0:
                return at, at + len(words)
    return None


def _until_now(words: str) -> bool:
    plain = f" {words.casefold()} "
    return any(f" {w} " in plain for w in asking_words().until_now)


def _lead_in(text: str, start: int) -> int:
    """Return where words begin that only lead up to a number ("a total of", "some")."""
    head = text[max(0, start - 24) : start].casefold()
    for words in sorted(asking_words().before_number, key=len, reverse=True):
        if head.endswith(f"{words} ") and not head[: -len(words) - 1][-1:].isalnum():
            return start - len(words) - 1
    return start
