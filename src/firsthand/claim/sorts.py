"""What the words of a clause stand for: sorts of doing, of things before and behind the verb, units counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.claim.verb_groups import lemma
from firsthand.claim.view import View
from firsthand.vocabulary.clause_words import clause_words
from firsthand.vocabulary.kinds import noun_sorts, verb_sorts
from firsthand.vocabulary.units import sort_of

_NO_NOUN = frozenset("XDPTCSRO#,.;:()\"“”'")
_VERBAL = frozenset("XVEZBG")
_PARTED_BY = 5


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


def sorts_of(view: View) -> Sorts:
    """Return what the words of a clause stand for."""
    out = Sorts()
    row = [_plain(low) if "'" in low or "’" in low else low for low in view.lows]
    verb = view.verb
    split = verb.start if verb else len(row) // 2
    nouns = noun_sorts(view.language)
    german = view.language == "de"
    named = _named(view) if view.language != "en" else frozenset()
    tags = view.tags
    i, size = 0, len(row)
    while i < size:
        if tags[i] in _NO_NOUN or i in named:
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
    (_add_verbs if view.language == "en" else _light_verbs)(view, row, out)
    for quantity in view.quantities:
        if quantity.unit:
            base = quantity.unit.split("/")[0]
            out.units.add(base)
            if sort_of(quantity.unit) == "money":
                out.units.add("money")
    return out


def _heads(view: View, end: int) -> bool:
    """Tell whether a noun that ends here heads the subject: nothing but its own words before it."""
    inside = view.tag(end) in "NZBG" and end < (view.verb.start if view.verb else 0)
    if inside and not view.words[end].capital:  # in "Cyclone Mora" a name follows
        return False
    return all(view.tag(k) not in "PRC" or (view.low(k) == "of" and k == 0) for k in range(end - 1))


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _add_verbs(view: View, row: list[str], out: Sorts) -> None:
    """Add the sorts of the verb: of the last word that tells the doing, not how far it has come."""
    verb, lexicon = view.verb, verb_sorts(view.language)
    if verb is None:
        return
    hits: list[tuple[bool, tuple[str, ...], str]] = []
    for i in range(verb.start, verb.end):
        if view.tag(i) not in _VERBAL:
            continue
        end, found = lexicon.at(row, i)
        if end == i + 1:
            found = _parted(row, i) or found
        if found:
            aspect = lemma(view.words[i]) in clause_words("en").aspect
            hits.append((aspect, found, " ".join(row[i:end])))
    for _, found, words in ([h for h in hits if not h[0]] or hits)[-1:]:
        out.verbs.update(dict.fromkeys(found, words))


def _parted(row: list[str], i: int) -> tuple[str, ...]:
    """Return the sorts of a verb whose particle stands behind its object: "turned them back"."""
    lexicon, particles = verb_sorts("en"), clause_words("en").particles
    for k in range(i + 2, min(len(row), i + _PARTED_BY)):
        if row[k] in particles:
            stop, found = lexicon.at([row[i], row[k]], 0)
            if stop == 2:
                return found
    return ()


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
