"""Status and polarity of an English clause: done or expected, affirmed or not."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise

from firsthand.claim.calendar import Interval, is_ahead
from firsthand.claim.tagging import english_verbs
from firsthand.claim.verb_groups import lemma
from firsthand.claim.view import View
from firsthand.model.attribution import Stance
from firsthand.model.claim import Polarity, Status
from firsthand.vocabulary.clause_words import Modal, clause_words

_WEAKEST: tuple[Stance, ...] = (
    "denies", "doubts", "alleges", "asks", "expects", "threatens", "promises", "reports", "asserts",
    "confirms",
)  # fmt: skip
_COUNTED = ("#", "$", "€", "£", "D")
_DATED = frozenset(
    {"month", "date", "days", "dates", "part-month", "season", "weekday", "quarter", "half"}
)
_SETS = (
    "plans", "ahead", "ahead_alone", "ahead_adjectives", "law_subjects", "law_verbs", "soft_laws",
    "soft_law_verbs", "binding", "lawful_states", "permits", "negations", "strong_negations", "shows",
    "opening_verbs", "past_auxiliaries", "perfect",
)  # fmt: skip


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """Return word lists of the clause data by name, ready to be asked."""
    data = clause_words("en")
    return {name: frozenset(getattr(data, name)) for name in _SETS}


def weakest(stances: list[Stance]) -> Stance:
    """Return the weakest stance on a path; asserts where nobody is cited."""
    return min(stances, key=_WEAKEST.index, default="asserts")


# --- status ---------------------------------------------------------------------------------------


def status_of(
    view: View, stance: Stance | None, published: date | None, span: Interval | None = None,
    *, headline: bool = False,
) -> tuple[Status, str]:  # fmt: skip
    """Return the status of a clause and the words that give it."""
    if stance == "denies":
        return "denied", "denied by its voice"
    if view.conditional:
        return "conditional", "an if-clause governs it"
    told = _by_modal(view, stance)
    if told:
        return told
    ahead = _ahead(view)
    if ahead:
        return "expected", ahead
    past = is_past(view)
    before = view.before.status if view.before and view.shares else None
    if before and view.tag(0) == "B" and not past:
        return before, "goes on from the verb before"
    if stance in ("expects", "promises", "threatens", "asks") and not past:
        return "expected", f"its voice {stance}"
    if past:
        return "done", "past tense"
    return _present(view, published, span, headline=headline)


def _present(
    view: View, published: date | None, span: Interval | None, *, headline: bool
) -> tuple[Status, str]:
    """Return the status of a clause that nothing puts into the past."""
    if view.verb is None:
        if is_ahead(span, published):
            return "expected", "a time ahead"
        return ("done", "no verb") if span or view.quantities else ("ongoing", "no verb")
    if tense_of(view) == "present":
        if view.verb.lemmas[-1] in word_sets()["shows"] and view.quantities:
            return "done", "a record of it"
        if is_ahead(span, published) or _scheduled(view, headline=headline):
            return "expected", "present tense with a time ahead"
    return "ongoing", "present tense"


def _scheduled(view: View, *, headline: bool) -> bool:
    """Tell a timetable in the present tense: "45 more start on 3 February"."""
    verb = view.verb
    if verb is None or len(verb.words) > 1 or view.tag(verb.start) not in "BZ":
        return False
    if verb.lemmas[-1] in clause_words("en").stative:
        return False
    if headline:
        opens = verb.lemmas[-1] in word_sets()["opening_verbs"]
        turns = {m.fields.get("turn") for m in view.moments}
        return opens and not turns.isdisjoint(("this", "next", "coming"))
    return any(
        m.means in _DATED
        and m.lead in ("at", "from")
        and "year" not in m.fields
        and not m.fields.get("turn", "").startswith("last")
        and view.at(m.start) >= verb.end
        for m in view.moments
    )


def modal_of(view: View) -> Modal | None:
    """Return what the modal verb of a clause says; None without one."""
    modals = clause_words("en").modals
    return next((modals[w] for w in view.verb.words if w in modals), None) if view.verb else None


def _by_modal(view: View, stance: Stance | None) -> tuple[Status, str] | None:
    modal = modal_of(view)
    words = view.verb.words if view.verb else ()
    if modal == "would":
        if "have" in words or stance is None:
            return "conditional", "would"
        return "expected", "would, told by a voice"
    if modal == "may" and "have" in words:
        return "done", "may have"
    if modal in ("will", "should", "may"):
        return "expected", modal
    return ("ongoing", modal) if modal else None


def _ahead(view: View) -> str | None:
    """Return words that put the doing ahead: "plans to", "is set to", "are to", "is due"."""
    verb, known = view.verb, word_sets()
    if verb is None or not verb.words:
        return None
    words, behind = verb.words, view.low(verb.end)
    last = words[-1]
    if behind and last in known["ahead"] and (behind == "to" or last in known["ahead_alone"]):
        return last
    for word, following in pairwise(words):
        if following == "to" and (word in known["plans"] or word in ("is", "are")):
            return f"{word} to"
    if last in ("is", "are", "remains", "remain") and behind in known["ahead_adjectives"]:
        return f"{last} {behind}"
    return "to" if words[0] == "to" else None


def tense_of(view: View) -> str:
    """Return past, present or ing; "" for a clause without a verb or of another language."""
    verb = view.verb
    if verb is None or view.language != "en":
        return ""
    tag = view.tag(verb.start)
    first = verb.words[0] if verb.words else ""
    if first in word_sets()["perfect"]:
        rest = [w for w in verb.words[1:] if w not in ("no", "not", "also", "still", "now")]
        return "present" if not rest or verb.words[1] == "to" else "past"
    if first in word_sets()["past_auxiliaries"] or tag in ("V", "E"):
        return "past"
    if tag == "B":
        tenses = english_verbs().tenses.get(first, frozenset())
        many = view.low(verb.start - 1).endswith("s") and not view.quantities
        return "past" if "past" in tenses and not many else "present"
    return "ing" if tag == "G" else "present"


def is_past(view: View) -> bool:
    """Tell whether the verb of a clause is in the past, a participle as the clause before it."""
    tense = tense_of(view)
    for _ in range(len(view.words)):
        if tense != "ing" or view.before is None:
            break
        view = view.before
        tense = tense_of(view)
    if tense == "ing":
        return view.verb is not None and view.verb.words[0] == "having"
    return tense == "past"


# --- polarity -------------------------------------------------------------------------------------


def polarity_of(view: View, lead: str) -> tuple[Polarity, str]:
    """Return the polarity of the words of a clause; `lead` is the word in front of it ("nor")."""
    if lead in ("nor", "neither"):
        return "negated", lead
    negations = word_sets()["negations"]
    for i, low in enumerate(view.lows):
        if low in negations or low.endswith(("n't", "n’t")):
            found = _negates(view, i)
            if found:
                return "negated", found
    verb = view.verb
    due = "yet" in view.lows and ("yet", "to") in pairwise(view.lows)
    if due and verb and "yet" in verb.words:
        return "negated", "yet to"
    return "affirmed", ""


def _negates(view: View, i: int) -> str:
    """Return the words by which a negation denies the whole clause; "" where it denies only a part."""
    verb, low, after = view.verb, view.low(i), view.low(i + 1)
    pair = f"{low} {after}"
    if low == "without" or view.low(i - 1) == "or" or _in_relative(view, i):
        return ""
    if after == "to" and i and lemma(view.words[i - 1]) in clause_words("en").bidding:
        return ""  # "were told not to come back": the telling took place
    if any(view.has_words(i, each) for each in clause_words("en").not_negations):
        return ""
    if low in ("barely", "hardly", "scarcely") and view.tag(i + 1) in _COUNTED:
        return ""  # "barely 4,000"
    if verb and verb.start <= i < verb.end:
        return "" if after in ("only", "just", "merely") else low
    if low in word_sets()["strong_negations"]:
        return low
    near = verb is None or i < verb.start or i <= verb.end
    if low == "no":
        signals = verb is not None and verb.lemmas[-1] in ("signal", "show", "express", "voice")
        near = near or (verb is not None and i <= verb.end + 2)
        return pair if near and not signals and view.tag(i + 1) in "NZBEG" else ""
    return "not" if low == "not" and near else ""


def _in_relative(view: View, i: int) -> bool:
    """Tell whether a word stands in a relative clause inside the clause."""
    verb = view.verb
    if verb and verb.start <= i < verb.end:
        return False
    return any(view.tag(k) == "R" for k in range(max(0, i - 6), i))
