"""What words round an article mean: headings of boxes, pay walls, cut-offs, dates and bylines.

The words stand in `data/phrases.yaml`; all languages are asked at once, since pages mix them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.read.lexicon import word_lists

_MARKS = " \t\r\n\u00a0:：.…!?>»›→▶►▼■□●◆•·*|[]【】〈〉<>()（）«\"“”'#—–-"
_AFTER_OPENER = r"\s{0,3}[:：|>»›\]】】—–-]+\s{0,3}"
_BEFORE_OPENER = r"\s{0,3}[\[【<〈(▶►>■*#☞→•·-]{0,4}\s{0,3}"
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|\[&hellip;\])\s*[\"”»'’)\]]?\s*\Z")
_WORD = re.compile(r"\w+")
_SHORT = 90


class Opener(NamedTuple):
    """A phrase at the start of a line: what it says, and where the rest of the line begins."""

    phrase: str
    end: int


def fold(line: str) -> str:
    """Return a line as the word lists have it: lower case, without the marks round it."""
    return re.sub(r"\s+", " ", line.strip(_MARKS)).lower().replace("’", "'")


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the phrases of that list in all languages."""
    return frozenset(
        phrase.lower() for lists in word_lists("phrases").values() for phrase in lists[name]
    )


@cache
def _first_words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(phrase)[0] for phrase in phrases(name))


@cache
def _alternatives(name: str, before: str, after: str) -> re.Pattern[str]:
    ordered = sorted(phrases(name), key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace("\\ ", r"\s{1,3}") for phrase in ordered)
    return re.compile(rf"{before}({words}){after}", re.IGNORECASE)


def is_line(name: str, line: str) -> bool:
    """Tell whether a whole short line is one of the phrases of that list."""
    return len(line) < _SHORT and fold(line) in phrases(name)


def found_in(name: str, text: str) -> str | None:
    """Return the first phrase of that list that stands in a text, as it stands there."""
    lowered = text.lower()
    # Asking for first words, then phrase by phrase, is far cheaper than one expression with all.
    if _first_words(name).isdisjoint(_WORD.findall(lowered)) and lowered.isascii():
        return None
    if not any(phrase in lowered for phrase in phrases(name)):
        return None
    found = _alternatives(name, r"(?<!\w)", "").search(text)
    return found[1] if found else None


def opener(name: str, line: str) -> Opener | None:
    """Return the phrase with which a line begins where a colon, bar or bracket parts it off."""
    first = _WORD.search(line)
    if line.isascii() and (first is None or first[0].lower() not in _first_words(name)):
        return None
    found = _alternatives(name, _BEFORE_OPENER, _AFTER_OPENER).match(line)
    return Opener(found[1], found.end()) if found else None


def beginning(name: str, line: str) -> Opener | None:
    """Return the phrase with which a line begins; what follows need not be parted off."""
    first = _WORD.search(line)
    if line.isascii() and (first is None or first[0].lower() not in _first_words(name)):
        return None
    found = _alternatives(name, _BEFORE_OPENER, r"(?!\w)[\s:：]{0,4}").match(line)
    return Opener(found[1], found.end()) if found else None


def cut_off(text: str) -> str | None:
    """Return the words with which a text shows that it goes on elsewhere; None where it does not.

    "…", "[...]", or a last line such as "Read more" behind an ellipsis or alone.
    """
    bare = text.rstrip()
    last = bare.rpartition("\n")[2].strip()
    if is_line("cut", last) and bare != last:
        return fold(last)
    ended = _ELLIPSIS.search(bare)
    if ended:
        return "…"
    tail = re.search(r"(?:…|\.\.\.|[.!?])\s*[\[(]?([^.…!?]{2,40})[\])]?[\s»›→>]*\Z", bare)
    if tail and is_line("cut", tail[1]) and len(bare) > len(tail[1]) + 20:
        return fold(tail[1])
    return None
