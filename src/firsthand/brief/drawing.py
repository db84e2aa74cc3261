"""The parts of a drawing with their places, in pixels of its own box; nothing here knows of SVG."""

from __future__ import annotations

from typing import Literal

from firsthand.brief.measure import width
from firsthand.model.base import Record

Point = tuple[float, float]
Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Role = Literal["", "name", "muted", "cue", "bad", "off", "big", "one", "gone", "sign"]
Anchor = Literal["start", "middle", "end"]

ASCENT, DESCENT = 0.8, 0.24
"""Of a line of text above and below its baseline, in ems."""


class Run(Record, frozen=True):
    """A stretch of a text in one face."""

    text: str
    role: Role = ""


class Text(Record, frozen=True):
    """A line of text; `y` is its baseline. `halo` keeps the ground clear behind it."""

    x: float
    y: float
    size: float
    runs: tuple[Run, ...]
    role: Role = ""
    anchor: Anchor = "start"
    halo: bool = False

    @property
    def area(self) -> Area:
        """The box that the text takes at most."""
        wide = sum(width(run.text, self.size) for run in self.runs)
        left = {"start": self.x, "middle": self.x - wide / 2, "end": self.x - wide}[self.anchor]
        return (left, self.y - ASCENT * self.size, left + wide, self.y + DESCENT * self.size)


class Line(Record, frozen=True):
    """A way through corners; `hollow` is a double line (no credit), `red` carries another value."""

    points: tuple[Point, ...]
    width: float
    red: bool = False
    hollow: bool = False


class Pill(Record, frozen=True):
    """A value on the line, in a box around its middle left."""

    x: float
    y: float
    w: float
    h: float
    size: float
    runs: tuple[Run, ...]
    differs: bool = False
    held: bool = True
    gone: bool = False

    @property
    def area(self) -> Area:
        """The box of the pill."""
        return (self.x, self.y - self.h / 2, self.x + self.w, self.y + self.h / 2)


class Mark(Record, frozen=True):
    """A ring, or a diamond where the value differs."""

    x: float
    y: float
    r: float
    differs: bool = False
    held: bool = True

    @property
    def area(self) -> Area:
        """The box of the mark."""
        return (self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r)


class Box(Record, frozen=True):
    """A slab: one origin."""

    x: float
    y: float
    w: float
    h: float
    held: bool = True


class Badge(Record, frozen=True):
    """The round count of origins; amber for one, dashed where it cannot be told."""

    x: float
    y: float
    r: float
    text: str


class Rule(Record, frozen=True):
    """A straight rule: the grid, the day of a withdrawal, or the bar that stops a line."""

    start: Point
    end: Point
    kind: Literal["grid", "cutoff", "stop"] = "grid"


class Drawing(Record, frozen=True):
    """All parts; those of one kind do not hide each other."""

    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    badges: tuple[Badge, ...] = ()
    rules: tuple[Rule, ...] = ()
    lines: tuple[Line, ...] = ()
    pills: tuple[Pill, ...] = ()
    marks: tuple[Mark, ...] = ()
    texts: tuple[Text, ...] = ()
