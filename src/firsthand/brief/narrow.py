"""The path with time running down, for phones and for the column beside the claims.

Rows stand by time. The latest child keeps its parent's lane and the others go right, the earliest
farthest: a branch leaves before anything begins in the lanes that it passes, so no line crosses
another and none a mark. A value that is printed on after a withdrawal keeps its lane to the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.brief.drawing import Badge, Box, Drawing, Line, Mark, Point, Role, Rule, Run, Text
from firsthand.brief.label import happenings, label_of, slab_lines, value_runs
from firsthand.brief.layout import thickness
from firsthand.brief.measure import cut, width, wrap
from firsthand.brief.story import NO_ORIGIN, Row, Slab, Story

WIDTH = 332.0
_ROW, _LANE, _LANES = 43.0, 20.0, 112.0
"""Pixels: a row; a lane at most; all lanes together at most."""


def draw_narrow(story: Story, sheet_width: float = WIDTH) -> Drawing:
    """Lay a folded story out with time running down."""
    return _Narrow(story, sheet_width).drawing()


@dataclass
class _Narrow:
    story: Story
    wide: float
    y: float = 0.0
    pitch: float = _LANE
    left: float = 0.0
    texts: list[Text] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    badges: list[Badge] = field(default_factory=list)
    lane: dict[str, int] = field(default_factory=dict)
    at: dict[str, Point] = field(default_factory=dict)

    def drawing(self) -> Drawing:
        for k, slab in enumerate(self.story.slabs, 1):
            self._origin(slab, k)
        return Drawing(
            width=self.wide,
            height=max(self.y - 6, 1),
            boxes=tuple(self.boxes),
            badges=tuple(self.badges),
            rules=tuple(self.rules),
            lines=tuple(self.lines),
            marks=tuple(self.marks),
            texts=tuple(self.texts),
        )

    def _origin(self, slab: Slab, k: int) -> None:
        rows = [r for r in self.story.rows if r.origin == slab.id]
        rows.sort(key=lambda r: (r.column, r.inner, r.start, r.label, r.id))
        lanes = self._lanes(slab.id)
        self.pitch = min(_LANE, 110.0 / lanes) if lanes <= 10 else min(11.0, _LANES / lanes)
        self.left = 16 + lanes * self.pitch
        self.thick = thickness(self.story, min(13.0, self.pitch * 0.65))
        foot = self._slab(slab, k)
        column = -1
        for row in rows:
            if row.column != column:
                column = row.column
                self._heading(column, rows)
            self._row(row)
        still = [r for r in rows if r.still]
        for row in rows:
            if row.parent == slab.id:
                x, y = self.at[row.id]
                self._line(((x, foot), (x, y)), row.weight, red=False, hollow=not row.credited)
            self._branches(row)
        for row in rows:
            x, y = self.at[row.id]
            self.marks.append(Mark(x, y, self._radius, row.differs, row.held))
        if still:
            self._still(still)
        self.y += 12

    @property
    def _radius(self) -> float:
        return min(6.5, self.pitch * 0.42)

    def _lanes(self, ident: str) -> int:
        """Give each row behind a slab its lane and return how many lanes there are."""
        used = -1
        for root in reversed(self.story.kids.get(ident, ())):
            used = self._put(root, used + 1)
        return used + 1

    def _put(self, root: Row, lane: int) -> int:
        """Place a row and all behind it from `lane` rightward; return the last lane used."""
        used, todo = lane - 1, [(root, -1)]
        while todo:
            row, kept = todo.pop()
            if kept < 0:
                used += 1
            own = self.lane[row.id] = used if kept < 0 else kept
            kids = self.story.kids.get(row.id, [])
            # The stack hands out lanes: the latest child first, in the lane of its parent.
            for at, kid in enumerate(kids):
                keeps = at == len(kids) - 1 and not row.still
                todo.append((kid, own if keeps else -1))
        return used

    # --- slab, headings, rows --------------------------------------------------------------------

    def _slab(self, slab: Slab, k: int) -> float:
        """Draw a slab and return the y of its foot."""
        many, top = len(self.story.slabs), self.y
        one, known = many == 1, slab.id != NO_ORIGIN
        names = wrap(slab.name, 16, self.wide - 30, lines=4)
        notes = [" · ".join(slab_lines(slab))]
        notes += [" · ".join(self.story.counts)] if one else []
        lines = [line for note in notes for line in wrap(note, 14, self.wide - 28, lines=2)]
        tall = (52 if one else 36) + 19.0 * (len(names) + len(lines))
        self.boxes.append(Box(1.5, top + 1.5, self.wide - 3, tall, held=slab.held))
        right, size = self.wide - 14, 23.0 if one else 17.0
        if one:
            self.badges.append(Badge(26, top + 25, 14, "1" if known else "?"))
            word = "origin" if known else "cannot tell"
            self.texts.append(Text(47, top + 31, 15, (Run(word),), "one" if known else "muted"))
        else:
            self.texts.append(Text(13, top + 23, 14, (Run(f"Origin {k} of {many}"),), "muted"))
        if slab.spelled:
            value = Run(cut(slab.spelled, size, self.wide * 0.55))
            self.texts.append(
                Text(
                    right,
                    top + (33 if one else 24),
                    size,
                    (value,),
                    "big" if one else "name",
                    "end",
                )
            )
        y = top + (60 if one else 44)
        for line in names:
            self.texts.append(Text(13, y, 16, (Run(line),), "name"))
            y += 19
        for line in lines:
            self.texts.append(Text(13, y, 14, (Run(line),), "muted"))
            y += 19
        self.y = top + tall + 4
        return top + tall + 1.5

    def _heading(self, column: int, rows: list[Row]) -> None:
        gone = any(r.withdraws for r in rows if r.column == column)
        rule = ((self.left, self.y + 27), (self.wide, self.y + 27))
        text = self.story.columns[column] + (", withdrawn" if gone else "")
        self.rules.append(Rule(*rule, "cutoff" if gone else "grid"))
        run = Run(cut(text, 14, self.wide - self.left))
        role: Role = "name" if gone else "muted"
        self.texts.append(Text(self.left, self.y + 20, 14, (run,), role, halo=True))
        self.y += 31

    def _row(self, row: Row) -> None:
        left, y = self.left, self.y
        self.at[row.id] = (13 + self.lane[row.id] * self.pitch, y + 15)
        runs = value_runs(row)
        text = "".join(run.text for run in runs)
        most = (self.wide - left) * 0.5
        if width(text, 15) > most:
            runs = (Run(cut(text, 15, most)),)
        used = sum(width(run.text, 15) for run in runs)
        label = label_of(row, self.story, change=False)
        name = Run(cut(label.name, 15, self.wide - left - used - 12))
        self.texts.append(Text(left, y + 20, 15, (name,), "name", halo=True))
        role: Role = "gone" if row.withdrawn else "bad" if row.differs else "name"
        self.texts.append(Text(self.wide - 1, y + 20, 15, runs, role, "end"))
        happened = happenings(row)
        second = label.second(13.5, self.wide - left)
        if happened:
            second = (Run(cut(happened, 13.5, self.wide - left), "muted"),)
        if second:
            self.texts.append(Text(left, y + 38, 13.5, second, halo=True))
        self.y += _ROW if second else _ROW - 14
        if row.changed:
            run = Run(cut(row.remark, 14, self.wide - left))
            self.texts.append(Text(left, self.y + 12, 14, (run,), "bad", halo=True))
            self.y += 18

    # --- lines -----------------------------------------------------------------------------------

    def _line(self, points: tuple[Point, ...], weight: int, *, red: bool, hollow: bool) -> None:
        most = self.pitch * 0.65
        least = min(5.5 if hollow else 2.4 if red else 0.0, most)
        self.lines.append(Line(points, max(self.thick[weight], least), red=red, hollow=hollow))

    def _branches(self, row: Row) -> None:
        kids = sorted(self.story.kids.get(row.id, []), key=lambda k: self.at[k.id][1])
        rest = sum(k.weight for k in kids)
        x, y = self.at[row.id]
        for kid in kids:
            kx, ky = self.at[kid.id]
            hollow, stop = not kid.credited, (14.0 if kid.withdraws else 0.0)
            if self.lane[kid.id] == self.lane[row.id]:
                self._line(((x, y), (x, ky - stop)), kid.weight, red=row.differs, hollow=hollow)
            else:
                last = kid is kids[-1]
                trunk = ((x, y), (x, ky))
                self._line(trunk, rest, red=row.differs, hollow=hollow and last)
                end = (kx - self._radius - 3 if stop else kx, ky)
                self._line(((x, ky), end), kid.weight, red=row.differs, hollow=hollow)
                if stop:
                    self.rules.append(Rule((end[0], ky - 9), (end[0], ky + 9), "stop"))
                    stop = 0.0
            if stop:
                half = min(9.0, self.pitch * 0.45)
                self.rules.append(Rule((kx - half, ky - stop), (kx + half, ky - stop), "stop"))
            rest, y = rest - kid.weight, ky

    def _still(self, still: list[Row]) -> None:
        self.rules.append(Rule((self.left, self.y + 27), (self.wide, self.y + 27)))
        read = f"Last read {self.story.last_read}" if self.story.last_read else "Last read"
        self.texts.append(Text(self.left, self.y + 20, 14, (Run(read),), "muted", halo=True))
        for row in still:
            x, y = self.at[row.id]
            self.lines.append(
                Line(((x, y), (x, self.y + 44)), min(2.4, self.pitch * 0.65), red=True)
            )
            self.marks.append(Mark(x, self.y + 44, self._radius, differs=True))
        verb = "prints" if len(still) == 1 else "print"
        said = cut(f"{len(still)} still {verb} {still[0].spelled}", 14, self.wide - self.left)
        self.texts.append(Text(self.left, self.y + 49, 14, (Run(said),), "bad"))
        self.y += 62
