"""The kind of a clause, by what is done and what it is done with; every rule that fits is told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from firsthand.claim.view import View
from firsthand.vocabulary.kinds import KindRule, kind_file, noun_sorts, verb_sorts
from firsthand.vocabulary.units import sort_of

_ASPECT = frozenset(
    ["be", "is", "are", "was", "were", "am", "have", "has", "had", "do", "did", "does", "begin", "start", "stop", "continue", "resume", "keep", "plan", "intend", "expect", "aim", "hope", "want", "try", "seek", "agree", "promise", "set", "will", "would", "may", "might", "can", "could", "must", "should", "help", "allow", "let", "make", "need", "go", "get", "cease", "finish", "fail", "manage", "decide", "prepare", "refuse"]
)  # fmt: skip
"""Verbs that say how far a doing has come: the doing itself stands behind them."""


@dataclass(slots=True)
class Sorts:
    """What a clause speaks of: sorts of its verb, of things before and behind it, units counted, with the words."""

    verbs: dict[str, str] = field(default_factory=dict)
    subject: dict[str, str] = field(default_factory=dict)
    object: dict[str, str] = field(default_factory=dict)
    head: dict[str, str] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)

    @property
    def nouns(self) -> dict[str, str]:
        """Return the sorts of things on both sides of the verb."""
        return {**self.object, **self.subject}


_NO_NOUN = frozenset("XDPTCSRO#,.;:()\"“”'")


def sorts_of(view: View) -> Sorts:
    """Return what the words of a clause stand for."""
    out = Sorts()
    row = [_plain(word.low) for word in view.words]
    verb = view.verb
    split = verb.start if verb else len(row) // 2
    nouns, verbs = noun_sorts(view.language), verb_sorts(view.language)
    german = view.language == "de"
    named = _named(view) if view.language != "en" else frozenset()
    i = 0
    while i < len(row):
        if view.tag(i) in _NO_NOUN or i in named:
            i += 1
            continue
        end, found = nouns.at(row, i)
        if german and end == i + 1 and not view.words[i].capital:
            found = ()  # "mehrere", "militärisch": German nouns have a capital
        inside = verb is not None and verb.start <= i < verb.end
        if found and not inside:
            side = out.subject if i < split else out.object
            for sort in found:
                side.setdefault(sort, " ".join(row[i:end]))
                if i < split and _heads(view, end):
                    out.head.setdefault(sort, row[end - 1])
        i = max(end, i + 1)
    _verb_sorts(view, row, out, verbs)
    for quantity in view.quantities:
        if quantity.unit:
            base = quantity.unit.split("/")[0]
            out.units.add(base)
            if sort_of(quantity.unit) == "money":
                out.units.add("money")
    return out


def _heads(view: View, end: int) -> bool:
    """Tell whether a noun that ends here heads the subject: nothing but its own words before it."""
    if view.tag(end) in "NZBG" and end < (view.verb.start if view.verb else 0):
        return False
    return all(view.tag(k) not in "PRC" or (view.low(k) == "of" and k == 0) for k in range(end - 1))


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _verb_sorts(view: View, row: list[str], out: Sorts, verbs: object) -> None:
    lexicon = verb_sorts(view.language)
    verb = view.verb
    if view.language != "en":
        _light_verbs(view, row, out)
        return
    if verb is None:
        return
    hits: list[tuple[bool, tuple[str, ...], str]] = []
    for i in range(verb.start, verb.end):
        if view.tag(i) not in "XVEZBG":
            continue
        end, found = lexicon.at(row, i)
        apart = _apart(view, row, i, verb.end) if end == i + 1 else None
        found = apart or found
        if found:
            lemmas = [x for x in verb.lemmas]
            at = i - verb.start
            aspect = any(x in _ASPECT for x in _lemma_at(lemmas, view, i, verb.start))
            hits.append((aspect, found, " ".join(row[i:end])))
            del at
    plain = [h for h in hits if not h[0]]
    for _, found, words in (plain or hits)[-1:]:
        for sort in found:
            out.verbs.setdefault(sort, words)


def _named(view: View) -> frozenset[int]:
    """Return the words that belong to a place's or body's name: "Kaliningrad" is no potash."""
    inside: set[int] = set()
    for mention in view.mentions:
        if mention.form in ("name", "capital"):
            inside.update(range(view.at(mention.span[0]), view.at(mention.span[1])))
    return frozenset(inside)


def _light_verbs(view: View, row: list[str], out: Sorts) -> None:
    """Add the sorts of every word that may be a verb, nouns of doing only where no verb is known."""
    lexicon = verb_sorts(view.language)
    later: list[tuple[str, tuple[str, ...]]] = []
    for i in range(len(row)):
        end, found = lexicon.at(row, i)
        noun = view.language == "de" and i > 0 and view.words[i].capital and end == i + 1
        if found and noun:
            if noun_sorts("de").word(row[i]):
                continue
            later.append((row[i], found))
            continue
        for sort in found:
            out.verbs.setdefault(sort, row[i])
    for word, found in [] if out.verbs else later:
        for sort in found:
            out.verbs.setdefault(sort, word)


def _lemma_at(lemmas: list[str], view: View, i: int, start: int) -> list[str]:
    seen = sum(1 for k in range(start, i) if view.tag(k) in "XVEZBG")
    return lemmas[seen : seen + 1]


def _apart(view: View, row: list[str], i: int, end: int) -> tuple[str, ...]:
    """Return the sorts of a verb whose particle stands behind its object: "turned them back"."""
    lexicon = verb_sorts(view.language)
    for k in range(i + 2, min(len(row), i + 5)):
        if row[k] in ("back", "away", "off", "out", "over", "down", "in", "home", "up"):
            stop, found = lexicon.at([row[i], row[k]], 0)
            if stop == 2:
                return found
    return ()


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
    score: dict[str, int] = {}
    why: dict[str, list[KindRule]] = {}
    told = (sorts.verbs, sorts.nouns, sorts.subject, sorts.object, sorts.head, sorts.units)
    for rule, wanted in _candidates(told):
        if any(w.isdisjoint(told[n]) for n, w in wanted):
            continue
        score[rule.kind] = score.get(rule.kind, 0) + rule.weight
        why.setdefault(rule.kind, []).append(rule)
    best = max(score, key=lambda k: score[k])
    named = bool(sorts.subject or sorts.object)
    reasons = tuple(f"{rule.weight}: {_reason(rule, sorts)}" for rule in why[best])
    return Kinded(best, reasons, score[best], named)


_LIGHT = frozenset(
    ["bring", "add", "represent", "take", "make", "mark", "give", "leave", "lift", "push", "raise", "mean", "amount", "equal", "total", "put", "be", "have", "do", "follow", "keep", "go", "get", "start", "begin", "end", "stop", "stay", "come", "remain", "stand"]
)  # fmt: skip
"""Verbs that say little of their own: what they tell goes on from the clause before."""


def kind_in_context(view: View, before: str | None) -> Kinded:
    """Return the kind of a clause, that of the clause it leans on where its own words say too little."""
    own = kind_of(view)
    if before is None or before == "other":
        return own
    if before == "obligation" and not (view.verb and view.verb.lemmas[-1] == "do"):
        return own
    light = view.verb is None or view.verb.lemmas[-1] in _LIGHT
    compares = any(q.relation in ("fold", "change") for q in view.quantities)
    if view.sort == "participle" and light and compares:
        return Kinded(before, (f"goes on from {before}",), own.weight, own.named)
    if (
        view.verb
        and view.verb.lemmas[-1] == "be"
        and {"may", "might", "could"} & set(view.verb.words)
        and _elliptic(view)
    ):
        return Kinded("assessment", ("a judgement: may be",), own.weight, own.named)
    leans = _elliptic(view) or view.sort in ("participle", "gap", "relative")
    leans = leans or (light and view.sort in ("contrast", "time") and own.weight <= 4)
    if view.sort == "participle" and light:
        return Kinded(before, (f"goes on from {before}",), own.weight, own.named)
    weak = own.weight <= 4 and leans and not (own.named and view.sort in ("participle", "relative"))
    if (
        own.kind == "other"
        or weak
        or (light and leans and own.weight <= 6)
        or (leans and not own.named and own.weight <= 5)
    ):
        return Kinded(before, (f"goes on from {before}",), own.weight, own.named)
    return own


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


Wanted = tuple[tuple[int, frozenset[str]], ...]
Told = tuple[Collection[str], ...]


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
        found = next((sort for sort in wanted if sort in told), None)
        if found:
            reasons.append(f"{found} ({told[found]})")
    unit = next((u for u in rule.unit if u in sorts.units), None)
    if unit:
        reasons.append(f"counts {unit}")
    return " + ".join(reasons) or "nothing narrower"
