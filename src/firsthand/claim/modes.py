"""Status, polarity and mode of a clause: done or expected, affirmed or not, news, law or setting."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from firsthand.claim.calendar import Direction, Interval
from firsthand.claim.light_modes import light_past
from firsthand.claim.view import View
from firsthand.model.attribution import Stance
from firsthand.model.claim import Mode, Polarity, Status
from firsthand.vocabulary.clause_words import ClauseWords, clause_words

_OLD_DAYS = 5 * 365
_RELATIVE_OLD_DAYS = 500
_WEAKEST: tuple[Stance, ...] = (
    "denies", "doubts", "alleges", "asks", "expects", "threatens", "promises", "reports", "asserts",
    "confirms",
)  # fmt: skip
_BINDING = frozenset(
    ["oblige", "require", "forbid", "prohibit", "ban", "bar", "allow", "permit", "entitle", "authorise", "authorize", "exempt", "restrict", "outlaw", "compel"]
)  # fmt: skip
_SOFT_LAW = frozenset({"agreement", "accord", "contract", "contracts", "memorandum", "deal"})
_SHOWS = frozenset({"list", "show", "record", "indicate", "reveal", "mention", "document", "log"})


class Judged(NamedTuple):
    """Status, polarity and mode with the words that gave them."""

    status: Status
    polarity: Polarity
    mode: Mode
    why: tuple[str, ...]


@cache
def _sets(language: str) -> dict[str, frozenset[str]]:
    data: ClauseWords = clause_words(language)
    return {
        name: frozenset(getattr(data, name))
        for name in ("plans", "ahead", "law_subjects", "law_verbs", "law_adjectives", "negations")
    }


def weakest(stances: list[Stance]) -> Stance:
    """Return the weakest stance on a path; asserts where nobody is cited."""
    return min(stances, key=_WEAKEST.index, default="asserts")


def direction(view: View) -> Direction:
    """Return where the times of a clause are looked for: ahead of publication or behind it."""
    status = status_of(view, None, None)[0]
    if status in ("expected", "conditional"):
        return "future"
    return "past"


def status_of(
    view: View, stance: Stance | None, published: date | None, span: Interval | None = None,
    *, headline: bool = False,
) -> tuple[Status, str]:  # fmt: skip
    """Return the status of a clause and the words that give it."""
    if stance == "denies":
        return "denied", "denied by its voice"
    modal = _modal(view)
    if view.conditional:
        return "conditional", "an if-clause governs it"
    if modal:
        found = _by_modal(view, modal, stance)
        if found:
            return found
    ahead = _ahead(view)
    if ahead:
        return "expected", ahead
    if (
        view.shares
        and view.before is not None
        and view.before.status
        and view.tag(0) == "B"
        and not _is_past(view)
    ):
        return view.before.status, "goes on from the verb before"
    if stance in ("expects", "promises", "threatens", "asks") and not _is_past(view):
        return "expected", f"its voice {stance}"
    if _is_past(view):
        return "done", "past tense"
    if view.verb is None:
        if _in_future(span, published):
            return "expected", "a time ahead"
        return ("done", "no verb") if span or view.quantities else ("ongoing", "no verb")
    if view.verb.lemmas[-1] in _SHOWS and _tense(view) == "present" and view.quantities:
        return "done", "a record of it"
    if _tense(view) == "present" and (_in_future(span, published) or _scheduled(view, headline)):
        return "expected", "present tense with a time ahead"
    return "ongoing", "present tense"


_DATED = frozenset(
    {"month", "date", "days", "dates", "part-month", "season", "weekday", "quarter", "half"}
)


def _scheduled(view: View, headline: bool) -> bool:
    """Tell a timetable in the present tense: "45 more start on 3 February"."""
    verb = view.verb
    if verb is None or len(verb.words) > 1 or view.tag(verb.start) not in "BZ":
        return False
    if headline:
        opens = verb.lemmas[-1] in ("start", "begin", "open", "launch", "resume", "take")
        return opens and any(
            m.fields.get("turn") in ("this", "next", "coming") for m in view.moments
        )
    return any(
        m.means in _DATED and m.lead in ("at", "from") and "year" not in m.fields and not m.fields.get("turn", "").startswith("last")
        and view.at(m.start) >= verb.end
        for m in view.moments
    )  # fmt: skip


def _modal(view: View) -> str | None:
    data = clause_words("en")
    if view.verb is None:
        return None
    return next((data.modals[w] for w in view.verb.words if w in data.modals), None)


def _by_modal(view: View, modal: str, stance: Stance | None) -> tuple[Status, str] | None:
    words = view.verb.words if view.verb else ()
    if modal == "would":
        if "have" in words or stance is None:
            return "conditional", "would"
        return "expected", "would, told by a voice"
    if modal in ("will", "should", "may"):
        if "have" in words and modal == "may":
            return "done", "may have"
        return "expected", modal
    if modal == "can":
        return "ongoing", "can"
    if modal == "must":
        return "ongoing", "must"
    return None


def _ahead(view: View) -> str | None:
    """Return words that put the doing ahead: "plans to", "is set to", "are to", "is due"."""
    verb = view.verb
    if verb is None:
        return None
    words, known = verb.words, _sets("en")
    if any(w in known["ahead"] for w in words[-1:]) and view.tag(verb.end) not in "":
        if view.low(verb.end) in ("to",) or words[-1] in (
            "plans",
            "intends",
            "expects",
            "promises",
            "pledges",
            "promised",
            "pledged",
            "vows",
            "vowed",
            "projects",
            "forecast",
            "due",
            "scheduled",
        ):
            return words[-1]
    for i, word in enumerate(words[:-1]):
        following = words[i + 1]
        if following == "to" and (word in known["plans"] or word in ("is", "are", "was", "were")):
            if word in ("was", "were"):
                continue
            return f"{word} to"
    tail = view.low(verb.end)
    if (
        words
        and words[-1] in ("is", "are", "remains", "remain")
        and tail
        in ("due", "set", "expected", "likely", "unlikely", "about", "scheduled", "poised", "to")
    ):
        return f"{words[-1]} {tail}"
    if words and words[0] in ("to",):
        return "to"
    return None


def tense_of(view: View) -> str:
    """Return past, present, ing, or "" for a clause without a verb."""
    return _tense(view) if view.language == "en" else ""


def _tense(view: View) -> str:
    verb = view.verb
    if verb is None:
        return ""
    tag = view.tag(verb.start)
    first = verb.words[0] if verb.words else ""
    if first in (
        "was",
        "were",
        "had",
        "did",
        "wasn't",
        "weren't",
        "hadn't",
        "didn't",
        "has",
        "have",
        "hasn't",
        "haven't",
    ):
        if first in ("has", "have", "hasn't", "haven't"):
            rest = verb.words[1:]
            if (
                not rest
                or rest[0] == "to"
                or all(w in ("no", "not", "also", "still", "now") for w in rest)
            ):
                return "present"
        return "past"
    if tag == "V":
        return "past"
    if tag == "E":
        return "past"
    if tag == "B":
        from firsthand.claim.tagging import english_verbs

        tenses = english_verbs().tenses.get(first, frozenset())
        subject_plural = view.low(verb.start - 1).endswith("s")
        if "past" in tenses and not subject_plural:
            return "past"
        return "present"
    if tag == "G":
        return "ing"
    return "present"


def _is_past(view: View) -> bool:
    tense = _tense(view)
    if tense == "ing" and view.before is not None:
        return _is_past(view.before)
    if tense == "ing":
        return view.verb is not None and view.verb.words[0] == "having"
    return tense == "past"


def _in_future(span: Interval | None, published: date | None) -> bool:
    if span is None or published is None:
        return False
    start = span.start or span.end
    return start is not None and start > published


def polarity_of(view: View, lead: str) -> tuple[Polarity, str]:
    """Return the polarity of the words of a clause; `lead` is the word in front of it ("nor")."""
    if lead in ("nor", "neither"):
        return "negated", lead
    data = clause_words("en")
    low = " ".join(w.low for w in view.words)
    verb = view.verb
    for i, word in enumerate(view.words):
        if word.low not in _sets("en")["negations"] and not word.low.endswith(("n't", "n’t")):
            continue
        pair = f"{word.low} {view.low(i + 1)}"
        if any(pair == each or pair.startswith(each) for each in data.not_negations):
            continue
        if word.low == "without" or _in_relative(view, i):
            continue
        if verb and verb.start <= i < verb.end:
            if view.low(i + 1) in ("only", "just", "merely"):
                continue
            return "negated", word.low
        if word.low in ("never", "none", "nobody", "nothing", "neither", "nor", "hardly", "barely"):
            return "negated", word.low
        if word.low == "no" and verb and verb.lemmas[-1] in ("signal", "show", "express", "voice"):
            continue
        if (
            word.low == "no"
            and view.tag(i + 1) in "NZBEG"
            and (verb is None or i <= verb.end + 2 or i < verb.start)
        ):
            return "negated", f"no {view.low(i + 1)}"
        if word.low == "not" and (verb is None or i < verb.start or i <= verb.end):
            return "negated", "not"
    if "yet to" in low and verb and ("yet" in verb.words):
        return "negated", "yet to"
    return "affirmed", ""


def _in_relative(view: View, i: int) -> bool:
    """Tell whether a word stands in a relative clause inside the clause."""
    verb = view.verb
    for k in range(max(0, i - 6), i):
        if view.tag(k) == "R" and not (verb and verb.start <= i < verb.end):
            return True
    return False


def law_of(view: View) -> tuple[bool, str]:
    """Tell whether a clause restates a rule, and by which words."""
    verb, known = view.verb, _sets("en")
    if verb is None:
        return False, ""
    subject = view.subject_words()
    main = verb.lemmas[-1] if verb.lemmas else ""
    lawful = [w for w in subject if w in known["law_subjects"]]
    doing = any(x in known["law_verbs"] for x in verb.lemmas)
    if lawful and doing and not verb.passive and _heads(view, lawful[0]):
        soft = lawful[0] in _SOFT_LAW and main in (
            "allow",
            "permit",
            "provide",
            "cover",
            "give",
            "grant",
            "make",
            "set",
            "call",
            "let",
            "apply",
        )
        if not soft:
            return True, f"{lawful[0]} {main}"
    bound = next((x for x in verb.lemmas if x in _BINDING), None)
    if verb.passive and bound and verb.words[0] in ("is", "are", "remain", "remains", "must"):
        return True, f"{verb.words[0]} {bound}"
    if verb.words[-1:] and view.low(verb.end) in (
        "illegal",
        "unlawful",
        "mandatory",
        "compulsory",
        "exempt",
        "liable",
        "obligatory",
    ):
        return True, view.low(verb.end)
    modal = _modal(view)
    under = next(
        (
            i
            for i in range(len(view.words))
            if view.low(i) in ("under", "pursuant")
            and any(view.low(k) in known["law_subjects"] for k in range(i + 1, i + 6))
        ),
        None,
    )
    if modal == "must" or "obliged" in verb.words:
        return True, "must"
    goes_on = (
        view.before is not None
        and view.before.kind == "obligation"
        and view.before.verb is not None
    )
    if (
        goes_on
        and modal in ("may", "can", "will")
        and verb.start
        and view.tag(verb.start - 1) == "O"
    ):
        return True, f"goes on from a rule: {modal}"
    if under is not None and modal in ("may", "can", "must"):
        return True, f"{modal} under a rule"
    if verb.words[:3] == ("will", "have", "to") and under is not None:
        return True, "will have to, under a rule"
    if main in ("need", "require") and any(
        view.low(k)
        in ("licence", "license", "permit", "visa", "permission", "authorisation", "approval")
        for k in range(verb.end, verb.end + 4)
    ):
        return True, f"{main} a permit"
    return False, ""


def _heads(view: View, word: str) -> bool:
    """Tell whether a word heads the subject: before any preposition, or "Article 5 of the regulation"."""
    head = view.before if view.shares and view.before is not None else view
    verb = head.verb
    if verb is None:
        return False
    if head.shares and head is not view:
        return _heads(head, word)
    for i in range(verb.start):
        if head.low(i) == word:
            return all(head.tag(k) not in "P" or head.low(k) in ("of", "under") for k in range(i))
    return False


def is_new(view: View, span: Interval | None, published: date | None) -> bool:
    """Tell a rule just made, which is news: "new", a day of this month, a time ahead, "will have to"."""
    verb = view.verb
    if verb and verb.words and verb.words[0] in ("will", "would"):
        return True
    if "new" in view.subject_words():
        return True
    return _in_future(span, published)


def background_of(view: View, span: Interval | None, published: date | None) -> tuple[bool, str]:
    """Tell whether a past event is told as setting, by how long ago it was and where it stands."""
    past = _is_past(view) if view.language == "en" else light_past(view)
    if span is None or published is None or not past:
        return False, ""
    end = span.end
    if end is None:
        return False, ""
    days = (published - end).days
    if view.sort == "relative" and days > _RELATIVE_OLD_DAYS:
        return True, f"relative clause about {end.year}"
    if days > _OLD_DAYS:
        return True, f"{end.year}, long before publication"
    return False, ""
