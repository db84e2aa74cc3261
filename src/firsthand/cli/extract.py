"""`firsthand extract`: attributions and claims as JSON lines."""

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
  firsthand extract article.html
  firsthand extract saved-pages/ > claims.jsonl
  cat articles.jsonl | firsthand extract - | jq -r '.claims[].chain | join(" ← ")'

\b
A line in: {"document": "…", "text": "…", "language": "en", "published": "2025-02-09",
            "publisher": {"id": "…", "name": "…"}}"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...|-")
@fast_option
@given_options
def command(
    files: tuple[str, ...], outlet: str | None, published: str | None, *, fast: bool
) -> None:
    """Print one JSON line a document: who says what, through whom, and what is claimed.

    FILES are pages, feeds, texts, folders, or JSON lines; - reads standard input. The lines come in
    the order of the inputs.
    """
    from firsthand.run.given import Given
    from firsthand.run.pipeline import extract_stream

    line, aside = progress_line(), list[Notice]()
    given = Given(outlet=outlet, published=published)
    try:
        for each in extract_stream(list(files), given=given, progress=reporter(line), fast=fast):
            if isinstance(each, Notice):
                aside.append(each)
            else:
                print_line(each.line())
    finally:
        if line:
            line.close()
    raise Exit(SET_ASIDE if print_notices(aside) else DONE)
