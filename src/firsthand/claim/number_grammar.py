"""Numbers in words and digits joined by grammar: "two hundred and three", "3.4 million", "two thirds".

For languages that write number words one after the other; German compounds are taken apart before
(`number_compounds`), Japanese, Chinese and Korean have a grammar of their own (`number_han`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.claim.numerals import SPACES, Atom
from firsthand.vocabulary.number_words import NumberWords

_GAP = re.compile(rf"[\s{SPACES}]{{0,4}}(?:[-‑–][\s{SPACES}]{{0,3}})?")
_SIGN = re.compile(r"[-−–－]\s{0,2}$")
LONGEST_RUN = 40
"""Atoms that are read together; what is longer is cut, so that hostile text costs linear time."""


class Number(NamedTuple):
    """A number as read: its place, value, and what the words are.

    `sort` is number, ordinal or fraction; `spelled` tells words from digits; `attached` a letter
    that follows without a space; `step` the place of the last digit said.
    """

    start: int
    end: int
    value: float
    sort: str = "number"
    spelled: bool = False
    attached: bool = False
    step: float = 1.0


class Reading(NamedTuple):
    """What a rule read: a value, the index after it, and what sort of number it is."""

    value: float
    end: int
    sort: str = "number"


class Cardinal(NamedTuple):
    """A whole number; `joined` is the reading up to its last "and" (value, scale) and the index after that."""

    value: float
    end: int
    scale: float = 0.0
    joined: tuple[float, float, int] | None = None


def read_numbers(text: str, atoms: list[Atom], words: NumberWords) -> list[Number]:
    """Return the numbers that atoms make up, in order, none overlapping."""
    out: list[Number] = []
    at = 0
    while at < len(atoms):
        last = _run_end(text, atoms, at)
        reader = _Reader(text, atoms[at:last], words)
        out.extend(reader.numbers())
        at = last
    return out


def _run_end(text: str, atoms: list[Atom], at: int) -> int:
    """Return the index after the atoms that stand next to each other."""
    last = at + 1
    while last < len(atoms) and last - at < LONGEST_RUN:
        before, after = atoms[last - 1], atoms[last]
        gap = text[before.end : after.start]
        if len(gap) > 8 or not _GAP.fullmatch(gap):
            break
        if before.sort in "DF" and after.sort in "DF" and ("-" in gap or "–" in gap):
            break
        last += 1
    return last


class _Reader:
    """Reads the numbers of a run of atoms; a reading that ends where it began found nothing."""

    def __init__(self, text: str, run: list[Atom], words: NumberWords) -> None:
        self.text = text
        self.run = run
        self.teens = words.tens_with_teens
        self.plural_ends = words.plural_ends
        self.sorts = "".join(each.sort for each in run) + "    "

    def numbers(self) -> list[Number]:
        out: list[Number] = []
        at = 0
        while at < len(self.run):
            found, after = self.number(at)
            if found is not None:
                out.append(found)
            at = max(after, at + 1)
        return out

    def number(self, at: int) -> tuple[Number | None, int]:
        run, start = self.run, at
        negative = self.sorts[at] == "M"
        if negative:
            at += 1
        if self.sorts[at] in " JPMV":
            return None, at
        value, after, sort = self.quantity(at)
        if after == at:
            return None, at + 1
        first, last = run[start], run[after - 1]
        begin = first.start
        if not negative and first.sort in "DF":
            begin = self.minus(first.start)
            negative = begin < first.start
        spelled = all(each.sort not in "DFN" for each in run[start:after])
        step = min((each.step for each in run[start:after] if each.sort == "D"), default=1.0)
        if last.sort == "S" and first.sort == "D" and after - at == 2:
            step *= last.value
        value = -value if negative else value
        return Number(begin, last.end, value, sort, spelled, last.attached, step), after

    def minus(self, start: int) -> int:
        """Return where a minus sign before `start` stands; `start` itself where a dash is no sign."""
        sign = _SIGN.search(self.text, max(0, start - 3), start)
        if sign is None:
            return start
        before = self.text[max(0, sign.start() - 2) : sign.start()]
        if before.strip(SPACES + "\n\t"):
            apart = before[-1:].isspace() and sign.end() - sign.start() == 1
            if not apart and before[-1] not in "([:=<>^~≥≤":
                return start
            if apart and before.strip()[-1:].isdigit():
                return start
        return sign.start()

    def quantity(self, at: int) -> Reading:
        """Return the longest reading at an atom."""
        run, sort = self.run, self.sorts[at]
        if sort == "N":
            return Reading(run[at].value, at + 1, "ordinal")
        article = sort == "U" and run[at].value == 1 and self.sorts[at + 1] == "Q"
        if article:  # German "eine halbe Million", where the article is a number word too
            value, after = self.dozens(run[at + 1].value, at + 2)
            return Reading(*self.of_scale(value, after), "fraction")
        if sort in "QA":
            value, after = self.part(at)
            if after > at:
                return Reading(*self.of_scale(value, after), "fraction")
        found = self.cardinal(at)
        if found.end > at:
            return self.extended(at, found)
        if sort == "F":
            return Reading(*self.of_scale(run[at].value, at + 1), "fraction")
        if sort == "O":
            return Reading(*self.ordinal(at, 0.0), "ordinal")
        return Reading(0.0, at)

    def extended(self, at: int, found: Cardinal) -> Reading:
        """Return a cardinal with what may follow: thirds, and a half, point five, dozen, over ten."""
        fraction = self.fraction(at, found)
        if fraction:
            return fraction
        value, after = found.value, found.end
        if self.sorts[after] == "O":
            whole, end = self.ordinal(after, value)
            if end > after:
                return Reading(whole, end, "ordinal")
        if self.sorts[after] == "P":
            value, after = self.decimals(value, after)
        if self.sorts[after] == "G":
            return self.grouped(found)
        if self.sorts[after] == "J":
            more = self.added(value, after, found.scale)
            if more.end > after:
                return more
        whole = found.end == after and float(value).is_integer()
        if whole and self.sorts[after] == "F" and not self.run[after - 1].attached:
            part = self.run[after].value
            return Reading(value + part, after + 1) if part < 1 else self.over(value, after)
        return self.over(value, after)

    def fraction(self, at: int, found: Cardinal) -> Reading | None:
        """Return "three quarters", "one hundred and two thirds"; None where no denominator follows."""
        value, after = found.value, found.end
        below, end = self.denominator(after)
        last = self.run[after - 1]
        if below and below < 10 and last.sort == "Y" and after - at > 1 and not found.joined:
            # "one hundred thirty fifths": the tens belong to the denominator.
            value, below = value - last.value, last.value + below
        if not below:
            return None
        plural = self.plural(end - 1)
        if found.joined and (plural or value == 1):
            whole, scale, start = found.joined
            above = self.cardinal(start, bare=True).value
            if above < below:
                more = above / below
                return Reading(whole + more * (scale or 1.0), end)
        if not plural and (value != 1 or self.sorts[at] == "A"):
            return None
        return Reading(*self.of_scale(value / below, end), "fraction")

    def plural(self, at: int) -> bool:
        name = self.text[self.run[at].start : self.run[at].end].casefold()
        return name.endswith(self.plural_ends) and self.run[at].sort != "O"

    def grouped(self, found: Cardinal) -> Reading:
        """Return "three dozen"; of "three hundred and two dozens" only the two are dozens."""
        size = self.run[found.end].value
        if found.joined:
            whole, _, start = found.joined
            return Reading(whole + self.cardinal(start, bare=True).value * size, found.end + 1)
        return Reading(found.value * size, found.end + 1)

    def added(self, value: float, after: int, scale: float) -> Reading:
        """Return "five and a half", "one billion and a half million"; the index stays where none is."""
        more, end = self.part(after + 1)
        if end == after + 1:
            return Reading(value, after)
        if self.sorts[end] == "S":
            size = self.run[end].value
            total = value + more * size if scale and size < scale else (value + more) * size
            return Reading(total, end + 1)
        return Reading(value + more * (scale or 1.0), end)

    def over(self, value: float, after: int) -> Reading:
        """Return "one over three", "two out of five" as fractions."""
        if self.sorts[after] == "V":
            whole = self.cardinal(after + 1)
            plain = self.text.startswith("over", self.run[after].start)
            ended = not self.text[self.run[whole.end - 1].end :][:2].strip().isalpha()
            if whole.end > after + 1 and whole.value and (ended if plain else whole.value > value):
                return Reading(value / whole.value, whole.end, "fraction")
        return Reading(value, after)

    def cardinal(self, at: int, *, bare: bool = False) -> Cardinal:
        """Return a number without fractions: "two hundred and two thousand", "3.4 million"."""
        run, sorts, first, end = self.run, self.sorts, at, at
        groups: list[tuple[float, float]] = []
        current: float | None = None
        joined: tuple[float, float, int] | None = None
        if sorts[at] == "A":
            if sorts[at + 1] == "G":
                return Cardinal(run[at + 1].value, at + 2)
            if sorts[at + 1] not in "HS":
                return Cardinal(0.0, at)
            current, at = 1.0, at + 1
        while at < len(run):
            sort, value = sorts[at], run[at].value
            if sort == "J" and at > first and self.joins(at, current, bool(groups)):
                joined = (*_total(groups, current), at + 1)
                at += 1
                continue
            if sort in "DUTYW":
                if current is not None and not self.adds(
                    current, value, at, joined=sorts[at - 1] == "J"
                ):
                    break
                current = (current or 0.0) + value
            elif sort == "H" and self.multiplies(current, at == first or bare):
                current = (1.0 if current is None else current) * value
            elif sort == "S" and (current is not None or groups or bare or at == first):
                _push(groups, current, value)
                current = None
            else:
                break
            at += 1
            end = at
        if end == first:
            return Cardinal(0.0, first)
        if joined and joined[2] >= end:
            joined = None
        value, scale = _total(groups, current)
        return Cardinal(value, end, scale, joined)

    @staticmethod
    def multiplies(current: float | None, alone: bool) -> bool:
        return alone if current is None else 0 < current < 100

    def joins(self, at: int, current: float | None, scaled: bool) -> bool:
        """Tell whether "and" here goes on with the number: "two hundred and three"."""
        if self.sorts[at + 1] not in "UTYD":
            return False
        value = self.run[at + 1].value
        if not 0 < value < 100 or not float(value).is_integer():
            return False
        if self.sorts[at + 2] == "H" and current is not None:
            return False
        return scaled if current is None else self.adds(current, value, at + 1, joined=True)

    def adds(self, current: float, value: float, at: int, *, joined: bool = False) -> bool:
        """Tell whether a smaller number goes on with a larger one: hundred + ten, twenty + two."""
        before = self.sorts[at - 1] if at else ""
        if not 0 < value < 100 or not float(current).is_integer():
            return False
        if current >= 100 and current % 100 == 0:
            return before in "HJW"
        if value < 10 and current % 10 == 0 and current % 100 >= 20:
            return before == "Y" or (joined and before == "J")
        if value < 20 and current % 100 in self.teens:
            return before in "YJ"
        return False

    def ordinal(self, at: int, before: float) -> tuple[float, int]:
        value = self.run[at].value
        if not before:
            return value, at + 1
        if value >= 100:
            return before * value, at + 1
        tens = before % 10 == 0 and (value < 10 or before % 100 == 0)
        return (before + value, at + 1) if tens else (0.0, at)

    def denominator(self, after: int) -> tuple[float, int]:
        """Return the denominator at an index ("thirds", "twenty-firsts") and the next index."""
        run = self.run
        if after < len(run) and run[after].below > 0:
            return run[after].below, after + 1
        if self.sorts[after] in "YTUH":
            whole = self.cardinal(after, bare=True)
            if whole.end < len(run):
                last = run[whole.end]
                # A negative denominator stands only behind tens: "two seconds" are a time.
                below = abs(last.below) or (last.value if last.sort == "O" else 0.0)
                if below:
                    total = whole.value * below if below >= 100 else whole.value + below
                    return total, whole.end + 1
        return 0.0, after

    def part(self, at: int) -> tuple[float, int]:
        """Return a fraction that begins here: half, a third, three quarters, ½; else the same index."""
        run = self.run
        if self.sorts[at] == "F":
            return run[at].value, at + 1
        if self.sorts[at] == "Q":
            return self.dozens(run[at].value, at + 1)
        if self.sorts[at] == "A":
            if self.sorts[at + 1] == "Q":
                return self.dozens(run[at + 1].value, at + 2)
            below, end = self.denominator(at + 1)
            single = below and self.sorts[at + 1] != "H" and not self.plural(end - 1)
            return (1 / below, end) if single else (0.0, at)
        found = self.cardinal(at) if at < len(run) else Cardinal(0.0, at)
        if found.end > at:
            below, end = self.denominator(found.end)
            if below and (found.value == 1 or self.plural(end - 1)):
                return found.value / below, end
        return 0.0, at

    def dozens(self, value: float, at: int) -> tuple[float, int]:
        """Return half a dozen as 6, half as 0.5."""
        end = at + 1 if self.sorts[at] == "A" else at
        if self.sorts[end] == "G":
            return value * self.run[end].value, end + 1
        return value, at

    def of_scale(self, value: float, at: int) -> tuple[float, int]:
        """Return "half a million", "quarter million" as the product."""
        end = at + 1 if self.sorts[at] == "A" else at
        if self.sorts[end] == "S":
            return value * self.run[end].value, end + 1
        return value, at

    def decimals(self, value: float, at: int) -> tuple[float, int]:
        """Return "two hundred point zero three", "point seventy-one"; the index stays without digits."""
        end, written = at + 1, ""
        while self.sorts[end] in "UTYD":
            piece = self.run[end].value
            if self.sorts[end : end + 2] == "YU":
                end += 1
                piece += self.run[end].value
            written += str(int(piece))
            end += 1
        return (value + float(f"0.{written[:30]}"), end) if written else (value, at)


def _push(groups: list[tuple[float, float]], current: float | None, scale: float) -> None:
    """Add a scale word: what stands before it and is smaller is multiplied ("tres mil millones")."""
    value = current or 0.0
    while groups and groups[-1][1] < scale:
        value += groups.pop()[0]
    # 4.1 times a milliard is not quite 4,100,000,000 in binary.
    groups.append((float(f"{(value or 1.0) * scale:.15g}"), scale))


def _total(groups: list[tuple[float, float]], current: float | None) -> tuple[float, float]:
    """Return the sum and the scale that the words ended in, 0 for none."""
    scale = groups[-1][1] if groups and current is None else 0.0
    return sum(value for value, _ in groups) + (current or 0.0), scale
