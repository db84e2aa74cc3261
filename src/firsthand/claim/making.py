"""The claim of a clause that was read: kind, mode, polarity, strength, roles, and why."""

from __future__ import annotations

from firsthand.claim.laws import background_of
from firsthand.claim.modes import weakest
from firsthand.claim.page import Page
from firsthand.claim.pieces import Piece
from firsthand.claim.view import View
from firsthand.model.attribution import Attribution
from firsthand.model.claim import Claim, Mode, Role, Status

_WEAK = 2
"""A judgement told by a noun alone says nothing of the status of its clause."""


def make_claim(page: Page, piece: Piece, view: View, told: tuple[Status, str], lead: str) -> Claim:
    """Return the claim of a clause; its kind and status stay on the clause for the one behind it.

    `told`: its status and what gives it. `lead`: the word in front of the clause.
    """
    view.status = told[0]
    polarity, negation = page.grammar.polarity(view, lead)
    mode, kind, status, reasons = _settled(page, view, told)
    view.kind, view.status = kind, status
    if negation:
        reasons.append(f"negated: {negation}")
    roles = page.grammar.roles(view, kind, page.things)
    path = page.paths.path(piece.attribution)
    return Claim(
        id=f"c{len(page.claims) + 1}",
        attribution=piece.attribution.id if piece.attribution else None,
        via=tuple(a.id for a in path),
        span=view.spans,
        kind=kind,
        mode=mode,
        status=status,
        polarity=polarity,
        strength=weakest([a.stance for a in path]),
        when=view.when,
        quantities=tuple(view.quantities),
        chain=_chain(page, path),
        by=page.grammar.by,
        part=piece.part,
        why=tuple(reasons),
        did=view.phrase(view.verb.start, view.verb.end) if view.verb else None,
        roles=roles,
        who=_who(view, roles),
        where=_where(roles),
    )


def _settled(
    page: Page, view: View, told: tuple[Status, str]
) -> tuple[Mode, str, Status, list[str]]:
    """Return mode, kind and status with the reasons: a rule is law, an old event background."""
    status, because = told
    grammar = page.grammar
    found = grammar.kind(view, view.before.kind if view.before else None)
    law, rule = grammar.law(view)
    if law:
        new = grammar.is_new(view, view.span, page.published)
        kept = new or status in ("denied", "done")
        reasons = [f"kind obligation: {rule}", f"status {status}: {because}"]
        return "news" if new else "law", "obligation", status if kept else "ongoing", reasons
    reasons = [f"kind {found.kind}: {each}" for each in found.why]
    reasons.append(f"status {status}: {because}")
    past = grammar.is_past(view)
    judges = found.kind == "assessment" and found.weight > _WEAK
    if judges and status == "done" and view.verb is not None:
        status = "ongoing"
    old, reason = background_of(view, view.span, page.published, past=past)
    if old:
        return "background", found.kind, status, [*reasons, f"background: {reason}"]
    return "news", found.kind, status, reasons


def _who(view: View, roles: tuple[Role, ...]) -> str | None:
    """Return the words of the subject, whatever its role."""
    told = next((r.text for r in roles if r.role == "agent"), None)
    if view.verb is not None and view.verb.passive:
        return next((r.text for r in roles if r.role == "object"), told)
    return told


def _where(roles: tuple[Role, ...]) -> str | None:
    order = ("place", "destination", "host", "origin-place")
    return next((r.text for name in order for r in roles if r.role == name), None)


def _chain(page: Page, path: tuple[Attribution, ...]) -> tuple[str, ...]:
    """Return outlet and speakers' names from the outermost voice to the innermost."""
    house = page.document.house_name
    names = [a.speaker.name for a in path if a.speaker.name]
    return ((house,) if house else ()) + tuple(names)
