"""Every error that Firsthand raises on purpose.

    FirsthandError
    ├── UsageError          a command or function was asked for something that it does not do
    ├── InputError          a file, page, feed, line or table cannot be used
    │   ├── TooLargeError   it exceeds a bound on size, depth, time or decompression
    │   └── TableError      an official table cannot be read as one
    ├── VocabularyError     a data file of ours (or of the user's) has a bad line
    ├── StoreError          something could not be written or read back
    └── EvidenceError       a sentence does not hold: the gate stops the brief

A message has four parts: what was being done, the offending value and where it stands, what was
expected, and what to do next. Only `cli/` and `web/` turn errors into text and exit codes.
A doubtful fact is data, never an exception.
"""

from __future__ import annotations


class FirsthandError(Exception):
    """Root of all errors of Firsthand.

    Args:
        problem: What was wrong, with the offending value, as one sentence without a full stop.
        where: File, line, cell or offset, as the user would name it; None where there is no place.
        hint: What to do next, as one sentence; None where nothing can be done.
    """

    exit_code = 2

    def __init__(self, problem: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.problem = problem
        self.where = where
        self.hint = hint
        super().__init__(problem, where, hint)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{self.problem}.{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders (workers); keyword-only arguments need a hand to be pickled.
        return _rebuild, (type(self), self.problem, self.where, self.hint)


def _rebuild(
    kind: type[FirsthandError], problem: str, where: str | None, hint: str | None
) -> FirsthandError:
    return kind(problem, where=where, hint=hint)


class UsageError(FirsthandError, ValueError):
    """A command or a function was asked for something that it does not do (exit 2)."""


class InputError(FirsthandError, ValueError):
    """An input cannot be used; it is set aside and the run goes on (exit 1, or 3 if nothing is left)."""

    exit_code = 3


class TooLargeError(InputError):
    """An input exceeds a bound on size, depth, time or decompression."""


class TableError(InputError):
    """An official table cannot be read; `where` names file, sheet and cell."""


class VocabularyError(FirsthandError, ValueError):
    """A data file has a bad entry; `where` is FILE:LINE."""


class StoreError(FirsthandError, OSError):
    """Something could not be written or read back: no space, no permission, damaged."""


class EvidenceError(FirsthandError, ValueError):
    """The gate stopped the brief: a sentence's evidence cannot be opened or its count does not hold."""

    exit_code = 4
