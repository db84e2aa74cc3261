"""Noun phrases of an English sentence: where one ends to the right, where a subject begins."""

from __future__ import annotations

from firsthand.attribute.english.words import Tagged

_LINKS = frozenset({"of", "at", "in", "from", "for", "on", "with", "within", "inside", "near", "under", "about", "among", "outside", "into", "between", "across", "behind", "over", "against", "around"})  # fmt: skip


_TO_NOUNS = frozenset({"close", "ambassador", "envoy", "adviser", "advisor", "aide", "privy", "access", "according", "key", "witness", "witnesses", "party", "aides", "advisers", "related", "loyal", "linked", "next", "assistant", "delegate", "representative", "letter", "response", "reply", "visitor", "visitors", "secretary", "counsel", "emissary"})  # fmt: skip


_BY_NOUNS = frozenset({"provided", "supplied", "published", "released", "issued", "compiled", "collected", "prepared", "written", "made", "run", "owned", "employed", "signed", "posted", "drafted", "hired", "backed", "led", "submitted", "briefed", "conducted", "kept", "sent", "taken", "filed", "commissioned", "funded", "produced", "gathered", "recorded", "circulated"})  # fmt: skip


_COMPLEMENTS = frozenset(
    {"familiar", "close", "aware", "privy", "near", "loyal", "present", "responsible"}
)


def phrase_end(tagged: Tagged, start: int, limit: int | None = None) -> int:
    """Return the index after the noun phrase that begins at `start`; `start` where there is none."""
    limit = len(tagged) if limit is None else limit
    i, head = start, False
    while i < limit:
        tag, word = tagged.tag[i], tagged.low[i]
        if tag == "H":
            if head or i > start:
                break
            return i + 1
        if tag in ("D", "#"):
            if head and not _goes_on(tagged, i):
                break
        elif tag == "N":
            if head and (_new_name(tagged, i) or _begins_time(tagged, i)):
                break
            head = True
        elif tag == "P":
            if not head or not _links(tagged, i):
                break
        elif tag == "C":
            if not head or not _coordinates(tagged, i, limit):
                break
            head = False
        elif tag == "B":
            if not head or not _modifies(tagged, i):
                break
        elif tag == "G":
            if head and not _ing_modifies(tagged, i):
                break
            head = True
        elif tag == "A":
            if tagged.at(i + 1) not in ("N", "B", "#") or (
                head and tagged.at(i + 1) != "N" and tagged.at(i + 1) != "B"
            ):
                break
        elif tag == "(":
            close = _bracket(tagged, i, limit)
            if not close:
                break
            i = close
        elif tag in ("$", "€", "£", "%", "&", "/") or (
            tag == "Q" and not head and tagged.at(i + 1) in ("N",)
        ):
            pass
        else:
            break
        i += 1
        if word == "'s":
            head = False
    while i > start and tagged.tag[i - 1] in ("P", "C", "D", "A", "B"):
        if tagged.tag[i - 1] == "D" and tagged.low[i - 1] in (
            "others",
            "both",
            "all",
            "some",
            "many",
            "most",
        ):
            break
        i -= 1
    return i


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
        return before in ("P", "#", "D", "N") and (tagged.view.capital(i - 1) or before != "N")
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
    if word in _COMPLEMENTS and tagged.word(i + 1) in ("to", "with"):
        return True
    if after not in ("N", "D", "#", "H", "G"):
        return False
    if word == "to":
        return before in _TO_NOUNS
    if before in _COMPLEMENTS and word in ("to", "with"):
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
    return word in _LINKS


def year(tagged: Tagged, i: int) -> bool:
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
        return tagged.low[i] in _BY_NOUNS
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
