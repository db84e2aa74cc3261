"""CSV, TSV and their kin as a grid: encoding and delimiter are found out, records keep their numbers."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from firsthand.errors import TableError
from firsthand.tables.grid import Cell, Grid, Page
from firsthand.tables.lexicon import fold, heading_words, period_words, unit_words
from firsthand.tables.readers import limits

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_LEGACY = (
    "cp1251",
    "koi8-u",
    "cp866",
    "cp949",
    "cp932",
    "euc-jp",
    "gb18030",
    "big5",
    "cp1252",
    "cp1250",
    "cp1254",
    "iso-8859-15",
    "mac-cyrillic",
)
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 256 * 1024
_WORD = re.compile(r"[^\W\d_]{2,}")


class Dialect(msgspec.Struct, frozen=True):
    """How the text of a delimited file is cut into cells."""

    delimiter: str
    quoting: bool = True
    skip: int = 0
    """Records at the beginning that are no data ("sep=;")."""


def read_delimited(data: bytes, *, name: str) -> Page:
    """Lay a delimited file out as one grid.

    Raises:
        TableError: the bytes are no text.
        TooLargeError: more cells or columns than the bounds allow.
    """
    text = decode(data, name=name)
    dialect = find_dialect(text)
    return Page((lay_out(text, dialect, name=name),))


def decode(data: bytes, *, name: str) -> str:
    """Return the text of the bytes; what does not decode becomes U+FFFD.

    Raises:
        TableError: the bytes are no text.
    """
    encoding = encoding_of(data, name=name)
    mark = next((mark for mark, _ in _BOMS if data.startswith(mark)), b"")
    return data[len(mark) :].decode(encoding, errors="replace")


def encoding_of(data: bytes, *, name: str) -> str:
    """Tell the encoding: by its mark, as UTF-8, or the legacy one in which most words are known.

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
    except UnicodeDecodeError as error:
        # A file that is cut off within a character is still UTF-8.
        if error.start <= len(data) - 4 or error.reason != "unexpected end of data":
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
    """Return the encoding in which the sample holds most of the words that tables use."""
    words = _known_words()
    best, most = "cp1252", -1.0
    for rank, encoding in enumerate(_LEGACY):
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 4:
                continue
            text = sample[: error.start].decode(encoding)
        # Words of the lexicon decide; letters of one script, then the order above, break ties.
        tokens = [token for token in _WORD.findall(fold(text)) if not token.isascii()]
        hits = sum(len(token) for token in tokens if token in words)
        odd = sum(
            1
            for c in text
            if ord(c) > 127 and not c.isalpha() and c not in "–—…«»“”„°§№€£\u00a0×−·’′"
        )
        score = hits * 10 + sum(map(_plausible, tokens)) - odd - rank * 0.001
        if score > most:
            best, most = encoding, score
    return best


def _plausible(token: str) -> float:
    """Return 1 for a word whose letters are lower case after the first and of one script, else less."""
    scripts = {
        (
            "cyrillic"
            if "Ѐ" <= c <= "ӿ"
            else "hangul"
            if "가" <= c <= "힣"
            else "han"
            if "぀" <= c <= "鿿"
            else "latin"
        )
        for c in token
    }
    return len(token) * (0.2 if len(scripts) == 1 else -0.5)


def _known_words() -> frozenset[str]:
    months = [form for forms in period_words().months.values() for month in forms for form in month]
    headings = heading_words()
    lists = [
        *headings.columns.values(),
        headings.total,
        headings.of_which,
        headings.notes,
        headings.published,
        *unit_words().units.values(),
    ]
    phrases = [*months, *(word for words in lists for word in words)]
    return frozenset(token for phrase in phrases for token in _WORD.findall(fold(phrase)))


def find_dialect(text: str) -> Dialect:
    """Return how the text is cut: the delimiter that gives most records the same number of fields."""
    first = text[:40].splitlines()[:1]
    if first and (hint := re.fullmatch(r'"?sep=(.)"?', first[0].strip().casefold())):
        return Dialect(hint[1], skip=1)
    sample = text[:_SAMPLE]
    scores = {delimiter: _score(sample, delimiter) for delimiter in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda each: scores[each])
    return Dialect(best)


def _score(sample: str, delimiter: str) -> float:
    """Score a delimiter: how many cells stand in records of the commonest lengths above one."""
    lengths: Counter[int] = Counter()
    figures = 0
    for number, record in enumerate(_records(sample, Dialect(delimiter))):
        if number > 400:
            break
        lengths[len(record)] += 1
        figures += sum(1 for field in record if _looks_like_figure(field)) if len(record) > 1 else 0
    wide = {length: count for length, count in lengths.items() if length > 1}
    if not wide:
        return 0.0
    common = max(wide.values())
    return common * 2 + figures - 0.5 * (sum(wide.values()) - common)


_FIGURE = re.compile(
    r"\s*[~<≤≥>-]?\d{1,3}(?:[ .,\u00a0\u202f']?\d{3}){0,5}(?:[.,]\d{1,6})?\s?[%\w*]{0,2}\s*"
)


def _looks_like_figure(field: str) -> bool:
    return len(field) < 30 and _FIGURE.fullmatch(field) is not None


def _records(text: str, dialect: Dialect) -> Iterator[list[str]]:
    csv.field_size_limit(2**31 - 1)
    lines = io.StringIO(text, newline="")
    if dialect.quoting:
        return csv.reader(lines, delimiter=dialect.delimiter)
    return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)


def lay_out(text: str, dialect: Dialect, *, name: str) -> Grid:
    """Return the grid of a text whose dialect is known; a quote that is never closed is no quote.

    Raises:
        TooLargeError: more cells or columns than the bounds allow.
    """
    if dialect.quoting and _runaway(text, dialect):
        dialect = msgspec.structs.replace(dialect, quoting=False)
    rows: dict[int, dict[int, Cell]] = {}
    lengths: dict[int, int] = {}
    count = 0
    for number, record in enumerate(_records(text, dialect)):
        if number < dialect.skip or not record:
            continue
        if len(record) > limits.COLUMNS:
            raise limits.too_large(
                f"a record has {len(record):,} fields", where=f"{name} record {number + 1}"
            )
        cells = {
            column: _cell(field)
            for column, field in enumerate(record)
            if field and not field.isspace()
        }
        count += len(cells)
        if count > limits.CELLS:
            raise limits.too_large(
                f"more than {limits.CELLS:,} cells", where=f"{name} record {number + 1}"
            )
        lengths[number] = len(record)
        if cells:
            rows[number] = cells
    return Grid(rows, kind="delimited", lengths=lengths)


def _runaway(text: str, dialect: Dialect) -> bool:
    """Tell whether an unclosed quote swallows the rest of the file."""
    last: list[str] = []
    for record in _records(text, dialect):
        last = record
    return bool(last) and last[-1].count("\n") > 20


def _cell(field: str) -> Cell:
    """Return the cell of a field; leading blanks are its indent."""
    bare = field.lstrip()
    indent = sum(
        2 if c == "\u3000" else 4 if c == "\t" else 1 for c in field[: len(field) - len(bare)]
    )
    return Cell(bare.rstrip()[: limits.TEXT], indent=indent)
