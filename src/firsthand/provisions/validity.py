"""The day that decides, and whether a provision was in force on it."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.model.claim import Claim
from firsthand.provisions.load import law
from firsthand.provisions.records import Provision


def day_of(claims: Iterable[Claim], published: str | None) -> str | None:
    """Return the last day of the claims' narrowest closed period where it lies before publication.

    Else the day of publication, which is the first of the articles' for several; None where neither
    is told. A period without an end ("since March") goes on to publication.
    """
    periods = [
        (claim.when.start or "", claim.when.end)
        for claim in claims if claim.when and claim.when.end
    ]  # fmt: skip
    ended = [p for p in periods if published is None or p[1] < published]
    if not ended:
        return published
    # An open period is the widest. Of equally narrow ones the last ends the conduct.
    narrowest = min(map(_length, ended))
    return max(end for start, end in ended if _length((start, end)) == narrowest)


def _length(period: tuple[str, str]) -> int:
    start, end = period
    if not start:
        return 1 << 30
    return sum(
        (int(b) - int(a)) * size
        for a, b, size in zip(start.split("-"), end.split("-"), (366, 31, 1), strict=False)
    )


def in_force(provision: Provision, day: str | None) -> bool:
    """Tell whether a provision bound on a day (ISO; None: as the law stands now).

    A provision that another one superseded is out of force from the day on which that one came in.
    """
    if day is None:
        return provision.ends is None and not provision.superseded_by
    if day < provision.in_force_from or (provision.ends is not None and day > provision.ends):
        return False
    later = (law().provisions[name] for name in provision.superseded_by)
    return not any(other.in_force_from <= day for other in later)


def is_binding(provision: Provision) -> bool:
    """Tell whether a paragraph orders (decides, demands) and does not only call upon somebody."""
    return provision.binding in ("decides", "demands")


def outdone(provision: Provision, day: str | None) -> bool:
    """Tell whether a stronger paragraph on the same matter was in force on that day."""
    return any(
        is_binding(other) and bool(other.match) and in_force(other, day)
        for name in (*provision.strengthened_by, *provision.superseded_by)
        if (other := law().provisions[name])
    )
