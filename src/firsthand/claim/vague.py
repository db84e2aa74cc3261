"""Words that count loosely: "dozens", "several hundred", each with the interval that a reader allows."""

from __future__ import annotations

from functools import cache

from firsthand.claim.counting import phrase_end, unit_in
from firsthand.claim.ranges import tidy
from firsthand.claim.sheet import Against, Sheet
from firsthand.claim.view import View
from firsthand.vocabulary.quantity_words import Vague, quantity_words
from firsthand.vocabulary.units import unit_names

Phrases = tuple[tuple[str, Vague], ...]


def read_vague(sheet: Sheet) -> None:
    """Note the vague amounts of a clause."""
    view = sheet.view
    table = _table(view.language)
    if _telling(view.language).isdisjoint(view.lows):
        return
    lows = view.lows
    i = 0
    while i < len(lows):
        listed = table.get(lows[i])
        found = next((v for v in listed if view.has_words(i, v[0])), None) if listed else None
        if found is None or _counts_nothing(sheet, i):
            i += 1
            continue
        length = len(found[0].split())
        _note(sheet, i, i + length, found[1])
        i += length


def _counts_nothing(sheet: Sheet, i: int) -> bool:
    """Tell "two dozen", which is a number, and "several times", which is a habit."""
    view = sheet.view
    if view.tag(i - 1) == "#" or sheet.is_taken(view.words[i].start, view.words[i].end):
        return True
    return view.low(i) == "several" and view.low(i + 1) in ("times", "of", "reasons", "ways")


def _note(sheet: Sheet, first: int, last: int, vague: Vague) -> None:
    view, words = sheet.view, quantity_words(sheet.view.language)
    start, end = view.words[first].start, view.words[last - 1].end
    if view.low(last - 1) == "of":
        end = view.words[last - 2].end
    elif view.low(last) == "of":
        last += 1
    noun, whole = last, None
    while view.tag(noun) and view.tag(noun) in "D#":
        noun += 1
    if noun > last and view.low(last - 1) == "of":  # "a handful of the 2,400 refugees"
        whole = view.phrase(last, phrase_end(view, noun, words)) or None
    found = unit_in(view, noun, phrase_end(view, noun, words), unit_names(view.language), words)
    if found is None and not _stands_alone(view, last):
        return
    high = None if vague.high is None else tidy(vague.high)
    unit = found[0] if found else None
    sheet.note((start, end), (tidy(vague.low), high), unit, "range", Against(whole=whole))


def _stands_alone(view: View, last: int) -> bool:
    return view.verb is not None and view.verb.start == last


@cache
def _telling(language: str) -> frozenset[str]:
    """Return a word of each phrase, the rarest: "handful" of "a handful of"."""
    phrases = (phrase for vague in quantity_words(language).vague for phrase in vague.words)
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


@cache
def _table(language: str) -> dict[str, Phrases]:
    table: dict[str, list[tuple[str, Vague]]] = {}
    for vague in quantity_words(language).vague:
        for phrase in vague.words:
            table.setdefault(phrase.split()[0], []).append((phrase, vague))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in table.items()}
