"""`firsthand brief`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from firsthand.cli.exits import DONE, FAIL_ON, SET_ASIDE, Exit
from firsthand.cli.options import Day, colour_option, fast_option, given_options, table_option
from firsthand.cli.output import (
    emit,
    terminal_width,
    wants_colour,
    wants_unicode,
)
from firsthand.cli.progress import progress_line, reporter

if TYPE_CHECKING:
    from firsthand.brief.view import View
    from firsthand.model.brief import Brief

FORMATS = ("html", "md", "json", "text")
ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".txt": "text"}


@click.command(
    epilog="""\b
Examples:
  firsthand brief saved-pages/
  firsthand brief saved-pages/ --table entries.csv -o brief.html
  firsthand brief feed.xml article.html --about "North Korean workers" --as-of 2025-02-28
  firsthand brief saved-pages/ --table entries.csv --format json | jq .origins
  firsthand brief saved-pages/ --table entries.csv --fail-on differs --fail-on finding"""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@table_option
@click.option("--as-of", type=Day(), metavar="DATE", help="Only what was published up to that day.")
@click.option("--about", metavar="TEXT", help="Only claims that hold these words lead.")
@click.option(
    "--top",
    type=click.IntRange(1, 12),
    default=12,
    show_default=True,
    help="Claims that lead, at most.",
)
@click.option("--all", "everything", is_flag=True, help="Print every claim; fold nothing.")
@click.option(
    "--path",
    "path_of",
    type=click.IntRange(1),
    metavar="N",
    help="Print the whole path of claim N.",
)
@click.option(
    "--open",
    "open_of",
    type=click.IntRange(1),
    metavar="N",
    help="Print the words that claim N rests on.",
)
@fast_option
@given_options
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["differs", "conflict", "finding"]),
    help="Exit with 10 where the brief has one; may be repeated.",
)
@colour_option
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE instead of the terminal.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="By default the ending of FILE; text without one.",
)
def command(
    paths: tuple[str, ...],
    tables: tuple[str, ...],
    output: Path | None,
    form: str | None,
    colour: str,
    fail_on: tuple[str, ...],
    **wanted: str | int | bool | None,
) -> None:
    """Write the brief of saved reports: pages, feeds, texts, and folders of these.

    What is claimed, on whose word, from how many independent origins, whether the numbers hold and
    which provisions it touches. No case is needed; nothing leaves this machine.
    """
    from firsthand.run.given import Given
    from firsthand.run.pipeline import Asked, make_brief

    asked = Asked(
        about=_text(wanted["about"]),
        as_of=_text(wanted["as_of"]),
        top=_number(wanted["top"]) or 12,
        title=_title(paths),
    )
    given = Given(outlet=_text(wanted["outlet"]), published=_text(wanted["published"]))
    line = progress_line()
    try:
        brief = make_brief(
            list(paths),
            list(tables),
            asked=asked,
            given=given,
            progress=reporter(line),
            fast=bool(wanted["fast"]),
        )
    finally:
        if line:
            line.close()
    form = form or (ENDINGS.get(output.suffix.lower(), "html") if output else "text")
    view = _view(colour if output is None else "never", wanted)
    emit(_rendered(brief, form, view), output)
    aside = _tell_notices(brief, view)
    if output:
        click.echo(f"wrote {output}", err=True)
    if any(_met(brief, what) for what in fail_on):
        raise Exit(FAIL_ON)
    raise Exit(SET_ASIDE if aside else DONE)


def _tell_notices(brief: Brief, view: View) -> bool:
    """Say on standard error what was set aside; return whether anything was."""
    from firsthand.brief.terminal import notices

    if told := notices(brief, msgspec.structs.replace(view, color=False)):
        click.echo(told, err=True, nl=not told.endswith("\n"))
    return any(n.set_aside for n in brief.notices)


def _title(paths: tuple[str, ...]) -> str | None:
    """Name the matter after the only folder that was given."""
    if len(paths) != 1 or not Path(paths[0]).is_dir():
        return None
    folder = Path(paths[0]).resolve()
    # `CASE/articles` is the articles of CASE.
    return folder.parent.name if folder.name in ("articles", "pages") else folder.name


def _text(value: str | int | bool | None) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: str | int | bool | None) -> int | None:
    return value if isinstance(value, int) else None


def _view(colour: str, wanted: dict[str, str | int | bool | None]) -> View:
    from firsthand.brief.view import View

    return View(
        width=terminal_width(),
        color=wants_colour(colour),
        unicode=wants_unicode(),
        all=bool(wanted["everything"]),
        path=_number(wanted["path_of"]),
        open=_number(wanted["open_of"]),
    )


def _rendered(brief: Brief, form: str, view: View) -> str:
    """Return the brief in one format; each renderer is imported when it is asked for."""
    if form == "json":
        return msgspec.json.encode(brief.line()).decode()
    if form == "md":
        from firsthand.brief.markdown import render as markdown

        return markdown(brief)
    if form == "text":
        from firsthand.brief.terminal import render as terminal

        return terminal(brief, view)
    from firsthand.brief.html import render as html

    return html(brief)


def _met(brief: Brief, what: str) -> bool:
    """Tell whether the brief has a number that differs, answers in conflict, or a finding."""
    if what == "differs":
        return any(c.verdict == "differs" for d in brief.dossiers for c in d.checks)
    if what == "conflict":
        return any(d.question.conflict == "differs" for d in brief.dossiers)
    return any(d.findings for d in brief.dossiers)
