"""Groups of verbs: a cue with its auxiliaries, its form and whether it is negated."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.english.words import Tagged
from firsthand.vocabulary.cues import Cue

_PUT_IT = frozenset({",", ".", ":", "Q", "-", "T", ";", "", "A"})


@dataclass(slots=True)
class VerbGroup:
    """A cue verb with its auxiliaries: tokens [start, end), the cue itself at `head`.

    `form`: finite | passive | ing | infinitive | participle. `end` covers the particle too.
    """

    start: int
    head: int
    end: int
    cue: Cue
    form: str
    negated: bool = False
    modal: bool = False


def groups_of(tagged: Tagged) -> list[VerbGroup]:
    """Return the cue verbs of the view with their auxiliaries, in order."""
    found: list[VerbGroup] = []
    for i, word in enumerate(tagged.low):
        readings = tagged.cues.verbs.get(word)
        if not readings or tagged.tag[i] not in ("V", "B", "G"):
            continue
        if tagged.view.capital(i) and i and not tagged.view.headline:
            continue
        for reading in readings:
            end = _particle(tagged, i, reading.cue.particle)
            if end:
                group = _group(tagged, i, end, reading.cue, reading.tense)
                if group is not None:
                    found.append(group)
                break
    return found


def _particle(tagged: Tagged, i: int, particle: tuple[str, ...]) -> int:
    end = i + 1
    for word in particle:
        if tagged.word(end) != word:
            return 0
        end += 1
    if particle[-1:] == ("it",) and tagged.at(end) not in _PUT_IT:
        return 0  # "put it at 40", "put it in a safe"
    return end


def _group(tagged: Tagged, i: int, end: int, cue: Cue, tense: str) -> VerbGroup | None:
    words = tagged.cues
    start = i
    auxiliaries: list[str] = []
    while start > 0 and (
        tagged.tag[start - 1] in ("X", "A")
        or tagged.low[start - 1] in ("been", "being", "having", "be")
        or tagged.low[start - 1] in ("to", "not", "never", "turn")
        or (tagged.low[start - 1] == "in" and tagged.word(start) == "turn")
    ):
        if (
            tagged.tag[start - 1] == "A"
            and not _has_auxiliary(tagged, start - 1)
            and tagged.low[start - 1] not in words.list("negations") | words.list("preverbal")
        ):
            break
        start -= 1
        auxiliaries.append(tagged.low[start])
    negated = any(word in words.list("negations") for word in auxiliaries)
    modal = any(word in words.list("modals") for word in auxiliaries)
    be = any(word in words.list("be") for word in auxiliaries)
    first = "first" in auxiliaries and be and "to" in auxiliaries
    if first:  # "was first to report"
        form, modal = "finite", False
    elif tagged.tag[i] == "G":
        form = "finite" if be else "ing"
    elif be and tense in ("past", "participle"):
        form = "passive"
    elif "to" in auxiliaries:
        form = "infinitive"
    elif tagged.tag[i] == "B" and not auxiliaries:
        form = "participle"
    else:
        form = "finite"
    return VerbGroup(start, i, end, cue, form, negated, modal)


def _has_auxiliary(tagged: Tagged, i: int) -> bool:
    """Tell whether an auxiliary stands left of the adverbs that end at `i`."""
    while i >= 0 and tagged.tag[i] == "A":
        i -= 1
    return tagged.at(i) == "X"
