"""What was found, as one self-contained page: no script, its style inline under a hash policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firsthand.model.alarm import SeriesVerdict, Watched
from firsthand.watch.drawing import draw
from firsthand.watch.figures import figure, per_cent
from firsthand.watch.text import ODDITIES, SIGNS, STATES, tally

# Series that are drawn; the others stand in the list.
DRAWN = 60
MOST_LISTED = 1_000


def render(watched: Watched) -> str:
    """Return the page; series with alarms first, then those inside, then those with a multiple."""
    style, count = stylesheet(), tally(watched)
    shown = [v for v in watched.series if v.state in ("alarm", "inside") or v.fold][:DRAWN]
    return (
        _environment()
        .get_template("watch.html.j2")
        .render(
            watched=watched,
            shown=shown,
            listed=watched.series[:MOST_LISTED],
            tally=count,
            hidden=max(0, len(watched.series) - MOST_LISTED),
            style=Markup(style),  # noqa: S704  our own file
            policy=policy(style),
        )
    )


def policy(style: str) -> str:
    """Return the Content-Security-Policy of a page with this style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def stylesheet() -> str:
    """Return the style sheet without comments."""
    text = files("firsthand.watch").joinpath("css", "watch.css").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("/*"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("firsthand.watch"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(figure=figure, per_cent=per_cent)
    environment.globals.update(drawing=_drawing, state=_state, kinds=ODDITIES, name=_name)
    return environment


def _drawing(verdict: SeriesVerdict, number: int) -> Markup:
    return Markup(draw(verdict, number))  # noqa: S704  the drawing escapes what it shows


def _state(verdict: SeriesVerdict) -> str:
    if verdict.state == "alarm" and verdict.direction:
        return SIGNS[verdict.direction]
    return STATES.get(verdict.state, "inside")


def _name(verdict: SeriesVerdict) -> str:
    return " / ".join(verdict.labels) or verdict.series
