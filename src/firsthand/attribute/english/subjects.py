"""Finds the subject in front of an English verb, and the sources that it holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.attribute.draft import Range
from firsthand.attribute.english.nouns import phrase_end, phrase_end_simple, year
from firsthand.attribute.english.words import Tagged


@dataclass(slots=True)
class Subject:
    """The noun phrase in front of a verb.

    `outer` begins at the token after the mark or conjunction that sets the frame off; `inserts` are
    what stands between commas behind the noun phrase.
    """

    start: int
    end: int
    outer: int
    inserts: list[Range] = field(default_factory=list)


def subject_of(tagged: Tagged, verb: int, floor: int) -> Subject | None:
    """Return the subject left of the verb group that begins at `verb`; nothing before `floor`.

    Inserts between commas ("X, whose report …, said") are stepped over where a noun phrase stands
    before them.
    """
    end = verb
    while end > floor and tagged.tag[end - 1] == "A":
        end -= 1
    inserts: list[Range] = []
    for _ in range(6):
        end = _before_time(tagged, end, floor)
        while end > floor and tagged.tag[end - 1] in (",", "-", ")"):
            opened = _insert_start(tagged, end - 1, floor)
            if opened is None:
                return None
            inserts.append((opened + 1, end - 1))
            end = opened
        if end <= floor or not _may_end(tagged, end - 1):
            return None
        outer = _subject_start(tagged, end, floor)
        if outer >= end:
            return None
        if not _is_insert(tagged, outer, floor):
            break
        inserts.append((outer, end))
        end = outer - 1
    start = _strip_lead(tagged, outer, end)
    if start >= end:
        return None
    inserts.reverse()
    if inserts and _apposition(tagged, inserts[0], end):
        end = inserts.pop(0)[1]
    return Subject(start, end, outer, inserts)


def _before_time(tagged: Tagged, end: int, floor: int) -> int:
    """Return the end of a subject without a time behind it: "the council | on Friday"."""
    times = tagged.cues.list("times")
    i = end
    while i > floor + 1 and (
        tagged.low[i - 1] in times or (tagged.tag[i - 1] == "#" and i < end) or year(tagged, i - 1)
    ):
        i -= 1
    if i == end or not any(tagged.low[j] in times or year(tagged, j) for j in range(i, end)):
        return end
    if (
        tagged.low[i - 1] in ("on", "in", "late", "early", "last", "this", "since", "earlier")
        and i - 1 > floor
    ):
        return i - 1 if tagged.tag[i - 2] in ("N", ")", "R", "H", "A") else end
    capital = tagged.view.capital(i) and tagged.tag[i - 1] in ("N", ")") and i - 1 > floor
    return i if capital and tagged.low[i].endswith("day") else end


def _may_end(tagged: Tagged, i: int) -> bool:
    """Tell whether a noun phrase may end here."""
    if tagged.tag[i] == "B":
        return tagged.low[i] in tagged.cues.list("reduced")
    return tagged.tag[i] in ("N", "H", "#", "D", "R", ")", "Q")


def split_members(tagged: Tagged, start: int, end: int) -> list[Range]:
    """Return the sources of a noun phrase: one, or each member that stands on its own.

    "two officials and a court filing" are two sources, "Prague, Warsaw and Vilnius" are one.
    """
    if tagged.low[start] == "both" and end - start > 2:
        start += 1
        joint = next((i for i in range(start, end) if tagged.low[i] == "and"), None)
        return [(start, joint), (joint + 1, end)] if joint else [(start, end)]
    joints = [i for i in range(start + 1, end) if tagged.tag[i] == "C" and tagged.low[i] == "and"]
    if not joints or not _own_member(tagged, start, joints[-1], end):
        return [(start, end)]
    marks = [i for i in range(start + 1, joints[-1]) if tagged.tag[i] == ","] + [joints[-1]]
    ranges: list[Range] = []
    begin = start
    for mark in marks:
        if begin < mark:
            ranges.append((begin, mark))
        begin = mark + 1
    return [*ranges, (begin, end)]


def _own_member(tagged: Tagged, start: int, joint: int, end: int) -> bool:
    """Tell whether the last member has an article, a number or a description of its own."""
    after = joint + 1
    while after < end and tagged.tag[after] == "A":
        after += 1
    if after >= end or tagged.low[after] in tagged.cues.list("possessives"):
        return False
    led = tagged.tag[after] in ("D", "#")
    named = (
        led
        and all(tagged.view.capital(i) for i in range(after + 1, end))
        and tagged.tag[start] == "N"
    )
    if led and not named:
        return tagged.tag[start] in ("D", "#") or tagged.view.capital(start)
    modified = any(tagged.tag[j] == "B" for j in range(after, end))
    return (
        modified
        and not any(tagged.tag[j] in ("B", "P") for j in range(start, joint))
        and tagged.view.capital(start)
    )


def _is_insert(tagged: Tagged, start: int, floor: int) -> bool:
    """Tell an insert from a subject: ", with reference to X, which …, says"."""
    if start - 1 <= floor or tagged.tag[start - 1] != ",":
        return False
    if tagged.tag[start] in ("B", "R"):
        return True
    return any(
        phrase.role in ("citing", "via")
        and tuple(tagged.low[start : start + len(phrase.words)]) == phrase.words
        for phrase in tagged.cues.phrases.get(tagged.low[start], ())
    )


def _apposition(tagged: Tagged, insert: Range, end: int) -> bool:
    """Tell whether an insert right behind a noun phrase only names it again."""
    low, high = insert
    if low != end + 1 or tagged.tag[end] != "," or tagged.tag[low] not in ("N", "D", "#"):
        return False
    if high - low == 1 and tagged.tag[low] == "#":
        return False  # "most of them, 11,207, claimed"
    return high - low == 1 or phrase_end(tagged, low, high) == high


def _insert_start(tagged: Tagged, close: int, floor: int) -> int | None:
    """Return the mark that opens the insert which `close` ends; None where there is none."""
    mark = {")": "("}.get(tagged.tag[close], tagged.tag[close])
    for i in range(close - 1, floor - 1, -1):
        tag = tagged.tag[i]
        if tag in ("Q", ";", ":") and mark != "(":
            return None
        if tag == mark:
            if i == floor:
                return None
            inside = tagged.tag[i + 1] if i + 1 < close else ""
            if mark == "," and inside == "C" and not _list_end(tagged, i + 1):
                return None
            return i
    return None


def _list_end(tagged: Tagged, i: int) -> bool:
    return False


def _subject_start(tagged: Tagged, end: int, floor: int) -> int:
    """Scan left from the end of a noun phrase to where its clause begins."""
    if tagged.tag[end - 1] == "H" and not (end - 2 > floor and tagged.low[end - 2] == "of"):
        return end - 1
    i = end
    while i > floor:
        before = _step_left(tagged, i, end, floor)
        if before is None:
            break
        i = before
    return i


def _step_left(tagged: Tagged, i: int, end: int, floor: int) -> int | None:
    """Return where the subject may go on to the left of `i`; None where it begins at `i`."""
    tag = tagged.tag[i - 1]
    if tag in _BARRIERS:
        name = tag == "Q" and i - 1 > floor and tagged.tag[i - 2] in ("D", "N")
        return i - 1 if name else None
    if tag == ",":
        return i - 1 if _in_list(tagged, i - 1, floor) else None
    if tag == "T":
        return _relative_start(tagged, i - 1, end, floor)
    if tag == "R":
        return _before_pronoun(tagged, i, end, floor)
    if tag in ("V", "X"):
        speaks = tag == "V" and _says(tagged, tagged.low[i - 1])
        return None if speaks else _relative_before(tagged, i - 1, floor)
    if tag == "C" and _clause_before(tagged, i - 1, floor):
        return None
    return None if tag == "G" and _opens_object(tagged, i, end) else i - 1


def _before_pronoun(tagged: Tagged, i: int, end: int, floor: int) -> int | None:
    """Step over a relative pronoun whose clause stands inside the subject."""
    if i - 1 <= floor or not tagged.clause_verb(i, end):
        return None
    if tagged.tag[i - 2] in ("N", "D", "#"):
        return i - 1
    return i - 2 if tagged.tag[i - 2] == "P" else None


def _opens_object(tagged: Tagged, i: int, end: int) -> bool:
    """Tell whether an -ing form has an object: it stands in another clause."""
    known = tagged.low[i - 1] in tagged.cues.verbs
    return known and i < end and tagged.at(i) in ("D", "H", "T")


_BARRIERS = frozenset({";", ":", ".", "?", "!", "Q", "-", "(", "…", "•", "|", "/", "S"})


def _says(tagged: Tagged, word: str) -> bool:
    """Tell whether a verb takes a clause: what stands behind it is a subject of its own."""
    return any("clause" in reading.cue.takes for reading in tagged.cues.verbs.get(word, ()))


def _relative_start(tagged: Tagged, that: int, end: int, floor: int) -> int | None:
    """Return where a clause with "that" behind a noun begins, if one stands inside a subject."""
    if that > floor and tagged.tag[that - 1] == "N" and tagged.clause_verb(that + 1, end):
        if tagged.low[that - 1] in tagged.cues.nouns or tagged.low[that - 1] in tagged.cues.verbs:
            return None
        return that
    return None


def _relative_before(tagged: Tagged, verb: int, floor: int) -> int | None:
    """Return the index of the relative pronoun that a verb belongs to."""
    for i in range(verb - 1, max(floor, verb - 9) - 1, -1):
        tag = tagged.tag[i]
        if tag == "R" or (
            tag == "T"
            and i > floor
            and tagged.tag[i - 1] == "N"
            and tagged.low[i - 1] not in tagged.cues.verbs
            and tagged.low[i - 1] not in tagged.cues.nouns
        ):
            if i > floor and tagged.tag[i - 1] in ("N", "D", "#", "P"):
                return i
            return None
        if tag in (",", ";", "Q", "V", ":"):
            return None
    return None


def _clause_before(tagged: Tagged, conjunction: int, floor: int) -> bool:
    """Tell whether a clause, not only a noun phrase, stands left of a conjunction."""
    if tagged.low[conjunction] in ("but", "yet"):
        return True
    i = conjunction
    while i > floor and tagged.tag[i - 1] not in (";", ":", "."):
        if tagged.tag[i - 1] in ("V", "X"):
            return _relative_before(tagged, i - 1, floor) is None
        if tagged.tag[i - 1] == "Q":
            return True
        if tagged.tag[i - 1] == "," and i < conjunction:
            return False  # "…, Grain and Freight reported"
        i -= 1
    return tagged.tag[conjunction - 1] == "," and not _in_list(tagged, conjunction - 1, floor)


def _in_list(tagged: Tagged, comma: int, floor: int) -> bool:
    """Tell whether a comma parts the members of a list of names: "Iceland, Norway and Denmark"."""
    after = comma + 1
    end = phrase_end_simple(tagged, after)
    joined = tagged.at(end) == "C" and tagged.low[end] in ("and", "or")
    if not joined and tagged.at(end) == ",":
        if tagged.at(end + 1) == "C" and tagged.low[end + 1] in ("and", "or"):
            joined = True
        else:
            joined = end > after and _in_list_from(tagged, end, 4)
    if not joined or end == after:
        return False
    begin = comma
    while begin > floor and tagged.tag[begin - 1] in ("N", "D", "#") and comma - begin < 6:
        begin -= 1
    return begin < comma and not tagged.clause(floor, begin)


def _in_list_from(tagged: Tagged, comma: int, depth: int) -> bool:
    end = phrase_end_simple(tagged, comma + 1)
    if end == comma + 1 or depth == 0:
        return False
    if tagged.at(end) == "C" and tagged.low[end] in ("and", "or"):
        return True
    return tagged.at(end) == "," and _in_list_from(tagged, end, depth - 1)


def _strip_lead(tagged: Tagged, start: int, end: int) -> int:
    """Step over adverbs, conjunctions and short adjuncts before the subject: "On Monday the …"."""
    i = start
    while i < end:
        tag, word = tagged.tag[i], tagged.low[i]
        if (
            tag == "C"
            or (tag == "A" and i + 1 < end and tagged.tag[i + 1] not in ("S",))
            or (tag == "S" and i + 1 < end)
        ):
            i += 1
        elif tag == "P" or (
            tag == "D" and tagged.word(i + 1) in tagged.cues.list("times") and i + 3 < end
        ):
            after = _after_adjunct(tagged, i, end)
            if after is None:
                break
            i = after
        elif (
            word in tagged.cues.list("times")
            and i + 1 < end
            and tagged.tag[i + 1] in ("D", "H", "N")
        ):
            i += 1
        else:
            break
    return i


def _after_adjunct(tagged: Tagged, start: int, end: int) -> int | None:
    """Return where the subject begins after an adjunct without a comma."""
    i = start + 1
    if tagged.at(i) in ("D", "#"):
        i += 1
    while i < end and tagged.tag[i] in ("N", "#"):
        i += 1
        if i < end and tagged.tag[i] in ("D", "H"):
            return i
        if i < end and tagged.tag[i] == "A" and i + 1 < end:
            return i + 1
        if (
            tagged.low[i - 1] in tagged.cues.list("times")
            and i < end
            and tagged.tag[i] == "N"
            and tagged.low[i] not in tagged.cues.list("times")
        ):
            return i
        if (
            i < end
            and tagged.view.capital(i - 1)
            and not tagged.view.capital(i)
            and tagged.plural(i)
        ):
            return i
    return None
