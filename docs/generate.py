"""Write the generated pages of docs/: the command reference. `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from firsthand.cli.main import COMMANDS, firsthand

PAGE = Path(__file__).parent / "commands.md"


def help_of(command: click.Command, words: tuple[str, ...]) -> str:
    """Return a command's help as it prints, at 100 columns."""
    context = click.Context(
        command, info_name=" ".join(words), terminal_width=100, max_content_width=100
    )
    return command.get_help(context).strip()


def commands() -> str:
    """Return the command reference."""
    out = [
        "# Commands",
        "",
        "Generated from the commands themselves by `make docs`.",
        "",
        "```text",
        help_of(firsthand, ("firsthand",)),
        "```",
        "",
    ]
    context = click.Context(firsthand, info_name="firsthand")
    for name in COMMANDS:
        command = firsthand.get_command(context, name)
        assert command is not None
        out += [f"## firsthand {name}", ""]
        children = (
            command.commands.items() if isinstance(command, click.Group) else [(None, command)]
        )
        for child, each in children:
            words = ("firsthand", name, *([child] if child else []))
            out += ["```text", help_of(each, words), "```", ""]
    return "\n".join(out)


def main() -> None:
    """Write the page, or compare it."""
    if "--check" in sys.argv:
        sys.exit(
            0
            if PAGE.read_text(encoding="utf-8") == commands()
            else "docs/commands.md is old; run make docs"
        )
    PAGE.write_text(commands(), encoding="utf-8")


if __name__ == "__main__":
    main()
