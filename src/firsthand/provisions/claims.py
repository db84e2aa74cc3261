"""What one claim would breach or touch."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from firsthand.model.claim import Claim
from firsthand.model.provision import Finding, Touch
from firsthand.model.span import hull
from firsthand.provisions.gate import telling_of
from firsthand.provisions.load import law
from firsthand.provisions.match import Met, meet
from firsthand.provisions.reading import Reading, Scene, scene_of
from firsthand.provisions.records import Conduct, Provision
from firsthand.provisions.standing import standing_of
from firsthand.provisions.statements import Statement, names
from firsthand.provisions.validity import day_of, in_force, is_binding, outdone

PLANNED = "told as planned or possible, not as done"


class Assessed(NamedTuple):
    """A claim with its findings and touches.

    Args:
        dated: The claims whose period is the claim's: itself, or others of its sentence.
        denies: Provisions whose conduct the claim denies.
    """

    claim: Claim
    dated: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    touches: tuple[Touch, ...]
    denies: tuple[str, ...] = ()


def assess_claim(reading: Reading, claim: Claim, *, said: tuple[Statement, ...] = ()) -> Assessed:
    """Hold one claim against every conduct of the law.

    Args:
        said: The document's statements about named provisions (`statements`).
    """
    scene = scene_of(reading, claim)
    telling = telling_of(scene)
    dated = _dated(scene)
    if telling == "none":
        return Assessed(claim, dated, (), ())
    day = day_of(dated, reading.extraction.document.published_on)
    findings: list[Finding] = []
    touches: list[Touch] = []
    denies: list[str] = []
    for provision in matchable():
        if telling == "negated":
            touches += [t for t in [_touch(scene, provision, day, negated=True)] if t]
            continue
        met = _first(scene, provision.match, planned=telling == "planned")
        if telling == "denied":
            denies.extend([provision.id] if met else [])
        elif met:
            made = _finding_or_touch(scene, provision, met, day=day, said=said)
            (findings if isinstance(made, Finding) else touches).append(made)  # type: ignore[arg-type]
        if telling == "told" and not met and (touch := _touch(scene, provision, day)):
            touches.append(touch)
    if telling == "told":
        findings += _named_alone(scene, said, findings, day=day)
    kept = _in_force_first(findings, touches)
    return Assessed(claim, dated, tuple(findings), kept, tuple(denies))


@cache
def matchable() -> tuple[Provision, ...]:
    """Return the provisions that a machine can match, in the order of the data files."""
    return tuple(p for p in law().provisions.values() if p.match or p.touch)


def _first(scene: Scene, conducts: Iterable[Conduct], *, planned: bool) -> Met | None:
    """The conduct that is told best: done before planned, shown before inferred or arguable."""
    met = [m for conduct in conducts if (m := meet(scene, conduct, planned=planned))]
    return min(
        met, key=lambda m: (m.planned, bool(m.conduct.standing), bool(m.inferred)), default=None
    )


def _finding_or_touch(
    scene: Scene, provision: Provision, met: Met, *, day: str | None, said: tuple[Statement, ...]
) -> Finding | Touch:
    stood = standing_of(scene, provision, met, said=said)
    binds = in_force(provision, day)
    limit = None
    if met.planned and binds:
        limit = PLANNED
    elif not binds and stood.standing != "breach-stated":
        limit = not_in_force(provision, day)
    elif met.conduct.after_deadline and provision.deadline and day and day <= provision.deadline:
        limit = f"the paragraph gave time until {provision.deadline}"
    if limit:
        return _limited(scene, provision, limit)
    return Finding(
        provision=provision.id,
        standing=stood.standing,
        in_force=binds,
        on=day,
        matched=(*met.matched, *stood.words),
        missing=met.missing,
        note=_note(met, stood.standing),
        speakers=scene.claim.chain[-1:],
        claims=(scene.ident,),
        verified=provision.number_verified,
    )


def not_in_force(provision: Provision, day: str | None) -> str:
    """Return the limit of a provision that did not bind on a day."""
    if day is not None and day < provision.in_force_from:
        return f"not in force on {day}: it binds from {provision.in_force_from}"
    return f"no longer in force on {day}" if day else "no longer in force"


def _note(met: Met, standing: str) -> str | None:
    notes = [met.conduct.note] if met.conduct.note else []
    notes += [f"inferred, not told: {name}" for name in met.inferred]
    return "; ".join(notes) if notes and standing != "found" else None


def _limited(scene: Scene, provision: Provision, limit: str) -> Touch:
    return Touch(
        provision=provision.id, limit=limit, verified=provision.number_verified,
        claims=(scene.ident,),
    )  # fmt: skip


def _dated(scene: Scene) -> tuple[Claim, ...]:
    """The claim; where it tells no period, the claims of its sentence that do."""
    if scene.claim.when is not None:
        return (scene.claim,)
    start, end = hull(scene.sentence) if scene.sentence else (0, 0)
    beside = tuple(
        claim for claim in scene.reading.extraction.claims
        if claim.when and claim.span and claim.in_ != "title"
        and start <= claim.span[0][0] and claim.span[-1][1] <= end
    )  # fmt: skip
    return beside or (scene.claim,)


def _touch(
    scene: Scene, provision: Provision, day: str | None, *, negated: bool = False
) -> Touch | None:
    if not in_force(provision, day) or (not is_binding(provision) and outdone(provision, day)):
        return None
    for conduct in provision.touch:
        if negated and not conduct.even_negated:
            continue
        met = meet(scene, conduct, planned=False)
        if met and not met.planned and conduct.limit:
            return _limited(scene, provision, conduct.limit)
    return None


def _named_alone(
    scene: Scene, said: tuple[Statement, ...], have: list[Finding], *, day: str | None
) -> list[Finding]:
    """Paragraphs that the claim's own sentence names as broken, though we match no conduct."""
    found: list[Finding] = []
    done = {finding.provision for finding in have}
    for statement in said:
        if not statement.broken or statement.sentence not in scene.sentence:
            continue
        for provision in law().provisions.values():
            named = names(statement, provision)
            if named is None or named.paragraph is None or provision.id in done:
                continue
            required = [e.name for c in provision.match[:1] for e in c.elements if e.required]
            found.append(
                Finding(
                    provision=provision.id, standing="breach-stated",
                    in_force=in_force(provision, day), on=day, missing=tuple(required),
                    note="the text names the paragraph; we match no conduct in its words",
                    speakers=scene.claim.chain[-1:], claims=(scene.ident,),
                    verified=provision.number_verified,
                )
            )  # fmt: skip
    return found


def _in_force_first(findings: list[Finding], touches: list[Touch]) -> tuple[Touch, ...]:
    """Leave out what a finding covers, and law of other days where law of this day is met."""
    covered = {finding.provision for finding in findings}
    kept = [touch for touch in touches if touch.provision not in covered]
    timely = [t for t in kept if "in force" not in t.limit]
    return tuple(timely if findings or timely else kept)
