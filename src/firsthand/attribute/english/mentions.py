"""Noun phrases of an English view that a pronoun or "the agency" may stand for."""

from __future__ import annotations

from firsthand.attribute.english.names import read_english
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.verb_tags import tag_words
from firsthand.attribute.english.words import Tagged
from firsthand.attribute.speakers import Mention
from firsthand.attribute.views import View


def mentions_of(view: View, unit: int) -> list[Mention]:
    """Return the noun phrases of a view in order; the first before a finite verb is its subject."""
    tagged = tag_words(view)
    found: list[Mention] = []
    i, subject_seen = 0, False
    while i < len(tagged):
        if tagged.tag[i] not in ("D", "N", "#") or (i and tagged.tag[i - 1] in ("N", "D")):
            i += 1
            continue
        end = phrase_end(tagged, i)
        named = _apposition(tagged, end) if tagged.at(end) == "," else 0
        end = named or end
        span = view.span(i, end) if end > i else None
        if span is None or end - i > 14:
            i += 1
            continue
        subject = not subject_seen and _is_subject(tagged, end, named=bool(named))
        subject_seen = subject_seen or subject
        phrase = read_english(view.text[span[0] : span[1]])
        found.append(Mention(span, unit, phrase, subject))
        for inner in _inner(tagged, i, end):
            place = view.span(inner, end)
            if place is not None:
                found.append(
                    Mention(
                        place, unit, read_english(view.text[place[0] : place[1]]), subject=False
                    )
                )
        owner = _owner(tagged, i, end)
        if owner is not None and (place := view.span(i, owner)) is not None:
            found.append(
                Mention(
                    place,
                    unit,
                    read_english(
                        view.text[place[0] : place[1]].removesuffix("'s").removesuffix("’s")
                    ),
                    subject=False,
                )
            )
        i = end
    return found


def _apposition(tagged: Tagged, comma: int) -> int:
    """Return the index after a name between commas: ", Neutral Turkmenistan,"; 0 for none."""
    end = phrase_end(tagged, comma + 1)
    named = (
        tagged.view.capital(comma + 1) or tagged.view.capital(comma + 2)
        if comma + 2 < len(tagged)
        else False
    )
    return end if end > comma + 1 and tagged.at(end) == "," and named and end - comma < 7 else 0


def _inner(tagged: Tagged, start: int, end: int) -> list[int]:
    """Return where noun phrases begin inside another: "a briefing by | the council"."""
    return [i + 1 for i in range(start + 1, end - 1) if tagged.tag[i] == "P"]


def _is_subject(tagged: Tagged, end: int, *, named: bool) -> bool:
    i = end + 1 if named else end
    if not named and tagged.at(i) == ",":
        close = next(
            (j for j in range(i + 1, min(len(tagged), i + 25)) if tagged.tag[j] == ","), None
        )
        if close is not None:
            i = close + 1
    while tagged.at(i) == "A":
        i += 1
    return tagged.at(i) in ("V", "X")


def _owner(tagged: Tagged, start: int, end: int) -> int | None:
    for i in range(start, end - 1):
        if tagged.low[i].endswith("'s"):
            return i + 1
    return None
