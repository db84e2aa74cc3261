"""Every number in a text as `firsthand numbers` prints it: number, ordinal, per cent, range."""

from __future__ import annotations

from firsthand.claim.number_grammar import Number, read_numbers
from firsthand.claim.number_han import han_numbers
from firsthand.claim.numerals import atoms
from firsthand.claim.ranges import excluded, ordinals, percents, ranges, tidy
from firsthand.model.claim import Found
from firsthand.vocabulary.number_words import NumberWords, language_code, number_words


def plain_numbers(text: str, language: str) -> list[Number]:
    """Return numbers, fractions and ordinals of a text in order; none overlaps another."""
    words = number_words(language)
    if words.writing in ("han", "hangul"):
        return ordinals(text, han_numbers(text, language), language)
    numbers = read_numbers(text, atoms(text, language), words)
    return _of_scales(text, numbers, words) if words.of else numbers


def _of_scales(text: str, numbers: list[Number], words: NumberWords) -> list[Number]:
    """Join "two thirds" and "a million" where only "of" stands between them."""
    out: list[Number] = []
    for each in numbers:
        last = out[-1] if out else None
        parts = last is not None and last.sort == "fraction" and each.spelled
        gap = text[last.end : each.start].strip().casefold() if last and parts else ""
        if last and gap in words.of and each.value in _scales(words):
            out[-1] = last._replace(end=each.end, value=last.value * each.value, sort="number")
        else:
            out.append(each)
    return out


def _scales(words: NumberWords) -> frozenset[float]:
    return frozenset(words.scales.values())


def find_numbers(
    text: str, *, language: str | None = None, published: str | None = None
) -> tuple[Found, ...]:
    """Return the numbers of a text in order of their places.

    A number inside a larger reading is told in both: "more than 30" is a number and a range. A number
    that carries a per cent sign is told as per cent alone. `published` is not needed for a number;
    it is taken so that every batch line can be passed as it is.
    """
    del published
    code = language_code(language)
    numbers = excluded(text, plain_numbers(text, code), number_words(code))
    rates, rest = percents(text, numbers, code)
    found = [*rates]
    for each in rest:
        if each.attached:
            continue
        span, value = (each.start, each.end), tidy(each.value)
        if each.sort == "ordinal":
            found.append(Found(span=span, kind="ordinal", value=value))
        else:
            found.append(Found(span=span, kind="number", value=value))
    found.extend(ranges(text, numbers, code))
    return tuple(sorted(found, key=lambda f: (f.span, f.kind)))
