"""Exit codes, and the one place where errors become a line on standard error."""

from __future__ import annotations

import os
import sys

import click

from firsthand.errors import FirsthandError

DONE, SET_ASIDE, WRONG_USE, NOTHING_READ, GATE, FAIL_ON, INTERRUPTED = 0, 1, 2, 3, 4, 10, 130


class Exit(Exception):  # noqa: N818 - not an error: a command's own way to end with a code
    """End the command with a code; everything was said already."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


def guarded(command: click.Command) -> int:
    """Run a command and return its exit code; never lets a traceback out for a user's mistake."""
    try:
        command.main(prog_name="firsthand", standalone_mode=False)
        sys.stdout.flush()
    except Exit as end:
        return end.code
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        complain("interrupted; nothing more was written")
        return INTERRUPTED
    except FirsthandError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output went away (`| head`): no error; keep the interpreter quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except RecursionError:
        complain("an input is nested too deeply to be read. Leave it out and run again.")
        return NOTHING_READ
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        complain(f"{name}{error.strerror or error}. Nothing was damaged; mend that and run again.")
        return WRONG_USE
    return DONE


def complain(message: str) -> None:
    """Write one line on standard error."""
    click.echo(f"firsthand: {message}", err=True)
