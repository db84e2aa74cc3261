"""Words a question, and its leading answer as a sentence, from the claims that answer it.

The best told clause is taken; its number gives way to "how many", its time words to the period, so
that nobody has to know when the article was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from firsthand.corroborate.articles import Held
from firsthand.corroborate.data_file import load
from firsthand.corroborate.links import version_of
from firsthand.corroborate.readings import Period, Reading
from firsthand.model.question import About
from firsthand.model.span import Span, Spans, covers, hull
from firsthand.vocabulary.gazetteer import gazetteer

LONGEST = 160
"""Letters of a clause that is worth quoting in a list."""
LONGEST_SUBJECT = 8
"""Words of a subject that are put behind the verb of a question."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,4}")
_DATELINE = re.compile(r"\A(?:[A-Z][A-Z .,'-]{1,40} )?\(?[^()\n]{2,40}\) ?[-–—] ?")
_BLANKS = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,;:.?!])")


class AskingWords(msgspec.Struct):
    """The lists of `data/asking.yaml`, as they stand there."""

    irregular: dict[str, str]
    auxiliaries: list[str]
    before_number: list[str]
    units: dict[str, str]
    mass: list[str]
    pointing: list[str]


@cache
def asking_words() -> AskingWords:
    """Return the lists by which questions are worded.

    Raises:
        VocabularyError: the data file has a bad entry.
    """
    return load("asking", AskingWords)


def ask(about: About, readings: Sequence[Reading], held: Sequence[Held]) -> str:
    """Return the question in one English sentence; from its key alone where no clause serves."""
    best = _best(readings, held)
    if best is None:
        return _from_key(about, readings[0])
    if best.shape == "event":
        return _yes_or_no(best, held, about)
    if best.shape in ("fold", "change"):
        return _rise(best, about, readings)
    clause = _clause(best, held, about, number=_how_many(best))
    return f"{_upper(clause)}?"


def says(about: About, readings: Sequence[Reading], held: Sequence[Held]) -> str:
    """Return the leading answer as one sentence without a full stop.

    Args:
        readings: Those that give the leading answer.
    """
    best = _best(readings, held)
    if best is None:
        return f"{_upper(_subject(about) or 'the figure')}: {readings[0].spelled}"
    return _upper(_clause(best, held, about, number=None))


def period_words(period: Period | None) -> str:
    """Return a period as words: "in 2025", "in March 2025", "from 3 to 5 March 2025", "by 2026"."""
    if period is None:
        return ""
    start, end = period
    if start is None or end is None:
        if start:
            return f"since {_day(start)}"
        return f"by {_day(end)}" if end else ""
    if start == end:
        return f"on {_day(start)}"
    year, month, day = start[:4], start[5:7], start[8:]
    if start[5:] == "01-01" and end[5:] == "12-31":
        return f"in {year}" if end[:4] == year else f"from {year} to {end[:4]}"
    if day == "01" and start[:7] == end[:7] and int(end[8:] or 0) >= 28:
        return f"in {MONTHS[int(month) - 1]} {year}"
    return f"from {_day(start)} to {_day(end)}"


def _day(date: str) -> str:
    if len(date) < 10:
        return date
    return f"{int(date[8:10])} {MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def _best(readings: Sequence[Reading], held: Sequence[Held]) -> Reading | None:
    """Return the reading whose clause tells most by itself; None where none is English or short."""
    fit = []
    for reading in readings:
        document = version_of(held[reading.at], reading).document
        start, end = hull(reading.claim.span)
        if document.language not in (None, "en") or end - start > LONGEST:
            continue
        text = (document.title or "") if reading.claim.in_ == "title" else document.text
        words = {w.casefold() for w in _WORD.findall(text[start:end])}
        points = len(words & set(asking_words().pointing))
        names = len(reading.slots.names.geo | reading.slots.names.own)
        fit.append(
            (points, reading.title, -min(names, 2), reading.weak, reading.at, start, reading)
        )
    return min(fit, key=lambda f: f[:-1])[-1] if fit else None


def _clause(reading: Reading, held: Sequence[Held], about: About, *, number: str | None) -> str:
    """Return a reading's clause with its period absolute, and its number replaced if told to."""
    extraction = version_of(held[reading.at], reading)
    title = reading.claim.in_ == "title"
    text = (extraction.document.title or "") if title else extraction.text
    period = (about.start, about.end) if about.start or about.end else None
    changes: list[tuple[Span, str]] = []
    time = _time_words(reading, text)
    if time and period:
        told, span = period_words(period), time
        owning = text[span[1] : span[1] + 2] in ("'s", "’s")
        changes.append((span, _plain_period(period) if owning else told))
    if number is not None:
        span = hull(reading.span)
        changes.append(((_lead_in(text, span[0]), span[1]), number))
    out = _spliced(text, reading.claim.span, changes)
    told = period_words(period)
    if period and not time and told and told not in out:
        out = f"{out} {told}"
    return out


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
    plain = _BLANKS.sub(" ", "".join(pieces)).strip(" ,;:.–—-")
    plain = _DATELINE.sub("", plain)
    return _LOOSE.sub(r"\1", plain)


def _time_words(reading: Reading, text: str) -> Span | None:
    """Return where a claim tells its time in its own words; None where it does not."""
    when = reading.claim.when
    if when is None:
        return None
    if when.span and covers(reading.claim.span, when.span):
        return hull(when.span)
    for start, end in reading.claim.span:
        at = text.find(when.text, start, end) if when.text else -1
        if at >= 0:
            return at, at + len(when.text)
    return None


def _lead_in(text: str, start: int) -> int:
    """Return where words begin that only lead up to a number ("a total of", "some")."""
    head = text[max(0, start - 24) : start].casefold()
    for words in sorted(asking_words().before_number, key=len, reverse=True):
        if head.endswith(f"{words} ") and not head[: -len(words) - 1][-1:].isalnum():
            return start - len(words) - 1
    return start


def _how_many(reading: Reading) -> str:
    if reading.shape == "share":
        return "what share"
    plain = (reading.unit or "").partition("/")[0]
    return "how much" if plain in asking_words().mass else "how many"


def _rise(best: Reading, about: About, readings: Sequence[Reading]) -> str:
    subject = _counted_subject(about, readings)
    period = (about.start, about.end) if about.start or about.end else None
    base = (about.base_start, about.base_end) if about.base_start or about.base_end else None
    told = period_words(period)
    since = f" from {_plain_period(base)}" if base else ""
    to = f" to {_plain_period(period)}" if base and period else f" {told}" if told else ""
    if best.shape == "fold":
        return f"By what factor did {subject} change{since}{to}?"
    return f"By how much did {subject} change{since}{to}?"


def _counted_subject(about: About, readings: Sequence[Reading]) -> str:
    """Return what rises or falls: the unit counted beside the ratio, and whom it is about."""
    units = Counter(
        q.unit
        for r in readings
        for q in r.claim.quantities
        if q.unit and q.relation not in ("fold", "change", "share")
    )
    names = _subject(about)
    if not units:
        return f"the figure for {names}" if names else "the figure"
    unit = unit_words(max(units, key=lambda u: (units[u], u)))
    return f"the {unit} of {names}" if names else f"the {unit}"


def _plain_period(period: Period | None) -> str:
    words = period_words(period)
    return words.removeprefix("in ").removeprefix("on ")


def _yes_or_no(reading: Reading, held: Sequence[Held], about: About) -> str:
    """Turn a clause into a question: its auxiliary goes to the front, else "did" does."""
    clause = _clause(reading, held, about, number=None)
    who = (reading.claim.who or "").strip()
    if who and clause.startswith(who) and len(who.split()) <= LONGEST_SUBJECT:
        rest = clause[len(who) :].strip()
        verb, _, after = rest.partition(" ")
        if verb.casefold() in asking_words().auxiliaries:
            return f"{verb.capitalize()} {_lower(who)} {after}?".replace(" ?", "?")
        base = _base(verb)
        if base:
            return f"Did {_lower(who)} {base} {after}?".replace(" ?", "?")
    return f"Is it so that {_lower(clause)}?"


def _base(verb: str) -> str | None:
    """Return the base of a verb in the past; None where the word is no such verb."""
    plain = verb.casefold()
    known = asking_words().irregular.get(plain)
    if known or not plain.endswith("ed"):
        return known
    stem = plain[:-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return plain[:-1] if stem.endswith(_TAKES_E) else stem


_TAKES_E = (
    "at", "iv", "ov", "av", "uc", "ac", "nc", "rc", "is", "os", "us", "as", "rs", "ns", "uir", "ar",
    "or", "ir", "ur", "in", "id", "ud", "ag", "rg", "ng", "dg", "bl", "pl", "tl", "dl", "gl", "et",
    "ot", "ut", "it", "iz", "yz", "ap", "op", "ak", "ik", "ok", "um", "am", "im", "ul", "il", "ol",
)  # fmt: skip


def _from_key(about: About, reading: Reading) -> str:
    """Word a question from its key alone."""
    parts = [
        _subject(about),
        period_words((about.start, about.end) if about.start or about.end else None),
    ]
    tail = ", ".join(filter(None, parts)) or "in these reports"
    if reading.shape == "event":
        return f"Did it happen ({reading.claim.kind.replace('-', ' ')}): {tail}?"
    unit = unit_words(reading.unit)
    if reading.shape in ("fold", "change"):
        return f"By how much did it change ({unit}): {tail}?"
    return f"How many {unit}: {tail}?"


def unit_words(unit: str | None) -> str:
    """Return a unit in words; "in all" where none is told."""
    return asking_words().units.get(unit or "", (unit or "in all").replace("-", " "))


def _subject(about: About) -> str:
    """Return whom a question is about: the parties and the place by their names."""
    names = [name_of(p) for p in about.parties]
    if about.place and about.place not in about.parties:
        names.append(name_of(about.place))
    return " and ".join(names[:3])


def name_of(ident: str) -> str:
    """Return the name of a known place or body; others stand for themselves, with capitals."""
    place, body = gazetteer().place(ident), gazetteer().body(ident)
    if place or body:
        return place.name if place else body.name if body else ident
    return " ".join(w[:1].upper() + w[1:] for w in ident.split())


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """Begin with a small letter where the first word is an article or a common word."""
    first = text.partition(" ")[0]
    common = {"the", "a", "an", "some", "about", "at", "in", "on", "more", "of", "all", "no"}
    return text[:1].lower() + text[1:] if first.casefold() in common else text
