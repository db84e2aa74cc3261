"""Joins what several claims breach or touch into one assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from firsthand.model.provision import Assessment, Finding, Matched, Touch
from firsthand.provisions.claims import Assessed
from firsthand.provisions.load import law
from firsthand.provisions.standing import stronger
from firsthand.provisions.validity import day_of, in_force

SHARED = 1 / 3
"""Share of those claims of a question that tell any conduct which have to tell this one."""


def join(
    assessed: Sequence[Assessed], *, published: str | None, period_end: str | None = None
) -> Assessment:
    """Return one finding a provision, with the strongest standing, and the touches beside them.

    The order of the claims does not matter for what is found, only for the order of the words.

    Args:
        published: Day of the first article.
        period_end: Last day of the question's period, where it has one.
    """
    by_provision: dict[str, list[tuple[Finding, Assessed]]] = {}
    for each in assessed:
        for finding in each.findings:
            by_provision.setdefault(finding.provision, []).append((finding, each))
    denied = {name for each in assessed for name in each.denies}
    findings = [
        _joined(pairs, published, period_end=period_end, denied=name in denied)
        for name, pairs in by_provision.items()
    ]
    touches: dict[str, Touch] = {}
    for each in assessed:
        for touch in each.touches:
            if touch.provision not in by_provision:
                touches[touch.provision] = _with(touches.get(touch.provision), touch)
    order = {name: at for at, name in enumerate(law().provisions)}
    return Assessment(
        findings=tuple(sorted(findings, key=lambda f: order[f.provision])),
        touches=tuple(sorted(touches.values(), key=lambda t: order[t.provision])),
    )


def shared_findings(assessed: Sequence[Assessed], *, kind: str | None = None) -> list[Assessed]:
    """Leave out the findings that are beside the question.

    What fewer than a third of the telling claims tell is (`SHARED`); and where `kind` is that of a yes
    or no, what only claims of other kinds, or claims that count, tell: "the tanker handed over 2,900
    tonnes" affirms that it met a ship, yet the meeting is the question and not the diesel. What is said
    to be broken always stays.
    """
    telling = [each for each in assessed if each.findings]
    counted = Counter(f.provision for each in telling for f in each.findings)
    alike = [each for each in telling if each.claim.kind == kind]
    plain = [each for each in alike if not each.claim.quantities]
    own = {f.provision for each in plain or alike for f in each.findings}
    firm = {
        f.provision for each in telling for f in each.findings
        if f.standing in ("breach-stated", "found")
    }  # fmt: skip
    kept = {n for n, times in counted.items() if times >= SHARED * len(telling)}
    kept = firm | ((kept & own) if own else kept)
    return [
        each._replace(findings=tuple(f for f in each.findings if f.provision in kept))
        for each in assessed
    ]


def _joined(
    pairs: Sequence[tuple[Finding, Assessed]],
    published: str | None,
    *,
    period_end: str | None,
    denied: bool,
) -> Finding:
    findings = [finding for finding, _ in pairs]
    standing = findings[0].standing
    for finding in findings[1:]:
        standing = stronger(standing, finding.standing)
    day = day_of((claim for _, each in pairs for claim in each.dated), published)
    if period_end and (published is None or period_end < published) and day == published:
        day = period_end
    best = [f for f in findings if f.standing == standing]
    notes = dict.fromkeys(f.note for f in best if f.note)
    if any(f.note is None for f in best):
        notes = {}
    if denied:
        notes["denied in another claim"] = None
    shown = {m.element for f in findings for m in f.matched}
    provision = law().provisions[findings[0].provision]
    return msgspec.structs.replace(
        findings[0],
        standing=standing,
        on=day,
        in_force=in_force(provision, day),
        matched=_unique(m for f in findings for m in f.matched),
        missing=tuple(dict.fromkeys(n for f in findings for n in f.missing if n not in shown)),
        note="; ".join(notes) or None,
        speakers=tuple(dict.fromkeys(s for f in findings for s in f.speakers)),
        claims=tuple(dict.fromkeys(c for f in findings for c in f.claims)),
    )


def _unique(matched: Iterable[Matched]) -> tuple[Matched, ...]:
    seen: dict[tuple[str, str | None, object], Matched] = {}
    for each in matched:
        seen.setdefault((each.element, each.document, each.span), each)
    return tuple(seen.values())


def _with(before: Touch | None, touch: Touch) -> Touch:
    if before is None:
        return touch
    limits = dict.fromkeys([*before.limit.split("; "), *touch.limit.split("; ")])
    claims = tuple(dict.fromkeys((*before.claims, *touch.claims)))
    return msgspec.structs.replace(before, limit="; ".join(limits), claims=claims)
