"""How a table was read, for a terminal: what it says of itself, its series, doubts, and what has no place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wcwidth import wcswidth, wcwidth

from firsthand.model.table import Revision, RevisionKind, Revisions, Series, Table, Value

LIMIT = 1000
"""Series that are shown at most."""
WIDEST = 120
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a file could use to move the cursor or turn the line around."""
_VALUES = 8
"""Values of a series that are looked at for its line of figures; the last ones count."""


def render(table: Table, *, width: int, limit: int = LIMIT) -> str:
    """Return the text that `firsthand table inspect` prints.

    Args:
        width: Columns of the terminal; more than 120 are not used. Hangul and kana take two.
        limit: Series shown; how many are left out is said.
    """
    room = max(40, min(width, WIDEST))
    shown = table.series[:limit]
    lines = [*_head(table, shown, room), ""]
    lines += list(_series(table, shown, room))
    lines += list(_listed("○ Cannot tell", _doubts(table), room, "every cell fits one reading"))
    lines += list(_listed("– Not placed", _unplaced(table), room, "every cell has a place"))
    lines += list(_listed("Notes", list(table.notes), room, "none"))
    return "\n".join(_CONTROLS.sub("\ufffd", line).rstrip() for line in lines) + "\n"


def _head(table: Table, shown: tuple[Series, ...], room: int) -> list[str]:
    values = [value for each in shown for value in each.values]
    sheets = list(dict.fromkeys(each.sheet for each in shown if each.sheet))
    periods = sorted(
        (value.period for value in values if value.period), key=lambda text: (text[:4], text)
    )
    facts = [_count(len(table.series), "series", "series")]
    facts += [f"the first {len(shown):,} of them:"] if len(shown) < len(table.series) else []
    facts.append(_count(len(values), "value", "values"))
    facts += [_count(len(sheets), "sheet", "sheets")] if sheets else []
    facts += [f"{periods[0]} to {periods[-1]}"] if periods else []
    lines = _wrap(table.title or table.table, room)
    who = [table.publisher or "publisher not said"]
    who.append(f"published {table.vintage}" if table.vintage else "day of publication not said")
    lines += _wrap(" · ".join([table.table, *who]), room)
    lines.append("   ".join(facts))
    return lines


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _series(table: Table, shown: tuple[Series, ...], room: int) -> Iterator[str]:
    sheet: str | None = None
    for each in shown:
        if each.sheet != sheet:
            sheet = each.sheet
            yield f"Sheet {sheet}"
        yield from _one(each, room)
    left = len(table.series) - len(shown)
    if left > 0:
        yield f"… and {left:,} more series"
    yield ""


def _one(series: Series, room: int) -> Iterator[str]:
    """Yield the lines of one series: its labels with unit, then cells and last figures."""
    kind = [series.unit or "unit not said", series.frequency]
    kind += ["since January"] if series.cumulative else []
    tail = ", ".join(kind)
    label = " / ".join(series.dims.values()) or "(one series)"
    space = room - _cells(tail) - len(series.id) - 3
    if space < 12:
        yield from _wrap(f"{series.id} {label}", room, "   ")
        yield f"   {tail}"
    else:
        yield f"{series.id} {_fit(label, space)} {tail}"
    shown = series.values[-_VALUES:]
    figures = [f"{value.period} {_figure(value)} {value.cell}" for value in shown]
    if len(series.values) > len(shown):
        figures.insert(0, f"… {len(series.values) - len(shown)} earlier")
    yield from _wrap("   ".join(figures), room, "   ", gap="   ")


_SIGNS = {
    "provisional": "p", "revised": "r", "estimate": "e", "approximate": "~", "note": "*", "below-unit": "below one unit",
}  # fmt: skip


def _figure(value: Value) -> str:
    if "bound" in value.flags:
        low = "" if value.low is None else f"{value.low:,}"
        high = "" if value.high is None else f"{value.high:,}"
        figure = f"{low}–{high}" if low and high else f"≥{low}" if low else f"<{high}"
    elif value.value is None:
        figure = "confidential" if "confidential" in value.flags else "missing"
    else:
        figure = "nil" if "nil" in value.flags else f"{value.value:,}"
    marks = " ".join(_SIGNS[flag] for flag in value.flags if flag in _SIGNS)
    return f"{figure} {marks}".strip()


def _doubts(table: Table) -> list[str]:
    return [
        f"{_place(each.sheet, ', '.join(each.cells[:4]))}{' …' if len(each.cells) > 4 else ''}: {' or '.join(each.readings)}"
        for each in table.doubts
    ]


def _unplaced(table: Table) -> list[str]:
    return [f"{_place(each.sheet, each.cell)}: {each.text}" for each in table.unplaced]


def _place(sheet: str | None, cell: str) -> str:
    return f"{sheet}!{cell}" if sheet else cell


def _listed(title: str, entries: list[str], room: int, none: str, most: int = 40) -> Iterator[str]:
    """Yield a heading with its entries; equal ones are counted, what is left out is said."""
    counts = Counter(entries)
    if not counts:
        yield f"{title}: {none}"
        return
    yield f"{title} ({len(entries):,})"
    for text in list(counts)[:most]:
        yield from _wrap(text, room, "   ")
    if len(counts) > most:
        yield f"   … and {len(counts) - most:,} more"


def _cells(text: str) -> int:
    """Return the columns that a text takes; control characters take none."""
    return max(wcswidth(text), 0) if text.isprintable() else len(text)


def _fit(text: str, room: int) -> str:
    """Return the text filled up to the room, or cut with a sign."""
    if _cells(text) <= room:
        return text + " " * (room - _cells(text))
    out, used = "", 0
    for char in text:
        size = max(wcwidth(char), 0)
        if used + size > room - 1:
            break
        out, used = out + char, used + size
    return out + "…" + " " * (room - 1 - used)


def _wrap(text: str, room: int, indent: str = "", gap: str = " ") -> list[str]:
    """Return the text in lines; a word that is longer than a line is cut into pieces."""
    lines: list[str] = []
    line = ""
    for word in _words(" ".join(text.split()) if gap == " " else text, gap, room - len(indent)):
        if line and _cells(line) + len(gap) + _cells(word) > room - len(indent):
            lines.append(indent + line)
            line = word
        else:
            line = f"{line}{gap}{word}" if line else word
    return [*lines, indent + line] if line else lines


def _words(text: str, gap: str, room: int) -> Iterator[str]:
    for word in text.split(gap):
        rest = word
        while _cells(rest) > room:
            head = _fit(rest, room + 1).rstrip().removesuffix("…")
            if not head:
                break
            yield head
            rest = rest[len(head) :]
        yield rest


def render_revisions(revisions: Revisions, *, width: int, limit: int = LIMIT) -> str:
    """Return the text that `firsthand table diff` prints; arguments as in `render`."""
    room = max(40, min(width, WIDEST))
    counts: Counter[RevisionKind] = Counter(each.kind for each in revisions.revisions)
    told = [f"{counts[kind]:,} {words}" for kind, words in _KINDS.items() if counts[kind]]
    lines = _wrap(
        f"{_release(revisions.old, revisions.old_vintage)} → {_release(revisions.new, revisions.new_vintage)}",
        room,
    )
    lines += _wrap("   ".join([*told, f"{revisions.same:,} unchanged"]), room, gap="   ")
    lines.append("")
    for each in revisions.revisions[:limit]:
        label = " / ".join(each.dims.values()) or "(one series)"
        lines += _wrap(f"{label}, {each.period}: {_told(each)}", room)
    left = len(revisions.revisions) - limit
    lines += [f"… and {left:,} more; --format json has them all"] if left > 0 else []
    for title, held in (
        ("Only in the old release", revisions.gone),
        ("Only in the new release", revisions.fresh),
    ):
        if held:
            lines += _listed(title, [" / ".join(each.values()) for each in held], room, "none")
    return "\n".join(_CONTROLS.sub("\ufffd", line).rstrip() for line in lines) + "\n"


_KINDS: dict[RevisionKind, str] = {
    "revised": "revised",
    "flags": "with other marks",
    "added": "added",
    "withdrawn": "withdrawn",
}


def _release(name: str, vintage: str | None) -> str:
    return f"{name} ({vintage})" if vintage else name


def _told(each: Revision) -> str:
    old = f"{_figure(each.old)} {each.old.cell}" if each.old else "not there"
    new = f"{_figure(each.new)} {each.new.cell}" if each.new else "no more"
    text = f"{old} → {new}"
    if each.change:
        text += f", {each.change:+,}"
    return text + (f" ({each.percent:+.1f} %)" if each.percent else "")
