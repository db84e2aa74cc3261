"""Draws a series as SVG: figures, band, and what left it; every drawing says itself in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from xml.sax.saxutils import escape

from firsthand.model.alarm import Point, SeriesVerdict
from firsthand.watch.figures import figure

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 78, 150, 18, 30
MARK, MOST, LINE = 7, 60, 17
# A file that stands alone has no style sheet; these are the light tokens of the page.
ALONE = (
    ".axis{stroke:#dcd7cc}.band{fill:#dbe9f6}.course{stroke:#1a1d21;fill:none;stroke-width:2}"
    ".dot{fill:#1a1d21}.out{fill:#a63a00}text{font:14px sans-serif;fill:#565d68}"
    ".told{fill:#a63a00;font-weight:600}.edge{fill:#0b4f86}"
)


class _Scale:
    """Places values on the height of the drawing: a square root, so that 387 and 13,221 both show."""

    def __init__(self, top: float) -> None:
        self.top = max(top, 1.0)

    def y(self, value: float) -> float:
        share = (max(value, 0.0) / self.top) ** 0.5
        return float(TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(share, 1.0)))

    def ticks(self) -> list[float]:
        step = 10 ** int(log10(self.top))
        nice = [m * step for m in (1, 2, 5) if m * step <= self.top][-1:] or [step]
        values = [0.0, nice[0] / 10, nice[0] / 2, nice[0]]
        return [v for i, v in enumerate(values) if i == 0 or self.y(values[i - 1]) - self.y(v) > 16]


def draw(verdict: SeriesVerdict, number: int) -> str:
    """Return the drawing of one series for a page; `number` makes its ids unique."""
    points = verdict.points[-MOST:]
    told = [p.value for p in points if p.value is not None]
    highs = [p.high for p in points if p.high is not None]
    # A band that is much wider than the figures is cut rather than flattening them.
    top = max(max(told, default=1.0), min(max(highs, default=0.0), 4 * max(told, default=1.0)))
    scale = _Scale(top * 1.05)
    room = WIDTH - LEFT - RIGHT
    at = [LEFT + room * (i + 0.5) / max(len(points), 1) for i in range(len(points))]
    body = [*_axis(scale), *_band(points, at, scale), *_course(points, at, scale)]
    body += _periods(points, at)
    title = " / ".join(verdict.labels) or verdict.series
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="t{number} d{number}">'
        f'<title id="t{number}">{escape(title)}</title><desc id="d{number}">{escape(verdict.words)}'
        f"</desc>{''.join(body)}</svg>"
    )


def alone(verdict: SeriesVerdict) -> str:
    """Return the drawing as a file of its own."""
    drawn = draw(verdict, 1).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    head, _, rest = drawn.partition("</desc>")
    return f"{head}</desc><style>{ALONE}</style>{rest}\n"


def _axis(scale: _Scale) -> list[str]:
    return [
        f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{scale.y(v):.1f}" y2="{scale.y(v):.1f}"/>'
        f'<text x="{LEFT - 8}" y="{scale.y(v) + 5:.1f}" text-anchor="end">{figure(v)}</text>'
        for v in scale.ticks()
    ]


def _band(points: Sequence[Point], at: Sequence[float], scale: _Scale) -> list[str]:
    """Return the band: a step a figure, and the edges of the last one in figures."""
    half = (at[1] - at[0]) / 2 if len(at) > 1 else 20.0
    out, last = [], None
    for p, x in zip(points, at, strict=True):
        if p.low is None or p.high is None:
            continue
        y, foot = scale.y(p.high), scale.y(p.low)
        out.append(
            f'<rect class="band" x="{x - half:.1f}" y="{y:.1f}" width="{2 * half:.1f}" '
            f'height="{max(foot - y, 1):.1f}"/>'
        )
        last = p
    if last and last.low is not None and last.high is not None:
        end = WIDTH - RIGHT + 8
        high, low = scale.y(last.high), max(scale.y(last.low), scale.y(last.high) + LINE)
        out.append(f'<text class="edge" x="{end}" y="{high + 5:.1f}">{figure(last.high)}</text>')
        out.append(f'<text class="edge" x="{end}" y="{low + 5:.1f}">{figure(last.low)}</text>')
    return out


def _course(points: Sequence[Point], at: Sequence[float], scale: _Scale) -> list[str]:
    """Return the line through the figures, broken at gaps, and a mark for each."""
    out, run = [], ""
    for p, x in zip(points, at, strict=True):
        if p.value is None:
            out.append(f'<path class="course" d="{run}"/>' if run else "")
            run = ""
            continue
        run += f"{'L' if run else 'M'}{x:.1f} {scale.y(p.value):.1f}"
    out.append(f'<path class="course" d="{run}"/>' if run else "")
    for p, x in zip(points, at, strict=True):
        if p.value is None:
            continue
        y = scale.y(p.value)
        said = f"<title>{escape(f'{p.period}: {figure(p.value)}')}</title>"
        if p.alarm:
            tip = -MARK if p.alarm == "above" else MARK
            out.append(
                f'<path class="out" d="M{x:.1f} {y + tip:.1f}l{MARK} {-1.6 * tip:.1f}h{-2 * MARK}z">'
                f"{said}</path>"
            )
        else:
            out.append(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5">{said}</circle>')
    if points and points[-1].alarm and points[-1].value is not None:
        y = _clear(max(scale.y(points[-1].value) - 2, TOP), points[-1], scale)
        word = f"{points[-1].period}, {points[-1].alarm}"
        out.append(f'<text class="told" x="{at[-1] + 12:.1f}" y="{y:.1f}">{escape(word)}</text>')
    return out


def _clear(y: float, last: Point, scale: _Scale) -> float:
    """Return a height for the words at the last figure at which they cover no edge of the band."""
    edge = last.high if last.alarm == "above" else last.low
    if edge is None or abs(scale.y(edge) + 5 - y) >= LINE:
        return y
    away = -LINE if last.alarm == "above" else LINE
    return max(scale.y(edge) + 5 + away, 12.0)


def _periods(points: Sequence[Point], at: Sequence[float]) -> list[str]:
    """Return the names of the periods, as many as have room."""
    every = max(1, -(-len(points) * 74 // (WIDTH - LEFT - RIGHT)))
    return [
        f'<text x="{x:.1f}" y="{HEIGHT - 8}" text-anchor="middle">{escape(p.period)}</text>'
        for i, (p, x) in enumerate(zip(points, at, strict=True))
        if (len(points) - 1 - i) % every == 0
    ]
