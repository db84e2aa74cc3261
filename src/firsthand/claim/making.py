"""The claim of a clause that was read: kind, mode, polarity, strength, roles, and why."""

from __future__ import annotations

from firsthand.claim.kinding import kind_in_context
from firsthand.claim.laws import background_of, is_new, law_of
from firsthand.claim.light_modes import light_law, light_new, light_polarity
from firsthand.claim.modes import polarity_of, weakest
from firsthand.claim.page import Page
from firsthand.claim.pieces import Piece
from firsthand.claim.roles import roles_of
from firsthand.claim.view import View
from firsthand.model.attribution import Attribution
from firsthand.model.claim import Claim, Mode, Role, Status

BY = {"en": "claims-en/1"}
_LIGHT = "claims-light/1"


def make_claim(page: Page, piece: Piece, view: View, told: tuple[Status, str], lead: str) -> Claim:
    """Return the claim of a clause; its kind and status stay on the clause for the one behind it.

    `told`: its status and what gives it. `lead`: the word in front of the clause.
    """
    polarity, negation = (polarity_of if page.is_english else light_polarity)(view, lead)
    mode, kind, status, reasons = _settled(page, view, told)
    view.kind, view.status = kind, status
    if negation:
        reasons.append(f"negated: {negation}")
    roles = roles_of(view, kind, page.things)
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
        by=BY.get(page.language, _LIGHT),
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
    found = kind_in_context(view, view.before.kind if view.before else None)
    law, rule = (law_of if page.is_english else light_law)(view)
    if law:
        new = (is_new if page.is_english else light_new)(view, view.span, page.published)
        kept = new or status in ("denied", "done")
        reasons = [f"kind obligation: {rule}", f"status {status}: {because}"]
        return "news" if new else "law", "obligation", status if kept else "ongoing", reasons
    reasons = [f"kind {found.kind}: {each}" for each in found.why]
    reasons.append(f"status {status}: {because}")
    if found.kind == "assessment" and status == "done" and view.verb is not None:
        status = "ongoing"
    old, reason = background_of(view, view.span, page.published)
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
