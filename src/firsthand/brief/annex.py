"""What the page of a brief prints behind its first screen, as records for its templates."""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.backing import Backing, backing
from firsthand.brief.dates import short
from firsthand.brief.facts import Facts
from firsthand.brief.grids import Grid, grid
from firsthand.brief.page import Chip, ClaimRow, Way, cell_id, check_cells, claim_row, way
from firsthand.brief.rows import Row, of_check, row
from firsthand.brief.sheets import Sheet, sheets
from firsthand.model.base import Record
from firsthand.model.brief import Brief, Dossier
from firsthand.model.extraction import Extraction
from firsthand.model.provision import Standing
from firsthand.model.question import Edge
from firsthand.provisions.records import Provision

LINES = 2_000
"""Claims and articles that are listed with a line each; the JSON has all of them."""


class Whole(Record, frozen=True):
    """A claim with everything that is joined to it."""

    row: ClaimRow
    dossier: Dossier
    checks: tuple[tuple[str, str, str, str, str], ...]
    """Tone, verdict, sum, place, anchor."""
    findings: tuple[tuple[Chip, Standing, str, str, tuple[str, ...]], ...]
    edges: tuple[tuple[str, str, str, str], ...]
    way: Way | None


class Annex(Record, frozen=True):
    """All annexes."""

    backing: tuple[Backing, ...]
    claims: tuple[Whole, ...]
    rest: tuple[Row, ...]
    rest_more: int
    sheets: tuple[Sheet, ...]
    others: tuple[tuple[str, str, str, str], ...]
    others_more: int
    tables: tuple[Grid, ...]
    provisions: tuple[tuple[Provision, tuple[str, ...]], ...]


_KINDS: dict[str, str] = {
    "own-access": "had access of its own",
    "cites": "cites",
    "syndicates": "syndicates",
    "rewrites-without-credit": "rewrites, without credit",
    "corrects": "corrects",
    "same-text": "has the same text as",
}


def annex(brief: Brief, facts: Facts) -> Annex:
    """Return the records of all annexes."""
    leading = brief.dossiers[: brief.leading]
    documents = sheets(brief, facts)
    ids = {s.extraction.id: s.id for s in documents}
    others = [e for e in brief.extractions if e.id not in ids]
    rest = brief.dossiers[brief.leading :]
    return Annex(
        backing=tuple(
            backing(n, s, facts, ids) for n, s in enumerate((*brief.sentences, *brief.missing), 1)
        ),
        claims=tuple(_whole(n, d, brief, facts) for n, d in enumerate(leading, 1)),
        rest=tuple(row(d, facts) for d in rest[:LINES]),
        rest_more=max(0, len(rest) - LINES),
        sheets=documents,
        others=tuple(_line(e, facts) for e in others[:LINES]),
        others_more=max(0, len(others) - LINES),
        tables=tuple(grid(n, t, brief, facts) for n, t in enumerate(brief.tables, 1)),
        provisions=_provisions(brief),
    )


def _line(extraction: Extraction, facts: Facts) -> tuple[str, str, str, str]:
    document = extraction.document
    day = short((document.published or "")[:10] or None, year=True)
    return facts.outlet(document.document), day, document.title or "", document.text_sha256


# --- claims --------------------------------------------------------------------------------------


def _whole(number: int, dossier: Dossier, brief: Brief, facts: Facts) -> Whole:
    checks = []
    for check in dossier.checks:
        verdict = of_check(check)
        cell = next(iter(check_cells(check)), "")
        known = (check.table or "", cell) in facts.cells
        href = f"#{cell_id(facts, check.table or '', cell)}" if known else ""
        place = ", ".join(filter(None, (check.table, check.row, cell)))
        checks.append((verdict.tone, f"{verdict.sign} {verdict.text}", verdict.why, place, href))
    return Whole(
        row=claim_row(number, dossier, facts),
        dossier=dossier,
        checks=tuple(checks),
        findings=tuple(_finding(f.provision, dossier) for f in dossier.findings),
        edges=tuple(_edge(e, facts) for e in dossier.question.edges[:LINES]),
        way=way(dossier, brief, f"w{number}"),
    )


def _finding(ident: str, dossier: Dossier) -> tuple[Chip, Standing, str, str, tuple[str, ...]]:
    finding = next(f for f in dossier.findings if f.provision == ident)
    force = "in force" if finding.in_force else "not in force"
    on = f"{force} on {short(finding.on, year=True)}" if finding.on else force
    chip = Chip(law.chip(ident), f"#p-{ident}", False, not law.is_verified(ident))
    by = ", ".join(finding.speakers)
    return chip, finding.standing, on, by, finding.missing


def _edge(edge: Edge, facts: Facts) -> tuple[str, str, str, str]:
    origin = facts.origins.get(edge.target)
    whom = origin.name if origin else facts.outlet(edge.target)
    sure = "" if edge.probability >= 1 else f"probability {edge.probability:.2f}"
    return facts.outlet(edge.source), _KINDS[edge.kind], whom, sure


def _provisions(brief: Brief) -> tuple[tuple[Provision, tuple[str, ...]], ...]:
    """Return the provisions of the leading claims, with the limits that were stated."""
    names: dict[str, list[str]] = {}
    for dossier in brief.dossiers[: brief.leading]:
        for ident in law.named(dossier):
            names.setdefault(ident, [])
        for touch in dossier.touches:
            if touch.limit not in names[touch.provision]:
                names[touch.provision].append(touch.limit)
    found = ((law.provision(ident), limits) for ident, limits in names.items())
    return tuple((p, tuple(limits)) for p, limits in found if p is not None)
