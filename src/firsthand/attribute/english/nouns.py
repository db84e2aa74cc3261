"""Noun phrases of an English sentence: where one ends to the right, where a subject begins."""

from __future__ import annotations

from collections.abc import Callable

from firsthand.attribute.english.words import Tagged


def phrase_end(tagged: Tagged, start: int, limit: int | None = None) -> int:
    """Return the index after the noun phrase that begins at `start`; `start` for none."""
    limit = len(tagged) if limit is None else limit
    i, head = start, False
    while i < limit:
        tag = tagged.tag[i]
        if tag == "H":
            return i + 1 if i == start else _without_tail(tagged, start, i)
        rule = _RULES.get(tag)
        after = i + 1 if tag in _PASSED else (rule(tagged, i, limit, head) if rule else None)
        if after is None:
            break
        if tag in ("N", "G"):
            head = tagged.low[i] != "'s"
        elif tag == "C":
            head = False
        i = after
    return _without_tail(tagged, start, i)


def _without_tail(tagged: Tagged, start: int, end: int) -> int:
    """Return the end without words that only lead to more: a preposition, an article."""
    alone = ("others", "both", "all", "some", "many", "most")
    while end > start and tagged.tag[end - 1] in ("P", "C", "D", "A", "B"):
        if tagged.tag[end - 1] == "D" and tagged.low[end - 1] in alone:
            break
        end -= 1
    return end


def _determiner(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return i + 1 if not head or _goes_on(tagged, i) else None


def _noun(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return None if head and (_new_name(tagged, i) or _begins_time(tagged, i)) else i + 1


def _preposition(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return i + 1 if head and _links(tagged, i) else None


def _conjunction(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return i + 1 if head and _coordinates(tagged, i, limit) else None


def _participle(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return i + 1 if head and _modifies(tagged, i) else None


def _ing(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return i + 1 if not head or _ing_modifies(tagged, i) else None


def _adverb(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    following = ("N", "B") if head else ("N", "B", "#")
    return i + 1 if tagged.at(i + 1) in following else None


def _opened(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    close = _bracket(tagged, i, limit)
    return close + 1 if close else None


def _speech(tagged: Tagged, i: int, limit: int, head: bool) -> int | None:
    return i + 1 if not head and tagged.at(i + 1) == "N" else None


_RULES: dict[str, Callable[[Tagged, int, int, bool], int | None]] = {
    "D": _determiner,
    "#": _determiner,
    "N": _noun,
    "P": _preposition,
    "C": _conjunction,
    "B": _participle,
    "G": _ing,
    "A": _adverb,
    "(": _opened,
    "Q": _speech,
}
_PASSED = frozenset({"$", "€", "£", "%", "&", "/"})


def _begins_time(tagged: Tagged, i: int) -> bool:
    """Tell whether a time begins behind a noun: "the figures | last week", "the ship | Monday"."""
    times = tagged.cues.list("times")
    if tagged.low[i] in ("last", "next", "late", "early"):
        return tagged.word(i + 1) in times
    return (
        tagged.low[i].endswith("day")
        and tagged.low[i] in times
        and tagged.view.capital(i)
        and tagged.at(i + 1) != "N"
    )


def _goes_on(tagged: Tagged, i: int) -> bool:
    """Tell whether a determiner or number still belongs to the phrase: after "of", a name."""
    before = tagged.at(i - 1)
    if tagged.tag[i] == "#":
        named = tagged.view.capital(i - 1) or tagged.word(i - 1) in tagged.cues.list("numbered")
        return before in ("P", "#", "D", "N") and (named or before != "N")
    return before in ("P", "C")


def _new_name(tagged: Tagged, i: int) -> bool:
    """Tell whether a capital begins another noun phrase: "told lawmakers North Korea had …"."""
    if not tagged.view.capital(i) or tagged.at(i - 1) != "N":
        return False
    before = tagged.view.capital(i - 1)
    return (
        not before
        and tagged.plural(i - 1)
        and tagged.clause(i, len(tagged))
        and not _titled(tagged, i)
    )


def _titled(tagged: Tagged, i: int) -> bool:
    return tagged.low[i - 1] in tagged.cues.list("titles")


def _links(tagged: Tagged, i: int) -> bool:
    word, before = tagged.low[i], tagged.word(i - 1)
    after = tagged.at(i + 1)
    if word in tagged.cues.list("complements") and tagged.word(i + 1) in ("to", "with"):
        return True
    if after not in ("N", "D", "#", "H", "G"):
        return False
    if word == "to":
        return before in tagged.cues.list("to_nouns")
    if before in tagged.cues.list("complements") and word in ("to", "with"):
        return True
    if word == "by":
        return not tagged.view.capital(i - 1)
    if tagged.word(i + 1) in tagged.cues.list("times") or (after == "#" and year(tagged, i + 1)):
        return False
    if (
        tagged.word(i + 1) in ("which", "whom", "a", "the")
        and tagged.word(i + 2) in tagged.cues.list("manner")
        and word in ("in", "at", "on")
    ):
        return tagged.word(i + 2) not in (
            "statement",
            "report",
            "letter",
            "briefing",
            "speech",
            "press",
            "interview",
            "post",
            "telegram",
            "written",
            "joint",
        )
    return word in tagged.cues.list("noun_links")


def year(tagged: Tagged, i: int) -> bool:
    """Tell whether token `i` is a year such as 2024."""
    return len(tagged.low[i]) == 4 and tagged.low[i][:2] in ("19", "20") and tagged.low[i].isdigit()


def _coordinates(tagged: Tagged, i: int, limit: int) -> bool:
    """Tell whether a conjunction joins two noun phrases and not two clauses."""
    if tagged.low[i] not in ("and", "or", "&", "nor"):
        return False
    if tagged.at(i + 1) not in ("N", "D", "#", "A"):
        return tagged.word(i + 1) in ("later", "by")
    end = phrase_end(tagged, i + 1, limit)
    return end > i + 1 and not (end < limit and tagged.tag[end] in ("V", "X"))


def _modifies(tagged: Tagged, i: int) -> bool:
    """Tell whether a participle goes on with the phrase: "people briefed on the matter"."""
    after = tagged.word(i + 1)
    if after == "by":
        return tagged.low[i] in tagged.cues.list("by_participles")
    return tagged.at(i + 1) in ("P", "A", "N") and tagged.low[i] not in ("said", "told")


def _ing_modifies(tagged: Tagged, i: int) -> bool:
    return (
        tagged.at(i + 1) in ("N",)
        and tagged.at(i - 1) not in (",",)
        and not tagged.cues.verbs.get(tagged.low[i])
    )


def _bracket(tagged: Tagged, i: int, limit: int) -> int:
    for j in range(i + 1, min(limit, i + 8)):
        if tagged.tag[j] == ")":
            return j
    return 0


def phrase_end_simple(tagged: Tagged, start: int) -> int:
    """Return the index after determiners, numbers, names and nouns from `start` on."""
    i = start
    while i < len(tagged) and i - start < 7 and tagged.tag[i] in ("N", "D", "#", "&"):
        i += 1
    return i
