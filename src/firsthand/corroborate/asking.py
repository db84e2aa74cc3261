"""Words a question, and its leading answer as a sentence, from the claims that answer it.

The best told clause is taken; its number gives way to "how many", its time words to the period, so
that nobody has to know when the article was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.corroborate.articles import Held
from firsthand.corroborate.clauses import Clause, best_clause
from firsthand.corroborate.periods import Period
from firsthand.corroborate.phrases import (
    MONTHS,
    asking_words,
    name_of,
    period_words,
    plain_period,
    unit_words,
)
from firsthand.corroborate.readings import Reading
from firsthand.model.question import About
from firsthand.vocabulary.gazetteer import gazetteer

__all__ = ["MONTHS", "ask", "asking_words", "period_words", "says"]
LONGEST_SUBJECT = 8
"""Words of a subject that are put behind the verb of a question."""
_TIMES_AS = re.compile(
    r"(?<!\w)(?P<number>[\w.-]{1,12}(?: times)?) (?:times )?as (?=many|much|high)"
)
_FIRST = re.compile(r"\w+")


def ask(
    about: About,
    readings: Sequence[Reading],
    held: Sequence[Held],
    kin: Sequence[Reading] = (),
) -> str:
    """Return the question in one English sentence; from its key alone where no clause serves.

    Args:
        kin: Readings of a question that differs in nothing but the period; its words serve where
            those of this one only point back ("it stood at 4,655").
    """
    best = _best(about, readings, held, kin)
    if best is None:
        return _from_key(about, readings[0])
    shape = best.reading.shape
    if shape == "event":
        return _yes_or_no(best, about)
    if shape in ("fold", "change"):
        return _rise(best, about, readings)
    return f"{_upper(best.printed(_period(about), number=_how_many(best.reading)))}?"


def says(
    about: About,
    readings: Sequence[Reading],
    held: Sequence[Held],
    kin: Sequence[Reading] = (),
) -> str:
    """Return the leading answer as one sentence without a full stop.

    Args:
        readings: Those that give the leading answer.
        kin: As for `ask`.
    """
    best = _best(about, readings, held, kin)
    if best is None:
        return f"{_upper(_subject(about) or 'the figure')}: {readings[0].spelled}"
    own = best.reading in readings
    return _upper(best.printed(_period(about), number=None if own else readings[0].spelled))


def _best(
    about: About, readings: Sequence[Reading], held: Sequence[Held], kin: Sequence[Reading]
) -> Clause | None:
    best = best_clause(readings, held)
    if kin and _period(about) and (best is None or best.points):
        other = best_clause(kin, held)
        return other if other is not None and not other.points else best
    return best


def _period(about: About) -> Period | None:
    return (about.start, about.end) if about.start or about.end else None


def _how_many(reading: Reading) -> str:
    if reading.shape == "share":
        return "what share"
    plain = (reading.unit or "").partition("/")[0]
    return "how much" if plain in asking_words().mass else "how many"


def _rise(best: Clause, about: About, readings: Sequence[Reading]) -> str:
    """Ask by how much something changed: in the words of a clause that compares, else from the key."""
    fold = best.reading.shape == "fold"
    told = best.printed(_period(about), number=None if fold else "how many")
    compared = _TIMES_AS.match(told) if fold else None
    if not fold and " by how many" in told:
        return f"{_upper(told)}?"
    if compared:
        return f"How many times as {told[compared.end() :]}?"
    base = (about.base_start, about.base_end) if about.base_start or about.base_end else None
    since = f" from {plain_period(base)}" if base else ""
    to = f" to {plain_period(_period(about))}" if base and _period(about) else ""
    to = to or f" {period_words(_period(about))}".rstrip()
    return f"By {_HOW_MUCH[fold]} did {_counted(about, readings)} change{since}{to}?"


_HOW_MUCH = {True: "what factor", False: "how much"}


def _counted(about: About, readings: Sequence[Reading]) -> str:
    """Return what rises or falls: the unit counted beside the ratio, and whom it is about."""
    units = Counter(
        q.unit
        for r in readings
        for q in r.claim.quantities
        if q.unit and q.relation not in ("fold", "change", "share")
    )
    names = _subject(about)
    unit = (
        f"the {unit_words(max(units, key=lambda u: (units[u], len(u), u)))}"
        if units
        else "the figure"
    )
    return f"{unit} ({names})" if names else unit


def _yes_or_no(clause: Clause, about: About) -> str:
    """Turn a clause into a question: its auxiliary goes to the front, else "did" does."""
    told = clause.printed(_period(about), number=None)
    who = (clause.reading.claim.who or "").strip()
    if who and told.startswith(who) and len(who.split()) <= LONGEST_SUBJECT:
        rest = told[len(who) :].strip()
        verb, _, after = rest.partition(" ")
        if verb.casefold() in asking_words().auxiliaries:
            return f"{verb.capitalize()} {_lower(who, clause)} {after}?".replace(" ?", "?")
        base = _base(verb)
        if base:
            return f"Did {_lower(who, clause)} {base} {after}?".replace(" ?", "?")
    return f"Is it so that {_lower(told, clause)}?"


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
    tail = ", ".join(filter(None, [_subject(about), period_words(_period(about))]))
    tail = tail or "in these reports"
    if reading.shape == "event":
        return f"Did it happen ({reading.claim.kind.replace('-', ' ')}): {tail}?"
    if reading.shape == "share":
        return f"What share: {tail}?"
    unit = unit_words(reading.unit)
    if reading.shape in ("fold", "change"):
        return f"By how much did it change ({unit}): {tail}?"
    return f"{_upper(_how_many(reading))} {unit}: {tail}?"


def _subject(about: About) -> str:
    """Return whom a question is about: the parties and the place by their names."""
    names = [name_of(p) for p in about.parties]
    if about.place and about.place not in about.parties:
        names.append(name_of(about.place))
    return " and ".join(names[:3])


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(words: str, clause: Clause) -> str:
    """Begin with a small letter, unless the first word is a name."""
    first = _FIRST.match(words)
    if first is None or first[0].casefold() in asking_words().lowered:
        return words[:1].lower() + words[1:]
    name = any(m.span[0] == 0 for m in gazetteer().find(words[:80]))
    # A name keeps its capital amid a sentence; two capitals in a row are one.
    amid = re.compile(rf"[\w,;] {re.escape(first[0])}\b")
    following = words[first.end() :].lstrip()[:1]
    if name or first[0].isupper() or following.isupper() or amid.search(clause.text):
        return words
    return words[:1].lower() + words[1:]
