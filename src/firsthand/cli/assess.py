"""`firsthand assess`: the provisions that texts would touch or breach."""

from __future__ import annotations

import click

from firsthand.cli.exits import DONE, SET_ASIDE, Exit
from firsthand.cli.options import fast_option, given_options
from firsthand.cli.output import print_line, print_notices
from firsthand.cli.progress import progress_line, reporter
from firsthand.model.notice import Notice


@click.command(
    epilog="""\b
Examples:
  firsthand assess article.html --published 2025-02-09
  echo '{"id": "1", "text": "…", "published": "2025-02-09"}' | firsthand assess -"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...|-")
@fast_option
@given_options
def command(
    files: tuple[str, ...], outlet: str | None, published: str | None, *, fast: bool
) -> None:
    """Print one JSON line a text: findings with what is matched and missing, and touches.

    The law is that in force on the day of each event. Touched is not breached.
    """
    from firsthand.model.base import to_builtins
    from firsthand.provisions.engine import assess_document
    from firsthand.run.given import Given
    from firsthand.run.pipeline import extract_stream

    line, aside = progress_line(), list[Notice]()
    given = Given(outlet=outlet, published=published)
    try:
        for each in extract_stream(list(files), given=given, progress=reporter(line), fast=fast):
            if isinstance(each, Notice):
                aside.append(each)
            else:
                print_line({"id": each.id, **to_builtins(assess_document(each))})
    finally:
        if line:
            line.close()
    raise Exit(SET_ASIDE if print_notices(aside) else DONE)
