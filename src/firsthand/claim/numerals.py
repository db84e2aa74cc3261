"""Digits and number words as they stand in a text, before a grammar joins them.

An atom is the smallest piece that carries a value: "36,000", "twenty", "million", "and". The grammar
in `number_grammar` reads runs of atoms that only spaces or hyphens part.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from firsthand.claim.number_compounds import Meaning, compound
from firsthand.vocabulary.number_words import NumberWords, number_words

SPACES = " \u00a0\u202f\u2009\u3000"
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
           "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8,
           "⅞": 7 / 8}  # fmt: skip
_VULGARS = "".join(_VULGAR)
LONGEST_NUMERAL = 40
"""Digits and marks of one numeral; what is longer is a key or noise, not a count."""


class Atom(NamedTuple):
    """A piece of a number.

    `sort`: D digits, F digits as a fraction (3/4, ½), U 0-9, T 10-19, Y tens, W a word for 100 to 999,999,
    H hundred, S scale, G group (dozen), O ordinal word, N nth in digits, Q half or quarter, A article,
    J "and", P "point", M minus, V "over".
    `below` is the denominator where the word can be one.
    """

    start: int
    end: int
    sort: str
    value: float
    below: float = 0.0
    attached: bool = False
    """A letter follows without a space: "180ml"."""
    step: float = 1.0
    """The last digit's place: 1 for "36,000" as written, 0.1 for "4.2"."""


class Numerals(NamedTuple):
    """What finds atoms in a language: one expression, and the meaning of each word and phrase."""

    pattern: re.Pattern[str]
    words: dict[str, Meaning]
    phrases: dict[str, tuple[str, ...]]
    decimal: str
    suffixes: dict[str, float]
    compounds: bool
    known: frozenset[str]


def digits_pattern(decimal: str, thousands: tuple[str, ...]) -> str:
    """Return the expression of one numeral in digits, grouped or not."""
    point = re.escape(decimal)
    groups = [
        rf"\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,10}}(?![\d]|[{SPACES}]\d)"
        if mark == " "
        else rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}}){{1,10}}(?!\d)"
        for mark in thousands
    ]
    swapped = re.escape("," if decimal == "." else ".")
    other = rf"|\d{{1,{LONGEST_NUMERAL}}}{swapped}(?:\d{{1,2}}|\d{{4,{LONGEST_NUMERAL}}})(?![\d.,]\d|\d)"
    whole = "|".join(groups)
    return (
        rf"(?:(?:{whole})(?:{point}\d{{1,{LONGEST_NUMERAL}}}(?!\d))?{other}"
        rf"|\d{{1,{LONGEST_NUMERAL}}}(?:(?<!\d[.,]\d)(?<!\d[.,]\d\d)(?<!\d[.,]\d\d\d){point}\d{{1,{LONGEST_NUMERAL}}}(?![\d]|{point}\d))?(?!\d)"
        rf"|(?<![\w.,]){point}\d{{1,{LONGEST_NUMERAL}}}(?!\d))"
    )


@cache
def numerals(language: str) -> Numerals:
    """Return the finder of a language's atoms."""
    data = number_words(language)
    words = _meanings(data)
    phrases: dict[str, list[str]] = {}
    for phrase in sorted(words, key=len, reverse=True):
        if " " in phrase or "-" in phrase:
            phrases.setdefault(re.split("[ -]", phrase)[0], []).append(phrase)
    suffix = "|".join(map(re.escape, sorted(data.suffixes, key=len, reverse=True))) or r"(?!)"
    marks = "|".join(map(re.escape, sorted(data.ordinal_marks, key=len, reverse=True))) or r"(?!)"
    digits = digits_pattern(data.decimal, data.thousands)
    # Words are looked up, not spelled out here: an alternation of hundreds costs ten times as much.
    pattern = re.compile(
        rf"(?P<word>[^\W\d_{_VULGARS}]{{1,80}}(?:['’][^\W\d_]{{1,80}})?)"
        rf"|(?<!\d)(?<!\d-)(?P<fraction>\d{{1,9}}/\d{{1,9}}(?![\d/]))|(?P<vulgar>[{_VULGARS}])"
        rf"|(?<!\d)(?P<digits>{digits})(?:[eE](?P<power>[+\-−－]?\d{{1,3}})(?!\w))?"
        rf"(?:(?P<nth>{marks})(?!\w)|[{SPACES}]{{0,2}}(?P<suffix>{suffix})(?!\w))?",
        re.IGNORECASE,
    )
    return Numerals(
        pattern,
        words,
        {first: tuple(listed) for first, listed in phrases.items()},
        data.decimal,
        data.suffixes,
        data.writing == "compounds",
        frozenset({*words, *phrases, *(w.rstrip(".") for w in words)}),
    )


def cardinal_sort(value: float) -> str:
    """Return the sort of a number word by its size: what may follow it depends on that."""
    return "U" if value < 10 else "T" if value < 20 else "Y" if value < 100 else "W"


def _meanings(data: NumberWords) -> dict[str, Meaning]:
    words: dict[str, Meaning] = {}
    for word, value in data.cardinals.items():
        words[word] = (cardinal_sort(value), value, 0.0)
    for sort, table in (("H", data.multipliers), ("S", data.scales), ("G", data.groups)):
        words.update({word: (sort, value, 0.0) for word, value in table.items()})
    if data.writing == "words":  # compounds list stems: the words are told by `compound`
        words.update({word: ("O", value, 0.0) for word, value in data.ordinals.items()})
    for word, value in data.denominators.items():
        sort, whole, _ = words.get(word, ("B", 0.0, 0.0))
        words[word] = (sort, whole, value)
    for word, value in data.halves.items():
        words[word] = ("Q", value, data.denominators.get(word, 0.0))
    for sort, listed in (
        ("A", data.articles), ("J", data.joiners), ("P", data.points), ("M", data.minus),
        ("V", data.over),
    ):  # fmt: skip
        for word in listed:
            words.setdefault(word, (sort, 1.0 if sort == "A" else 0.0, 0.0))
    return words


def atoms(text: str, language: str) -> list[Atom]:
    """Return the atoms of a text in order; they do not overlap."""
    finder = numerals(language)
    out: list[Atom] = []
    done = 0
    known, compounds = finder.known, finder.compounds
    for match in finder.pattern.finditer(text):
        # A word is the first group: most are no number and are passed over here.
        spelled = match.lastindex == 1
        if spelled and not compounds and match[0].lower() not in known:
            continue
        start, end = match.span()
        if start < done:
            continue
        if spelled:
            found = _word(match, text, finder, language)
        elif match["vulgar"]:
            found = Atom(start, end, "F", _VULGAR[text[start]])
        elif match["fraction"]:
            above, _, below = match["fraction"].partition("/")
            glued = text[end : end + 1].isalpha()
            found = Atom(start, end, "F", int(above) / (int(below) or 1), attached=glued)
        else:
            found = _digits(match, text, finder)
        if found:
            out.append(found)
            done = found.end
    return out


def _word(match: re.Match[str], text: str, finder: Numerals, language: str) -> Atom | None:
    start, end = match.span()
    name = match["word"].lower()
    for phrase in finder.phrases.get(name, ()):
        after = start + len(phrase)
        written = text[start:after].lower().replace("\u00a0", " ")
        if written == phrase and not text[after : after + 1].isalpha():
            return Atom(start, after, *finder.words[phrase])
    meaning = finder.words.get(name)
    if meaning is None and finder.compounds:
        meaning = compound(name, language)
    if text[end : end + 1] == "." and name + "." in finder.words:
        meaning, end = finder.words[name + "."], end + 1
    return Atom(start, end, *meaning) if meaning else None


def _digits(match: re.Match[str], text: str, finder: Numerals) -> Atom | None:
    start, end = match.span()
    written = match["digits"]
    value, step = value_of(written, finder.decimal)
    if match["power"]:
        power = float(10 ** min(int(re.sub("[−－]", "-", match["power"]).lstrip("+")), 300))
        value, step = value * power, step * power
    if match["nth"]:
        return Atom(start, end, "N", value, value)
    if match["suffix"]:
        scale = suffix_scale(match["suffix"], finder.suffixes)
        if scale is None:  # "1m" is a metre, not a million
            return Atom(start, match.end("digits"), "D", value, 0.0, True, step)
        return Atom(
            start,
            end,
            "D",
            float(f"{value * scale:.15g}"),
            0.0,
            text[end : end + 1].isalpha(),
            step * scale,
        )
    return Atom(start, end, "D", value, 0.0, text[end : end + 1].isalpha(), step)


def suffix_scale(letters: str, suffixes: dict[str, float]) -> float | None:
    """Return what letters on digits multiply by; case tells M from m."""
    if letters in suffixes:
        return suffixes[letters]
    return suffixes.get(letters.casefold()) if len(letters) > 1 else None


def value_of(written: str, decimal: str) -> tuple[float, float]:
    """Return the value of digits as written, and the place of the last digit.

    A comma in front of one or two digits is a decimal mark everywhere ("5,5"), a point likewise.
    """
    plain = re.sub(rf"[{SPACES}'’]", "", written)
    groups = "," if decimal == "." else "."
    if re.fullmatch(rf"\d+{re.escape(groups)}(?:\d{{1,2}}|\d{{4,}})", plain):
        plain = plain.replace(groups, ".")
    else:
        plain = plain.replace(groups, "").replace(decimal, ".")
    value = float(plain) if plain.strip(".") else 0.0
    places = len(plain.partition(".")[2])
    return (int(value) if not places else value), 10.0**-places
