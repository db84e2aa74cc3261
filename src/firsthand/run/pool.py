"""A function mapped over many items in worker processes: a crash, a hang or a flood costs one item.

for outcome in map_isolated(read_capture, captures, settings=Settings()):
    if outcome.error: …
    else: use(outcome.value)
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Generic, TypeVar

from firsthand.errors import FirsthandError, InputError, TooLargeError

I = TypeVar("I")  # noqa: E741
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Settings:
    """Bounds of a run.

    Args:
        workers: Processes at a time; None: one a core, at most eight.
        seconds: Most time for one item.
        megabytes: Most memory of one worker, beyond what it has at its start; 0: no bound.
        few: Up to so many items run in this process, where starting workers costs more than they
            save; they have neither bound.
        tasks: Items that one worker does before a fresh one takes its place.
        on_progress: Called in this process with items done and items known so far.
    """

    workers: int | None = None
    seconds: float = 60.0
    megabytes: int = 2_000
    few: int = 0
    tasks: int = 500
    on_progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[I, R]):
    """What became of one item: a value, or the error that it cost."""

    item: I
    value: R | None = None
    error: FirsthandError | None = None


def map_isolated(
    function: Callable[[I], R], items: Iterable[I], *, settings: Settings | None = None
) -> Iterator[Outcome[I, R]]:
    """Yield an outcome an item, in the order of the items.

    Args:
        function: Importable by name, as processes that are started afresh need it.
        items: Can be pickled; as many are taken as the workers need, so they may be made late.

    Errors of Firsthand pass as they are. Any other exception, a time or memory that is exceeded and
    a worker that dies become an InputError of that item. An interrupt ends the workers.
    """
    chosen = settings or Settings()
    iterator = iter(items)
    first = _take(iterator, chosen.few + 1)
    if len(first) <= chosen.few:
        yield from _here(function, first, chosen)
        return
    yield from _in_workers(function, first, iterator, chosen)


def _take(items: Iterator[I], most: int) -> list[I]:
    taken: list[I] = []
    for item in items:
        taken.append(item)
        if len(taken) >= most:
            break
    return taken


def _here(
    function: Callable[[I], R], items: Sequence[I], settings: Settings
) -> Iterator[Outcome[I, R]]:
    for done, item in enumerate(items, 1):
        try:
            outcome: Outcome[I, R] = Outcome(item, value=function(item))
        except FirsthandError as error:
            outcome = Outcome(item, error=error)
        except Exception as error:
            outcome = Outcome(item, error=_failed(error))
        yield outcome
        if settings.on_progress:
            settings.on_progress(done, len(items))


def _in_workers(
    function: Callable[[I], R], first: list[I], rest: Iterator[I], settings: Settings
) -> Iterator[Outcome[I, R]]:
    from pebble import ProcessFuture, ProcessPool

    workers = settings.workers or max(1, min(8, os.cpu_count() or 1))
    ahead = 2 * workers + 2
    pool = ProcessPool(
        max_workers=workers, max_tasks=settings.tasks, context=_context(),
        initializer=_start_worker, initargs=(settings.megabytes,),
    )  # fmt: skip
    waiting: list[tuple[I, ProcessFuture[R | FirsthandError]]] = []
    done = known = 0
    queue = chain(first, rest)
    try:
        while True:
            for item in islice(queue, ahead - len(waiting)):
                future = pool.schedule(_call, args=[function, item], timeout=settings.seconds)
                waiting.append((item, future))
                known += 1
            if not waiting:
                break
            item, future = waiting.pop(0)
            yield _outcome(item, future, settings)
            done += 1
            if settings.on_progress:
                settings.on_progress(done, known)
    finally:
        # Also where the caller stops early or an interrupt comes: no worker outlives the run.
        pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
        pool.join()


def _context() -> multiprocessing.context.BaseContext:
    # A fork of a process with threads can hang; a fork server starts clean and cheap.
    names = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in names else "spawn")


def _start_worker(megabytes: int) -> None:
    import signal

    # The terminal sends an interrupt to all processes; only the parent acts on it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if megabytes and sys.platform != "win32":
        import resource

        used = _address_space()
        bound = used + megabytes * 1_000_000
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or bound < hard:
            resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """Return the bytes of address space in use, where the system tells."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 1_000_000_000


def _call(function: Callable[[I], R], item: I) -> R | FirsthandError:
    """Run in the worker: what cannot cross back as it is comes back as an error of ours."""
    try:
        return function(item)
    except FirsthandError as error:
        return error
    except MemoryError:
        return TooLargeError("it needs more memory than one item may use")
    except Exception as error:
        return _failed(error)


def _outcome(item: I, future: Future[R | FirsthandError], settings: Settings) -> Outcome[I, R]:
    from pebble import ProcessExpired

    try:
        value = future.result()
    except TimeoutError:
        error: FirsthandError = TooLargeError(f"it took longer than {settings.seconds:g} seconds")
    except ProcessExpired as expired:
        error = InputError(f"the worker that read it died (status {expired.exitcode})")
    except CancelledError:
        error = InputError("it was not begun")
    except Exception as failure:
        error = _failed(failure)
    else:
        if isinstance(value, FirsthandError):
            return Outcome(item, error=value)
        return Outcome(item, value=value)
    return Outcome(item, error=error)


def _failed(error: Exception) -> InputError:
    told = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return InputError(f"reading it failed ({told})", hint="Please report it with the file.")
