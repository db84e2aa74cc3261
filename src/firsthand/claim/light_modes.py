"""Status, polarity and mode of clauses in languages with the light grammar."""

from __future__ import annotations

import re
from datetime import date

from firsthand.claim.calendar import Interval
from firsthand.claim.view import View
from firsthand.model.attribution import Stance
from firsthand.model.claim import Polarity, Status
from firsthand.vocabulary.light_words import Light, light_words

_PARTICIPLE = re.compile(
    r"(?:[a-zäöüß]{0,8}ge[a-zäöüß]{2,}|(?:ver|be|er|ent|zer|über|unter|miss)[a-zäöüß]{3,}"
    r"|[a-zäöüß]{3,}ier)(?:t|en)"
)
_IMPERFECTIVE = re.compile(
    r"(?:.*(?:а|я|ыва|ива|е|у|ва)(?:ет|ют)(?:ся)?|.*(?:вод|ход|нос|воз|сто|леж|вид|говор|знач|числ|служ)(?:ит|ят)(?:ся)?)"
)
_PERFECTIVE = re.compile(
    r"(?:за|по|вы|с|со|про|при|на|о|об|у|пере|до|из|ис|от|под|раз|рас|вос|воз|в|ввез|построй|куп|нач|да|ста)[а-яёіїє]{2,}(?:ит|ет|ёт|ут|ют|ят|ат|аст)(?:ся)?"
)


def light_status(
    view: View, stance: Stance | None, published: date | None, span: Interval | None = None,
    *, headline: bool = False,
) -> tuple[Status, str]:  # fmt: skip
    """Return the status of a clause and the word that gives it."""
    del headline
    if stance == "denies":
        return "denied", "denied by its voice"
    if view.conditional:
        return "conditional", "an if-clause governs it"
    light = light_words(view.language)
    verbs = view.verb.words if view.verb else ()
    words = light.words
    for verb in verbs:
        if verb in words.reported and stance is not None and _ended(view):
            return "done", f"reported: {verb}"
        if verb in words.would and view.language == "de":
            sure = verb in words.surely_would or stance is None
            return ("conditional" if sure else "expected"), verb
    if view.language != "de" and any(w.low in words.would for w in view.words):
        return "conditional", "бы"
    plans = not words.may.isdisjoint(verbs) or any(w.low in words.plans for w in view.words)
    if plans and words.past_plans.isdisjoint(verbs):
        return "expected", "a plan"
    found = _future(view, light)
    if found:
        return "expected", found
    if stance in ("expects", "promises", "threatens") and not _past(view, light):
        return "expected", f"its voice {stance}"
    if _past(view, light):
        return "done", "past tense"
    ahead = (
        span is not None
        and published is not None
        and (start := span.start or span.end) is not None
        and start > published
    )
    if ahead:
        return "expected", "a time ahead"
    return ("ongoing", "present tense") if verbs else ("done", "no verb")


def _future(view: View, light: Light) -> str | None:
    verbs = view.verb.words if view.verb else ()
    auxiliary = next((v for v in verbs if v in light.words.future), None)
    if auxiliary:
        if view.language == "de":
            last = next(
                (w.low for w in reversed(view.words) if w.low.isalpha() and not w.capital), ""
            )
            return None if _PARTICIPLE.fullmatch(last) else auxiliary
        return auxiliary
    if view.language != "de":
        for verb in verbs:
            if verb in light.words.present or light.past.fullmatch(verb):
                continue
            if _PERFECTIVE.fullmatch(verb) and not _IMPERFECTIVE.fullmatch(verb):
                return verb
    return None


def _past(view: View, light: Light) -> bool:
    verbs = view.verb.words if view.verb else ()
    words = light.words
    for verb in verbs:
        if verb in words.past or verb in words.preterites:
            return True
        if light.past.fullmatch(verb) and verb not in words.present:
            return True
    if view.language == "de" and any(
        v in ("hat", "haben", "ist", "sind", "habe", "sei", "seien") for v in verbs
    ):
        return _ended(view)
    before = view.before
    return view.language == "de" and before is not None and before.status == "done" and _ended(view)


def _ended(view: View) -> bool:
    """Tell a German clause that a past participle ends."""
    last = next((w.low for w in reversed(view.words) if w.low.isalpha() and not w.capital), "")
    return (
        _PARTICIPLE.fullmatch(last) is not None
        and last not in light_words(view.language).words.present
    )


def light_polarity(view: View, lead: str) -> tuple[Polarity, str]:
    """Return the polarity of the words of a clause."""
    del lead
    light = light_words(view.language)
    for i, word in enumerate(view.words):
        if not light.has("negations", word.low):
            continue
        tail = " ".join(w.low for w in view.words[i : i + 4])
        if any(tail.startswith(each) for each in light.words.not_negations):
            continue
        return "negated", word.low
    return "affirmed", ""


def light_law(view: View) -> tuple[bool, str]:
    """Tell whether a clause restates a rule: a law in it, and a verb that binds."""
    light = light_words(view.language)
    law = next((w.low for w in view.words if light.has("laws", w.low)), None)
    binds = next((w.low for w in view.words if light.has("law_verbs", w.low)), None)
    if law and binds and law != binds:
        return True, f"{law} {binds}"
    return False, ""


def light_new(view: View, span: Interval | None, published: date | None) -> bool:
    """Tell a rule that is only made or comes into force ahead."""
    light = light_words(view.language)
    if any(w.low in light.words.new_law for w in view.words):
        return True
    start = (span.start or span.end) if span else None
    return start is not None and published is not None and start > published


def light_past(view: View) -> bool:
    """Tell whether the verb of a clause is in the past."""
    return _past(view, light_words(view.language))
