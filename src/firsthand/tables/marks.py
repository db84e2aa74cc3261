"""What marks mean: as the notes of the file explain them, else as statistical offices commonly use them."""

from __future__ import annotations

import re
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
        key = plain_dashes(fold(mark)).strip("()[] ") or mark
        if key in self.told:
            return self.told[key]
        kind = _customary().get(key)
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
    return re.compile(rf"^(?:{alternation(heading_words().notes)})\s?[:.]\s*", re.IGNORECASE)


_MARK = r"(?P<mark>\.{1,3}|…|[-–—−]|[:/•×xX]|\*{1,3}|[†‡§#~]|[<>≤≥]\s?\d{1,3}|0(?:[.,]0{1,2})?|\[?[^\W\d_]{1,3}\]?|\(?\d{1,2}\)?|\([^\W\d_]{1,2}\)|\([ .]?\))"
_DEFINED = re.compile(
    rf"^[\"'«“„‘(]?{_MARK}[\"'»”“’]?\)?(?:(?P<sign>\s?[=:]\s?|\s[-–—]\s)|\s)(?P<words>\S.{{1,300}})$",
    re.DOTALL,
)
_PIECES = re.compile(
    r"\s*[;；\n]\s*|\.\s+(?=\S{1,4}\s?(?:=|\s))|[,、，]\s+(?=\S{1,3}[ =:]|\S\)\s)|\s{2,}|　"
)
_QUOTED = re.compile(r"[\"'«“„‘(]([^\W\d_]{1,3}|\*{1,3}|\.{1,3}|…|[-–—:])[\"'»”“’)]")


def read_legend(texts: Iterable[str]) -> Legend:
    """Return the marks that notes explain; what stands first wins.

    Args:
        texts: Rows of words of the file, the cells of a row joined by a blank.
    """
    told: dict[str, Meaning] = {}
    for text in texts:
        for mark, words in _definitions(text):
            kind = kind_of(words.partition(";")[0]) or "note"
            key = plain_dashes(fold(mark)).strip("()[] ") or mark
            if key not in told or (told[key].kind == "note" and kind != "note"):
                told[key] = Meaning(kind, words)
    return Legend(told)


def _explains(found: re.Match[str]) -> bool:
    """Letters with nothing but a blank behind them are a mark only where the words explain one."""
    return len(found["mark"]) < 3 and kind_of(found["words"]) is not None


def _definitions(text: str) -> list[tuple[str, str]]:
    """Return (mark, words) of a note; words that explain no mark go on with the one before."""
    bare = _lead().sub("", text[:2000].strip())
    out: list[tuple[str, str]] = []
    for piece in _PIECES.split(bare):
        piece = piece.strip()
        found = _DEFINED.match(piece)
        if found and (found["sign"] or not found["mark"].isalpha() or _explains(found)):
            out.append((found["mark"], found["words"].rstrip(" .;,")))
        elif (quoted := _QUOTED.search(piece)) and kind_of(piece):
            out.append((quoted[1], piece.rstrip(" .;,")))
        elif out and len(piece) > 2:
            out[-1] = (out[-1][0], f"{out[-1][1]}; {piece.rstrip(' .;,')}")
    return out
