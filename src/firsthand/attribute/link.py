"""Decides on whose word each voice comes; works on candidates of any finder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from firsthand.attribute.candidate import Candidate
from firsthand.model.span import Spans, covers, overlap

MAX_TWINS = 6
"""A voice that several outlets share is told once for each of them, up to this many."""
BLOCK = 512
"""Code points in a block of the index: about a paragraph."""
_PLAIN = frozenset({None, "asserts", "reports", "expects"})
_DENYING = frozenset({"denies", "doubts"})


@dataclass(slots=True, eq=False)
class Linked:
    """A candidate at its place in a chain."""

    candidate: Candidate
    parent: Linked | None
    content: Spans
    why: list[str] = field(default_factory=list)
    children: list[Linked] = field(default_factory=list)


def link(
    candidates: list[Candidate], own: Callable[[Candidate], bool] = lambda _: False
) -> list[Linked]:
    """Return the candidates with their parents, in text order; parents come before children.

    `own`: tells the article's own voice ("we believe"), which is no voice behind it.

    The parent is what the words say ("citing"); else the smallest content in which source and cue
    stand, and of several that answer for the same content the innermost. A denial is no parent:
    what it denies is not on the denier's word. A candidate with several parents is told for each.
    """
    _fill_shared(candidates)
    usable = [c for c in candidates if c.content]
    index = _index([c for c in usable if not c.silent])
    parents = {id(c): _parents(c, index) for c in usable}
    made: dict[int, list[Linked]] = {}
    for candidate in usable:
        _make(candidate, parents, made, trail=())
    found = [linked for candidate in usable for linked in made.get(id(candidate), [])]
    found = _without(found, lambda x: x.parent is None and x.candidate.way == "witness")
    found = _without(found, lambda x: x.parent is None and own(x.candidate))
    found = _without(found, _says_itself)
    return sorted(found, key=lambda x: (_depth(x), x.candidate.start))


def _says_itself(linked: Linked) -> bool:
    """Tell a voice that only goes on inside its own words: "she said she thinks …"."""
    if linked.parent is None or linked.candidate.way in ("told", "via", "nobody"):
        return False
    own, above = linked.candidate.speaker, linked.parent.candidate.speaker
    if own is None or above is None or own.entity is None:
        return False
    return own.entity == above.entity and linked.candidate.known.stance in _PLAIN


def _without(found: list[Linked], drop: Callable[[Linked], bool]) -> list[Linked]:
    """Leave out voices; what stands in them goes to their parents."""
    dropped = {id(x) for x in found if drop(x)}
    for each in found:
        while each.parent is not None and id(each.parent) in dropped:
            each.parent = each.parent.parent
    return [x for x in found if id(x) not in dropped]


def _fill_shared(candidates: list[Candidate]) -> None:
    for candidate in candidates:
        seen = 0
        holder = candidate.shares
        while holder is not None and not holder.content and seen < 20:
            holder, seen = holder.shares, seen + 1
        if holder is not None and not candidate.content:
            candidate.content = holder.content


def _make(
    candidate: Candidate, parents: dict[int, list[Candidate]], made: dict[int, list[Linked]],
    trail: tuple[int, ...],
) -> list[Linked]:  # fmt: skip
    known = made.get(id(candidate))
    if known is not None:
        return known
    if id(candidate) in trail or len(trail) > 40:  # a loop: the article itself must do
        return []
    above: list[Linked] = []
    for parent in parents[id(candidate)]:
        above += _make(parent, parents, made, (*trail, id(candidate)))
    reasons = list(candidate.why)
    if above:
        made[id(candidate)] = [
            Linked(candidate, each, candidate.content, [*reasons, _reason(candidate, each)])
            for each in above[:MAX_TWINS]
        ]
    else:
        made[id(candidate)] = [
            Linked(
                candidate,
                None,
                candidate.content,
                [*reasons, "stands in nobody's content: the article speaks"],
            )
        ]
    return made[id(candidate)]


def _reason(candidate: Candidate, above: Linked) -> str:
    if candidate.hint is above.candidate:
        return "the words say on whose word it comes"
    return "stands in the content of its parent"


def _index(candidates: list[Candidate]) -> dict[int, list[Candidate]]:
    """Return the candidates by the blocks of text that their contents reach into."""
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        blocks = {n for a, b in candidate.content for n in range(a // BLOCK, b // BLOCK + 1)}
        for block in blocks:
            found.setdefault(block, []).append(candidate)
    return found


def _parents(
    candidate: Candidate, index: dict[int, list[Candidate]], without: tuple[Candidate, ...] = ()
) -> list[Candidate]:
    if candidate.hint is not None and candidate.hint.content:
        return [candidate.hint]
    own = (*candidate.source, *candidate.cue)
    holders = [
        c for c in index.get(own[0][0] // BLOCK, ())
        if c is not candidate and c.in_title == candidate.in_title and not _descends(c, candidate)
        and covers(c.content, own) and _wider(c, candidate) and c not in without
    ]  # fmt: skip
    if not holders:
        return []
    smallest = min(_size(c.content) for c in holders)
    ties = [c for c in holders if _size(c.content) <= smallest * 1.02 + 1]
    innermost = [c for c in ties if not any(d is not c and _above(c, d) for d in ties)]
    chosen = innermost or ties
    denying = [c for c in chosen if c.known.stance in _DENYING]
    if denying and candidate.way in ("noun", "nobody"):
        outer: list[Candidate] = []
        for each in denying:
            outer += _parents(each, index, (*without, candidate))
        return outer
    others = [c for c in holders if c not in chosen][:3]
    candidate.why += [f"stands in the wider words of “{_named(c)}” too" for c in others]
    return chosen


def _named(candidate: Candidate) -> str:
    return (candidate.speaker.name if candidate.speaker else None) or "nobody"


def _wider(holder: Candidate, candidate: Candidate) -> bool:
    """Tell whether a content holds another attribution, not merely the same words."""
    return holder.shares is not candidate and holder.hint is not candidate


def _above(upper: Candidate, lower: Candidate) -> bool:
    """Tell whether `lower` comes on the word of `upper` by hints."""
    seen = 0
    hint = lower.hint
    while hint is not None and seen < 20:
        if hint is upper:
            return True
        hint, seen = hint.hint, seen + 1
    return False


def _descends(candidate: Candidate, upper: Candidate) -> bool:
    return _above(upper, candidate)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _depth(linked: Linked) -> int:
    depth, parent = 0, linked.parent
    while parent is not None and depth < 60:
        depth, parent = depth + 1, parent.parent
    return depth


def shares_words(left: Spans, right: Spans) -> float:
    """Return how much two contents have in common: shared by joint length, 0 to 1."""
    both = overlap(left, right)
    joint = _size(left) + _size(right) - both
    return both / joint if joint else 0.0
