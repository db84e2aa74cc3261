"""Where output goes: standard output, or a file that is replaced as a whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click
import msgspec

from firsthand.errors import StoreError
from firsthand.model.notice import Notice


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is either the old one or the new one, also on a full disk.

    Raises:
        StoreError: no space, no permission, or the folder is missing; the old file is as it was.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe or a device such as /dev/full
            with path.open("w", encoding="utf-8") as stream:
                stream.write(text)
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent or Path())
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise _unwritable(path, error) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"cannot write the file: {error.strerror or error}",
        where=str(path),
        hint="What was there before is unchanged; choose another place with -o.",
    )


def print_text(text: str) -> None:
    """Print text and make sure that it left, so that a full disk is told.

    Raises:
        StoreError: standard output cannot be written (not raised for a closed pipe).
    """
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode("utf-8", "replace"))
        if not text.endswith("\n"):
            stream.write(b"\n")
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _abandon_stdout()
        raise StoreError(
            f"cannot write the output: {error.strerror or error}",
            where="standard output",
            hint="Free some space or write elsewhere.",
        ) from error


def _abandon_stdout() -> None:
    # Bytes that could not be written would be tried again, loudly, when the interpreter ends.
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_line(record: object) -> None:
    """Print one JSON line."""
    print_text(msgspec.json.encode(record).decode("utf-8"))


def emit(text: str, path: Path | None) -> None:
    """Write to `path`, or to standard output where there is none."""
    if path is None:
        print_text(text)
    else:
        write_whole(path, text)


def wants_colour(when: str) -> bool:
    """Tell whether to colour: `always`, `never`, or `auto` by terminal, NO_COLOR and TERM."""
    if when != "auto":
        return when == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()


def wants_unicode() -> bool:
    """Tell whether the output can carry signs beyond ASCII."""
    return (sys.stdout.encoding or "ascii").lower().replace("-", "") in (
        "utf8",
        "utf8sig",
        "gb18030",
    )


def terminal_width() -> int:
    """Return the width to print at: the terminal's, 80 where it is not known, never above 120."""
    return min(shutil.get_terminal_size((80, 24)).columns, 120)


WORDS = {"not-read": "not read", "too-large": "too large"}


def print_notices(notices: Iterable[Notice]) -> bool:
    """Say on standard error which inputs were set aside; return whether any was."""
    told = list(notices)
    aside = [n for n in told if n.set_aside]
    sign = "○" if wants_unicode() else "?"
    if aside:
        noun = "input" if len(aside) == 1 else "inputs"
        none = (
            "it counts as no article and no origin"
            if len(aside) == 1
            else "none counts as an article or an origin"
        )
        click.echo(f"{sign} {len(aside)} {noun} set aside; {none}", err=True)
    width = min(40, max((len(n.subject) for n in told), default=0))
    for group in (aside, [n for n in told if not n.set_aside]):
        for n in group:
            code = WORDS.get(n.code, n.code)
            message = n.message.removeprefix(n.subject).lstrip(": ")
            click.echo(f"  {n.subject:<{width}}  {code:<10}  {message}", err=True)
    for hint in dict.fromkeys(n.hint for n in told if n.hint):
        click.echo(f"  Next: {hint}", err=True)
    return bool(aside)
