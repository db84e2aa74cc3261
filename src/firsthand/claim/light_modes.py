"""Status, polarity and mode of clauses in languages with the light grammar."""

from __future__ import annotations

from datetime import date

from firsthand.claim.calendar import Interval, is_ahead
from firsthand.claim.view import View
from firsthand.model.attribution import Stance
from firsthand.model.claim import Polarity, Status
from firsthand.vocabulary.light_words import Light, light_words


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
        if verb in words.reported and stance is not None and _ended(view, light):
            return "done", f"reported: {verb}"
    told = _would(view, light, stance)
    if told:
        return told
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
    if is_ahead(span, published):
        return "expected", "a time ahead"
    if verbs and any(m.lead == "from" and "year" not in m.fields for m in view.moments):
        return "expected", "from a time ahead"
    return ("ongoing", "present tense") if verbs else ("done", "no verb")


def _would(view: View, light: Light, stance: Stance | None) -> tuple[Status, str] | None:
    """Return the status of "würde", "könnte": a particle anywhere ("бы"), else a form of the verb."""
    words = light.words
    if not words.surely_would:
        said = next((w.low for w in view.words if w.low in words.would), None)
        return ("conditional", said) if said else None
    for verb in view.verb.words if view.verb else ():
        if verb in words.would:
            sure = verb in words.surely_would or stance is None
            return ("conditional" if sure else "expected"), verb
    return None


def _future(view: View, light: Light) -> str | None:
    """Return the verb that tells what is to come: an auxiliary, or a present form that means it."""
    verbs = view.verb.words if view.verb else ()
    auxiliary = next((v for v in verbs if v in light.words.future), None)
    if auxiliary:
        last = view.words[-1].low if view.words else ""
        active = view.shares and last.endswith("en")  # "und wird zehn im Herbst übergeben"
        return None if _ended(view, light) and not active else auxiliary  # "wird geliefert" goes on
    for verb in verbs:
        told = verb in light.words.present or light.past.fullmatch(verb)
        if not told and light.perfective.fullmatch(verb) and not light.imperfective.fullmatch(verb):
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
    before = view.before
    goes_on = before is not None and before.status == "done"
    return _ended(view, light) and (goes_on or not words.perfect.isdisjoint(verbs))


def _ended(view: View, light: Light) -> bool:
    """Tell a clause that a past participle ends, as in German."""
    last = next((w.low for w in reversed(view.words) if w.low.isalpha() and not w.capital), "")
    return light.participle.fullmatch(last) is not None and last not in light.words.present


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
    return is_ahead(span, published)


def light_past(view: View) -> bool:
    """Tell whether the verb of a clause is in the past."""
    return _past(view, light_words(view.language))
