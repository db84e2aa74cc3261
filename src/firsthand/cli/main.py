"""`firsthand`: the front of the command line.

Commands are imported when they are called, so that `firsthand --version` does not load a reader.
"""

from __future__ import annotations

import importlib
import sys

import click

from firsthand import __version__
from firsthand.cli.exits import guarded

COMMANDS = {
    "brief": "Write the brief of saved reports and official tables.",
    "show": "Show who says what in one article.",
    "extract": "Print attributions and claims, one JSON line a document.",
    "numbers": "Print the numbers of a text and what they count.",
    "corroborate": "Group claims into questions and count their origins.",
    "assess": "Name the provisions that texts would touch or breach.",
    "table": "Show how an official table is read, and compare its releases.",
    "watch": "Tell which official series left their expected band.",
    "explain": "Say which rule, cue and alternatives gave an attribution or a claim.",
    "schema": "Print the JSON Schema of the records.",
    "completion": "Print the completion script of a shell.",
}
"""Name of a command (and of its module) -> its line in the list of commands."""


class Commands(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"firsthand.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and say what there is where it is unknown."""
        if args and args[0] not in COMMANDS:
            known = ", ".join(COMMANDS)
            raise click.UsageError(f"there is no command {args[0]!r}; there are: {known}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  firsthand brief saved-pages/ --table entries.csv -o brief.html
  firsthand show article.html
  firsthand extract articles.jsonl > claims.jsonl

\b
Exit codes: 0 done; 1 done, some inputs set aside; 2 wrong use; 3 nothing could be read;
4 the gate stopped the brief; 10 --fail-on met; 130 interrupted.""",
)
@click.version_option(__version__, message="firsthand %(version)s")
def firsthand() -> None:
    """Who actually knows? Follow each claim back to the voice that had access."""


def main() -> None:
    """Run the command line and exit with its code."""
    sys.exit(guarded(firsthand))
