"""Provisions as a brief names them: 2397/8 in a list, "2397, para. 8" on a chip, else in full."""

from __future__ import annotations

from firsthand.model.brief import Dossier
from firsthand.model.provision import Standing
from firsthand.provisions.load import law
from firsthand.provisions.records import STANDINGS, Provision

UNVERIFIED = "paragraph number not verified"
WORDS: dict[Standing, str] = {
    "possible": "possible",
    "alleged": "alleged",
    "breach-stated": "breach stated",
    "found": "found",
}


def provision(ident: str) -> Provision | None:
    """Return a provision of the law that Firsthand ships; None where the id is not in it."""
    return law().provisions.get(ident)


def tiny(ident: str) -> str:
    """Return the shortest name, "2397/8", marked with ? where its number is not verified."""
    found = provision(ident)
    if found is None or found.instrument is None:
        return ident
    return f"{found.instrument}/{found.paragraph}{'' if found.number_verified else '?'}"


def chip(ident: str) -> str:
    """Return the name for a chip: "2397, para. 8"."""
    found = provision(ident)
    if found is None:
        return ident
    if found.instrument:
        return f"{found.instrument}, para. {found.paragraph}"
    return _joined(found.resolution, found.paragraph)


def full(ident: str) -> str:
    """Return the name for a sentence: "resolution 2397, paragraph 8", with the mark in words."""
    found = provision(ident)
    if found is None:
        return ident
    name = _joined(found.resolution, found.paragraph)
    if found.instrument:
        name = f"resolution {found.instrument}, paragraph {found.paragraph}"
    return name if found.number_verified else f"{name} ({UNVERIFIED})"


def is_verified(ident: str) -> bool:
    """Tell whether the paragraph's number has been checked against the text."""
    found = provision(ident)
    return found is None or found.number_verified


def _joined(instrument: str, paragraph: str) -> str:
    return instrument if paragraph in ("whole", "-") else f"{instrument}, {paragraph}"


def strongest(dossier: Dossier) -> Standing | None:
    """Return the strongest standing of a question's findings; None where there is none."""
    ranks = [STANDINGS.index(f.standing) for f in dossier.findings]
    return STANDINGS[max(ranks)] if ranks else None


def named(dossier: Dossier) -> tuple[str, ...]:
    """Return the provisions of a question, findings first and the strongest of them first."""
    findings = sorted(dossier.findings, key=lambda f: -STANDINGS.index(f.standing))
    return tuple(
        dict.fromkeys([f.provision for f in findings] + [t.provision for t in dossier.touches])
    )


def remark(dossier: Dossier) -> str:
    """Say in a few words how the provisions bear: a standing, or the limit of a touch."""
    best = strongest(dossier)
    if best == "breach-stated":
        finding = next(f for f in dossier.findings if f.standing == best)
        by = finding.speakers[0] if finding.speakers else "a voice in the text"
        return f"{tiny(finding.provision)}: breach stated by {by}"
    if best == "found":
        return "Found by a body with the mandate"
    if best == "alleged":
        return "Conduct alleged; the match is ours"
    if best == "possible":
        return "Possible; the match is arguable"
    return dossier.touches[0].limit if dossier.touches else ""
