"""The path with time running to the right: rows to coordinates, for wide screens and for paper.

A trunk falls from its parent's pill, loses the weight of each child at the child's row and turns
right to the child's pill. A child stands right of its parent and rows are in depth-first order, so
no line can cross a pill or a label. Where many copies of one day stand behind each other, the steps
between them shrink until the row fits.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.brief.drawing import Badge, Box, Drawing, Line, Pill, Point, Rule, Run, Text
from firsthand.brief.fold import COMPACT
from firsthand.brief.label import counted, label_of, slab_lines, value_runs
from firsthand.brief.measure import cut, width, wrap
from firsthand.brief.story import NO_ORIGIN, Row, Slab, Story
from firsthand.model.base import Record

STEP, BUS = 34.0, 0.53
"""Pixels between a copy and what it copied on one day, and where in that step the trunk falls."""
HEAVIEST, LIGHTEST, PER_ARTICLE = 13.0, 1.8, 1.7
"""Widths of lines in pixels."""
TOP = 46.0
_PILL_MOST = 120.0


class Sheet(Record, frozen=True):
    """The measures of a drawing in pixels: width, slab, air before the first column, labels."""

    width: float
    slab: float
    lead: float
    room: float


WIDE = Sheet(1128, 196, 100, 246)
MIDDLE = Sheet(724, 150, 96, 210)


def thickness(story: Story, most: float = HEAVIEST) -> dict[int, float]:
    """Return the width of a line for each weight that occurs, the heaviest at most `most` wide."""
    weights = {r.weight for r in story.rows} | {0, 1}
    weights |= {sum(k.weight for k in kids) for kids in story.kids.values()}
    weights |= {w for kids in story.kids.values() for w in _rests(kids)}
    unit = min(PER_ARTICLE, most / max(weights))
    return {w: round(max(min(LIGHTEST, most), unit * w), 2) for w in weights}


def _rests(kids: list[Row]) -> list[int]:
    total = sum(k.weight for k in kids)
    out = []
    for kid in kids:
        out.append(total)
        total -= kid.weight
    return out


def draw(story: Story, sheet: Sheet = WIDE) -> Drawing:
    """Lay a folded story out with time running to the right; without rows the sheet is empty."""
    return _Wide(story, sheet).drawing()


@dataclass
class _Wide:
    story: Story
    sheet: Sheet
    texts: list[Text] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    badges: list[Badge] = field(default_factory=list)
    at: dict[str, Point] = field(default_factory=dict)
    edge: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.story.rows
        self.two = len(rows) <= COMPACT
        self.size = 15.5 if self.two else 13.5
        self.rows = {r.id: r for r in rows}
        self.widths = {r.id: self._pill_width(r) for r in rows}
        still = [self.widths[r.id] for r in rows if r.still]
        self.tail = max(still) + 12 if still else 0.0

    def drawing(self) -> Drawing:
        self._columns()
        height = self._rows()
        self._headings(height)
        self.thick = thickness(self.story, min(HEAVIEST, self.step * 0.4))
        for slab in self.story.slabs:
            for row in self.story.kids.get(slab.id, ()):
                self._root(row)
        for row in self.story.rows:
            self._branches(row)
            self._row(row)
        return Drawing(
            width=self.sheet.width,
            height=height,
            boxes=tuple(self.boxes),
            badges=tuple(self.badges),
            rules=tuple(self.rules),
            lines=tuple(self.lines),
            pills=tuple(self.pills),
            texts=tuple(self.texts),
        )

    # --- where things stand ----------------------------------------------------------------------

    def _columns(self) -> None:
        """Give each column its x, wide at first; then the steps in it shrink as far as needed."""
        deepest = [0] * len(self.story.columns)
        for row in self.story.rows:
            deepest[row.column] = max(deepest[row.column], row.inner)
        left = self.sheet.slab + self.sheet.lead
        widest = max(self.widths.values(), default=0)
        # Labels of rows that do not run on to the last reading may use its column.
        labels = self.sheet.room - self.tail * 0.7
        room = self.sheet.width - labels - widest - self.tail - left
        self.step, base = STEP if self.two else 24.0, 170.0
        while base > self.step and self._extent(deepest, base) > room:
            base -= 1
        over = self._extent(deepest, base) / max(room, 1)
        if over > 1:
            self.step, base = self.step / over, base / over
        self.x = []
        for depth in deepest:
            self.x.append(left)
            left += max(base, self.step * (depth + 1))

    def _extent(self, deepest: list[int], base: float) -> float:
        *before, last = deepest or [0]
        return sum(max(base, self.step * (d + 1)) for d in before) + self.step * last

    def _rows(self) -> float:
        """Give each row its y under its slab and return the height of the sheet."""
        y = TOP
        many = len(self.story.slabs)
        for k, slab in enumerate(self.story.slabs, 1):
            rows = [r for r in self.story.rows if r.origin == slab.id]
            heights = [self._height(r) for r in rows]
            texts, need = self._slab(slab, k, many, sum(heights))
            tall = max(sum(heights), need)
            self.boxes.append(Box(1.5, y + 2, self.sheet.slab - 3, tall - 4, held=slab.held))
            self._move(texts, y)
            top = y + (tall - sum(heights)) / 2 * (len(rows) == 1)
            for row, height in zip(rows, heights, strict=True):
                middle = top + height / 2
                self.at[row.id] = (self.x[row.column] + self.step * row.inner, middle)
                self.edge[row.id] = self.at[row.id][0] + self.widths[row.id]
                top += height
            y += tall + 14
        return y - 12

    def _height(self, row: Row) -> float:
        if row.still:
            return 58.0
        if self.two:
            return 46.0
        return 40.0 if row.parent not in self.rows else 27.0

    def _pill_width(self, row: Row) -> float:
        text = "".join(run.text for run in value_runs(row))
        return min(_PILL_MOST, round(width(text, self.size) + 20))

    def _headings(self, height: float) -> None:
        free = 0.0
        for at, name in enumerate(self.story.columns):
            x = self.x[at]
            self.rules.append(Rule((x - 9, 8), (x - 9, height - 2)))
            text = next((t for t in (name, name.split()[0]) if x > free), "")
            if text and self._fits(at, text):
                self.texts.append(Text(x, 18, 14, (Run(text),), "muted"))
                free = x + width(text, 14) + 8
        gone = {self.x[r.column] for r in self.story.rows if r.withdraws}
        for x in sorted(gone):
            self.rules.append(Rule((x - 9, 8), (x - 9, height - 2), "cutoff"))
            self.texts.append(Text(x, 36, 14, (Run("withdrawn"),), "name"))
        if self.tail:
            x = self.sheet.width - self.tail
            self.texts.append(Text(x, 18, 14, (Run("last read"),), "muted"))
            self.texts.append(Text(x, 36, 14, (Run(self.story.last_read or ""),), "muted"))

    def _fits(self, at: int, text: str) -> bool:
        after = self.x[at + 1] if at + 1 < len(self.x) else self.sheet.width - self.tail
        return self.x[at] + width(text, 14) + 4 <= after

    # --- slabs -----------------------------------------------------------------------------------

    def _slab(self, slab: Slab, k: int, many: int, tall: float) -> tuple[list[Text | Badge], float]:
        """Return what stands in a slab, from its own top, and the height that it needs."""
        inner, out, y = self.sheet.slab - 28, list[Text | Badge](), 22.0
        size = 18.0 if many == 1 and self.sheet.slab > 180 else 16.0
        if many == 1:
            known = slab.id != NO_ORIGIN
            out.append(Badge(28, 29, 15, "1" if known else "?"))
            word = "origin" if known else "cannot tell"
            out.append(Text(51, 35, 15, (Run(word),), "one" if known else "muted"))
            y = 70.0
        else:
            out.append(Text(14, y, 14, (Run(f"Origin {k} of {many}"),), "muted"))
            y += 20
        for line in wrap(slab.name, size, inner, lines=5):
            out.append(Text(14, y, size, (Run(line),), "name"))
            y += size + 3
        notes = list(slab_lines(slab))
        if slab.spelled and many == 1 and tall > 150:
            out.append(Text(14, y + 14, 23, (Run(cut(slab.spelled, 23, inner)),), "big"))
            y += 40
        elif slab.spelled:
            notes = [f"{slab.spelled} · {notes[0]}", *notes[1:]]
        for note in notes:
            for line in wrap(note, 14, inner, lines=2):
                out.append(Text(14, y, 14, (Run(line),), "muted"))
                y += 19
        need = y - 4
        if many == 1 and tall > need + 19 * len(self.story.counts) + 24:
            for j, line in enumerate(reversed(self.story.counts)):
                out.append(Text(14, tall - 18 - 19 * j, 14, (Run(line),), "muted"))
        return out, need

    def _move(self, parts: list[Text | Badge], down: float) -> None:
        for part in parts:
            if isinstance(part, Badge):
                self.badges.append(Badge(part.x, part.y + down, part.r, part.text))
            else:
                self.texts.append(
                    Text(part.x, part.y + down, part.size, part.runs, part.role, part.anchor)
                )

    # --- lines and rows --------------------------------------------------------------------------

    def _line(self, points: tuple[Point, ...], weight: int, *, red: bool, hollow: bool) -> None:
        wide = self.thick[weight]
        least = min(5.5 if hollow else 2.4 if red else 0.0, self.step * 0.4)
        self.lines.append(Line(points, max(wide, least), red=red, hollow=hollow))

    def _root(self, row: Row) -> None:
        x, y = self.at[row.id]
        start = (self.sheet.slab - 1, y)
        self._line((start, (x, y)), row.weight, red=False, hollow=not row.credited)
        if row.weight:
            above = y - self.thick[row.weight] / 2 - 6
            text = cut(counted(row.weight), 14, x - self.sheet.slab - 13)
            self.texts.append(Text(self.sheet.slab + 9, above, 14, (Run(text),), "muted"))

    def _branches(self, row: Row) -> None:
        """Draw the trunk of a row, thinner with every branch that leaves it."""
        kids = self.story.kids.get(row.id, [])
        x, y = self.at[row.id]
        trunk, y = x + self.step * BUS, y + self.size * 0.85
        rests = _rests(kids)
        for kid, rest in zip(kids, rests, strict=True):
            kx, ky = self.at[kid.id]
            tip = max(kx - 15, trunk + (kx - trunk) * 0.3) if kid.withdraws else kx
            hollow = not kid.credited
            way: tuple[Point, ...] = ((trunk, y), (trunk, ky), (tip, ky))
            if kid is not kids[-1]:
                self._line(way[:2], rest, red=row.differs, hollow=False)
                way = way[1:]
            self._line(way, kid.weight, red=row.differs, hollow=hollow)
            if kid.withdraws:
                self.rules.append(Rule((tip, ky - 10), (tip, ky + 10), "stop"))
            y = ky

    def _row(self, row: Row) -> None:
        x, y = self.at[row.id]
        self.pills.append(self._pill(row, x, y))
        beside = self._beside(row)
        label = label_of(row, self.story, change=not beside)
        left = self.edge[row.id] + 10
        right = self.sheet.width
        if self.tail and (row.still or row.withdraws):
            right -= self.tail + 8
        room = right - left
        if row.still:
            self._still(row, y)
        if self.two or row.still:
            above, below = (12.0, 22.0) if row.still else (4.0, 15.0)
            name = Run(cut(label.name, 16, room))
            self.texts.append(Text(left, y - above, 16, (name,), "name", halo=True))
            second = label.second(14, room)
            if second:
                self.texts.append(Text(left, y + below, 14, second, halo=True))
            return
        say = label.ours if label.warns or row.withdrawn else ""
        name = Run(cut(label.name, 14, room), "name")
        runs: tuple[Run, ...] = (name,)
        spare = room - width(name.text, 14) - 12
        if say and spare > 60:
            runs = (name, Run("  " + cut(say, 14, spare), "bad" if label.warns else "muted"))
        self.texts.append(Text(left, y + 5, 14, runs, halo=True))

    def _pill(self, row: Row, x: float, y: float) -> Pill:
        runs = value_runs(row)
        text = "".join(run.text for run in runs)
        if width(text, self.size) + 20 > _PILL_MOST:
            runs = (Run(cut(text, self.size, _PILL_MOST - 16)),)
        wide, tall = self.widths[row.id], round(self.size * 1.7)
        flags = (row.differs, row.held, row.withdrawn is not None)
        return Pill(x, y, wide, tall, self.size, runs, *flags)

    def _still(self, row: Row, y: float) -> None:
        """Run the line of a value that was taken back elsewhere on to the last reading."""
        x = self.sheet.width - self.tail
        self.lines.append(Line(((self.edge[row.id], y), (x, y)), 2.4, red=True))
        self.pills.append(self._pill(row, x, y))
        self.texts.append(Text(x, y + 27, 14, (Run(cut("still printed", 14, self.tail)),), "bad"))

    def _beside(self, row: Row) -> bool:
        """Say on the line itself what came in and what went out, where there is room for it."""
        if not (self.two and row.changed):
            return False
        x, y = self.at[row.id]
        up = self.rows.get(row.parent)
        left = self.at[row.parent][0] + self.step if up else self.sheet.slab + self.sheet.lead
        said = f"{row.was} in, {row.spelled} out" if row.was else ""
        longest = max(width(said, 14), width(row.remark, 14))
        if not said or x - 18 - left < longest:
            return False
        for text, drop in ((said, -9), (row.remark, 20)):
            self.texts.append(Text(x - 12, y + drop, 14, (Run(text),), "bad", "end", halo=True))
        return True
