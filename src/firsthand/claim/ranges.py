"""What stands around numbers: per cent, "at least", "between A and B", "or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from firsthand.claim.number_grammar import Number
from firsthand.model.claim import Found, Relation
from firsthand.vocabulary.number_words import NumberWords, number_words

Side = Literal["before", "after"]
_REACH = 60
"""Characters behind a number in which words about its exactness are looked for."""
_AROUND = 24
_SPACE = re.compile(r"\s*")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{1,2000}")
_WORD = re.compile(r"[^\W\d_]")


class Bounds(NamedTuple):
    """A compiled side of the words about exactness, and the relation of each group."""

    pattern: re.Pattern[str]
    relations: tuple[Relation, ...]


class Ring(NamedTuple):
    """A number with the words about its exactness: the whole reading."""

    start: int
    end: int
    relation: Relation
    number: Number


def lowered(text: str) -> str:
    """Return the text in lower case with the same offsets."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _spaced(words: str) -> str:
    return words.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


@cache
def bounds(language: str, side: Side) -> Bounds:
    """Return the expression of the words before, or after, a number."""
    parts: list[str] = []
    relations: list[Relation] = []
    for bound in number_words(language).bounds:
        words = bound.before if side == "before" else bound.after
        if words:
            parts.append("(" + "|".join(f"(?:{_spaced(w)})" for w in words) + ")")
            relations.append(bound.relation)
    edge = r"(?:(?<![^\W\d_])|(?=[<>=≥≤~≈]))" if side == "before" and _lettered(language) else ""
    tail = r"(?![^\W\d_])" if _lettered(language) else ""
    lead = r"\s{0,3}" if side == "after" else ""
    body = "|".join(parts) or "(?!)"
    return Bounds(re.compile(f"{lead}{edge}(?:{body}){_edge(tail)}"), tuple(relations))


def _edge(tail: str) -> str:
    # A sign such as ">" or "~" is no word: a digit or letter may touch it.
    return f"(?:(?<=[<>=≥≤~≈])|{tail})" if tail else ""


def _lettered(language: str) -> bool:
    return language not in ("ja", "zh", "ko")


def signs_before(text: str, language: str) -> dict[int, tuple[int, Relation]]:
    """Return the words about exactness in a text: where the next word begins -> (start, relation)."""
    side = bounds(language, "before")
    out: dict[int, tuple[int, Relation]] = {}
    for match in side.pattern.finditer(lowered(text)):
        relation = side.relations[(match.lastindex or 1) - 1]
        after = _SPACE.match(text, match.end())
        out[after.end() if after else match.end()] = (match.start(), relation)
    return out


def sign_after(text: str, at: int, language: str) -> tuple[int, Relation] | None:
    """Return where words about exactness after a number end, and what they say."""
    side = bounds(language, "after")
    near = lowered(text[at : at + _REACH])
    match = side.pattern.match(near)
    if match is None:
        return None
    return at + match.end(), side.relations[(match.lastindex or 1) - 1]


def excluded(text: str, numbers: list[Number], words: NumberWords) -> list[Number]:
    """Return the numbers without those in addresses and in phrases where the word is none ("the one")."""
    if not numbers:
        return numbers
    barred = [m.span() for m in _ADDRESS.finditer(text)] if "://" in text or "www." in text else []
    if words.not_numbers:
        barred = sorted(barred + _phrases(text, numbers, words))
    if not barred:
        return numbers
    out, at = [], 0
    for each in numbers:
        while at < len(barred) and barred[at][1] <= each.start:
            at += 1
        inside = at < len(barred) and barred[at][0] <= each.start and each.end <= barred[at][1]
        if not inside:
            out.append(each)
    return out


def _phrases(text: str, numbers: list[Number], words: NumberWords) -> list[tuple[int, int]]:
    """Return the phrases in which a number word is none; in spaced writing only spelled numbers can be in one."""
    pattern = _not_numbers(words.not_numbers)
    if words.writing in ("han", "hangul"):
        return [m.span() for m in pattern.finditer(text)]
    found: list[tuple[int, int]] = []
    for each in numbers:
        if each.spelled and (not found or each.start >= found[-1][1]):
            low = max(0, each.start - _AROUND)
            found.extend(
                m.span()
                for m in pattern.finditer(text, low, each.end + _AROUND)
                if m.end() > each.start
            )
    return found


@cache
def _not_numbers(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_spaced(p)})" for p in patterns), re.IGNORECASE)


@cache
def _marks(language: str, field: str) -> re.Pattern[str]:
    """Return the expression of the words of a field after a number; letters may be spaced out in Japanese."""
    words: tuple[str, ...] = getattr(number_words(language), field)
    listed = sorted(words, key=len, reverse=True)
    if not listed:
        return re.compile("(?!)")
    if field == "ordinal_marks" and not _lettered(language):
        body = "|".join(map(_spaced, listed))
    elif _lettered(language):
        body = "|".join(re.escape(w).replace(r"\ ", r"\s{1,3}") + _word_end(w) for w in listed)
    else:
        body = "|".join(r"\s{0,5}".join(map(re.escape, w)) for w in listed)
    return re.compile(rf"\s{{0,4}}(?:{body})", re.IGNORECASE)


def _word_end(word: str) -> str:
    return r"(?![^\W\d_])" if _WORD.search(word) else ""


@cache
def _heads(language: str, field: str) -> re.Pattern[str]:
    """Return the expression of the words of a field before a number."""
    words: tuple[str, ...] = getattr(number_words(language), field)
    body = "|".join(map(_spaced, words)) or "(?!)"
    return re.compile(rf"(?:{body})\s{{0,3}}$", re.IGNORECASE)


def ordinals(text: str, numbers: list[Number], language: str) -> list[Number]:
    """Return the numbers with those that a mark makes ordinals (第3, 11番目, 두 번째) told as such."""
    after, before = _marks(language, "ordinal_marks"), _heads(language, "ordinal_before")
    out: list[Number] = []
    for each in numbers:
        head = before.search(text, max(0, each.start - 4), each.start)
        tail = after.match(text, each.end)
        if each.sort == "fraction" or not (head or tail):
            out.append(each)
            continue
        start = head.start() if head else each.start
        end = tail.end() if tail and not head else each.end
        out.append(each._replace(start=start, end=end, sort="ordinal"))
    return out


def percents(text: str, numbers: list[Number], language: str) -> tuple[list[Found], list[Number]]:
    """Return what carries a per cent sign or word, and the numbers that do not."""
    rates: list[Found] = []
    rest: list[Number] = []
    before = _heads(language, "percent_of") if number_words(language).percent_of else None
    for each in numbers:
        if each.sort == "ordinal":
            rest.append(each)
            continue
        found = _rate(text, each, language)
        if found is None and before is not None:
            head = before.search(text, max(0, each.start - 24), each.start)
            if head:
                found = _found("percent", head.start(), each.end, each.value)
            elif before.search(text[each.start : each.start + 3]):
                # "百分の二" is a fraction and two per cent.
                rates.append(_found("percent", each.start, each.end, each.value * 100))
        if found is None:
            rest.append(each)
        else:
            rates.append(found)
    return rates, rest


def percent_end(text: str, at: int, language: str) -> tuple[int, str] | None:
    """Return where per cent words behind a number end, and the words in lower case."""
    tail = _marks(language, "percent").match(text, at)
    return (tail.end(), tail[0].lower()) if tail else None


def _rate(text: str, each: Number, language: str) -> Found | None:
    """Return the per cent that words after a number make of it; None where none follow."""
    for field in ("percent", "discounts", "tenths"):
        tail = _marks(language, field).match(text, each.end)
        if tail:
            value = each.value if field == "percent" else each.value * 10
            value = 100 - value if field == "discounts" else value
            return _found("percent", each.start, tail.end(), round(value, 9))
    return None


def ranges(text: str, numbers: list[Number], language: str) -> list[Found]:
    """Return bounds and ranges over numbers: one for each pair, else one for each bounded number."""
    pairs, taken = _pairs(text, numbers, language)
    rings = _rings(text, [n for i, n in enumerate(numbers) if i not in taken], language)
    return pairs + _joined(text, rings)


def _found(
    kind: Literal["number", "ordinal", "percent", "range"],
    start: int,
    end: int,
    value: float | tuple[float | None, float | None],
) -> Found:
    if isinstance(value, tuple):
        whole = (_tidy(value[0]), _tidy(value[1]))
        return Found(span=(start, end), kind=kind, value=whole, relation="range")
    return Found(span=(start, end), kind=kind, value=tidy(value))


def tidy(value: float) -> float | int:
    """Return a whole value as an int, so that 36,000 does not print as 36000.0."""
    return int(value) if float(value).is_integer() and abs(value) < 1e18 else value


def _tidy(value: float | None) -> float | int | None:
    return None if value is None else tidy(value)


@cache
def pair_patterns(
    language: str,
) -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each sort of range the words before, between and after its two numbers."""
    out = []
    for pair in number_words(language).pairs:
        before = re.compile(rf"(?:{_spaced(pair.before)})$", re.IGNORECASE)
        between = re.compile(_spaced(pair.between), re.IGNORECASE)
        out.append((before, between, re.compile(_spaced(pair.after), re.IGNORECASE)))
    return tuple(out)


def pair_at(text: str, left: Number, right: Number, language: str) -> tuple[int, int] | None:
    """Return the span of a range whose ends are two neighbours; None where they make none."""
    if right.start - left.end > 24:
        return None
    gap = text[left.end : right.start]
    for before, between, after in pair_patterns(language):
        if not between.fullmatch(gap):
            continue
        head = before.search(text, max(0, left.start - 24), left.start)
        tail = after.match(text, right.end)
        if head and tail:
            return head.start(), tail.end()
    return None


def _pairs(text: str, numbers: list[Number], language: str) -> tuple[list[Found], set[int]]:
    out: list[Found] = []
    taken: set[int] = set()
    for i in range(len(numbers) - 1):
        left, right = numbers[i], numbers[i + 1]
        if i in taken or not left.value < right.value or left.attached:
            continue
        near = range(max(0, i - 1), min(len(numbers), i + 3))
        if any(
            j not in (i, i + 1) and _chained(text, numbers, min(i, j), max(i + 1, j)) for j in near
        ):
            continue  # 222-2222-2222 is a telephone number
        place = pair_at(text, left, right, language)
        if place:
            out.append(_found("range", *place, (left.value, right.value)))
            taken.update((i, i + 1))
    return out, taken


def _chained(text: str, numbers: list[Number], first: int, last: int) -> bool:
    """Tell whether numbers first..last hang together by hyphens or slashes without spaces."""
    return all(
        text[numbers[k].end : numbers[k + 1].start] in ("-", "/", "–") for k in range(first, last)
    )


def _rings(text: str, numbers: list[Number], language: str) -> list[Ring]:
    if not numbers:
        return []
    before = signs_before(text, language)
    out: list[Ring] = []
    for each in numbers:
        start, end, relation = each.start, each.end, None
        if each.start in before:
            start, relation = before[each.start]
            start = each.start if relation == "~" else start
        after = sign_after(text, each.end, language)
        if after and after[1] != "~":
            end = after[0]
            relation = _stronger(relation, after[1])
        if relation and relation not in ("~", "range"):
            out.append(Ring(start, end, relation, each))
    return out


def _stronger(left: Relation | None, right: Relation) -> Relation:
    """Return what "less than 5000 or equal" says: the bound with its end."""
    if left == "<" and right in ("=", "<="):
        return "<="
    if left == ">" and right in ("=", ">="):
        return ">="
    return right if left in (None, "~", "=") else left


_BETWEEN = re.compile(
    r"(?:で)?[\s,，、;]*(?:(?:and|but|y|pero|et|mais|und|aber|и|но|та|і|但|而|且|并且?|同时|の?同時に?|그리고)[\s,，、]*)?"
    r"(?:is |are |it is |then )?",
    re.IGNORECASE,
)


def _joined(text: str, rings: list[Ring]) -> list[Found]:
    """Join a lower and an upper bound that stand together; keep the others open at one end."""
    out: list[Found] = []
    at = 0
    while at < len(rings):
        one = rings[at]
        if at + 1 < len(rings):
            two = rings[at + 1]
            gap = text[one.end : two.start]
            ends = _ends(one, two)
            if ends and len(gap) <= 24 and _BETWEEN.fullmatch(gap):
                out.append(_found("range", one.start, two.end, ends))
                at += 2
                continue
        out.append(_found("range", one.start, one.end, interval(one.relation, one.number.value)))
        at += 1
    return out


def _ends(one: Ring, two: Ring) -> tuple[float, float] | None:
    low, high = (one, two) if one.relation in (">", ">=") else (two, one)
    if low.relation not in (">", ">=") or high.relation not in ("<", "<="):
        return None
    if not low.number.value < high.number.value:
        return None
    return low.number.value, high.number.value


def interval(relation: Relation, value: float) -> tuple[float | None, float | None]:
    """Return the interval that a bound leaves open."""
    if relation in (">", ">="):
        return value, None
    if relation in ("<", "<="):
        return None, value
    return value, value
