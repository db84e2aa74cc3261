"""`firsthand corroborate`: questions and their origins, without a brief."""

from __future__ import annotations

import click
import msgspec

from firsthand.cli.exits import DONE, SET_ASIDE, Exit
from firsthand.cli.options import Day, fast_option, given_options, table_option
from firsthand.cli.output import print_line, print_notices, print_text
from firsthand.cli.progress import progress_line, reporter


@click.command(
    epilog="""\b
Examples:
  firsthand corroborate saved-pages/
  firsthand corroborate articles.jsonl --format lines > groups.jsonl"""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...|-")
@table_option
@click.option("--as-of", type=Day(), metavar="DATE", help="Only what was published up to that day.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "lines"]),
    default="json",
    show_default=True,
    help="One object a case, or a line an article and a line a question.",
)
@fast_option
@given_options
def command(
    paths: tuple[str, ...],
    tables: tuple[str, ...],
    as_of: str | None,
    form: str,
    outlet: str | None,
    published: str | None,
    *,
    fast: bool,
) -> None:
    """Group the claims of PATHS into questions, find who copied whom, and count the origins."""
    from firsthand.corroborate.lines import lines
    from firsthand.model.base import SCHEMA, to_builtins
    from firsthand.model.brief import Dossier
    from firsthand.run.given import Given
    from firsthand.run.pipeline import corroborate_inputs

    line = progress_line()
    try:
        found, notices = corroborate_inputs(
            list(paths),
            list(tables),
            as_of=as_of,
            given=Given(outlet=outlet, published=published),
            progress=reporter(line),
            fast=fast,
        )
    finally:
        if line:
            line.close()
    if form == "lines":
        for each in lines(found):
            print_line(each)
    else:
        case = {k: v for k, v in to_builtins(found).items() if k != "questions"}
        questions = [Dossier(question=q).line() for q in found.questions]
        print_text(msgspec.json.encode({"schema": SCHEMA, **case, "questions": questions}).decode())
    raise Exit(SET_ASIDE if print_notices(notices) else DONE)
