"""A drawing as inline SVG: no script, no style attribute, and every text escaped.

Weights and places are attributes; colours and faces come from the classes of `css/path.css`.
"""

from __future__ import annotations

from markupsafe import escape

from firsthand.brief.drawing import (
    Badge,
    Box,
    Drawing,
    Line,
    Mark,
    Pill,
    Point,
    Role,
    Rule,
    Run,
    Text,
)

_CLASS: dict[Role, str] = {
    "": "",
    "name": "nm",
    "muted": "m",
    "cue": "cue",
    "bad": "bad",
    "off": "df",
    "big": "big",
    "one": "w1",
    "gone": "bad gone",
    "sign": "ne",
}
_ROUND = 8.0


def svg(drawing: Drawing, ident: str, *, title: str, desc: str) -> str:
    """Return the drawing as an `svg` element that screen readers take as one picture.

    Args:
        drawing: What to draw.
        ident: Prefix of the ids in it, unique on the page.
        title: Its name.
        desc: The same in sentences.
    """
    head = (
        f'<svg class="path" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" role="img" '
        f'aria-labelledby="{escape(ident)}t {escape(ident)}d">'
        f'<title id="{escape(ident)}t">{escape(title)}</title>'
        f'<desc id="{escape(ident)}d">{escape(desc)}</desc>'
    )
    parts = [
        *(_rule(r) for r in drawing.rules if r.kind != "stop"),
        *(_line(each) for each in drawing.lines),
        *(_box(b) for b in drawing.boxes),
        *(_badge(b) for b in drawing.badges),
        *(_mark(m) for m in drawing.marks),
        *(_pill(p) for p in drawing.pills),
        *(_rule(r) for r in drawing.rules if r.kind == "stop"),
        *(_text(t) for t in drawing.texts),
    ]
    return head + "".join(parts) + "</svg>"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _way(points: tuple[Point, ...]) -> str:
    """Return the path data of a way through corners; inner corners are rounded."""
    out = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        ends = []
        for other in (before, after):
            dx, dy = other[0] - here[0], other[1] - here[1]
            length = max(abs(dx), abs(dy)) or 1.0
            r = min(_ROUND, length / 2)
            ends.append((here[0] + dx / length * r, here[1] + dy / length * r))
        (ax, ay), (bx, by) = ends
        out.append(f"L{_n(ax)} {_n(ay)}Q{_n(here[0])} {_n(here[1])} {_n(bx)} {_n(by)}")
    out.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return "".join(out)


def _line(line: Line) -> str:
    way = _way(line.points)
    kind = "l x" if line.red else "l"
    out = f'<path class="{kind}" d="{way}" stroke-width="{_n(line.width)}"/>'
    if line.hollow:
        inner = max(line.width - 3, line.width * 0.4)
        out += f'<path class="in" d="{way}" stroke-width="{_n(inner)}"/>'
    return out


def _rule(rule: Rule) -> str:
    way = f"M{_n(rule.start[0])} {_n(rule.start[1])}L{_n(rule.end[0])} {_n(rule.end[1])}"
    return f'<path class="{rule.kind}" d="{way}"/>'


def _box(box: Box) -> str:
    kind = "slab" if box.held else "slab no"
    return (
        f'<g class="{kind}"><rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" '
        f'height="{_n(box.h)}" rx="8"/></g>'
    )


def _badge(badge: Badge) -> str:
    kind = "one" if badge.text != "?" else "unk"
    return (
        f'<circle class="{kind}" cx="{_n(badge.x)}" cy="{_n(badge.y)}" r="{_n(badge.r)}"/>'
        f'<text class="b1 {kind}t" font-size="17" x="{_n(badge.x)}" y="{_n(badge.y + 6)}" '
        f'text-anchor="middle">{escape(badge.text)}</text>'
    )


def _mark(mark: Mark) -> str:
    kind = "pill" + (" x" if mark.differs else "") + ("" if mark.held else " no")
    x, y, r = _n(mark.x), _n(mark.y), mark.r
    if mark.differs:
        d = f"M{x} {_n(mark.y - r)}l{_n(r)} {_n(r)}l{_n(-r)} {_n(r)}l{_n(-r)} {_n(-r)}z"
        return f'<g class="{kind}"><path class="mk" d="{d}"/></g>'
    return f'<g class="{kind}"><circle class="mk" cx="{x}" cy="{y}" r="{_n(r)}"/></g>'


def _pill(pill: Pill) -> str:
    kind = "pill" + (" x" if pill.differs else "") + ("" if pill.held else " no")
    kind += " gone" if pill.gone else ""
    round_ = 0.0 if pill.differs else pill.h / 2
    return (
        f'<g class="{kind}"><rect x="{_n(pill.x)}" y="{_n(pill.y - pill.h / 2)}" '
        f'width="{_n(pill.w)}" height="{_n(pill.h)}" rx="{_n(round_)}"/>'
        f'<text x="{_n(pill.x + pill.w / 2)}" y="{_n(pill.y + pill.size * 0.35)}" '
        f'font-size="{_n(pill.size)}" text-anchor="middle">{_runs(pill.runs)}</text></g>'
    )


def _text(text: Text) -> str:
    names = " ".join(filter(None, (_CLASS[text.role], "halo" if text.halo else "")))
    kind = f' class="{names}"' if names else ""
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    return (
        f'<text{kind} font-size="{_n(text.size)}" x="{_n(text.x)}" y="{_n(text.y)}"{anchor}>'
        f"{_runs(text.runs)}</text>"
    )


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(
        f'<tspan class="{_CLASS[run.role]}">{escape(run.text)}</tspan>'
        if run.role
        else escape(run.text)
        for run in runs
    )
