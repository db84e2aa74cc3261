"""What one cell of figures says: a number, a bound, a mark in a number's stead, and the marks beside it.

Numbers are read under a `Style` (decimal and grouping signs), which the whole table agrees on; what the
marks mean is told by `marks`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from statistics import median

import msgspec

from firsthand.tables.grid import Cell
from firsthand.tables.lexicon import alternation, fold, mark_words, plain_dashes

LONGEST = 80
"""Characters of the longest cell that is tried as a figure; longer text is prose."""

_RAISED = re.compile(r"[⁰¹²³⁴-⁾ᵃ-ᵿʰ-ʸ]+")
_BLANK = " \u00a0\u2007\u2009\u202f"
_GROUPED = re.compile(
    rf"(?P<int>\d{{1,3}}(?:(?P<sep>[{_BLANK},.'’٬])\d{{3}})(?:(?P=sep)\d{{3}}){{0,6}}|\d{{1,24}})?"
    r"(?:(?P<dec>[.,٫])(?P<frac>\d{1,18}))?"
)
_EXPONENT = re.compile(r"[-+]?\d{1,20}(?:\.\d{1,20})?[eE][-+]?\d{1,3}")
_LAKH = re.compile(r"\d{1,2}(?:,\d{2}){1,6},\d{3}")
_MARK = (
    r"(?P<mark>\[[^\[\]]{1,12}\]|\([^\W\d_]{1,3}\)|\(\d{1,2}\)|[^\W\d_]{1,2}\)|\d{1,2}\)"
    r"|[*†‡§#]{1,3}|(?<![^\W\d_])[^\W\d_]{1,3})"
)
_CORE = r"(?P<core>.*[\d.…:%％)*\-/•x])"
# A mark behind a blank is taken whole ("1,234 12)"), one without takes as little as it can ("201,41)").
_TAILS = (re.compile(rf"{_CORE}\s{{1,3}}{_MARK}"), re.compile(_CORE + _MARK))
_ALONE = re.compile(_MARK)
_LEAD = re.compile(r"(?P<mark>[*†‡§#]{1,3}|[^\W\d_]{1,2}\)?|\([^\W\d_]{1,2}\))\s?(?=[\d(-])")
_CURRENCY = re.compile(r"^[$€£¥₽₩₴₸₺₹]\s?|\s?[$€£¥₽₩₴₸₺₹]$")
_SIGNS = {"-": -1, "△": -1, "▲": -1, "▼": -1, "+": 1}


FAULT = "#"
"""Sign of a cell whose container holds no value: an unsolved formula, an error."""


class Style(msgspec.Struct, frozen=True):
    """How the figures of a table are written.

    Args:
        decimal: "." or ","; None: the figures do not tell, and `1,234` is a thousand.
        sure: False where figures above 999 are printed both with and without such a sign.
    """

    decimal: str | None = None
    sure: bool = True


class Figure(msgspec.Struct, frozen=True):
    """A cell read as a figure.

    Args:
        value: The number; None where there is none, or only a bound.
        sign: The mark that stands instead of a number ("..", "-", "x"), as printed.
        marks: Marks beside the number, in order, as printed.
        unsure: The other value that the print allows ("1.234" as 1.234 and as 1234).
    """

    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    bound: bool = False
    sign: str | None = None
    marks: tuple[str, ...] = ()
    approximate: bool = False
    percent: bool = False
    decimals: int = 0
    unsure: float | int | None = None
    rest: str = ""
    """Words after the number, a unit perhaps."""


def split_raised(cell: Cell) -> tuple[str, tuple[str, ...]]:
    """Return the cell's text without its raised marks, and the marks."""
    marks: list[str] = []
    text, end = "", 0
    for start, stop in cell.raised:
        text += cell.text[end:start]
        marks.append(cell.text[start:stop].strip())
        end = stop
    text += cell.text[end:]
    for found in _RAISED.findall(text):
        if found not in {"²", "³"} or not re.search(r"[mм]\s?[²³]", text):
            marks.append(unicodedata.normalize("NFKC", found))
            text = text.replace(found, " ", 1)
    return text.strip(), tuple(each for mark in marks for each in _single(mark) if each)


def _single(mark: str) -> list[str]:
    return [each.strip(" ()") if len(each) > 1 else each for each in re.split(r"[,;\s]+", mark)]


def read_number(text: str, style: Style) -> tuple[float | int, int, float | int | None] | None:
    """Return the value of an unsigned number, its decimals, and the other value that it may have.

    None where the text is no number under the style.
    """
    if _EXPONENT.fullmatch(text) and ("e" in text or "E" in text):
        return float(text), 6, None
    if _LAKH.fullmatch(text) and style.decimal != ",":
        return int(text.replace(",", "")), 0, None
    found = _GROUPED.fullmatch(text)
    if not found or not (found["int"] or found["frac"]):
        return None
    whole, separator = found["int"] or "0", found["sep"]
    point, fraction = found["dec"], found["frac"]
    if separator and separator in ".," and point == separator:
        return None
    if separator is None and point and len(fraction or "") == 3 and found["int"]:
        return _three_after(whole, point, fraction, style)
    if separator and separator in ".,":
        return _grouped(whole, separator, fraction, style)
    if point and style.decimal and point != style.decimal:
        return None
    digits = re.sub(r"\D", "", whole)
    return (float(f"{digits}.{fraction}"), len(fraction), None) if point else (int(digits), 0, None)


def _three_after(
    whole: str, point: str, fraction: str, style: Style
) -> tuple[float | int, int, float | int | None] | None:
    """Read `1,234` or `1.234`: a group of three, or three decimals."""
    thousand, decimal = int(whole + fraction), float(f"{whole}.{fraction}")
    if style.decimal == point or len(whole) > 3 or whole.startswith("0"):
        return decimal, 3, None
    if style.decimal:
        return thousand, 0, None
    return thousand, 0, decimal


def _grouped(
    whole: str, separator: str, fraction: str | None, style: Style
) -> tuple[float | int, int, float | int | None] | None:
    single = whole.count(separator) == 1 and not fraction
    if style.decimal == separator:
        # A group sign that is the table's decimal sign: one group is a number with three decimals.
        return (
            (float(whole.replace(separator, ".")), 3, None) if single and len(whole) < 8 else None
        )
    digits = whole.replace(separator, "")
    if fraction:
        return float(f"{digits}.{fraction}"), len(fraction), None
    other = float(whole.replace(separator, ".")) if single and style.decimal is None else None
    return int(digits), 0, other


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = mark_words()
    sides = (
        ("most", words.at_most, words.at_most_after),
        ("least", words.at_least, words.at_least_after),
        ("below", words.below, words.below_after),
        ("above", words.above, words.above_after),
    )
    return tuple(
        (name, re.compile(rf"(?:(?:{alternation(before)})\s?(?P<a>[\d.,' ]{{1,24}})|"
                          rf"(?P<b>[\d.,' ]{{1,24}}?)\s?(?:{alternation(after)}))"))
        for name, before, after in sides
    )  # fmt: skip


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(mark_words().about)})\s?(?=[\d.,])")


_STAND_IN = frozenset({"missing", "nil", "confidential", "below_unit"})


@cache
def sign_words() -> dict[str, str]:
    """Return what words and signs that stand instead of a figure mean when no note tells."""
    words = mark_words()
    table = {fold(word): kind for kind, each in words.words.items() for word in each}
    table |= {fold(sign): kind for sign, kind in words.defaults.items()}
    return {sign: kind for sign, kind in table.items() if kind in _STAND_IN}


class Known(msgspec.Struct, frozen=True):
    """Marks (folded) that the notes of a file explain: those that stand instead of a figure, and all."""

    signs: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()


def read_figure(cell: Cell, style: Style, known: Known = Known()) -> Figure | None:  # noqa: B008  frozen
    """Read a cell as a figure, or None where it holds no figure."""
    if cell.fault is not None:
        return Figure(sign=FAULT)
    if cell.day is not None or len(cell.text) > LONGEST:
        return None
    if (
        cell.number is None
        and not cell.raised
        and cell.text.isascii()
        and cell.text.isdigit()
        and len(cell.text) < 16
    ):
        return Figure(value=int(cell.text))
    text, raised = split_raised(cell)
    if cell.number is not None:
        return Figure(
            value=cell.number, marks=raised, percent=cell.percent, decimals=_decimals(text)
        )
    if not text:
        return None
    sign = plain_dashes(fold(text))
    sign = (
        sign
        if sign in known.signs or sign in sign_words() or len(sign) < 3
        else sign.rstrip(".") or sign
    )
    if sign in known.signs or sign in sign_words() or set(sign) <= set(".-…") or set(sign) <= {"x"}:
        return Figure(sign=sign, marks=raised)
    return _read_text(text, style, known, raised)


def _decimals(text: str) -> int:
    found = re.search(r"[.,](\d{1,12})%?$", text)
    return len(found[1]) if found else 0


def _read_text(text: str, style: Style, known: Known, raised: tuple[str, ...]) -> Figure | None:
    if not any(c.isdigit() for c in text) and not known.signs:
        return _marked_sign(plain_dashes(fold(text)), known, raised)
    folded = plain_dashes(fold(text))
    if bound := _bounded(folded, style):
        return msgspec.structs.replace(bound, marks=raised)
    core, marks = _peel(folded, known)
    if core in known.signs or core in sign_words():
        return Figure(sign=core, marks=(*marks, *raised))
    if not any(c.isdigit() for c in core):
        return None
    about = _about().match(core)
    if about:
        core = core[about.end() :]
    if "()" in known.marks and core.startswith("(") and core.endswith(")"):
        core, marks = core[1:-1], (*marks, "()")
    figure = _bounded(core, style) or _plain(core, style)
    if figure is None:
        return None
    return msgspec.structs.replace(
        figure, marks=(*marks, *raised), approximate=about is not None or figure.approximate
    )


def _marked_sign(core: str, known: Known, raised: tuple[str, ...]) -> Figure | None:
    """Read ".. r" or "- p": a sign in a number's stead with a mark behind it."""
    stem, _, mark = core.rpartition(" ")
    if stem and len(mark) <= 3 and (stem in sign_words() or stem in known.signs):
        return Figure(sign=stem, marks=(mark, *raised))
    return None


def _peel(core: str, known: Known) -> tuple[str, tuple[str, ...]]:
    """Take marks off both ends of a folded text."""
    marks: list[str] = []
    words = core.split(" ")
    while (
        len(words) > 1
        and _ALONE.fullmatch(words[-1])
        and _may_be_mark(" ".join(words[:-1]), words[-1], known)
    ):
        marks.insert(0, words.pop().strip("()[] "))
    core = " ".join(words).rstrip(" ,;")
    for _ in range(4):
        found = _TAILS[0].fullmatch(core) or _TAILS[1].fullmatch(core)
        if not found or not _may_be_mark(found["core"], found["mark"], known):
            break
        marks.insert(0, found["mark"].strip("()[] "))
        core = found["core"].rstrip(" ,;")
    lead = _LEAD.match(core)
    if lead and not _about().match(core) and _is_lead(lead["mark"], core, known):
        marks.insert(0, lead["mark"].strip("() "))
        core = core[lead.end() :]
    return core.strip(), tuple(marks)


def _is_lead(mark: str, core: str, known: Known) -> bool:
    """Letters before a number are a mark only apart from it, or where the notes explain them: not in "C12"."""
    if not mark.isalpha():
        return not core.startswith(("-", "("))
    return mark in known.marks or (core[len(mark)].isspace() and mark in _beside())


@cache
def _beside() -> frozenset[str]:
    """Return the letters that custom puts beside figures."""
    return frozenset(fold(mark) for mark in mark_words().defaults if mark.isalpha())


def _may_be_mark(core: str, mark: str, known: Known) -> bool:
    if mark.endswith(")") and not mark.startswith("(") and core.count("(") > core.count(")"):
        return False
    bare = mark.strip("()[] ")
    if bare in known.marks or not bare.isalpha() or mark.startswith(("[", "(")):
        return True
    if len(bare) > 2:
        return False
    # "5a" may be a code; "5,056a" and "12 a" are figures with a mark.
    return bare in _beside() or len(core) > 2


def _bounded(core: str, style: Style) -> Figure | None:
    for name, pattern in _bounds():
        found = pattern.fullmatch(core)
        if found:
            number = read_number((found["a"] or found["b"]).strip(), style)
            if number:
                low, high = (None, number[0]) if name in {"most", "below"} else (number[0], None)
                return Figure(low=low, high=high, bound=True, decimals=number[1])
    halves = re.fullmatch(r"([\d.,' ]{1,20}?)\s?(?:-|~|\bto\b|\bbis\b|до)\s?([\d.,' ]{1,20})", core)
    if halves:
        low_, high_ = (read_number(half.strip(), style) for half in halves.groups())
        if low_ and high_ and low_[0] < high_[0]:
            return Figure(low=low_[0], high=high_[0], bound=True, decimals=low_[1])
    return None


def _plain(core: str, style: Style) -> Figure | None:
    core, sign = _CURRENCY.sub("", core), 1
    percent = core.endswith(("%", "％"))
    core = core.rstrip("%％ ")
    bracketed = core.startswith("(") and core.endswith(")")
    if bracketed:
        core, sign = core[1:-1].strip(), -1
    if core[:1] in _SIGNS:
        sign, core = _SIGNS[core[0]], core[1:].strip()
    number = read_number(_CURRENCY.sub("", core), style)
    if number is None:
        return None
    value, decimals, other = number
    return Figure(
        value=sign * value if value else value, percent=percent, decimals=decimals,
        unsure=None if other is None else sign * other,
    )  # fmt: skip


def agree_style(texts: list[tuple[int, str]]) -> Style:
    """Return the decimal sign on which the figures of a table, told as (column, text), agree.

    A comma with other than three digits behind it, or both signs in one figure, tell; the majority wins.
    """
    votes = {".": 0, ",": 0}
    grouped: set[int] = set()
    for column, text in texts:
        core = re.sub(r"[^\d.,]", "", text).strip(".,")
        signs = [c for c in core if c in ".,"]
        if not signs:
            continue
        grouped.add(column)
        last = signs[-1]
        after = len(core) - core.rindex(last) - 1
        if len(set(signs)) == 2:
            votes[last] += 2
        elif len(signs) > 1:
            votes["." if last == "," else ","] += 2
        elif after not in {0, 3} or core.index(last) > 3 or core.startswith("0"):
            votes[last] += 1
    if votes["."] == votes[","]:
        return Style(sure=not any(_at_odds(texts, column) for column in grouped))
    return Style(decimal="." if votes["."] > votes[","] else ",")


def _at_odds(texts: list[tuple[int, str]], column: int) -> bool:
    """Tell whether a column prints figures above 999 both with and without a sign that may be a group's.

    Where both are of one size once the sign is a group's, that is what it is.
    """
    held = [text for at, text in texts if at == column]
    plain = [int(text) for text in held if re.fullmatch(r"\d{4,15}", text)]
    plain = [number for number in plain if not 1800 <= number <= 2100]
    signed = [
        int(re.sub(r"\D", "", text)) for text in held if re.fullmatch(r"\d{1,3}[.,]\d{3}", text)
    ]
    if not plain or not signed:
        return False
    return not 1 / 30 < median(plain) / max(median(signed), 1) < 30
