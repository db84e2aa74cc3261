"""Values as a brief prints them: on a line of the path, in a list, in a sum."""

from __future__ import annotations

import re

from firsthand.model.claim import Bounds, Number, Relation

SIGNS: dict[str, str] = {"~": "~", ">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< "}
_SHORT = 14
"""Characters up to which a value spelled in words stays as the text has it."""


def number(value: Number) -> str:
    """Print a number with thousands set off, no more digits than it has: 18,642 and 40.7."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.10g}" if abs(value) < 1e15 else f"{value:g}"
    return f"{int(value):,}"


def shown(value: Number | Bounds | str | bool, spelled: str, relation: Relation = "=") -> str:
    """Print a value in few characters.

    Yes and no for true and false; words that are short stay as the text has them ("four-fold");
    what is long, or has a sign, becomes the number with its sign.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return spelled or value
    if isinstance(value, tuple):
        low, high = value
        if low is not None and high is not None:
            return f"{number(low)}–{number(high)}"
        return f"≥ {number(low)}" if low is not None else f"≤ {number(high or 0)}"
    sign = SIGNS.get(relation, "")
    if not any(c.isdigit() for c in spelled) and 0 < len(spelled) <= _SHORT:
        return spelled
    if re.fullmatch(r"[~≥≤<> ]*[\d.,\u00a0\u202f ]{1,14} ?%?", spelled) and not sign:
        return spelled
    if "%" in spelled or relation in ("share", "change"):
        return f"{sign}{number(value)} %" if "%" in spelled else f"{sign}{number(value)}"
    return sign + number(value)


BOUNDS: dict[str, str] = {
    "~": "about ",
    ">=": "at least ",
    "<=": "at most ",
    ">": "more than ",
    "<": "under ",
}
_RATIOS = ("times", "percent", "percentage-points", "fraction", "basis-points")


def in_words(value: Number | Bounds | str | bool, unit: str | None, relation: Relation) -> str:
    """Print a number with its sign and unit in words, "about 15,000 workers"; else nothing."""
    if isinstance(value, bool | str | tuple) or unit is None or unit in _RATIOS:
        return ""
    noun = unit.removeprefix("person-").replace("-", " ")
    return f"{BOUNDS.get(relation, '')}{number(value)} {noun}"


_MINUS = re.compile(r"(?<![\w.,])-(?=\d)|(?<=\d )-(?= )|(?<=%) - ")


def sum_of(arithmetic: str) -> str:
    """Set a sum with its typographic signs: − for minus, ÷ between numbers, ≤ ≥ × ≠."""
    text = _MINUS.sub("−", arithmetic)
    text = re.sub(r"(?<=[\d%)]) / (?=[\d(])", " ÷ ", text)
    text = re.sub(r"(?<=\d) \* (?=\d)", " × ", text)
    for plain, sign in (("<=", "≤"), (">=", "≥"), ("!=", "≠"), ("->", "→"), (" %", "\u00a0%")):
        text = text.replace(plain, sign)
    return text


def differing(was: str, now: str) -> tuple[tuple[bool, str], ...]:
    """Split a value into runs that are as they were and runs that are not.

    Only values of one length are compared sign by sign; others are one run that is not marked.
    """
    if len(was) != len(now) or was == now:
        return ((False, now),)
    runs: list[tuple[bool, str]] = []
    for old, new in zip(was, now, strict=True):
        off = old != new
        if runs and runs[-1][0] == off:
            runs[-1] = (off, runs[-1][1] + new)
        else:
            runs.append((off, new))
    return tuple(runs)
