"""Bytes of a table as text: by byte order mark, as UTF-8, or in the legacy encoding that reads best."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from functools import cache

from firsthand.errors import TableError
from firsthand.tables.lexicon import alphabets, fold, heading_words, period_words, unit_words

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SAMPLE = 256 * 1024
_WORD = re.compile(r"[^\W\d_]{2,}")
_TURN = re.compile(r"(?<=[^\W\d_])[^\W\d_]")
_MIXED = re.compile(r"[a-zà-ž][Ͱ-ӿ]|[Ͱ-ӿ][a-zà-ž]", re.I)
_BROKEN = 50
"""Characters beyond ASCII that decode as UTF-8 for each that does not: then the file is damaged UTF-8."""


def decode(data: bytes, *, name: str) -> str:
    """Return the text of the bytes; what does not decode becomes U+FFFD.

    Raises:
        TableError: the bytes are no text.
    """
    encoding = encoding_of(data, name=name)
    mark = next((mark for mark, _ in _BOMS if data.startswith(mark)), b"")
    return data[len(mark) :].decode(encoding, errors="replace")


def encoding_of(data: bytes, *, name: str) -> str:
    """Tell the encoding: by its mark, as UTF-8, or the legacy one that reads best.

    Raises:
        TableError: the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data[:4096]):
        return wide
    if b"\0" in data[:_SAMPLE]:
        raise TableError(
            "this is a binary file, not text",
            where=name,
            hint="Name it by its real ending, or export it as CSV",
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data[:_SAMPLE].decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        if sum(c > "\x7f" for c in text) - broken < _BROKEN * broken:
            return _legacy(data[:_SAMPLE])
    return "utf-8"


def _wide(head: bytes) -> str | None:
    """Tell UTF-16 without a mark: NUL bytes, and text with lines in one of its two orders only."""
    if b"\0" not in head:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(encoding, errors="replace")
        plain = sum(1 for c in text if c.isprintable() or c in "\r\n\t")
        ascii_ = sum(1 for c in text if c < "\x7f" and c != "\0")
        if plain >= 0.98 * len(text) and ascii_ * 20 > len(text) and "\n" in text:
            return encoding
    return None


def _legacy(sample: bytes) -> str:
    """Return the encoding that reads best; of equals the one that is named first in the data file."""
    best, most = "cp1252", -float("inf")
    for encoding in alphabets().encodings:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 4:
                continue
            text = sample[: error.start].decode(encoding)
        if (score := _score(text, encoding)) > most + 1e-9:
            best, most = encoding, score
    return best


def _score(text: str, encoding: str) -> float:
    """Score a reading: words of tables, letters of one language, usual characters, one script a word."""
    words = _known_words()
    tokens = [token for token in _WORD.findall(text) if not token.isascii()]
    known = sum(len(token) for token in map(fold, tokens) if token in words)
    turned = sum(
        1 for token in tokens for at in _TURN.finditer(token)
        if at[0].isupper() and token[at.start() - 1].islower()
    )  # fmt: skip
    mixed = sum(1 for token in tokens if _MIXED.search(token))
    counts = Counter(c for c in text if c > "\x7f")
    letters = {c: n for c, n in counts.items() if unicodedata.category(c) in {"Ll", "Lu"}}
    spelt = max(
        sum(n if c.lower() in alphabet else -n for c, n in letters.items())
        for alphabet in _letters()
    )
    capitals = sum(n for c, n in letters.items() if c.isupper())
    others = sum(n * _usual(c, encoding) for c, n in counts.items() if c not in letters)
    return 10 * known + spelt + others - 2 * (turned + mixed) - 0.1 * capitals


def _usual(char: str, encoding: str) -> float:
    """Return 1 for a character in daily use in the encoding's language, 0 for a sign, -1 for what texts do not have."""
    if char in "–—…«»“”„‘’°§№€£\u00a0×−·†‡¹²³" or "\u3000" <= char <= "〿" or "！" <= char <= "～":
        return 0
    if not char.isalpha() or encoding not in alphabets().common:
        return -1
    if "ぁ" <= char <= "ヿ":
        return 1 if encoding in {"cp932", "euc-jp"} else -1
    low, high = alphabets().common[encoding]
    code = char.encode(encoding)
    plain = len(code) == 2 and (code[1] > 0xA0 or encoding in {"cp932", "big5"})
    return 1 if plain and low <= code[0] <= high else -1


@cache
def _letters() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for letters in alphabets().alphabets.values())


@cache
def _known_words() -> frozenset[str]:
    months = [form for forms in period_words().months.values() for month in forms for form in month]
    headings = heading_words()
    lists = [
        *headings.columns.values(), headings.total, headings.of_which, headings.notes, headings.published,
        *unit_words().units.values(),
    ]  # fmt: skip
    phrases = [*months, *(word for words in lists for word in words)]
    return frozenset(token for phrase in phrases for token in _WORD.findall(fold(phrase)))
