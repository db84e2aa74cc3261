"""`firsthand watch`: which series of official tables left their expected band."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.exits import DONE, FAIL_ON, NOTHING_READ, SET_ASIDE, Exit
from firsthand.cli.output import emit, print_line, print_text, terminal_width, wants_unicode

if TYPE_CHECKING:
    from firsthand.model.alarm import Watched
    from firsthand.model.table import Table

FORMATS = ("text", "json", "csv", "html")
ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".csv": "csv", ".txt": "text"}
TABLES = (
    ".csv", ".tsv", ".xlsx", ".xls", ".ods", ".html", ".htm", ".json", ".xml", ".txt",
)  # fmt: skip


@click.command(
    epilog="""\b
Examples:
  firsthand watch entries.csv
  firsthand watch tables/ -o watched.html
  firsthand watch entries.csv --format json | jq '.series[] | select(.state == "alarm")'
  firsthand watch weekly.csv --setting farrington-2013-weekly --format csv"""
)
@click.argument(
    "paths", nargs=-1, required=True, metavar="TABLE|DIR...", type=click.Path(path_type=Path)
)
@click.option(
    "--settings",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="YAML file with settings by name, beside those that come with Firsthand.",
)
@click.option(
    "--setting",
    "name",
    metavar="ID",
    help="Run this one method over series,date,count,population and print a line a time point.",
)
@click.option(
    "--total-first", is_flag=True, help="Raise parts only where the total of their table is raised."
)
@click.option("--all", "every", is_flag=True, help="List every series, judged or not.")
@click.option("--fail-on-alarm", is_flag=True, help="Exit with 10 where a series left its band.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE instead of the terminal; FILE.html is a page.",
)
@click.option(
    "--svg",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Also draw each judged series as an SVG file in DIR.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="By default the ending of FILE; text without one.",
)
def command(
    paths: tuple[Path, ...],
    settings: Path | None,
    name: str | None,
    output: Path | None,
    svg: Path | None,
    form: str | None,
    **flags: bool,
) -> None:
    """Say which series of official tables left their expected band, when, and by how much.

    Short series are held against a count model whose assumptions are printed beside every alarm,
    long ones against the method of Farrington as improved by Noufaily and others.
    """
    form = form or (ENDINGS.get(output.suffix.lower(), "text") if output else "text")
    if name is not None:
        _reference(paths, settings, name, output)
        raise Exit(DONE)
    if settings is not None:
        raise click.UsageError("--settings goes with --setting ID")
    tables, aside = _load(paths)
    if not tables:
        raise Exit(NOTHING_READ)
    from firsthand.watch.engine import watch

    watched = watch(tables, total_first=flags["total_first"])
    if form == "json" and output is None:
        print_line(watched)
    else:
        emit(_rendered(watched, form, flags["every"]), output)
    if svg:
        _draw(watched, svg)
    if output:
        click.echo(f"wrote {output}", err=True)
    if flags["fail_on_alarm"] and any(v.state == "alarm" for v in watched.series):
        raise Exit(FAIL_ON)
    raise Exit(SET_ASIDE if aside else DONE)


def _reference(
    paths: tuple[Path, ...], settings: Path | None, name: str, output: Path | None
) -> None:
    """Print what one method says of every time point of the series of its frequency."""
    from firsthand.watch.judge import lines
    from firsthand.watch.lines import header, judged_files

    parts = [",".join(header(name, settings)) + "\n"]
    for judged in judged_files(paths, name, settings):
        parts.append("".join(",".join(map(_cell, line)) + "\n" for line in lines(judged)))
        if output is None:  # millions of lines are not held, but for a file that is to be whole
            print_text("".join(parts))
            parts.clear()
    if parts or output:
        emit("".join(parts), output)


def _cell(text: str) -> str:
    if any(sign in text for sign in ',"\n\r'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _load(paths: tuple[Path, ...]) -> tuple[list[Table], bool]:
    """Return the tables of files and folders; what cannot be read is said and left out."""
    from firsthand.errors import InputError
    from firsthand.tables.load import load_table

    tables, aside = [], False
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in TABLES and p.is_file())
        for file in inside if path.is_dir() else [path]:
            try:
                tables.append(load_table(file))
            except InputError as error:
                click.echo(f"firsthand: {error}", err=True)
                aside = True
    return tables, aside


def _rendered(watched: Watched, form: str, every: bool) -> str:
    if form == "json":
        import msgspec

        return msgspec.json.encode(watched).decode() + "\n"
    if form == "csv":
        from firsthand.watch.lines import as_csv

        return as_csv(watched)
    if form == "html":
        from firsthand.watch.page import render as page

        return page(watched)
    from firsthand.watch.text import render

    return render(watched, width=terminal_width(), unicode=wants_unicode(), every=every)


def _draw(watched: Watched, folder: Path) -> None:
    """Write an SVG file for each series that has a band."""
    from firsthand.watch.drawing import alone

    folder.mkdir(parents=True, exist_ok=True)
    drawn = [v for v in watched.series if v.state in ("alarm", "inside")]
    for number, verdict in enumerate(drawn, 1):
        emit(alone(verdict), folder / f"{number:03d}-{verdict.series}.svg")
    if not drawn:
        print_text("")
