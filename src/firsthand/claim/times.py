"""Times in a text: where they stand, what they say, and which days that is.

A time is found without knowing the tense of its clause; `period` then places it, nearest in the
direction of the tense, relative to the day of publication.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.vocabulary.time_words import Lead, TimeWords, time_words

_PLACEHOLDER = re.compile(r"\{(\w+?)(2?)\}")
_WORD = re.compile(r"[^\W_]+\.?|\d+")
_NUMBERS = {
    "year": r"(?:1[6-9]|20|21)\d\d(?![\d,.]\d|\d)", "day": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "monthnumber": r"(?:0?[1-9]|1[0-2])(?!\d)", "shortyear": r"\d\d(?!\d)", "quarter": "[1-4]",
    "halfnumber": "[12]", "decade": r"(?:1[6-9]|20|21)\d0",
}  # fmt: skip
Fields = dict[str, str]


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
    """One expression for all patterns of a language, and the words at which it is tried."""

    pattern: re.Pattern[str]
    means: tuple[str, ...]
    heads: frozenset[str]
    leads: re.Pattern[str]
    far_leads: re.Pattern[str]
    words: TimeWords


def find_times(text: str, language: str) -> tuple[Moment, ...]:
    """Return the times of a text in order; they do not overlap."""
    finder = _finder(language)
    if finder is None:
        return ()
    low = lowered(text)
    out: list[Moment] = []
    done = 0
    for word in _WORD.finditer(low) if finder.words.spaced else _every(low, finder):
        start = word.start()
        if start < done or not _can_begin(word[0], finder):
            continue
        match = finder.pattern.match(low, start)
        if match is None or not _fits(text, match, finder):
            continue
        out.append(_moment(low, match, finder))
        done = match.end()
    return tuple(out)


def lowered(text: str) -> str:
    """Return the text in lower case with the same offsets."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _every(low: str, finder: Finder) -> list[re.Match[str]]:
    """Return the places at which a time can begin in writing without spaces."""
    heads = "|".join(map(re.escape, sorted(finder.heads, key=len, reverse=True)))
    return list(re.finditer(rf"\d+|{heads}", low))


def _can_begin(word: str, finder: Finder) -> bool:
    return word[0].isdigit() or word in finder.heads or word.rstrip(".") in finder.heads


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
    if word.lower() in finder.words.ambiguous and not word[:1].isupper():
        return False
    return True


def _index(match: re.Match[str]) -> int:
    return int((match.lastgroup or "p0")[1:])


def _moment(low: str, match: re.Match[str], finder: Finder) -> Moment:
    index = _index(match)
    prefix = f"p{index}_"
    fields = {
        name.removeprefix(prefix).partition("__")[0]: value
        for name, value in match.groupdict().items()
        if value is not None and name.startswith(prefix)
    }
    start, lead = match.start(), "at"
    led = finder.far_leads.search(low, max(0, start - 48), start)
    if led:
        found = " ".join(led[1].split())
        return Moment(led.start(1), match.end(), match.start(), finder.words.leads[found], finder.means[index], fields)
    before = finder.leads.search(low, max(0, start - 24), start)
    if before:
        found = " ".join(before[1].split())
        start, lead = before.start(1), finder.words.leads[found]
    return Moment(start, match.end(), match.start(), lead, finder.means[index], fields)  # type: ignore[arg-type]


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
    leads = "|".join(sorted(map(re.escape, words.leads), key=len, reverse=True)).replace(r"\ ", r"\s{1,2}")
    edge = r"(?<![^\W\d_])" if words.spaced else ""
    heads = {
        w.split()[0]
        for table in (words.months, words.weekdays, words.seasons, words.units, words.counts,
                      words.ordinals, words.turns, words.parts, words.days)
        for w in table
    }  # fmt: skip
    heads.update(w.split()[0] for h in words.holidays for w in h.words)
    heads.update(w.rstrip("'s’") for w in set(heads))
    return Finder(
        re.compile(body), tuple(means), frozenset(heads | set(words.heads)),
        re.compile(rf"{edge}({leads})\s{{1,2}}(?:the\s)?$" if words.spaced else rf"({leads})$"),
        _far_leads(words), words,
    )  # fmt: skip


def _far_leads(words: TimeWords) -> re.Pattern[str]:
    """Return what finds the lead of "since the storm of 30 August": a noun stands between."""
    far = [lead for lead, means in words.leads.items() if means in ("since", "after", "before") and " " not in lead]
    if not words.spaced or not far or not words.between:
        return re.compile("(?!)")
    joins = "|".join(map(re.escape, words.between))
    articles = "|".join(map(re.escape, words.articles))
    return re.compile(rf"(?<![^\W\d_])({'|'.join(far)})\s(?:{articles})\s(?:[^\W\d_]+\s){{1,3}}(?:{joins})\s$")


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
