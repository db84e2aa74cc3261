"""`firsthand show`: one article, who says what."""

from __future__ import annotations

import click

from firsthand.cli.exits import DONE, SET_ASIDE, Exit
from firsthand.cli.options import colour_option, fast_option, given_options, table_option
from firsthand.cli.output import (
    print_line,
    print_notices,
    print_text,
    terminal_width,
    wants_colour,
    wants_unicode,
)


@click.command(
    epilog="""\b
Examples:
  firsthand show article.html
  firsthand show article.txt --outlet "Harbour Gazette" --published 2026-02-12 --table entries.csv
  firsthand show feed.xml --all"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-")
@table_option
@click.option(
    "--all", "everything", is_flag=True, help="Also the own voice and headlines, claim by claim."
)
@fast_option
@given_options
@colour_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The tree, or the line that `extract` prints.",
)
def command(
    files: tuple[str, ...],
    tables: tuple[str, ...],
    everything: bool,
    colour: str,
    form: str,
    outlet: str | None,
    published: str | None,
    *,
    fast: bool,
) -> None:
    """Show who says what in FILE: the outlet, who it cites, whom they cite, and what is claimed."""
    from firsthand.brief.show import render
    from firsthand.brief.view import View
    from firsthand.run.given import Given
    from firsthand.run.pipeline import articles_alone, extract_inputs, load_tables

    given = Given(outlet=outlet, published=published)
    read = extract_inputs(list(files), given=given, fast=fast)
    held, notices = load_tables(tables)
    view = View(
        width=terminal_width(),
        color=wants_colour(colour),
        unicode=wants_unicode(),
        all=everything,
    )
    for number, shown in enumerate(articles_alone(read, held)):
        if form == "json":
            print_line(shown.extraction.line())
        else:
            print_text(("\n" if number else "") + render(shown, view))
    raise Exit(SET_ASIDE if print_notices((*read.notices, *notices)) else DONE)
