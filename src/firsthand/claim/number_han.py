"""Numbers in Japanese, Chinese and Korean: 二十億, 3万4,500, 三分の二, 2.3万, 삼백이십, 스물다섯, 5만4천."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.claim.number_grammar import Number
from firsthand.claim.numerals import LONGEST_NUMERAL, SPACES, digits_pattern, value_of
from firsthand.vocabulary.number_words import NumberWords, number_words

_WIDE = str.maketrans("０１２３４５６７８９．，－＋／％", "0123456789.,-+/%")
_SINO = frozenset("영공일이삼사오육륙칠팔구")
LONGEST_RUN = 40


class Sign(NamedTuple):
    """A piece of a number.

    `sort`: D digits, C a digit in words, N and Y native units and tens (Korean), M 10 to 1,000, S 10,000 and up, G dozen,
    Q half, J and, P point, - minus, V "分の", O an ordinal, F "余り", R a fraction in digits.
    """

    start: int
    end: int
    sort: str
    value: float
    step: float = 1.0


@cache
def _finder(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    data = number_words(language)
    words: dict[str, tuple[str, float]] = {}
    for sort, listed in (
        ("J", data.joiners), ("P", data.points), ("-", data.minus), ("V", data.over),
        ("F", data.fillers),
    ):  # fmt: skip
        words.update((word, (sort, 0.0)) for word in listed)
    for word, value in data.cardinals.items():
        native = data.writing == "hangul" and word not in _SINO
        words[word] = ("Y" if value >= 10 else "N" if native else "C", value)
    for sort, table in (
        ("M", data.multipliers), ("S", data.scales), ("G", data.groups), ("Q", data.halves),
        ("O", data.ordinals),
    ):  # fmt: skip
        words.update((word, (sort, value)) for word, value in table.items())
    listed_words = "|".join(
        re.escape(word) + data.guards.get(word, "") for word in sorted(words, key=len, reverse=True)
    )
    suffix = "|".join(sorted(data.suffixes, key=len, reverse=True))
    pattern = re.compile(
        rf"(?<![\d/])(?<!\d-)(?P<fraction>\d{{1,9}}/\d{{1,9}}(?![\d/]))"
        rf"|(?<!\d)(?P<digits>{digits_pattern(data.decimal, data.thousands)})"
        rf"(?:[eE](?P<power>[+\-−]?\d{{1,3}})(?!\w)|\s{{0,2}}(?P<suffix>{suffix})(?![a-zA-Z]))?"
        rf"|(?P<word>{listed_words})"
    )
    return pattern, words


def han_numbers(text: str, language: str) -> list[Number]:
    """Return the numbers of a text in order; offsets are those of the text as given."""
    plain = text.translate(_WIDE)
    signs = _signs(plain, language)
    out: list[Number] = []
    at = 0
    while at < len(signs):
        last = _run_end(plain, signs, at)
        out.extend(_Reader(plain, signs[at:last], language).numbers())
        at = last
    if language == "ko":
        out = [n for n in out if _korean(plain, n)]
    return out


def _signs(text: str, language: str) -> list[Sign]:
    pattern, words = _finder(language)
    data = number_words(language)
    out: list[Sign] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        if match["word"]:
            out.append(Sign(start, end, *words[match["word"]]))
        elif match["fraction"]:
            above, _, below = match["fraction"].partition("/")
            if int(below):
                out.append(Sign(start, end, "R", int(above) / int(below)))
        elif match["digits"] and len(match["digits"]) <= LONGEST_NUMERAL * 2:
            value, step = value_of(match["digits"], data.decimal)
            if match["power"]:
                value *= 10.0 ** min(int(match["power"].replace("−", "-")), 300)
            if match["suffix"]:
                value *= data.suffixes[match["suffix"]]
            out.append(Sign(start, end, "D", value, step))
    return out


def _run_end(text: str, signs: list[Sign], at: int) -> int:
    last = at + 1
    while last < len(signs) and last - at < LONGEST_RUN:
        gap = text[signs[last - 1].end : signs[last].start]
        if len(gap) > 4 or gap.strip(SPACES):
            break
        last += 1
    return last


class _Reader:
    """Reads the numbers of a run; a reading that ends where it began found nothing."""

    def __init__(self, text: str, run: list[Sign], language: str) -> None:
        self.text = text
        self.run = run
        self.sorts = "".join(each.sort for each in run) + "    "
        self.colloquial = language == "zh"

    def numbers(self) -> list[Number]:
        out: list[Number] = []
        at = 0
        while at < len(self.run):
            value, end = self.number(at)
            if end > at:
                out.append(self.told(at, end, value))
            at = max(end, at + 1)
        return out

    def told(self, at: int, end: int, value: float) -> Number:
        pieces = self.run[at:end]
        step = min((s.step for s in pieces if s.sort == "D"), default=1.0)
        if pieces[-1].sort == "S" and len(pieces) <= 3:
            step *= pieces[-1].value
        last = pieces[-1].end
        fraction = any(s.sort in "VRQ" for s in pieces)
        spelled = all(s.sort not in "DR" for s in pieces)
        glued = self.text[last : last + 1]
        attached = not spelled and glued.isascii() and glued.isalpha()
        sort = "fraction" if fraction and abs(value) < 1 else "number"
        if pieces[0].sort == "O":
            sort = "ordinal"
        return Number(pieces[0].start, last, value, sort, spelled, attached, step)

    def number(self, at: int) -> tuple[float, int]:
        """Return a number with sign, fraction, dozen; the index stays where none is."""
        negative = self.sorts[at] == "-"
        first = at
        if negative:
            if not self.sign(at):
                return 0.0, at
            at += 1
        value, end = self.quantity(at)
        if end == at:
            return 0.0, first
        return (-value if negative else value), end

    def sign(self, at: int) -> bool:
        """Tell whether a dash here is a minus: not behind a digit or a letter."""
        mark = self.run[at]
        before = self.text[max(0, mark.start - 1) : mark.start]
        dash = self.text[mark.start : mark.end] in "-−－"
        if not dash or not before:
            return True
        if self.text[mark.end : mark.end + 1].isspace():
            before = self.text[max(0, mark.start - 4) : mark.start].strip()[-1:]
        return not (before.isascii() and before.isalnum())

    def quantity(self, at: int) -> tuple[float, int]:
        sorts, run = self.sorts, self.run
        if sorts[at] == "Q":
            if sorts[at + 1] == "G":
                return run[at].value * run[at + 1].value, at + 2
            return run[at].value, at + 1
        if sorts[at] in "RO":
            return run[at].value, at + 1
        value, end = self.cardinal(at)
        if end == at:
            return 0.0, at
        if sorts[end] == "V":
            above, after = self.signed(end + 1)
            if after > end + 1 and value:
                return above / value, after
        if sorts[end] == "G":
            return value * run[end].value, end + 1
        return self.mixed(value, end)

    def signed(self, at: int) -> tuple[float, int]:
        if self.sorts[at] == "-":
            value, end = self.cardinal(at + 1)
            return (-value, end) if end > at + 1 else (0.0, at)
        return self.cardinal(at)

    def mixed(self, value: float, end: int) -> tuple[float, int]:
        """Return "2と4分の1" as 2.25, "300と2ダース" as 324."""
        at, total = end, value
        while self.sorts[at] == "J":
            if self.sorts[at + 1] == "R":
                return total + self.run[at + 1].value, at + 2
            more, after = self.cardinal(at + 1)
            if after == at + 1:
                break
            if self.sorts[after] == "V" and more:
                above, last = self.signed(after + 1)
                if last > after + 1:
                    return total + above / more, last
            if self.sorts[after] == "G":
                return total + more * self.run[after].value, after + 1
            at, total = after, total + more
        if self.sorts[end] == "R" and self.run[end].value < 1 and self.sorts[end - 1] == "D":
            return value + self.run[end].value, end + 1
        return value, end

    def cardinal(self, at: int) -> tuple[float, int]:
        """Return digits, multipliers and scales read together."""
        count = _Count()
        first, end = at, at
        while at < len(self.run):
            sign = self.run[at]
            if sign.sort == "F" and end > first and self.sorts[at + 1] == "S":
                at += 1
                continue
            if sign.sort == "P" and end > first:
                decimals, after = self.decimals(at)
                if after == at:
                    break
                count.current = (count.current or 0.0) + decimals
                at = end = after
                continue
            near = at == first or self.run[at - 1].end == sign.start
            if not count.take(sign, near):
                break
            at += 1
            end = at
        if end == first:
            return 0.0, first
        if self.colloquial:
            count.round_out()
        return count.total(), end

    def decimals(self, at: int) -> tuple[float, int]:
        """Return what stands behind a point in words: 点八, ・二三."""
        point = self.run[at]
        if self.text[point.start] in ".．" or self.run[at - 1].end != point.start:
            return 0.0, at
        written, after = "", at + 1
        while self.sorts[after] in "CDMY" and self.run[after].start == self.run[after - 1].end:
            sign = self.run[after]
            if sign.sort == "M":
                whole = int(written or 1) * int(sign.value)
                unit = self.sorts[after + 1] == "C"
                written = str(whole + int(self.run[after + 1].value if unit else 0))
                after += 2 if unit else 1
                break
            written += self.text[sign.start : sign.end] if sign.sort == "D" else f"{sign.value:.0f}"
            after += 1
        if not written or not written.isdigit():
            return 0.0, at
        return float(f"0.{written[:30]}"), after


class _Count:
    """The running sum of a numeral: groups of 10,000, the section below, and the digit in hand."""

    def __init__(self) -> None:
        self.groups: list[tuple[float, float]] = []
        self.section = 0.0
        self.current: float | None = None
        self.multiplier = float("inf")
        self.last = ""
        self.step = 0.0

    def take(self, sign: Sign, near: bool) -> bool:
        """Add a piece; False where it does not go on with the number."""
        taken = {
            "D": self.digits, "C": self.digit, "N": self.native, "Y": self.tens,
            "M": self.times, "S": self.scale,
        }  # fmt: skip
        rule = taken.get(sign.sort)
        if rule is None or not rule(sign, near):
            return False
        self.last = sign.sort
        return True

    def digits(self, sign: Sign, near: bool) -> bool:
        if self.current is not None or (self.last in "DC" and self.last):
            return False
        if not near and self.last not in ("S", "M"):
            return False
        self.current = sign.value
        return True

    def digit(self, sign: Sign, near: bool) -> bool:
        if self.current is None:
            self.current = sign.value
            return True
        if self.last == "C" and near:
            self.current = self.current * 10 + sign.value
            return True
        return False

    def native(self, sign: Sign, near: bool) -> bool:
        """Add a Korean unit such as 다섯: after its tens, or first, or joined to what stands before."""
        if self.last == "Y":
            self.current = (self.current or 0.0) + sign.value
            return True
        if self.current is not None or not near:
            return False
        self.current = sign.value
        return True

    def tens(self, sign: Sign, near: bool) -> bool:
        if self.current is not None:
            return False
        self.current = sign.value
        return True

    def times(self, sign: Sign, near: bool) -> bool:
        if sign.value >= self.multiplier or self.last == "Y":
            return False
        self.section += (1.0 if self.current is None else self.current) * sign.value
        self.current, self.multiplier, self.step = None, sign.value, sign.value
        return True

    def scale(self, sign: Sign, near: bool) -> bool:
        value = self.section + (self.current or 0.0)
        if not value and not self.groups:
            return False
        while self.groups and self.groups[-1][1] <= sign.value:
            value += self.groups.pop()[0]
        self.groups.append((value * sign.value, sign.value))
        self.section, self.current = 0.0, None
        self.multiplier, self.step = float("inf"), sign.value
        return True

    def round_out(self) -> None:
        """Read the Chinese 二百五 as 250 and 一万三 as 13,000."""
        if self.last == "C" and self.current and self.current < 10 and self.step >= 100:
            self.current *= self.step / 10

    def total(self) -> float:
        return sum(value for value, _ in self.groups) + self.section + (self.current or 0.0)


@cache
def _korean_ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may follow a Korean number: a counter, or a particle or no letter."""
    data: NumberWords = number_words("ko")
    counters = "|".join(sorted(map(re.escape, data.counters), key=len, reverse=True))
    particles = "|".join(sorted(map(re.escape, data.particles), key=len, reverse=True))
    return re.compile(rf"\s?(?:{counters})"), re.compile(rf"(?:{particles})|[^가-힣]|$")


def _korean(text: str, number: Number) -> bool:
    """Tell whether a Korean reading is a number: syllables such as 이, 일, 사 are words of their own."""
    written = text[number.start : number.end]
    if any(c.isdigit() for c in written):
        return True
    before = text[number.start - 1 : number.start]
    if before and before.isalnum():
        return False
    counter, ending = _korean_ends()
    counted = counter.match(text, number.end) is not None
    bare = written.replace(" ", "")
    if bare in ("반", "절반") or "분의" in bare or bare.startswith(("마이너스", "음수")):
        return ending.match(text, number.end) is not None or counted
    if len(bare) == 1:
        closed = ending.match(text, number.end) is not None
        return counted or (bare in number_words("ko").alone and closed)
    if len(bare) == 2 and bare[-1] in "만억조" and bare[0] in "일이삼사오육칠팔구":
        return counted
    ended = ending.match(text, number.end) is not None or counted
    return ended and (any(c in "십백천만억조" for c in bare) or _native(bare))


def _native(bare: str) -> bool:
    words = number_words("ko").cardinals
    return any(w in bare for w, value in words.items() if len(w) > 1 or value >= 10)
