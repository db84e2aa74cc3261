"""`firsthand table`: how official tables are read."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.exits import DONE, Exit
from firsthand.cli.output import print_line, print_text, terminal_width


@click.group()
def command() -> None:
    """Show how an official table is read, and compare its releases."""


@command.command(
    epilog="""\b
Examples:
  firsthand table inspect entries.csv
  firsthand table inspect entries.xlsx --format json | jq '.series[0]'"""
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or the record of the contract.",
)
def inspect(file: Path, form: str) -> None:
    """Show the series of FILE, each value's cell, and what could not be placed."""
    from firsthand.tables.inspect import render
    from firsthand.tables.load import load_table

    table = load_table(file)
    if form == "json":
        print_line(table)
    else:
        print_text(render(table, width=terminal_width()))
    raise Exit(DONE)
