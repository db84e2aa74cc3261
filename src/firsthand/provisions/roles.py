"""Shows who plays a role in a claim: the words that tell it, or that nobody is told."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from firsthand.model.span import Span, Spans, hull
from firsthand.provisions.direction import flow_of, way_of
from firsthand.provisions.load import law
from firsthand.provisions.parties import Party, country_of
from firsthand.provisions.reading import Reading, Scene
from firsthand.provisions.records import Role, Where, Who

_BOUND = 4
"""Words between a nationality and its noun ("North Korean state construction workers")."""
_SENT = 24
"""Words between a state and the word that tells whom it sends."""
_PERSON_NEXT = frozenset(
    ("who", "that", "was", "were", "is", "are", "had", "has", "have", "whom", "whose", "with", "in",
     "on", "at", "and", "or", "from", "working", "nationals")
)  # fmt: skip
_PLAIN = re.compile(r"[\w\s'’\"“”-]*\Z")
_FLOWS = frozenset({"from", "to", "either"})
_SENDERS = frozenset({"agent", "sender", "exporter", "origin-place"})
_GETTERS = frozenset({"recipient", "importer", "destination"})
_DOERS = frozenset({"agent", "sender", "exporter"})


class Shown(NamedTuple):
    """The words that show who plays a role."""

    spans: Spans


def play(
    scene: Scene, name: str, who: Who, *, where: Where = "claim", goods: Iterable[Span] = ()
) -> Shown | None:
    """Return the words that show who plays a role, looked for ever farther from the claim.

    The claim's own words come first, then its sentence; its passage only where the claim points
    back ("they", "the cargo") or `where` allows it.

    Args:
        goods: Where the goods of the conduct are named, for roles of direction.
    """
    role = law().roles[name]
    # Only roles of direction look at the goods.
    named = tuple(goods) if role.how in ("from", "to", "either") else ()
    key = (name, who, where, named)
    if key not in scene.memo:
        scene.memo[key] = _play(scene, role, who, where=where, goods=named)
    shown = scene.memo[key]
    return shown if isinstance(shown, Shown) else None


def _play(
    scene: Scene, role: Role, who: Who, *, where: Where, goods: tuple[Span, ...]
) -> Shown | None:
    for window in _windows(scene, role, where):
        if shown := _in_window(scene, role, who, window=window, goods=goods):
            return shown
    return None


def _windows(scene: Scene, role: Role, where: Where) -> Iterable[Spans]:
    yield scene.own
    reading = scene.reading
    # A clause that names who gives or gets does not borrow from the clauses around it.
    alone = role.how in _FLOWS and bool(reading.parties_in(scene.own))
    if not alone:
        yield scene.sentence
    if (
        where in ("passage", "document")
        or role.how == "place"
        or (not alone and _points_back(scene, role))
    ):
        yield scene.passage
    if where == "document":
        yield ((0, len(reading.text)),)


def _points_back(scene: Scene, role: Role) -> bool:
    """Tell whether the claim points at what its text told before: "they", "the cargo", "the doctors"."""
    reading = scene.reading
    pointing = "anaphors-people" if role.how == "people" else "anaphors-things"
    if reading.terms((pointing,), scene.own):
        return True
    nouns = reading.terms(role.nouns, scene.own)
    return any(
        _ARTICLE.search(reading.text, max(0, start - 8), start)
        and reading.text[start:end].casefold() not in _ALONE
        for start, end in nouns
    )


_ALONE = frozenset({"person", "man", "woman", "individual", "worker", "employee", "official"})
"""One man or woman: "the person" is who speaks more often than who was spoken of."""
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Dd]ie|[Dd]iese|[Ээ]ти)\s\Z")


def _in_window(
    scene: Scene, role: Role, who: Who, *, window: Spans, goods: tuple[Span, ...]
) -> Shown | None:
    target = scene.reading.regime.target
    if who != "DPRK":
        return _others(scene, window, target)
    own = window == scene.own
    if role.how == "people":
        return _people(scene, role, window, target) or _named_after(scene, role, target, own=own)
    if role.how in ("from", "to", "either"):
        return _flow(scene, role, window, goods=goods, own=own)
    if role.how == "agent":
        return _agent(scene, window, target, own=own)
    found = [p.span for p in scene.reading.parties_in(window) if p.country == target]
    return Shown(tuple(found[:1])) if found else _by_role(scene, _EVERY, target, own=own)


_EVERY = _SENDERS | _GETTERS | {"object", "place", "host", "means"}


def _others(scene: Scene, window: Spans, target: str) -> Shown | None:
    """Another state in the window: any name of one that does not speak."""
    spans = [p.span for p in scene.reading.parties_in(window) if p.country != target]
    if spans:
        return Shown(tuple(spans[:1]))
    if window == scene.own:
        for role in scene.claim.roles:
            country = country_of(role.known)
            if country and country != target and role.role not in ("purpose", "cause"):
                return Shown(role.span)
    return None


def _by_role(scene: Scene, names: frozenset[str], target: str, *, own: bool) -> Shown | None:
    if own:
        for role in scene.claim.roles:
            if role.role in names and country_of(role.known) == target and role.span:
                return Shown(role.span)
    return None


def _named_after(scene: Scene, role: Role, target: str, *, own: bool) -> Shown | None:
    """People whose origin the next sentences tell: "ninety women … They come from North Korea"."""
    reading = scene.reading
    nouns = reading.terms(role.nouns, scene.own) if own else []
    people = [p for p in reading.parties_in(scene.own) if p.form in ("demonym", "people")]
    if not nouns or people or not scene.sentence:
        return None
    end = scene.sentence[-1][1]
    behind = tuple((a, b) for a, b in scene.passage if a >= end)
    for party in reading.parties_in(behind):
        pronoun = _COME.search(reading.text, max(end, party.span[0] - 60), party.span[0])
        if party.country == target and pronoun:
            return Shown((nouns[-1], party.span))
    return None


_COME = re.compile(
    r"\b(?:[Tt]hey|[Aa]ll(?: of them)?|[Mm]ost(?: of them)?|[Ss]ie|[Оо]ни)\s(?:all\s)?"
    r"(?:come|came|are|were|hail|kommen|stammen|kamen|приехали|прибыли)?\s?(?:all\s)?"
    r"(?:from|aus|из)\s(?:the\s)?\Z"
)


def _flow(
    scene: Scene, role: Role, window: Spans, *, goods: tuple[Span, ...], own: bool
) -> Shown | None:
    reading, target = scene.reading, scene.reading.regime.target
    if own and (shown := _by_pronoun(scene, role, target)):
        return shown
    flow = flow_of(reading, window, target, goods=goods)
    if role.how in ("from", "either") and flow.from_:
        return Shown(flow.from_[:1])
    if role.how in ("to", "either") and flow.to:
        return Shown(flow.to[:1])
    # What the extraction says of roles counts where the words around the name tell no way.
    if flow.from_ or flow.to:
        return None
    told: frozenset[str] = frozenset()
    if role.how in ("from", "either"):
        told |= {"sender", "exporter", "origin-place"}
    if role.how in ("to", "either"):
        told |= _GETTERS
    return _by_role(scene, told, target, own=own)


def _by_pronoun(scene: Scene, role: Role, target: str) -> Shown | None:
    """The state as the subject of the sentence before: "… the North received …. It handed over …"."""
    reading = scene.reading
    start = scene.own[0][0] if scene.own else 0
    before = [s for s in scene.passage if s[1] <= start]
    if reading.parties_in(scene.own) or not before:
        return None
    parties = reading.parties_in(before[-1:])
    match = _PRONOUN.search(reading.text, start, scene.own[-1][1])
    if not parties or parties[0].country != target or match is None:
        return None
    if way_of(reading, before[-1:], parties[0]) != "none":
        return None
    gives = reading.terms(("give",), [(match.end(), match.end() + 25)])
    gets = reading.terms(("get",), [(match.end(), match.end() + 25)])
    wanted = {"from": gives, "to": gets, "either": gives or gets}[role.how]
    return Shown((match.span(), parties[0].span)) if wanted else None


_PRONOUN = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Ee]s|[Ee]r|[Оо]н|[Оо]на|[Оо]ни)\b")


def _agent(scene: Scene, window: Spans, target: str, *, own: bool) -> Shown | None:
    if shown := _by_role(scene, _DOERS, target, own=own):
        return shown
    for party in scene.reading.parties_in(window):
        if party.country == target and way_of(scene.reading, window, party) in ("none", "by"):
            return Shown((party.span,))
    return None


def _people(scene: Scene, role: Role, window: Spans, target: str) -> Shown | None:
    """People (or vessels, banks …) of the state: a noun bound to its name."""
    reading = scene.reading
    nouns = reading.terms(role.nouns, window)
    parties = reading.parties_in(window)
    generic = "people" in role.nouns
    for party in parties:
        if party.country != target:
            continue
        if party.form == "entity" and _is_one(reading, role, party):
            return Shown((party.span,))
        noun = _bound_noun(reading, party, nouns, parties)
        if noun:
            return Shown((hull((party.span, noun)),))
        if generic and _is_person(reading, party):
            return Shown((party.span,))
    return _sent(scene, nouns, parties, target) if role.nouns != ("vessel-nouns",) else None


def _is_one(reading: Reading, role: Role, party: Party) -> bool:
    """Tell whether a named thing of the state is what the role asks for (a vessel, a bank)."""
    kinds = {"vessel-nouns": "vessel", "bank": "organisation"}
    wanted = {kinds[noun] for noun in role.nouns if noun in kinds}
    return any(
        entity.kind in wanted and party.span in pieces
        for entity in reading.extraction.entities for pieces in entity.mentions
    )  # fmt: skip


def _bound_noun(
    reading: Reading, party: Party, nouns: list[Span], parties: list[Party]
) -> Span | None:
    """Return the noun that the name qualifies: before it, or after it with "from", "of", "in"."""
    at = bisect_left(nouns, (party.span[1], 0))
    for noun in nouns[at : at + 3]:
        if _qualifies(reading, party, noun) and not _rival(parties, party.span[1], noun[0]):
            return noun
    before = [n for n in nouns[max(0, at - 3) : at] if n[1] <= party.span[0]]
    for noun in reversed(before):
        if _behind(reading, noun, party) and not _rival(parties, noun[1], party.span[0]):
            return noun
    inside = [n for n in nouns if party.span[0] <= n[0] and n[1] <= party.span[1]]
    return inside[0] if inside else None


def _rival(parties: list[Party], start: int, end: int) -> bool:
    return any(start <= p.span[0] and p.span[1] <= end for p in parties)


def _qualifies(reading: Reading, party: Party, noun: Span) -> bool:
    gap = reading.text[party.span[1] : noun[0]]
    if party.form in ("name", "capital", "place", "body") and gap[:2] not in ("'s", "’s"):
        return False
    between = _words_between(reading, party.span[1], noun[0])
    if len(between) > _BOUND or not _PLAIN.match(gap):
        return False
    return not any(_begins(reading, name, at) for at in between for name in _CUTS)


def _behind(reading: Reading, noun: Span, party: Party) -> bool:
    gap = reading.text[noun[1] : party.span[0]]
    words = gap.casefold().split()
    if not _PLAIN.match(gap) or len(words) > _BOUND:
        return False
    if words and words[-1] == "by" and words[0] in _SENT_BY:
        return not any(w in _NOT_OF for w in words[1:-1])
    if not words:
        # Russian and Ukrainian say it with the bare genitive: "граждан КНДР".
        return gap == " " and reading.text[noun[0]] >= "Ѐ"
    return words[0] in _OF and not any(w in _NOT_OF for w in words[1:])


_CUTS = ("institutions", "to-words", "from-words", "in-words", "by-words", "give", "get")
_SENT_BY = frozenset(
    {"sent", "dispatched", "provided", "supplied", "posted", "seconded", "deployed"}
)
_OF = frozenset({"from", "of", "aus", "von", "из"})
_NOT_OF = frozenset({"to", "and", "who", "that"})


def _words_between(reading: Reading, start: int, end: int) -> range:
    starts = reading.words.starts
    return range(bisect_left(starts, start), bisect_left(starts, end))


def _begins(reading: Reading, name: str, at: int) -> bool:
    return name in reading.begins.get(reading.words.starts[at], ())


def _is_person(reading: Reading, party: Party) -> bool:
    """Tell whether the name itself stands for people: "North Koreans", "a North Korean who"."""
    if party.form == "people":
        text = reading.text[party.span[0] : party.span[1]]
        if text.endswith("s") or not text.isascii():
            return True
    if party.form not in ("people", "demonym"):
        return False
    words = reading.words
    at = bisect_right(words.starts, party.span[1] - 1)
    if at >= len(words.folded):
        return True
    gap = reading.text[party.span[1] : words.starts[at]]
    return words.folded[at] in _PERSON_NEXT or any(mark in gap for mark in ',.;:!?\n)”"')


def _sent(scene: Scene, nouns: list[Span], parties: list[Party], target: str) -> Shown | None:
    """The state sends people who carry no other nationality ("Pyongyang dispatched 800 men")."""
    reading = scene.reading
    people = [p for p in parties if p.form in ("demonym", "people")]
    for party in parties:
        if party.country != target or party.form in ("demonym", "people", "entity"):
            continue
        after = bisect_right(reading.words.starts, party.span[1] - 1)
        for at in range(after, min(after + _SENT, len(reading.words.starts))):
            if not (_begins(reading, "dispatch", at) or _begins(reading, "give", at)):
                continue
            noun = _sent_noun(nouns, reading.words.starts[at])
            if noun and not _rival(people, party.span[1], noun[1]):
                return Shown((party.span, noun))
    return None


def _sent_noun(nouns: list[Span], verb: int) -> Span | None:
    """The people nearest to a word of sending: behind it, or just before ("worker deployment")."""
    i = bisect_left(nouns, (verb, 0))
    if i < len(nouns) and nouns[i][0] - verb < _BEHIND:
        return nouns[i]
    return nouns[i - 1] if i and 0 <= verb - nouns[i - 1][1] <= _BEFORE else None


_BEHIND, _BEFORE = 80, 2
"""Code points from a word of sending on to its people, and back to them."""
