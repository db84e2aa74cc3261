"""What marks mean: as the notes of the file explain them, else as statistical offices commonly use them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import msgspec

from firsthand.model.table import Flag
from firsthand.tables.lexicon import alternation, fold, heading_words, mark_words, plain_dashes

_FLAGS: dict[str, Flag] = {
    "confidential": "confidential", "below_unit": "below-unit", "missing": "missing", "nil": "nil",
    "provisional": "provisional", "revised": "revised", "estimate": "estimate", "forecast": "estimate",
    "approximate": "approximate", "note": "note",
}  # fmt: skip
BESIDE = frozenset({"provisional", "revised", "estimate", "forecast", "approximate"})
"""Classes that qualify a number; the others stand in its stead."""


class Meaning(msgspec.Struct, frozen=True):
    """What a mark means: a class of `data/marks.yaml`, and the words of the note that says so."""

    kind: str
    words: str | None = None


class Legend(msgspec.Struct, frozen=True):
    """The marks that the notes of a file explain, folded mark -> meaning."""

    told: dict[str, Meaning]

    @property
    def signs(self) -> frozenset[str]:
        """Marks that may stand in a figure's place because a note says so."""
        return frozenset(
            m for m, meaning in self.told.items() if meaning.kind not in {"note"} | BESIDE
        )

    def meaning(self, mark: str) -> Meaning | None:
        """Return what a mark means, by the notes or by custom; None where nobody says."""
        key = mark_key(mark)
        if key in self.told:
            return self.told[key]
        kind = _customary().get(key)
        if kind is None and (len(key) > 2 or (len(key) == 2 and key >= "\u3040")):
            kind = kind_of(mark)  # words in a mark's stead: "2024 (preliminary)"
        return Meaning(kind) if kind else None


@cache
def _customary() -> dict[str, str]:
    words = mark_words()
    table = {fold(sign): kind for sign, kind in words.defaults.items()}
    return table | {
        fold(word).strip("[]"): kind for kind, each in words.words.items() for word in each
    }


def flag_of(kind: str) -> Flag:
    """Return the flag of the contract for a class of meanings."""
    return _FLAGS[kind]


@cache
def _stems() -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{kind}>{alternation(stems)})" for kind, stems in mark_words().meanings.items()
    )
    return re.compile(groups)


def kind_of(words: str) -> str | None:
    """Return the class of an explanation: that of the stem which stands first in it."""
    found = _stems().search(fold(words))
    return found.lastgroup if found else None


@cache
def _lead() -> re.Pattern[str]:
    words = alternation(heading_words().notes)
    return re.compile(rf"^(?:{words})\s?\d{{0,2}}(?:\s?[:：.)]\s*|\s+|$)")


_MARK = (
    r"(?P<mark>\.{1,3}|…|[-–—−－]|[:/•×]|\*{1,3}|[†‡§#~]|[<>≤≥]\s?\d{1,3}|0(?:[.,]0{1,2})?"
    r"|\d{1,2}[)/]?|(?:[^\W\d_]\.\s?){1,2}[^\W\d_]\.?|(?:(?![は는은])[^\W\d_]){1,4}|\s)"
)
_OPEN, _CLOSE = "[\"'«“„‘(「『\\[]", "[\"'»”“’)」』\\]]"
_START = re.compile(
    rf"(?:^|[;；,，、。\n:：|]\s*|\.\s+|\s{{2,}})(?P<open>{_OPEN}?){_MARK}(?P<close>{_CLOSE}?)"
    r"(?P<sign>\s?[=:：＝]\s?|\s[-–—]\s|\s?(?:は|는|은)\s?)?(?:(?<=[\s)\]」』=:：＝は는은])|\s+)(?=[^\s\d]|\d{4}|\d\s)"
)
_QUOTED = re.compile(rf"{_OPEN}([^\W\d_]{{1,3}}|\*{{1,3}}|\.{{1,3}}|…|[-–—:]){_CLOSE}")


def read_legend(texts: Iterable[str]) -> Legend:
    """Return the marks that notes explain; what stands first wins.

    Args:
        texts: Rows of words of the file, the cells of a row joined by a blank.
    """
    told: dict[str, Meaning] = {}
    for text in texts:
        for mark, words in _definitions(text):
            kind = kind_of(words.partition(";")[0]) or "note"
            key = mark_key(mark)
            if key not in told or (told[key].kind == "note" and kind != "note"):
                told[key] = Meaning(kind, words)
    return Legend(told)


BRACKETS = "()"
"""The mark that a figure in brackets has, where notes explain "( )"."""


def mark_key(mark: str) -> str:
    """Return a mark as marks are compared: folded, without brackets."""
    if mark == BRACKETS:
        return mark
    folded = plain_dashes(fold(mark))
    return folded.strip("()[]/ ") or folded


def _definitions(text: str) -> list[tuple[str, str]]:
    """Return (mark, words) of a note; words that explain no mark go on with the one before."""
    folded = (
        unicodedata.normalize("NFKC", text[:2000].strip())
        if max(text, default="") >= "\uff01"
        else text[:2000].strip()
    )
    lead = _lead().match(folded.casefold())
    bare = folded[lead.end() :] if lead else folded
    starts = [found for found in _START.finditer(bare) if _is_definition(bare, found)]
    out = []
    for number, found in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(bare)
        words = bare[found.end() : end].strip(" .;,、。：:\"'»”")
        if words:
            out.append((BRACKETS if found["mark"].isspace() else found["mark"], words))
    if not out and (quoted := _QUOTED.search(bare)) and kind_of(bare):
        out.append((quoted[1], bare.strip(" .;,")))
    return out


@cache
def _note_words() -> frozenset[str]:
    return frozenset(map(fold, heading_words().notes))


def _is_definition(text: str, found: re.Match[str]) -> bool:
    """Tell whether a short token and what follows explain a mark, rather than go on with a sentence."""
    mark, framed = found["mark"], bool(found["open"] and found["close"])
    kind = kind_of(text[found.end() : found.end() + 40])
    if mark.isspace():
        return framed
    if mark.isalpha():
        if mark.casefold() in _note_words() or (len(mark) > 3 and not (framed and kind)):
            return False
        return bool(found["sign"] or framed or (len(mark) < 3 and kind is not None))
    if mark[0].isalpha():  # "i.d. = not available", but no "e.g. coal" in a sentence
        return bool(found["sign"] and kind is not None)
    if mark.strip(")/").isdigit() and not found["sign"]:
        return found.start() == 0 or text[found.start()] in ".\n。" or mark[-1] in ")/"
    return True
