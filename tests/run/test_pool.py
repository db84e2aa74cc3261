"""One item that kills, hangs or floods its worker costs that item, and no worker outlives the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from firsthand.errors import InputError, TooLargeError, UsageError
from firsthand.run.pool import Outcome, Settings, map_isolated

TWO = Settings(workers=2)


def square(number: int) -> int:
    return number * number


def treacherous(number: int) -> int:
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 2:
        raise ValueError("of two\nlines")
    if number == 3:
        raise UsageError("not this one", hint="Take another.")
    return number


def slow_or_fat(number: int) -> int:
    if number == 1:
        time.sleep(60)
    if number == 2:
        return len(bytearray(2_000_000_000))
    return number


def sleeper(number: int) -> int:
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(60)
    return number


def test_outcomes_come_in_the_order_of_the_items() -> None:
    found = list(map_isolated(square, iter(range(20)), settings=TWO))
    assert [(each.item, each.value) for each in found] == [(n, n * n) for n in range(20)]


def test_few_items_run_here_and_fail_as_they_would_in_workers() -> None:
    items = [0, 2, 3]
    here = list(map_isolated(treacherous, items, settings=Settings(few=3)))
    away = list(map_isolated(treacherous, items, settings=TWO))
    assert [str(each.error) for each in here] == [str(each.error) for each in away]
    assert here[1].error is not None
    assert "ValueError: of two" in here[1].error.problem


def test_a_killed_worker_costs_one_item() -> None:
    found = list(map_isolated(treacherous, range(6), settings=TWO))
    assert [each.value for each in found] == [0, None, None, None, 4, 5]
    assert isinstance(found[1].error, InputError)
    assert "died" in found[1].error.problem
    assert isinstance(found[3].error, UsageError)
    assert found[3].error.hint == "Take another."


def test_time_and_memory_are_bounded() -> None:
    bounds = Settings(workers=2, seconds=1.5, megabytes=500)
    began = time.monotonic()
    found = list(map_isolated(slow_or_fat, range(5), settings=bounds))
    assert time.monotonic() - began < 30
    assert [each.value for each in found] == [0, None, None, 3, 4]
    assert all(isinstance(each.error, TooLargeError) for each in found[1:3])


def test_progress_is_told_and_nothing_is_asked_of_no_items() -> None:
    told: list[tuple[int, int]] = []
    watched = Settings(few=5, on_progress=lambda done, known: told.append((done, known)))
    list(map_isolated(square, [1, 2], settings=watched))
    assert told == [(1, 2), (2, 2)]
    assert list(map_isolated(square, [], settings=TWO)) == []


def test_items_are_taken_as_they_are_needed() -> None:
    """A folder of 100,000 pages must not be read into memory first."""
    taken: list[int] = []

    def items() -> object:
        for number in range(100):
            taken.append(number)
            yield number

    outcomes = map_isolated(square, items(), settings=TWO)  # type: ignore[arg-type]
    assert isinstance(next(outcomes), Outcome)
    assert len(taken) < 20
    outcomes.close()  # type: ignore[attr-defined]


def test_an_interrupt_ends_the_workers(tmp_path: Path) -> None:
    here = Path(__file__)
    code = (
        f"import sys; sys.path.insert(0, {str(here.parent)!r})\n"
        "from test_pool import sleeper\n"
        "from firsthand.run.pool import Settings, map_isolated\n"
        "if __name__ == '__main__':\n"
        "    list(map_isolated(sleeper, range(4), settings=Settings(workers=2)))\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code)
    marks = tmp_path / "marks"
    marks.mkdir()
    run = subprocess.Popen([sys.executable, str(script), str(marks)], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while len(list(marks.iterdir())) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=30)
    assert b"KeyboardInterrupt" in told
    workers = [int(mark.name) for mark in marks.iterdir()]
    assert len(workers) == 2
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
