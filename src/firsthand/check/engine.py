"""All arithmetic: inside a text, between texts, and against official tables.

For each question the answers are held in order; for each answer the first rule that has something
to hold it against gives its check: a table about the matter, a table that counts something else of
it, then the other figures of the same text. Figures told beside an answer in the same claims
("three in five") get a check of their own where no question asks for them. A share whose claim
stands beside the count of the part is held, and told, with that count. What only points back ("that
is a 23-fold rise") is about the counts told before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from firsthand.check.back import Ledger
from firsthand.check.compare import compare
from firsthand.check.draft import Draft, finish
from firsthand.check.grade import PARTY_REMARK
from firsthand.check.nationality import counts_others_too
from firsthand.check.pointed import compared_draft, pointed_chosen, whole_draft
from firsthand.check.printed import printed_shares
from firsthand.check.rare import average_draft, date_draft, rank_draft
from firsthand.check.ratios import change_draft, fold_draft, pair_of_periods
from firsthand.check.said import Said, beside, days_said, period_of, said_in
from firsthand.check.select import Cell, Chosen, cell_with, cells_for, choose, choose_against
from firsthand.check.shares import lent_shares, share_of, with_share
from firsthand.check.special import (
    belongs_to_party,
    capacity_draft,
    difference_draft,
    earlier_draft,
)
from firsthand.check.subject import Subject, for_answer, subject_of
from firsthand.check.within import part_draft, parts_draft, within_draft
from firsthand.model.check import Check, CheckKind
from firsthand.model.extraction import Extraction
from firsthand.model.question import Answer, Corroboration, Question
from firsthand.model.table import Table

_RATIOS = frozenset({"fold", "share", "change"})
_EXPECTED = frozenset({"expected", "conditional"})


def check(
    corroboration: Corroboration,
    extractions: Sequence[Extraction],
    tables: Sequence[Table] = (),
    *,
    as_of: str | None = None,
) -> dict[str, tuple[Check, ...]]:
    """Return the checks of every question, by its id; () where nothing can be held.

    Args:
        tables: Tables of the case; of several about a matter the best fitting is taken.
        as_of: Values of later periods are not looked at (ISO day).
    """
    by_id = {extraction.id: extraction for extraction in extractions}
    questions = corroboration.questions
    asked = _asked(questions)
    subjects = {q.id: subject_of(q, by_id, as_of=as_of) for q in questions}
    desk = Desk(tables, Ledger(subjects), asked, by_id)
    drafts = {name: _drafts(subject, desk) for name, subject in subjects.items()}
    for name, said, host in lent_shares(subjects):
        draft = share_of(subjects[host], said, tables)
        if draft:
            drafts[name] = [d for d in drafts[name] if d.said is None or d.said.place != said.place]
            drafts[host].append(draft._replace(said=said._replace(place=None)))
    return {
        name: tuple(finish(draft, f"k{n}") for n, draft in enumerate(_distinct(found), 1))
        for name, found in drafts.items()
    }


Asked = frozenset[tuple[str, str, float | str]]
"""(claim, relation, value) of the ratios that questions ask for."""


class Desk(NamedTuple):
    """What lies open while the answers of a case are held."""

    tables: Sequence[Table]
    ledger: Ledger
    asked: Asked
    texts: Mapping[str, Extraction]


def _asked(questions: Iterable[Question]) -> Asked:
    return frozenset(
        (claim, answer.relation, float(answer.value))
        for question in questions for answer in question.answers for claim in answer.claims
        if answer.relation in _RATIOS and isinstance(answer.value, int | float)
    )  # fmt: skip


def _drafts(subject: Subject, desk: Desk) -> list[Draft]:
    drafts: list[Draft] = []
    for place, answer in enumerate(subject.question.answers):
        drafts += _of_answer(subject, answer, place=place, desk=desk)
    for relation in ("share", "fold", "change"):
        for said in beside(subject, relation):
            if not _is_asked(said, desk.asked):
                drafts += _ratio(subject, said, desk)
    return drafts


def _is_asked(said: Said, asked: Asked) -> bool:
    number = said.number
    return number is not None and any(
        (claim, said.relation, float(number)) in asked for claim in said.claims
    )


def _of_answer(subject: Subject, answer: Answer, *, place: int, desk: Desk) -> list[Draft]:
    said = said_in(subject, answer, place)
    if said is None:
        if isinstance(answer.value, str):
            draft = date_draft(subject, answer.value, place, choose(subject, desk.tables, None))
            return [draft] if draft else []
        return []
    if said.relation in _RATIOS:
        return _ratio(subject, said, desk)
    drafts = _count(subject, said, desk, speakers=answer.speakers) or _inside(said)
    return [*drafts, *printed_shares(subject, said, desk.tables, desk.texts)]


def _ratio(subject: Subject, said: Said, desk: Desk) -> list[Draft]:
    if said.relation == "share":
        draft = whole_draft(said, desk.ledger) or share_of(subject, said, desk.tables)
    else:
        draft = _of_periods(subject, said, desk) or within_draft(said)
    return [draft] if draft else []


def _of_periods(subject: Subject, said: Said, desk: Desk) -> Draft | None:
    """A fold or a change against the values of two periods, or of the two ends of one event."""
    tables = desk.tables
    if said.relation == "change" and said.unit not in ("percent", "percentage-points"):
        ends = difference_draft(subject, said, choose(subject, tables, said.unit))
        if ends:
            return ends
    pair = pair_of_periods(subject, said, tables)
    make = fold_draft if said.relation == "fold" else change_draft
    based = subject.base or (said.quantity and said.quantity.basis)
    first = None if based else compared_draft(said, desk.ledger, tables)
    return (
        first
        or (make(said, pair) if pair else None)
        or (compared_draft(said, desk.ledger, tables) if based else None)
    )


def _count(subject: Subject, said: Said, desk: Desk, *, speakers: tuple[str, ...]) -> list[Draft]:
    narrow, tables = for_answer(subject, said.claims), desk.tables
    # What only points back would else be held against the whole of what its text is about.
    chosen = (
        pointed_chosen(subject, said, desk.ledger, tables)
        or choose(narrow, tables, said.unit)
        or choose(subject, tables, said.unit)
    )
    difference = difference_draft(subject, said, chosen)
    if difference:
        return [difference]
    kind: CheckKind = "forecast" if _is_forecast(said) else "value"
    for each in chosen:
        if counts_others_too(subject, each):
            return []
        cells = _cells(subject, said, each)
        if cells:
            draft = _compared(said, cells, kind=kind, speakers=speakers)
            return [with_share(subject, draft), *_ranks(subject, said, cells)]
    average = average_draft(subject, said, tables)
    if average:
        return [average]
    capacity = capacity_draft(subject, said, tables)
    if capacity:
        return [capacity]
    return _against(subject, said, tables)


def _cells(subject: Subject, said: Said, chosen: Chosen) -> list[Cell]:
    """The cells of the figure's period; where that is not sure, a cell with the very figure alone."""
    period = period_of(subject, said)
    unsure = period.days is None or not period.sure
    if unsure and said.number is not None:
        same = cell_with(chosen, said.number)
        undated = period.days is None and not period.open and len(chosen.series.values) > 1
        if same or undated:
            return [same] if same else []
    return cells_for(subject, chosen, period.days)


def _compared(
    said: Said, cells: list[Cell], *, kind: CheckKind, speakers: tuple[str, ...]
) -> Draft:
    draft = compare(said, cells, kind=kind)
    if draft.verdict != "differs":
        return draft
    chosen = cells[0].chosen
    states = (earlier_draft(said, Cell(chosen, value)) for value in chosen.series.values)
    if earlier := next(filter(None, states), None):
        return earlier
    if belongs_to_party(cells[0].chosen.table, speakers):
        return draft._replace(arithmetic=f"{draft.arithmetic}; {PARTY_REMARK}")
    return draft


def _ranks(subject: Subject, said: Said, cells: list[Cell]) -> list[Draft]:
    for told in said.told:
        draft = rank_draft(subject, told, cells[0].chosen)
        if draft:
            return [draft._replace(said=said)]
    return []


def _is_forecast(said: Said) -> bool:
    return bool(said.told) and all(each.claim.status in _EXPECTED for each in said.told)


def _against(subject: Subject, said: Said, tables: Sequence[Table]) -> list[Draft]:
    """A table about the same parties that counts something else: said to be not comparable."""
    chosen = choose_against(subject, tables, said.unit)
    cells = cells_for(subject, chosen, days_said(subject, said)) if chosen else []
    if not chosen or not cells:
        return []
    words = f"{said.unit} against {chosen.series.unit}"
    if cells[0].value.period:
        words += f" in {cells[0].value.period}"
    return [Draft("value", "not-comparable", words, cells=(cells[-1],), said=said)]


def _inside(said: Said) -> list[Draft]:
    for told in said.told:
        draft = part_draft(told, said) or parts_draft(told, said)
        if draft:
            return [draft]
    return []


def _distinct(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep one draft for each figure and cell."""
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        cells = tuple(
            (c.chosen.table.table, c.chosen.series.sheet, c.value.cell) for c in draft.cells
        )
        figure = (draft.said.printed, draft.said.unit, draft.said.relation) if draft.said else ()
        seen.setdefault((draft.kind, figure, cells, draft.row), draft)
    return list(seen.values())
