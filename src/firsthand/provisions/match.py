"""Holds a claim against a conduct, element by element."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from firsthand.model.provision import Matched
from firsthand.model.span import Span, Spans
from firsthand.provisions.direction import way_of
from firsthand.provisions.gate import plans
from firsthand.provisions.parties import country_of
from firsthand.provisions.reading import Scene
from firsthand.provisions.records import Conduct, Element
from firsthand.provisions.roles import play

_FAR = frozenset({"exempt", "humanitarian", "jv-exempt"})
"""Exemptions may be told in the sentences around; other exclusions stand in the claim itself."""


_DIRECTED = frozenset({"exporter", "importer", "mover"})


class Met(NamedTuple):
    """A conduct that a claim tells.

    Args:
        matched: The elements that are shown, each with its words.
        missing: Names of the elements that are not shown.
        inferred: Names of the elements that are only inferred.
        planned: It is told as a plan.
    """

    conduct: Conduct
    matched: tuple[Matched, ...]
    missing: tuple[str, ...]
    inferred: tuple[str, ...]
    planned: bool


class _Evidence(NamedTuple):
    spans: Spans
    inferred: bool
    plan: bool = False


def meet(scene: Scene, conduct: Conduct, *, planned: bool) -> Met | None:
    """Return the conduct with the words that show it; None where a required element is not shown.

    Args:
        planned: The claim is told as a plan, so that words of planning stand for the deed.
    """
    if not scene.own or not _may_meet(scene, conduct):
        return None
    if _excluded(scene, conduct):
        return None
    shown = _show_all(scene, conduct)
    if shown is None:
        return None
    matched: list[Matched] = []
    missing: list[str] = []
    inferred: list[str] = []
    deed: Span | None = None
    for element in conduct.elements:
        found = shown[element.name]
        if found is None:
            missing.append(element.name)
            continue
        if element.action and found.spans:
            deed = found.spans[0]
        planned = planned or found.plan
        if found.inferred:
            inferred.append(element.name)
        matched.append(
            Matched(element=element.name, document=scene.reading.extraction.id, span=found.spans)
        )
    if "host" in conduct.roles and _at_home(scene):
        return None
    is_plan = planned or (deed is not None and plans(scene, deed))
    return Met(conduct, tuple(matched), tuple(missing), tuple(inferred), is_plan)


def _may_meet(scene: Scene, conduct: Conduct) -> bool:
    """Tell, from the word lists that the passage has at all, whether the conduct can be met."""
    have = scene.present
    kind = scene.claim.kind
    return all(
        not element.required
        or element.role is not None
        or kind in element.kinds
        or element.quantity is not None
        or element.where == "document"
        or not have.isdisjoint((*element.terms, *element.weak))
        or (element.action and "plan" in have)
        for element in conduct.elements
    )


def _show_all(scene: Scene, conduct: Conduct) -> dict[str, _Evidence | None] | None:
    """Return the words for every element; None where a required one is not shown.

    Elements that only words can show are looked for first, since they cost least.
    """
    goods = _goods(scene, conduct)
    # What is arguable anyway is not looked for in claims of other kinds.
    fitting = scene.claim.kind in conduct.kinds
    if not fitting and conduct.standing:
        return None
    shown: dict[str, _Evidence | None] = {}
    for element in sorted(conduct.elements, key=lambda each: each.role is not None):
        found = _evidence(scene, conduct, element=element, goods=goods)
        if not fitting and element.required and not _in_own_words(scene, element):
            return None
        if found is None and element.action and _is_specific(conduct):
            words = scene.reading.terms(("plan",), scene.own)
            found = _Evidence(tuple(words[:1]), False, plan=True) if words else None
        if found is None and element.required:
            return None
        shown[element.name] = found
    return shown if _tells_itself(scene, conduct) else None


def _tells_itself(scene: Scene, conduct: Conduct) -> bool:
    """Tell whether the claim has words of its own for the conduct, or names the state itself."""
    reading = scene.reading
    lists = {name for e in conduct.elements if e.required for name in (*e.terms, *e.weak)}
    own = any(p.country == reading.regime.target for p in reading.parties_in(scene.own))
    return own or not lists or bool(reading.terms((*lists, "plan"), scene.own))


def _is_specific(conduct: Conduct) -> bool:
    """Tell whether planning may stand for the deed: something else has to tell what is planned."""
    return any(e.required and not e.action and e.terms for e in conduct.elements)


def _in_own_words(scene: Scene, element: Element) -> bool:
    """Tell whether the claim itself has the words; roles may still be told around it."""
    lists = (*element.terms, *element.weak, *(("plan",) if element.action else ()))
    return element.role is not None or bool(scene.reading.terms(lists, scene.own))


def _excluded(scene: Scene, conduct: Conduct) -> bool:
    near = [name for name in conduct.unless if name not in _FAR]
    far = [name for name in conduct.unless if name in _FAR]
    reading = scene.reading
    if "returned" in conduct.unless and _sent_home(scene):
        return True
    return bool(reading.terms(near, scene.own) or reading.terms(far, scene.passage))


def _sent_home(scene: Scene) -> bool:
    """Tell whether people are sent home, with words between ("sent 16 workers home in May")."""
    reading = scene.reading
    sent = [end for _, end in reading.terms(("dispatch",), scene.own)]
    return any(
        0 < start - end <= _HOME and not _BREAK.search(reading.text, end, start)
        for start, _ in reading.terms(("homeward",), scene.own) for end in sent
    )  # fmt: skip


_HOME = 80
"""Code points between "sent" and "home"."""
_BREAK = re.compile(r"[;:!?\n]|[,.](?!\d)")


def _goods(scene: Scene, conduct: Conduct) -> list[Span]:
    """Where the conduct's goods are named; only roles of direction ask for them."""
    if _DIRECTED.isdisjoint(conduct.roles):
        return []
    lists = [
        name for element in conduct.elements if not element.action
        for name in (*element.terms, *element.weak)
    ]  # fmt: skip
    return scene.reading.terms(lists, scene.passage)


def _evidence(
    scene: Scene, conduct: Conduct, *, element: Element, goods: list[Span]
) -> _Evidence | None:
    """The best evidence for an element: its own words, who plays its role, what lets it be inferred."""
    own, *far = _windows(scene, element)
    return (
        _worded(scene, element.terms, [own], inferred=False)
        or _played(scene, conduct, element=element, goods=goods)
        or (_Evidence(scene.claim.span, False) if scene.claim.kind in element.kinds else None)
        or _number(scene, element)
        or _worded(scene, element.weak, [own], inferred=True)
        or _worded(scene, element.terms, far, inferred=False)
        or _worded(scene, element.weak, far, inferred=True)
        or _played_weakly(scene, element, goods)
    )


def _played(
    scene: Scene, conduct: Conduct, *, element: Element, goods: list[Span]
) -> _Evidence | None:
    if element.role is None:
        return None
    who = conduct.roles[element.role]
    shown = play(scene, element.role, who, where=element.where, goods=goods)
    if shown:
        return _Evidence(shown.spans, False)
    if who == "DPRK" or element.role != "host":
        return None
    if place := _unknown_place(scene):
        return _Evidence(place, False)
    place = _elsewhere(scene) if element.required else None
    return _Evidence(place, True) if place else None


def _played_weakly(scene: Scene, element: Element, goods: list[Span]) -> _Evidence | None:
    if element.weak_role is None:
        return None
    shown = play(scene, element.weak_role, "DPRK", where="passage", goods=goods)
    return _Evidence(shown.spans, True) if shown else None


def _worded(
    scene: Scene, lists: tuple[str, ...], windows: Iterable[Spans], *, inferred: bool
) -> _Evidence | None:
    """The first term of the lists in the windows.

    Words around the claim do not count where they are negated or only possible.
    """
    for window in windows:
        doubt = ("whether",) if window == scene.own else ("modal", "negation")
        for span in scene.reading.terms(lists, window):
            if not scene.reading.is_doubted(span, doubt):
                return _Evidence((span,), inferred)
    return None


def _windows(scene: Scene, element: Element) -> Iterable[Spans]:
    yield scene.own
    reading = scene.reading
    points_back = not element.action and bool(reading.terms(("anaphors-things",), scene.own))
    if element.where != "claim" or points_back:
        yield scene.sentence
    if element.where in ("passage", "document") or points_back:
        yield scene.passage
    if element.where == "document":
        yield ((0, len(reading.text)),)


def _unknown_place(scene: Scene) -> Spans | None:
    """A place that no gazetteer knows is somewhere else than in the state, if it is told."""
    for each in scene.claim.roles:
        placed = each.role in ("place", "destination", "host") and each.known is None
        if placed and each.span and not scene.reading.parties_in(each.span):
            return each.span
    return _named_place(scene)


def _named_place(scene: Scene) -> Spans | None:
    """A capitalised word behind "in" or "at" that names neither a party nor a month."""
    reading = scene.reading
    words = reading.words
    for _, end in reading.terms(("in-words",), scene.sentence):
        at = bisect_left(words.starts, end)
        if at >= len(words.starts):
            break
        start, stop = words.starts[at], words.ends[at]
        named = reading.text[start].isupper() and reading.text[end:start].isspace()
        if not named or "no-places" in reading.begins.get(start, ()):
            continue
        if not any(
            p.span[0] <= start < p.span[1] for p in reading.parties_in([(start, stop + 40)])
        ):
            return ((start, stop),)
    return None


def _elsewhere(scene: Scene) -> Spans | None:
    """Another state that the document names anywhere lets the place be inferred."""
    target = scene.reading.regime.target
    other = next((p for p in scene.reading.parties if p.country != target), None)
    return (other.span,) if other else None


def _number(scene: Scene, element: Element) -> _Evidence | None:
    wanted = element.quantity
    for quantity in scene.claim.quantities if wanted else ():
        value = quantity.value
        low = value[0] if isinstance(value, tuple) else value
        if wanted and quantity.unit == wanted.unit and low is not None and low > wanted.above:
            return _Evidence(quantity.span, False)
    return None


def _at_home(scene: Scene) -> bool:
    """Tell whether it happens inside the state: its places alone are named, or it speaks itself."""
    reading = scene.reading
    target = reading.regime.target
    parties = reading.parties_in(scene.sentence)
    if any(party.country != target for party in parties):
        return False
    if any(
        way_of(reading, scene.sentence, party) == "in"
        for party in parties
        if party.form in ("place", "name", "capital")
    ):
        return True
    own_words = any(country_of(a) == target for a in _speakers(scene))
    return own_words and not any(p.country != target for p in reading.parties_in(scene.passage))


def _speakers(scene: Scene) -> Iterable[str | None]:
    by_id = {each.id: each for each in scene.reading.extraction.attributions}
    for ident in scene.claim.via:
        if ident in by_id:
            yield by_id[ident].speaker.known
    outlet = scene.reading.extraction.document.outlet
    yield outlet.id if outlet else None
