"""`firsthand completion`: completion scripts for shells."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from firsthand.cli.output import print_text

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="""\b
Examples:
  firsthand completion bash > ~/.local/share/bash-completion/completions/firsthand
  firsthand completion zsh > "${fpath[1]}/_firsthand"
  firsthand completion fish > ~/.config/fish/completions/firsthand.fish"""
)
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the completion script of SHELL; save it where the shell looks for completions."""
    from firsthand.cli.main import firsthand

    kind = get_completion_class(shell)
    assert kind is not None, "SHELLS lists only shells that click knows"  # noqa: S101
    print_text(kind(firsthand, {}, "firsthand", "_FIRSTHAND_COMPLETE").source())
