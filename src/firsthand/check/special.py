"""Capacities, the two ends of a change, earlier states of a value, and whose a table is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from firsthand.check.concepts import concepts_in, countries_in
from firsthand.check.draft import Draft
from firsthand.check.figures import exact, fit, show
from firsthand.check.labels import SIDES, Meeting, labels_of
from firsthand.check.said import Said, days_said
from firsthand.check.select import Cell, Chosen, cells_for, series_unit, sides_of
from firsthand.check.subject import Subject
from firsthand.check.units import relate, unit_relations
from firsthand.model.check import Verdict
from firsthand.model.table import Table

_FIGURE = re.compile(
    r"(?<![\w.,])(?:~\s?)?(\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d+(?:[.,]\d+)?)(?!\w)"
)
_MARK = re.compile(r"([A-Za-z*\u00b9\u00b2\u00b3]{1,2}\)?)\s*\Z")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_LOADS = frozenset({"shipping", "trade", "arms-transfer", "evasion", "other"})
_REACH = 60
_SHORTEST_NAME = 5


def difference_draft(subject: Subject, said: Said, chosen: Sequence[Chosen]) -> Draft | None:
    """Hold a change in a thing's own unit against the table's values before and after it."""
    number = said.number
    if number is None:
        return None
    for first in chosen:
        if "before" not in sides_of(first):
            continue
        second = next((c for c in chosen if "after" in sides_of(c) and _same_row(first, c)), None)
        days = days_said(subject, said)
        ends = [cells_for(subject, c, days) for c in (first, second) if c]
        if second is None or not all(len(cells) == 1 for cells in ends):
            continue
        values = [cells[0].value.value for cells in ends]
        if values[0] is None or values[1] is None:
            continue
        before, after = (first.related.convert(exact(v)) for v in values if v is not None)
        if abs(number) in (before, after):
            return None
        large, small = max(before, after), min(before, after)
        how = fit(abs(number), large - small, said.steps).how
        words = f"{show(large)} - {show(small)} = {show(large - small)}"
        if how is None:
            words += f", not {show(abs(number))}"
        verdict: Verdict = (
            "differs" if how is None else "agrees" if how == "equal" else "agrees-within-rounding"
        )
        cells = tuple(cells[0] for cells in ends)
        return Draft("difference", verdict, words, cells=cells, said=said, row=_plain_row(first))
    return None


def _same_row(left: Chosen, right: Chosen) -> bool:
    if left.table.table != right.table.table:
        return False
    pairs = {**left.series.dims}
    differ = [n for n, label in right.series.dims.items() if pairs.get(n) != label]
    return len(differ) == 1 and len(left.series.dims) == len(right.series.dims)


def _plain_row(chosen: Chosen) -> str:
    return " / ".join(label for label in labels_of(chosen.series) if not concepts_in(label) & SIDES)


def capacity_draft(subject: Subject, said: Said, tables: Iterable[Table]) -> Draft | None:
    """Hold a load against what the smallest of the named carriers can take.

    That it fits shows nothing but that it is possible.
    """
    number = said.number
    if number is None or subject.question.kind not in _LOADS:
        return None
    fits: list[tuple[Decimal, Cell, str]] = []
    for table in tables:
        for series in table.series:
            label = next((x for x in labels_of(series) if "capacity" in concepts_in(x)), None)
            name = next((x for x in labels_of(series) if _is_named(subject, x)), None)
            related = relate(said.unit, series_unit(series))
            if label is None or name is None or related.relation != "same":
                continue
            chosen = Chosen(table, series, related, Meeting(0, frozenset(), True, True, True))
            for value in series.values:
                if value.value is not None:
                    real = related.convert(exact(value.value))
                    fits.append((real, Cell(chosen, value), name))
    if not fits:
        return None
    real, cell, name = min(fits, key=lambda each: each[0])
    word = re.sub(r"[\W_]+(?:t|m3|tons|tonnes)?\Z", "", next(
        x for x in labels_of(cell.chosen.series) if "capacity" in concepts_in(x)
    ))  # fmt: skip
    if number <= real:
        words = f"{show(number)} <= {show(real)} {word}: possible, not shown"
        return Draft("bound", "cannot-tell", words, cells=(cell,), said=said, row=name)
    words = f"{show(number)} > {show(real)} {word}: more than it can take"
    return Draft("bound", "differs", words, cells=(cell,), said=said, row=name)


def _is_named(subject: Subject, label: str) -> bool:
    """Tell whether a label is a proper name that the texts use."""
    plain = label.strip()
    return (
        len(plain) >= _SHORTEST_NAME
        and plain[0].isupper()
        and not countries_in(plain)
        and not concepts_in(plain)
        and re.search(rf"(?<!\w){re.escape(plain.casefold())}(?!\w)", subject.around) is not None
    )


def earlier_draft(said: Said, cell: Cell) -> Draft | None:
    """Hold a figure against the earlier state of a value that the table's notes print."""
    number, value = said.number, cell.value
    if number is None:
        return None
    if "revised" not in value.flags:
        return None
    for note in dict.fromkeys((*([value.note] if value.note else []), *cell.chosen.table.notes)):
        if number not in _earlier_figures(note, value.period):
            continue
        mark = _MARK.search(value.printed)
        row = f"note {mark[1]}" if mark else "note"
        words = f"{show(number)} = {show(number)} (as first published)"
        return Draft("value", "agrees", words, cells=(cell,), said=said, row=row)
    return None


def _earlier_figures(note: str, period: str) -> set[Decimal]:
    """Return the figures that stand behind "first published as", "revised from" and the like."""
    found: set[Decimal] = set()
    folded = note.casefold()
    for words in unit_relations().earlier:
        at = folded.find(words)
        while at >= 0:
            start = at + len(words)
            sentence = note[max(0, at - _REACH) : start + _REACH]
            years = set(_YEAR.findall(sentence)) - {words}
            match = _FIGURE.search(note, start, start + _REACH)
            if match and (not years or period[:4] in years or match[1] in years):
                found.add(_number(match[1]))
            at = folded.find(words, start)
    return found


def _number(printed: str) -> Decimal:
    plain = re.sub(r"(?<=\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))", "", printed)
    return Decimal(plain.replace(",", "."))


def belongs_to_party(table: Table, speakers: Sequence[str]) -> bool:
    """Tell whether a table is kept by a party to what it counts, and not by who speaks."""
    issuer = f"{table.title or ''} {table.publisher or ''}".casefold()
    keeper = next((w for w in unit_relations().parties if w in issuer), None)
    if keeper is None or not speakers:
        return False
    kept_by = countries_in(table.publisher or "") or countries_in(table.title or "")
    for speaker in speakers:
        if speaker.casefold() in issuer:
            return False
        own = countries_in(speaker)
        if own and own <= kept_by and keeper in speaker.casefold():
            return False
    return True
