"""Times in a text: where they stand, what they say, and which days that is.

A time is found without knowing the tense of its clause; `period` then places it, nearest in the
direction of the tense, relative to the day of publication.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.claim.ranges import lowered
from firsthand.vocabulary.time_words import Lead, TimeWords, time_words

_PLACEHOLDER = re.compile(r"\{(\w+?)(2?)\}")
_WORD = re.compile(r"[^\W_]+\.?|\d+")
_NUMBERS = {
    "year": r"(?:1[6-9]|20|21)\d\d(?![\d,.]\d|\d)", "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "monthnumber": r"(?:0?[1-9]|1[0-2])(?!\d)", "shortyear": r"\d\d(?!\d)", "quarter": "[1-4]",
    "halfnumber": "[12]", "decade": r"(?:1[6-9]|20|21)\d0",
}  # fmt: skip
Fields = dict[str, str]
_FAR = ("since", "after", "before")


class Moment(NamedTuple):
    """A time as told: `start` to `end` with its lead ("since March"), `core` where the lead ends.

    `means` names the way of telling, `fields` its parts in lower case ("month": "march").
    """

    start: int
    end: int
    core: int
    lead: Lead
    means: str
    fields: Fields


class Finder(NamedTuple):
    """One expression for all patterns of a language, and the words at which it is tried.

    `groups`: for each pattern its fields, with the numbers of their groups.
    """

    pattern: re.Pattern[str]
    means: tuple[str, ...]
    groups: tuple[tuple[tuple[str, int], ...], ...]
    heads: frozenset[str]
    idle: frozenset[str]
    far_leads: re.Pattern[str]
    far: tuple[str, ...]
    words: TimeWords
    tails: re.Pattern[str] | None


def find_times(text: str, language: str) -> tuple[Moment, ...]:
    """Return the times of a text in order; they do not overlap."""
    finder = _finder(language)
    if finder is None:
        return ()
    low = lowered(text)
    out: list[Moment] = []
    done = 0
    for start in _starts(low, finder):
        if start < done:
            continue
        match = finder.pattern.match(low, start)
        if match is None or not _fits(text, match, finder):
            continue
        out.append(_moment(low, match, finder))
        done = match.end()
    return tuple(out)


def _starts(low: str, finder: Finder) -> list[int]:
    """Return the places at which a time can begin.

    Words that open many other things too ("the", "two", "12") count only in front of a word that a time goes on with.
    """
    if not finder.words.spaced:
        listed = "|".join(map(re.escape, sorted(finder.heads, key=len, reverse=True)))
        return [m.start() for m in re.finditer(rf"\d+|{listed}", low)]
    out: list[int] = []
    held: int | None = None
    heads, idle = finder.heads, finder.idle
    for match in _WORD.finditer(low):
        word = match[0]
        digit = word[0].isdigit()
        known = digit or word in heads or word.rstrip(".") in heads
        if held is not None and (known or word in _GOES_ON):
            out.append(held)
        held = None
        if not known:
            continue
        year = digit and len(word.rstrip(".")) == 4
        if word in idle or (digit and not year):
            held = match.start()
            if digit and low[match.end() : match.end() + 1] in ("-", "–", ".", "/"):
                out.append(match.start())
                held = None
        else:
            out.append(match.start())
    return out


_GOES_ON = frozenset({"st", "nd", "rd", "th", "to", "and", "of", "same", "bis", "und", "и", "по"})


def _fits(text: str, match: re.Match[str], finder: Finder) -> bool:
    """Tell whether a match stands on whole words, and "may" is a month by its capital."""
    start, end = match.span()
    before = text[max(0, start - 1) : start]
    if finder.words.spaced and (before.isalnum() or before in ("-", "$", "€", "£", "#")):
        return False
    if finder.words.spaced and text[end : end + 1].isalnum():
        return False
    first = _WORD.match(text, start)
    word = first[0] if first else ""
    return word[:1].isupper() or word.lower() not in finder.words.ambiguous


def _index(match: re.Match[str]) -> int:
    return int((match.lastgroup or "p0")[1:])


def _moment(low: str, match: re.Match[str], finder: Finder) -> Moment:
    index = _index(match)
    told = ((name, match[group]) for name, group in finder.groups[index])
    fields = {name: value for name, value in told if value is not None}
    start, lead = _led(low, match.start(), finder)
    end = match.end()
    tail = finder.tails.match(low, end) if finder.tails else None
    if tail:
        end, lead = tail.end(), finder.words.tails[tail[1]]
    return Moment(start, end, match.start(), lead, finder.means[index], fields)


def _led(low: str, core: int, finder: Finder) -> tuple[int, Lead]:
    """Return where the words that lead a time in begin, and what they do to it."""
    if not finder.words.spaced:
        return core, "at"
    low_edge = max(0, core - 48)
    before = low[low_edge:core]
    if any(far in before for far in finder.far):
        led = finder.far_leads.search(before)
        if led:
            return low_edge + led.start(1), finder.words.leads[led[1]]
    words = list(_LEAD_WORD.finditer(before))[-_LONGEST_LEAD:]
    if words and words[-1][0] == "the" and low[core - 1] == " ":
        words.pop()
    elif not words or words[-1].end() + low_edge + 1 != core:
        return core, "at"
    for count in range(len(words), 0, -1):
        found = " ".join(w[0] for w in words[-count:])
        lead = finder.words.leads.get(found)
        if lead is not None:
            return low_edge + words[-count].start(), lead
    return core, "at"


_LEAD_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LEAD = 5


@cache
def _finder(language: str) -> Finder | None:
    words = time_words(language)
    if words is None:
        return None
    groups = _alternatives(words)
    parts, means = [], []
    for index, pattern in enumerate(words.patterns):
        reads = _named(pattern.reads, f"p{index}", groups)
        parts.append(f"(?:{reads})(?P<p{index}>)")
        means.append(pattern.means)
    body = "|".join(parts).replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}")
    heads = {
        w.split()[0]
        for table in (words.months, words.weekdays, words.seasons, words.units, words.counts,
                      words.ordinals, words.turns, words.parts, words.days)
        for w in table
    }  # fmt: skip
    heads.update(w.split()[0] for h in words.holidays for w in h.words)
    heads.update(w.rstrip("'s’") for w in set(heads))
    whole = re.compile(body)
    return Finder(
        whole, tuple(means), _groups(whole, len(means)), frozenset(heads | set(words.heads)),
        frozenset({w.split()[0] for w in words.counts} | set(words.idle)),
        _far_leads(words), tuple(w for w, m in words.leads.items() if m in _FAR and " " not in w), words,
        _tails(words),
    )  # fmt: skip


def _groups(pattern: re.Pattern[str], count: int) -> tuple[tuple[tuple[str, int], ...], ...]:
    out: list[list[tuple[str, int]]] = [[] for _ in range(count)]
    for name, number in pattern.groupindex.items():
        index, _, field = name[1:].partition("_")
        if field:
            out[int(index)].append((field.partition("__")[0], number))
    return tuple(map(tuple, out))


def _tails(words: TimeWords) -> re.Pattern[str] | None:
    """Return what finds a lead behind a time: "2024年以降", "3월까지"."""
    if not words.tails:
        return None
    listed = "|".join(map(re.escape, sorted(words.tails, key=len, reverse=True)))
    return re.compile(rf"\s?({listed})")


def _far_leads(words: TimeWords) -> re.Pattern[str]:
    """Return what finds the lead of "since the storm of 30 August": a noun stands between."""
    far = [lead for lead, means in words.leads.items() if means in _FAR and " " not in lead]
    if not words.spaced or not far or not words.between:
        return re.compile("(?!)")
    joins = "|".join(map(re.escape, words.between))
    articles = "|".join(map(re.escape, words.articles))
    return re.compile(
        rf"(?<![^\W\d_])({'|'.join(far)})\s(?:{articles})\s(?:[^\W\d_]+\s){{1,3}}(?:{joins})\s$"
    )


def _named(reads: str, prefix: str, groups: dict[str, str]) -> str:
    """Return a pattern with its placeholders as groups; one that stands twice is told apart by a tail."""
    seen: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        name = match[1] + match[2]
        seen[name] = seen.get(name, 0) + 1
        tail = "" if seen[name] == 1 else f"__{seen[name]}"
        return f"(?P<{prefix}_{name}{tail}>{groups[match[1]]})"

    return _PLACEHOLDER.sub(group, reads)


def _alternatives(words: TimeWords) -> dict[str, str]:
    """Return what each placeholder stands for, longest words first."""

    def either(listed: object) -> str:
        words = sorted(map(str, listed), key=len, reverse=True)  # type: ignore[call-overload]
        return "|".join(re.escape(w).replace(r"\ ", " ") for w in words)

    return {
        **_NUMBERS,
        "month": either(words.months) or "(?!)",
        "weekday": either(words.weekdays) or "(?!)",
        "season": either(words.seasons) or "(?!)",
        "unit": either(words.units) or "(?!)",
        "count": rf"(?:{either(words.counts)}|\d{{1,3}})",
        "ordinal": either(words.ordinals) or "(?!)",
        "turn": either(words.turns) or "(?!)",
        "part": either(words.parts) or "(?!)",
        "daypart": either(words.days) or "(?!)",
        "holiday": either([w for h in words.holidays for w in h.words]) or "(?!)",
    }
