"""What a figure and the marks around it say: value or none, and the flags of the contract."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from firsthand.model.table import Flag
from firsthand.tables.columns import Column, Role
from firsthand.tables.figures import Figure, sign_words
from firsthand.tables.lexicon import fold, mark_words
from firsthand.tables.marks import BESIDE, Legend, flag_of
from firsthand.tables.view import View


class Said(msgspec.Struct, frozen=True):
    """A figure with its flags, before units are worked in."""

    value: float | int | None
    flags: tuple[Flag, ...]
    note: str | None = None


def say(legend: Legend, figure: Figure, marks: tuple[str, ...], status: tuple[str, ...]) -> Said:
    """Join what a figure, the marks on its headings and labels, and its status say.

    Args:
        marks: Marks on headings and labels, which hold for every figure below and beside them.
        status: Classes that columns of status or marks name.
    """
    flags: list[Flag] = []
    notes: list[str] = []
    value = figure.value
    if figure.sign is not None:
        own = [m.kind for mark in figure.marks if (m := legend.meaning(mark))]
        kind = _stands_for(legend, figure.sign, (*status, *own))
        value = 0 if kind in {"nil", "below_unit"} else None
        flags.append(flag_of(kind))
    flags += ["bound"] if figure.bound else []
    flags += ["approximate"] if figure.approximate else []
    for mark in figure.marks:
        meaning = legend.meaning(mark)
        flags.append(flag_of(meaning.kind) if meaning and meaning.kind in BESIDE else "note")
        notes += [meaning.words] if meaning and meaning.words else []
    for mark in marks:
        meaning = legend.meaning(mark)
        if meaning and meaning.kind in BESIDE:
            flags.append(flag_of(meaning.kind))
            notes += [meaning.words] if meaning.words else []
    flags += [flag_of(kind) for kind in status if kind in BESIDE]
    if value == 0 and figure.sign is None and _is_below_unit(legend, figure):
        flags.append("below-unit")
    if value is None and not figure.bound and not flags:
        flags.append("missing")
    return Said(value, tuple(dict.fromkeys(flags)), notes[0] if notes else None)


def _stands_for(legend: Legend, sign: str, status: tuple[str, ...]) -> str:
    """Return the class of a sign that stands instead of a number; a status beside it wins."""
    for kind in ("confidential", "missing"):
        if kind in status:
            return kind
    meaning = legend.meaning(sign)
    kind = meaning.kind if meaning else sign_words().get(sign, "missing")
    return "missing" if kind in BESIDE or kind == "note" else kind


def _is_below_unit(legend: Legend, figure: Figure) -> bool:
    """Tell whether the notes say that a printed zero means less than half a unit."""
    zeros = "0" * figure.decimals
    spelled = ("0", f"0.{zeros}", f"0,{zeros}") if zeros else ("0",)
    told = [legend.told[each] for each in spelled if each in legend.told]
    return any(meaning.kind == "below_unit" for meaning in told)


def besides(columns: list[Column]) -> dict[int, tuple[Column, ...]]:
    """Return for each column of figures the columns of marks and status that speak of it.

    A status told once holds for all figures of the row; one of several for the figures to its left.
    """
    alike = Counter(column.heading for column in columns if column.role is Role.STATUS)
    general = tuple(c for c in columns if c.role is Role.STATUS and alike[c.heading] == 1)
    out: dict[int, tuple[Column, ...]] = {}
    last: int | None = None
    for column in columns:
        if column.role is Role.VALUE:
            last, out[column.index] = column.index, general
        elif last is not None and (
            (column.role is Role.STATUS and alike[column.heading] > 1)
            or (column.role is Role.MARKS and column.index == last + 1)
        ):
            out[last] = (*out[last], column)
    return out


def status_of(view: View, row: int, own: tuple[Column, ...]) -> tuple[str, ...]:
    """Return the classes that columns of marks and status name in a row."""
    kinds: list[str] = []
    for column in own:
        cell = view.grid.at(row, column.index)
        if cell is None:
            continue
        if column.role is Role.MARKS:
            kinds += _kinds_of_marks(view.legend, cell.text)
        else:
            text = cell.text.partition(":")[0] if column.coded else cell.text
            kinds += status_kinds(view.legend, text, confidential="conf" in fold(_whole(column)))
    return tuple(kinds)


def _whole(column: Column) -> str:
    return column.path[-1].text if column.path else ""


def _kinds_of_marks(legend: Legend, text: str) -> list[str]:
    return [m.kind for mark in re.split(r"[,;\s]+", text) if (m := legend.meaning(mark))]


def status_kinds(legend: Legend, text: str, *, confidential: bool) -> list[str]:
    """Return the classes of one status: as the notes tell, as an SDMX code, or letter by letter."""
    told = legend.told.get(fold(text))
    if told:
        return [told.kind]
    words = mark_words()
    codes = words.conf_status if confidential else words.obs_status
    code = text.strip().upper()
    if code in codes:
        return [] if codes[code] == "plain" else [codes[code]]
    meaning = legend.meaning(text)
    if meaning:
        return [meaning.kind]
    spelled = [codes.get(letter, "plain") for letter in code] if len(code) <= 3 else []
    return [kind for kind in spelled if kind != "plain"]
