"""Which English clauses restate a rule, and which tell a past event only as setting."""

from __future__ import annotations

from datetime import date

from firsthand.claim.calendar import Interval, is_ahead
from firsthand.claim.modes import modal_of, tense_of, word_sets
from firsthand.claim.view import View

_OLD_DAYS = 5 * 365
_OLD_DAYS_IN_RELATIVE = 500
_BEHIND_UNDER = 6
_BEHIND_NEED = 4
_LONGEST_ROW = 20


def law_of(view: View) -> tuple[bool, str]:
    """Tell whether a clause restates a rule, and by which words."""
    verb, known = view.verb, word_sets()
    if verb is None:
        return False, ""
    lawful = next((w for w in view.subject_words() if w in known["law_subjects"]), None)
    main = verb.lemmas[-1] if verb.lemmas else ""
    if lawful and not verb.passive and _binds(view, lawful, main):
        return True, f"{lawful} {main}"
    bound = next((x for x in verb.lemmas if x in known["binding"]), None)
    if verb.passive and bound and verb.words[0] in ("is", "are", "remain", "remains", "must"):
        return True, f"{verb.words[0]} {bound}"
    if view.low(verb.end) in known["lawful_states"]:
        return True, view.low(verb.end)
    if main in ("need", "require"):
        behind = [view.low(k) for k in range(verb.end, verb.end + _BEHIND_NEED)]
        if not known["permits"].isdisjoint(behind):
            return True, f"{main} a permit"
    return _by_modal(view)


def _binds(view: View, lawful: str, main: str) -> bool:
    """Tell whether the verb of a rule binds: a law does by many verbs, an agreement by few."""
    known = word_sets()
    if known["law_verbs"].isdisjoint(view.verb.lemmas if view.verb else ()):
        return False
    soft = lawful in known["soft_laws"] and main in known["soft_law_verbs"]
    return not soft and _heads(view, lawful)


def _by_modal(view: View) -> tuple[bool, str]:
    """Tell rules by "must", by "may" under a law, or by what goes on from a rule."""
    verb, modal = view.verb, modal_of(view)
    if verb is None:
        return False, ""
    if modal == "must" or "obliged" in verb.words:
        return True, "must"
    before = view.before
    goes_on = before is not None and before.kind == "obligation" and before.verb is not None
    if (
        goes_on
        and modal in ("may", "can", "will")
        and (view.shares or (verb.start and view.tag(verb.start - 1) == "O"))
    ):
        return True, f"goes on from a rule: {modal}"
    if modal in ("may", "can") and _on_terms(view):
        return True, f"{modal} on terms"
    if _under_law(view):
        if modal in ("may", "can"):
            return True, f"{modal} under a rule"
        if modal is None and len(verb.words) == 1 and tense_of(view) == "present":
            return True, "present tense under a rule"
        if verb.words[:3] == ("will", "have", "to"):
            return True, "will have to, under a rule"
    return False, ""


def _on_terms(view: View) -> bool:
    """Tell "may stay without a permit" and "may only sell", which are rules, from what may happen."""
    verb = view.verb
    if verb is None:
        return False
    if "may" in verb.words and "only" in (view.low(verb.end), *verb.words):
        return True
    if "without" not in view.lows:
        return False
    at = view.lows.index("without")
    behind = (view.low(k) for k in range(at + 1, at + _BEHIND_NEED))
    return not word_sets()["permits"].isdisjoint(behind)


def _under_law(view: View) -> bool:
    if "under" not in view.lows and "pursuant" not in view.lows:
        return False
    known = word_sets()["law_subjects"] - word_sets()["soft_laws"]
    return any(
        view.low(i) in ("under", "pursuant")
        and any(view.low(k) in known for k in range(i + 1, i + _BEHIND_UNDER))
        for i in range(len(view.words))
    )


def _heads(view: View, word: str) -> bool:
    """Tell whether a word heads the subject: before any preposition, or "Article 5 of the regulation"."""
    head = view
    for _ in range(_LONGEST_ROW):
        if not head.shares or head.before is None:
            break
        head = head.before
    end = head.verb.start if head.verb else 0
    at = next((i for i in range(end) if head.low(i) == word), None)
    if at is None:
        return False
    return all(head.tag(k) != "P" or head.low(k) in ("of", "under") for k in range(at))


def is_new(view: View, span: Interval | None, published: date | None) -> bool:
    """Tell a rule just made, which is news: "new", a time ahead, "will have to"."""
    verb = view.verb
    if verb and verb.words and verb.words[0] in ("will", "would"):
        return True
    return "new" in view.subject_words() or is_ahead(span, published)


def background_of(
    view: View, span: Interval | None, published: date | None, *, past: bool
) -> tuple[bool, str]:
    """Tell whether a past event is told as setting, by how long ago it was and where it stands.

    `past`: its verb is in the past.
    """
    if span is None or published is None or span.end is None or not past:
        return False, ""
    days, year = (published - span.end).days, span.end.year
    if view.sort == "relative" and days > _OLD_DAYS_IN_RELATIVE:
        return True, f"relative clause about {year}"
    if days > _OLD_DAYS:
        return True, f"{year}, long before publication"
    return False, ""
