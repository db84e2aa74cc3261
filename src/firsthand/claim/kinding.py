"""The kind of a clause, by what is done and what it is done with; every rule that fits is told."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.claim.sorts import Sorts, sorts_of
from firsthand.claim.view import View
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.kinds import KindRule, kind_file

Wanted = tuple[tuple[int, frozenset[str]], ...]
Told = tuple[frozenset[str], ...]
_REMEMBERED = 8_192
"""Combinations of sorts whose kind is remembered."""


class Kinded(NamedTuple):
    """A kind with the rules that speak for it, and how heavy they are together.

    `named`: things that the clause names itself speak for it, not only its verb.
    """

    kind: str
    why: tuple[str, ...]
    weight: int
    named: bool


def kind_of(view: View) -> Kinded:
    """Return the kind of a clause by its own words."""
    sorts = sorts_of(view)
    subject, behind = frozenset(sorts.subject), frozenset(sorts.object)
    told = (frozenset(sorts.verbs), behind | subject, subject, behind, frozenset(sorts.head))
    best, weight, rules = _heaviest((*told, frozenset(sorts.units)))
    named = bool(subject or behind)
    reasons = tuple(f"{rule.weight}: {_reason(rule, sorts)}" for rule in rules)
    return Kinded(best, reasons, weight, named)


@lru_cache(maxsize=_REMEMBERED)
def _heaviest(told: Told) -> tuple[str, int, tuple[KindRule, ...]]:
    """Return the heaviest kind for sorts told, its weight and the rules that speak for it.

    `told`: sorts of the verb, of all things, of those before and behind it, of the head, and units.
    """
    score: dict[str, int] = {}
    why: dict[str, list[KindRule]] = {}
    for rule, wanted in _candidates(told):
        if any(w.isdisjoint(told[n]) for n, w in wanted):
            continue
        score[rule.kind] = score.get(rule.kind, 0) + rule.weight
        why.setdefault(rule.kind, []).append(rule)
    best = max(score, key=lambda k: score[k])
    return best, score[best], tuple(why[best])


def kind_in_context(view: View, before: str | None) -> Kinded:
    """Return the kind of a clause, that of the clause it leans on where its own words say too little."""
    own = kind_of(view)
    if before is None or before == "other":
        return own
    if before == "obligation" and not (view.verb and view.verb.lemmas[-1] == "do"):
        return own
    carried = own._replace(kind=before, why=(f"goes on from {before}",))
    light = view.verb is None or view.verb.lemmas[-1] in clause_words("en").light_verbs
    if view.sort == "participle" and light:
        return carried
    elliptic = _elliptic(view)
    if elliptic and _may_be(view):
        return own._replace(kind="assessment", why=("a judgement: may be",))
    leans = elliptic or view.sort in ("participle", "gap", "relative")
    if not leans:
        unsaid = light and view.sort in ("contrast", "time") and own.weight <= _WEAK
        near = view.before is not None and view.before.sentence == view.sentence
        return carried if unsaid or (own.kind == "other" and near) else own
    limit = _WEAK + 2 if light else _WEAK + 1 if not own.named else _WEAK
    if own.named and not light and view.sort in ("participle", "relative"):
        return own if own.kind != "other" else carried
    return carried if own.kind == "other" or own.weight <= limit else own


def _may_be(view: View) -> bool:
    verb = view.verb
    return verb is not None and verb.lemmas[-1] == "be" and not _MAY.isdisjoint(verb.words)


_MAY = frozenset({"may", "might", "could"})
_WEAK = 4
"""Up to this weight a clause without a subject of its own goes on from the one before."""
_COUNTERS = frozenset(
    {"more", "rest", "others", "remaining", "half", "third", "quarter", "another", "further"}
)


def _elliptic(view: View) -> bool:
    """Tell a clause without a subject of its own: "this year it has delivered three", "and lost jobs"."""
    if view.shares:
        return True
    verb = view.verb
    if verb is None:
        return False
    nouns = [
        i
        for i in range(verb.start)
        if view.tag(i) in "NZBG" and not view.in_time(i) and view.low(i) not in _COUNTERS
    ]
    counted = any(view.tag(i) == "#" or view.low(i) in _COUNTERS for i in range(verb.start))
    pronoun = any(
        view.tag(i) == "O" or view.low(i) in ("these", "those", "them", "that", "this")
        for i in range(verb.start)
    )
    return not nouns and (counted or pronoun)


@cache
def _compiled() -> tuple[
    tuple[tuple[KindRule, Wanted], ...], dict[tuple[int, str], tuple[int, ...]]
]:
    """Return the rules with what each wants, and the rules by the first thing that they want.

    What is wanted is a place in `told` and the sorts of which one must stand there.
    """
    rules: list[tuple[KindRule, Wanted]] = []
    index: dict[tuple[int, str], list[int]] = {}
    for number, rule in enumerate(kind_file().rules):
        fields = (rule.verb, rule.noun, rule.subject, rule.object, rule.head, rule.unit)
        wanted = tuple((n, frozenset(each)) for n, each in enumerate(fields) if each)
        rules.append((rule, wanted))
        place, sorts = wanted[0] if wanted else (-1, frozenset({""}))
        for sort in sorts:
            index.setdefault((place, sort), []).append(number)
    return tuple(rules), {key: tuple(found) for key, found in index.items()}


def _candidates(told: Told) -> list[tuple[KindRule, Wanted]]:
    """Return the rules whose first wish is met, in the order of the file."""
    rules, index = _compiled()
    found = set(index.get((-1, ""), ()))
    for place, sorts in enumerate(told):
        for sort in sorts:
            found.update(index.get((place, sort), ()))
    return [rules[number] for number in sorted(found)]


def _reason(rule: KindRule, sorts: Sorts) -> str:
    """Return the words by which a rule fits."""
    reasons = []
    for wanted, told in (
        (rule.verb, sorts.verbs), (rule.noun, sorts.nouns), (rule.subject, sorts.subject),
        (rule.object, sorts.object), (rule.head, sorts.head),
    ):  # fmt: skip
        found = next((sort for sort in wanted if sort in told), None) if wanted else None
        if found:
            reasons.append(f"{found} ({told[found]})")
    unit = next((u for u in rule.unit if u in sorts.units), None) if rule.unit else None
    if unit:
        reasons.append(f"counts {unit}")
    return " + ".join(reasons) or "nothing narrower"
