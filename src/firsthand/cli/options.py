"""Options that several commands share: the same names, order and help everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[str]):
    """A day, YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as it was written, once it is one."""
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2025-02-09", param, ctx)


def given_options(command: F) -> F:
    """Add --outlet and --published: what the files do not tell of themselves."""
    outlet = click.option("--outlet", metavar="NAME", help="Outlet of the inputs that name none.")
    day = click.option(
        "--published", type=Day(), metavar="DATE", help="Day of publication of inputs without one."
    )
    return outlet(day(command))


def fast_option(command: F) -> F:
    """Add --fast."""
    option = click.option(
        "--fast", is_flag=True, help="Read by rules only, without the trained tagger of English."
    )
    return option(command)


def colour_option(command: F) -> F:
    """Add --color."""
    option = click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="When to colour; auto heeds NO_COLOR and TERM.",
    )
    return option(command)


def table_option(command: F) -> F:
    """Add --table, which may be given several times."""
    option = click.option(
        "--table",
        "tables",
        multiple=True,
        metavar="FILE",
        help="Official table to hold the numbers against; may be repeated.",
    )
    return option(command)
