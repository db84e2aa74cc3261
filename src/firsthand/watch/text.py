"""What was found, for a terminal or a pipe: a ranked table with sparklines, then the words."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

from firsthand.model.alarm import Oddity, Point, SeriesVerdict, Tally, Watched
from firsthand.watch.figures import figure

BARS, PLAIN_BARS = "▁▂▃▄▅▆▇█", "_.-=+*#@"
SIGNS = {"above": "▲ above", "below": "▼ below"}
PLAIN = {"▲": "^", "▼": "v", "…": "...", "·": "-", "–": "-", "○": "?"}
STATES = {"inside": "inside", "too-short": "too short", "not-judged": "not judged"}
SPARKS, LABELS_MOST, LEAST_LABELS = 12, 60, 12
ODDITIES = {
    "composition": "Composition", "level-shift": "Level shift", "mirror": "Mirror",
    "gap": "Gap", "stopped": "Stopped", "total": "Total",
}  # fmt: skip


def sparkline(points: Sequence[Point], *, unicode: bool = True) -> str:
    """Return the last figures as bars from the lowest to the highest; a gap is a blank."""
    values = [p.value for p in points][-SPARKS:]
    told = [v for v in values if v is not None]
    bars = BARS if unicode else PLAIN_BARS
    if not told:
        return ""
    low, high = min(told), max(told)
    span = (high - low) or 1.0
    return "".join(
        " " if v is None else bars[round((v - low) / span * (len(bars) - 1))] for v in values
    )


def render(watched: Watched, *, width: int = 80, unicode: bool = True, every: bool = False) -> str:
    """Return the text; series without a verdict are counted, not listed, unless `every`."""
    listed = [v for v in watched.series if every or v.state in ("alarm", "inside") or v.fold]
    lines = [_headline(watched)]
    lines += ["", *_table(listed, width, unicode)] if listed else []
    told = [v for v in listed if v.state == "alarm" or v.fold]
    for verdict in told:
        lines += ["", _clean(_name(verdict)), *_wrap(verdict.words, width)]
        if verdict.assumption:
            lines += _wrap(verdict.assumption, width)
    if watched.oddities:
        lines += ["", "Beside the bands"]
        for oddity in watched.oddities:
            lines += _wrap(_odd(oddity), width)
    lines += _left_out(watched, len(watched.series) - len(listed))
    text = "\n".join(line.rstrip() for line in lines)
    if not unicode:
        for sign, plain in PLAIN.items():
            text = text.replace(sign, plain)
    return text + "\n"


def _headline(watched: Watched) -> str:
    count = tally(watched)
    parts = [
        f"{figure(count.series)} series",
        f"{figure(count.judged)} judged",
        f"{figure(count.alarms)} outside the band",
        f"{figure(count.too_short)} too short to say",
    ]
    return "   ".join(parts)


def _left_out(watched: Watched, hidden: int) -> list[str]:
    """Return lines that say how much is not listed, and why."""
    count, out = tally(watched), []
    if hidden:
        noun, verb = ("series", "are") if hidden > 1 else ("series", "is")
        out.append(f"{figure(hidden)} {noun} without a verdict {verb} not listed; --all lists them")
    if count.left_out:
        out.append(
            f"{figure(count.left_out)} more series: of long tables the least likely are told"
        )
    if count.oddities_left_out:
        out.append(f"{figure(count.oddities_left_out)} more findings beside the bands")
    return ["", *out] if out else []


def tally(watched: Watched) -> Tally:
    """Return the counts over all series; of a record without them, those over the series listed."""
    return watched.tally or Tally(
        series=len(watched.series),
        judged=sum(v.state in ("alarm", "inside") for v in watched.series),
        alarms=sum(v.state == "alarm" for v in watched.series),
        too_short=sum(v.state == "too-short" for v in watched.series),
    )


def _name(verdict: SeriesVerdict) -> str:
    return " / ".join(verdict.labels) or verdict.series


def _clean(text: str) -> str:
    """Return text without controls: labels come from files and must not steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _fit(text: str, width: int, unicode: bool) -> str:
    """Return text cut and filled to a width in terminal cells."""
    text = _clean(text)
    if max(wcswidth(text), 0) > width:
        mark = "…" if unicode else "..."
        out, used = "", 0
        for sign in text:
            cells = max(wcwidth(sign), 0)
            if used + cells > width - len(mark):
                break
            out, used = out + sign, used + cells
        text = out + mark
    return text + " " * (width - max(wcswidth(text), 0))


def _table(verdicts: Sequence[SeriesVerdict], width: int, unicode: bool) -> list[str]:
    rows = []
    for v in verdicts:
        told = [p for p in v.points if p.value is not None]
        last = told[-1] if told else None
        band = (
            f"{figure(last.low)} to {figure(last.high)}"
            if last and last.low is not None and last.high is not None
            else "–"
        )
        state = (
            SIGNS[v.direction]
            if v.state == "alarm" and v.direction
            else STATES.get(v.state, "inside")
        )
        rows.append(
            (
                state,
                last.period if last else "–",
                figure(last.value) if last and last.value is not None else "–",
                band,
                sparkline(v.points, unicode=unicode),
            )
        )
    heads = ("verdict", "period", "figure", "band", "course")
    sizes = [max(len(heads[i]), *(len(r[i]) for r in rows)) for i in range(5)]
    room = max(LEAST_LABELS, min(LABELS_MOST, width - sum(sizes) - 10))
    names = [_name(v) for v in verdicts]
    room = min(room, max(len("series"), *(max(wcswidth(_clean(n)), 0) for n in names)))
    out = [_row(_fit("series", room, unicode), heads, sizes)]
    out += [_row(_fit(n, room, unicode), r, sizes) for n, r in zip(names, rows, strict=True)]
    return out


def _row(name: str, cells: Sequence[str], sizes: Sequence[int]) -> str:
    state, period, value, band, spark = cells
    return "  ".join(
        (
            name,
            state.ljust(sizes[0]),
            period.ljust(sizes[1]),
            value.rjust(sizes[2]),
            band.rjust(sizes[3]),
            spark.ljust(sizes[4]),
        )
    )


def _odd(oddity: Oddity) -> str:
    name = " / ".join(oddity.labels)
    return f"{ODDITIES[oddity.kind]}: {name}: {oddity.words}."


def _wrap(text: str, width: int) -> list[str]:
    """Return text in lines of a width, indented by two; wide letters count double."""
    lines, line, used = [], "", 0
    for word in _clean(text).split():
        cells = max(wcswidth(word), 0)
        if line and used + 1 + cells > width - 2:
            lines.append("  " + line)
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + cells) if line else (word, cells)
    return [*lines, "  " + line] if line else lines
