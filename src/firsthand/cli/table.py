"""`firsthand table`: how official tables are read, and what a release changed."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.exits import DONE, SET_ASIDE, Exit, complain
from firsthand.cli.output import emit, print_line, print_text, terminal_width
from firsthand.errors import UsageError

FILE = click.Path(path_type=Path)


@click.group(
    epilog="""\b
Examples:
  firsthand table inspect entries.csv
  firsthand table diff entries-2024.xlsx entries-2025.xlsx"""
)
def command() -> None:
    """Show how an official table is read, and compare its releases."""


@command.command(
    epilog="""\b
Examples:
  firsthand table inspect entries.csv
  firsthand table inspect entries.xlsx --format json | jq '.series[0]'
  firsthand table inspect entries.xlsx --mapping      # writes entries.xlsx.table.toml"""
)
@click.argument("file", type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or the record of the contract.",
)
@click.option(
    "--mapping",
    is_flag=True,
    help="Write FILE.table.toml, to be corrected by hand and used for the next release.",
)
def inspect(file: Path, form: str, mapping: bool) -> None:
    """Show the series of FILE, each value's cell, and what could not be placed."""
    from firsthand.tables.inspect import render
    from firsthand.tables.load import load_table

    if mapping:
        _write_mapping(file)
        raise Exit(DONE)
    table = load_table(file)
    if form == "json":
        print_line(table)
    else:
        print_text(render(table, width=terminal_width()))
    raise Exit(SET_ASIDE if table.unplaced else DONE)


def _write_mapping(file: Path) -> None:
    from firsthand.tables.load import propose

    beside = file.with_name(f"{file.name}.table.toml")
    if beside.exists():
        raise UsageError(
            "there is a mapping already, and what a person wrote is not overwritten",
            where=str(beside),
            hint="Move it away to have a new one proposed.",
        )
    text = propose(file)
    if text is None:
        raise UsageError("no mapping file is used for this format", where=str(file))
    emit(text, beside)
    complain(f"wrote {beside}")


@command.command(
    epilog="""\b
Examples:
  firsthand table diff entries-2024.csv entries-2025.csv
  firsthand table diff old.xlsx new.xlsx --format json"""
)
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or one JSON object.",
)
def diff(old: Path, new: Path, form: str) -> None:
    """Show what the release NEW changed in OLD: revised, added and withdrawn values."""
    from firsthand.tables.diff import diff as compare
    from firsthand.tables.inspect import render_revisions
    from firsthand.tables.load import load_table

    found = compare(load_table(old), load_table(new))
    if form == "json":
        print_line(found)
    else:
        print_text(render_revisions(found, width=terminal_width()))
    raise Exit(DONE)
