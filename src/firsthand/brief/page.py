"""What the page of a brief prints, as records for its templates: the first screen."""

from __future__ import annotations

from firsthand.brief import law
from firsthand.brief.aside import Aside, set_aside, summary
from firsthand.brief.dates import span
from firsthand.brief.describe import Tag, describe, twin
from firsthand.brief.facts import Facts, article_ids
from firsthand.brief.fold import fold
from firsthand.brief.layout import MIDDLE, WIDE, draw
from firsthand.brief.narrow import draw_narrow
from firsthand.brief.rows import Number, Row, answer_value, of_check, of_checks, row
from firsthand.brief.select import printed_rule
from firsthand.brief.sources import Source, Sources
from firsthand.brief.svg import svg
from firsthand.brief.telling import told
from firsthand.brief.tree import story_of
from firsthand.brief.word import listed
from firsthand.model.base import Record
from firsthand.model.brief import Brief, Dossier, Sentence
from firsthand.model.check import Check
from firsthand.model.question import Answer

SOURCES = 24
"""Sources that stand open on the first page; more are one click away."""
_NARROW = 24
"""Rows up to which the narrow drawing is not folded closely."""


class Ref(Record, frozen=True):
    """A number behind a sentence, with what stands before it and where it leads."""

    before: str
    text: str
    href: str


class Said(Record, frozen=True):
    """A sentence with its lead, its rest and its refs."""

    number: int
    lead: str
    rest: str
    refs: tuple[Ref, ...]


class Side(Record, frozen=True):
    """One answer beside the others: value, verdict, sum, articles."""

    value: str
    differs: bool
    verdict: Number | None
    numbers: tuple[Number, ...]
    articles: int
    outlets: str
    note: str
    withdrawn: str | None


class Chip(Record, frozen=True):
    """A provision as a chip."""

    text: str
    href: str
    limited: bool
    unverified: bool


class ClaimRow(Record, frozen=True):
    """A leading claim with its opened panel."""

    number: int
    id: str
    row: Row
    chips: tuple[Chip, ...]
    sides: tuple[Side, ...]
    source: str
    cells: tuple[tuple[str, str], ...]
    opened: bool


class Way(Record, frozen=True):
    """The path of a claim: drawings by width, and the same as text."""

    wide: str
    middle: str
    narrow: str
    twin: tuple[Tag, ...]
    rows: int


class First(Record, frozen=True):
    """The first screen."""

    crumb: str
    said: tuple[Said, ...]
    aside: tuple[Aside, ...]
    aside_says: str
    claims: tuple[ClaimRow, ...]
    rule: str
    others: int
    sources: tuple[Source, ...]
    more_sources: tuple[Source, ...]
    missing: tuple[Said, ...]
    way: Way | None
    numeric: bool


def first(brief: Brief, facts: Facts, known: Sources) -> First:
    """Return the records of the first screen."""
    leading = brief.dossiers[: brief.leading]
    reasons = any(d.question.reasons for d in leading)
    rule = printed_rule(brief.top, reasons=reasons or not leading)
    opened = leading[0] if leading else None
    return First(
        crumb=crumb(brief),
        said=said(brief.sentences, known),
        aside=set_aside(brief),
        aside_says=summary(brief),
        claims=tuple(claim_row(n, d, facts) for n, d in enumerate(leading, 1)),
        rule=rule,
        others=len(brief.dossiers) - brief.leading,
        sources=tuple(known.listed[:SOURCES]),
        more_sources=tuple(known.listed[SOURCES:]),
        missing=said(brief.missing, known, start=len(brief.sentences) + 1),
        way=way(opened, brief, "w0") if opened else None,
        numeric=any(_numeric(a) for d in leading[:1] for a in d.question.answers),
    )


def _numeric(answer: Answer) -> bool:
    return not isinstance(answer.value, bool | str)


def crumb(brief: Brief) -> str:
    """Return the line over the headline: matter, tables, days."""
    tables = len(brief.tables)
    parts = [brief.title]
    if tables:
        parts.append("1 table" if tables == 1 else f"{tables} tables")
    parts.append(span([a.published for a in brief.corroboration.article_list]))
    parts.append(f"as of {brief.as_of}" if brief.as_of else "")
    parts.append(f"about “{brief.about}”" if brief.about else "")
    return " · ".join(p for p in parts if p)


def said(sentences: tuple[Sentence, ...], known: Sources, *, start: int = 1) -> tuple[Said, ...]:
    """Return sentences with their numbers and refs."""
    out = []
    for number, each in enumerate(sentences, start):
        lead = each.lead or ""
        rest = each.sentence.removeprefix(lead)
        out.append(Said(number, lead, rest, refs(known.refs(each))))
    return tuple(out)


def refs(numbers: list[int]) -> tuple[Ref, ...]:
    """Return links for the numbers of sources; of a run the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    out: list[Ref] = []
    for low, high in runs:
        out.append(Ref(", " if out else "", str(low), f"#s{low}"))
        if high > low:
            out.append(Ref("–" if high > low + 1 else ", ", str(high), f"#s{high}"))
    return tuple(out)


# --- claims --------------------------------------------------------------------------------------


def claim_row(number: int, dossier: Dossier, facts: Facts) -> ClaimRow:
    """Return a claim with its panel."""
    question = dossier.question
    sides = [_side(n, a, dossier, facts) for n, a in enumerate(question.answers)]
    sides.sort(key=lambda side: side.withdrawn is not None)
    return ClaimRow(
        number=number,
        id=question.id,
        row=row(dossier, facts),
        chips=chips(dossier),
        sides=tuple(sides),
        source=_source(dossier),
        cells=cells(dossier, facts),
        opened=number == 1,
    )


def chips(dossier: Dossier) -> tuple[Chip, ...]:
    """Return the provisions of a claim; dashed are those that it touches with a limit only."""
    found = {f.provision for f in dossier.findings}
    return tuple(
        Chip(law.chip(p), f"#p-{p}", p not in found, not law.is_verified(p))
        for p in law.named(dossier)
    )


def _side(at: int, answer: Answer, dossier: Dossier, facts: Facts) -> Side:
    checks = tuple(c for c in dossier.checks if c.answer == at)
    changed = {s.spelled for s in dossier.question.path if s.changed}
    off = bool(checks) and all(c.verdict == "differs" for c in checks)
    articles = article_ids(facts, answer.documents)
    return Side(
        value=answer_value(answer),
        differs=off or answer.spelled in changed,
        verdict=of_checks(checks) if checks else None,
        numbers=tuple(of_check(c) for c in checks),
        articles=len(articles),
        outlets=listed(facts.outlets(articles), most=8, told=True),
        note=answer.note or "",
        withdrawn=facts.outlet(answer.retracted_by) if answer.retracted_by else None,
    )


def _source(dossier: Dossier) -> str:
    """Name the row of the table that decides, with the flags of its cells."""
    first_check = next((c for c in dossier.checks if c.table), None)
    if first_check is None:
        return ""
    flags = ", ".join(first_check.flags)
    return ", ".join(filter(None, (first_check.table, first_check.row, flags)))


def cells(dossier: Dossier, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the cells that the checks of a claim held, with their anchors."""
    out: dict[str, str] = {}
    for check in dossier.checks:
        for cell in check_cells(check):
            if (check.table or "", cell) in facts.cells:
                out[cell] = f"#{cell_id(facts, check.table or '', cell)}"
    return tuple(out.items())


def check_cells(check: Check) -> tuple[str, ...]:
    """Return the cells that went into a check, each once."""
    return tuple(dict.fromkeys(c for c in (check.cell, *check.cells) if c))


def cell_id(facts: Facts, table: str, cell: str) -> str:
    """Return the anchor of a cell on the page."""
    number = next((n for n, t in enumerate(facts.tables, 1) if t.table == table), 0)
    safe = "".join(c if c.isalnum() and c.isascii() else "_" for c in cell)
    return f"t{number}-{safe}"


# --- path ----------------------------------------------------------------------------------------


def way(dossier: Dossier, brief: Brief, ident: str) -> Way | None:
    """Return the drawings of a claim's path; None where it has no path."""
    if not dossier.question.path:
        return None
    whole = story_of(dossier, brief)
    title = f"The way of this claim: {told(dossier.question)}"
    right, down = (describe(whole, direction=d) for d in ("to the right", "down"))
    folded = fold(story_of(dossier, brief))
    narrow = fold(story_of(dossier, brief), limit=_NARROW)
    return Way(
        wide=svg(draw(folded, WIDE), f"{ident}w", title=title, desc=right),
        middle=svg(draw(folded, MIDDLE), f"{ident}m", title=title, desc=right),
        narrow=svg(draw_narrow(narrow), f"{ident}n", title=title, desc=down),
        twin=twin(whole),
        rows=len(whole.rows),
    )
