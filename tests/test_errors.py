"""Errors say what was wrong, where, and what to do."""

from __future__ import annotations

import pickle

from firsthand.errors import FirsthandError, TableError, TooLargeError


def test_a_message_has_place_problem_and_hint() -> None:
    error = TableError(
        "cannot read the period 'Q5 2023'", where="imports.csv B41", hint="Quarters run Q1 to Q4."
    )
    assert str(error) == "imports.csv B41: cannot read the period 'Q5 2023'. Quarters run Q1 to Q4."


def test_errors_cross_process_borders_whole() -> None:
    """A worker's error reaches the user as it was raised."""
    error = pickle.loads(pickle.dumps(TooLargeError("200 MB is more than 64 MB", where="a.html")))
    assert isinstance(error, TooLargeError)
    assert str(error) == "a.html: 200 MB is more than 64 MB."


def test_all_errors_have_one_root_and_a_builtin_beside_it() -> None:
    assert issubclass(TableError, FirsthandError)
    assert issubclass(TableError, ValueError)
