"""What follows a cue: adjuncts and addressee, then the words that open the content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from firsthand.attribute.draft import Range
from firsthand.attribute.english.groups import VerbGroup
from firsthand.attribute.english.nouns import phrase_end
from firsthand.attribute.english.words import Tagged
from firsthand.vocabulary.cues import cues

Opener = Literal["that", "colon", "quote", "wh", "inf", "clause", "np", "none"]


_NOUNS = frozenset({"N", "D", "#", "H", "A", "G", "$", "€", "£"})


@dataclass(slots=True)
class After:
    """The words behind a cue.

    `content`: first token of the content, len where there is none. `stop`: where adjuncts end.
    """

    opener: Opener = "none"
    content: int = 0
    stop: int = 0
    addressee: Range | None = None
    when: Range | None = None
    inserts: list[Range] = field(default_factory=list)


def after_cue(tagged: Tagged, group: VerbGroup, limit: int) -> After:
    """Read the words behind a verb group up to `limit`."""
    found = After(content=limit, stop=group.end)
    i = group.end
    takes = group.cue.takes
    while i < limit:
        found.stop = i
        if _opens(tagged, i, found, group, limit):
            return found
        moved = _adjunct(tagged, i, limit, found, group)
        if moved > i:
            i = moved
            continue
        if found.addressee is None and (moved := _addressee(tagged, i, limit, group)) > i:
            found.addressee = (i + (tagged.low[i] in ("to", "with")), moved)
            i = moved
            continue
        if tagged.tag[i] in (",", "-", "("):
            moved = _insert(tagged, i, limit, group)
            if moved <= i:
                return found
            found.inserts.append((i + 1, moved - 1))
            i = moved
            continue
        if tagged.tag[i] in (".", ";", "?", "!", "…"):
            return found
        if (
            "about" in takes
            and tagged.low[i] in ("of", "about")
            and phrase_end(tagged, i + 1, limit) > i + 1
        ):
            found.opener, found.content = "np", i + 1
            return found
        return _bare(tagged, i, limit, found, group)
    found.stop = i
    return found


def _speech_before(tagged: Tagged, group: VerbGroup) -> bool:
    """Tell whether direct speech stands before the subject: "…," he said of the plan."""
    return "Q" in tagged.tag[max(0, group.start - 40) : group.start]


def _opens(tagged: Tagged, i: int, found: After, group: VerbGroup, limit: int) -> bool:
    tag, word, takes = tagged.tag[i], tagged.low[i], group.cue.takes
    if tag == "T" and takes & {"clause", "that"}:
        found.opener, found.content = "that", i + 1
    elif tag == ":":
        found.opener, found.content = "colon", i + 1
    elif tag == "Q":
        found.opener, found.content = "quote", i
    elif word in ("whether", "if", "how", "why", "what", "when", "where", "who", "which") and (
        "wh" in takes or ("clause" in takes and word in ("how", "what", "why"))
    ):
        found.opener, found.content = "wh", i
    elif word == "to" and tagged.at(i + 1) == "B" and "inf" in takes and i + 1 < limit:
        found.opener, found.content = "inf", i + 1
    else:
        return False
    return True


def _adjunct(tagged: Tagged, i: int, limit: int, found: After, group: VerbGroup) -> int:
    """Step over an adverb, a time or a manner ("in a statement"); i where there is none."""
    tag, word = tagged.tag[i], tagged.low[i]
    if word == "on" and "condition" in tagged.low[i + 1 : i + 3]:
        return next((j for j in range(i, limit) if tagged.tag[j] in (",", ";", "Q")), limit)
    if (
        tag == "A"
        and word not in ("so", "no")
        and not (tagged.at(i + 1) in ("N", "#") and word.endswith("ly"))
    ):
        return i + 1
    figure = tag == "#" and "clause" not in group.cue.takes and i == group.end
    end = _time_end(tagged, i, limit) if not figure else i  # "speaks of 41 hours" is no time
    if end > i and _content_follows(tagged, end, limit):
        if found.when is None:
            found.when = (i, end)
        return end
    if tag in ("P", "S") and word in cues("en").list("place_leads"):
        start = i + 1 + (word == "ahead" and tagged.word(i + 1) == "of")
        end = phrase_end(tagged, start, limit)
        if end > start and (_manner(tagged, start, end) or tagged.tag[i] != "S"):
            strict = _manner(tagged, start, end)
            if _marked(tagged, end, limit) or (strict and _content_follows(tagged, end, limit)):
                return end
    return i


def _manner(tagged: Tagged, start: int, end: int) -> bool:
    manner = tagged.cues.list("manner")
    return any(tagged.low[j] in manner for j in range(start, end))


def _marked(tagged: Tagged, i: int, limit: int) -> bool:
    """Tell whether something clearly opens or ends here: that, a quotation, a mark."""
    return (
        i >= limit
        or tagged.tag[i] in ("T", "Q", ":", ",", ".", ";", "-", "?", "!")
        or (tagged.tag[i] in ("P", "A") and _marked_later(tagged, i, limit))
    )


def _marked_later(tagged: Tagged, i: int, limit: int) -> bool:
    if tagged.tag[i] == "A":
        return i + 1 >= limit or tagged.at(i + 1) in ("T", "Q", ":", ",", ".", ";")
    end = phrase_end(tagged, i + 1, limit)
    end = max(end, _time_end(tagged, i, limit))
    return end > i + 1 and (end >= limit or tagged.tag[end] in ("T", "Q", ":", ",", ".", ";"))


def _content_follows(tagged: Tagged, i: int, limit: int) -> bool:
    return _marked(tagged, i, limit) or tagged.tag[i] in ("D", "H", "#", "N", "R", "A", "P", "S")


def _time_end(tagged: Tagged, start: int, limit: int) -> int:
    """Return the index after words that tell a day or a date; `start` where there are none."""
    times = tagged.cues.list("times")
    i = start
    while (
        i < limit
        and (
            tagged.low[i] in cues("en").list("time_leads")
            or (tagged.tag[i] == "A" and tagged.low[i] in ("late", "early"))
        )
        and i - start < 3
    ):
        i += 1
    if i < limit and tagged.tag[i] == "D" and tagged.word(i + 1) in times:
        i += 1
    begin = i
    while i < limit and i - begin < 5:
        if tagged.low[i] in times:
            if tagged.low[i] in ("may", "march", "x") and not tagged.view.capital(i):
                break
            i += 1
        elif (
            tagged.tag[i] == "#"
            and (i > begin or tagged.word(i + 1) in times)
            and len(tagged.low[i]) <= 5
        ) or (tagged.low[i] in ("of", "and") and i > begin and tagged.word(i + 1) in times):
            i += 1
        else:
            break
    if i == begin or not any(tagged.low[j] in times for j in range(begin, i)):
        year = (
            i == begin + 1
            and begin > start
            and len(tagged.low[begin]) == 4
            and tagged.low[begin].isdigit()
        )
        return i if year else start
    return i


def _addressee(tagged: Tagged, i: int, limit: int, group: VerbGroup) -> int:
    """Return the index after the one who is spoken to; i where there is none."""
    takes, word = group.cue.takes, tagged.low[i]
    if (
        word in ("to", "with")
        and group.cue.sense in ("say", "think")
        and tagged.at(i + 1) in ("N", "D", "H")
    ):
        if group.cue.lemma in ("refer to", "point to"):
            return i
        return phrase_end(tagged, i + 1, limit)
    if "addressee" not in takes:
        return i
    if tagged.tag[i] == "H" or word in ("her", "it"):
        if word in tagged.cues.list("objects") and not (
            group.cue.lemma != "tell" and tagged.at(i + 1) in ("X", "V")
        ):
            return i + 1
        return i
    end = phrase_end(tagged, i, limit)
    if end <= i:
        return i
    if end < limit and tagged.tag[end] in ("V", "X"):
        return _split_names(tagged, i, end)
    return end


def _split_names(tagged: Tagged, start: int, end: int) -> int:
    """Return where the addressee ends when a clause without "that" follows at once.

    "told Reuters Russia had": one word and the rest is the subject. "warned the ship had": none.
    """
    if tagged.tag[start] == "D":
        for i in range(start + 1, end):
            if (
                tagged.view.capital(i)
                and not tagged.view.capital(i - 1)
                and tagged.tag[i - 1] == "N"
            ):
                return i
        return start
    return start + 1 if end - start > 1 and tagged.view.capital(start) else start


def _insert(tagged: Tagged, i: int, limit: int, group: VerbGroup) -> int:
    """Return the index after an insert (", citing X,") before the content; i for none."""
    mark = ")" if tagged.tag[i] == "(" else tagged.tag[i]
    for j in range(i + 1, min(limit, i + 60)):
        tag = tagged.tag[j]
        if tag in (";", ":", ".", "Q"):
            return i
        if tag == mark:
            opens = tagged.at(j + 1) in ("T", "Q", ":") or (
                tagged.word(j + 1) in ("whether", "how", "why") and "clause" in group.cue.takes
            )
            if mark == ")" or opens:
                return j + 1
        if tag == "T" and tagged.tag[j - 1] == mark and j > i + 1:
            return j
    return i


def _bare(tagged: Tagged, i: int, limit: int, found: After, group: VerbGroup) -> After:
    """Read a clause without "that", or a noun phrase."""
    takes = group.cue.takes
    if (
        "clause" in takes
        and tagged.tag[i] in ("N", "D", "#", "H", "A", "P", "S", "G", "$", "€", "£", "X", "V")
        and tagged.clause(i, limit)
        and _plausible(tagged, i, limit)
    ):
        found.opener, found.content = "clause", i
        return found
    set_in = phrase_end(tagged, i, limit)
    if "clause" in takes and i < set_in < limit and tagged.tag[set_in] == "Q":
        found.opener, found.content = "clause", i  # said it "respects the law"
        return found
    if takes & {"np", "value", "as"} and (tagged.tag[i] in _NOUNS or _qualified(tagged, i, limit)):
        found.opener, found.content = "np", i
    return found


def _qualified(tagged: Tagged, i: int, limit: int) -> bool:
    """Tell whether words that qualify a number open here: "about 40", "up to 300"."""
    while i < limit and tagged.low[i] in tagged.cues.list("qualifiers"):
        i += 1
    return tagged.at(i) in ("#", "$", "€", "£")


def _plausible(tagged: Tagged, i: int, limit: int) -> bool:
    """Tell whether a noun phrase and a finite verb of its own begin here."""
    if tagged.tag[i] == "P":
        verb = next((j for j in range(i, limit) if tagged.finite(j)), limit)
        return not any(tagged.tag[j] == "C" for j in range(i, verb))  # "report in tonnes and …"
    return tagged.tag[i] in ("X", "V", "P", "S", "A", "G") or phrase_end(tagged, i, limit) > i
