"""Which words of an English clause are its verb: how strongly each form claims to be finite."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from firsthand.claim.tagging import Word, english_verbs
from firsthand.vocabulary.clause_words import ClauseWords, clause_words

FINITE = 1.5
"""From this strength on a form is read as finite."""
_OBJECT = frozenset('D#NO$€£¥₽“"RG')
_FINITE_TAGS = frozenset("XVEZB")
_NOUNLIKE = frozenset({"N", "#", "O", "A", ")", '"', "”", "’", "'"})


class Group(NamedTuple):
    """A verb with its auxiliaries: word indexes from `start` to `end`, `lemmas` in order, the last one the doing."""

    start: int
    end: int
    lemmas: tuple[str, ...]
    words: tuple[str, ...]
    passive: bool = False


@cache
def _data() -> tuple[ClauseWords, frozenset[str], frozenset[str], frozenset[str]]:
    data = clause_words("en")
    return data, frozenset(data.nouns), frozenset(data.intransitive), frozenset(data.be)


def lemma(word: Word) -> str:
    """Return the base form of a verb form; the word itself where it is none."""
    return english_verbs().lemmas.get(word.low, word.low)


def strength(words: list[Word], i: int, low: int, high: int) -> float:
    """Return how strongly a word claims to be a finite verb of `words[low:high]`: 3 surely, 0 not at all."""
    word = words[i]
    before = words[i - 1] if i > low else None
    after = words[i + 1] if i + 1 < high else None
    if word.tag == "X":
        return 0.0 if before is not None and before.tag == "T" else 3.0
    if word.tag == "V":
        return 3.0 if before is None or before.tag not in "DP" else 0.0
    if word.tag == "E":
        return _participle(word, before, after, words, i, high)
    if word.tag in "ZB":
        return _present(word, before, after, words, i, low)
    return 0.0


def _participle(
    word: Word, before: Word | None, after: Word | None, words: list[Word], i: int, high: int
) -> float:
    if before is not None and (before.tag in "DPTXVEG" or _is_verb_before(before, after, words, i)):
        return 0.0
    if after is not None and after.low == "by" and not _by_measure(words, i + 2, high):
        return 0.5
    if before is None:
        return 1.0
    if before.tag in ";(" or (before.tag == "#" and _stands_before_noun(words, i, high)):
        return 0.5
    if lemma(word) in _data()[2]:
        return 2.5
    if before.tag == ",":
        return 1.2 if after is not None and after.tag in _OBJECT else 0.5
    return _before_object(after, words[i + 2] if i + 2 < high else None)


def _before_object(after: Word | None, second: Word | None) -> float:
    """Return the strength of a past form by what stands behind it: an object makes it finite."""
    if after is None:
        return 1.0
    opens = second is not None and second.tag in _OBJECT
    if after.tag in "AP" and after.low in _data()[0].particles:
        if second is not None and second.tag in "PT":
            return 1.8
        if opens:
            return 2.0
    if after.tag in _OBJECT | {"T", "S", "E", "Z", "B"}:  # "bought arms", "carried used car parts"
        return 2.0
    if after.low in ("that", "up", "more", "fewer", "less") or (after.tag == "A" and opens):
        return 2.0
    return 1.0


def _is_verb_before(before: Word, after: Word | None, words: list[Word], i: int) -> bool:
    """Tell "seeks advanced technology" from "after tests found no rot", where the form before is a noun."""
    if before.tag not in "ZB" or before.low in _data()[1]:
        return False
    noun = after is not None and after.tag in "DO#" and _opens_stretch(words, i - 1)
    return not noun


def _opens_stretch(words: list[Word], i: int) -> bool:
    """Tell whether a form that may be a noun opens its clause: then it is one."""
    return i == 0 or words[i - 1].tag in "S,;:C"


def _stands_before_noun(words: list[Word], i: int, high: int) -> bool:
    """Tell "12 of 60 promised locomotives reached Pyongyang": the verb stands behind the noun."""
    if i + 3 >= high or words[i + 1].tag != "N" or words[i + 1].capital:
        return False
    nxt = words[i + 2]
    return nxt.tag in "XV" or (nxt.tag == "E" and words[i + 3].tag in _OBJECT)


def _by_measure(words: list[Word], i: int, high: int) -> bool:
    """Tell "jumped by half" from "followed by police"."""
    return i < high and (
        words[i].tag == "#"
        or words[i].low in ("half", "about", "nearly", "almost", "over", "more", "some", "around")
        or (
            words[i].low == "a"
            and i + 1 < high
            and words[i + 1].low in ("third", "quarter", "fifth", "tenth", "half", "further")
        )
    )


def _present(
    word: Word, before: Word | None, after: Word | None, words: list[Word], i: int, low: int
) -> float:
    if before is not None and (before.tag in "DPTXVEG"):
        return 0.0
    if after is not None and after.tag in "XV":
        return 0.0
    noun = word.low in _data()[1]
    named = before is not None and before.tag == "N"
    if word.tag == "Z" and named and after is not None and after.tag in "BZ":
        return 0.3  # "airport logs list 16 flights"
    if word.tag == "B" and "past" in english_verbs().tenses[word.low] and before is not None:
        opens = after is not None and (after.tag in _OBJECT or after.tag in "AP")
        return 2.0 if opens and before.tag in "NOA#" else 1.0
    if before is None or before.tag in ";:(":
        return 0.0
    if before.tag == ",":
        named = after is not None and after.tag == "N" and not noun
        if after is not None and after.tag in "BZ" and i + 2 < len(words) and not noun:
            named = words[i + 2].tag in "NZB"  # "bars work permits", "makes banks freeze"
        opens = named or (after is not None and after.tag in "D#O")
        return 1.5 if opens and word.tag == "Z" else 0.5 if word.tag == "Z" else 0.0
    if (
        after is not None
        and after.tag == "#"
        and word.low in ("number", "total", "average", "exceed")
    ):
        return 2.0
    if before.tag == "C":
        opens = after is not None and after.tag in _OBJECT | {"T", "P", "A", "S"}
        return (1.0 if noun else 2.0) if opens else 0.5
    if word.tag == "B":
        return _base(word, before, after, words, (low, i))
    many = before.low.endswith("s") and not before.low.endswith(("ss", "is", "us", "'s", "’s"))
    if many and before.tag == "N" and not before.capital and not _one_of_many(words, i, low):
        return 0.0
    if after is None:
        return 0.5 if noun else 1.5
    if noun:
        return 2.0 if after.tag in "D#O$€£" or after.low in ("that", "to") else 0.5
    return 2.0 if after.tag in _OBJECT | {"P", "A", "T", "S", "E", ",", "B", "Z"} else 1.0


def _one_of_many(words: list[Word], i: int, low: int) -> bool:
    """Tell "each of the 46 wells yields", where what is many only belongs to the subject."""
    near = range(max(low + 1, i - _FAR), i)
    return words[low].low in _SINGLE and any(words[k].low == "of" for k in near)


_FAR = 7
_SINGLE = frozenset({"each", "one", "every", "neither", "either", "none"})


def _base(
    word: Word, before: Word, after: Word | None, words: list[Word], place: tuple[int, int]
) -> float:
    """Return the strength of a base form behind `before`; `place`: where its stretch begins, and itself."""
    data, nouns = _data()[:2]
    many = before.low.endswith("s") or before.tag in "#O" or before.low in data.plurals
    if not many and before.tag != "A":
        far = any(w.tag == "N" and w.low.endswith("s") for w in words[place[0] : place[1]])
        opens = after is not None and after.tag in "DN#ZB" and before.tag in "NB"
        return 1.5 if far and opens else 0.0
    if after is None:
        return 0.5 if word.low in nouns else 1.5
    ruled = place[1] - 2 >= place[0] and words[place[1] - 2].tag in "ZVXEB"  # "makes banks freeze"
    if after.tag in "D#O" and before.tag in "NO" and word.low not in nouns and not ruled:
        return 2.0
    return 1.5 if after.tag in _OBJECT | {"P", "A", "T", "S", ",", "E", "."} else 0.5


def finite(words: list[Word], low: int, high: int, least: float = FINITE) -> int | None:
    """Return the index of the likeliest finite verb of a stretch; None where none reaches `least`."""
    best, at = 0.0, None
    relative = low
    for i in range(low, high):
        if i < relative:
            continue
        word = words[i]
        if (word.tag == "R" or word.low == "that") and opens_relative(words, i, low, high):
            relative = relative_end(words, i, high)
            continue
        if word.tag not in _FINITE_TAGS:
            continue
        value = strength(words, i, low, high)
        if value > best:
            best, at = value, i
        if value >= 3.0:
            break
    return at if best >= least else None


def opens_relative(words: list[Word], i: int, low: int, high: int) -> bool:
    """Tell whether a relative clause without a comma begins here: "drivers who entered", "rocket that flew"."""
    word = words[i]
    if i == low or i + 1 >= high or words[i - 1].tag not in ("N", "#", "O", "B", "Z", "E", "G"):
        return False
    if word.tag == "R":
        return word.low != "when"
    return word.low == "that" and (words[i + 1].tag in "XVEZBA" or words[i + 1].tag in "OD")


def relative_end(words: list[Word], i: int, high: int) -> int:
    """Return where a relative clause without a comma ends: at the main verb, a comma or a coordinated clause."""
    seen = None
    for j in range(i + 1, high):
        if words[j].tag in ",;:":
            return j
        if words[j].tag == "C" and seen is not None:
            continue
        value = strength(words, j, i - 1, high) if j > i + 1 else 3.0 * (words[j].tag in "XVEZB")
        if value < FINITE:
            continue
        if seen is None or (words[j].tag in "EG" and j <= seen + 3 and words[seen].tag == "X"):
            seen = j
            continue
        if words[j].tag != "V" and (words[j - 1].tag in "CX" or j - seen <= 1):
            continue
        return j
    return high


def group_at(words: list[Word], at: int, high: int) -> Group:
    """Return the verb group that a finite verb opens: "is set to begin mass-producing"."""
    lemmas: list[str] = []
    low: list[str] = []
    end, i = at + 1, at
    be = _data()[3]
    passive = False
    last_be = False
    while i < high:
        word = words[i]
        if word.tag in "XVEZBG":
            if word.tag == "E" and last_be:
                passive = True
            if i > at and word.tag in "ZB" and words[i - 1].tag not in "XTA":
                break
            if i > at and word.tag == "V":
                break
            if word.tag == "E" and i > at and words[i - 1].tag not in "XATE":
                break
            if word.tag == "G" and i > at and words[i - 1].tag not in "XATEBZV":
                break
            lemmas.append(lemma(word))
            last_be = word.low in be
            end = i + 1
        elif word.tag in "AT" or word.low in ("not", "yet"):
            pass
        else:
            break
        low.append(word.low)
        i += 1
    return Group(at, end, tuple(lemmas), tuple(low[: end - at]), passive)
