"""How much of an article an input holds, and the sign by which that is told."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.model.document import Reading
from firsthand.read.languages import READABLE
from firsthand.read.phrases import cut_off, found_in

_CJK = re.compile("[぀-ヿ一-鿿가-힣]")
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?…。！？:;][\"'”’»›)\]」』*_]*\s*\Z|[\"”»」』)]\s*\Z")
SHORT = 120
"""Words under which a pay wall or a consent notice leaves only a stub."""
LONG = 400
"""Words above which an ellipsis at the end is a way of writing."""
_FRAME = 12
_FEWEST = 3
"""Words under which a text claims nothing, so that it is no article."""


class Signals(NamedTuple):
    """What a reader saw besides the words."""

    free: bool | None = None
    wall: str | None = None
    consent: bool = False
    scripts: bool = False
    is_list: bool = False
    cut: str | None = None
    """Words below the text that send its reader elsewhere: "Read more"."""
    bare: bool = False
    """The page has no title: a few words in it are an advertisement's frame."""
    is_item: bool = False
    """A feed's item, which may be cut off in mid-sentence."""


class Verdict(NamedTuple):
    """The reading and why it is not full."""

    reading: Reading
    sign: str | None = None


def count_words(text: str) -> int:
    """Count words; two characters of Korean, Japanese or Chinese count as one."""
    wide = len(_CJK.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text))) + wide // 2 if wide else len(_WORD.findall(text))


def judge(body: str, language: str | None, signals: Signals) -> Verdict:
    """Return the reading of a document.

    Args:
        body: The article's own words.
        language: Its language; None where it cannot be told, which is no reason to leave it.
        signals: What else was seen.
    """
    words = count_words(body)
    if signals.is_list:
        return Verdict("list", "an index of other articles")
    if words < _FEWEST:
        if signals.scripts:
            return Verdict("stub", "it shows its text only with scripts")
        if signals.wall or signals.free is False:
            return Verdict("stub", "pay wall before the first word")
        if signals.consent:
            return Verdict("stub", "consent page")
        found = "no text" if not words else "one word" if words == 1 else f"{words} words"
        return Verdict("empty", f"{found} {'was' if words < 2 else 'were'} found")
    stub = _stub(body, words, signals)
    if stub:
        return Verdict("stub", stub)
    if language is not None and language not in READABLE:
        return Verdict(
            "language-not-read", f"it is written in “{language}”, which has no grammar here"
        )
    return Verdict("full")


def _stub(body: str, words: int, signals: Signals) -> str | None:
    """Return why a text is only the beginning of one; None where it is whole."""
    if signals.bare and words < _FRAME:
        return f"a page without a title and only {words} words"
    if signals.consent and words < SHORT and found_in("consent", body):
        return "consent page"
    if words < 60 and (signals.scripts and found_in("scripts", body)):
        return "it shows its text only with scripts"
    if signals.wall and (words < SHORT or (words < LONG and cut_off(body))):
        return f"pay wall after {words} words"
    if signals.free is False and words < SHORT:
        return f"pay wall after {words} words (marked as not free)"
    cut = cut_off(body) or signals.cut
    if cut and words < LONG:
        return f"cut off after {words} words in “{cut}”"
    if signals.is_item and words >= 8 and not _ENDS.search(body):
        return f"cut off after {words} words in mid-sentence"
    return None
